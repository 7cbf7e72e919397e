"""Sorts what stands on a page: tables with their cells, lines, turned text, and in which order it is read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.importer.files.pdf.pdf_lines import TextRow, group_rows, join_rows, split_columns_of_letters
from generator.importer.files.pdf.pdf_page import Box, Glyph, Hidden, Sheet
from generator.importer.files.pdf.pdf_ruby import Aside, part_ruby, put_ruby_after
from generator.importer.files.pdf.pdf_struck import part_struck
from generator.importer.files.pdf.pdf_tables import CellPlace, Table, draw_frame, find_tables
from generator.importer.files.pdf.pdf_watermark import part_watermark
from generator.model.consultation import Cell, TableRow

# A cell with so many lines in a table of one column is text with a frame around it.
_FRAMED: Final = 6
# In ems: how wide the space between columns is at least, where a line shows it and over all lines.
_GUTTER: Final = 1.5
_COMMON: Final = 1.2
# How many lines a column has at least.
_FEWEST: Final = 5
# Columns meet within this part of the page's width, and fill at least so much of their own.
_MIDDLE: Final = (0.3, 0.7)
_FILLED: Final = 0.5


@dataclass(frozen=True)
class SetTable:
    """A table with the text of its cells, as rows of a grid, and the glyphs in it."""

    table: Table
    rows: tuple[TableRow, ...]
    glyphs: tuple[Glyph, ...]

    @property
    def box(self) -> Box:
        """Where it is."""
        return self.table.box


Unit = TextRow | SetTable


@dataclass(frozen=True)
class PageLayout:
    """A page sorted: its tables, the lines around them from top to bottom, and what is read otherwise.

    What the PDF marks as the page's own is in lines of its own. ``turned`` are the lines of text that runs another way,
    ``hidden`` those that are not seen, with the reason, and ``asides`` what is seen and no part of the text.
    """

    sheet: Sheet
    tables: tuple[SetTable, ...]
    rows: tuple[TextRow, ...]
    turned: tuple[TextRow, ...]
    hidden: tuple[tuple[TextRow, Hidden], ...]
    asides: tuple[Aside, ...] = ()

    @property
    def lines(self) -> tuple[TextRow, ...]:
        """The lines outside the tables that are seen: the level ones, and the turned ones."""
        return (*self.rows, *self.turned)


def lay_out_page(sheet: Sheet) -> PageLayout:
    """Return what stands on ``sheet``, sorted; each of its characters is in one place."""
    unseen = ((reason, [glyph for glyph in sheet.glyphs if glyph.hidden is reason]) for reason in Hidden)
    hidden = [(row, reason) for reason, glyphs in unseen for row in _group_rows_by_turn(glyphs)]
    seen, asides = part_watermark([glyph for glyph in sheet.glyphs if glyph.hidden is None])
    marked = [glyph for glyph in seen if glyph.turn == 0 and glyph.margin]
    level, found = part_struck([glyph for glyph in seen if glyph.turn == 0 and not glyph.margin], sheet.edges)
    asides.extend(found)
    tables: list[SetTable] = []
    for table in _find_all_tables(sheet):
        held, rest = _divide(level, table)
        if _is_table(table, held):
            for place, glyphs in held.items():
                held[place], found = part_ruby(glyphs)
                asides.extend(found)
            tables.append(_set_table(table, held, sheet.dark))
            level = rest
    level, found = part_ruby(level)
    asides.extend(found)
    rows, columns = split_columns_of_letters(group_rows(level))
    turned = (*columns, *_group_rows_by_turn([glyph for glyph in seen if glyph.turn != 0]))
    return PageLayout(sheet, tuple(tables), (*rows, *group_rows(marked)), turned, tuple(hidden), tuple(asides))


def _group_rows_by_turn(glyphs: Sequence[Glyph]) -> list[TextRow]:
    turns = sorted({glyph.turn for glyph in glyphs})
    return [row for turn in turns for row in group_rows(glyph for glyph in glyphs if glyph.turn == turn)]


def _find_all_tables(sheet: Sheet) -> list[Table]:
    """Return the tables that lines make, and of those that only coloured cells make such as have rows and columns."""
    ruled = find_tables(sheet.edges)
    coloured = [
        table
        for table in find_tables([edge for box in (*sheet.dark, *sheet.white) for edge in draw_frame(box)])
        if min(len(table.xs), len(table.ys)) > 2  # noqa: PLR2004 - two rows or columns have three lines
        and not any(table.box.overlaps(other.box) for other in ruled)
    ]
    return [*ruled, *coloured]


def _divide(glyphs: Sequence[Glyph], table: Table) -> tuple[dict[CellPlace, list[Glyph]], list[Glyph]]:
    """Return the glyphs in each cell of ``table``, and those outside."""
    held: dict[CellPlace, list[Glyph]] = {place: [] for place in table.places}
    rest: list[Glyph] = []
    for glyph in glyphs:
        place = None
        if table.box.holds(glyph.x, glyph.y):
            place = next((place for place in table.places if place.box.holds(glyph.x, glyph.y)), None)
        (rest if place is None else held[place]).append(glyph)
    return held, rest


def _is_table(table: Table, held: dict[CellPlace, list[Glyph]]) -> bool:
    """Tell a table from a frame around text, and from a drawing without any."""
    if len(table.places) == 1 or not any(glyph.text.strip() for glyphs in held.values() for glyph in glyphs):
        return False
    return len(table.xs) > 2 or all(len(group_rows(glyphs)) < _FRAMED for glyphs in held.values())  # noqa: PLR2004


def _set_table(table: Table, held: dict[CellPlace, list[Glyph]], dark: Sequence[Box]) -> SetTable:
    rows: list[list[Cell]] = [[] for _ in table.ys[1:]]
    for place, glyphs in held.items():
        text = join_rows(row.text for row in group_rows(glyphs))
        rows[place.row].append(Cell(text, place.rows, place.columns))
    light = {place.row for place in table.places if not any(area.holds(*place.box.middle) for area in dark)}
    heading = 0 not in light and 1 in light
    return SetTable(
        table,
        tuple(TableRow(tuple(cells), header=heading and index == 0) for index, cells in enumerate(rows)),
        tuple(glyph for glyphs in held.values() for glyph in glyphs),
    )


@dataclass(frozen=True)
class Zone:
    """Items that are read from top to bottom; ``column`` tells that it is one of two beside each other."""

    items: tuple[Unit, ...]
    column: bool = False


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
    gutter = _find_gutter(ordered, em) if ordered and em else None
    if gutter is None:
        return [Zone(tuple(ordered))] if ordered else []
    left, right = _split_columns(ordered, gutter)
    zones = [
        Zone(tuple(ordered[: gutter.first])),
        Zone(tuple(left), column=True),
        Zone(tuple(right), column=True),
        Zone(tuple(ordered[gutter.last :])),
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


def _find_gutter(items: Sequence[Unit], em: float) -> _Gutter | None:
    """Return the gutter that most lines respect."""
    left, right = min(item.box.x0 for item in items), max(item.box.x1 for item in items)
    low, high = (left + part * (right - left) for part in _MIDDLE)
    found, reached = [], -1
    for index, item in enumerate(items):
        gaps = item.gaps if isinstance(item, TextRow) and index > reached else ()
        for start, end in gaps:
            if end - start >= _GUTTER * em and low <= (start + end) / 2 <= high:
                gutter = _extend(items, _Gutter(start, end, index, index + 1), em)
                reached = max(reached, gutter.last)
                if _is_gutter(items, gutter, (left, right)):
                    found.append(gutter)
    return max(found, key=lambda gutter: gutter.last - gutter.first, default=None)


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


def _is_gutter(items: Sequence[Unit], gutter: _Gutter, sides: tuple[float, float]) -> bool:
    """Tell whether two columns stand beside the gutter, and no list of names with their values."""
    widths = (gutter.left - sides[0], sides[1] - gutter.right)
    return all(
        len(column) >= _FEWEST and max(part.box.width for part in column) >= _FILLED * width
        for column, width in zip(_split_columns(items, gutter), widths, strict=True)
    )
