import pytest

from generator.importer.document.title_block import ReadTitleBlock, read_title_block
from generator.importer.files.reading import Line


def read(*lines: str) -> ReadTitleBlock:
    return read_title_block(tuple(Line(text, 1, number, 0, 0) for number, text in enumerate(lines, start=1)))


def test_title_and_subtitle_over_lines() -> None:
    block = read(
        "「甲業務」における外部委",
        "託について",
        "（（仮称）乙の",
        "実施）",
        "令 和 ４ 年 ６ 月 １ ７ 日",
        "甲部 乙課",
        "１ 理由",
    )
    assert block == ReadTitleBlock(
        "「甲業務」における外部委託について", "（（仮称）乙の実施）", "令和４年６月１７日", ("甲部乙課",), 6
    )


@pytest.mark.parametrize(
    ("lines", "departments", "blocks"),
    [
        (("甲部乙丙課", "丁 戊 所 副 所 長"), ("甲部乙丙課", "丁戊所副所長"), 4),
        (("甲部乙丙課　丁部戊己課",), ("甲部乙丙課", "丁部戊己課"), 3),
        (("子ども・若者部　児童相談支援課",), ("子ども・若者部児童相談支援課",), 3),
        (("選挙管理委員会", "甲部乙丙課"), ("選挙管理委員会", "甲部乙丙課"), 4),
        (("本件について諮問する。",), (), 2),
        (("《事業の概要》", "甲部乙丙課"), (), 2),
        (("甲部 乙丙課 丁部 戊己課",), ("甲部乙丙課", "丁部戊己課"), 3),
        (("甲 部 乙 課 長",), ("甲部乙課長",), 3),
        (("〓部乙丙課",), ("〓部乙丙課",), 3),
        (("甲部 電話相談室", "メール室"), ("甲部電話相談室", "メール室"), 4),
    ],
)
def test_departments_stand_below_the_date(lines: tuple[str, ...], departments: tuple[str, ...], blocks: int) -> None:
    block = read("甲について", "平成31年2月15日", *lines)
    assert (block.departments, block.blocks, block.date) == (departments, blocks, "平成31年2月15日")


@pytest.mark.parametrize(
    "below",
    [
        "電話 ０３－１２３４－５６７８",
        "（内線１２３４）",
        "TEL 03-1234-5678",
        "E-mail: sample@example.jp",
        "担当：見本係",
        "担当　見本係",
        "担当者　見本",
        "担当課　見本課",
        "問合せ先：見本係",
        "課長　見本太郎",
        "区長　見本太郎",
        "見本審議会会長　様",
        "（公印省略）",
        "令和４年６月２０日",
        "- 1 -",
        "・見本係",
        "資料１",
        "なし",
        "記",
        "別紙のとおり",
        "Ⅰ 外部委託する理由",
        "一、相手方",
        "個人情報の項目",
        "【概要】見本",
        "本件は下記のとおりとする",
    ],
)
def test_what_reaches_somebody_or_heads_a_section_is_no_department(below: str) -> None:
    block = read("甲について", "令和４年６月１７日", "甲部乙丙課", below, "１ 理由")
    assert (block.departments, block.blocks, block.rest) == (("甲部乙丙課",), 3, None)


@pytest.mark.parametrize(
    ("line", "department", "rest"),
    [
        ("甲部 乙丙課 課長 見本太郎", "甲部乙丙課", "課長 見本太郎"),
        ("甲部乙丙課（内線１２３４）", "甲部乙丙課", "（内線１２３４）"),
        ("甲部乙丙課　電話０３－１２３４－５６７８", "甲部乙丙課", "電話０３－１２３４－５６７８"),
        ("甲部　乙丙課　担当：見本　電話：1234", "甲部乙丙課", "担当：見本　電話：1234"),
        ("甲部乙丙課　見本太郎", "甲部乙丙課", "見本太郎"),
        ("甲部乙丙課　見 本　太 郎", "甲部乙丙課", "見 本　太 郎"),
        ("甲部乙丙課長　見本太郎", "甲部乙丙課長", "見本太郎"),
    ],
)
def test_what_stands_beside_a_department_is_kept(line: str, department: str, rest: str) -> None:
    block = read("甲について", "令和４年６月１７日", line, "丁部戊己課", "１ 理由")
    assert (block.departments, block.blocks) == ((department,), 3)
    assert block.rest is not None
    assert block.rest.text == rest


def test_a_department_may_stand_beside_the_date() -> None:
    block = read("甲について", "令和４年６月１７日　甲部乙丙課", "１ 理由")
    assert (block.date, block.departments, block.blocks) == ("令和４年６月１７日", ("甲部乙丙課",), 2)


def test_a_date_may_name_its_day_of_the_week() -> None:
    assert read("甲について", "令和４年６月１７日（金）", "甲部乙丙課", "１ 理由").date == "令和４年６月１７日（金）"


@pytest.mark.parametrize(
    "line", ["令和４年６月１７日から継続して行う。", "令和４年６月", "令和４年６月３１日", "６月１７日"]
)
def test_other_lines_with_dates_are_no_date_of_the_meeting(line: str) -> None:
    assert read("甲について", line, "１ 理由").date is None


def test_without_a_date_the_title_ends_where_it_looks_like_it() -> None:
    block = read("「甲業務」における", "外部委託について", "甲部乙丙課")
    assert (block.title, block.date, block.departments) == ("「甲業務」における外部委託について", None, ("甲部乙丙課",))


def test_parentheses_within_the_title_are_no_subtitle() -> None:
    assert read("甲（乙", "（丙）丁）について", "令和４年６月１７日").subtitle is None
