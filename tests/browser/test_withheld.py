"""What is withheld is a black box that is read out with its reason, in both colours, on paper and in the search."""

from collections.abc import Iterator
from typing import Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.searching import open_search
from tests.cli.test_withhold_command import NUMBER, REASON, telephone_in, withhold
from tests.publishing import Site, build_for, served

ADDRESS: Final = "consultations/984/"
SAID: Final = f"非公開（13字）: {REASON}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("withheld")
    content = telephone_in(folder)
    assert withhold(folder, "984", "--words", NUMBER, "--reason", REASON).returncode == 0
    folder = tmp_path_factory.mktemp("built")
    with served(build_for("https://archive.test/", folder, content)) as site:
        yield site


def test_a_reader_is_told_the_reason_in_the_place_of_the_marks(page: Page, site: Site) -> None:
    page.goto(site.url + ADDRESS)
    box = page.get_by_role("img", name=SAID)
    expect(box).to_have_text("■" * 13)
    expect(page.get_by_role("article").get_by_role("img")).to_have_count(1)
    expect(page.get_by_text("公開していない文字（黒塗り）が13字あります")).to_be_visible()
    expect(page.get_by_text(f"13字: {REASON}")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_seen_in_both_colours_and_axe_finds_nothing(
    page: Page, site: Site, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(site.url + ADDRESS)
    expect(page.get_by_role("img", name=SAID)).to_be_visible()
    assert [violation["id"] for violation in Axe().run(page).response["violations"]] == []


def test_on_paper_marks_and_reason_are_printed(page: Page, site: Site) -> None:
    page.goto(site.url + ADDRESS)
    page.emulate_media(media="print")
    expect(page.get_by_role("img", name=SAID)).to_be_visible()
    expect(page.get_by_text(f"13字: {REASON}")).to_be_visible()


def test_a_long_row_does_not_stand_out_of_a_narrow_window(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(site.url + ADDRESS)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


@pytest.mark.parametrize("query", [NUMBER, "090-0000-1234", "00001234"])
def test_the_search_does_not_find_it(page: Page, site: Site, query: str) -> None:
    open_search(page, site, f"q={query}")
    expect(page.locator(".archive-result")).to_have_count(0)


def test_a_list_says_how_many_characters_are_withheld(page: Page, site: Site) -> None:
    page.goto(f"{site.url}consultations/")
    expect(page.get_by_role("listitem").filter(has_text="諮問第984号").first).to_contain_text("非公開（黒塗り） 13字")
