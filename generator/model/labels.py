"""The labels that number a document: 第１ › １ › （１） › ① › ・."""

import re
from dataclasses import dataclass
from enum import Enum

from generator.japanese.numerals import numeral_value

_KANA_LABELS = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ"


class LabelKind(Enum):
    """The kinds of label; the value is what an anchor writes before the number at the top of a document."""

    PART = "p"
    NUMBER = "s"
    BULLET = "b"
    ANNEX = "a"
    NONE = "h"


@dataclass(frozen=True)
class Label:
    """A label as printed, its kind and its number (0 for those that carry none), and the words it leads."""

    kind: LabelKind
    printed: str
    number: int
    words: str


NO_LABEL = Label(LabelKind.NONE, "", 0, "")

_NUMERAL = "[0-9０-９]{1,4}"
_PATTERNS = (
    (LabelKind.PART, re.compile(rf"(第\s?({_NUMERAL}))(?=\s)")),
    (LabelKind.NUMBER, re.compile(rf"(({_NUMERAL})(?:[．.](?!{_NUMERAL})|(?=\s)))")),
    (LabelKind.NUMBER, re.compile(rf"([（(]({_NUMERAL})[）)])")),
    (LabelKind.NUMBER, re.compile(rf"([（(]([{_KANA_LABELS}])[）)])")),
    (LabelKind.NUMBER, re.compile(rf"(({_NUMERAL})[）)])")),
    (LabelKind.NUMBER, re.compile(rf"(([{_KANA_LABELS}])(?:[．.]|(?=\s)))")),
    (LabelKind.NUMBER, re.compile(r"(([①-⑳⑴-⒇]))")),
    (LabelKind.BULLET, re.compile(r"([・○●◎◇◆□■])()")),
    (LabelKind.ANNEX, re.compile(r"(【別紙[^】]*】)()")),
)


def read_label(line: str) -> Label:
    """Return the label that ``line`` (a heading or a paragraph) begins with, and the words after it."""
    for kind, pattern in _PATTERNS:
        match = pattern.match(line)
        if match is not None:
            printed, numeral = match.groups()
            return Label(kind, printed, _number(numeral), line[match.end() :].lstrip())
    return Label(LabelKind.NONE, "", 0, line)


def _number(numeral: str) -> int:
    if not numeral:
        return 0
    return _KANA_LABELS.index(numeral) + 1 if numeral in _KANA_LABELS else numeral_value(numeral)
