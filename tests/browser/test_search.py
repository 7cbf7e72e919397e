"""The search of the published site: from any page, under any path, it finds what stands in the documents."""

import re
from itertools import pairwise
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.searching import all_shown, answers, ask, ask_in_header, open_search, queried, shown, status
from tests.browser.truth import Truth
from tests.publishing import KINDS, ONE_OF_EACH, ROOT, Site

# What is asked, and what is found in the order it is shown: 975 holds LINE in its subtitle.
FOUND: Final = {
    "ＬＩＮＥ": [975, 979],
    "line": [975, 979],
    "LINE": [975, 979],
    "Zoom": [977, 976],
    "ＺＯＯＭ": [977, 976],
    "zoom": [977, 976],
    "SOSネットワーク": [981],
    "ＳＯＳネットワーク": [981],
    "ＳОＳネットワーク": [981],
    "ISO27001": [979, 975],
    "第18条第3号": [985, 984, 981, 979, 977, 975],
    "management": [984],
    "犬": [984],
}


@pytest.fixture(params=["at_root", "under_path"])
def site(request: pytest.FixtureRequest) -> Site:
    """The site at the root of a host, and under a path."""
    published = request.getfixturevalue(request.param)
    assert isinstance(published, Site)
    return published


def test_the_words_of_residents_find_the_consultations(page: Page, site: Site) -> None:
    page.goto(site.url)
    page.get_by_role("search", name="本文の検索").get_by_label("諮問の本文から探す").fill("メールアドレス")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(f"{site.url}search/?q=")))
    assert 976 in shown(page)
    ask_in_header(page, "ＬＩＮＥ")
    assert shown(page) == FOUND["ＬＩＮＥ"]
    for query, numbers in FOUND.items():
        ask(page, query)
        assert all_shown(page) == numbers, query
        expect(status(page)).to_have_text(f"「{query}」を含む諮問は{len(numbers)}件です。")


@pytest.mark.parametrize("query", FOUND)
def test_what_is_found_is_what_the_documents_hold(truth: Truth, query: str) -> None:
    assert truth.holding(query) == set(FOUND[query])


@pytest.mark.parametrize(
    "spellings", [("1000", "1,000", "１，０００", "１０００"), ("ﾒｰﾙ", "メール"), ("9000件", "９，０００件")]
)
def test_spellings_of_one_word_find_the_same(
    page: Page, at_root: Site, truth: Truth, spellings: tuple[str, ...]
) -> None:
    page.goto(f"{at_root.url}search/")
    found = queried(page, at_root, spellings)
    assert [set(numbers) for numbers in found] == [truth.holding(spellings[0])] * len(spellings) != [set()]
    assert found == [found[0]] * len(spellings)


def test_a_single_character_finds_what_holds_it(page: Page, at_root: Site, truth: Truth) -> None:
    characters = ["犬", "猫", "里", "々", "１", "a", "ー", "第", "肖"]
    page.goto(f"{at_root.url}search/")
    found = queried(page, at_root, characters)
    assert [set(numbers) for numbers in found] == [truth.holding(character) for character in characters]


def test_what_stands_nowhere_is_said_not_to_be_found(page: Page, site: Site, truth: Truth) -> None:
    assert truth.holding("理管") == set()
    open_search(page, site, "q=理管")
    assert shown(page) == []
    expect(status(page)).to_have_text("「理管」を含む諮問はありません。")
    expect(page.get_by_role("main").get_by_role("link", name="相手方", exact=True)).to_be_visible()


@pytest.mark.parametrize("query", ['"><img src=x>', "%", "\\", "<script>alert(1)</script>", "&amp;", "🐕"])
def test_what_is_typed_is_only_text(page: Page, at_root: Site, query: str) -> None:
    page.goto(f"{at_root.url}search/")
    ask(page, query)
    assert shown(page) == []
    expect(status(page)).to_contain_text("諮問はありません。")
    assert page.locator("main img, .archive-search script").count() == 0


def test_words_that_the_pdf_broke_are_whole(page: Page, at_root: Site, truth: Truth) -> None:
    """The source breaks its lines within words; the two characters around each break still follow one another."""
    source = (ROOT / "content/sources/2022-06-17.txt").read_text(encoding="utf-8")
    lines = [stripped for line in source.splitlines() if (stripped := line.strip())]
    broken = {one[-2:] + other[:2] for one, other in pairwise(lines)}
    words = sorted(word for word in broken if len(word) == 4 and any(word in block for block in truth.texts))
    assert len(words) > 200
    page.goto(f"{at_root.url}search/")
    for word, answer in zip(words, queried(page, at_root, [f'"{word}"' for word in words]), strict=True):
        assert set(answer) == truth.holding(word) != set(), word


@pytest.mark.parametrize("address", ONE_OF_EACH.values(), ids=ONE_OF_EACH)
def test_the_box_in_the_header_of_every_page_leads_to_the_results(page: Page, at_root: Site, address: str) -> None:
    page.goto(at_root.url + address)
    ask_in_header(page, "ＬＩＮＥ")
    expect(page).to_have_url(re.compile(re.escape(f"{at_root.url}search/?q=")))
    assert shown(page) == [975, 979]


@pytest.mark.parametrize("kind", ["home", "consultation", "not found"])
def test_the_box_in_the_header_leads_there_under_a_path_too(page: Page, under_path: Site, kind: str) -> None:
    page.goto(under_path.url + KINDS[kind])
    ask_in_header(page, "ＬＩＮＥ")
    expect(page).to_have_url(re.compile(re.escape(f"{under_path.url}search/?q=")))
    assert shown(page) == [975, 979]


def test_the_search_answers_as_its_page_shows(page: Page, under_path: Site) -> None:
    open_search(page, under_path, "q=LINE")
    assert answers(page, under_path, ["q=LINE"])[0]["numbers"] == shown(page)


def test_without_scripts_the_search_page_leads_to_the_indexes(scriptless: Page, site: Site) -> None:
    scriptless.goto(f"{site.url}search/?q=LINE")
    main = scriptless.get_by_role("main")
    expect(main.locator("noscript p")).to_be_visible()
    main.get_by_role("link", name="相手方", exact=True).click()
    expect(scriptless).to_have_url(f"{site.url}counterparties/")
    expect(scriptless.get_by_role("heading", level=1)).to_have_text("相手方")
