"""Characters that print nothing, or nothing but room, where no reader looks for them, each with its name in Japanese.

They are the control characters, those that Unicode calls Default_Ignorable_Code_Point (Unicode Standard Annex #44), the
noncharacters, and what is drawn like white space and is none. Variation selectors and the joiners U+200C and U+200D are
not here: they are part of how some characters are written, and hide only elsewhere (deceiving.py).
"""

import re
from typing import Final

_CONTROL: Final = "制御文字"
_FILLER: Final = "ハングルの詰め物。空白に見えます"
_UNASSIGNED: Final = "目に見えない、割り当てのない符号"
_NO_CHARACTER: Final = "文字ではない符号"
_LEFT, _RIGHT = "左から右へ並べる", "右から左へ並べる"

# From a code point up to another, both included.
_NAMES: Final[tuple[tuple[int, int, str], ...]] = (
    (0x00, 0x08, _CONTROL),
    (0x0B, 0x0C, _CONTROL),
    (0x0E, 0x1F, _CONTROL),
    (0x7F, 0x84, _CONTROL),
    (0x85, 0x85, "改行と読まれることのある制御文字"),
    (0x86, 0x9F, _CONTROL),
    (0xAD, 0xAD, "行の終わりのほかでは目に見えないハイフン"),
    (0x34F, 0x34F, "目に見えない、文字をつなぐ符号"),
    (0x61C, 0x61C, f"{_RIGHT}目に見えない印"),
    (0x115F, 0x1160, _FILLER),
    (0x17B4, 0x17B5, "クメール文字の、目に見えない母音"),
    (0x180B, 0x180F, "モンゴル文字の、目に見えない符号"),
    (0x200B, 0x200B, "幅のない空白"),
    (0x200E, 0x200E, f"{_LEFT}目に見えない印"),
    (0x200F, 0x200F, f"{_RIGHT}目に見えない印"),
    (0x2028, 0x2028, "改行と読まれることのある、行の区切り"),
    (0x2029, 0x2029, "改行と読まれることのある、段落の区切り"),
    (0x202A, 0x202A, f"{_LEFT}制御文字"),
    (0x202B, 0x202B, f"{_RIGHT}制御文字"),
    (0x202C, 0x202C, "文字の並べ方を元に戻す制御文字"),
    (0x202D, 0x202D, f"{_LEFT}制御文字"),
    (0x202E, 0x202E, f"{_RIGHT}制御文字"),
    (0x2060, 0x2060, "幅のない、文字をつなぐ符号"),
    (0x2061, 0x2064, "目に見えない演算子"),
    (0x2065, 0x2065, _UNASSIGNED),
    (0x2066, 0x2066, f"{_LEFT}制御文字"),
    (0x2067, 0x2067, f"{_RIGHT}制御文字"),
    (0x2068, 0x2069, "文字の並べ方を変える制御文字"),
    (0x206A, 0x206F, "廃止された、目に見えない制御文字"),
    (0x2800, 0x2800, "点字の空白。空白に見えます"),
    (0x3164, 0x3164, _FILLER),
    (0xFDD0, 0xFDEF, _NO_CHARACTER),
    (0xFEFF, 0xFEFF, "幅のない空白。ファイルの初めの印（BOM）が文の中に入ったものです"),
    (0xFFA0, 0xFFA0, _FILLER),
    (0xFFF0, 0xFFF8, _UNASSIGNED),
    (0xFFF9, 0xFFFB, "ふりがななどの注を付ける、目に見えない制御文字"),
    (0xFFFE, 0xFFFF, _NO_CHARACTER),
    (0x13430, 0x1343F, "エジプト文字の並べ方を変える制御文字"),
    (0x1BCA0, 0x1BCA3, "速記の、目に見えない制御文字"),
    (0x1D173, 0x1D17A, "楽譜の、目に見えない制御文字"),
    (0xE0000, 0xE007F, "目に見えないタグ文字"),
    (0xE0080, 0xE00FF, _UNASSIGNED),
    (0xE01F0, 0xE0FFF, _UNASSIGNED),
    *((plane + 0xFFFE, plane + 0xFFFF, _NO_CHARACTER) for plane in range(0x10000, 0x110000, 0x10000)),
)
UNSEEN: Final = re.compile(
    "[" + "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last, _ in _NAMES) + "]"
)


def name_unseen(letter: str) -> str:
    """Return code point and name of ``letter``, one of ``UNSEEN``: U+3164（ハングルの詰め物。空白に見えます）."""
    name = next(name for first, last, name in _NAMES if first <= ord(letter) <= last)
    return f"U+{ord(letter):04X}（{name}）"
