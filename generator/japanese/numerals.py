"""Numbers as the documents write them: full-width digits, circled numbers, and kanji."""

import re
import unicodedata
from typing import Final

_UNITS: Final = {"": 1, "千": 1_000, "万": 10_000, "億": 100_000_000}
_DIGITS_AND_UNIT: Final = re.compile(r"([0-9]+(?:\.[0-9]+)?)([千万億]?)")
# A number in folded text: 9000, 1万2千, 1.5万. ``number_value`` reads it.
NUMBER: Final = r"(?:[0-9]+(?:\.[0-9]+)?[千万億])+[0-9]*|[0-9]+"
KANJI_DIGITS: Final = "〇一二三四五六七八九"
_KANJI_POWERS: Final = {"十": 10, "百": 100}
# One digit of an article's number in folded text, where laws print it in digits or in kanji.
LAW_DIGIT: Final = f"[0-9{KANJI_DIGITS[1:]}{''.join(_KANJI_POWERS)}]"
_TO_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def full_width(number: int) -> str:
    """Return ``number`` in full-width digits, as the documents print it: 975 is ９７５."""
    return str(number).translate(_TO_FULL_WIDTH)


def numeral_value(numeral: str) -> int:
    """Return the value of digits of any width or of one enclosed number: １２, 12, ⑫ and ⑿ are 12.

    Raises ValueError where ``numeral`` is neither.
    """
    return int(unicodedata.normalize("NFKC", numeral).strip("()"))


def number_value(written: str) -> int:
    """Return the value of a ``NUMBER`` of folded text: 1万2千 is 12000. It is exact up to fifteen digits."""
    return round(sum(float(digits) * _UNITS[unit] for digits, unit in _DIGITS_AND_UNIT.findall(written)))


def law_number_value(text: str | None) -> int:
    """Return the number that ``text`` writes as laws do, in half-width digits or kanji; 0 where it is empty.

    Kanji, of numbers below 1000, stand with their powers of ten (第十二条) or without (第一二条).
    """
    if not text or text.isascii():
        return int(text or 0)
    if not _KANJI_POWERS.keys() & set(text):
        return int("".join(str(KANJI_DIGITS.index(kanji)) for kanji in text))
    total = digit = 0
    for kanji in text:
        if kanji in _KANJI_POWERS:
            total += (digit or 1) * _KANJI_POWERS[kanji]
            digit = 0
        else:
            digit = KANJI_DIGITS.index(kanji)
    return total + digit
