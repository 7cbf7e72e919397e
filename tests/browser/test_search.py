"""The search of the published site: from any page, under any path, it finds what stands in the documents."""

import re
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.publishing import KINDS, ONE_OF_EACH, Site

FIXTURES: Final = ("at_root", "under_path")
FOUND: Final = {
    "ＬＩＮＥ": [979, 975],
    "line": [979, 975],
    "LINE": [979, 975],
    "Zoom": [977, 976],
    "ＺＯＯＭ": [977, 976],
    "zoom": [977, 976],
    "SOSネットワーク": [981],
    "ＳＯＳネットワーク": [981],
}


@pytest.fixture(params=FIXTURES)
def site(request: pytest.FixtureRequest) -> Site:
    """The site at the root of a host, and under a path."""
    published = request.getfixturevalue(request.param)
    assert isinstance(published, Site)
    return published


def ask_in_header(page: Page, query: str) -> None:
    box = page.get_by_role("search", name="サイト内の検索")
    box.get_by_label("検索する言葉").fill(query)
    box.get_by_role("button", name="検索").click()


def results(page: Page, query: str) -> list[int]:
    """The numbers that the page shows once it has answered ``query``."""
    expect(page.get_by_role("status")).to_contain_text(f"「{query}」を含む諮問は")
    expect(page.get_by_role("region", name="検索結果")).to_have_attribute("aria-busy", "false")
    return [int(text[3:6]) for text in page.locator(".archive-result__number").all_inner_texts()]


def test_the_words_of_residents_find_the_consultations(page: Page, site: Site) -> None:
    page.goto(site.url)
    page.get_by_role("search", name="本文の検索").get_by_label("諮問の本文から探す").fill("メールアドレス")
    page.keyboard.press("Enter")
    assert 976 in results(page, "メールアドレス")
    for query, numbers in FOUND.items():
        ask_in_header(page, query)
        assert results(page, query) == numbers, query


def test_what_stands_nowhere_is_said_not_to_be_found(page: Page, site: Site) -> None:
    page.goto(f"{site.url}search/?q=理管")
    assert results(page, "理管") == []
    expect(page.get_by_role("status")).to_contain_text("「理管」を含む諮問はありません。")
    expect(page.get_by_role("main").get_by_role("link", name="相手方", exact=True)).to_be_visible()


@pytest.mark.parametrize("address", ONE_OF_EACH.values(), ids=ONE_OF_EACH)
def test_the_box_in_the_header_of_every_page_leads_to_the_results(page: Page, at_root: Site, address: str) -> None:
    page.goto(at_root.url + address)
    ask_in_header(page, "ＬＩＮＥ")
    expect(page).to_have_url(re.compile(re.escape(f"{at_root.url}search/?q=")))
    assert results(page, "ＬＩＮＥ") == [979, 975]


@pytest.mark.parametrize("kind", ["home", "consultation", "not found"])
def test_the_box_in_the_header_leads_there_under_a_path_too(page: Page, under_path: Site, kind: str) -> None:
    page.goto(under_path.url + KINDS[kind])
    ask_in_header(page, "ＬＩＮＥ")
    expect(page).to_have_url(re.compile(re.escape(f"{under_path.url}search/?q=")))
    assert results(page, "ＬＩＮＥ") == [979, 975]


def test_back_restores_the_former_query(page: Page, site: Site) -> None:
    page.goto(f"{site.url}search/?q=LINE")
    assert results(page, "LINE") == [979, 975]
    ask_in_header(page, "zoom")
    assert results(page, "zoom") == [977, 976]
    page.locator(".archive-result a").first.click()
    expect(page).to_have_url(re.compile("/consultations/977/"))
    page.go_back()
    assert results(page, "zoom") == [977, 976]
    page.go_back()
    assert results(page, "LINE") == [979, 975]
    expect(page.get_by_label("探す言葉")).to_have_value("LINE")


@pytest.mark.parametrize("query", ["LINE", "Zoom", "SOSネットワーク", "里親"])
def test_every_result_leads_to_a_section_that_holds_the_word(page: Page, under_path: Site, query: str) -> None:
    page.goto(f"{under_path.url}search/?q={query}")
    assert results(page, query)
    targets = page.locator(".archive-result__title a").evaluate_all("links => links.map(link => link.href)")
    found = "results => results.map(result => result.querySelector('mark').textContent)"
    marked = page.locator(".archive-result").evaluate_all(found)
    for target, words in zip(targets, marked, strict=True):
        page.goto(target)
        section = page.locator(":target")
        expect(section).to_be_in_viewport()
        assert words in str(section.evaluate("(found) => found.parentElement.textContent"))


def test_without_scripts_the_search_page_leads_to_the_indexes(scriptless: Page, site: Site) -> None:
    scriptless.goto(f"{site.url}search/?q=LINE")
    main = scriptless.get_by_role("main")
    expect(main.locator("noscript p")).to_be_visible()
    main.get_by_role("link", name="相手方", exact=True).click()
    expect(scriptless).to_have_url(f"{site.url}counterparties/")
    expect(scriptless.get_by_role("heading", level=1)).to_have_text("相手方")
