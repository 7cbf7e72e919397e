"""Where paragraphs end, in folded text too: a law's name and its article stand in one."""

import re
from typing import Final

from generator.japanese.numerals import LAW_DIGIT

# What stands for the end of a paragraph in folded text, where a line break would be gone: no name goes on over it.
PARAGRAPH_END: Final = "␤"

# A line that begins with 第12条 or with （ goes on where the one before it ends in a law's name or in an article.
_GOES_ON: Final = rf"[ \t\u3000]*第[ \u3000]*(?:{LAW_DIGIT}|[０-９])+[ \u3000]*[条項号]"
_LINE_END: Final = re.compile(rf"(?<!第)(?:(?<![例法律則令程綱領条項号)）」])\n|\n(?!{_GOES_ON}|[（(]))")
_AFTER_A_LABEL: Final = re.compile(rf"^([ \t\u3000]*[^\s]{{1,4}})[ \t\u3000](?!{_GOES_ON})", re.MULTILINE)


def mark_paragraphs(text: str) -> str:
    """Return ``text`` with its paragraphs' ends marked, character for character in the same places.

    A label before a paragraph's words is marked off too: イ 条例第９条 is no law called イ条例.
    """
    return _LINE_END.sub(PARAGRAPH_END, _AFTER_A_LABEL.sub(rf"\1{PARAGRAPH_END}", text))
