"""What a result shows: the consultation, its best sections, and in them its own words with the matches marked."""

from typing import Any, Final

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.archive.archive import Archive
from generator.japanese.fold import fold
from generator.japanese.phrases import PhraseBreaker
from tests.browser.searching import all_shown, ask, open_search, shown, status
from tests.browser.truth import Truth
from tests.publishing import Site

QUERIES: Final = [
    "LINE",
    "個人情報",
    "里親",
    "区アカウント 年代",
    "第18条第3号",
    "management",
    "住所 氏名 電話",
    "1000",
]
BREAKER: Final = PhraseBreaker()


def excerpts(page: Page) -> list[tuple[int, Locator]]:
    return [
        (int(str(result.get_attribute("data-number"))), excerpt)
        for result in page.locator(".archive-result").all()
        for excerpt in result.locator(".archive-result__excerpts li").all()
    ]


@pytest.mark.parametrize("query", QUERIES)
def test_an_excerpt_is_the_documents_own_words_between_phrases(
    page: Page, at_root: Site, truth: Truth, query: str
) -> None:
    open_search(page, at_root, f"q={query}")
    all_shown(page)
    assert excerpts(page)
    for number, excerpt in excerpts(page):
        text = str(excerpt.locator("p").text_content())
        words = text.removeprefix("…").removesuffix("…")
        assert any(
            is_cut_from(words, block, begins=not text.startswith("…"), ends=not text.endswith("…"))
            for block in truth.blocks[number]
        ), text
        marks = {fold(mark) for mark in excerpt.locator("mark").all_text_contents()}
        assert marks
        assert {mark.replace(",", "") for mark in marks} <= {fold(word) for word in query.split()}


def is_cut_from(words: str, block: str, *, begins: bool, ends: bool) -> bool:
    """Tell whether words are part of a block, from one boundary of its phrases to another."""
    boundaries = [0]
    for phrase in BREAKER.phrases(block):
        boundaries.append(boundaries[-1] + len(phrase))
    at = block.find(words)
    while at >= 0:
        end = at + len(words)
        if at in boundaries and end in boundaries and (at == 0) == begins and (end == len(block)) == ends:
            return True
        at = block.find(words, at + 1)
    return False


@pytest.mark.parametrize("query", QUERIES)
def test_a_result_is_one_consultation_with_at_most_three_sections(
    page: Page, at_root: Site, archive: Archive, query: str
) -> None:
    open_search(page, at_root, f"q={query}")
    numbers = all_shown(page)
    assert len(set(numbers)) == len(numbers)
    by_number = {record.number: record for record in archive.records}
    for result in page.locator(".archive-result").all():
        record = by_number[int(str(result.get_attribute("data-number")))]
        title = result.locator("h2 a")
        assert title.text_content() == record.consultation.title
        expect(result.locator("time")).to_have_attribute("datetime", record.consultation.meeting.isoformat())
        links = [title, *result.locator(".archive-result__section").all()]
        assert len(links) <= 4
        anchors = [str(link.evaluate("(link) => link.href")).split("#") for link in links]
        assert {address for address, _ in anchors} == {f"{at_root.url}consultations/{record.number}/"}
        assert {anchor for _, anchor in anchors} <= {"document", *(place.anchor for place in record.places)}
        assert len({anchor for _, anchor in anchors[1:]}) == len(anchors) - 1


def test_each_excerpt_stands_in_the_section_it_names(page: Page, at_root: Site, archive: Archive) -> None:
    by_number = {record.number: record for record in archive.records}
    open_search(page, at_root, "q=個人情報")
    all_shown(page)
    for number, excerpt in excerpts(page):
        link = excerpt.locator(".archive-result__section")
        anchor = str(link.evaluate("(link) => link.hash.slice(1)"))
        section: Any = by_number[number].by_anchor[anchor].section
        words = str(excerpt.locator("p").text_content()).strip("…")
        assert words in f"{section.heading}\n{section.text}"
        assert str(link.text_content()).strip()


def test_what_is_in_the_title_is_marked_there(page: Page, at_root: Site) -> None:
    open_search(page, at_root, "q=LINE")
    first, second = page.locator(".archive-result").all()
    assert first.locator(".archive-result__subtitle mark").all_text_contents() == ["ＬＩＮＥ"]
    assert second.locator("h2 mark, .archive-result__subtitle mark").count() == 0
    ask(page, "児童虐待")
    expect(page.locator(".archive-result h2 mark").first).to_have_text("児童虐待")


def test_a_match_is_marked_in_the_documents_own_characters(page: Page, at_root: Site) -> None:
    open_search(page, at_root, "q=メールsos")
    assert shown(page) == [981]
    marks = page.locator(".archive-result mark").all_text_contents()
    assert marks
    assert set(marks) <= {"メールＳОＳ", "メールＳＯＳ"}
    ask(page, "ずーむ")
    assert set(page.locator(".archive-result mark").all_text_contents()) <= {
        "Ｚｏｏｍ",
        "ＺＯＯＭ",
        "ＺｏｏｍＶｉｄｅｏＣｏｍｍｕｎｉｃａｔｏｎｓ",
    }
    ask(page, "ずーむ -cisco")
    assert shown(page) == [976]
    assert page.locator(".archive-result mark").count() > 0


def test_how_many_more_sections_hold_it_is_said(page: Page, at_root: Site, truth: Truth) -> None:
    open_search(page, at_root, "q=犬")
    assert shown(page) == [984]
    expect(page.locator(".archive-result__excerpts li")).to_have_count(3)
    rest = str(page.locator(".archive-result__rest").text_content())
    assert rest.startswith("ほか")
    assert rest.endswith("か所")
    blocks = sum("犬" in block for block in truth.blocks[984])
    assert 0 < int(rest[2:-2]) < blocks


def test_each_thing_asked_for_is_among_the_excerpts(page: Page, at_root: Site) -> None:
    open_search(page, at_root, "q=区アカウント 年代")
    assert shown(page) == [975]
    assert set(page.locator(".archive-result mark").all_text_contents()) == {"区アカウント", "年代"}


def test_without_words_a_result_shows_what_the_consultation_is_about(page: Page, at_root: Site) -> None:
    open_search(page, at_root, "counterparty=line")
    assert shown(page) == [979, 975]
    expect(status(page)).to_have_text("選んだ条件に合う諮問は2件です。")
    assert page.locator(".archive-result mark").count() == 0
    for result in page.locator(".archive-result").all():
        expect(result.locator("dl dt").first).to_have_text("所管課")
        expect(result.locator("dl")).to_contain_text("回線結合")
