"""Sorts what stands on a page: tables with their cells, lines, turned text and what no reader sees."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from generator.importer.files.pdf.edges import frame_edges
from generator.importer.files.pdf.lines import Row, joined, rows_of
from generator.importer.files.pdf.page import Box, Glyph, Hidden, Sheet
from generator.importer.files.pdf.tables import Place, Table, tables_of
from generator.importer.files.pdf.upright import without_columns_of_letters
from generator.model.consultation import Cell, TableRow

# A cell with so many lines in a table of one column is text with a frame around it.
_FRAMED: Final = 6
# The part of the widest line's width that makes a line a long one; full lines end within so many points of each
# other, and punctuation hangs beyond them by so many ems.
_LONG: Final = 0.6
_FLUSH: Final = 4.0
_HANGING: Final = 1.3


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


@dataclass(frozen=True)
class Layout:
    """A page sorted: its tables, the lines around them from top to bottom, and what is read otherwise.

    ``turned`` are the lines of text that runs another way, ``hidden`` those that are not seen, with the reason.
    """

    sheet: Sheet
    tables: tuple[SetTable, ...]
    rows: tuple[Row, ...]
    turned: tuple[Row, ...]
    hidden: tuple[tuple[Row, Hidden], ...]


def layout_of(sheet: Sheet) -> Layout:
    """Return what stands on ``sheet``, sorted; each of its characters is in one place."""
    hidden = [
        (row, reason)
        for reason in Hidden
        for row in _rows_by_turn(glyph for glyph in sheet.glyphs if glyph.hidden is reason)
    ]
    seen = [glyph for glyph in sheet.glyphs if glyph.hidden is None]
    level = [glyph for glyph in seen if glyph.turn == 0]
    tables: list[SetTable] = []
    for table in _all_tables(sheet):
        held, rest = _divided(level, table)
        if held is not None and _is_table(table, held):
            tables.append(_set_table(table, held, sheet.dark))
            level = rest
    rows, columns = without_columns_of_letters(rows_of(level))
    turned = [*columns, *_rows_by_turn(glyph for glyph in seen if glyph.turn != 0)]
    return Layout(sheet, tuple(tables), tuple(rows), tuple(turned), tuple(hidden))


def _rows_by_turn(glyphs: Iterable[Glyph]) -> list[Row]:
    groups: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        groups[glyph.turn].append(glyph)
    return [row for turn in sorted(groups) for row in rows_of(groups[turn])]


def _all_tables(sheet: Sheet) -> list[Table]:
    """Return the tables that lines make, and of those that only coloured cells make such as have rows and columns."""
    ruled = tables_of(sheet.edges)
    areas = [edge for box in (*sheet.dark, *sheet.white) for edge in frame_edges(box)]
    coloured = [
        table
        for table in tables_of(areas)
        if min(len(table.xs), len(table.ys)) > 2  # noqa: PLR2004 - two rows or columns have three lines
        and not any(_overlap(table.box, other.box) for other in ruled)
    ]
    return [*ruled, *coloured]


def _overlap(box: Box, other: Box) -> bool:
    return min(box.x1, other.x1) > max(box.x0, other.x0) and min(box.bottom, other.bottom) > max(box.top, other.top)


def _divided(glyphs: Sequence[Glyph], table: Table) -> tuple[dict[Place, list[Glyph]], list[Glyph]]:
    """Return the glyphs in each cell of ``table``, and those outside."""
    held: dict[Place, list[Glyph]] = {place: [] for place in table.places}
    rest: list[Glyph] = []
    for glyph in glyphs:
        place = None
        if table.box.holds(glyph.x, glyph.y):
            place = next((place for place in table.places if place.box.holds(glyph.x, glyph.y)), None)
        (rest if place is None else held[place]).append(glyph)
    return held, rest


def _is_table(table: Table, held: dict[Place, list[Glyph]]) -> bool:
    """Tell a table from a frame around text, and from a drawing without any."""
    if len(table.places) == 1 or not any(glyph.text.strip() for glyphs in held.values() for glyph in glyphs):
        return False
    return len(table.xs) > 2 or all(len(rows_of(glyphs)) < _FRAMED for glyphs in held.values())  # noqa: PLR2004


def _set_table(table: Table, held: dict[Place, list[Glyph]], dark: Sequence[Box]) -> SetTable:
    rows: list[list[Cell]] = [[] for _ in table.ys[1:]]
    for place, glyphs in held.items():
        text = joined(row.text for row in rows_of(glyphs))
        rows[place.row].append(Cell(text, place.rows, place.columns))
    shaded = [all(_is_dark(place, dark) for place in table.places if place.row == index) for index in range(2)]
    heading = shaded == [True, False] and len(rows) > 1
    return SetTable(
        table,
        tuple(TableRow(tuple(cells), header=heading and index == 0) for index, cells in enumerate(rows)),
        tuple(glyph for glyphs in held.values() for glyph in glyphs),
    )


def _is_dark(place: Place, dark: Sequence[Box]) -> bool:
    box = place.box
    return any(area.holds((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2) for area in dark)


def usual_leading(rows: Sequence[Row]) -> float:
    """Return the usual distance between two lines of ``rows``, in points; 0 where there are too few to tell."""
    steps = sorted(below.base - row.base for row, below in pairwise(rows) if below.base - row.base > row.size)
    if not steps:
        return 0
    # Most lines are as near to each other as any: gaps only make it more.
    near = [step for step in steps if step <= 1.15 * steps[len(steps) // 4]]
    return median(near)


def flush_end(rows: Sequence[Row]) -> float | None:
    """Return where full lines end: the furthest end that several long lines share; None where too few do."""
    left, furthest = min(row.x0 for row in rows), max(row.x1 for row in rows)
    long = sorted((row.x1 for row in rows if row.x1 - left >= _LONG * (furthest - left)), reverse=True)
    for end in long:
        shared = [other for other in long if end - _FLUSH <= other <= end]
        beyond = sum(row.x1 > end + _HANGING * row.size for row in rows)
        if len(shared) > 2 and beyond <= max(1, len(rows) // 10):  # noqa: PLR2004 - two may end alike by chance
            return max(shared, key=lambda other: (sum(abs(other - one) < 1 for one in shared), other))
    return None


def usual_size(rows: Iterable[Row]) -> float:
    """Return the size of most characters of ``rows``, in points; 0 where there are none."""
    sizes = Counter(round(glyph.size, 1) for row in rows for glyph in row.printed)
    return sizes.most_common(1)[0][0] if sizes else 0
