"""Where the cells of a table stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.consultation import Cell, TableRow
from generator.model.tables import MOST_COLUMNS, Fault, FaultyPlace, lay_out

Spans = tuple[int, int]


def table(*rows: list[str | Spans]) -> tuple[TableRow, ...]:
    """A table of cells that are given by their text or by how many rows and columns they span."""
    return tuple(
        TableRow(tuple(Cell(cell) if isinstance(cell, str) else Cell("字", *cell) for cell in cells)) for cells in rows
    )


def places(rows: tuple[TableRow, ...]) -> list[list[tuple[int, int]]]:
    """For each row the column and the index of each cell that begins in it."""
    placed = lay_out(rows).placed
    return [[(each.column, each.index) for each in placed if each.row == row] for row in range(len(rows))]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (table(), []),
        (table(["甲", ""]), [[(0, 0), (1, 1)]]),
        (table([(2, 1), "乙"], ["丙"]), [[(0, 0), (1, 1)], [(1, 0)]]),
        (table(["甲", (2, 1), "乙"], ["丙", "丁"]), [[(0, 0), (1, 1), (2, 2)], [(0, 0), (2, 1)]]),
        (table([(1, 2), (3, 1)], ["甲", "乙"], [(1, 2)]), [[(0, 0), (2, 1)], [(0, 0), (1, 1)], [(0, 0)]]),
        (table([(2, 2)], []), [[(0, 0)], []]),
    ],
)
def test_a_cell_stands_in_the_first_free_place_of_its_row(
    rows: tuple[TableRow, ...], expected: list[list[tuple[int, int]]]
) -> None:
    assert lay_out(rows).fault is None
    assert places(rows) == expected


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (table(["甲", "乙"], ["丙"]), FaultyPlace(Fault.HOLE, 1)),
        (table(["甲", "乙"], []), FaultyPlace(Fault.HOLE, 1)),
        (table(["甲"], ["乙", "丙"]), FaultyPlace(Fault.BEYOND_THE_EDGE, 1, 1)),
        (table(["甲", "乙"], ["丙", (1, 2)]), FaultyPlace(Fault.BEYOND_THE_EDGE, 1, 1)),
        (table(["甲", (2, 1), "乙"], [(1, 3)]), FaultyPlace(Fault.OVERLAPS, 1, 0)),
        (table(["甲", (2, 1), "乙"], [(1, 2), "丙"]), FaultyPlace(Fault.OVERLAPS, 1, 0)),
        (table([(2, 1), "甲"]), FaultyPlace(Fault.BELOW_THE_END, 0, 0)),
        (table(["甲", (0, 1)]), FaultyPlace(Fault.SPANS_NOTHING, 0, 1)),
        (table(["甲", (1, 0)]), FaultyPlace(Fault.SPANS_NOTHING, 0, 1)),
        (table([(1, MOST_COLUMNS), "甲"]), FaultyPlace(Fault.TOO_WIDE, 0, 0)),
        (table([(1, 999_999_999_999)], ["甲"]), FaultyPlace(Fault.TOO_WIDE, 0, 0)),
        (table(["甲"], [(999_999_999_999, 999_999_999_999)]), FaultyPlace(Fault.BELOW_THE_END, 1, 0)),
    ],
)
def test_what_leaves_a_hole_or_has_no_place_is_a_fault(rows: tuple[TableRow, ...], fault: FaultyPlace) -> None:
    assert lay_out(rows).fault == fault


_SPANS = st.tuples(st.integers(0, 3), st.integers(0, 3))


@given(st.lists(st.lists(_SPANS, max_size=4), max_size=4))
def test_a_table_without_fault_is_filled_exactly(rows: list[list[str | Spans]]) -> None:
    layout = lay_out(table(*rows))
    taken = [
        (row, column)
        for placed in layout.placed
        for row in range(placed.row, placed.row + placed.cell.rows)
        for column in range(placed.column, placed.column + placed.cell.columns)
    ]
    assert len(taken) == len(set(taken))
    if layout.fault is None:
        assert set(taken) == {(row, column) for row in range(len(rows)) for column in range(layout.columns)}
