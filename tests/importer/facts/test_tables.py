"""Which cells of a table are items."""

from generator.importer.facts.tables import NO_COLUMN, cells_of_items
from generator.model.consultation import Cell, Section, TableRow, TornColumn


def rows(*texts: str) -> tuple[TableRow, ...]:
    return tuple(TableRow(tuple(map(Cell, text.split("/"))), header=not place) for place, text in enumerate(texts))


def read(*texts: str) -> list[str]:
    cells, doubts = cells_of_items(Section(table=rows(*texts)))
    assert doubts == ()
    return cells


def test_items_stand_below_the_heading_that_speaks_of_them() -> None:
    assert read("番号/項目名/備考", "1/氏名/漢字", "2/住所/", "3//区内") == ["氏名", "住所"]


def test_each_line_of_a_cell_is_a_list_of_its_own() -> None:
    assert read("分野/項目", "里親/氏名、住所\n電話番号") == ["氏名、住所", "電話番号"]


def test_a_cell_across_rows_moves_those_beside_it() -> None:
    table = (
        TableRow((Cell("分野"), Cell("項目")), header=True),
        TableRow((Cell("里親", rows=2), Cell("氏名"))),
        TableRow((Cell("住所"),)),
    )
    assert cells_of_items(Section(table=table))[0] == ["氏名", "住所"]


def test_where_no_heading_or_two_speak_of_items_nothing_is_read() -> None:
    for first in ("番号/名称", "項目/追加する項目"):
        cells, doubts = cells_of_items(Section(table=rows(first, "1/氏名")))
        assert (cells, [doubt.message for doubt in doubts]) == ([], [NO_COLUMN])


def test_in_a_torn_table_too() -> None:
    columns = (TornColumn("分野", ("里親",)), TornColumn("項目名", ("氏名", "住所")))
    assert cells_of_items(Section(torn_table=columns)) == (["氏名", "住所"], ())


def test_a_section_without_a_table_has_no_cells() -> None:
    assert cells_of_items(Section(text="氏名")) == ([], ())
