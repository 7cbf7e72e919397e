"""What stands between two lines that are joined: a space between Latin words, as far as they can be told."""

import re
from collections.abc import Iterable
from typing import Final

_SPACED: Final = re.compile(r"[Ａ-Ｚａ-ｚ] [Ａ-Ｚａ-ｚ]")
_LAST_WORD: Final = re.compile(r"[A-Za-z]+$")
_FIRST_WORD: Final = re.compile(r"[A-Za-z]+")
# No Latin word is longer.
_TAIL: Final = 100

BREAK_IN_LATIN: Final = "行の切れ目にある「{before} {after}」が、1つの語か2つの語か分かりません。"


def latin_words(texts: Iterable[str]) -> str:
    """Return the half-width Latin words of a document, one a line, which tell where one was broken."""
    return "\n".join(sorted({word for text in texts for word in _FIRST_WORD.findall(text)}))


def join_texts(texts: Iterable[str], words: str) -> tuple[str, tuple[str, ...]]:
    """Return the lines ``texts`` as one text, and a doubt for each space that may not belong there.

    ``words`` are the Latin words of the document.
    """
    pieces: list[str] = []
    doubts: list[str] = []
    tail, spaced = "", False
    for after in texts:
        spaced = spaced or _SPACED.search(tail) is not None
        space = _space_between(tail, after, words, spaced=spaced)
        if space:
            first, second = tail.rsplit(maxsplit=1)[-1], after.split()[0]
            doubts.append(BREAK_IN_LATIN.format(before=first[-20:], after=second[:20]))
        pieces += (space, after)
        spaced = spaced or _SPACED.search(after) is not None
        tail = (tail + space + after)[-_TAIL:]
    return re.sub(r"\s{2,}", " ", "".join(pieces)), tuple(doubts)


def _space_between(before: str, after: str, words: str, *, spaced: bool) -> str:
    """Return a space or nothing.

    Half-width words are not broken, but where the joined word is known. Full-width letters break anywhere; among words
    that are spaced a capital begins another one.
    """
    left, right = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    if left and right:
        return "" if left.group() + right.group() in words else " "
    wide = re.search(r"[ａ-ｚ]$", before) and re.match(r"[Ａ-Ｚ]", after)
    return " " if wide and (spaced or _SPACED.search(before + after)) else ""
