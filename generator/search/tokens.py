"""The text as the tokens Pagefind indexes, and back.

A character is its code point in base 36, four digits long; a block is its overlapping bigrams, so that the position of
a token is the position of a character and a phrase of bigrams is found exactly where the characters stand. Pagefind
does not index a lone ``-`` but counts it as a position: no phrase crosses from a block into the next. At the end every
character stands once alone, for queries of one character. The browser's half is ``theme/assets/javascripts/tokens.js``.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import Final

BOUNDARY: Final = "-"
_BASE: Final = 36
_CODE_LENGTH: Final = 4
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


def encode(blocks: Sequence[str]) -> str:
    """Return the tokens of ``blocks``, which are folded texts, in their order."""
    tokens: list[str] = []
    for block in blocks:
        tokens += [*_block_tokens(block), BOUNDARY]
    characters = sorted({character for block in blocks for character in block})
    return " ".join([*tokens, *map(_code, characters)])


def decode(tokens: str) -> tuple[str, ...]:
    """Return the blocks that ``encode`` made ``tokens`` of.

    Raises ValueError where no blocks can have given these tokens.
    """
    *blocks, alone = _split_at_boundaries(tokens.split())
    texts = tuple(_block_text(block) for block in blocks)
    if encode(texts).split() != tokens.split():
        message = f"not the tokens of any text, at the end: {' '.join(alone)}"
        raise ValueError(message)
    return texts


def _block_tokens(block: str) -> list[str]:
    codes = [_code(character) for character in block]
    # A block of one character has no bigram; its only character stands in the bigram's place.
    return [first + second for first, second in pairwise(codes)] or codes


def _block_text(tokens: Sequence[str]) -> str:
    firsts = "".join(_character(token[:_CODE_LENGTH]) for token in tokens)
    return firsts + "".join(_character(token[_CODE_LENGTH:]) for token in tokens[-1:] if len(token) > _CODE_LENGTH)


def _split_at_boundaries(tokens: Iterable[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for is_boundary, run in groupby(tokens, key=BOUNDARY.__eq__):
        if is_boundary:
            parts += [[] for _ in run]
        else:
            parts[-1] += run
    return parts


def _code(character: str) -> str:
    code_point = ord(character)
    digits = ""
    while code_point:
        code_point, digit = divmod(code_point, _BASE)
        digits = _DIGITS[digit] + digits
    return digits.rjust(_CODE_LENGTH, "0")


def _character(code: str) -> str:
    return chr(int(code, _BASE))
