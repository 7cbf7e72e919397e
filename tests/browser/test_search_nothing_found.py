"""Where nothing is found, the page says so and what may help, and shows nothing that was not asked for."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.searching import ask, open_search, shown, status
from tests.browser.truth import Truth
from tests.publishing import Site


def notes(page: Page) -> Locator:
    return page.locator("[data-search-notes]")


def nearest(page: Page) -> Locator:
    return notes(page).get_by_role("list").get_by_role("link")


@pytest.mark.parametrize(
    ("query", "name", "address"),
    [
        ("ズム", "Zoom", "counterparties/zoom/"),
        ("zooom", "Zoom", "counterparties/zoom/"),
        ("環境庁", "環境省", "counterparties/kankyosho/"),
        ("LINEE", "LINE", "counterparties/line/"),
        ("メルアドレス", "メールアドレス", "items/email-address/"),
    ],
)
def test_the_nearest_registered_name_is_offered(
    page: Page, under_path: Site, query: str, name: str, address: str
) -> None:
    open_search(page, under_path, f"q={query}")
    assert shown(page) == []
    expect(status(page)).to_have_text(f"「{query}」を含む諮問はありません。")
    assert 1 <= nearest(page).count() <= 5
    nearest(page).filter(has_text=name).first.click()
    expect(page).to_have_url(under_path.url + address)


@pytest.mark.parametrize("query", ["理管", "ぬるぽ", "xyzzy", "🐈"])
def test_nothing_unrelated_is_offered(page: Page, at_root: Site, truth: Truth, query: str) -> None:
    assert truth.holding(query) == set()
    open_search(page, at_root, f"q={query}")
    assert shown(page) == []
    expect(nearest(page)).to_have_count(0)
    expect(notes(page)).to_have_text("言葉を短くするか、一覧からお探しください。")


def test_the_indexes_are_a_click_away(page: Page, under_path: Site) -> None:
    open_search(page, under_path, "q=理管")
    notes(page).get_by_role("link", name="一覧").click()
    expect(page.locator("#search-indexes")).to_be_in_viewport()
    indexes = page.get_by_role("navigation", name="一覧から探す")
    assert indexes.get_by_role("link").count() >= 7
    indexes.get_by_role("link", name="個人情報の項目", exact=True).click()
    expect(page).to_have_url(f"{under_path.url}items/")


def test_of_several_words_it_is_said_how_many_each_has(page: Page, at_root: Site, truth: Truth) -> None:
    counts = {word: len(truth.holding(word)) for word in ("犬", "LINE", "理管")}
    open_search(page, at_root, "q=犬 LINE 理管")
    assert shown(page) == []
    expect(status(page)).to_have_text("「犬」と「LINE」と「理管」を含む諮問はありません。")
    each = "、".join(f"「{word}」は{count}件" for word, count in counts.items())
    expect(notes(page)).to_contain_text(f"1つずつなら、{each}の諮問にあります。")
    ask(page, "犬 環境庁")
    expect(nearest(page).filter(has_text="環境省")).to_be_visible()
    expect(nearest(page).filter(has_text="犬")).to_have_count(0)


def test_the_notes_go_once_something_is_found(page: Page, at_root: Site) -> None:
    open_search(page, at_root, "q=環境庁")
    expect(nearest(page).first).to_be_visible()
    ask(page, "犬")
    assert shown(page) == [984]
    expect(notes(page)).to_be_empty()
