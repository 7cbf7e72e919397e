"""How the numbers of pages are printed, and what is none."""

import pytest

from generator.japanese.page_numbers import (
    PageNumber,
    PageNumberForm,
    is_bare_number,
    is_page_number,
    read_page_number,
)


@pytest.mark.parametrize(
    ("line", "number", "form"),
    [
        ("3", 3, PageNumberForm.BARE),
        ("１２", 12, PageNumberForm.BARE),
        ("3/12", 3, PageNumberForm.OF_ALL),
        ("３ ／ １２", 3, PageNumberForm.OF_ALL),
        ("- 3 -", 3, PageNumberForm.DRESSED),
        ("―３―", 3, PageNumberForm.DRESSED),
        ("--3--", 3, PageNumberForm.DRESSED),
        ("３ページ", 3, PageNumberForm.DRESSED),
        ("3/12頁", 3, PageNumberForm.DRESSED),
        ("P.3", 3, PageNumberForm.DRESSED),
        ("Page 3/12", 3, PageNumberForm.DRESSED),
        (" p3 ", 3, PageNumberForm.DRESSED),
        ("‑3‑", 3, PageNumberForm.DRESSED),
        ("第３ページ", 3, PageNumberForm.DRESSED),
        ("３ページ目", 3, PageNumberForm.DRESSED),
        ("4ページ中3ページ", 3, PageNumberForm.DRESSED),
        ("全12ページのうち第3ページ目", 3, PageNumberForm.DRESSED),
        ("3頁/12頁", 3, PageNumberForm.DRESSED),
        ("3 of 12", 3, PageNumberForm.OF_ALL),
        ("- ⅲ -", 3, PageNumberForm.DRESSED),
        ("（３）", 3, PageNumberForm.BRACKETED),
        ("３頁（全１２頁）", 3, PageNumberForm.DRESSED),
        ("〔３〕", 3, PageNumberForm.ADORNED),
        ("・3・", 3, PageNumberForm.ADORNED),
        ("１－３", 3, PageNumberForm.ADORNED),
        ("iii", 3, PageNumberForm.ROMAN),
        ("Ⅸ", 9, PageNumberForm.ROMAN),
        ("xiv", 14, PageNumberForm.ROMAN),
    ],
)
def test_the_number_of_a_page_is_read_in_whatever_width(line: str, number: int, form: PageNumberForm) -> None:
    assert read_page_number(line) == PageNumber(number, form)
    assert is_page_number(line) is (
        form not in {PageNumberForm.BRACKETED, PageNumberForm.ADORNED, PageNumberForm.ROMAN}
    )


@pytest.mark.parametrize(
    "line",
    ["", "３件", "第３", "3.5", "1,200", "2022", "③", "－", "-3", "令和３", "1 2", "3 本文", "iiii", "vi月", "p"],
)
def test_other_lines_are_no_numbers_of_pages(line: str) -> None:
    assert read_page_number(line) is None
    assert not is_page_number(line)


def test_only_half_width_digits_are_a_bare_number_of_a_source() -> None:
    assert is_bare_number(" 22 ")
    assert not any(map(is_bare_number, ("２２", "2022", "- 3 -", "", "②")))
