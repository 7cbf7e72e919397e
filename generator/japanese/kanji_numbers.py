"""Numbers as laws print them: in digits, or in kanji with their powers of ten (第十二条) or without (第一二条)."""

from typing import Final

_DIGITS: Final = "〇一二三四五六七八九"
_POWERS: Final = {"十": 10, "百": 100}


def read_number(text: str | None) -> int:
    """Return the number below 1000 that ``text`` writes in kanji, or any in half-width digits; 0 where it is empty."""
    if not text or text.isascii():
        return int(text or 0)
    if not _POWERS.keys() & set(text):
        return int("".join(str(_DIGITS.index(kanji)) for kanji in text))
    total = digit = 0
    for kanji in text:
        if kanji in _POWERS:
            total += (digit or 1) * _POWERS[kanji]
            digit = 0
        else:
            digit = _DIGITS.index(kanji)
    return total + digit
