"""Numbers of ordinance articles."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.article_number import ArticleNumber

POSITIVE = st.integers(1, 200)
OPTIONAL = st.integers(0, 30)
NUMBERS = st.builds(ArticleNumber, POSITIVE, OPTIONAL, OPTIONAL, OPTIONAL)


@given(NUMBERS)
def test_what_is_written_is_read_back(number: ArticleNumber) -> None:
    assert ArticleNumber.parse(str(number)) == number


def test_no_two_articles_share_an_address() -> None:
    numbers = {ArticleNumber(*parts) for parts in product(range(1, 14), range(4), range(4), range(4))}
    assert len({number.slug for number in numbers}) == len(numbers)


@pytest.mark.parametrize(
    ("written", "slug", "parts"),
    [
        ("第12条", "12", (12, 0, 0, 0)),
        ("第18条第3号", "18-3", (18, 0, 0, 3)),
        ("第18条第3項", "18-p3", (18, 0, 3, 0)),
        ("第16条第1項第4号", "16-1-4", (16, 0, 1, 4)),
        ("第8条第2項第6号", "8-2-6", (8, 0, 2, 6)),
        ("第18条の2", "18no2", (18, 2, 0, 0)),
        ("第18条の2第1項", "18no2-p1", (18, 2, 1, 0)),
        ("第18条の2第1項第3号", "18no2-1-3", (18, 2, 1, 3)),
    ],
)
def test_addresses_are_what_they_were_published_as(written: str, slug: str, parts: tuple[int, ...]) -> None:
    number = ArticleNumber.parse(written)
    assert (number.article, number.branch, number.paragraph, number.item) == parts
    assert number.slug == slug


@pytest.mark.parametrize(
    "written",
    [
        "",
        "18条",
        "第１８条第３号",
        "第18条第3",
        "第018条",
        "第0条",
        "第18条第0号",
        "第18条第3号第1項",
        " 第18条",
        "第18条第3号の規定",
    ],
)
def test_anything_else_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="not an article"):
        ArticleNumber.parse(written)


def test_articles_sort_as_the_ordinance_does() -> None:
    written = ["第8条第2項第6号", "第12条", "第16条第1項第4号", "第18条", "第18条第3号", "第18条第1項", "第18条の2"]
    keys = [ArticleNumber.parse(text).sort_key for text in written]
    assert all(one < other for one, other in pairwise(keys))


def test_the_parts_of_a_citation_have_names() -> None:
    number = ArticleNumber.parse("第18条の2第1項第4号")
    assert (number.article_name, number.paragraph_name, number.item_name) == ("第18条の2", "第1項", "第4号")
    bare = ArticleNumber(12)
    assert (bare.article_name, bare.paragraph_name, bare.item_name) == ("第12条", "", "")
