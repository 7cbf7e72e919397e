"""The order of readings in an index."""

from itertools import pairwise

import pytest

from generator.japanese.kana import is_reading, kana_key, kana_row

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
