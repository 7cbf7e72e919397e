"""Which row of a table names its columns, which cells are items, and tables of which only the cells are left."""

import pytest

from generator.importer.document.paragraphs import Paragraph, join_lines
from generator.importer.document.table_columns import (
    NO_COLUMN,
    ROWS_UNKNOWN,
    UNREAD,
    TornReading,
    cells_of_items,
    mark_headings,
    read_torn_table,
)
from generator.model.consultation import Cell, Section, TableRow, TornColumn
from tests.importer.document.reading import lines

ITEMS = ("氏名", "住所", "電話番号", "性別", "治療薬の種類")


def read(*texts: str) -> TornReading:
    found = join_lines(lines("\n\n".join(texts)))
    return read_torn_table(tuple(part for part in found if isinstance(part, Paragraph)), ITEMS.__contains__)


def columns(reading: TornReading) -> dict[str, tuple[str, ...]]:
    return {column.column: column.cells for column in reading.columns}


def test_items_stand_in_their_column_and_all_else_in_the_other() -> None:
    after = read("次の項目を取り扱う。", "分野 項目名", "氏名", "住所", "電話番号", "里親", "児童")
    assert columns(after) == {"分野": ("里親", "児童"), "項目名": ("氏名", "住所", "電話番号")}
    assert [paragraph.text for paragraph in after.paragraphs] == ["次の項目を取り扱う。"]
    assert after.doubts == (ROWS_UNKNOWN.format(other="分野"),)
    before = read("項目名 区分", "里親", "児童", "氏名", "住所")
    assert columns(before) == {"項目名": ("氏名", "住所"), "区分": ("里親", "児童")}


def test_an_item_that_nobody_registered_is_one_where_it_stands_among_items() -> None:
    assert columns(read("分野 項目名", "氏名", "学校名", "住所", "里親"))["項目名"] == ("氏名", "学校名", "住所")


@pytest.mark.parametrize(
    "texts",
    [
        ("分野 項目名", "里親", "氏名", "住所", "児童"),
        ("分野 項目名", "里親", "児童", "学校名"),
        ("分野 項目名", "氏名", "住所", "電話番号"),
        ("番号 項目名 備考", "氏名", "住所", "里親"),
        ("氏名", "住所", "電話番号", "里親", "児童", "性別"),
    ],
)
def test_what_cannot_be_told_apart_stays_text_with_a_doubt(texts: tuple[str, ...]) -> None:
    reading = read(*texts)
    assert ([paragraph.text for paragraph in reading.paragraphs], reading.columns) == (list(texts), ())
    assert reading.doubts == (UNREAD,)


@pytest.mark.parametrize(
    "texts",
    [
        ("区は、見本の事業を行っている。",),
        ("分野 項目名", "氏名", "住所"),
        ("項目：氏名 住所", "氏名", "住所", "里親"),
        ("項目 氏名", "住所", "電話番号", "里親"),
        ("項目名 項目の数", "氏名", "住所", "里親"),
        ("分野 項目名", "氏名を収集する。", "住所", "里親"),
        ("分野 項目名", "（１）氏名", "（２）住所", "里親"),
        (),
    ],
)
def test_other_text_is_no_table(texts: tuple[str, ...]) -> None:
    reading = read(*texts)
    assert [paragraph.text for paragraph in reading.paragraphs] == list(texts)
    assert (reading.columns, reading.doubts) == ((), ())


def headers(*rows: str) -> list[bool]:
    table = tuple(TableRow(tuple(map(Cell, row.split("/")))) for row in rows)
    return [row.header for row in mark_headings(table, ITEMS.__contains__)]


@pytest.mark.parametrize("first", ["番号/項目名", "No/個人情報の項目/備考", "分野/内容", "区分/件数"])
def test_short_names_one_for_each_column_are_headings(first: str) -> None:
    assert headers(first, "1/氏名") == [True, False]


@pytest.mark.parametrize(
    "first",
    [
        "氏名/住所",
        "電話番号/自宅",
        "治療薬の種類/服薬日",
        "項目名",
        "項目名/",
        "個人情報の項目のうち区が委託先へ提供するもの/備考",
        "1/氏名",
    ],
)
def test_other_rows_are_none(first: str) -> None:
    assert headers(first, "1/氏名") == [False, False]


def test_a_single_row_heads_nothing() -> None:
    assert headers("番号/項目名") == [False]
    assert headers() == []


def rows(*texts: str) -> tuple[TableRow, ...]:
    return tuple(TableRow(tuple(map(Cell, text.split("/"))), header=not place) for place, text in enumerate(texts))


def items_in(*texts: str) -> list[str]:
    cells, doubts = cells_of_items(Section(table=rows(*texts)))
    assert doubts == ()
    return cells


def test_items_stand_below_the_heading_that_speaks_of_them() -> None:
    assert items_in("番号/項目名/備考", "1/氏名/漢字", "2/住所/", "3//区内") == ["氏名", "住所"]


def test_each_line_of_a_cell_is_a_list_of_its_own() -> None:
    assert items_in("分野/項目", "里親/氏名、住所\n電話番号") == ["氏名、住所", "電話番号"]


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
        assert (cells, doubts) == ([], (NO_COLUMN,))


def test_in_a_torn_table_too() -> None:
    columns = (TornColumn("分野", ("里親",)), TornColumn("項目名", ("氏名", "住所")))
    assert cells_of_items(Section(torn_table=columns)) == (["氏名", "住所"], ())


def test_a_section_without_a_table_has_no_cells() -> None:
    assert cells_of_items(Section(text="氏名")) == ([], ())
