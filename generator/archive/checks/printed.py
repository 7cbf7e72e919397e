"""The printed lines of a title block: each says what the file says, and none is written that would follow anyway."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from generator.archive.record import Record
from generator.japanese.eras import era_dates
from generator.japanese.fold import fold, without_space
from generator.model.consultation import Consultation, Printed
from generator.model.document import usual_lines
from generator.problems import Problem

# The printed lines in the order of the document, each with the key of the file whose value it says.
_SAID_BY: Final = {"document": "document", "number": "number", "subtitle": "subtitle", "date": "meeting"}
_DELETE: Final = "この行を消してください。printed にほかの行がなければ、printed: の行も消します。"
# A letter to Unicode, it often stands for a dash: ー…ー.
_LONG_VOWEL: Final = "ー"


def check_printed(record: Record) -> Iterator[Problem]:
    """Yield every printed line that says something else than the file, and every one that need not be there."""
    printed = record.consultation.printed or Printed()
    for key, of in _SAID_BY.items():
        line = getattr(printed, key)
        if line is not None and (told := _told(record.consultation, key, line, of)) is not None:
            yield record.stored.problem(("printed", key), *told)


def _told(consultation: Consultation, key: str, line: str, of: str) -> tuple[str, str] | None:
    """Return what is wrong with the printed ``line``, which is to say what the file's key ``of`` says, and a remedy."""
    said, usual = getattr(consultation, of), getattr(usual_lines(consultation), key)
    if said is None:
        message = f"{of} がないのに、印刷された形「{line}」があります。"
        return message, f"文書にこの行があれば、{of} を書き足してください。なければ、{_DELETE}"
    if without_space(line) == without_space(usual):
        return f"「{line}」は、何も書かないときに作られる形と同じです。", _DELETE
    if not _agrees(consultation, key, line):
        message = f"印刷された形「{line}」が、{of}（{said}）と合いません。"
        return message, f"文書を見て、印刷された形か {of} の、誤っているほうを直してください。"
    return None


def _agrees(consultation: Consultation, key: str, line: str) -> bool:
    match key:
        case "document":
            return _only_number(line) == consultation.document
        case "number":
            return _only_number(line) == consultation.number
        case "subtitle":
            return _encloses(without_space(line), without_space(consultation.subtitle or ""))
        case _:
            return _names_only(line, consultation.meeting)


def _only_number(line: str) -> int | None:
    """Return the number in ``line``, or None where it holds none or several."""
    numbers = re.findall("[0-9]+", fold(line))
    return int(numbers[0]) if len(numbers) == 1 else None


def _encloses(line: str, subtitle: str) -> bool:
    """Tell whether ``line`` is ``subtitle`` between as many signs before it as after it: (…), 〔…〕, －…－."""
    before, odd = divmod(len(line) - len(subtitle), 2)
    if odd or before < 0:
        return False
    signs = zip(line[:before], reversed(line[before + len(subtitle) :]), strict=True)
    return line[before : before + len(subtitle)] == subtitle and all(_are_signs(*pair) for pair in signs)


def _are_signs(left: str, right: str) -> bool:
    return left == right == _LONG_VOWEL or all(unicodedata.category(sign)[0] in "PS" for sign in (left, right))


def _names_only(line: str, day: dt.date) -> bool:
    return [date[:3] for date in era_dates(fold(line))] == [(day.year, day.month, day.day)]
