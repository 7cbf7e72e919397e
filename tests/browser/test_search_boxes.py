"""The search boxes suggest while one types: a combobox with a list, by keyboard, pointer and input method."""

import re
from typing import Final

import pytest
from playwright.sync_api import CDPSession, Locator, Page, expect

from tests.browser.searching import shown
from tests.publishing import KINDS, Site

# What is typed, and a suggestion it must bring, with the address it leads to.
SUGGESTED: Final = {
    "984": ("諮問第984号", "consultations/984/"),
    "９８４": ("諮問第984号", "consultations/984/"),
    "諮問第984号": ("諮問第984号", "consultations/984/"),
    "第９８４号": ("諮問第984号", "consultations/984/"),
    "広聴業務": ("諮問第975号", "consultations/975/"),
    "line": ("LINE 相手方", "counterparties/line/"),
    "らい": ("LINE 相手方", "counterparties/line/"),
    "ライ": ("LINE 相手方", "counterparties/line/"),
    "かんきょう": ("環境省 相手方", "counterparties/kankyosho/"),
    "社協": ("社会福祉協議会 相手方", "counterparties/shakyo/"),
    "メールア": ("メールアドレス 個人情報の項目", "items/email-address/"),
    "地域行政": ("地域行政部地域行政課 所管課", "departments/"),
    "犬の所有": ("犬の所有者 対象となる個人", "subjects/"),
    "第18条": ("個人情報保護条例第18条第3号 根拠の条項", "articles/18-3/"),
}


def header_box(page: Page) -> Locator:
    return page.get_by_role("search", name="サイト内の検索").get_by_role("combobox")


def options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="候補").get_by_role("option")


@pytest.mark.parametrize("typed", SUGGESTED)
def test_what_is_typed_brings_suggestions(page: Page, under_path: Site, typed: str) -> None:
    text, address = SUGGESTED[typed]
    page.goto(f"{under_path.url}meetings/")
    header_box(page).press_sequentially(typed)
    option = options(page).filter(has_text=text).first
    expect(option).to_be_visible()
    assert str(option.evaluate("(link) => link.href")).startswith(under_path.url + address)
    if "984" in typed or "９８４" in typed:
        expect(options(page).filter(has_text="諮問第").first).to_contain_text("諮問第984号")


def test_it_is_a_combobox(page: Page, at_root: Site) -> None:
    """As https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ has it."""
    page.goto(at_root.url)
    box = header_box(page)
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_attribute("aria-autocomplete", "list")
    box.press_sequentially("らい")
    expect(box).to_have_attribute("aria-expanded", "true")
    listbox = page.get_by_role("listbox", name="候補")
    expect(box).to_have_attribute("aria-controls", str(listbox.get_attribute("id")))
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    first, last = options(page).first, options(page).last
    expect(box).to_have_attribute("aria-activedescendant", str(first.get_attribute("id")))
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    expect(first).to_have_attribute("aria-selected", "false")
    page.keyboard.press("ArrowUp")
    expect(box).to_have_attribute("aria-activedescendant", str(last.get_attribute("id")))
    expect(last).to_be_in_viewport()
    expect(box).to_have_value("らい")
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(listbox).to_be_hidden()
    expect(box).to_have_value("らい")
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(box).to_have_attribute("aria-expanded", "false")


def test_enter_on_a_suggestion_goes_there(page: Page, at_root: Site) -> None:
    page.goto(f"{at_root.url}about/")
    header_box(page).press_sequentially("984")
    expect(options(page).first).to_contain_text("諮問第984号")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{at_root.url}consultations/984/")


def test_enter_without_a_suggestion_leads_to_the_full_page(page: Page, at_root: Site) -> None:
    page.goto(f"{at_root.url}about/")
    header_box(page).press_sequentially("らい")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(f"{at_root.url}search/?q=")))
    shown(page)
    expect(page.get_by_label("探す言葉")).to_have_value("らい")


@pytest.mark.parametrize("kind", ["home", "consultation", "not found", "search"])
def test_a_click_on_a_suggestion_goes_there(page: Page, under_path: Site, kind: str) -> None:
    page.goto(under_path.url + KINDS[kind])
    header_box(page).press_sequentially("かんきょう")
    options(page).filter(has_text="環境省").click()
    expect(page).to_have_url(f"{under_path.url}counterparties/kankyosho/")


def test_the_field_of_the_search_page_suggests_too(page: Page, at_root: Site) -> None:
    page.goto(f"{at_root.url}search/")
    page.get_by_label("探す言葉").press_sequentially("かんきょう")
    options(page).filter(has_text="環境省").click()
    expect(page).to_have_url(f"{at_root.url}counterparties/kankyosho/")


def test_nothing_is_suggested_for_what_nothing_is_called(page: Page, at_root: Site) -> None:
    page.goto(at_root.url)
    box = header_box(page)
    box.press_sequentially("らい")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press_sequentially("理管")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(options(page)).to_have_count(0)


def test_a_slash_leads_to_the_box_and_is_a_slash_inside_a_field(page: Page, at_root: Site) -> None:
    page.goto(f"{at_root.url}consultations/975/")
    page.keyboard.press("/")
    expect(header_box(page)).to_be_focused()
    expect(header_box(page)).to_have_value("")
    page.keyboard.type("a/b")
    expect(header_box(page)).to_have_value("a/b")
    page.goto(f"{at_root.url}search/")
    page.get_by_label("探す言葉").focus()
    page.keyboard.type("1/2")
    expect(page.get_by_label("探す言葉")).to_have_value("1/2")
    expect(page.get_by_label("探す言葉")).to_be_focused()


def test_without_suggestions_the_box_still_searches(page: Page, at_root: Site) -> None:
    page.goto(at_root.url)
    page.context.route("**/search/names.json", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        header_box(page).press_sequentially("line")
    expect(header_box(page)).to_have_attribute("aria-expanded", "false")
    page.context.unroute("**/search/names.json")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{at_root.url}search/?q=line")
    assert shown(page) == [975, 979]


@pytest.fixture
def keyboard(page: Page) -> CDPSession:
    """The input method of the machine: what it composes is no text before it is committed."""
    return page.context.new_cdp_session(page)


def compose(keyboard: CDPSession, text: str) -> None:
    length = len(text)
    keyboard.send("Input.imeSetComposition", {"text": text, "selectionStart": length, "selectionEnd": length})


def press_enter_in_composition(keyboard: CDPSession) -> None:
    """The key as a browser tells of it while an input method has the keyboard: with the code 229."""
    key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229}
    keyboard.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
    keyboard.send("Input.dispatchKeyEvent", {"type": "keyUp", **key})


def test_a_composition_suggests_nothing_before_it_is_committed(page: Page, at_root: Site, keyboard: CDPSession) -> None:
    asked: list[str] = []
    page.goto(at_root.url)
    page.wait_for_load_state("networkidle")
    page.context.on("request", lambda request: asked.append(request.url))
    box = header_box(page)
    box.focus()
    for text in ("ｒ", "ら", "らｉ", "らい"):
        compose(keyboard, text)
        expect(box).to_have_value(text)
    page.keyboard.press("ArrowDown")
    press_enter_in_composition(keyboard)
    # Longer than it takes to suggest: the pause before it is 60 ms.
    page.evaluate("new Promise((resolve) => setTimeout(resolve, 500))")
    assert asked == []
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_be_focused()
    assert page.url == at_root.url
    keyboard.send("Input.insertText", {"text": "らい"})
    expect(box).to_have_value("らい")
    expect(options(page).filter(has_text="LINE").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/search/"))


def test_enter_in_a_composition_does_not_follow_a_suggestion(page: Page, at_root: Site, keyboard: CDPSession) -> None:
    page.goto(at_root.url)
    box = header_box(page)
    box.press_sequentially("らい")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    compose(keyboard, "ん")
    press_enter_in_composition(keyboard)
    expect(box).to_have_value("らいん")
    assert page.url == at_root.url
    keyboard.send("Input.insertText", {"text": "ん"})
    expect(box).to_have_value("らいん")
    expect(options(page).first).to_be_visible()
    assert page.url == at_root.url
