"""A meeting's text, cut into its documents."""

from pathlib import Path

import pytest

from generator.archive.sources import split_source
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


@pytest.mark.parametrize("text", ["", "諮問第９７５号\n本文", "審議資料Ｎｏ．１\n本文"])
def test_a_text_without_the_two_lines_holds_no_document(text: str) -> None:
    assert split_source("a.txt", text) == {}


def test_the_first_source_holds_eleven_documents(content: Path) -> None:
    text = (content / "sources/2022-06-17.txt").read_text(encoding="utf-8")
    documents = split_source("2022-06-17.txt", text)
    assert tuple(documents) == tuple(NUMBERS)
    starts = [source.first_line for source in documents.values()]
    assert starts == sorted(starts)
    kept = sum(len(source.text) for source in documents.values())
    assert kept == len("".join(text.split())) - len("2226")
