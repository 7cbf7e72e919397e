"""Words by which the documents enumerate and label."""

import re
from collections.abc import Iterator
from typing import Final

from generator.japanese.lists import split_outside_parentheses

AND: Final = re.compile("及び|並びに|又は|若しくは")
# What stands before 「：」: 新たな項目：氏名, 保護者：住所.
LABELLED: Final = re.compile(r"^([^、：:（(]*)[：:]")

_COMMAS: Final = "、，"
_OPENING, _CLOSING = "（(「『", "）)」』"


def parts_of(words: str) -> tuple[str, ...]:
    """Return what ``words`` enumerate with 、, 及び or 又は, each with its parentheses."""
    return tuple(part for part in _parts(words) if part)


def _parts(words: str) -> Iterator[str]:
    for part in split_outside_parentheses(words, _COMMAS):
        begin = 0
        for found in AND.finditer(part):
            if _is_outside_parentheses(part[begin : found.start()]):
                yield part[begin : found.start()].strip()
                begin = found.end()
        yield part[begin:].strip()


def _is_outside_parentheses(before: str) -> bool:
    return sum(map(before.count, _OPENING)) <= sum(map(before.count, _CLOSING))


def label_before(words: str) -> str:
    """Return the label before 「：」 that ``words`` begin with, or nothing."""
    match = LABELLED.match(words)
    return match.group(1) if match else ""
