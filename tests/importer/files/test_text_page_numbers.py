"""Which lines are the numbers of pages, and not the document's own."""

import pytest

from generator.importer.files.text_file import page_number_lines

TEXT = [f"本文の{number}行目" for number in range(10)]


def found(lines: list[str], pages: list[int] | None = None) -> list[str]:
    numbers = page_number_lines(lines, pages or [1] * len(lines))
    return [lines[index] for index in sorted(numbers)]


def paged(*pages: list[str]) -> tuple[list[str], list[int]]:
    return [line for page in pages for line in page], [at for at, page in enumerate(pages, start=1) for _ in page]


@pytest.mark.parametrize("number", ["- 3 -", "－３－", "3/12", "３ページ", "3頁", "P.3", " p3 "])
def test_decorated_numbers_are_the_pages(number: str) -> None:
    assert found([*TEXT, number, *TEXT]) == [number]


@pytest.mark.parametrize("line", ["３件", "第３", "（３）", "3.5", "1,200", "2022", "③", "－", "令和３"])
def test_other_lines_are_none(line: str) -> None:
    assert found([*TEXT, "", line, "", *TEXT]) == []


def test_a_bare_number_that_stands_apart_is_a_pages() -> None:
    assert found([*TEXT, "", "22", "", *TEXT]) == ["22"]


def test_a_bare_number_beside_text_is_a_cell_or_a_count() -> None:
    assert found([*TEXT, "22", "", *TEXT]) == []
    assert found([*TEXT, "", "22", *TEXT]) == []


def test_bare_numbers_close_to_each_other_are_a_tables() -> None:
    assert found([*TEXT, "", "1", "", "氏名", "", "2", "", *TEXT]) == []


def test_at_the_edges_of_pages_numbers_that_count_on_are_theirs() -> None:
    lines, pages = paged([*TEXT, "22"], [*TEXT, "23"], [*TEXT, "24"])
    assert found(lines, pages) == ["22", "23", "24"]


def test_within_a_page_a_bare_number_is_the_documents_own() -> None:
    lines, pages = paged([*TEXT, "7", *TEXT], TEXT)
    assert found(lines, pages) == []


def test_a_blank_text_has_no_page_number() -> None:
    assert found([]) == []
    assert found(["", " "]) == []
