"""A table of a document fits every screen and the paper, moves by the keyboard, and is searched like any text."""

import re
from typing import Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.searching import open_search
from tests.publishing import Site

ADDRESS: Final = "consultations/21/"
WIDTHS: Final = (320, 390, 1280)
A4: Final = {"width": 718, "height": 1047}
OVERFLOW: Final = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def wide(page: Page) -> Locator:
    return page.get_by_role("region", name="４月ごとの件数の表")


def test_a_table_does_not_stand_out_of_the_window(page: Page, hyo: Site) -> None:
    page.goto(hyo.url + ADDRESS)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(OVERFLOW) == 0, width
        for region in page.locator(".document-table").all():
            assert region.evaluate("(box) => box.getBoundingClientRect().right <= innerWidth"), width


def test_a_wide_table_is_moved_by_the_keyboard(page: Page, hyo: Site) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(hyo.url + ADDRESS)
    last = wide(page).get_by_role("columnheader", name="１月", exact=True)
    expect(last).not_to_be_in_viewport()
    wide(page).focus()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    expect(last).to_be_in_viewport()


def test_a_table_tells_a_reader_its_columns_and_what_cells_span(page: Page, hyo: Site) -> None:
    page.goto(hyo.url + ADDRESS)
    table = page.get_by_role("region", name="１個人情報の項目の表").get_by_role("table")
    headers = table.get_by_role("columnheader").evaluate_all(
        "(cells) => cells.map((cell) => [cell.innerText, cell.scope, cell.rowSpan, cell.colSpan])"
    )
    assert headers == [
        ["区分", "col", 2, 1],
        ["記録する項目", "colgroup", 1, 2],
        ["項目", "col", 1, 1],
        ["備考", "col", 1, 1],
    ]
    assert table.get_by_role("row").count() == 5
    right = "(cell) => Math.round(cell.getBoundingClientRect().right)"
    edges = [
        table.get_by_role("cell", name=name, exact=True).evaluate(right)
        for name in ("合計", "測定の日ごと 氏名とともに")
    ]
    assert edges[0] == edges[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_table(page: Page, hyo: Site, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(hyo.url + ADDRESS)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert [violation["id"] for violation in Axe().run(page).response["violations"]] == [], width


def test_on_paper_a_table_is_whole(page: Page, hyo: Site) -> None:
    page.set_viewport_size(A4)  # type: ignore[arg-type]
    page.goto(hyo.url + ADDRESS)
    page.emulate_media(media="print")
    for region in page.locator(".document-table").all():
        assert region.evaluate("(box) => box.scrollWidth <= box.clientWidth")
    for cell in page.locator(".document-table p").all():
        expect(cell).to_be_visible()
    assert page.evaluate(OVERFLOW) == 0


@pytest.mark.parametrize(
    ("query", "marks"),
    [("測定の日", ["測定の日"]), ("氏名とともに", ["氏名とともに"]), ("合計", ["合計"]), ("50件", ["５０件"])],
)
def test_words_in_a_cell_are_found_shown_and_marked(page: Page, hyo: Site, query: str, marks: list[str]) -> None:
    open_search(page, hyo, f"q={query}")
    result = page.locator(".archive-result")
    expect(result).to_have_count(1)
    expect(result.locator("mark").first).to_have_text(marks[0])
    result.locator("a").last.click()
    expect(page).to_have_url(re.compile("/consultations/21/#s[14]"))
    expect(page.locator(".document-table mark")).to_have_text(marks)
    expect(page.locator(".document-table mark").first).to_be_in_viewport()


@pytest.mark.parametrize("query", ["氏名、住所血圧", "測定の日ごと氏名", "10合計"])
def test_words_of_two_cells_or_paragraphs_are_no_one_word(page: Page, hyo: Site, query: str) -> None:
    open_search(page, hyo, f"q={query}")
    expect(page.locator(".archive-result")).to_have_count(0)
