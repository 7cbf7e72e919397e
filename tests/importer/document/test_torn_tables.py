"""Tables of which only the cells are left, below each other."""

import pytest

from generator.importer.document.paragraphs import Paragraph, paragraphs
from generator.importer.document.torn_tables import ROWS_UNKNOWN, UNREAD, TornReading, read_torn_table
from tests.importer.document.reading import lines

ITEMS = ("氏名", "住所", "電話番号", "性別")


def read(*texts: str) -> TornReading:
    found = paragraphs(lines("\n\n".join(texts)))
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
