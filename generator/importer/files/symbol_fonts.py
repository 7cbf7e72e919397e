"""What the signs of symbol fonts show: codes that are ordinary letters elsewhere, or have no meaning of their own.

The signs are those that Unicode names as the fonts' own (L2/11-344 and L2/12-368, which brought Wingdings and Webdings
into Unicode 7), as a form and its bullets use them; a sign for which every Japanese font has a like one is that (□).
"""

import re
from typing import Final

from generator.japanese.private_use import is_private

# What a clerk is told of the signs that were read, and where one could not be.
SIGNS: Final = "記号フォントの文字を、印刷される記号にしました（{}）。原本と見比べてください。"
SUPPOSED: Final = (
    "記号の文字を{}と読みました。どのフォントの記号かがファイルに書かれていないので、原本と見比べてください。"
)

_MOVED: Final = 0xF000
_BYTE: Final = 0x100
_ROUND: Final = dict(zip(range(0x80, 0x96), "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿", strict=True))


def _show(codes: str, signs: str) -> dict[int, str]:
    return dict(zip(bytes.fromhex(codes), signs, strict=True))


_FONTS: Final = {
    "wingdings": _ROUND
    | _show("22 28 29 2A 36 3F 45 46 47 48 4A 4C", "✂☎✆✉⌛✍☜☞☝☟☺☹")
    | _show("6C 6D 6E 6F 70 71 72 73 74 75 76 77 78", "●❍■□□❑❒⬧⧫◆❖⬥☒")
    | _show("9E 9F A0 A1 A2 A4 A5 A7 A8 AA AB", "・•▪○○◉◎▪□✦★")
    | _show("D8 DC DF E0 E1 E2 E3 E4 E5 E6 E8", "➢➲←→↑↓↖↗↙↘➔")
    | _show("EF F0 F1 F2 FB FC FD FE", "⇦⇨⇧⇩✗✓☒☑"),
    "wingdings2": dict(zip(range(0x69, 0x7F), _ROUND.values(), strict=True))
    | _show("4F 50 51 52 53 54", "✗✓☒☑☒☒")
    | _show("95 96 97 98 9E 9F A0 A1 A2 A3 A8 AE AF F8 F9", "•●●●◉▪■■■□▣◆◇※⁂"),
    "wingdings3": _show("21 22 23 24 66 67 68 69 6A 6B 6C 6D", "←→↑↓←→↑↓↖↗↙↘")
    | _show("70 71 72 73 74 75 76 77 7D 81 82 83 84", "▲▼△▽◄►◁▷▶▲▼◀▶"),
    "webdings": _show("33 34 35 36 61 63 67 6E 72 C9", "◀▶▲▼✓□■●✗☎"),
    "symbol": _show("A5 A7 A8 A9 AA AB AC AD AE AF B0 B1 B3 B4 B7 B8 B9 BB D6 D7 DE E0", "∞♣♦♥♠↔←↑→↓°±≥×•÷≠≈√・⇒◊")
    | dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True))
    | dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
    | {code: chr(code) for code in (*range(0x28, 0x2A), 0x2B, 0x2C, *range(0x2E, 0x3C), 0x3D)},
}
# In files that keep the code and not the font: the bullets of Word, its boxes to tick and arrows are what offices use.
_COMMON: Final = _show(
    "52 6C 6E 6F 71 75 76 9F A3 A7 A8 B7 D8 E0 E8 F0 FC FD FE",
    "☑●■□❑◆❖•□▪□•➢→➔⇨✓☒☑",
)


def read_sign(letter: str, font: str) -> str | None:
    """Return what is printed for ``letter`` in ``font``; None where that is not known."""
    name, code = _name(font), _read_code(letter)
    signs = _FONTS.get(name)
    if signs is None:
        return None if is_private(letter) or name in _UNKNOWN else letter
    return letter if code is None else signs.get(code)


def suppose_sign(letter: str) -> str | None:
    """Return what ``letter`` most likely shows, whose font is not known; None where nothing is likely."""
    code = ord(letter) - _MOVED
    return _COMMON.get(code) if 0 <= code < _BYTE else None


def is_symbol_font(font: str) -> bool:
    """Tell whether the letters of ``font`` are signs."""
    return _name(font) in _FONTS or _name(font) in _UNKNOWN


_UNKNOWN: Final = ("marlett", "mtextra", "bookshelfsymbol7")


def _name(font: str) -> str:
    """Return how ``font`` is called whatever names it: Wingdings 2, ABCDEF+Wingdings2, Wingdings-Regular, SymbolMT."""
    bare = re.sub(r"^[A-Z]{6}\+", "", font).casefold()
    return re.sub(r"(?:[\s,-]|regular|normal|bold|mt$|ps$)", "", bare)


def _read_code(letter: str) -> int | None:
    """Return the code of ``letter`` in a symbol font; None where it is a character of another font."""
    if _MOVED <= ord(letter) < _MOVED + _BYTE:
        return ord(letter) - _MOVED
    if ord(letter) < _BYTE:
        return ord(letter)
    code = letter.encode("cp1252", errors="ignore")
    return code[0] if code else None
