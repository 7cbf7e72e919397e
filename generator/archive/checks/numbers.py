"""Numbers and file names: each consultation stands once, in the file that is named after its number."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final

from generator.archive.record import Record
from generator.problems import Problem

_FILE_NAME: Final = re.compile(r"[1-9][0-9]*\.yml")


def check_numbers(records: Iterable[Record]) -> Iterator[Problem]:
    """Yield for each file whose name and number do not go together the one problem that is to be mended."""
    owners = _owners(records)
    for record in records:
        number = record.number
        name = PurePosixPath(record.stored.file).name
        if owners[number] is not record:
            message = f"諮問第{number}号のファイルが {owners[number].stored.file} にもあります。"
            yield record.stored.problem(("number",), message, "どちらか一方を消すか、番号を直してください。")
        elif _named_number(record) not in (None, number):
            message = f"番号 {number} がファイル名「{name}」と違います。"
            remedy = f"ファイル名を {number}.yml にするか、number を直してください。"
            yield record.stored.problem(("number",), message, remedy)
        else:
            yield from check_file_name(record.stored.file, f"{number}.yml")


def check_file_name(file: str, wanted: str = "975.yml") -> Iterator[Problem]:
    """Yield a problem where the name of ``file`` is not a number's; ``wanted`` shows what it should be."""
    name = PurePosixPath(file).name
    if not _FILE_NAME.fullmatch(name):
        message = f"ファイル名「{name}」は、諮問の番号ではありません。"
        remedy = f"{wanted} のように、諮問の番号（半角の数字）に .yml を付けた名前にしてください。"
        yield Problem(file, 1, 1, message, remedy)


def rightly_numbered(records: Iterable[Record]) -> tuple[Record, ...]:
    """Return the records whose number can be trusted: the others say nothing about a document of that number."""
    owners = _owners(records)
    return tuple(
        record
        for record in records
        if owners[record.number] is record and _named_number(record) in (None, record.number)
    )


def _owners(records: Iterable[Record]) -> dict[int, Record]:
    """Return for each number the record whose file is named after it, or the first."""
    owners: dict[int, Record] = {}
    for record in sorted(records, key=lambda record: _named_number(record) != record.number):
        owners.setdefault(record.number, record)
    return owners


def _named_number(record: Record) -> int | None:
    stem = PurePosixPath(record.stored.file).stem
    return int(stem) if stem.isascii() and stem.isdigit() else None
