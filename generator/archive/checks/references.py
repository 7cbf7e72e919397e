"""The references of a consultation: each leads somewhere, and none of the usual words for one is overlooked."""

import re
from collections.abc import Iterator
from typing import Final

from generator.archive.record import Record
from generator.japanese.fold import fold
from generator.model.consultation import Reference
from generator.model.outline import Path, Place
from generator.problems import Problem, Severity

_NUMERAL: Final = "[0-9０-９]+"
# How the documents refer: 第１の３（１）のとおり, 上記と同項目, 別紙…参照, 諮問第９６４号.
_USUAL_WORDS: Final = re.compile(
    rf"第\s?{_NUMERAL}\s?の\s?{_NUMERAL}(?:[（(]{_NUMERAL}[）)])?のとおり|上記と同項目|別紙(?:「[^」]*」)?参照|諮問第{_NUMERAL}号",
)

_NUMBERED_SECTION: Final = re.compile("第[0-9]+の[0-9]")
_NUMBERED_CONSULTATION: Final = re.compile("第([0-9]+)号")


def check_references(record: Record) -> Iterator[Problem]:
    """Yield every reference that leads nowhere, goes in a circle or stands in no words, and every one overlooked."""
    for place in record.places:
        for index, reference in enumerate(place.section.references):
            yield from _check_reference(record, place, reference, (*place.path, "references", index))
        # Words that are not in the text are probably those that seem to be overlooked, misspelt.
        if all(reference.words in (place.section.text or "") for reference in place.section.references):
            yield from _overlooked(record, place)


def _check_reference(record: Record, place: Place, reference: Reference, path: Path) -> Iterator[Problem]:
    if (reference.section is None) == (reference.consultation is None):
        message = "参照先には、section か consultation のどちらか一方だけを書きます。"
        remedy = "この文書の中なら section、ほかの諮問なら consultation だけにしてください。"
        yield record.stored.problem(path, message, remedy)
        return
    if reference.words not in (place.section.text or ""):
        message = f"参照の言葉「{reference.words}」が、この節の本文にありません。"
        yield record.stored.problem((*path, "words"), message, "本文の文字のまま（全角・空白も同じに）書いてください。")
    if reference.section is not None:
        yield from _check_target(record, place, reference, reference.section, (*path, "section"))
    if reference.consultation is not None:
        yield from _check_consultation(record, reference, reference.consultation, (*path, "consultation"))


def _check_consultation(record: Record, reference: Reference, number: int, path: Path) -> Iterator[Problem]:
    if str(number) not in _NUMBERED_CONSULTATION.findall(fold(reference.words)):
        message = f"諮問第{number}号は、言葉「{reference.words}」が指す番号と違います。"
        yield record.stored.problem(path, message, "言葉のとおりの番号を、半角の数字で書いてください。")
    elif number == record.number:
        message = f"諮問第{number}号は、この諮問自身です。"
        yield record.stored.problem(
            path, message, "この文書の中を指すなら、consultation の代わりに section を書いてください。"
        )


def _check_target(record: Record, place: Place, reference: Reference, anchor: str, path: Path) -> Iterator[Problem]:
    target = record.by_anchor.get(anchor)
    if target is None:
        anchors = "、".join(record.by_anchor)
        message = f"参照先の節「{anchor}」がありません。"
        yield record.stored.problem(path, message, f"この諮問にある節: {anchors}")
    elif place.lies_in(anchor):
        message = f"参照先「{anchor}」が、この節自身かこの節を含む節です。"
        yield record.stored.problem(path, message, "言葉が指している別の節のアンカーを書いてください。")
    elif any(origin.anchor == place.anchor for origin in record.origins(target)):
        message = f"参照が「{anchor}」との間で堂々巡りになっています。"
        yield record.stored.problem(path, message, "どちらか一方を、事実の書いてある節に向けてください。")
    elif _NUMBERED_SECTION.match(fold(reference.words)) and fold(record.citation(target)) not in fold(reference.words):
        message = f"参照先「{anchor}」は{record.citation(target)}で、言葉「{reference.words}」が指す節と違います。"
        yield record.stored.problem(path, message, "言葉が指している節のアンカーを書いてください。")


def _overlooked(record: Record, place: Place) -> Iterator[Problem]:
    for match in _USUAL_WORDS.finditer(place.section.text or ""):
        words = match.group()
        if not any(words in reference.words or reference.words in words for reference in place.section.references):
            message = f"「{words}」が参照として登録されていません。"
            remedy = "references に words と、指している節（section）か諮問（consultation）を書いてください。"
            yield record.stored.problem((*place.path, "text"), message, remedy, Severity.WARNING)
