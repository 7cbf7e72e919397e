"""Divides a page into what is read one after the other: text over the whole width, and columns beside each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.importer.files.pdf.layout import SetTable
from generator.importer.files.pdf.lines import Row, is_ruby

Item = Row | SetTable

# In ems: how wide the space between columns is at least, where a line shows it and over all lines.
_GUTTER: Final = 1.5
_COMMON: Final = 1.2
# How many lines a column has at least.
_FEWEST: Final = 5
# Columns meet within this part of the page's width, and fill at least so much of their own.
_MIDDLE: Final = (0.3, 0.7)
_FILLED: Final = 0.5


@dataclass(frozen=True)
class Zone:
    """Items that are read from top to bottom; ``column`` tells that it is one of two beside each other."""

    items: tuple[Item, ...]
    column: bool = False


@dataclass(frozen=True)
class _Gutter:
    """A space between two columns, over the items from ``first`` up to ``last``."""

    left: float
    right: float
    first: int
    last: int


def top_of(item: Item) -> float:
    """Return where ``item`` begins, from above."""
    return item.box.top if isinstance(item, SetTable) else item.top


def zones_of(items: Iterable[Item], em: float) -> list[Zone]:
    """Return ``items`` in the order they are read, as zones; ``em`` is the usual size of a character, in points."""
    ordered = _ruby_after(sorted(items, key=lambda item: (round(top_of(item) / 4), _across(item)[0])))
    gutter = _gutter(ordered, em) if em else None
    if gutter is None:
        return [Zone(tuple(ordered))] if ordered else []
    inside = ordered[gutter.first : gutter.last]
    middle = (gutter.left + gutter.right) / 2
    halves = [part for item in inside for part in _halves(item, middle)]
    zones = [
        Zone(tuple(ordered[: gutter.first])),
        Zone(tuple(item for item in halves if _across(item)[0] < middle), column=True),
        Zone(tuple(item for item in halves if _across(item)[0] >= middle), column=True),
        Zone(tuple(ordered[gutter.last :])),
    ]
    return [zone for zone in zones if zone.items]


def column_width(zone: Zone) -> float:
    """Return how wide the widest of the zone's items is, in points."""
    return max(x1 - x0 for x0, x1 in map(_across, zone.items))


def _ruby_after(items: list[Item]) -> list[Item]:
    """Return ``items`` with each row of ruby after the row it explains."""
    for at, (item, below) in enumerate(pairwise(items)):
        if isinstance(item, Row) and isinstance(below, Row) and is_ruby(item, below):
            items[at : at + 2] = [below, item]
    return items


def _across(item: Item) -> tuple[float, float]:
    return (item.box.x0, item.box.x1) if isinstance(item, SetTable) else (item.x0, item.x1)


def _halves(item: Item, middle: float) -> list[Item]:
    if isinstance(item, SetTable) or not item.x0 < middle < item.x1:
        return [item]
    left = tuple(glyph for glyph in item.glyphs if glyph.x < middle)
    return [Row(left), Row(item.glyphs[len(left) :])]


def _gutter(items: Sequence[Item], em: float) -> _Gutter | None:
    """Return the gutter that most lines respect."""
    if not items:
        return None
    left, right = min(_across(item)[0] for item in items), max(_across(item)[1] for item in items)
    low, high = (left + part * (right - left) for part in _MIDDLE)
    found = []
    reached = -1
    for index, item in enumerate(items):
        gaps = item.gaps if isinstance(item, Row) and index > reached else ()
        for start, end in gaps:
            if end - start >= _GUTTER * em and low <= (start + end) / 2 <= high:
                gutter = _extended(items, _Gutter(start, end, index, index + 1), em)
                reached = max(reached, gutter.last)
                if _is_gutter(items, gutter, (left, right)):
                    found.append(gutter)
    return max(found, key=lambda gutter: gutter.last - gutter.first, default=None)


def _extended(items: Sequence[Item], gutter: _Gutter, em: float) -> _Gutter:
    """Return ``gutter`` over as many lines as leave it free."""
    for last in range(gutter.last, len(items)):
        narrower = _narrowed(items[last], gutter, em)
        if narrower is None:
            break
        gutter = _Gutter(*narrower, gutter.first, last + 1)
    for first in range(gutter.first - 1, -1, -1):
        narrower = _narrowed(items[first], gutter, em)
        if narrower is None:
            break
        gutter = _Gutter(*narrower, first, gutter.last)
    return _trimmed(items, gutter, em)


def _narrowed(item: Item, gutter: _Gutter, em: float) -> tuple[float, float] | None:
    """Return the gutter as ``item`` leaves it, or None where it does not leave enough."""
    x0, x1 = _across(item)
    spaces = [(x1, gutter.right), (gutter.left, x0), *(item.gaps if isinstance(item, Row) else ())]
    left, right = max(
        ((max(start, gutter.left), min(end, gutter.right)) for start, end in spaces),
        key=lambda space: space[1] - space[0],
    )
    return (left, right) if right - left >= _COMMON * em else None


def _trimmed(items: Sequence[Item], gutter: _Gutter, em: float) -> _Gutter:
    """Return ``gutter`` from its first to its last line of the right column; a line or two more of the left may follow.

    What stands above or below, and only to the left, is a heading or a paragraph of its own.
    """
    middle = (gutter.left + gutter.right) / 2
    right = [index for index in range(gutter.first, gutter.last) if _across(items[index])[1] > middle]
    first, last = right[0], right[-1] + 1
    steps = [top_of(below) - top_of(item) for item, below in pairwise(items[first:last])]
    usual = sorted(steps)[len(steps) // 2] if steps else 2 * em
    while last < gutter.last and top_of(items[last]) - top_of(items[last - 1]) <= 1.2 * max(usual, em):
        last += 1
    return _Gutter(gutter.left, gutter.right, first, last)


def _is_gutter(items: Sequence[Item], gutter: _Gutter, sides: tuple[float, float]) -> bool:
    """Tell whether two columns stand beside the gutter, and no list of names with their values."""
    middle = (gutter.left + gutter.right) / 2
    halves = [part for item in items[gutter.first : gutter.last] for part in _halves(item, middle)]
    columns = (
        ([part for part in halves if _across(part)[0] < middle], gutter.left - sides[0]),
        ([part for part in halves if _across(part)[0] >= middle], sides[1] - gutter.right),
    )
    return all(
        len(column) >= _FEWEST and max(_across(part)[1] - _across(part)[0] for part in column) >= _FILLED * width
        for column, width in columns
    )
