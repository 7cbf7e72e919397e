"""Lays out the cells of a Word table, merged ones included."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.consultation import Cell, TableRow


@dataclass(frozen=True)
class RawCell:
    """A cell as the file has it: its text, how many columns of the grid it spans, and whether one above goes on."""

    text: str
    columns: int
    merged: bool = False
    goes_on: bool = False


@dataclass(frozen=True)
class RawRow:
    """A row as the file has it, with how many columns of the grid stand empty before it."""

    cells: tuple[RawCell, ...]
    before: int = 0
    header: bool = False


@dataclass
class _GridCell:
    """A cell in the grid: its text, its first row and column, and those after its last."""

    text: str
    row: int
    column: int
    bottom: int
    right: int


def lay_out_rows(rows: Sequence[RawRow]) -> tuple[tuple[TableRow, ...], tuple[str, ...]]:
    """Return ``rows`` with their cells merged as they are printed, and the texts that merging hides."""
    placed: list[_GridCell] = []
    hidden: list[str] = []
    above: dict[int, _GridCell] = {}
    for index, row in enumerate(rows):
        here: dict[int, _GridCell] = {}
        for column, cell in _number_columns(row):
            right, over = column + cell.columns, above.get(column)
            if cell.goes_on and over is not None and over.right == right:
                over.bottom = index + 1
                hidden.extend([cell.text] if cell.text else [])
                here[column] = over
                continue
            one = _GridCell(cell.text, index, column, index + 1, right)
            placed.append(one)
            if cell.merged or cell.goes_on:
                here[column] = one
        above = here
    return _keep_rows(rows, [*placed, *_fill_rows(placed, len(rows))]), tuple(hidden)


def _number_columns(row: RawRow) -> Iterator[tuple[int, RawCell]]:
    column = row.before
    if row.before:
        yield 0, RawCell("", row.before)
    for cell in row.cells:
        yield column, cell
        column += cell.columns


def _fill_rows(placed: Sequence[_GridCell], count: int) -> Iterator[_GridCell]:
    """Yield an empty cell for what each of the ``count`` rows lacks at its end."""
    width = max((one.right for one in placed), default=0)
    ends = [0] * count
    for one in placed:
        for row in range(one.row, one.bottom):
            ends[row] = max(ends[row], one.right)
    for row, end in enumerate(ends):
        if end < width:
            yield _GridCell("", row, end, row + 1, width)


def _keep_rows(rows: Sequence[RawRow], placed: Sequence[_GridCell]) -> tuple[TableRow, ...]:
    """Return the rows and columns in which a cell begins; the grid of a file has others, too."""
    columns = sorted({one.column for one in placed} | {one.right for one in placed})
    kept = sorted({one.row for one in placed})
    beginning: dict[int, list[tuple[int, Cell]]] = {row: [] for row in kept}
    for one in placed:
        height = bisect_left(kept, one.bottom) - bisect_left(kept, one.row)
        width = bisect_left(columns, one.right) - bisect_left(columns, one.column)
        beginning[one.row].append((one.column, Cell(one.text, height, width)))
    header = _count_headings(rows)
    return tuple(
        TableRow(tuple(cell for _, cell in sorted(beginning[row], key=lambda pair: pair[0])), row < header)
        for row in kept
    )


def _count_headings(rows: Sequence[RawRow]) -> int:
    """Return how many rows at the top are headings; a table of nothing else has none."""
    return next((index for index, row in enumerate(rows) if not row.header), 0)


def put_in_one_line(row: TableRow) -> str:
    """Return the texts of ``row`` on one line: a table that stands in a cell has no rows of its own there."""
    return "  ".join(text.replace("\n", " ") for text in row.texts)
