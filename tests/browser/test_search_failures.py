"""Where something cannot be loaded the page says so, and is not broken by it: asked again, it answers."""

import re
from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.profile import Profile
from tests.browser.searching import FAILED, ask, open_search, queried, region, shown, status, wait_for_answer
from tests.publishing import Site

# What a search needs. (A worker's requests are its own, and pass by the page's routes.)
NEEDED: Final = {
    "worker": "**/search-worker.js*",
    "engine": "**/assets/javascripts/engine.js",
    "pagefind": "**/pagefind/pagefind.js*",
    "entry": "**/pagefind/pagefind-entry.json*",
    "wasm": "**/pagefind/wasm.*",
    "meta": "**/*.pf_meta*",
    "index": "**/*.pf_index*",
    "folding": "**/search/folding.json",
    "names": "**/search/names.json",
    "documents": "**/search/documents.json",
    "text": "**/search/text/984.json",
    "facet": "**/search/facets/counterparty.json",
}


@pytest.fixture
def page(profile: Profile) -> Iterator[Page]:
    """A page in which scripts may fail: what cannot be loaded is what these tests are about."""
    with profile.open_page() as page:
        yield page


def refuse(route: Route) -> None:
    route.abort()


def miss(route: Route) -> None:
    """As a static host says that it has no such file."""
    route.fulfill(status=404, content_type="text/html", body="<!doctype html><title>404</title>")


@pytest.mark.parametrize("failing", [refuse, miss], ids=["refused", "missing"])
@pytest.mark.parametrize("needed", NEEDED)
def test_a_failure_is_said_and_can_be_mended(page: Page, at_root: Site, needed: str, failing: object) -> None:
    page.context.route(NEEDED[needed], failing)  # type: ignore[arg-type]
    open_search(page, at_root, "q=犬")
    expect(status(page)).to_contain_text(FAILED)
    assert shown(page) == ([984] if needed == "facet" else [])
    expect(region(page)).to_have_attribute("aria-busy", "false")
    expect(page.get_by_role("main").get_by_role("link", name="相手方", exact=True)).to_be_visible()
    page.context.unroute(NEEDED[needed])
    ask(page, "犬")
    expect(status(page)).to_have_text("「犬」を含む諮問は1件です。")
    assert shown(page) == [984]


def test_a_failure_leads_to_the_indexes(page: Page, under_path: Site) -> None:
    page.context.route(NEEDED["documents"], refuse)
    open_search(page, under_path, "q=犬")
    expect(status(page)).to_contain_text(FAILED)
    page.get_by_role("main").get_by_role("link", name="相手方", exact=True).click()
    expect(page).to_have_url(f"{under_path.url}counterparties/")


def test_a_failure_says_nothing_that_is_no_longer_true(page: Page, at_root: Site) -> None:
    open_search(page, at_root, "q=LINE")
    assert shown(page) == [975, 979]
    page.context.route(NEEDED["text"], refuse)
    ask(page, "犬")
    expect(status(page)).to_contain_text(FAILED)
    assert shown(page) == []


@pytest.mark.parametrize("times", [1, 2])
def test_a_part_of_the_index_that_fails_to_load_is_not_taken_for_nothing_found(
    page: Page, at_root: Site, times: int
) -> None:
    page.context.route(NEEDED["index"], refuse, times=times)
    open_search(page, at_root, "q=犬")
    page.get_by_label("探す言葉").fill("犬")
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text("「犬」を含む諮問は1件です。")
    assert shown(page) == [984]


def test_a_part_of_the_index_that_is_gone_is_a_failure_also_for_one_of_several_words(page: Page, at_root: Site) -> None:
    open_search(page, at_root, "q=犬")
    page.context.route("**/pagefind/**", refuse)
    for query in ("理管", "犬 里親", "-里親", "らいん"):
        ask(page, query)
        expect(status(page)).to_contain_text(FAILED)
    page.context.unroute("**/pagefind/**")
    ask(page, "理管")
    expect(status(page)).to_have_text("「理管」を含む諮問はありません。")
    assert queried(page, at_root, ["里親"]) != [[]]


def test_a_facet_that_fails_to_load_can_be_opened_again(page: Page, at_root: Site) -> None:
    open_search(page, at_root, "q=犬")
    items = page.locator("details[data-facet=item]")
    page.context.route("**/facets/item.json", refuse)
    items.locator("summary").click()
    expect(status(page)).to_contain_text(FAILED)
    page.context.unroute("**/facets/item.json")
    ask(page, "犬")
    assert shown(page) == [984]
    expect(items.get_by_role("checkbox").first).to_be_visible()
    expect(status(page)).to_have_text("「犬」を含む諮問は1件です。")


def test_more_results_that_fail_to_load_can_be_asked_for_again(page: Page, at_root: Site) -> None:
    page.set_viewport_size({"width": 1280, "height": 400})
    open_search(page, at_root, "q=区")
    page.context.route("**/search/text/*.json", refuse)
    page.get_by_role("button", name="続きを表示").dispatch_event("click")
    expect(status(page)).to_contain_text(FAILED)
    page.context.unroute("**/search/text/*.json")
    ask(page, "区")
    wait_for_answer(page)
    expect(status(page)).to_have_text(re.compile("「区」を含む諮問は11件です。"))
    expect(page.locator(".archive-result")).to_have_count(5)
