"""Where the documents of a file begin."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator.importer.document.cutting import BEFORE_THE_FIRST, BETWEEN, Cut, cut
from generator.importer.document.repeated_numbers import REPEATED
from generator.importer.files.reading import Grid, Line, Reading
from generator.model.consultation import Cell, TableRow
from tests.importer.document.reading import lines

HEAD = (
    "審議資料Ｎｏ．{n}\n\n諮問第９０{n}号\n\n「見本業務」における外部委託について\n\n令和４年６月１７日\n\n見本課\n\n"
)


def document(number: int, body: str = "１ 件名") -> str:
    return HEAD.format(n=number) + body


def cut_texts(*texts: str) -> Cut:
    return cut(Reading(f"{place}.txt", lines(text)) for place, text in enumerate(texts, start=1))


def bodies(found: Cut) -> list[Sequence[str]]:
    return [[block.text for block in each.body if isinstance(block, Line)][3:] for each in found.documents]


def numbers(found: Cut) -> list[tuple[str | None, str | None]]:
    return [
        tuple(line.text if line else None for line in (each.document_line, each.number_line))  # type: ignore[misc]
        for each in found.documents
    ]


def test_each_document_begins_with_its_numbers() -> None:
    found = cut_texts(document(1) + "\n\n" + document(2, "１ 相手方"))
    assert numbers(found) == [("審議資料Ｎｏ．1", "諮問第９０1号"), ("審議資料Ｎｏ．2", "諮問第９０2号")]
    assert bodies(found) == [["１ 件名"], ["１ 相手方"]]
    assert found.left_out == ()


def test_a_file_that_begins_no_document_goes_on_with_the_last() -> None:
    found = cut_texts(document(1), "２ 内容\n\n３ 趣旨")
    assert bodies(found) == [["１ 件名", "２ 内容", "３ 趣旨"]]
    assert found.documents[0].files == ("1.txt", "2.txt")


def test_both_numbers_may_stand_on_one_line() -> None:
    text = document(1).replace("審議資料Ｎｏ．1\n\n諮問第９０1号", "諮問第９０1号　　　　審議資料Ｎｏ．1")
    assert numbers(cut_texts(text)) == [("審議資料Ｎｏ．1", "諮問第９０1号")]


def test_a_document_may_lack_the_line_of_its_document() -> None:
    assert numbers(cut_texts(document(1).replace("審議資料Ｎｏ．1", ""))) == [(None, "諮問第９０1号")]


def test_what_stands_before_the_first_document_and_between_its_numbers_is_left_out() -> None:
    text = "見本\n\n" + document(1).replace("諮問", "情報公開・個人情報保護審議会\n\n諮問", 1)
    left = [(each.text, each.reason) for each in cut_texts(text).left_out]
    assert left == [("見本", BEFORE_THE_FIRST), ("情報公開・個人情報保護審議会", BETWEEN)]


def on_pages(*texts: str) -> Cut:
    """Cut a file with a page for each of ``texts``."""
    pages = enumerate(texts, start=1)
    return cut([Reading("文書.pdf", tuple(replace(line, page=page) for page, text in pages for line in lines(text)))])


def test_numbers_repeated_on_later_pages_are_left_out() -> None:
    found = on_pages(document(1), "審議資料Ｎｏ．1\n\n諮問第９０１号\n\n２ 内容")
    assert bodies(found) == [["１ 件名", "２ 内容"]]
    left = [("審議資料Ｎｏ．1", REPEATED), ("諮問第９０１号", REPEATED)]
    assert [(each.text, each.reason) for each in found.left_out] == left
    assert not found.documents[0].notes


def test_where_the_pages_are_not_known_that_is_a_doubt() -> None:
    found = cut_texts(document(1) + "\n\n審議資料Ｎｏ．1\n\n２ 内容\n\n審議資料Ｎｏ．１\n\n３ 期間")
    assert bodies(found) == [["１ 件名", "２ 内容", "３ 期間"]]
    assert [each.reason for each in found.left_out] == [REPEATED, REPEATED]
    assert all(note.once and note.lost for note in found.documents[0].notes)


@pytest.mark.parametrize("words", ["資料1", "諮問第９０１号"])
def test_numbers_said_again_in_the_text_of_a_page_are_text(words: str) -> None:
    found = on_pages(document(1), f"２ 内容\n\n{words}\n\n３ 期間")
    assert bodies(found) == [["１ 件名", "２ 内容", words, "３ 期間"]]
    assert found.left_out == ()


def test_the_number_of_something_added_is_text_at_the_top_of_a_page_too() -> None:
    assert bodies(on_pages(document(1), "資料1\n\n２ 内容")) == [["１ 件名", "資料1", "２ 内容"]]


@pytest.mark.parametrize(
    "words", ["諮問第９６４号の条件の範囲を超えるため、諮問する。", "審議資料Ｎｏ．３を参照する。"]
)
def test_a_sentence_about_another_document_begins_none(words: str) -> None:
    assert bodies(cut_texts(document(1, f"１ 理由\n\n{words}"))) == [["１ 理由", words]]


def test_tables_are_cut_with_their_document_and_left_out_cell_by_cell() -> None:
    grid = Grid((TableRow((Cell("甲"), Cell("乙"))),), 1, 1)
    (found,) = cut([Reading("1.txt", (*lines(document(1)), grid))]).documents
    assert found.body[-1] is grid
    assert [each.text for each in cut([Reading("1.txt", (grid, *lines(document(1))))]).left_out] == ["甲", "乙"]


def test_nothing_at_all_is_no_document() -> None:
    assert cut([]) == cut_texts("") == Cut((), ())
