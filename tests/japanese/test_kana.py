"""The order of readings in an index."""

import unicodedata
from itertools import pairwise

import pytest

from generator.japanese.kana import in_katakana, is_reading, kana_key, kana_row

# As a Japanese dictionary orders them.
IN_ORDER = [
    "あいて",
    "いけん",
    "がくれき",
    "かぞく",
    "かれ",
    "がれ",
    "きゅう",
    "きゆうや",
    "さあ",
    "さーびす",
    "さーびすしゅべつ",
    "さい",
    "しすこ",
    "しめい",
    "じゅうしょ",
    "ずーむ",
    "すまい",
    "せいべつ",
    "はいべん",
    "ばいよう",
    "ぱいろっと",
    "はう",
    "らいん",
    "をん",
    "んん",
]


def test_readings_sort_as_in_a_dictionary() -> None:
    assert all(kana_key(one) < kana_key(other) for one, other in pairwise(IN_ORDER))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("は", "ば"),
        ("ば", "ぱ"),
        ("はは", "ばば"),
        ("ばい", "はう"),
        ("きゃ", "きや"),
        ("らーめん", "らいん"),
        ("さあ", "さい"),
        ("し", "しめい"),
    ],
)
def test_voicing_and_small_letters_decide_last(first: str, second: str) -> None:
    assert kana_key(first) < kana_key(second)


@pytest.mark.parametrize(
    ("reading", "row"),
    [
        ("あいて", "あ"),
        ("おん", "あ"),
        ("がくれき", "か"),
        ("しめい", "さ"),
        ("ずーむ", "さ"),
        ("っと", "た"),
        ("づつ", "た"),
        ("のみきるみかた", "な"),
        ("ぱいろっと", "は"),
        ("めーる", "ま"),
        ("ゃ", "や"),
        ("ゔぁい", "あ"),
        ("らいん", "ら"),
        ("わ", "わ"),
        ("をん", "わ"),
        ("ん", "わ"),
        ("ー", "他"),
        ("line", "他"),
        ("", "他"),
    ],
)
def test_a_reading_is_filed_under_its_row(reading: str, row: str) -> None:
    assert kana_row(reading) == row


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("らいん", True),
        ("めーる", True),
        ("ゔ", True),
        ("ライン", False),
        ("LINE", False),
        ("し めい", False),
        ("氏名", False),
        ("", False),
    ],
)
def test_a_reading_is_hiragana(text: str, verdict: bool) -> None:  # noqa: FBT001 - a table of verdicts
    assert is_reading(text) is verdict


@pytest.mark.parametrize(
    ("reading", "katakana"),
    [
        ("らいん", "ライン"),
        ("めーる", "メール"),
        ("しすこしすてむず", "シスコシステムズ"),
        ("きゃっゔゕゖぁ", "キャッヴヵヶァ"),
        ("", ""),
    ],
)
def test_a_reading_in_katakana(reading: str, katakana: str) -> None:
    assert in_katakana(reading) == katakana


def test_every_letter_of_a_reading_is_the_same_letter_in_katakana() -> None:
    letters = [chr(code) for code in range(ord("ぁ"), ord("ゖ") + 1)]
    names = [unicodedata.name(letter).replace("HIRAGANA", "KATAKANA") for letter in letters]
    assert [unicodedata.name(letter) for letter in in_katakana("".join(letters))] == names


@pytest.mark.parametrize("text", ["ライン", "LINE", "氏名", "ー"])
def test_what_is_no_hiragana_stays(text: str) -> None:
    assert in_katakana(text) == text
