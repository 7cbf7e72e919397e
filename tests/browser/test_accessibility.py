"""Everyone can use the site: axe finds nothing on any kind of page, and the keyboard reaches everything."""

from typing import Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.looking import IS_CI, Scheme, with_schemes
from tests.browser.searching import FAILED, open_search, status
from tests.publishing import KINDS, ONE_OF_EACH, Site

WIDTHS: Final = (1280, 390)
# Looking at a page takes axe longer than everything else: one of each template is looked at, and every kind in CI.
LOOKED_AT: Final = KINDS if IS_CI else ONE_OF_EACH

# Pages that hold everything one can move to.
FOCUSABLE: Final = ("", "consultations/978/", "items-by-counterparty/", "search/?q=LINE", "no/such/page/")
# Gives the focus to everything in turn, as the Tab key does, and tells what is not marked, out of sight or hidden.
LOST: Final = """async (backwards) => {
    const controls = "a[href], button, input:not([type=radio]), input[type=radio]:checked, [tabindex='0']";
    const all = [...document.querySelectorAll(controls)]
        .filter((control) => control.checkVisibility({visibilityProperty: true}));
    const problem = (control) => {
        const seen = control.type === "radio" ? control.nextElementSibling : control;
        const style = getComputedStyle(seen);
        if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) === 0) return "not marked";
        const {left, top, width, height} = seen.getClientRects()[0];
        const above = [0.1, 0.5, 0.9].flatMap((part) =>
            [0.1, 0.5, 0.9].map((other) => document.elementFromPoint(left + part * width, top + other * height)));
        if (above.some((element) => seen.contains(element))) return "";
        return above.every((element) => element === null) ? "out of sight" : "hidden";
    };
    const lost = [];
    for (const control of backwards ? all.toReversed() : all) {
        control.focus();
        // Some of the frame comes into sight a moment after the page has scrolled.
        for (let frame = 0; frame < 60 && problem(control); frame += 1) await new Promise(requestAnimationFrame);
        if (problem(control)) lost.push(`${problem(control)}: ${control.outerHTML.slice(0, 100)}`);
    }
    return {count: all.length, lost};
}"""


def open_page(page: Page, site: Site, address: str) -> None:
    response = page.goto(site.url + address)
    assert response is not None
    assert response.status == (404 if address == KINDS["not found"] else 200)
    if address.startswith("search/"):
        expect(page.locator(".archive-result").first).to_be_visible()


@pytest.mark.parametrize(("kind", "scheme"), with_schemes(LOOKED_AT))
def test_axe_finds_nothing(page: Page, at_root: Site, kind: str, scheme: Scheme) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    open_page(page, at_root, LOOKED_AT[kind])
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        results = Axe().run(page)
        found += [f"{width} px: {results.generate_report()}"] if results.violations_count else []
        assert results.response["passes"]
    assert found == []


@pytest.mark.parametrize(
    ("state", "scheme"), with_schemes(["facets", "suggestions", "nothing found", "failed", "document"])
)
def test_axe_finds_nothing_in_any_state_of_the_search(page: Page, at_root: Site, state: str, scheme: Scheme) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        show_state(page, at_root, state)
        results = Axe().run(page)
        found += [f"{width} px: {results.generate_report()}"] if results.violations_count else []
        assert results.response["passes"]
    assert found == []


def show_state(page: Page, site: Site, state: str) -> None:
    """Bring the search into one of its states."""
    match state:
        case "facets":
            open_search(page, site, "q=らいん&counterparty=line:service&item=age-group")
            if page.locator("details[data-facet=item] > summary").is_hidden():
                page.get_by_role("heading", name="絞り込む").click()
            for facet in ("item", "department", "article", "subject", "meeting"):
                page.locator(f"details[data-facet={facet}] > summary").click()
            expect(page.locator("details[data-facet=meeting]").get_by_role("checkbox").first).to_be_visible()
        case "suggestions":
            page.goto(site.url)
            page.get_by_role("search", name="サイト内の検索").get_by_role("combobox").press_sequentially("らい")
            expect(page.get_by_role("option").first).to_be_visible()
            page.keyboard.press("ArrowDown")
        case "nothing found":
            open_search(page, site, "q=犬 環境庁")
            expect(page.locator("[data-search-notes] li a").first).to_be_visible()
        case "failed":
            page.context.route("**/search/documents.json", lambda route: route.abort())
            open_search(page, site, "q=犬")
            expect(status(page)).to_contain_text(FAILED)
        case _:
            open_search(page, site, "q=LINE")
            page.locator(".archive-result h2 a").first.click()
            expect(page.locator("[data-document] mark").first).to_be_visible()


@pytest.mark.parametrize("address", ONE_OF_EACH.values(), ids=ONE_OF_EACH)
def test_the_skip_link_leads_to_the_title(page: Page, at_root: Site, address: str) -> None:
    open_page(page, at_root, address)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="コンテンツにスキップ")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("h1:target")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main article').contains(document.activeElement)")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", FOCUSABLE)
def test_what_has_the_focus_is_marked_and_in_sight(page: Page, at_root: Site, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_page(page, at_root, address)
    page.keyboard.press("Tab")
    for backwards in (False, True):
        found = page.evaluate(LOST, backwards)
        assert found["count"] > len(("skip link", "search field", "search button"))
        assert not found["lost"], "\n".join(found["lost"])


def test_the_table_scrolls_by_keyboard(page: Page, at_root: Site) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    open_page(page, at_root, KINDS["matrix"])
    region = page.get_by_role("region", name="項目と相手方の表")
    page.get_by_role("navigation", name="現在の位置").get_by_role("link").focus()
    while page.evaluate("document.activeElement.closest('main') && !document.activeElement.closest('[role=region]')"):
        page.keyboard.press("Tab")
    expect(region).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")


def test_the_schemes_can_be_changed_by_keyboard(page: Page, at_root: Site) -> None:
    page.emulate_media(color_scheme="light")
    open_page(page, at_root, "")
    page.get_by_role("radio", name="暗い配色にする").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
