"""Numbers as the documents write them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.japanese.fold import fold
from generator.japanese.numerals import NUMBER, full_width, law_number_value, number_value, numeral_value


@given(st.integers(min_value=0))
def test_full_width_digits_are_read_back(number: int) -> None:
    written = full_width(number)
    assert numeral_value(written) == number
    assert not any(digit.isascii() for digit in written)


@pytest.mark.parametrize(("numeral", "value"), [("12", 12), ("１２", 12), ("⑫", 12), ("①", 1), ("⑳", 20), ("1２", 12)])
def test_a_numeral_has_its_value_in_any_width(numeral: str, value: int) -> None:
    assert numeral_value(numeral) == value


@pytest.mark.parametrize("numeral", ["", "一", "第1", "約"])
def test_what_is_no_numeral_is_refused(numeral: str) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        numeral_value(numeral)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("約９，０００件", [(9000, 1)]),
        ("約１，６８０件（年間）", [(1680, 1)]),
        ("約１８万６千人", [(186_000, 1)]),
        ("約２４万９千人", [(249_000, 1)]),
        ("1.5万件", [(15_000, 0)]),
        ("1万2345件", [(12_345, 0)]),
        ("3億件", [(300_000_000, 0)]),
        ("里親登録希望者 約３０件、里親登録者 約２０件", [(30, 8), (20, 18)]),
        ("令和4年度 約700件", [(4, 2), (700, 6)]),
        ("0件", [(0, 0)]),
        ("未定", []),
        ("万一の場合", []),
    ],
)
def test_numbers_are_found_in_folded_text(text: str, numbers: list[tuple[int, int]]) -> None:
    assert numbers_in(text) == numbers


@given(st.integers(min_value=0, max_value=10**11))
def test_a_count_with_separators_is_found(count: int) -> None:
    assert numbers_in(f"約{count:,}件".replace(",", "，")) == [(count, 1)]


def numbers_in(text: str) -> list[tuple[int, int]]:
    """The numbers in a text, each with the offset it begins at once the text is folded."""
    return [(number_value(match.group()), match.start()) for match in re.finditer(NUMBER, fold(text))]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        (None, 0),
        ("12", 12),
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("六十九", 69),
        ("百一", 101),
        ("二百四十四", 244),
        ("一二", 12),
    ],
)
def test_the_number_of_an_article(text: str | None, number: int) -> None:
    assert law_number_value(text) == number
