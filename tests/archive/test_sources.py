"""A meeting's text, cut into its documents."""

from pathlib import Path

import pytest

from generator.archive.sources import document_starts, split_source
from tests.golden.reading import NUMBERS

TEXT = """表紙
 審議資料Ｎｏ．１

諮問第９７５号
「広聴業務」に
 ついて

22

約９，０００件
 審議資料 No.12
諮問第976号
終わり 10
"""


def test_a_document_runs_from_its_own_line_to_the_next() -> None:
    documents = split_source("2022-06-17.txt", TEXT)
    assert {number: source.text for number, source in documents.items()} == {
        975: "審議資料Ｎｏ．１諮問第９７５号「広聴業務」について約９，０００件",
        976: "審議資料No.12諮問第976号終わり10",
    }


def test_every_character_knows_its_line() -> None:
    source = split_source("2022-06-17.txt", TEXT)[975]
    assert (source.file, source.number, source.first_line) == ("2022-06-17.txt", 975, 2)
    lines = TEXT.split("\n")
    assert len(source.lines) == len(source.text)
    assert all(letter in lines[line - 1] for letter, line in zip(source.text, source.lines, strict=True))
    assert source.lines[source.text.index("約")] == 10


@pytest.mark.parametrize("page", ["1", "22", " 26 ", "100"])
def test_a_bare_page_number_belongs_to_no_document(page: str) -> None:
    (source,) = split_source("a.txt", f"審議資料Ｎｏ．１\n諮問第１号\n前\n{page}\n後").values()
    assert source.text.endswith("前後")


@pytest.mark.parametrize("line", ["２２", "10 体制", "1000", "①", "第1", "- 22 -"])
def test_other_lines_with_numbers_do(line: str) -> None:
    (source,) = split_source("a.txt", f"審議資料Ｎｏ．１\n諮問第１号\n前\n{line}\n後").values()
    assert source.text.endswith(f"前{line.replace(' ', '')}後")


def test_the_number_of_another_consultation_in_the_text_is_not_the_documents() -> None:
    text = "審議資料Ｎｏ．１\n諮問第９７７号\n諮問第９６４号の条件の範囲を超える\n諮問第９６４号\n"
    assert list(split_source("a.txt", text)) == [977]


@pytest.mark.parametrize(
    "line",
    ["審議資料No.1", "審議資料№１", "審議資料ＮＯ：1", "審議資料１", "資料１", "資料 No. 1", " 資 料 Ｎo．１ "],
)
@pytest.mark.parametrize("number", ["諮問第９７５号", "諮問第975号", "諮問 第 ９７５ 号"])
def test_the_two_lines_are_known_in_looser_forms(line: str, number: str) -> None:
    (source,) = split_source("a.txt", f"{line}\n{number}\n本文").values()
    assert (source.number, source.text) == (975, "".join(f"{line}{number}本文".split()))


@pytest.mark.parametrize("line", ["資料１のとおり", "次の資料１", "審議資料", "参考資料１"])
def test_a_line_that_says_more_begins_no_document(line: str) -> None:
    assert list(split_source("a.txt", f"審議資料Ｎｏ．１\n諮問第１号\n{line}\n諮問第２号\n")) == [1]


def test_a_heading_that_looks_like_a_first_line_stays_in_its_document() -> None:
    text = "資料１\n諮問第１号\n本文\n資料１\n別の本文\n審議資料Ｎｏ．２\n報告\n資料３\n諮問第３号\n"
    documents = split_source("a.txt", text)
    assert {number: source.text for number, source in documents.items()} == {
        1: "資料１諮問第１号本文資料１別の本文",
        3: "資料３諮問第３号",
    }
    assert (documents[1].first_line, documents[1].lines[-1]) == (1, 5)


@pytest.mark.parametrize("text", ["", "諮問第９７５号\n本文", "審議資料Ｎｏ．１\n本文"])
def test_a_text_without_the_two_lines_holds_no_document(text: str) -> None:
    assert split_source("a.txt", text) == {}


BEFORE = "審議資料Ｎｏ．１\n諮問第１号\n題名について\n令和４年６月１７日\n試験課\n１ 理由\n"
TITLE_BLOCK = "諮問第２号\n「試験業務」における外部委託について\n（副題）\n\n令和４年６月１７日\n試験課\n１ 件名\n"
LINE = "甲\n\n"
FULL = "外部委託に伴い取り扱う個人情報の項目及び件数は、次のとおりとする"


@pytest.mark.parametrize(
    "before",
    [
        "約２５件（年間）\n\n",
        "約２５件（年間）\n22\n",
        "約２５件（年間）\n- 22 -\n",
        f"{FULL}。\n",
        f"（{FULL}。）\n",
        f"{FULL}\n未定\n",
        f"{FULL}\n令和４年８月から\n",
        f"{FULL}\n目的外に使わないこと\n",
    ],
)
def test_a_document_without_its_own_line_begins_at_its_number(before: str) -> None:
    documents = split_source("a.txt", f"{BEFORE}{before}{TITLE_BLOCK}")
    assert list(documents) == [1, 2]
    assert documents[2].text == "".join(TITLE_BLOCK.split())
    assert documents[2].first_line == 6 + before.count("\n") + 1
    assert documents[1].text.startswith("".join(BEFORE.split()))


@pytest.mark.parametrize("before", [f"{FULL}\n", f"{FULL}\n本件は、\n", f"{FULL}\n前回の\n", f"{FULL}、（\n"])
def test_the_rest_of_a_sentence_begins_no_document(before: str) -> None:
    assert list(split_source("a.txt", f"{BEFORE}{before}{TITLE_BLOCK}")) == [1]


@pytest.mark.parametrize(
    "block",
    [
        "諮問第２号\nのとおりとする。\n２ 期間\n令和４年６月１７日\n",
        "諮問第２号\nのとおりとする。\n【別紙】\n令和４年６月１７日\n",
        "諮問第２号\n令和４年６月１７日から\n",
        "諮問第２号\n令和４年６月\n",
        "諮問第２号\n2022年6月17日\n",
        f"諮問第２号\n{LINE * 25}令和４年６月１７日\n",
        "諮問第２号\n諮問第３号\n",
        "諮問第１号\n題名について\n令和４年６月１７日\n",
        "諮問第２号について\n令和４年６月１７日\n",
    ],
)
def test_no_document_begins_without_a_date_before_the_first_heading(block: str) -> None:
    assert list(split_source("a.txt", f"{BEFORE}本文\n\n{block}")) == [1]


@pytest.mark.parametrize(
    "date",
    ["令 和 ４ 年 ６ 月 １ ７ 日", "平成31年4月1日", "令和元年５月１０日（金）", f"{LINE * 24}令和４年６月１７日"],
)
def test_the_date_may_be_spaced_and_stand_below_a_long_title(date: str) -> None:
    assert list(split_source("a.txt", f"諮問 第２号\n{date}\n１ 件名\n")) == [2]


def test_an_agenda_before_the_documents_begins_none() -> None:
    agenda = "次第\n\n諮問第１号\n「試験業務」について\n\n諮問第２号\n「試験業務」について\n\n"
    documents = split_source("a.txt", f"{agenda}{TITLE_BLOCK}")
    assert [(number, source.first_line) for number, source in documents.items()] == [(2, 9)]
    documents = split_source("a.txt", f"{agenda}{BEFORE}")
    assert [(number, source.first_line) for number, source in documents.items()] == [(1, 9)]


def test_a_loose_heading_leaves_the_next_document_its_beginning() -> None:
    documents = split_source("a.txt", f"{BEFORE}資料１\n{LINE * 5}{TITLE_BLOCK}資料２\n")
    assert documents[1].text.endswith("資料１甲甲甲甲甲")
    assert documents[2].text.endswith("１件名資料２")


def test_lines_that_repeat_a_documents_numbers_begin_none() -> None:
    again = "審議資料Ｎｏ．１\n諮問第１号\n"
    (source,) = split_source("a.txt", f"{BEFORE}{again}２ 続き\n審議資料Ｎｏ．１\n終わり\n").values()
    assert source.text.endswith("審議資料Ｎｏ．１諮問第１号２続き審議資料Ｎｏ．１終わり")


def test_a_document_without_a_consultation_ends_the_one_before() -> None:
    documents = split_source("a.txt", f"{BEFORE}審議資料Ｎｏ．２\n報告について\n{LINE * 9}{TITLE_BLOCK}")
    assert list(documents) == [1, 2]
    assert not {"報", "甲"} & set("".join(source.text for source in documents.values()))


def test_a_line_that_begins_a_page_needs_no_gap_before_it() -> None:
    lines = f"{BEFORE}{FULL}\n{TITLE_BLOCK}".split("\n")
    at = lines.index("諮問第２号")
    assert document_starts(lines) == (0,)
    assert document_starts(lines, frozenset({0, at})) == (0, at)


def test_the_first_source_holds_eleven_documents(content: Path) -> None:
    text = (content / "sources/2022-06-17.txt").read_text(encoding="utf-8")
    documents = split_source("2022-06-17.txt", text)
    assert tuple(documents) == tuple(NUMBERS)
    starts = [source.first_line for source in documents.values()]
    assert starts == sorted(starts)
    kept = sum(len(source.text) for source in documents.values())
    assert kept == len("".join(text.split())) - len("2226")
