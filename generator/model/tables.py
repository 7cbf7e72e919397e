"""Where the cells of a table stand: as in HTML, each in the first place of its row that no cell from above takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from generator.model.consultation import Cell, TableRow

MOST_COLUMNS: Final = 100


class Fault(Enum):
    """What keeps cells from filling a grid."""

    SPANS_NOTHING = auto()
    TOO_WIDE = auto()
    OVERLAPS = auto()
    BEYOND_THE_EDGE = auto()
    HOLE = auto()
    BELOW_THE_END = auto()


@dataclass(frozen=True)
class Placed:
    """A cell, the row and the column it begins in, and which of the cells of its row it is, all from 0."""

    cell: Cell
    row: int
    column: int
    index: int


@dataclass(frozen=True)
class FaultyPlace:
    """A fault, the row it is found in, and the cell of that row; no cell where the row as a whole is at fault."""

    fault: Fault
    row: int
    index: int | None = None


@dataclass(frozen=True)
class Layout:
    """The cells of a table in their places, up to the first fault if there is one; and how many columns it has."""

    placed: tuple[Placed, ...]
    columns: int
    fault: FaultyPlace | None = None


def lay_out(table: Sequence[TableRow]) -> Layout:
    """Return where the cells of ``table`` stand. Its first row says how many columns there are."""
    layout = _LayingOut(table)
    fault = layout.place_all()
    return Layout(tuple(layout.placed), layout.width, fault)


class _LayingOut:
    def __init__(self, table: Sequence[TableRow]) -> None:
        self.placed: list[Placed] = []
        self.width = sum(cell.columns for cell in table[0].cells) if table else 0
        self._table = table
        # For each column the first row that no cell from above takes.
        self._free_from = [0] * min(max(self.width, 0), MOST_COLUMNS)

    def place_all(self) -> FaultyPlace | None:
        """Place cells until one does not fit, and return what is wrong with it."""
        for row, cells in enumerate(self._table):
            for index, cell in enumerate(cells.cells):
                fault = self._place(row, index, cell)
                if fault is not None:
                    return FaultyPlace(fault, row, index)
            if any(free <= row for free in self._free_from):
                return FaultyPlace(Fault.HOLE, row)
        return None

    def _place(self, row: int, index: int, cell: Cell) -> Fault | None:
        if cell.rows < 1 or cell.columns < 1:
            return Fault.SPANS_NOTHING
        if self.width > MOST_COLUMNS:
            return Fault.TOO_WIDE
        if row + cell.rows > len(self._table):
            return Fault.BELOW_THE_END
        column = next((each for each, free in enumerate(self._free_from) if free <= row), self.width)
        end = column + cell.columns
        if end > self.width:
            return Fault.BEYOND_THE_EDGE
        if any(free > row for free in self._free_from[column:end]):
            return Fault.OVERLAPS
        self._free_from[column:end] = [row + cell.rows] * cell.columns
        self.placed.append(Placed(cell, row, column, index))
        return None
