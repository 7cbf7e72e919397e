"""What a file says agrees with what else it says: its printed lines, its tables, its references.

Each printed line says what the file says, and none is written that would follow anyway. The cells of a table fill a
grid, so that each stands in its row and under its heading. Each reference leads somewhere, and none of the usual words
for one is overlooked.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from generator.archive.record import Record
from generator.evidence.pointing_words import cut_short
from generator.japanese.eras import era_dates
from generator.japanese.fold import fold, without_space
from generator.model.consultation import Consultation, Printed, Reference
from generator.model.document import usual_lines
from generator.model.outline import Path, Place
from generator.model.tables import MOST_COLUMNS, Fault, FaultyPlace, Layout, lay_out
from generator.problems import Objection, Severity

# The printed lines in the order of the document, each with the key of the file whose value it says.
_SAID_BY: Final = {"document": "document", "number": "number", "subtitle": "subtitle", "date": "meeting"}
_DELETE: Final = "この行を消してください。printed にほかの行がなければ、printed: の行も消します。"
# A letter to Unicode, it often stands for a dash: ー…ー.
_LONG_VOWEL: Final = "ー"

_SPANS_REMEDY: Final = "つながったセルの rows（行の数）と columns（列の数）を、文書の表と見比べて直してください。"

_NUMERAL: Final = "[0-9０-９]+"
# How the documents refer: 第１の３（１）のとおり, 上記と同項目, 別紙…参照, 諮問第９６４号.
_USUAL_WORDS: Final = re.compile(
    rf"第\s?{_NUMERAL}\s?の\s?{_NUMERAL}(?:[（(]{_NUMERAL}[）)])?のとおり|上記と同項目|別紙(?:「[^」]*」)?参照|諮問第{_NUMERAL}号",
)

_NUMBERED_SECTION: Final = re.compile("第[0-9]+の[0-9]")
_NUMBERED_CONSULTATION: Final = re.compile("第([0-9]+)号")


def check_printed(record: Record) -> Iterator[Objection]:
    """Yield every printed line that says something else than the file, and every one that need not be there."""
    printed = record.consultation.printed or Printed()
    for key, of in _SAID_BY.items():
        line = getattr(printed, key)
        if line is not None and (wrong := _compare(record.consultation, key, line, of)) is not None:
            yield Objection(("printed", key), *wrong)


def _compare(consultation: Consultation, key: str, line: str, of: str) -> tuple[str, str] | None:
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


def check_tables(record: Record) -> Iterator[Objection]:
    """Yield for each table the first cell that has no place, or the first row that is not full."""
    for place in record.places:
        layout = lay_out(place.section.table)
        if layout.fault is not None:
            message, remedy = _explain(layout, layout.fault)
            yield Objection(_fault_path(place, layout.fault), message, remedy)


def _fault_path(place: Place, fault: FaultyPlace) -> Path:
    row = (*place.path, "table", fault.row)
    return row if fault.index is None else (*row, "cells", fault.index)


def _explain(layout: Layout, faulty: FaultyPlace) -> tuple[str, str]:
    row = faulty.row + 1
    match faulty.fault:
        case Fault.SPANS_NOTHING:
            message = "セルの rows（行の数）と columns（列の数）は、1以上です。"
            return message, "1行だけ、1列だけのセルでは、その行を消してください。"
        case Fault.TOO_WIDE:
            message = f"表の列が多すぎます（{layout.columns:,}列。上限は{MOST_COLUMNS}列）。"
            return message, "columns（横につながった列の数）の書き誤りでなければ、表を分けてください。"
        case Fault.BELOW_THE_END:
            return f"表の{row}行目のこのセルは、表の終わりより下まで続くことになります。", _SPANS_REMEDY
        case Fault.BEYOND_THE_EDGE:
            message = f"表の{row}行目のこのセルが、表の右にはみ出します（1行目は{layout.columns}列です）。"
            return message, f"セルが多すぎないか確かめてください。{_SPANS_REMEDY}"
        case Fault.OVERLAPS:
            return f"表の{row}行目のこのセルが、上の行から続くセルと重なります。", _SPANS_REMEDY
        case Fault.HOLE:
            message = f"表の{row}行目のセルが足りません（1行目は{layout.columns}列です）。"
            return message, f"空のセルは '' と書いてください。{_SPANS_REMEDY}"


def check_references(record: Record) -> Iterator[Objection]:
    """Yield every reference that leads nowhere, goes in a circle or stands in no words, and every one overlooked."""
    for place in record.places:
        for index, reference in enumerate(place.section.references):
            yield from _check_reference(record, place, reference, (*place.path, "references", index))
        # Words that are not in the text are probably those that seem to be overlooked, misspelt.
        if all(reference.words in (place.section.text or "") for reference in place.section.references):
            yield from _overlooked(place)


def _check_reference(record: Record, place: Place, reference: Reference, path: Path) -> Iterator[Objection]:
    if (reference.section is None) == (reference.consultation is None):
        message = "参照先には、section か consultation のどちらか一方だけを書きます。"
        remedy = "この文書の中なら section、ほかの諮問なら consultation だけにしてください。"
        yield Objection(path, message, remedy)
        return
    if reference.words not in (place.section.text or ""):
        message = f"参照の言葉「{reference.words}」が、この節の本文にありません。"
        yield Objection((*path, "words"), message, "本文の文字のまま（全角・空白も同じに）書いてください。")
        return
    if (whole := cut_short(reference.words, place.section.text or "")) is not None:
        message = f"参照の言葉「{reference.words}」が、途中で切れています。"
        yield Objection((*path, "words"), message, f"「{whole}」と書いてください。", Severity.WARNING)
        return
    if reference.section is not None:
        yield from _check_target(record, place, reference, reference.section, (*path, "section"))
    if reference.consultation is not None:
        yield from _check_consultation(record, reference, reference.consultation, (*path, "consultation"))


def _check_consultation(record: Record, reference: Reference, number: int, path: Path) -> Iterator[Objection]:
    if str(number) not in _NUMBERED_CONSULTATION.findall(fold(reference.words)):
        message = f"諮問第{number}号は、言葉「{reference.words}」が指す番号と違います。"
        yield Objection(path, message, "言葉のとおりの番号を、半角の数字で書いてください。")
    elif number == record.number:
        message = f"諮問第{number}号は、この諮問自身です。"
        yield Objection(path, message, "この文書の中を指すなら、consultation の代わりに section を書いてください。")


def _check_target(record: Record, place: Place, reference: Reference, anchor: str, path: Path) -> Iterator[Objection]:
    target = record.by_anchor.get(anchor)
    if target is None:
        anchors = "、".join(record.by_anchor)
        message = f"参照先の節「{anchor}」がありません。"
        yield Objection(path, message, f"この諮問にある節: {anchors}")
    elif place.lies_in(anchor):
        message = f"参照先「{anchor}」が、この節自身かこの節を含む節です。"
        yield Objection(path, message, "言葉が指している別の節のアンカーを書いてください。")
    elif any(origin.anchor == place.anchor for origin in record.origins(target)):
        message = f"参照が「{anchor}」との間で堂々巡りになっています。"
        yield Objection(path, message, "どちらか一方を、事実の書いてある節に向けてください。")
    elif _NUMBERED_SECTION.match(fold(reference.words)) and fold(record.citation(target)) not in fold(reference.words):
        message = f"参照先「{anchor}」は{record.citation(target)}で、言葉「{reference.words}」が指す節と違います。"
        yield Objection(path, message, "言葉が指している節のアンカーを書いてください。")


def _overlooked(place: Place) -> Iterator[Objection]:
    for match in _USUAL_WORDS.finditer(place.section.text or ""):
        words = match.group()
        if not any(words in reference.words or reference.words in words for reference in place.section.references):
            message = f"「{words}」が参照として登録されていません。"
            remedy = "references に words と、指している節（section）か諮問（consultation）を書いてください。"
            yield Objection((*place.path, "text"), message, remedy, Severity.WARNING)
