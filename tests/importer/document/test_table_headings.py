"""Which row of a table names its columns."""

import pytest

from generator.importer.document.table_headings import with_headings
from generator.model.consultation import Cell, TableRow

ITEMS = ("氏名", "電話番号", "治療薬の種類")


def headers(*rows: str) -> list[bool]:
    table = tuple(TableRow(tuple(map(Cell, row.split("/")))) for row in rows)
    return [row.header for row in with_headings(table, ITEMS.__contains__)]


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
