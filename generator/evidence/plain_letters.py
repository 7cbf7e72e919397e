"""Text as personal data is looked for in it: digits, dashes, brackets, letters and spaces each in one form.

Every character stands for one of the text, so that a place found here is a place in the text.
"""

import re
import unicodedata
from typing import Final

# How documents draw the dash of a number: dashes, the minus, and drawn lines. A wave dash stands between the ends of a
# range.
_DASHES: Final = "-‐‑‒–—―−－─━﹣⁃➖"
# The mark of a long vowel is a dash too, but for the one that lengthens a vowel.
_LONG_VOWEL: Final = re.compile("(?<![ァ-ヺぁ-ゖーｦ-ﾟ])[ーｰ]")
_OPENING: Final = "（〔［[【〈《｟<＜{｛"
_CLOSING: Final = "）〕］]】〉》｠>＞}｝"
_SPACES: Final = "\t\r\f\v\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_FULL_WIDTH: Final = range(0xFF01, 0xFF5F)
_TO_HALF_WIDTH: Final = 0xFEE0
_DIGITS: Final = tuple(chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Nd")

_PLAIN: Final = str.maketrans(
    {chr(code): chr(code - _TO_HALF_WIDTH).lower() for code in _FULL_WIDTH}
    | {chr(code): chr(code).lower() for code in range(ord("A"), ord("Z") + 1)}
    | {digit: str(unicodedata.decimal(digit)) for digit in _DIGITS}
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_OPENING, "(")
    | dict.fromkeys(_CLOSING, ")")
    | dict.fromkeys(_SPACES, " ")
    | dict.fromkeys("·•･", "・")
    | dict.fromkeys("﹫", "@")
)


def plain_letters(text: str) -> str:
    """Return ``text`` with each character in its plainest form, as many as before."""
    return _LONG_VOWEL.sub("-", text.translate(_PLAIN))
