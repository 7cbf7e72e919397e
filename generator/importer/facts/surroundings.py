"""What stands around a name in folded text: letters that make another word of it, and parentheses."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.importer.facts.lexicon import Mention
from generator.importer.facts.words import AND

_LETTERS: Final = "[\u4e00-\u9fff々ァ-ヶーa-z]*"
_BEFORE: Final = re.compile(f"{_LETTERS}$")
_AFTER: Final = re.compile(_LETTERS)


def letters_around(folded: str, mention: Mention, mentions: Iterable[Mention] = ()) -> tuple[str, str]:
    """Return the kanji, katakana and Latin letters that touch a name before and after it: 被保護者, 児童福祉法.

    Other ``mentions`` are words of their own, even where folding has taken away the white space between.
    """
    begin = max((other.end for other in mentions if other.end <= mention.start), default=0)
    end = min((other.start for other in mentions if other.start >= mention.end), default=len(folded))
    before = _BEFORE.search(folded[begin : mention.start])
    after = _AFTER.match(AND.split(folded[mention.end : end])[0])
    return (before.group() if before else "", after.group() if after else "")


def parentheses(folded: str) -> Iterator[tuple[int, int]]:
    """Yield where the outermost parentheses of ``folded`` text open and close."""
    depth, opening = 0, 0
    for place, letter in enumerate(folded):
        if letter == "(":
            opening = place if depth == 0 else opening
            depth += 1
        elif letter == ")" and depth:
            depth -= 1
            if depth == 0:
                yield opening, place
