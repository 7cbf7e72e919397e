"""The files: each consultation stands once, in the file named after its number, and no question in one is left open."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any, Final

from generator.model.consultation import Consultation
from generator.problems import Problem, Severity
from generator.store.files import Stored

ANSWER: Final = "文書と見比べ、違っていれば直してから、この「# 要確認」の行を消してください。"
ANSWER_HELD: Final = (
    "名前を登録してから（または、合っていることを確かめてから）、この「# 要確認」の行を消し、"
    "その下の行は、行の初めの「# 」だけを消してください（行ごと消すと、読み取った事実がなくなります）。"
)

_FILE_NAME: Final = re.compile(r"[1-9][0-9]*\.yml")


def check_doubts(stored: Stored[Any]) -> Iterator[Problem]:
    """Yield a warning for each open question in the file of ``stored``."""
    for doubt in stored.doubts:
        message = f"確認が済んでいません: {doubt.message}"
        remedy = ANSWER_HELD if doubt.holds else ANSWER
        yield Problem(stored.file, doubt.line, doubt.column, message, remedy, Severity.WARNING)


def check_numbers(consultations: Iterable[Stored[Consultation]]) -> Iterator[Problem]:
    """Yield for each file whose name and number do not go together the one problem that is to be mended."""
    owners = _owners(consultations)
    for stored in consultations:
        number = stored.value.number
        name = PurePosixPath(stored.file).name
        if owners[number] is not stored:
            message = f"諮問第{number}号のファイルが {owners[number].file} にもあります。"
            yield stored.problem(("number",), message, "どちらか一方を消すか、番号を直してください。")
        elif _named_number(stored) not in (None, number):
            message = f"番号 {number} がファイル名「{name}」と違います。"
            remedy = f"ファイル名を {number}.yml にするか、number を直してください。"
            yield stored.problem(("number",), message, remedy)
        else:
            yield from check_file_name(stored.file, f"{number}.yml")


def check_file_name(file: str, wanted: str = "975.yml") -> Iterator[Problem]:
    """Yield a problem where the name of ``file`` is not a number's; ``wanted`` shows what it should be."""
    name = PurePosixPath(file).name
    if not _FILE_NAME.fullmatch(name):
        message = f"ファイル名「{name}」は、諮問の番号ではありません。"
        remedy = f"{wanted} のように、諮問の番号（半角の数字）に .yml を付けた名前にしてください。"
        yield Problem(file, 1, 1, message, remedy)


def rightly_numbered(consultations: Iterable[Stored[Consultation]]) -> tuple[Stored[Consultation], ...]:
    """Return the consultations whose number can be trusted: the others say nothing about a document of that number."""
    owners = _owners(consultations)
    return tuple(
        stored
        for stored in consultations
        if owners[stored.value.number] is stored and _named_number(stored) in (None, stored.value.number)
    )


def numbers_in(name: str) -> set[int]:
    """Return the numbers in a file's ``name``, in whatever width."""
    return {int(number) for number in re.findall("[0-9]+", unicodedata.normalize("NFKC", name))}


def _owners(consultations: Iterable[Stored[Consultation]]) -> dict[int, Stored[Consultation]]:
    """Return for each number the consultation whose file is named after it, or the first."""
    owners: dict[int, Stored[Consultation]] = {}
    for stored in sorted(consultations, key=lambda stored: _named_number(stored) != stored.value.number):
        owners.setdefault(stored.value.number, stored)
    return owners


def _named_number(stored: Stored[Consultation]) -> int | None:
    stem = PurePosixPath(stored.file).stem
    return int(stem) if stem.isascii() and stem.isdigit() else None
