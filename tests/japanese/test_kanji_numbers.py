"""Numbers as laws print them."""

import pytest

from generator.japanese.kanji_numbers import read_number


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
def test_a_number_is_read(text: str | None, number: int) -> None:
    assert read_number(text) == number
