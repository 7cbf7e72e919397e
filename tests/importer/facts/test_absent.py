"""What a document does not say at all is told once."""

import pytest

from generator.importer.facts import absent
from generator.importer.facts.recognise import IN_A_TABLE, NO_WORDS, recognise
from generator.model.consultation import Cell, Section, TableRow
from tests.importer.facts.cases import NAMES, in_short
from tests.importer.facts.consulting import TITLE, consultation, section

PARTY = section("１ 回線結合の相手方", "環境省")
ITEMS = section("２ 個人情報の項目", "氏名、住所")
PERIOD = section("３ 開始時期", "令和４年７月から")
REASON = section("４ 理由", "必要なため。")


def absences(*sections: Section, title: str = TITLE) -> list[str]:
    _, doubts = recognise(consultation(*sections, title=title), NAMES)
    told = (doubt for doubt in doubts if in_short([doubt], absent)[0].startswith("nothing said"))
    return in_short(told, absent)


@pytest.mark.parametrize(
    ("sections", "told"),
    [
        ((PARTY, ITEMS, PERIOD), []),
        ((PARTY, ITEMS), ["nothing said: 期間"]),
        ((ITEMS, REASON), ["nothing said: 相手方・期間"]),
        ((REASON,), ["nothing said: 相手方・個人情報の項目・期間"]),
        ((section("１ 相手方"), ITEMS, PERIOD), []),
        ((section("１ 相手方", "未定"), section("２ 項目", "なし"), section("３ 開始時期", "未定")), []),
        ((PARTY, section("２ 新たな項目", "なし"), PERIOD), []),
        ((PARTY, section("２ 個人情報の項目", "別紙のとおり"), PERIOD), []),
    ],
)
def test_what_a_document_says_nothing_of_is_one_doubt(sections: tuple[Section, ...], told: list[str]) -> None:
    assert absences(*sections) == told


@pytest.mark.parametrize("heading", ["１ 件数 約１０件", "２ 委託先", "３ 委託期間 令和４年７月から", "４ 項目"])
def test_a_heading_with_nothing_beneath_is_told(heading: str) -> None:
    _, doubts = recognise(consultation(section(heading)), NAMES)
    assert [doubt.path for doubt in doubts if doubt.message == NO_WORDS] == [("sections", 0, "heading")]


def test_a_table_of_which_nothing_is_read_is_told() -> None:
    rows = (TableRow((Cell("令和４年度"), Cell("約１０件"))),)
    _, doubts = recognise(consultation(Section(heading="１ 件数", table=rows)), NAMES)
    assert [doubt.path for doubt in doubts if doubt.message == IN_A_TABLE] == [("sections", 0, "heading")]


def test_what_is_only_recorded_has_no_party() -> None:
    title = "「見本業務」における新たな個人情報の項目の電子計算機への記録について"
    assert absences(ITEMS, PERIOD, title=title) == []


def test_data_used_within_the_ward_has_a_holder() -> None:
    title = "「見本業務」における目的外利用について"
    holder = section("１ 保有課", "高齢福祉部介護保険課")
    assert absences(ITEMS, PERIOD, title=title) == ["nothing said: 相手方"]
    assert absences(holder, ITEMS, PERIOD, title=title) == []
