"""Every document on its page is whole: what the HTML shows is what the source says, character by character."""

import re
from collections import Counter
from pathlib import Path
from typing import Final

import pytest

from tests.golden.reading import NUMBERS
from tests.publishing import Site
from tests.site.pages.reading import Element, page

ANNEX: Final = "【別紙】個人情報の項目一覧表"
FIELDS: Final = ["相談・会議・世帯", "援助・保護", "里親"]


def source_of(content: Path, number: int) -> str:
    """One document of the source without white space and bare page numbers."""
    text = (content / "sources/2022-06-17.txt").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if not re.fullmatch(r"\s*[0-9]{1,3}\s*", line)]
    documents = re.split("(?=審議資料Ｎｏ．)", "".join("".join(lines).split()))
    assert [document for document in documents if document] == documents[1:]
    assert len(documents[1:]) == len(NUMBERS)
    return documents[1:][NUMBERS.index(number)]


def shown_by(site: Site, number: int) -> Element:
    """The document as its page shows it."""
    return page(site.folder, f"consultations/{number}/").one("article", data_document="")


def characters(element: Element) -> str:
    return "".join(element.raw_text.split())


@pytest.mark.parametrize("number", NUMBERS)
def test_the_page_shows_what_the_source_says(content: Path, at_root: Site, number: int) -> None:
    source, shown = source_of(content, number), characters(shown_by(at_root, number))
    if number == 978:
        # The rows of its annex and what they belong to were torn apart: the next test is about them.
        source, shown = (text[: text.index(ANNEX) + len(ANNEX)] for text in (source, shown))
    assert shown == source


def test_the_torn_annex_is_there_and_no_row_is_put_under_a_field(content: Path, at_root: Site) -> None:
    source = source_of(content, 978)
    fields, items = shown_by(at_root, 978).one("div", class_="document-torn").all("div")[1:]
    assert [cell.text for cell in fields.all("li")] == FIELDS
    assert len(items.all("li")) == 24
    assert not set(FIELDS) & {cell.text for cell in items.all("li")}
    cells = [characters(cell) for column in (fields, items) for cell in column.all("p", "li")]
    rest = source[source.index(ANNEX) + len(ANNEX) :]
    assert Counter("".join(cells)) == Counter(rest)
    assert [cell for cell in cells if cell not in rest] == []


@pytest.mark.parametrize("number", NUMBERS)
def test_everything_in_the_document_is_text(at_root: Site, number: int) -> None:
    """No control, picture or hidden remark stands within the words of the ward."""
    tags = {element.tag for element in shown_by(at_root, number)}
    headings = {"h3", "h4", "h5", "h6"}
    tables = {"table", "thead", "tbody", "tr", "th", "td"}
    assert (
        tags <= {"article", "header", "section", "div", "p", "ul", "li", "span", "time", "a", "wbr"} | headings | tables
    )
    hidden = [element for element in shown_by(at_root, number) if "hidden" in element.attributes]
    assert hidden == []
