"""Puts the pages of a PDF together; a table that the end of a page cuts in two is one again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from generator.importer.files.notes import ReaderNote
from generator.importer.files.pdf.pdf_blocks import PageBlocks
from generator.importer.files.pdf.pdf_layout import SetTable
from generator.importer.files.pdf.pdf_lines import join_rows
from generator.importer.files.reading import Block, Grid, LeftOut, Reading
from generator.model.consultation import Cell, TableRow
from generator.model.tables import lay_out

# Why a row is left out, as a clerk is told.
REPEATED_ROW: Final = "次のページで繰り返される表の見出し"
_JOINED: Final = "{}に続く表を、一つにまとめました。ページの変わり目の行を確かめてください。"
# How many points the columns of a table that goes on may be off.
_SAME: Final = 4.0


def join_pages(file: str, pages: Sequence[PageBlocks]) -> Reading:
    """Return ``file`` as read; a table that ends a page and goes on at the top of the next becomes one grid."""
    blocks: list[Block] = []
    left_out = [one for page in pages for one in page.left_out]
    notes = [note for page in pages for note in page.notes]
    last: SetTable | None = None  # the table that ended the page before
    for page in pages:
        for index, block in enumerate(page.blocks):
            table = page.tables.get(block.number) if isinstance(block, Grid) else None
            before = blocks[-1] if blocks else None
            if index == 0 and last and table and isinstance(before, Grid) and _same_columns(last, table):
                blocks[-1], dropped = _join(before, table)
                left_out.extend(LeftOut(text, page.page, block.number, REPEATED_ROW) for text in dropped)
                notes = [_move(note, block, before) for note in notes]
                notes.append(
                    ReaderNote(_JOINED, before.page, before.number, f"{page.page - 1}ページから{page.page}ページ")
                )
            else:
                blocks.append(block)
        final = page.blocks[-1] if page.blocks else None
        last = page.tables.get(final.number) if isinstance(final, Grid) else None
    left_out.sort(key=lambda one: (one.page, one.number))
    return Reading(file, tuple(blocks), tuple(left_out), tuple(notes))


def _move(note: ReaderNote, block: Block, before: Block) -> ReaderNote:
    """Return ``note``, at ``before`` if it is about ``block``, which became a part of that."""
    is_about = (note.page, note.number) == (block.page, block.number)
    return replace(note, page=before.page, number=before.number) if is_about else note


def _same_columns(table: SetTable, other: SetTable) -> bool:
    first, second = table.table.xs, other.table.xs
    return len(first) == len(second) and all(
        abs((one - first[0]) - (two - second[0])) < _SAME for one, two in zip(first, second, strict=True)
    )


def _join(grid: Grid, table: SetTable) -> tuple[Grid, list[str]]:
    """Return ``grid`` with the rows of ``table``, and the text of the heading that ``table`` repeats."""
    rows, following = list(grid.rows), list(table.rows)
    depth = max((cell.rows for cell in rows[0].cells), default=1)
    headings = [[row.cells for row in part[:depth]] for part in (rows, following)]
    dropped: list[str] = []
    if len(following) > depth and headings[0] == headings[1]:
        dropped = [" ".join(row.texts) for row in following[:depth]]
        following = following[depth:]
        rows[:depth] = [replace(row, header=True) for row in rows[:depth]]
    return replace(grid, rows=_join_rows(rows, following, cut=table.table.cut and not dropped)), dropped


def _join_rows(rows: Sequence[TableRow], following: Sequence[TableRow], *, cut: bool) -> tuple[TableRow, ...]:
    """Return the rows one after the other; what the page's end cuts in two is one again.

    That is a whole row where it is ``cut`` and has the same cells on both pages, and else a cell over several rows.
    """
    whole, seam = [*rows, *following], len(rows)
    placed = lay_out(whole).placed
    above = {one.column: one for one in placed if one.row < seam <= one.row + one.cell.rows}
    below = {one.column: one for one in placed if one.row == seam}
    pairs = [
        (upper, lower)
        for column, lower in below.items()
        if (upper := above.get(column)) is not None and upper.cell.columns == lower.cell.columns
    ]
    is_cut = cut and len(pairs) == len(below)
    cells: list[list[Cell | None]] = [list(row.cells) for row in whole]
    for upper, lower in pairs:
        if is_cut or _is_cut(upper.cell, lower.cell):
            text, height = join_rows((upper.cell.text, lower.cell.text)), upper.cell.rows + lower.cell.rows - is_cut
            cells[upper.row][upper.index] = Cell(text, height, upper.cell.columns)
            cells[lower.row][lower.index] = None
    joint = [replace(row, cells=tuple(filter(None, held))) for row, held in zip(whole, cells, strict=True)]
    return tuple(row for at, row in enumerate(joint) if not (is_cut and at == seam))


def _is_cut(upper: Cell, lower: Cell) -> bool:
    """Tell whether a cell over several rows goes on in one without text, or a long one begins without."""
    goes_on, begins = not lower.text and lower.rows > 1, not upper.text and upper.rows > 1
    return (goes_on or begins) and bool(upper.text) != bool(lower.text)
