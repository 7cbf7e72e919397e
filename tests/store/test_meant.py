"""What is meant by a value that an input method wrote otherwise."""

import pytest

from generator.store.meant import in_plain_signs


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("９，０００", "9000"),
        ("1　＃メモ", "1"),
        ("＃メモ", ""),
        ("1 ＃メモ ＃メモ", "1"),
        ("1#メモ", "1"),
        ("2022ー06ー17", "2022-06-17"),
        ("“true”", "true"),
        ("1,00", "1,00"),
    ],
)
def test_it_is_in_the_signs_of_the_keyboard(text: str, plain: str) -> None:
    assert in_plain_signs(text) == plain


@pytest.mark.parametrize("letter", ["1", " ", "　", "「", ",", "＃"])
def test_an_endless_value_is_read_in_no_time(letter: str) -> None:
    assert len(in_plain_signs(letter * 50_000)) <= 50_000
