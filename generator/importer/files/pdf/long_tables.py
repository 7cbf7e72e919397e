"""Puts a table together that goes on over the pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.importer.files.pdf.blocks import PageBlocks
from generator.importer.files.pdf.layout import SetTable
from generator.importer.files.pdf.lines import joined
from generator.importer.files.reading import Block, Grid, LeftOut
from generator.model.consultation import Cell, TableRow

REPEATED_ROW = "次のページで繰り返される表の見出し"
_SAME = 4.0


@dataclass(frozen=True)
class Joined:
    """The blocks of a file, with what was left out and noticed in joining its tables."""

    blocks: tuple[Block, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...]


def join_tables(pages: Iterable[PageBlocks]) -> Joined:
    """Return the blocks of ``pages``; a table that ends a page and goes on at the top of the next becomes one grid."""
    blocks: list[Block] = []
    left_out: list[LeftOut] = []
    notes: list[str] = []
    last: SetTable | None = None  # the table that ended the page before
    for page in pages:
        for index, block in enumerate(page.blocks):
            table = page.tables.get(block.number) if isinstance(block, Grid) else None
            before = blocks[-1] if blocks else None
            if index == 0 and last and table and isinstance(before, Grid) and _same_columns(last, table):
                blocks[-1], dropped = _joined(before, table)
                left_out.extend(LeftOut(text, page.page, block.number, REPEATED_ROW) for text in dropped)
                notes.append(
                    f"{page.page - 1}ページの表は{page.page}ページに続くものとして、一つにまとめました。"
                    "ページの変わり目の行を確かめてください。"
                )
            else:
                blocks.append(block)
        final = page.blocks[-1] if page.blocks else None
        last = page.tables.get(final.number) if isinstance(final, Grid) else None
    return Joined(tuple(blocks), tuple(left_out), tuple(notes))


def _same_columns(table: SetTable, other: SetTable) -> bool:
    first, second = table.table.xs, other.table.xs
    return len(first) == len(second) and all(
        abs((one - first[0]) - (two - second[0])) < _SAME for one, two in zip(first, second, strict=True)
    )


def _joined(grid: Grid, table: SetTable) -> tuple[Grid, list[str]]:
    """Return ``grid`` with the rows of ``table``, and the text of the heading that ``table`` repeats."""
    rows, following = list(grid.rows), list(table.rows)
    depth = max((cell.rows for cell in rows[0].cells), default=1)
    headings = [[row.cells for row in part[:depth]] for part in (rows, following)]
    dropped: list[str] = []
    if len(following) > depth and headings[0] == headings[1]:
        dropped = [" ".join(cell.text for cell in row.cells if cell.text) for row in following[:depth]]
        following = following[depth:]
        rows[:depth] = [replace(row, header=True) for row in rows[:depth]]
    columns = len(table.table.xs) - 1
    if table.table.cut and not dropped:
        rows, following = _mended(rows, following, columns), following[1:]
    return replace(grid, rows=_merged(rows, following, columns) if following else tuple(rows)), dropped


def _mended(rows: Sequence[TableRow], following: Sequence[TableRow], columns: int) -> list[TableRow]:
    """Return ``rows`` with the texts of the first row of ``following`` added to the last, which the page's end cut."""
    above = _last_cells(rows, columns)
    cells = [list(row.cells) for row in rows]
    for column, cell in _columns(following[0].cells).items():
        if column in above:
            at, upper = above[column]
            place = next(index for index, one in enumerate(cells[at]) if one is upper)
            cells[at][place] = Cell(joined((upper.text, cell.text)), upper.rows + cell.rows - 1, upper.columns)
    return [replace(row, cells=tuple(held)) for row, held in zip(rows, cells, strict=True)]


def _merged(rows: Sequence[TableRow], following: Sequence[TableRow], columns: int) -> tuple[TableRow, ...]:
    """Return the rows one after the other; a cell over several rows that the page's end cuts in two is one again."""
    above, below = _last_cells(rows, columns), _columns(following[0].cells)
    cells = [list(row.cells) for row in (*rows, *following)]
    gone: list[tuple[int, Cell]] = []
    for column, cell in below.items():
        found = above.get(column)
        if found is None:
            continue
        at, upper = found
        cut = (not cell.text and cell.rows > 1) or (not upper.text and upper.rows > 1)
        if cut and upper.columns == cell.columns and bool(upper.text) != bool(cell.text):
            place = next(index for index, one in enumerate(cells[at]) if one is upper)
            cells[at][place] = Cell(upper.text or cell.text, upper.rows + cell.rows, cell.columns)
            gone.append((len(rows), cell))
    for at, cell in gone:
        cells[at] = [one for one in cells[at] if one is not cell]
    return tuple(replace(row, cells=tuple(held)) for row, held in zip((*rows, *following), cells, strict=True))


def _columns(cells: Iterable[Cell]) -> dict[int, Cell]:
    """Return the cells of a first row by the column they begin in."""
    places, column = {}, 0
    for cell in cells:
        places[column] = cell
        column += cell.columns
    return places


def _last_cells(rows: Sequence[TableRow], columns: int) -> dict[int, tuple[int, Cell]]:
    """Return the cells that reach the last of ``rows`` by the column they begin in, each with the row it begins in."""
    last: dict[int, tuple[int, Cell]] = {}
    free = [0] * columns  # the row from which each column is free
    for at, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while column < columns and free[column] > at:
                column += 1
            for across in range(column, min(column + cell.columns, columns)):
                free[across] = at + cell.rows
            if at + cell.rows >= len(rows):
                last[column] = (at, cell)
            column += cell.columns
    return last
