"""Numbers and the numbers of articles as they are read aloud, in hiragana."""

import re
from typing import Final

from generator.model.article_number import ArticleNumber

_DIGITS: Final = ("れい", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう")
_POWERS: Final = ((1000, "せん"), (100, "ひゃく"), (10, "じゅう"))
_MYRIADS: Final = ((10**8, "おく"), (10**4, "まん"), (1, ""))
_MOST: Final = 10**12
# Digits and powers that change each other: 三百 is さんびゃく.
_FUSED: Final = {(3, 100): "さんびゃく", (6, 100): "ろっぴゃく", (8, 100): "はっぴゃく"} | {
    (3, 1000): "さんぜん",
    (8, 1000): "はっせん",
}
# A number's last sound before the k of こう (項): 第一項 is だいいっこう.
_BEFORE_K: Final = (("いち", "いっ"), ("ろく", "ろっ"), ("はち", "はっ"), ("じゅう", "じゅっ"), ("ひゃく", "ひゃっ"))
_SEPARATORS: Final = re.compile("[,，]")


def spoken(numeral: str) -> str:
    """Return the reading of ASCII digits, with or without separators: 1,300 is せんさんびゃく.

    Digits that begin with 0, or are too many, are read one by one, and so are those after a decimal point.
    """
    whole, _, fraction = _SEPARATORS.sub("", numeral).partition(".")
    by_digit = whole != str(int(whole)) or int(whole) >= _MOST
    reading = _one_by_one(whole) if by_digit else _cardinal(int(whole))
    return f"{reading}てん{_one_by_one(fraction)}" if fraction else reading


def spoken_article(number: ArticleNumber) -> str:
    """Return the reading of an article's number: 第18条第3号 is だいじゅうはちじょうだいさんごう."""
    reading = f"だい{_cardinal(number.article)}じょう"
    if number.branch:
        reading += f"の{_cardinal(number.branch)}"
    if number.paragraph:
        reading += f"だい{_before_k(_cardinal(number.paragraph))}こう"
    if number.item:
        reading += f"だい{_cardinal(number.item)}ごう"
    return reading


def _one_by_one(digits: str) -> str:
    return "".join(_DIGITS[int(digit)] for digit in digits)


def _cardinal(number: int) -> str:
    if number >= _MOST:
        return _one_by_one(str(number))
    reading = ""
    for myriad, name in _MYRIADS:
        group = number // myriad % 10**4
        reading += _below_ten_thousand(group) + name if group else ""
    return reading or _DIGITS[0]


def _below_ten_thousand(number: int) -> str:
    reading = ""
    for power, name in _POWERS:
        digit = number // power % 10
        reading += _FUSED.get((digit, power), (_DIGITS[digit] if digit > 1 else "") + name) if digit else ""
    return reading + (_DIGITS[number % 10] if number % 10 else "")


def _before_k(reading: str) -> str:
    for ending, changed in _BEFORE_K:
        if reading.endswith(ending):
            return reading.removesuffix(ending) + changed
    return reading
