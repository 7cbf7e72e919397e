"""The search page: its address says what is asked, and it says at any time what it is doing."""

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.searching import all_shown, ask, open_search, queried, region, shown, status
from tests.browser.truth import Truth
from tests.publishing import Site

AT_ONCE: Final = 5
NOTHING_ASKED: Final = "探す言葉を入れるか、条件を選んでください。"


def hold_in(held: list[Route]) -> Callable[[Route], None]:
    """Hold back what is asked for, until the test goes on with it."""

    def hold(route: Route) -> None:
        held.append(route)

    return hold


def wait_for_request(page: Page, held: list[Route]) -> None:
    """Wait until something is asked for that a test holds back."""
    while not held:
        page.evaluate("new Promise(requestAnimationFrame)")


def test_nothing_asked_is_nothing_found(page: Page, at_root: Site) -> None:
    open_search(page, at_root, "")
    assert shown(page) == []
    expect(status(page)).to_have_text(NOTHING_ASKED)
    ask(page, "犬")
    assert shown(page) == [984]
    ask(page, "  ")
    assert shown(page) == []
    expect(status(page)).to_have_text(NOTHING_ASKED)
    assert page.url == f"{at_root.url}search/"


def test_the_address_says_what_is_asked_and_back_leads_back(page: Page, under_path: Site) -> None:
    open_search(page, under_path, "q=犬")
    assert shown(page) == [984]
    ask(page, "zoom")
    assert page.url == f"{under_path.url}search/?q=zoom"
    expect(page).to_have_title(re.compile("^「zoom」 - 検索"))
    ask(page, "LINE")
    page.locator(".archive-result h2 a").last.click()
    expect(page).to_have_url(re.compile("/consultations/979/"))
    for query, numbers in [("LINE", [975, 979]), ("zoom", [977, 976]), ("犬", [984])]:
        page.go_back()
        expect(page.get_by_label("探す言葉")).to_have_value(query)
        expect(status(page)).to_contain_text(f"「{query}」")
        assert shown(page) == numbers
        expect(page).to_have_title(re.compile(f"^「{query}」 - 検索"))
    page.go_forward()
    expect(page.get_by_label("探す言葉")).to_have_value("zoom")
    expect(status(page)).to_contain_text("「zoom」")
    assert shown(page) == [977, 976]


@pytest.mark.parametrize(
    "request_text",
    [
        "q=里親 住所",
        'q="Cisco Systems" -犬',
        "q=区&measure=outsourcing&sort=oldest",
        "q=らいん&counterparty=line:channel&aliases=off",
        "counterparty=line&item=age-group&sort=newest",
        "q=100%25 %26 %2B",
    ],
)
def test_a_bookmark_gives_the_same_page(page: Page, at_root: Site, request_text: str) -> None:
    first = f"{at_root.url}search/?{quote(request_text, safe='=&:%')}"
    seen = []
    for _ in range(2):
        page.goto(first)
        numbers = shown(page)
        texts = [page.get_by_label("並び順").input_value(), page.get_by_label("探す言葉").input_value()]
        chosen = page.get_by_role("list", name="選んだ条件").get_by_role("listitem")
        expect(chosen).to_have_count(sum(name in request_text for name in ("measure=", "counterparty=", "item=")))
        seen.append((numbers, status(page).inner_text(), texts, chosen.all_inner_texts()))
        page.goto("about:blank")
    assert seen[0] == seen[1]


def test_asking_the_same_again_adds_nothing_to_the_history(page: Page, at_root: Site) -> None:
    open_search(page, at_root, "q=犬")
    before = page.evaluate("history.length")
    ask(page, "犬")
    assert page.evaluate("history.length") == before


def test_an_anchor_of_the_page_does_not_touch_what_is_being_typed(page: Page, at_root: Site) -> None:
    open_search(page, at_root, "q=理管")
    page.get_by_label("探す言葉").fill("里親")
    page.locator("[data-search-notes]").get_by_role("link", name="一覧").click()
    expect(page).to_have_url(re.compile("#search-indexes$"))
    expect(page.get_by_label("探す言葉")).to_have_value("里親")
    expect(page.locator("#search-indexes:target")).to_be_in_viewport()


def test_the_page_is_busy_while_it_works(page: Page, at_root: Site) -> None:
    held: list[Route] = []
    open_search(page, at_root, "q=犬")
    page.context.route("**/search/text/975.json", hold_in(held))
    page.get_by_label("探す言葉").fill("LINE")
    page.keyboard.press("Enter")
    wait_for_request(page, held)
    expect(region(page)).to_have_attribute("aria-busy", "true")
    expect(status(page)).not_to_contain_text("LINE")
    held[0].continue_()
    assert shown(page) == [975, 979]
    expect(status(page)).to_have_text("「LINE」を含む諮問は2件です。")


def test_a_slow_answer_does_not_overwrite_the_one_asked_for_after_it(page: Page, at_root: Site) -> None:
    held: list[Route] = []
    open_search(page, at_root, "")
    page.context.route("**/search/text/975.json", hold_in(held))
    page.get_by_label("探す言葉").fill("LINE")
    page.keyboard.press("Enter")
    wait_for_request(page, held)
    ask(page, "zoom")
    assert shown(page) == [977, 976]
    held[0].fulfill(status=200, body="{}")
    assert queried(page, at_root, ["犬"]) == [[984]]
    expect(status(page)).to_have_text("「zoom」を含む諮問は2件です。")
    assert shown(page) == [977, 976]


@pytest.fixture
def low(page: Page) -> Page:
    """A window too low to show how a list of results ends."""
    page.set_viewport_size({"width": 1280, "height": 400})
    return page


@pytest.mark.parametrize("query", ["区", "個人情報"])
def test_more_results_are_shown_as_one_reads_on(low: Page, at_root: Site, truth: Truth, query: str) -> None:
    assert len(truth.holding(query)) == 11
    open_search(low, at_root, f"q={query}")
    first = shown(low)
    assert len(first) == AT_ONCE
    expect(status(low)).to_have_text(f"「{query}」を含む諮問は11件です。")
    numbers = all_shown(low)
    assert numbers[:AT_ONCE] == first
    assert len(numbers) == 11
    assert set(numbers) == truth.holding(query)
    expect(status(low)).to_have_text(f"「{query}」を含む諮問は11件です。")
    more = low.locator("[data-search-more]")
    expect(more).to_be_hidden()
    ask(low, "犬")
    assert shown(low) == [984]
    expect(more).to_be_hidden()


def test_more_results_are_shown_on_request(low: Page, at_root: Site, truth: Truth) -> None:
    """Who has the page read out may press the button without ever seeing it."""
    open_search(low, at_root, "q=区")
    assert len(shown(low)) == AT_ONCE
    low.get_by_role("button", name="続きを表示").dispatch_event("click")
    expect(low.locator(".archive-result").nth(AT_ONCE).locator("h2 a")).to_be_focused()
    assert set(shown(low)) == truth.holding("区")
    expect(low.locator("[data-search-more]")).to_be_hidden()


def test_what_is_all_at_once_has_no_more(low: Page, at_root: Site) -> None:
    open_search(low, at_root, "q=児童")
    assert len(shown(low)) == AT_ONCE
    expect(low.locator("[data-search-more]")).to_be_hidden()
