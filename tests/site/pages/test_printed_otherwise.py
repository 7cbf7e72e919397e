"""A name stands on the page of its document as it is printed there, and in lists as it is registered."""

import re
from pathlib import Path
from shutil import copytree
from typing import Final

import pytest

from generator.archive.archive import Archive
from generator.archive.loading import load
from generator.kinds.registered_subject import SUBJECTS
from generator.site.pages.page_parts import PageView
from generator.site.pages.rendering import Renderer, site_pages
from generator.site.settings import Settings
from tests.archive.printing import CASES, Printed
from tests.publishing import ROOT
from tests.review.content import edit, edit_file
from tests.site.pages.reading import Element, parse
from tests.site.pages.test_pages import notes

SETTINGS: Final = Settings("見本区", "審議会", "公開者", "連絡先", "https://example.org/", "CC0")


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer.from_folder(ROOT / "theme" / "pages")


def pages_of(archive: Archive) -> dict[str, PageView]:
    return {page.address: page for page in site_pages(archive, SETTINGS)}


def cards(page: Element) -> dict[int, Element]:
    listed = page.all("li", class_="archive-card")
    numbers = (re.search("第([0-9]+)号", card.one("p", class_="archive-card__number").text) for card in listed)
    return {int(number.group(1)): card for number, card in zip(numbers, listed, strict=True) if number}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_page_of_the_document_says_it_as_printed(case: Printed, renderer: Renderer, tmp_path: Path) -> None:
    page = parse(renderer.body(pages_of(case.archive(tmp_path))[f"consultations/{case.number}/"]))
    glance = page.one("section", class_="archive-facts")
    # The words for a subject are quoted, and its name in the lists stands after them.
    called = case.registered if case.kind is SUBJECTS else case.printed
    links = [link for link in glance.all("a") if link.raw_text == called]
    assert {link.attributes["href"] for link in links} == {f"../../{case.kind.folder}{case.slug}/"}
    assert case.printed in glance.raw_text
    document = page.one("article", data_document="").raw_text
    assert case.printed in document
    assert case.registered not in document


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_page_of_the_name_lists_all_its_documents_and_how_they_print_it(
    case: Printed, renderer: Renderer, tmp_path: Path
) -> None:
    pages = pages_of(case.archive(tmp_path))
    page = parse(renderer.body(pages[f"{case.kind.folder}{case.slug}/"]))
    assert page.one("h1").text == case.registered
    listed = cards(page)
    assert set(listed) == set(case.users)
    assert case.printed in notes(listed[case.number])["文書での書き方"].raw_text
    for alias in case.aliases:
        assert alias in notes(page)["文書での呼び方"].raw_text


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_lists_know_the_registered_name_only(case: Printed, renderer: Renderer, tmp_path: Path) -> None:
    own = {f"consultations/{case.number}/", f"{case.kind.folder}{case.slug}/"}
    pages = pages_of(case.archive(tmp_path))
    links = {
        address: [link.raw_text for link in parse(renderer.body(view)).all("a")]
        for address, view in pages.items()
        if address not in own
    }
    assert [address for address, words in links.items() if case.printed in words] == []
    assert links[case.kind.folder].count(case.registered) == 1


def test_a_department_that_holds_data_is_listed_with_the_words_for_it(
    content: Path, renderer: Renderer, tmp_path: Path
) -> None:
    copy = copytree(content, tmp_path / "content")
    words = {"高齢福祉部介護保険課：": "高齢福祉部　介護保険課："}
    edit(copy, {**words, "- name: 高齢福祉部介護保険課": "- name: 高齢福祉部　介護保険課"}, 982)
    edit_file(copy / "sources" / "2022-06-17.txt", words)
    loaded = load(copy)
    assert loaded.problems == ()
    assert loaded.archive is not None
    page = parse(renderer.body(pages_of(loaded.archive)["departments/kaigo-hoken-ka/"]))
    held = page.all("li", class_="archive-card")[-1]
    assert notes(held)["役割"].text == "保有課"
    assert notes(held)["文書での書き方"].raw_text.strip() == "３「高齢福祉部　介護保険課」"
