"""What a reader does with the search, and what it then shows."""

import json
import re
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import quote

from playwright.sync_api import Locator, Page, expect

from tests.publishing import Site

FAILED: Final = "検索できませんでした。"
_ASK: Final = """async ([root, question, requests, details]) => {
    const modules = new URL("assets/javascripts/", root);
    const { search } = await import(new URL("archive-search.js", modules));
    const { readRequest } = await import(new URL("address.js", modules));
    const plain = (value) => ArrayBuffer.isView(value) ? [...value] : value;
    const answers = [];
    for (const text of requests) {
        const answer = await search[question](readRequest(new URLSearchParams(text)), ...details);
        answers.push(JSON.stringify(answer, (_, value) => plain(value)));
    }
    return answers;
}"""


def open_search(page: Page, site: Site, request: str) -> None:
    """Follow a bookmark of the search page, and wait for what it shows."""
    page.goto(f"{site.url}search/?{quote(request, safe='=&:')}")
    wait_for_answer(page)


def status(page: Page) -> Locator:
    return page.locator("main").get_by_role("status")


def region(page: Page) -> Locator:
    return page.get_by_role("region", name="検索結果")


def wait_for_answer(page: Page) -> None:
    """Wait until the page has answered. It is busy from the moment it is asked."""
    expect(status(page)).not_to_be_empty()
    expect(region(page)).to_have_attribute("aria-busy", "false")


def ask(page: Page, query: str) -> None:
    """Ask on the search page, and wait for what it shows."""
    page.get_by_label("探す言葉").fill(query)
    page.get_by_role("search", name="諮問の本文の検索").get_by_role("button", name="検索").click()
    wait_for_answer(page)


def ask_in_header(page: Page, query: str) -> None:
    """Ask in the box that every page has, and wait for what the search page shows."""
    box = page.get_by_role("search", name="サイト内の検索")
    box.get_by_label("検索する言葉").fill(query)
    with page.expect_navigation(url=re.compile(r"/search/\?")):
        box.get_by_role("button", name="検索").click()
    wait_for_answer(page)


def shown(page: Page) -> list[int]:
    """The numbers of the consultations that the page shows, in their order."""
    wait_for_answer(page)
    return [int(str(entry.get_attribute("data-number"))) for entry in page.locator(".archive-result").all()]


def all_shown(page: Page) -> list[int]:
    """The same, once all have been asked for."""
    wait_for_answer(page)
    more = page.locator("[data-search-more]").element_handle()
    page.wait_for_function("(more) => { more.scrollIntoView(); return more.hidden; }", arg=more)
    return shown(page)


def shown_as_added(page: Page) -> list[int]:
    """Those of them that are marked as found only by an alias or a reading."""
    return _shown_with(page, "別名・読みで見つかりました")


def shown_as_variants(page: Page) -> list[int]:
    """Those of them that are marked as found only in other kanji of the same meaning, or by a short or long form."""
    return _shown_with(page, "字体や略し方の違いで見つかりました")


def _shown_with(page: Page, words: str) -> list[int]:
    entries = page.locator(".archive-result").filter(has_text=words).all()
    return [int(str(entry.get_attribute("data-number"))) for entry in entries]


def answers(page: Page, site: Site, requests: Iterable[str]) -> list[dict[str, Any]]:
    """What the search answers requests, each written as an address says it. The page must be one of the site."""
    return _asked(page, site, "answer", [quote(request, safe="=&:") for request in requests])


def queried(page: Page, site: Site, queries: Iterable[str], more: str = "") -> list[list[int]]:
    """The numbers that the search finds for queries as a reader types them."""
    requests = [f"q={quote(query, safe='')}&{more}" for query in queries]
    return [answer["numbers"] for answer in _asked(page, site, "answer", requests)]


def counted(page: Page, site: Site, request: str, facet: str) -> list[dict[str, Any]]:
    """How many consultations each value of a facet would leave."""
    counts: list[dict[str, Any]] = _asked(page, site, "counts", [request], facet)[0]
    return counts


def _asked(page: Page, site: Site, question: str, requests: list[str], *details: object) -> list[Any]:
    return [json.loads(answer) for answer in page.evaluate(_ASK, [site.url, question, requests, list(details)])]
