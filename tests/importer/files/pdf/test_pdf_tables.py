"""Tables drawn by hand, line by line: which lines make cells, and what becomes of their words."""

from collections.abc import Callable, Iterator, Sequence

import pytest

from generator.importer.files.pdf.pdf_page import Box, Edge
from generator.importer.files.pdf.pdf_tables import CellPlace, find_tables
from generator.importer.files.reading import Grid, Line, Reading
from generator.model.consultation import Cell, TableRow
from tests.importer.handmade import handmade, show

ReadBytes = Callable[[bytes], Reading]
Places = list[tuple[int, int, int, int]]

# Points from the lower left, for two rows and two columns.
XS, YS = (72, 172, 272), (500, 540, 580)


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{x0} {y0} m {x1} {y1} l S\n"


def ruled(xs: Sequence[float] = XS, ys: Sequence[float] = YS) -> str:
    """Draw all lines of a table."""
    return "".join(
        [*(rule(xs[0], y, xs[-1], y) for y in ys), *(rule(x, ys[0], x, ys[-1]) for x in xs)],
    )


def shaded(x: float, y: float, width: float, height: float) -> str:
    return f"0.8 g {x} {y} {width} {height} re f 0 g\n"


def words(*rows: str, xs: Sequence[float] = XS, ys: Sequence[float] = YS) -> str:
    """Print a character in each cell, row by row from above; a space is none."""
    return "".join(
        show(letter, xs[column] + 20, y + 15)
        for y, row in zip(reversed(ys[:-1]), rows, strict=True)
        for column, letter in enumerate(row)
        if letter.strip()
    )


def grids(reading: Reading) -> Iterator[tuple[TableRow, ...]]:
    return (block.rows for block in reading.blocks if isinstance(block, Grid))


def level(y: float, start: float, end: float) -> Edge:
    return Edge(level=True, place=y, start=start, end=end)


def upright(x: float, start: float, end: float) -> Edge:
    return Edge(level=False, place=x, start=start, end=end)


def frame(x0: float, top: float, x1: float, bottom: float) -> list[Edge]:
    return [level(top, x0, x1), level(bottom, x0, x1), upright(x0, top, bottom), upright(x1, top, bottom)]


def places(edges: Sequence[Edge]) -> list[Places]:
    """Return row, column, rows and columns of each cell of each table."""
    return [[(one.row, one.column, one.rows, one.columns) for one in table.places] for table in find_tables(edges)]


@pytest.mark.parametrize(
    ("shade", "header"),
    [
        (shaded(72, 540, 200, 40), [True, False]),
        (shaded(72, 540, 60, 40) + shaded(172, 540, 60, 40), [True, False]),
        (shaded(72, 540, 40, 40) + shaded(172, 540, 100, 40), [False, False]),  # beside the middle of the first cell
        (shaded(72, 565, 200, 15), [False, False]),  # above the middle
        (shaded(72, 540, 100, 40), [False, False]),
        (shaded(172, 540, 100, 40), [False, False]),
        (shaded(72, 500, 200, 40), [False, False]),
        (shaded(72, 500, 200, 80), [False, False]),
    ],
    ids=["whole", "middles", "beside", "above", "left only", "right only", "second row", "all"],
)
def test_a_first_row_is_a_heading_where_it_alone_is_shaded_whole(
    shade: str, header: list[bool], read_bytes: ReadBytes
) -> None:
    (rows,) = grids(read_bytes(handmade(shade + ruled() + words("甲乙", "丙丁"))))
    assert [row.header for row in rows] == header
    assert [[cell.text for cell in row.cells] for row in rows] == [["甲", "乙"], ["丙", "丁"]]


def test_areas_of_one_colour_after_the_other_make_a_table(read_bytes: ReadBytes) -> None:
    areas = "".join(shaded(x, y, 100, 40) for x in XS[:2] for y in YS[:2])
    (rows,) = grids(read_bytes(handmade(areas + words("甲乙", "丙丁"))))
    assert [[cell.text for cell in row.cells] for row in rows] == [["甲", "乙"], ["丙", "丁"]]


def test_areas_of_which_lines_make_a_table_are_none_beside_it(read_bytes: ReadBytes) -> None:
    areas = "".join(shaded(x, y, 100, 40) for x in (*XS[:2], 272) for y in YS[:2])
    reading = read_bytes(handmade(areas + ruled() + words("甲乙", "丙丁") + show("右", 292, 515)))
    assert len(list(grids(reading))) == 1
    assert [block.text for block in reading.blocks if isinstance(block, Line)] == ["右"]


@pytest.mark.parametrize("areas", [shaded(72, 500, 200, 80), shaded(72, 500, 200, 40) + shaded(72, 540, 200, 40)])
def test_a_shaded_area_or_one_above_the_other_is_no_table(areas: str, read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(areas + words("甲乙", "丙丁")))
    assert not list(grids(reading))


def test_a_cell_is_closed_in_by_the_nearest_lines() -> None:
    edges = [*frame(0, 0, 200, 80), level(40, 0, 200), upright(100, 40, 80)]
    assert places(edges) == [[(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)]]


def test_a_cell_over_rows_and_columns_is_one() -> None:
    edges = [
        *frame(0, 0, 300, 120),
        level(40, 200, 300),
        level(80, 0, 300),
        upright(100, 80, 120),
        upright(200, 0, 120),
    ]
    assert places(edges) == [[(0, 0, 2, 2), (0, 2, 1, 1), (1, 2, 1, 1), (2, 0, 1, 1), (2, 1, 1, 1), (2, 2, 1, 1)]]


def test_a_line_that_ends_in_a_cell_divides_nothing() -> None:
    edges = [*frame(0, 0, 200, 80), level(40, 0, 200), upright(100, 0, 20)]
    assert places(edges) == [[(0, 0, 1, 1), (1, 0, 1, 1)]]


def test_a_space_that_is_no_rectangle_falls_into_its_parts() -> None:
    (cells,) = places([*frame(0, 0, 200, 80), level(40, 0, 100), upright(100, 0, 40)])
    assert cells == [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]


def test_what_no_line_closes_in_is_an_empty_cell() -> None:
    edges = [*frame(0, 0, 100, 80), level(40, 0, 200), level(80, 100, 200), upright(200, 40, 80)]
    assert places(edges) == [[(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]]


def test_tables_that_meet_in_a_corner_alone_are_two() -> None:
    assert len(places([*frame(0, 0, 100, 40), *frame(100, 40, 200, 80)])) == 2


def test_tables_are_found_from_top_to_bottom_and_from_left_to_right() -> None:
    edges = [*frame(0, 100, 50, 140), *frame(200, 0, 250, 40), *frame(0, 0, 50, 40)]
    assert [table.box for table in find_tables(edges)] == [
        Box(0, 0, 50, 40),
        Box(200, 0, 250, 40),
        Box(0, 100, 50, 140),
    ]


def test_a_table_in_a_cell_belongs_to_it_and_one_in_a_frame_does_not() -> None:
    inner = frame(20, 20, 80, 40)
    assert len(find_tables([*frame(0, 0, 200, 80), upright(100, 0, 80), *inner])) == 1
    assert len(find_tables([*frame(0, 0, 200, 80), *inner])) == 2


@pytest.mark.parametrize(("apart", "cells"), [(3, 4), (4, 6)])
def test_lines_as_near_as_a_double_one_are_one(apart: float, cells: int) -> None:
    edges = [*frame(0, 0, 200, 80), level(40, 0, 200), upright(100, 0, 80), upright(100 + apart, 0, 80)]
    assert [len(table) for table in places(edges)] == [cells]


@pytest.mark.parametrize(("end", "cells"), [(37, 2), (36, 1)])
def test_a_line_reaches_another_that_it_nearly_touches(end: float, cells: int) -> None:
    edges = [*frame(0, 0, 200, 40), upright(100, 0, end)]
    assert [len(table) for table in places(edges)] == [cells]


def test_a_row_of_dashes_is_a_line_and_a_row_of_pieces_is_none() -> None:
    sides = frame(0, 0, 200, 80)
    dashes = [level(40, at, at + 4) for at in range(0, 201, 10)]
    pieces = [level(40, at, at + 34) for at in range(0, 200, 40)]
    assert [len(table) for table in places([*sides, *dashes])] == [2]
    assert [len(table) for table in places([*sides, *pieces])] == [1]


def test_more_lines_than_a_table_has_are_a_drawing() -> None:
    few = [level(10 * at, 0, 100) for at in range(400)]
    sides = [upright(0, 0, 3990), upright(100, 0, 3990)]
    assert [len(table) for table in places([*few, *sides])] == [399]
    assert places([*few, level(3995, 0, 100), *sides]) == []


def test_a_table_without_its_outer_sides_is_closed() -> None:
    (table,) = find_tables([level(0, 0, 200), level(80, 0, 200), upright(100, 0, 80)])
    assert [one.box for one in table.places] == [Box(0, 0, 100, 80), Box(100, 0, 200, 80)]
    assert find_tables([level(0, 0, 200), level(80, 0, 150), upright(100, 0, 80)]) == []


def test_lines_that_run_on_over_the_edge_of_a_page_close_a_cut_row() -> None:
    grid = [level(40, 0, 200), level(80, 0, 200), *(upright(x, 0, 80) for x in (0, 100, 200))]
    (table,) = find_tables(grid)
    assert (table.cut, table.ys) == (True, (0, 40, 80))
    (narrow,) = find_tables([level(40, 0, 200), level(80, 0, 200), upright(0, 0, 80), upright(200, 0, 80)])
    assert (narrow.cut, narrow.ys) == (True, (0, 40, 80))
    (below,) = find_tables([level(0, 0, 200), level(40, 0, 200), *(upright(x, 0, 80) for x in (0, 100, 200))])
    assert (below.cut, below.ys) == (False, (0, 40, 80))


def test_each_place_knows_where_it_is() -> None:
    (table,) = find_tables([*frame(0, 0, 200, 80), level(40, 0, 200), upright(100, 40, 80)])
    assert table.places[0] == CellPlace(0, 0, 1, 2, Box(0, 0, 200, 40))
    assert table.places[2] == CellPlace(1, 1, 1, 1, Box(100, 40, 200, 80))


def test_words_outside_a_table_are_lines_and_those_inside_its_cells(read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(ruled() + words("甲乙", "丙丁") + show("上", 72, 600) + show("右", 300, 520)))
    (rows,) = grids(reading)
    assert [[cell.text for cell in row.cells] for row in rows] == [["甲", "乙"], ["丙", "丁"]]
    assert [block.text for block in reading.blocks if isinstance(block, Line)] == ["上", "右"]


@pytest.mark.parametrize(("lines", "tables"), [(5, 1), (6, 0)])
def test_many_lines_in_one_column_are_text_in_a_frame(lines: int, tables: int, read_bytes: ReadBytes) -> None:
    text = "".join(show(f"{'あいうえおか'[row]}いう", 80, 560 - 20 * row) for row in range(lines))
    box = ruled((72, 272), (400, 440, 580))
    assert len(list(grids(read_bytes(handmade(box + text + show("甲", 80, 415)))))) == tables


class TestOverPages:
    """A table that ends a page and one that begins the next."""

    HIGH: Sequence[float] = (700, 740, 780)
    LOW: Sequence[float] = (60, 100, 140)

    def read(self, read_bytes: ReadBytes, first: str, second: str) -> list[list[list[Cell]]]:
        reading = read_bytes(handmade(first, second))
        return [[list(row.cells) for row in rows] for rows in grids(reading)]

    def open_above(self, xs: Sequence[float] = XS) -> str:
        """Draw two rows, without a line above the first."""
        ys = self.HIGH
        return "".join([*(rule(xs[0], y, xs[-1], y) for y in ys[:2]), *(rule(x, ys[0], x, ys[2]) for x in xs)])

    def test_rows_follow_each_other(self, read_bytes: ReadBytes) -> None:
        first = ruled(ys=self.LOW) + words("甲乙", "丙丁", ys=self.LOW)
        second = ruled(ys=self.HIGH) + words("戊己", "庚辛", ys=self.HIGH)
        (rows,) = self.read(read_bytes, first, second)
        assert [[cell.text for cell in row] for row in rows] == [["甲", "乙"], ["丙", "丁"], ["戊", "己"], ["庚", "辛"]]

    @pytest.mark.parametrize(("aside", "tables"), [(3, 1), (5, 2)])
    def test_only_where_the_columns_are_the_same(self, aside: int, tables: int, read_bytes: ReadBytes) -> None:
        first = ruled(ys=self.LOW) + words("甲乙", "丙丁", ys=self.LOW)
        second = ruled((72, 172 + aside, 272), self.HIGH) + words("戊己", "庚辛", ys=self.HIGH)
        assert len(self.read(read_bytes, first, second)) == tables

    def test_a_row_that_the_pages_end_cuts_is_one(self, read_bytes: ReadBytes) -> None:
        first = ruled(ys=self.LOW) + words("甲乙", "丙丁", ys=self.LOW)
        second = self.open_above() + words("戊己", "庚辛", ys=self.HIGH)
        assert self.read(read_bytes, first, second) == [
            [[Cell("甲"), Cell("乙")], [Cell("丙戊"), Cell("丁己")], [Cell("庚"), Cell("辛")]]
        ]

    def test_rows_of_other_cells_are_no_cut_row_and_nothing_is_lost(self, read_bytes: ReadBytes) -> None:
        ys = self.LOW
        first = "".join([*(rule(72, y, 272, y) for y in ys), rule(72, 60, 72, 140), rule(272, 60, 272, 140)])
        first += rule(172, 100, 172, 140) + words("甲乙", "丙 ", ys=ys)
        second = self.open_above() + words("戊己", "庚辛", ys=self.HIGH)
        assert self.read(read_bytes, first, second) == [
            [
                [Cell("甲"), Cell("乙")],
                [Cell("丙", columns=2)],
                [Cell("戊"), Cell("己")],
                [Cell("庚"), Cell("辛")],
            ]
        ]

    @pytest.mark.parametrize(
        ("above", "below", "joined"),
        [("甲", " ", "甲"), (" ", "甲", "甲")],
        ids=["goes on", "begins before its words"],
    )
    def test_a_cell_over_rows_that_the_pages_end_cuts_is_one(
        self, above: str, below: str, joined: str, read_bytes: ReadBytes
    ) -> None:
        def merged(ys: Sequence[float]) -> str:
            levels = [rule(72, ys[0], 272, ys[0]), rule(172, ys[1], 272, ys[1]), rule(72, ys[2], 272, ys[2])]
            return "".join([*levels, *(rule(x, ys[0], x, ys[2]) for x in XS)])

        first = merged(self.LOW) + words(f"{above}乙", " 丁", ys=self.LOW)
        second = merged(self.HIGH) + words(f"{below}己", " 辛", ys=self.HIGH)
        assert self.read(read_bytes, first, second) == [
            [[Cell(joined, rows=4), Cell("乙")], [Cell("丁")], [Cell("己")], [Cell("辛")]]
        ]

    def test_a_heading_printed_again_is_left_out_and_the_first_marked(self, read_bytes: ReadBytes) -> None:
        first = ruled(ys=self.LOW) + words("甲乙", "丙丁", ys=self.LOW)
        second = ruled(ys=self.HIGH) + words("甲乙", "庚辛", ys=self.HIGH)
        reading = read_bytes(handmade(first, second))
        (rows,) = grids(reading)
        assert [(row.header, [cell.text for cell in row.cells]) for row in rows] == [
            (True, ["甲", "乙"]),
            (False, ["丙", "丁"]),
            (False, ["庚", "辛"]),
        ]
        assert [(one.text, one.page) for one in reading.left_out] == [("甲 乙", 2)]

    def test_a_row_alone_that_is_like_the_heading_is_a_row(self, read_bytes: ReadBytes) -> None:
        first = ruled(ys=self.LOW) + words("甲乙", "丙丁", ys=self.LOW)
        second = ruled(ys=self.HIGH[1:]) + words("甲乙", ys=self.HIGH[1:])
        (rows,) = self.read(read_bytes, first, second)
        assert [[cell.text for cell in row] for row in rows] == [["甲", "乙"], ["丙", "丁"], ["甲", "乙"]]

    def test_words_between_them_keep_two_tables_apart(self, read_bytes: ReadBytes) -> None:
        first = ruled(ys=self.LOW) + words("甲乙", "丙丁", ys=self.LOW)
        second = show("間の本文", 72, 800) + ruled(ys=self.HIGH) + words("戊己", "庚辛", ys=self.HIGH)
        assert len(self.read(read_bytes, first, second)) == 2
