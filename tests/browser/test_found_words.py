"""A result leads to its section, and the words it was found by are marked there."""

import re
from typing import Final
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from generator.japanese.fold import fold
from tests.browser.searching import open_search, shown
from tests.publishing import Site

MARKS: Final = "[data-document] mark"
TEXT: Final = "document.querySelector('[data-document]').textContent"


def follow(page: Page, number: int, which: int = 0) -> None:
    """Follow one of the links of a result: its title, or one of its sections."""
    page.locator(f".archive-result[data-number='{number}'] a").nth(which).click()
    expect(page).to_have_url(re.compile(f"/consultations/{number}/#"))


def whole_marks(page: Page) -> list[str]:
    """The marks of the document; those that only a break for the line separates are one."""
    joined = page.locator("[data-document]").evaluate(r"""(article) => {
        const copy = article.cloneNode(true);
        copy.querySelectorAll("wbr").forEach((each) => each.remove());
        return [...copy.querySelectorAll("mark")].reduce((marks, mark) => {
            if (mark.previousSibling?.nodeName === "MARK") marks.push(marks.pop() + mark.textContent);
            else marks.push(mark.textContent);
            return marks;
        }, []);
    }""")
    return [str(mark) for mark in joined]


@pytest.mark.parametrize("query", ["LINE", "Zoom", "SOSネットワーク", "里親", "第18条第3号", "犬の所在地"])
def test_every_link_leads_to_a_section_in_sight_in_which_the_words_are_marked(
    page: Page, under_path: Site, query: str
) -> None:
    address = f"q={query}"
    open_search(page, under_path, address)
    links = [(number, page.locator(f".archive-result[data-number='{number}'] a").count()) for number in shown(page)]
    for number, count in links[:3]:
        for which in range(count):
            open_search(page, under_path, address)
            follow(page, number, which)
            expect(page.locator(MARKS).first).to_be_attached()
            target = page.locator(":target")
            anchor = unquote(urlsplit(page.url).fragment)
            expect(target).to_have_id(anchor)
            assert "?" not in page.url
            marks = page.locator(f"{MARKS}" if anchor == "document" else f"#{anchor} mark")
            expect(marks.first).to_be_in_viewport()
            assert all(fold(mark) == fold(query) for mark in whole_marks(page))


@pytest.mark.parametrize(
    ("query", "number", "marked"),
    [
        ("メールsos", 981, {"メールＳОＳ"}),
        ("zoom cisco", 977, {"Ｚｏｏｍ", "Ｃｉｓｃｏ"}),
        ("らいん", 975, {"ＬＩＮＥ"}),
        ("社協", 981, {"社会福祉協議会"}),
        ("1,000", 982, {"１，０００", "1,000", "１０００"}),
    ],
)
def test_the_marks_are_in_the_documents_own_characters(
    page: Page, at_root: Site, query: str, number: int, marked: set[str]
) -> None:
    page.goto(f"{at_root.url}consultations/{number}/")
    before = page.evaluate(TEXT)
    open_search(page, at_root, f"q={query}")
    follow(page, number)
    expect(page.locator(MARKS).first).to_be_attached()
    marks = whole_marks(page)
    assert marks
    assert all(any(fold(word) in fold(mark) for word in marked) for mark in marks), marks
    assert page.evaluate(TEXT) == before


def test_every_place_is_marked_also_across_breaks_and_links(page: Page, at_root: Site) -> None:
    """A heading has a <wbr> between its phrases, and a paragraph links to what it cites."""
    open_search(page, at_root, "q=外部の電子計算機との回線結合")
    follow(page, shown(page)[0])
    expect(page.locator(MARKS).first).to_be_attached()
    text = page.evaluate(TEXT)
    word = "外部の電子計算機との回線結合"
    assert whole_marks(page).count(word) == str(text).count(word) > 0
    assert page.locator(".document-title__title mark").count() > 1
    assert page.locator(".document-title__title wbr").count() > 0


def test_nothing_is_marked_without_a_search(page: Page, at_root: Site) -> None:
    for origin in ("", "counterparties/line/", "search/"):
        page.goto(at_root.url + origin)
        page.evaluate(
            """(address) => {
                const link = Object.assign(document.createElement("a"), {href: address, id: "away", textContent: "x"});
                document.querySelector("main").prepend(link);
            }""",
            f"{at_root.url}consultations/975/",
        )
        page.locator("#away").click()
        expect(page).to_have_url(f"{at_root.url}consultations/975/")
        page.wait_for_load_state("networkidle")
        assert page.locator("mark").count() == 0, origin


def test_only_the_document_is_marked(page: Page, at_root: Site) -> None:
    open_search(page, at_root, "q=LINE")
    follow(page, 975)
    expect(page.locator(MARKS).first).to_be_attached()
    assert page.locator("mark").count() == page.locator(MARKS).count()


def test_what_is_unwanted_and_what_was_not_added_is_not_marked(page: Page, at_root: Site) -> None:
    open_search(page, at_root, "q=氏名 -里親&aliases=off")
    follow(page, shown(page)[0])
    expect(page.locator(MARKS).first).to_be_attached()
    assert set(whole_marks(page)) == {"氏名"}


def test_a_facet_alone_marks_nothing_and_leads_there(page: Page, at_root: Site) -> None:
    open_search(page, at_root, "counterparty=line")
    page.locator(".archive-result[data-number='975'] h2 a").click()
    expect(page).to_have_url(re.compile("/consultations/975/"))
    page.wait_for_load_state("networkidle")
    assert page.locator("mark").count() == 0


def test_where_the_words_cannot_be_loaded_the_document_is_read_all_the_same(page: Page, at_root: Site) -> None:
    open_search(page, at_root, "q=LINE")
    page.route("**/marking.js", lambda route: route.abort())
    follow(page, 979)
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator("[data-document] p").first).to_be_visible()
