"""A letter with a voicing mark is another letter: over a small site whose documents hold one and not the other."""

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from generator.archive.loading import load
from tests.browser.searching import answers, ask, open_search, queried, shown, shown_as_added, status
from tests.browser.truth import Truth
from tests.publishing import SITES, Site

# 1 holds が (also as one of 来れば), ば and ぱ, 2 か with a mark of its own, ﾊﾟ and ｶﾞ, 3 か and カ, 4 は.
FOUND: Final = {
    "か": [3],
    "が": [2, 1],
    "か\u3099": [2, 1],
    "か゛": [2, 1],
    "は": [4],
    "ば": [1],
    "は\u3099": [1],
    "ぱ": [1],
    "は\u309a": [1],
    "カ": [3],
    "ｶ": [3],
    "ガ": [2],
    "ｶﾞ": [2],
    "カ\u3099": [2],
    "ハ": [],
    "ﾊ": [],
    "パ": [2],
    "ﾊﾟ": [2],
    "バ": [],
    "番か": [3],
    "番が": [2, 1],
    "れは": [],
    "れば": [1],
}


@pytest.fixture(scope="module")
def small() -> Truth:
    loaded = load(Path(SITES / "todai/content"))
    assert loaded.archive is not None, loaded.problems
    return Truth(loaded.archive)


@pytest.mark.parametrize("query", FOUND)
def test_the_documents_hold_what_is_to_be_found(small: Truth, query: str) -> None:
    assert small.holding(query) == set(FOUND[query])


def test_a_voiced_letter_is_another_letter(page: Page, todai: Site) -> None:
    page.goto(f"{todai.url}search/")
    found = dict(zip(FOUND, queried(page, todai, FOUND), strict=True))
    assert found == FOUND


def test_the_page_shows_and_marks_only_the_letter_asked_for(page: Page, todai: Site) -> None:
    page.goto(f"{todai.url}search/")
    for query, numbers, marks in [
        ("か", [3], {"か"}),
        ("が", [2, 1], {"が", "か\u3099"}),
        ("は", [4], {"は"}),
        ("ぱ", [1], {"ぱ"}),
        ("ガ", [2], {"ｶﾞ"}),
    ]:
        ask(page, query)
        assert shown(page) == numbers, query
        assert set(page.locator(".archive-result mark").all_text_contents()) == marks
        expect(status(page)).to_have_text(f"「{query}」を含む諮問は{len(numbers)}件です。")


def test_title_comes_before_name_before_passing_mention_and_then_the_newest(page: Page, todai: Site) -> None:
    """1 has it in its title, 2 in the name of its counterparty, the newer 5, 4 and 3 in passing."""
    open_search(page, todai, "q=灯台")
    assert shown(page) == [1, 2, 5, 4, 3]
    expect(page.locator(".archive-result").first.locator("h2 mark")).to_have_text("灯台")


def test_the_order_can_be_that_of_the_days(page: Page, todai: Site) -> None:
    open_search(page, todai, "q=灯台")
    order = page.get_by_label("並び順")
    order.select_option(label="新しい順")
    assert shown(page) == [5, 4, 3, 2, 1]
    assert page.url.endswith("&sort=newest")
    order.select_option(label="古い順")
    assert shown(page) == [1, 2, 3, 4, 5]
    assert page.url.endswith("&sort=oldest")
    order.select_option(label="関連の強い順")
    assert shown(page) == [1, 2, 5, 4, 3]
    assert "sort" not in page.url
    page.go_back()
    expect(order).to_have_value("oldest")
    assert shown(page) == [1, 2, 3, 4, 5]


def test_what_holds_the_word_itself_comes_before_what_another_name_adds(page: Page, todai: Site) -> None:
    """The older 2 says 灯台協会, the newer 5 only 灯協社, which is registered as the same."""
    open_search(page, todai, "q=灯台協会")
    assert shown(page) == [2, 5]
    assert shown_as_added(page) == [5]
    expect(status(page)).to_contain_text("うち1件は、登録された別名・読みで見つかったものです。")
    page.get_by_label("並び順").select_option(label="新しい順")
    assert shown(page) == [5, 2]
    assert shown_as_added(page) == [5]


@pytest.mark.parametrize(
    ("query", "numbers", "added"),
    [
        ("灯協社", [5, 2], [2]),
        ("灯会", [5, 2], [5, 2]),
        ("トウダイキョウカイ", [5, 2], [5, 2]),
        ("灯台協会 -灯協社", [2], []),
        ("灯台協会 案内", [5], [5]),
    ],
)
def test_every_name_of_a_party_finds_it(
    page: Page, todai: Site, query: str, numbers: list[int], added: list[int]
) -> None:
    page.goto(f"{todai.url}search/")
    ask(page, query)
    assert shown(page) == numbers
    assert shown_as_added(page) == added
    page.get_by_label("登録された別名・読み、字体や略し方の違いでも探す").uncheck()
    assert shown(page) == [number for number in numbers if number not in added]


def test_all_that_is_asked_is_one_answer(page: Page, todai: Site) -> None:
    page.goto(f"{todai.url}search/")
    [answer] = answers(page, todai, ["q=灯台協会&sort=newest"])
    assert answer["numbers"] == [5, 2]
    assert answer["added"] == [2, 0]
