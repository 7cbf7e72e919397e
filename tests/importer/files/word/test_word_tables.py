"""How the cells of a Word table are laid out where some are merged, missing or pushed aside."""

import pytest

from generator.importer.files.word.word_tables import RawCell, RawRow, lay_out_rows, put_in_one_line
from generator.model.consultation import Cell, TableRow


def row(*texts: str, before: int = 0, header: bool = False) -> RawRow:
    return RawRow(tuple(RawCell(text, 1) for text in texts), before, header)


def cells(*rows: RawRow) -> list[tuple[Cell, ...]]:
    return [one.cells for one in lay_out_rows(rows)[0]]


def test_rows_of_like_cells_are_as_they_are() -> None:
    assert cells(row("甲", "乙"), row("丙", "丁")) == [(Cell("甲"), Cell("乙")), (Cell("丙"), Cell("丁"))]


def test_a_row_that_ends_early_is_filled_with_one_cell() -> None:
    assert cells(row("甲", "乙", "丙"), row("丁")) == [
        (Cell("甲"), Cell("乙"), Cell("丙")),
        (Cell("丁"), Cell("", columns=2)),
    ]


def test_a_row_without_cells_is_one_empty_cell() -> None:
    assert cells(row("甲", "乙"), row()) == [(Cell("甲"), Cell("乙")), (Cell("", columns=2),)]


def test_a_row_pushed_aside_begins_with_an_empty_cell() -> None:
    assert cells(row("甲", "乙"), row("丙", before=1)) == [(Cell("甲"), Cell("乙")), (Cell(""), Cell("丙"))]


def test_columns_that_no_cell_ends_in_are_none() -> None:
    assert cells(RawRow((RawCell("甲", 3), RawCell("乙", 2))), RawRow((RawCell("丙", 5),))) == [
        (Cell("甲"), Cell("乙")),
        (Cell("丙", columns=2),),
    ]


def test_a_cell_goes_on_below_and_what_it_hides_is_told() -> None:
    rows = (
        RawRow((RawCell("甲", 1, merged=True), RawCell("乙", 1))),
        RawRow((RawCell("隠", 1, merged=True, goes_on=True), RawCell("丙", 1))),
        RawRow((RawCell("", 1, merged=True, goes_on=True), RawCell("丁", 1))),
        row("戊", "己"),
    )
    laid, hidden = lay_out_rows(rows)
    assert [one.cells for one in laid] == [
        (Cell("甲", rows=3), Cell("乙")),
        (Cell("丙"),),
        (Cell("丁"),),
        (Cell("戊"), Cell("己")),
    ]
    assert hidden == ("隠",)


@pytest.mark.parametrize(
    "above",
    [RawCell("甲", 1), RawCell("甲", 2, merged=True)],
    ids=["one that is not merged", "one of another width"],
)
def test_a_cell_that_goes_on_from_none_begins_there(above: RawCell) -> None:
    rows = (RawRow((above, RawCell("乙", 1))), RawRow((RawCell("丙", 1, merged=True, goes_on=True), RawCell("丁", 1))))
    laid, hidden = lay_out_rows(rows)
    assert [cell.text for one in laid for cell in one.cells if cell.text] == ["甲", "乙", "丙", "丁"]
    assert hidden == ()


def test_a_row_in_which_no_cell_begins_is_none() -> None:
    goes_on = RawCell("", 1, merged=True, goes_on=True)
    rows = (
        RawRow((RawCell("甲", 1, merged=True), RawCell("乙", 1, merged=True))),
        RawRow((goes_on, goes_on)),
        row("丙", "丁"),
    )
    assert cells(*rows) == [(Cell("甲"), Cell("乙")), (Cell("丙"), Cell("丁"))]


@pytest.mark.parametrize(
    ("marked", "headers"),
    [
        ((True, False, False), [True, False, False]),
        ((True, True, False), [True, True, False]),
        ((True, False, True), [True, False, False]),
        ((False, True, False), [False, False, False]),
        ((True, True, True), [False, False, False]),
    ],
)
def test_the_rows_at_the_top_marked_so_are_headings(marked: tuple[bool, ...], headers: list[bool]) -> None:
    laid, _ = lay_out_rows([row("甲", header=header) for header in marked])
    assert [one.header for one in laid] == headers


def test_a_table_of_nothing_has_no_rows() -> None:
    assert lay_out_rows(()) == ((), ())


def test_a_row_of_a_table_in_a_cell_is_one_line() -> None:
    assert put_in_one_line(TableRow((Cell("甲\n乙"), Cell(""), Cell("丙")))) == "甲 乙  丙"
