"""Finds text that stands side by side on a page, and in which order it is read: columns of text, or a table's rows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from statistics import median
from typing import Final

from generator.importer.files.pdf.pdf_layout import Unit
from generator.importer.files.pdf.pdf_lines import TextRow
from generator.importer.files.pdf.pdf_ruby import put_ruby_after
from generator.japanese.eras import ERA_NAME
from generator.japanese.fold import without_space

# In ems: how wide the space between columns is at least, where a line shows it and over all lines.
_GUTTER: Final = 1.5
_COMMON: Final = 1.2
# How many lines stand side by side at least, so that it matters; and how many a column of text has.
_FEWEST: Final = 3
_COLUMN: Final = 5
# Columns meet within this part of the page's width, and fill at least so much of their own.
_MIDDLE: Final = (0.3, 0.7)
_FILLED: Final = 0.5
# A step of so many usual ones leaves out a line; a column of text has no two of them beside lines of the other.
_HOLE: Final = 1.9
# What the cells of a table are, where most of them are so.
_VALUE: Final = re.compile(
    r"(?:約|計|延べ?|合計)?[0-9０-９][0-9０-９,，.．]*[万億]?[件人円台枚回名戸世帯冊通箇か所%％千時間日月分]*|[○◯〇●×✕△▲－―‐ー-]|なし|無し|有|無|同上"
    rf"|(?:{ERA_NAME}).{{1,3}}年度?(?:.{{1,2}}月)?"
)
_MOST: Final = 0.6


class Beside(Enum):
    """What stands side by side."""

    COLUMNS = auto()
    ROWS = auto()
    UNSURE = auto()


@dataclass(frozen=True)
class Zone:
    """Items that are read from top to bottom; ``column`` tells that it is one of two beside each other.

    With each of ``unsure`` begin lines that may be parts of two columns, or a table's without lines.
    """

    items: tuple[Unit, ...]
    column: bool = False
    unsure: tuple[Unit, ...] = ()


@dataclass(frozen=True)
class _Gutter:
    """A space between two columns, over the items from ``first`` up to ``last``."""

    left: float
    right: float
    first: int
    last: int

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def divide_zones(items: Iterable[Unit], em: float) -> list[Zone]:
    """Return ``items`` in the order they are read, as zones; ``em`` is the usual size of a character, in points."""
    ordered = put_ruby_after(sorted(items, key=lambda item: (round(item.box.top / 4), item.box.x0)))
    found = [(gutter, _judge(ordered, gutter)) for gutter in _find_gutters(ordered, em)] if em else []
    columns = [gutter for gutter, kind in found if kind is Beside.COLUMNS]
    unsure = [ordered[gutter.first] for gutter, kind in found if kind is Beside.UNSURE]
    unsure.extend(item for item, below in pairwise(ordered) if _is_torn(item, below))
    if not columns:
        return [Zone(tuple(ordered), unsure=tuple(unsure))] if ordered else []
    gutter = max(columns, key=lambda one: one.last - one.first)
    left, right = _split_columns(ordered, gutter)
    zones = [
        Zone(tuple(ordered[: gutter.first]), unsure=tuple(unsure)),
        Zone(tuple(left), column=True),
        Zone(tuple(right), column=True),
        Zone(tuple(ordered[gutter.last :]), unsure=tuple(unsure)),
    ]
    return [zone for zone in zones if zone.items]


def _split_columns(items: Sequence[Unit], gutter: _Gutter) -> tuple[list[Unit], list[Unit]]:
    """Return what stands to the left and to the right of ``gutter``."""
    left: list[Unit] = []
    right: list[Unit] = []
    for item in items[gutter.first : gutter.last]:
        if isinstance(item, TextRow) and item.x0 < gutter.middle < item.x1:
            half = tuple(glyph for glyph in item.glyphs if glyph.x < gutter.middle)
            left.append(TextRow(half))
            right.append(TextRow(item.glyphs[len(half) :]))
        else:
            (left if item.box.x0 < gutter.middle else right).append(item)
    return left, right


def _find_gutters(items: Sequence[Unit], em: float) -> Iterator[_Gutter]:
    """Yield the gutters that lines respect which follow each other."""
    left, right = min((item.box.x0 for item in items), default=0), max((item.box.x1 for item in items), default=0)
    low, high = (left + part * (right - left) for part in _MIDDLE)
    reached = -1
    for index, item in enumerate(items):
        gaps = item.gaps if isinstance(item, TextRow) and index > reached else ()
        for start, end in gaps:
            if end - start >= _GUTTER * em and low <= (start + end) / 2 <= high:
                gutter = _extend(items, _Gutter(start, end, index, index + 1), em)
                reached = max(reached, gutter.last)
                yield gutter


def _extend(items: Sequence[Unit], gutter: _Gutter, em: float) -> _Gutter:
    """Return ``gutter`` over as many lines as leave it free."""
    for last in range(gutter.last, len(items)):
        narrower = _narrow(items[last], gutter, em)
        if narrower is None:
            break
        gutter = _Gutter(*narrower, gutter.first, last + 1)
    for first in range(gutter.first - 1, -1, -1):
        narrower = _narrow(items[first], gutter, em)
        if narrower is None:
            break
        gutter = _Gutter(*narrower, first, gutter.last)
    return _trim(items, gutter, em)


def _narrow(item: Unit, gutter: _Gutter, em: float) -> tuple[float, float] | None:
    """Return the gutter as ``item`` leaves it, or None where it does not leave enough."""
    gaps = item.gaps if isinstance(item, TextRow) else ()
    spaces = (
        (max(start, gutter.left), min(end, gutter.right))
        for start, end in ((item.box.x1, gutter.right), (gutter.left, item.box.x0), *gaps)
    )
    left, right = max(spaces, key=lambda space: space[1] - space[0])
    return (left, right) if right - left >= _COMMON * em else None


def _trim(items: Sequence[Unit], gutter: _Gutter, em: float) -> _Gutter:
    """Return ``gutter`` from its first to its last line of the right column; a line or two more of the left may follow.

    What stands above or below, and only to the left, is a heading or a paragraph of its own.
    """
    right = [index for index in range(gutter.first, gutter.last) if items[index].box.x1 > gutter.middle]
    first, last = right[0], right[-1] + 1
    steps = [below.box.top - item.box.top for item, below in pairwise(items[first:last])]
    usual = sorted(steps)[len(steps) // 2] if steps else 2 * em
    while last < gutter.last and items[last].box.top - items[last - 1].box.top <= 1.2 * max(usual, em):
        last += 1
    return _Gutter(gutter.left, gutter.right, first, last)


def _judge(items: Sequence[Unit], gutter: _Gutter) -> Beside | None:
    """Return what stands beside ``gutter``; None where it is too little to matter."""
    columns = _split_columns(items, gutter)
    if min(map(len, columns)) < _FEWEST:
        return None
    if any(_are_values(column) for column in columns):
        return Beside.ROWS
    sides = min(item.box.x0 for item in items), max(item.box.x1 for item in items)
    widths = (gutter.left - sides[0], sides[1] - gutter.right)
    whole = all(
        len(column) >= _COLUMN
        and max(part.box.width for part in column) >= _FILLED * width
        and _count_holes(column, other) < 2  # noqa: PLR2004 - one may be before a heading
        for column, other, width in zip(columns, reversed(columns), widths, strict=True)
    )
    return Beside.COLUMNS if whole else Beside.UNSURE


def _are_values(column: Sequence[Unit]) -> bool:
    texts = [without_space(item.text) if isinstance(item, TextRow) else "" for item in column]
    return sum(_VALUE.fullmatch(text) is not None for text in texts) >= _MOST * len(texts)


def _count_holes(column: Sequence[Unit], other: Sequence[Unit]) -> int:
    """Count the places where lines of ``column`` are further apart than usual and lines of ``other`` go on."""
    steps = sorted(below.box.top - item.box.top for part in (column, other) for item, below in pairwise(part))
    usual = median(steps[: len(steps) // 2 + 1]) if steps else 0
    return sum(
        below.box.top - item.box.top > _HOLE * usual
        and any(item.box.top < one.box.top < below.box.top - usual / 2 for one in other)
        for item, below in pairwise(column)
    )


def _is_torn(item: Unit, below: Unit) -> bool:
    """Tell whether two lines that do not follow each other stand side by side, at different heights."""
    if not (isinstance(item, TextRow) and isinstance(below, TextRow)):
        return False
    overlap = min(item.box.bottom, below.box.bottom) - max(item.box.top, below.box.top)
    apart = max(item.x0, below.x0) - min(item.x1, below.x1)
    return overlap > 0 and apart > _COMMON * min(item.size, below.size)
