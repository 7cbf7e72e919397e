"""Characters that are not what they seem: lost ones, look-alikes, marks and selectors with nothing to belong to.

What is said of one holds for the character where it stands: a variation selector after a kanji is how 葛󠄀 is written,
and after a kana it hides.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from generator.japanese.look_alikes import MENDED
from generator.japanese.private_use import is_private
from generator.japanese.unseen import UNSEEN

LOST: Final = {"\ufffd": "文字化けの跡", "\ufffc": "図などがあった跡"}

_JOINERS: Final = "\u200c\u200d"
_DAKUTEN: Final = "\u3099\u309a"
# Code points are given to kanji every few years; whatever stands in their planes is one, whatever Python is running.
_KANJI_PLANES: Final = ("\U00020000", "\U0003fffd")
_KANJI: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd]")
# The parts that Hangul is decomposed into, but for the first of a syllable.
_HANGUL_PARTS: Final = re.compile("[\u1161-\u1175\u11a8-\u11c2]")
# Where Unicode keeps marks; there are none among kana, kanji and what stands beside them but these.
_MAY_BE_MARKED: Final = re.compile(
    "[\u0300-\u1fff\u20d0-\u20ff\u2cef-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\uabff\ufb1e\ufe20-\ufe2f\U00010000-\U0001ffff]"
)
_SELECTOR: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# Standardized forms of kanji have the first three selectors or, registered as ideographic ones, those beyond U+E0100.
_SELECTOR_OF_NO_KANJI: Final = re.compile("[\ufe03-\ufe0f]")
# Signs that a selector makes an emoji or a plain sign of, and ideographic punctuation with its two positions.
_MAY_BE_SELECTED: Final = re.compile("[#*0-9©®‼⁉‼〰〽、。！，．：；？\U0001f3fb-\U0001f3ff]")
# The letters of the documents, and all signs beside them, are written without joiners.
_NEVER_JOINED: Final = re.compile("[\u0000-\u024f\u2000-\u206f\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")


class Deceit(Enum):
    """What a character hides."""

    UNSEEN = auto()
    LOST = auto()
    PRIVATE = auto()
    UNASSIGNED = auto()
    LOOK_ALIKE = auto()
    DECOMPOSED = auto()
    STRAY_MARK = auto()
    STRAY_SELECTOR = auto()
    STRAY_JOINER = auto()


@dataclass(frozen=True)
class Deceiver:
    """A character that deceives at ``place`` of a text. ``seen`` is what a reader takes it for, where that is known.

    ``letters`` are two where it deceives only together with the one before it: か and a mark for が.
    """

    place: int
    letters: str
    deceit: Deceit
    seen: str = ""


def _is_unassigned(letter: str) -> bool:
    first, last = _KANJI_PLANES
    return unicodedata.category(letter) == "Cn" and not first <= letter <= last


# What deceives wherever it stands.
_ANYWHERE: Final[tuple[tuple[Deceit, Callable[[str], bool]], ...]] = (
    (Deceit.UNSEEN, lambda letter: UNSEEN.match(letter) is not None),
    (Deceit.LOST, LOST.__contains__),
    (Deceit.LOOK_ALIKE, MENDED.__contains__),
    (Deceit.PRIVATE, is_private),
    (Deceit.UNASSIGNED, _is_unassigned),
)


def find_deceivers(text: str) -> Iterator[Deceiver]:
    """Yield the characters of ``text`` that are not what they seem, from left to right."""
    odd = {letter for letter in set(text) if _may_deceive(letter)}
    if odd:
        for place, letter in enumerate(text):
            if letter in odd and (found := _judge(text, place)) is not None:
                yield found


def compose_marks(text: str) -> str:
    """Return ``text`` with each letter and the mark after it that Unicode has one character for: が for か and ゛."""
    if not _MAY_BE_MARKED.search(text):
        return text
    composed: list[str] = []
    for letter in text:
        whole = _compose(composed[-1], letter) if composed and _is_mark(letter) else ""
        if whole:
            composed[-1] = whole
        else:
            composed.append(letter)
    return "".join(composed)


@lru_cache(None)
def _may_deceive(letter: str) -> bool:
    """Tell whether ``letter`` deceives anywhere; asked once for each character that there is."""
    return (
        any(belongs(letter) for _, belongs in _ANYWHERE)
        or letter in _JOINERS
        or _is_mark(letter)
        or _SELECTOR.match(letter) is not None
    )


@lru_cache(None)
def _is_mark(letter: str) -> bool:
    if letter < "\u0300":
        return False
    is_selector = _SELECTOR.match(letter) is not None
    return (
        unicodedata.combining(letter) > 0
        or unicodedata.category(letter) == "Me"
        or _HANGUL_PARTS.match(letter) is not None
    ) and not is_selector


def _judge(text: str, place: int) -> Deceiver | None:
    letter, before = text[place], text[place - 1] if place else ""
    deceit = next((deceit for deceit, belongs in _ANYWHERE if belongs(letter)), None)
    if deceit is not None:
        return Deceiver(place, letter, deceit, MENDED.get(letter, ""))
    if letter in _JOINERS:
        after = text[place + 1 : place + 2]
        joins = before and after and not any(map(_NEVER_JOINED.match, (before, after)))
        return None if joins else Deceiver(place, letter, Deceit.STRAY_JOINER)
    if _SELECTOR.match(letter):
        return None if _is_selected(before, letter) else Deceiver(place, letter, Deceit.STRAY_SELECTOR)
    return _judge_mark(place, before, letter)


def _is_selected(before: str, selector: str) -> bool:
    """Tell whether ``selector`` may select a form of the character ``before``: a kanji, an emoji, a sign."""
    if not before:
        return False
    if _KANJI.match(before):
        return not _SELECTOR_OF_NO_KANJI.match(selector)
    return bool(_MAY_BE_SELECTED.match(before)) or unicodedata.category(before) in ("So", "Sm")


def _judge_mark(place: int, before: str, mark: str) -> Deceiver | None:
    whole = _compose(before, mark)
    if whole:
        return Deceiver(place - 1, before + mark, Deceit.DECOMPOSED, whole)
    if mark in _DAKUTEN:
        belongs = before != "" and unicodedata.name(before, "").startswith(("HIRAGANA", "KATAKANA"))
    else:
        belongs = before != "" and unicodedata.category(before)[0] not in "ZCP"
    return None if belongs else Deceiver(place, mark, Deceit.STRAY_MARK)


def _compose(letter: str, mark: str) -> str:
    """Return the one character for ``letter`` and the ``mark`` after it, or nothing where there is none."""
    whole = unicodedata.normalize("NFC", letter + mark)
    return whole if letter and len(whole) == 1 else ""
