"""What a section enumerates."""

import pytest

from generator.evidence.enumerations import enumerations, is_just, segment_of, table_columns
from generator.model.consultation import Cell, Section, TableRow, TornColumn


def test_a_section_enumerates_its_paragraphs_and_the_columns_of_its_table() -> None:
    table = (TornColumn("分野", ("相談、会議", "里親")),)
    section = Section(text="新たな項目：氏名、住居状況（戸建て、アパート等）\n住所", torn_table=table)
    assert enumerations(section) == (("氏名", "住居状況（戸建て、アパート等）"), ("住所",), ("相談、会議", "里親"))
    assert enumerations(Section(heading="１ 題")) == ()


def test_a_table_enumerates_what_stands_below_the_headings_of_each_column() -> None:
    table = (
        TableRow((Cell("区分", rows=2), Cell("項目"), Cell("備考")), header=True),
        TableRow((Cell("１"), Cell("２")), header=True),
        TableRow((Cell("本人", rows=2), Cell("氏名、住所（番地、室）"), Cell(""))),
        TableRow((Cell("・電話番号\n職業"), Cell("自宅"))),
        TableRow((Cell("家族", columns=3),)),
    )
    section = Section(text="次のとおり", table=table)
    columns = (("本人",), ("家族",), ("氏名", "住所（番地、室）", "電話番号", "職業"), ("自宅",))
    assert table_columns(section) == columns
    assert enumerations(section) == (("次のとおり",), *columns)
    assert segment_of(enumerations(section), ("住所",)) == "住所（番地、室）"
    assert table_columns(Section(table=(TableRow((Cell("甲", columns=999_999_999_999),)),))) == ()


@pytest.mark.parametrize(
    ("names", "segment"),
    [
        (["住所"], "住所"),
        (["名前・住所が言えるかどうか"], "名前・住所が言えるかどうか"),
        (["認定調査情報"], "認定調査情報（視力、住所等）"),
        (["視力"], "認定調査情報（視力、住所等）"),
        (["LINEアカウント"], "ＬＩＮＥアカウント"),
        (["肖像", "住所"], "住所"),
        (["肖像"], None),
        ([], None),
    ],
)
def test_a_name_stands_in_the_part_that_is_just_it_or_else_holds_it(names: list[str], segment: str | None) -> None:
    text = "名前・住所が言えるかどうか、認定調査情報（視力、住所等）、住所、ＬＩＮＥアカウント"
    assert segment_of(enumerations(Section(text=text)), tuple(names)) == segment


@pytest.mark.parametrize(
    ("part", "verdict"),
    [
        ("住 所", True),
        ("住所（番地、室）", True),
        ("住所(番地)（室）", True),
        ("番地（住所）", False),
        ("住所等", False),
    ],
)
def test_a_part_is_just_an_item_apart_from_its_parentheses(part: str, verdict: bool) -> None:  # noqa: FBT001 - a table
    assert is_just(part, ["氏名", "住所"]) is verdict


def test_a_cell_across_two_columns_stands_for_itself() -> None:
    rows = (TableRow((Cell("氏名"), Cell("住所"))), TableRow((Cell("合計", columns=2),)))
    assert table_columns(Section(table=rows)) == (("氏名",), ("合計",), ("住所",))
