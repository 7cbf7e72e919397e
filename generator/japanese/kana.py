"""The order in which a Japanese reader expects names: 五十音順."""

import unicodedata
from typing import Final

_ROWS: Final = (
    ("あ", "あいうえお"),
    ("か", "かきくけこ"),
    ("さ", "さしすせそ"),
    ("た", "たちつてと"),
    ("な", "なにぬねの"),
    ("は", "はひふへほ"),
    ("ま", "まみむめも"),
    ("や", "やゆよ"),
    ("ら", "らりるれろ"),
    ("わ", "わをん"),
)
_SMALL_TO_FULL: Final = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
# Unicode sets the syllabaries one after the other, letter by letter.
_TO_KATAKANA: Final = {letter: letter + 0x60 for letter in range(ord("ぁ"), ord("ゖ") + 1)}
_VOICING: Final = "\u3099\u309a"
_VOWEL_OF: Final = {
    letter: vowel
    for vowel, letters in (
        ("あ", "あかさたなはまやらわ"),
        ("い", "いきしちにひみり"),
        ("う", "うくすつぬふむゆる"),
        ("え", "えけせてねへめれ"),
        ("お", "おこそとのほもよろを"),
    )
    for letter in letters
}


def kana_key(reading: str) -> tuple[str, str]:
    """Return the sort key of a hiragana ``reading``.

    As in a Japanese dictionary (JIS X 4061), voicing, small letters and the long-vowel mark decide only
    between readings that are otherwise the same.
    """
    return _base_letters(reading), reading


def kana_row(reading: str) -> str:
    """Return the letter that names the row a ``reading`` is filed under: しめい is in さ; other signs are in 他."""
    first = _base_letters(reading)[:1]
    return next((row for row, letters in _ROWS if first and first in letters), "他")


def is_reading(text: str) -> bool:
    """Tell whether ``text`` is a reading: hiragana and long-vowel marks only."""
    return bool(text) and all("ぁ" <= letter <= "ゖ" or letter == "ー" for letter in text)


def in_katakana(reading: str) -> str:
    """Return a hiragana ``reading`` in katakana: らいん is ライン."""
    return reading.translate(_TO_KATAKANA)


def _base_letters(reading: str) -> str:
    unvoiced = "".join(letter for letter in unicodedata.normalize("NFD", reading) if letter not in _VOICING)
    base = ""
    for letter in unvoiced.translate(_SMALL_TO_FULL):
        base += _VOWEL_OF.get(base[-1:], letter) if letter == "ー" else letter
    return base
