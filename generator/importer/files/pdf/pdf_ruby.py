"""Parts from the text what is set above its characters and is none of it: furigana and the dots of emphasis."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Final, TypeVar

from generator.importer.files.pdf.pdf_lines import TextRow, is_ruby, turn_downwards
from generator.importer.files.pdf.pdf_page import Glyph

T = TypeVar("T")

RUBY: Final = "ふりがな"
DOTS: Final = "傍点"

# What furigana are written in, what marks of emphasis look like, and what furigana never stand over.
_KANA: Final = re.compile(r"[\u3041-\u3096\u309d\u309e\u30a1-\u30fa\u30fc-\u30fe\uff66-\uff9f・゛゜]+")
_MARKS: Final = re.compile("[﹅﹆•・･●○◦∙·˙.、，,▲△▴▵◎]+")
_BARE: Final = re.compile(r"[\u3041-\u3096\u30a1-\u30fe、。，．・「」『』（）\s]")
_KANJI: Final = re.compile(r"[々〆\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# A label in a form, over the place for a name.
_LABELS: Final = ("ふりがな", "フリガナ", "よみがな", "ヨミガナ", "ふり", "フリ")
# Parts of the size of the characters below: how small the small ones are at most, and how far above these they stand.
_SMALL: Final = 0.7
_NEAREST: Final = 0.6
_NEAREST_ABOVE: Final = 0.3
_FURTHEST: Final = 1.4
# So far above them nothing else is set; further above may stand a line of its own.
_NEAR: Final = 1.1
# The same for furigana as large as the text, which Word sets where nothing says their size.
_FURTHEST_LARGE: Final = 1.6
# Parts of their own size: how far from their line others stand on it, and how much larger those may be.
_LEVEL: Final = 0.3
_ALIKE: Final = 1.25
# In ems of the small ones: what parts one word from the next, and how far they may stand beyond what they explain.
_GAP: Final = 2.0
_BEYOND: Final = 1.6
# The part of its size by which a mark may stand beside the middle of its character.
_ASIDE: Final = 0.3
# In ems: characters that stand apart do so by more than the first; the room is even to within the second.
_APART: Final = 0.1
_EVEN: Final = 0.12


@dataclass(frozen=True)
class Aside:
    """Characters that are no part of the text, above or beside the character ``over``; ``reason`` says what they are.

    ``room`` is what they leave or make free in the text: nothing is printed there, and it is no gap.
    """

    row: TextRow
    over: Glyph
    reason: str
    room: tuple[Glyph, ...] = ()


def part_ruby(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Aside]]:
    """Return ``glyphs``, all of one turn and one cell, without ruby, and the ruby among them."""
    found = list(_find_ruby([glyph for glyph in glyphs if glyph.text.strip()]))
    return without(glyphs, found), found


def part_ruby_beside(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Aside]]:
    """Return ``glyphs`` without the ruby to the right of text that runs downwards, and that ruby."""
    seen = [glyph for glyph in glyphs if glyph.text.strip()]
    turned = [turn_downwards(glyph) for glyph in seen]
    owner = {id(other): glyph for glyph, other in zip(seen, turned, strict=True)}
    found: list[Aside] = []
    for aside in _find_ruby(turned):
        word = [owner[id(glyph)] for glyph in aside.row.glyphs]
        if len(word) > 1 and not any(_is_in_a_line(glyph, seen) for glyph in word):
            found.append(replace(aside, row=TextRow(tuple(word)), over=owner[id(aside.over)], room=()))
    return without(glyphs, found), found


def _is_in_a_line(small: Glyph, glyphs: Sequence[Glyph]) -> bool:
    """Tell whether another character, about as large, stands next to ``small`` on its line."""
    return any(
        glyph is not small
        and abs(glyph.base - small.base) < _LEVEL * small.size
        and glyph.size <= _ALIKE * small.size
        and max(glyph.x0 - small.x1, small.x0 - glyph.x1) < small.size
        for glyph in glyphs
    )


def without(glyphs: Sequence[Glyph], asides: Sequence[Aside]) -> list[Glyph]:
    """Return those of ``glyphs`` that are in none of ``asides``, and the room of these."""
    taken = {id(glyph) for aside in asides for glyph in aside.row.glyphs}
    rooms = (glyph for aside in asides for glyph in aside.room)
    return [*(glyph for glyph in glyphs if id(glyph) not in taken), *rooms]


def _find_ruby(glyphs: Sequence[Glyph]) -> Iterator[Aside]:
    by_base = sorted(glyphs, key=lambda glyph: glyph.base)
    for word in _find_words(glyphs):
        text = "".join(glyph.text for glyph in word)
        is_like_ruby = _KANA.fullmatch(text) or _MARKS.fullmatch(text)
        if not is_like_ruby or not _is_among_its_like(word[0], by_base):
            continue
        if _KANA.fullmatch(text) and text not in _LABELS:
            explained = _find_explained(word, by_base)
            if explained:
                yield Aside(TextRow(tuple(word)), explained[0], RUBY, tuple(_find_room(word, explained)))
        elif not _KANA.fullmatch(text):
            marked = _find_marked(word, by_base)
            if marked is not None:
                yield Aside(TextRow(tuple(word)), marked, DOTS)


def _is_among_its_like(small: Glyph, glyphs: Sequence[Glyph]) -> bool:
    """Tell whether nothing but kana and marks stands beside ``small``, as large: else it is a word of a line."""
    return all(
        _KANA.fullmatch(glyph.text) or _MARKS.fullmatch(glyph.text)
        for glyph in glyphs
        if abs(glyph.base - small.base) < _LEVEL * small.size and glyph.size <= _ALIKE * small.size
    )


def _find_words(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield ``glyphs`` as the words they are: of one size, on one line, and not far apart."""

    def line_of(glyph: Glyph) -> tuple[float, float]:
        return round(glyph.base * 2), round(glyph.size * 2)

    for _, line in groupby(sorted(glyphs, key=lambda glyph: (*line_of(glyph), glyph.x0)), key=line_of):
        word: list[Glyph] = []
        for before, glyph in pairwise((None, *line)):
            if glyph is None:
                continue
            if word and before is not None and glyph.x0 - before.x1 > _GAP * glyph.size:
                yield word
                word = []
            word.append(glyph)
        if word:
            yield word


def _find_explained(word: Sequence[Glyph], glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the characters that the kana of ``word`` explain, from left to right."""
    below = [glyph for glyph in glyphs if _is_below(glyph, word[0])]
    explained = [glyph for glyph in below if not _BARE.fullmatch(glyph.text) and _is_over(word, glyph)]
    if not explained or not _reach_no_further(word, explained) or not _belongs(word, explained, below):
        explained = [glyph for glyph in glyphs if _is_under(glyph, word)]
        explained = explained if explained and _is_spread(explained, word) else []
    return sorted(explained, key=lambda glyph: glyph.x0)


def _find_room(word: Sequence[Glyph], explained: Sequence[Glyph]) -> Iterator[Glyph]:
    """Yield what stands free around the characters that a longer ``word`` explains."""
    first = explained[0]
    starts = [word[0].x0, *(glyph.x1 for glyph in explained)]
    stops = [*(glyph.x0 for glyph in explained), word[-1].x1]
    for start, stop in zip(starts, stops, strict=True):
        if stop > start:
            yield Glyph("", start, stop, first.base, first.size, first.turn)


def _is_below(glyph: Glyph, small: Glyph) -> bool:
    away = glyph.base - small.base
    return small.size <= _SMALL * glyph.size and _NEAREST * glyph.size <= away <= _FURTHEST * glyph.size


def _is_above(glyph: Glyph, small: Glyph) -> bool:
    away = small.base - glyph.base
    return small.size <= _SMALL * glyph.size and _NEAREST_ABOVE * glyph.size <= away <= _FURTHEST * glyph.size


def _find_marked(marks: Sequence[Glyph], glyphs: Sequence[Glyph]) -> Glyph | None:
    """Return the first of the characters that ``marks`` stand over, or else under; None where one stands at none."""
    lines: list[list[Glyph]] = []
    for beside in (_is_below, _is_above):
        line = [glyph for glyph in glyphs if beside(glyph, marks[0])]
        over = [next((one for one in line if abs(one.x - mark.x) <= _ASIDE * one.size), None) for mark in marks]
        lines.extend([[glyph for glyph in over if glyph is not None]] if None not in over else [])
    return min((line[0] for line in lines), key=lambda glyph: abs(glyph.y - marks[0].y), default=None)


def _is_over(word: Sequence[Glyph], glyph: Glyph) -> bool:
    return any(glyph.x0 <= small.x <= glyph.x1 for small in word)


def _reach_no_further(word: Sequence[Glyph], explained: Sequence[Glyph]) -> bool:
    """Tell whether ``word`` begins and ends where the characters that it explains do, or little before and after."""
    beyond = _BEYOND * word[0].size
    return (
        min(glyph.x0 for glyph in explained) - beyond <= word[0].x0
        and word[-1].x1 <= max(glyph.x1 for glyph in explained) + beyond
    )


def _belongs(word: Sequence[Glyph], explained: Sequence[Glyph], below: Sequence[Glyph]) -> bool:
    """Tell whether ``word`` is no line of its own above the line of ``below``.

    It is none where it is near, where it begins within that line, or where it stands in the middle of some characters.
    """
    first = explained[0]
    if first.base - word[0].base <= _NEAR * first.size or min(glyph.x0 for glyph in below) < word[0].x0 - first.size:
        return True
    middle, start = (word[0].x0 + word[-1].x1) / 2, min(glyph.x0 for glyph in explained)
    ends = [glyph.x1 for glyph in below if not _BARE.fullmatch(glyph.text)]
    return any(abs((start + end) / 2 - middle) <= _APART * first.size for end in ends)


def _is_under(glyph: Glyph, word: Sequence[Glyph]) -> bool:
    away = glyph.base - word[0].base
    return word[0].x0 < glyph.x < word[-1].x1 and _NEAREST * glyph.size <= away <= _FURTHEST_LARGE * glyph.size


def _is_spread(under: Sequence[Glyph], word: Sequence[Glyph]) -> bool:
    """Tell whether the characters ``under`` a word of kana as large as they are set apart to be as wide as that is."""
    if len(word) == 1 or not all(_KANJI.match(glyph.text) for glyph in under):
        return False
    ordered = sorted(under, key=lambda glyph: glyph.x0)
    size = ordered[0].size
    before, after = ordered[0].x0 - word[0].x0, word[-1].x1 - ordered[-1].x1
    gaps = [right.x0 - left.x1 for left, right in pairwise(ordered)]
    return (
        min(before, after, *gaps, after) > _APART * size
        and abs(before - after) < _EVEN * size
        and max(gaps, default=0) - min(gaps, default=0) < _EVEN * size
    )


def put_ruby_after(items: list[T]) -> list[T]:
    """Return ``items`` with each row that is set like ruby, and was not told to be such, after the row below it."""
    for at, (item, below) in enumerate(pairwise(items)):
        if isinstance(item, TextRow) and isinstance(below, TextRow) and is_ruby(item, below):
            items[at : at + 2] = [below, item]
    return items
