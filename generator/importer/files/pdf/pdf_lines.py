"""Puts characters together to lines, by where they stand, and measures the lines."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import Final

from generator.importer.files.pdf.pdf_page import ASCENT, DESCENT, RIGHT_ANGLE, Box, Glyph

# Parts of a character's size: how far the characters of a line may stand from the line, and how small a small one is.
_LEVEL: Final = 0.28
_SMALL: Final = 0.9
_RUBY: Final = 0.62
# How much wider than between its neighbours, in ems, a gap is that stands for a space.
_SPACE: Final = 0.3
_WIDE_SPACE: Final = 0.8
# How many such rows lie under each other at least, how many letters each has, and in ems how far they are apart.
_FEWEST: Final = 4
_LETTERS: Final = 3
_STEP: Final = 1.2
_APART: Final = 0.4
# The part of the widest line's width that makes a line a long one; full lines end within so many points of each
# other, and punctuation hangs beyond them by so many ems.
_LONG: Final = 0.6
_FLUSH: Final = 4.0
_HANGING: Final = 1.3


@dataclass(frozen=True)
class TextRow:
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

    @cached_property
    def box(self) -> Box:
        """Where it is."""
        return Box(self.x0, self.base - ASCENT * self.size, self.x1, self.base + DESCENT * self.size)

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
        left, unseen = None, 0.0
        for right in self.glyphs:
            if not right.text:  # it prints nothing, and the room that it takes is no gap
                unseen += right.x1 - right.x0
                continue
            if left is not None and left.text.strip() and right.text.strip():
                parts.append(_write_gap((right.x0 - left.x1 - unseen - usual) / self.size))
            parts.append(right.text)
            left, unseen = right, 0.0
        return "".join(parts).strip()


def group_rows(glyphs: Iterable[Glyph]) -> list[TextRow]:
    """Return ``glyphs``, all of one turn, as rows from top to bottom; a row of ruby comes after the row it explains."""
    groups: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        level = _LEVEL * max(glyph.size, groups[-1][0].size) if groups else 0
        if groups and glyph.base - groups[-1][0].base <= level:
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    rows = [row for group in _join_small_ones(groups) if (row := _make_row(group))]
    return list(_put_ruby_after(rows))


def is_ruby(row: TextRow, below: TextRow) -> bool:
    """Tell whether ``row`` is set small over characters of the row ``below``."""
    return (
        row.size <= _RUBY * below.size
        and 0 < below.base - row.base < 1.1 * below.size
        and row.x0 >= below.x0 - below.size / 2
        and row.x1 <= below.x1 + below.size / 2
    )


def join_rows(texts: Iterable[str]) -> str:
    """Return the lines of one text joined without a break; between two Latin words stays a space."""
    whole = ""
    for text in texts:
        latin = bool(whole) and _is_latin(whole[-1]) and bool(text) and _is_latin(text[0])
        whole += f" {text}" if latin else text
    return whole


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _write_gap(width: float) -> str:
    if width < _SPACE:
        return ""
    return " " if width < _WIDE_SPACE else "\N{IDEOGRAPHIC SPACE}"


def _make_row(glyphs: Iterable[Glyph]) -> TextRow | None:
    ordered = tuple(sorted(glyphs, key=lambda glyph: (glyph.x0, glyph.x1)))
    return TextRow(ordered) if any(glyph.text.strip() for glyph in ordered) else None


def _join_small_ones(groups: Sequence[list[Glyph]]) -> list[list[Glyph]]:
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


def _put_ruby_after(rows: Sequence[TextRow]) -> Iterator[TextRow]:
    waiting: list[TextRow] = []
    for row, below in pairwise((*rows, None)):
        if row is None:
            return
        if below is not None and is_ruby(row, below):
            waiting.append(row)
        else:
            yield row
            yield from waiting
            waiting = []


def split_columns_of_letters(rows: Sequence[TextRow]) -> tuple[list[TextRow], list[TextRow]]:
    """Return the rows that are lines, and the columns of letters that the others are, from right to left."""
    kept: list[TextRow] = []
    columns: list[TextRow] = []
    for run in _group_runs(rows):
        if len(run) >= _FEWEST and sum(_is_across_columns(row) for row in run) >= _FEWEST:
            columns.extend(group_rows(turn_downwards(glyph) for row in run for glyph in row.glyphs))
        else:
            kept.extend(run)
    return kept, columns


def _group_runs(rows: Sequence[TextRow]) -> Iterator[list[TextRow]]:
    """Yield ``rows`` in runs: those that might be rows through one block of columns, and each other by itself."""
    run: list[TextRow] = []
    for before, row in pairwise((None, *rows)):
        if row is None:
            continue
        near = before is not None and 0 < row.base - before.base <= _STEP * row.size
        if run and not (near and _might_be_across(row)):
            yield run
            run = []
        if _might_be_across(row):
            run.append(row)
        else:
            yield [row]
    if run:
        yield run


def _might_be_across(row: TextRow) -> bool:
    return len(row.printed) < _LETTERS or _is_across_columns(row)


def _is_across_columns(row: TextRow) -> bool:
    gaps = [right.x0 - left.x1 for left, right in pairwise(row.printed)]
    return len(row.printed) >= _LETTERS and median(gaps) >= _APART * row.size


def turn_downwards(glyph: Glyph) -> Glyph:
    """Return ``glyph`` as a letter of a line that runs downwards."""
    top, bottom = glyph.base - ASCENT * glyph.size, glyph.base + DESCENT * glyph.size
    return replace(glyph, x0=top, x1=bottom, base=-(glyph.x + (DESCENT - 0.5) * glyph.size), turn=RIGHT_ANGLE)


def measure_leading(rows: Sequence[TextRow]) -> float:
    """Return the usual distance between two lines of ``rows``, in points; 0 where there are too few to tell."""
    steps = sorted(below.base - row.base for row, below in pairwise(rows) if below.base - row.base > row.size)
    if not steps:
        return 0
    # Most lines are as near to each other as any: gaps only make it more.
    near = [step for step in steps if step <= 1.15 * steps[len(steps) // 4]]
    return median(near)


def find_flush_end(rows: Sequence[TextRow]) -> float | None:
    """Return where full lines end: the furthest end that several long lines share; None where too few do."""
    left, furthest = min(row.x0 for row in rows), max(row.x1 for row in rows)
    long = sorted((row.x1 for row in rows if row.x1 - left >= _LONG * (furthest - left)), reverse=True)
    for end in long:
        shared = [other for other in long if end - _FLUSH <= other <= end]
        beyond = sum(row.x1 > end + _HANGING * row.size for row in rows)
        if len(shared) > 2 and beyond <= max(1, len(rows) // 10):  # noqa: PLR2004 - two may end alike by chance
            return max(shared, key=lambda other: (sum(abs(other - one) < 1 for one in shared), other))
    return None


def measure_size(rows: Iterable[TextRow]) -> float:
    """Return the size of most characters of ``rows``, in points; 0 where there are none."""
    sizes = Counter(round(glyph.size, 1) for row in rows for glyph in row.printed)
    return sizes.most_common(1)[0][0] if sizes else 0
