"""Puts characters together to lines, by where they stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import Final

from generator.importer.files.pdf.page import ASCENT, DESCENT, Glyph

# Parts of a character's size: how far the characters of a line may stand from the line, and how small a small one is.
_LEVEL: Final = 0.28
_SMALL: Final = 0.9
_RUBY: Final = 0.62
# How much wider than between its neighbours, in ems, a gap is that stands for a space.
_SPACE: Final = 0.3
_WIDE_SPACE: Final = 0.8


@dataclass(frozen=True)
class Row:
    """Characters that stand on one line, from left to right. There is at least one that is not a space."""

    glyphs: tuple[Glyph, ...]

    @cached_property
    def printed(self) -> tuple[Glyph, ...]:
        """The characters that are not spaces."""
        return tuple(glyph for glyph in self.glyphs if glyph.text.strip())

    @cached_property
    def size(self) -> float:
        """The usual size of a character."""
        return median(glyph.size for glyph in self.printed)

    @cached_property
    def x0(self) -> float:
        """Where it begins."""
        return min(glyph.x0 for glyph in self.printed)

    @cached_property
    def x1(self) -> float:
        """Where it ends."""
        return max(glyph.x1 for glyph in self.printed)

    @cached_property
    def base(self) -> float:
        """The y it stands on."""
        return median(glyph.base for glyph in self.printed)

    @property
    def top(self) -> float:
        """Where it begins, from above."""
        return self.base - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """Where it ends, below."""
        return self.base + DESCENT * self.size

    @cached_property
    def gaps(self) -> tuple[tuple[float, float], ...]:
        """Where nothing is printed between two characters, as from where to where."""
        return tuple(
            (left.x1, right.x0) for left, right in pairwise(self.printed) if right.x0 - left.x1 > _SPACE * self.size
        )

    @cached_property
    def text(self) -> str:
        """The characters, with a space where the PDF has one or a gap says so, and none at the ends."""
        between = [right.x0 - left.x1 for left, right in pairwise(self.printed)]
        usual = max(median(between), 0) if between else 0
        parts: list[str] = []
        for left, right in pairwise((None, *self.glyphs)):
            if left is not None and right is not None and left.text.strip() and right.text.strip():
                parts.append(_gap((right.x0 - left.x1 - usual) / self.size))
            parts.append(right.text if right is not None else "")
        return "".join(parts).strip()


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """Return ``glyphs``, all of one turn, as rows from top to bottom; a row of ruby comes after the row it explains."""
    groups: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        level = _LEVEL * max(glyph.size, groups[-1][0].size) if groups else 0
        if groups and glyph.base - groups[-1][0].base <= level:
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    rows = [row for group in _small_ones_joined(groups) if (row := _row(group))]
    return list(_ruby_after(rows))


def is_ruby(row: Row, below: Row) -> bool:
    """Tell whether ``row`` is set small over characters of the row ``below``."""
    return (
        row.size <= _RUBY * below.size
        and 0 < below.base - row.base < 1.5 * below.size
        and row.x0 >= below.x0 - below.size / 2
        and row.x1 <= below.x1 + below.size / 2
    )


def joined(texts: Iterable[str]) -> str:
    """Return the lines of one text joined without a break; between two Latin words stays a space."""
    whole = ""
    for text in texts:
        latin = bool(whole) and _is_latin(whole[-1]) and bool(text) and _is_latin(text[0])
        whole += f" {text}" if latin else text
    return whole


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _gap(width: float) -> str:
    if width < _SPACE:
        return ""
    return " " if width < _WIDE_SPACE else "\N{IDEOGRAPHIC SPACE}"


def _row(glyphs: Iterable[Glyph]) -> Row | None:
    ordered = tuple(sorted(glyphs, key=lambda glyph: (glyph.x0, glyph.x1)))
    return Row(ordered) if any(glyph.text.strip() for glyph in ordered) else None


def _small_ones_joined(groups: Sequence[list[Glyph]]) -> list[list[Glyph]]:
    """Return ``groups``, with raised and lowered small characters moved into the line that has room for them."""
    sizes = [max((glyph.size for glyph in group if glyph.text.strip()), default=0) for group in groups]
    result = [list(group) for group in groups]
    for index, group in enumerate(groups):
        for other in (index - 1, index + 1):
            if not 0 <= other < len(groups) or not sizes[index] or sizes[index] > _SMALL * sizes[other]:
                continue
            near = abs(groups[other][0].base - group[0].base) < 0.6 * sizes[other]
            moved = [glyph for glyph in result[index] if near and _has_room(glyph, groups[other])]
            result[other].extend(moved)
            result[index] = [glyph for glyph in result[index] if glyph not in moved]
    return result


def _has_room(glyph: Glyph, group: Iterable[Glyph]) -> bool:
    return all(min(glyph.x1, other.x1) - max(glyph.x0, other.x0) < 0.2 * glyph.size for other in group)


def _ruby_after(rows: Sequence[Row]) -> Iterator[Row]:
    waiting: list[Row] = []
    for row, below in pairwise((*rows, None)):
        if row is None:
            return
        if below is not None and is_ruby(row, below):
            waiting.append(row)
        else:
            yield row
            yield from waiting
            waiting = []
