"""Every kind of page fits its screen and its paper, in light and in dark."""

from typing import Final, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.publishing import KINDS, Site

WIDTHS: Final = (320, 390, 768, 1280)
# The width and height of A4 in CSS pixels, without the margins a printer leaves.
PAPER: Final = {"portrait": (718, 1047), "landscape": (1047, 718)}
# What stands out of the window to the right; what a region of its own scrolls does not.
OUTSIDE: Final = """() => [...document.querySelectorAll("main *, footer *, header *")]
    .filter((element) => !element.closest(".archive-matrix > *, .md-sidebar, .md-header__title"))
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
    .filter((element) => element.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .map((element) => element.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS)
def test_nothing_stands_out_of_the_window(page: Page, at_root: Site, address: str) -> None:
    page.goto(at_root.url + address)
    if address.startswith("search/"):
        expect(page.locator(".archive-result").first).to_be_visible()
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        outside = page.evaluate(OUTSIDE)
        if overflow > 0 or outside:
            found[width] = (overflow, outside[:5])
    assert found == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_everything_in_the_header_can_be_clicked(page: Page, at_root: Site, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{at_root.url}consultations/975/")
    header = page.get_by_role("banner")
    visible = [link for link in header.get_by_role("link").all() if link.is_visible()]
    visible += [label for label in header.locator("label").all() if label.is_visible()]
    assert visible
    for control in visible:
        control.click(trial=True, timeout=2000)
    page.get_by_role("search", name="サイト内の検索").get_by_role("button").click(trial=True, timeout=2000)


@pytest.mark.parametrize("width", [1220, 1280, 1600, 2000])
def test_no_tab_is_cut_off(page: Page, at_root: Site, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{at_root.url}changes/")
    bar = page.locator(".md-tabs__list")
    assert bar.evaluate("(list) => list.scrollWidth <= list.clientWidth && list.scrollHeight <= list.clientHeight")
    tops = page.locator(".md-tabs__item").evaluate_all("(tabs) => tabs.map((tab) => tab.offsetTop)")
    assert len(tops) > 1
    assert len(set(tops)) == 1


@pytest.mark.parametrize("address", ["consultations/975/", "consultations/978/", "counterparties/zoom/"])
def test_a_heading_breaks_between_phrases(page: Page, at_root: Site, address: str) -> None:
    """In a narrow window no line of a heading begins with a particle or a closing bracket."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(at_root.url + address)
    lines = page.locator("h1, h2, h3").evaluate_all("""(headings) => headings.flatMap((heading) => {
        const lines = [];
        const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
        for (let top = null; walker.nextNode();) {
            for (let at = 0; at < walker.currentNode.length; at += 1) {
                const range = new Range();
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at + 1);
                const box = range.getClientRects()[0];
                if (!box || !box.width) continue;
                if (top === null || box.top > top + 5) { lines.push(""); top = box.top; }
                lines[lines.length - 1] += walker.currentNode.data[at];
            }
        }
        return lines;
    })""")
    assert len(lines) > len(page.locator("h1, h2, h3").all())
    assert [line for line in lines if line[0] in "をにがのはとでへも、。）」"] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_follow_the_readers_system(page: Page, at_root: Site, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(at_root.url)
    expect(page.locator("body")).to_have_attribute(
        "data-md-color-scheme", {"light": "default", "dark": "slate"}[scheme]
    )


def test_the_colours_follow_when_the_system_changes(page: Page, at_root: Site) -> None:
    """A first visit by day does not decide on the colours of the night."""
    page.emulate_media(color_scheme="light")
    page.goto(at_root.url)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.emulate_media(color_scheme="dark")
    page.goto(f"{at_root.url}counterparties/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize("address", ["consultations/975/", "consultations/978/", "consultations/981/"])
def test_on_paper_the_document_stands_alone(page: Page, at_root: Site, address: str) -> None:
    page.set_viewport_size(dict(zip(("width", "height"), PAPER["portrait"], strict=True)))  # type: ignore[arg-type]
    page.goto(at_root.url + address)
    page.emulate_media(media="print")
    for navigation in (".md-header", ".md-tabs", ".archive-header-search", ".md-sidebar", ".archive-neighbours"):
        for part in page.locator(navigation).all():
            expect(part).to_be_hidden()
    document = page.locator("[data-document]")
    expect(document).to_be_visible()
    for paragraph in document.locator("p, h3, h4, li").all():
        expect(paragraph).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_on_paper_it_still_says_who_publishes_this(page: Page, at_root: Site) -> None:
    page.goto(f"{at_root.url}consultations/975/")
    page.emulate_media(media="print")
    expect(page.get_by_role("contentinfo").get_by_text("公式サイトではありません")).to_be_visible()


@pytest.mark.parametrize("paper", PAPER)
def test_on_paper_the_table_is_whole(page: Page, at_root: Site, paper: str) -> None:
    width, height = PAPER[paper]
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{at_root.url}items-by-counterparty/")
    page.emulate_media(media="print")
    cut = page.locator(".archive-matrix, .archive-matrix *").evaluate_all("""(parts) => parts
        .filter((part) => part.getBoundingClientRect().right > innerWidth + 0.5 || part.scrollWidth > innerWidth)
        .map((part) => part.outerHTML.slice(0, 80))""")
    assert cut == []
    region = page.locator(".archive-matrix")
    assert region.evaluate("(box) => box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth")
