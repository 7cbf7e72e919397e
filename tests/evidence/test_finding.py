"""Whether words carry a fact."""

import pytest

from generator.evidence.finding import FiscalYear, Name, says, words_of
from generator.model.consultation import Cell, Section, TableRow, TornColumn, Volume
from generator.model.partial_date import PartialDate
from tests.evidence.laws import article


def test_the_words_of_a_section_are_its_own() -> None:
    torn = (TornColumn("分野", ("里親",)),)
    table = (TableRow((Cell("区分"), Cell(""))), TableRow((Cell("丁\n戊", columns=2),)))
    section = Section(heading="１ 題", text="甲\n乙", torn_table=torn, table=table, sections=(Section(text="丙"),))
    assert words_of(section).split() == ["１", "題", "甲", "乙", "分野", "里親", "区分", "丁", "戊"]
    assert words_of(Section()).strip() == ""


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("ＬＩＮＥアカウントを利用して", ["LINE"]),
        ("オンライン（ＬＩＮＥ）", ["line"]),
        (
            "ＺｏｏｍＶｉｄｅｏＣｏｍｍｕｎｉｃａｔｏｎｓ、Ｍｉｃｒｏｓｏｆｔ",
            ["Zoom", "ＺｏｏｍＶｉｄｅｏＣｏｍｍｕｎｉｃａｔｏｎｓ"],
        ),
        ("「メールＳОＳネットワーク」の双方", ["メールSOSネットワーク"]),
        ("都委託事業者（ダイヤル・サービス株式会社）", ["東京都委託事業者", "ダイヤル・サービス"]),
        ("C++で", ["C++"]),
    ],
)
def test_a_name_is_found_in_any_of_its_spellings(words: str, names: list[str]) -> None:
    assert says(Name(tuple(names)), words)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("ＯＮＬＩＮＥで", ["LINE"]),
        ("ＬＩＮＥＳを", ["LINE"]),
        ("ＺｏｏｍＶｉｄｅｏ", ["Zoom"]),
        ("氏名", ["住所"]),
        ("氏名", []),
        ("", ["氏名"]),
    ],
)
def test_a_name_is_not_found_in_other_words(words: str, names: list[str]) -> None:
    assert not says(Name(tuple(names)), words)


@pytest.mark.parametrize(
    ("words", "phrase", "verdict"),
    [
        ("（概ね３年毎に繰り返し実施する。）", "概ね3年毎に繰り返し実施する", True),
        ("約３０件（年間）", "年間", True),
        ("未 定", "未定", True),
        ("決まっていない", "未定", False),
    ],
)
def test_a_phrase_is_found_in_folded_words(words: str, phrase: str, verdict: bool) -> None:  # noqa: FBT001 - a table
    assert says(phrase, words) is verdict


@pytest.mark.parametrize(
    "words",
    [
        "世田谷区個人情報保護条例第１８条第３号の規定に基づき諮問する。",
        "条例第18条第3号",
        "世田谷区個人情報保護条例（以下「条例」という。）第１８条第３号の規定",
        "条例第１８条第２号及び第３号の規定",
        "条例第１２条、第１８条第３号の規定",
    ],
)
def test_an_article_is_found_after_its_ordinance(words: str) -> None:
    assert says(article("第18条第3号", words), words)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("児童福祉法第１２条第６項では", "第12条第6項"),
        ("児童福祉法第１２条では", "第12条"),
        ("条例第１２条第６項", "第12条"),
        ("条例第１８条の２", "第18条"),
        ("条例第１８条第３２号", "第18条第3号"),
        ("条例第１８条第３号", "第18条第3項"),
        ("条例第１１８条第３号", "第18条第3号"),
        ("条例に基づき", "第12条"),
    ],
)
def test_another_law_or_another_article_is_no_evidence(words: str, number: str) -> None:
    assert not says(article(number, words), words)


@pytest.mark.parametrize(
    ("words", "volume", "verdict"),
    [
        ("約９，０００件", Volume(count=9000, approximate=True), True),
        ("約９，０００件", Volume(count=9000), False),
        ("９，０００件", Volume(count=9000), True),
        ("９，０００件", Volume(count=9000, approximate=True), False),
        ("約９，０００件", Volume(count=900, approximate=True), False),
        ("約９，０００件", Volume(count=90000, approximate=True), False),
        ("約１万２千件", Volume(count=12_000, approximate=True), True),
        ("里親登録希望者 約３０件（年間）\n里親登録者 ２０件", Volume(count=20), True),
        ("里親登録希望者 約３０件（年間）\n里親登録者 ２０件", Volume(count=30), False),
        ("未定", Volume(count=0), False),
        ("①令和４年度 約７００件", Volume(count=4), False),
        ("①令和４年度 約７００件", Volume(count=1), False),
        ("②３０件", Volume(count=30), True),
        ("②３０件", Volume(count=230), False),
    ],
)
def test_a_count_is_approximate_exactly_where_the_words_say_so(words: str, volume: Volume, verdict: bool) -> None:  # noqa: FBT001 - a table
    assert says(volume, words) is verdict


@pytest.mark.parametrize(
    ("words", "fiscal_year", "onward", "verdict"),
    [
        ("①令和４年度 約７００件", 2022, False, True),
        ("①令和４年度 約７００件", 2022, True, False),
        ("②令和５年度以降 約３，５００件", 2023, True, True),
        ("②令和５年度以降 約３，５００件", 2023, False, False),
        ("令和４年度", 2023, False, False),
        ("令和１４年度", 2022, False, False),
        ("令和元年度", 2019, False, True),
        ("平成３０年度以降", 2018, True, True),
        ("平成３１年度", 2019, False, True),
        ("令和１年度", 2019, False, True),
        ("平成３４年度以降", 2022, True, True),
        ("昭和９７年度", 2022, False, False),
    ],
)
def test_a_fiscal_year_goes_onward_exactly_where_the_words_say_so(
    words: str,
    fiscal_year: int,
    onward: bool,  # noqa: FBT001 - a table
    verdict: bool,  # noqa: FBT001 - a table
) -> None:
    assert says(FiscalYear(fiscal_year, onward), words) is verdict


@pytest.mark.parametrize(
    ("words", "date", "verdict"),
    [
        ("令和４年７月１日から継続して行う。", "2022-07-01", True),
        ("令和４年７月１１日から", "2022-07-01", False),
        ("令和４年７月から", "2022-07-01", False),
        ("令和４年７月から", "2022-07", True),
        ("令和４年７月１日から", "2022-07", False),
        ("令和４年１０月から", "2022-01", False),
        ("令和４年７月から令和５年３月まで", "2023-03", True),
        ("令和元年５月から", "2019-05", True),
        ("平成３１年４月から", "2019-04", True),
        ("令和１年５月１日から", "2019-05-01", True),
        ("平成３１年６月から", "2019-06", True),
        ("平成３２年４月１日から", "2020-04-01", True),
        ("昭和９５年４月１日から", "2020-04-01", False),
        ("令和元年４月から", "2019-04", False),
        ("２０２２年７月から", "2022-07", False),
    ],
)
def test_a_date_is_as_exact_as_the_words(words: str, date: str, verdict: bool) -> None:  # noqa: FBT001 - a table
    assert says(PartialDate.parse(date), words) is verdict
