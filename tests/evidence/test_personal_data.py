"""The guard for personal data: what it finds in how many spellings, and what it leaves alone."""

from pathlib import Path

import pytest
import yaml

from generator.evidence.personal_data import PersonalKind, find_personal_data
from generator.evidence.personal_numbers import is_my_number

CASES = yaml.safe_load((Path(__file__).parent / "personal_data.yml").read_text(encoding="utf-8"))
HELD = [(kind, case["text"], case["found"]) for kind in CASES if kind != "none" for case in CASES[kind]]


@pytest.mark.parametrize(("kind", "text", "words"), HELD)
def test_personal_data_are_found_in_each_spelling(kind: str, text: str, words: str) -> None:
    assert (PersonalKind(kind), words) in [(data.kind, data.words) for data in find_personal_data(text)]


@pytest.mark.parametrize("text", CASES["none"])
def test_what_is_no_personal_data_is_left_alone(text: str) -> None:
    assert find_personal_data(text) == ()


def test_every_kind_is_tried_in_ten_spellings_or_more() -> None:
    assert all(len(CASES[kind]) >= 10 for kind in PersonalKind)
    assert len(HELD) >= 100


@pytest.mark.parametrize("kind", PersonalKind)
def test_a_message_shows_no_more_than_the_first_and_the_last_character(kind: str) -> None:
    for case in CASES[kind]:
        data = next(each for each in find_personal_data(case["text"]) if each.words == case["found"])
        letters = "".join(data.words.split())
        assert data.masked == f"{letters[0]}…{letters[-1]}（{len(letters)}字）"


def test_the_check_digit_of_a_my_number_is_that_of_the_ordinance() -> None:
    assert [digit for digit in "0123456789" if is_my_number(f"12345678901{digit}")] == ["8"]
    assert [digit for digit in "0123456789" if is_my_number(f"00000000000{digit}")] == ["0"]


def test_a_long_text_without_any_is_read_in_no_time() -> None:
    # What a pattern could take for ever with: digits, dashes and spaces without an end.
    for letters in ("0 ", "0-", "1 2-", "ab.", "a@", "一", "生年月日", "住所 ", "丁目1", " \n", "昭和1年", "b."):
        assert find_personal_data(letters * 5_000) == ()


@pytest.mark.parametrize("text", ["a" * 50_000 + "@" + "b." * 20_000, "住所" + "区" * 50_000 + "1-2", "1-" * 50_000])
def test_no_text_keeps_the_guard_busy(text: str) -> None:
    assert len(find_personal_data(text)) <= 1
