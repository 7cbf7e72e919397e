"""Several words, phrases, words to leave out, and the other names of what is registered."""

import re
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.searching import all_shown, ask, open_search, queried, shown, shown_as_added, status
from tests.browser.truth import Truth
from tests.publishing import Site

ALL: Final = set(range(975, 986))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        (" line\u3000相談　", ["line", "相談"]),
        ("里親 住所", ["里親", "住所"]),
        ("住所\t里親", ["住所", "里親"]),
        ("犬\u00a0環境省", ["犬", "環境省"]),
        ("zoom cisco microsoft", ["zoom", "cisco", "microsoft"]),
        ("里親 里親", ["里親"]),
        ("犬 LINE", ["犬", "LINE"]),
    ],
)
def test_several_words_find_what_holds_them_all(
    page: Page, at_root: Site, truth: Truth, query: str, words: list[str]
) -> None:
    page.goto(f"{at_root.url}search/")
    assert set(queried(page, at_root, [query])[0]) == truth.holding(*words)


@pytest.mark.parametrize("words", [("電子計算機", "里親"), ("犬", "住所"), ("個人情報", "本人")])
def test_the_order_of_words_does_not_matter(page: Page, at_root: Site, truth: Truth, words: tuple[str, ...]) -> None:
    page.goto(f"{at_root.url}search/")
    one, other = queried(page, at_root, [" ".join(words), " ".join(reversed(words))])
    assert one == other
    assert set(one) == truth.holding(*words)


@pytest.mark.parametrize("signs", ['""', "＂＂", "“”"])
def test_a_phrase_is_one_word_with_its_spaces(page: Page, at_root: Site, truth: Truth, signs: str) -> None:
    """Between Latin words a space counts; no document has one there, and the registered name still finds it."""
    spaced = next(iter(re.findall(r"[A-Za-zＡ-Ｚａ-ｚ]+[ \u3000][A-Za-zＡ-Ｚａ-ｚ]+", "\n".join(truth.texts))), "")
    phrases = {
        "Cisco Systems": {977},
        "個人情報 の項目": truth.holding("個人情報の項目"),
        "犬 の": truth.holding("犬の"),
    }
    phrases |= {"Systems Cisco": set(), "住所 里親": set()} | ({spaced: truth.holding(spaced)} if spaced else {})
    page.goto(f"{at_root.url}search/")
    found = queried(page, at_root, [f"{signs[0]}{phrase}{signs[1]}" for phrase in phrases])
    assert [set(numbers) for numbers in found] == list(phrases.values())
    ask(page, f"{signs[0]}Systems Cisco{signs[1]}")
    expect(status(page)).to_have_text("「Systems Cisco」を含む諮問はありません。")


def test_a_phrase_that_is_not_closed_reaches_to_the_end(page: Page, at_root: Site, truth: Truth) -> None:
    page.goto(f"{at_root.url}search/")
    found = queried(page, at_root, ['"住所 里親', '犬 "環境省'])
    assert [set(numbers) for numbers in found] == [set(), truth.holding("犬", "環境省")]


LEFT_OUT: Final = {
    "氏名 {}里親": (["氏名"], ["里親"]),
    "{}里親 氏名": (["氏名"], ["里親"]),
    '氏名 {}"個人情報 の項目"': (["氏名"], ["個人情報の項目"]),
    "氏名 住所 {}里親 {}犬": (["氏名", "住所"], ["里親", "犬"]),
    "{}犬": ([], ["犬"]),
    "{}犬 {}zoom": ([], ["犬", "zoom"]),
    "犬 {}犬": (["犬"], ["犬"]),
    "犬 {}理管": (["犬"], ["理管"]),
}


@pytest.mark.parametrize("minus", ["-", "－", "−"])
def test_a_word_with_a_minus_is_left_out(page: Page, at_root: Site, truth: Truth, minus: str) -> None:
    page.goto(f"{at_root.url}search/")
    found = queried(page, at_root, [query.replace("{}", minus) for query in LEFT_OUT])
    expected = [truth.holding(*wanted, without=unwanted) for wanted, unwanted in LEFT_OUT.values()]
    assert [set(numbers) for numbers in found] == expected


def test_the_page_says_what_is_left_out(page: Page, at_root: Site, truth: Truth) -> None:
    open_search(page, at_root, "q=-犬")
    expect(status(page)).to_have_text("「犬」を含まない諮問は10件です。")
    assert all_shown(page) == sorted(truth.holding(without=["犬"]), reverse=True)
    ask(page, "氏名 -里親")
    expect(status(page)).to_contain_text("「氏名」を含み、「里親」を含まない諮問は")
    assert set(all_shown(page)) == truth.holding("氏名", without=["里親"])


@pytest.mark.parametrize("query", ['""', '"', "“”", "\u200b", '-""'])
def test_signs_alone_ask_for_nothing(page: Page, at_root: Site, query: str) -> None:
    page.goto(f"{at_root.url}search/")
    ask(page, "犬")
    ask(page, query)
    assert shown(page) == []
    expect(status(page)).to_have_text("探す言葉を入れるか、条件を選んでください。")


def test_a_minus_alone_is_a_word(page: Page, at_root: Site, truth: Truth) -> None:
    open_search(page, at_root, "q=-")
    assert set(all_shown(page)) == truth.holding("-")
    expect(status(page)).to_have_text("「-」を含む諮問はありません。")


OTHER_NAMES: Final = {
    "ズーム": ("Zoom", [977, 976]),
    "ずーむ": ("Zoom", [977, 976]),
    "らいん": ("LINE", [975, 979]),
    "社協": ("社会福祉協議会", [981]),
    "Zoom Video Communications": ("Zoom", [977, 976]),
    "かんきょうしょう": ("環境省", [984]),
    "さとおや": ("里親", [976, 978]),
}


@pytest.mark.parametrize("query", OTHER_NAMES)
def test_other_names_and_readings_find_what_is_registered(page: Page, at_root: Site, truth: Truth, query: str) -> None:
    name, numbers = OTHER_NAMES[query]
    assert truth.holding(query) == set()
    page.goto(f"{at_root.url}search/")
    ask(page, query)
    assert shown(page) == shown_as_added(page) == numbers
    expect(status(page)).to_contain_text(f"うち{len(numbers)}件は、登録された別名・読みで見つかったものです。")
    note = page.locator("[data-search-notes]")
    expect(note.get_by_role("link", name=name, exact=True)).to_be_visible()
    expect(note).to_contain_text("登録された名前を含む諮問も加えています。")


def test_what_the_words_find_comes_before_what_their_meaning_adds(page: Page, at_root: Site, truth: Truth) -> None:
    """ライン stands in オンライン, and is the reading of LINE."""
    open_search(page, at_root, "q=ライン")
    own = truth.holding("ライン")
    assert set(shown(page)[: len(own)]) == own == {976, 977, 985}
    assert shown(page)[len(own) :] == shown_as_added(page) == [975, 979]


@pytest.mark.parametrize("query", ["LINE", "Zoom", "環境省", "社会福祉協議会", "氏名"])
def test_what_the_words_themselves_find_is_not_marked_as_added(
    page: Page, at_root: Site, truth: Truth, query: str
) -> None:
    open_search(page, at_root, f"q={query}")
    assert set(all_shown(page)) == truth.holding(query)
    assert shown_as_added(page) == []


def test_the_switch_takes_away_what_was_added(page: Page, at_root: Site) -> None:
    open_search(page, at_root, "q=らいん")
    switch = page.get_by_label("登録された別名・読み、字体や略し方の違いでも探す")
    expect(switch).to_be_checked()
    switch.uncheck()
    assert shown(page) == []
    assert page.url.endswith("&aliases=off")
    note = page.locator("[data-search-notes]")
    expect(note).to_contain_text("登録された名前を含む諮問は加えていません。")
    note.get_by_role("button", name="加える", exact=True).click()
    assert shown(page) == [975, 979]
    expect(switch).to_be_checked()
    assert "aliases" not in page.url
    note.get_by_role("button", name="加えない").click()
    assert shown(page) == []
    expect(switch).not_to_be_checked()
    page.go_back()
    expect(switch).to_be_checked()
    assert shown(page) == [975, 979]


def test_a_bookmark_keeps_the_switch(page: Page, at_root: Site) -> None:
    open_search(page, at_root, "q=ズーム&aliases=off")
    assert shown(page) == []
    expect(page.get_by_label("登録された別名・読み、字体や略し方の違いでも探す")).not_to_be_checked()
    ask(page, "zoom")
    assert page.url.endswith("/search/?q=zoom&aliases=off")
    assert shown(page) == [977, 976]
