"""Sorts what stands on a page: tables with their cells, lines and turned text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.importer.files.pdf.pdf_lines import TextRow, group_rows, join_rows, split_columns_of_letters
from generator.importer.files.pdf.pdf_page import Box, Glyph, Hidden, Sheet
from generator.importer.files.pdf.pdf_ruby import Aside, part_ruby, part_ruby_beside
from generator.importer.files.pdf.pdf_sides import part_side_numbers
from generator.importer.files.pdf.pdf_struck import part_struck
from generator.importer.files.pdf.pdf_tables import CellPlace, Table, draw_frame, find_tables
from generator.importer.files.pdf.pdf_watermark import part_watermark
from generator.model.consultation import Cell, TableRow

# A cell with so many lines in a table of one column is text with a frame around it.
_FRAMED: Final = 6


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
    level, sides = part_side_numbers([glyph for glyph in seen if glyph.turn == 0 and not glyph.margin], sheet.box)
    level, found = part_struck(level, sheet.edges)
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
    for part in (part_ruby, part_ruby_beside):
        level, found = part(level)
        asides.extend(found)
    rows, columns = split_columns_of_letters(group_rows(level))
    turned = (*sides, *columns, *_group_rows_by_turn([glyph for glyph in seen if glyph.turn != 0]))
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
