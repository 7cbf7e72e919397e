"""What a character that a PDF names looks like on paper."""

import unicodedata
from typing import Final

# What is printed where the PDF has no character for it: the printers' geta.
GETA: Final = "〓"
# Stands for a glyph to which the PDF gives no character.
UNNAMED: Final = "\N{REPLACEMENT CHARACTER}"

# Radicals whose glyph is an ideograph's in Japanese fonts, and for which NFKC knows none, or another form of it.
_IDEOGRAPHS: Final = {
    "⺠": "民",
    "⻁": "虎",
    "⻄": "西",
    "⻑": "長",
    "⻘": "青",
    "⻝": "食",
    "⻣": "骨",
    "⻤": "鬼",
    "⻨": "麦",
    "⻩": "黄",
    "⻫": "斉",
    "⻭": "歯",
    "⻯": "竜",
    "⻲": "亀",
    "⼾": "戸",
}
# White space as wide as a character; all other is a space.
_SPACES: Final = dict.fromkeys("\N{IDEOGRAPHIC SPACE}\N{EM SPACE}\N{EM QUAD}", "\N{IDEOGRAPHIC SPACE}")
_RADICALS: Final = range(0x2E80, 0x2FE0)
_UNNAMED: Final = frozenset({"Co", "Cn", "Cc", "Cs"})


def printed(text: str) -> str:
    """Return ``text`` as it is printed: no names of glyphs, no characters that print nothing, 〓 for unknown ones."""
    return "".join(_printed(letter) for letter in text)


def has_radical(text: str) -> bool:
    """Tell whether ``text`` holds a character that names a radical."""
    return any(ord(letter) in _RADICALS for letter in text)


def _printed(letter: str) -> str:
    if letter.isspace():
        return _SPACES.get(letter, " ")
    if ord(letter) in _RADICALS:
        folded = _IDEOGRAPHS.get(letter) or unicodedata.normalize("NFKC", letter)
        return folded if len(folded) == 1 else letter
    category = unicodedata.category(letter)
    if category in _UNNAMED or letter == UNNAMED:
        return GETA
    return "" if category == "Cf" else letter
