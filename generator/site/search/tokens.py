"""The text as the tokens Pagefind indexes, and back.

A character is its code point in base 36, four digits long, and a token is the codes of two or three characters.
Pagefind finds a quoted phrase where its tokens follow one another, so a block is written as four runs of tokens, in
each of which every second character begins one: pairs from the first character and from the second, and threes
likewise. What has an even number of characters stands exactly where its pairs are in one of the first two runs, what
has an odd number where its threes are in one of the others. One run, of the pair at every character, would do too, but
a query would be twice as many tokens, and for each of them a part of the index is loaded and its places are compared.
Pagefind does not index a lone ``-`` but counts it as a position, so that no phrase crosses from a run into the next.

A document is laid out in areas, the most telling first. In each area stand first, each once, the characters that no
area before it has, for queries of one character, and then its blocks. Every area but the last is filled up with ``-``
to the room that its sort is given in all documents. So the first position Pagefind reports of a match tells the best
area it stands in, and the ranking needs nothing else. The browser's half is ``theme/assets/javascripts/tokens.js``.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby, pairwise
from math import ceil
from typing import Final

BOUNDARY: Final = "-"
_BASE: Final = 36
_CODE_LENGTH: Final = 4
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
# How long the tokens of a run are, and which character begins the first.
_RUNS: Final = ((2, 0), (2, 1), (3, 0), (3, 1))
_STEP: Final = 2
# Pagefind's list of pages tells the length of each. Round lengths pack into an eighth of the bytes.
_ROUND: Final = 1024

Area = Sequence[str]


def encode(areas: Sequence[Area], rooms: Sequence[int]) -> str:
    """Return the tokens of the folded blocks of ``areas``; ``rooms`` are positions, one for each area but the last.

    A block without characters leaves no token.
    """
    laid_out = _lay_out(areas)
    padded = [_pad(tokens, room) for tokens, room in zip(laid_out, rooms, strict=False)]
    return " ".join(_round_up([token for area in (*padded, laid_out[-1]) for token in area]))


def decode(tokens: str, rooms: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    """Return the areas that ``encode`` made ``tokens`` of, with these ``rooms``.

    Raises ValueError where no blocks can have given these tokens.
    """
    words = tokens.split()
    ends = [sum(rooms[: count + 1]) for count in range(len(rooms))]
    areas = tuple(_area(words[start:end]) for start, end in pairwise((0, *ends, len(words))))
    if encode(areas, rooms).split() != words:
        message = "not the tokens of any text"
        raise ValueError(message)
    return areas


def rooms_for(documents: Iterable[Sequence[Area]]) -> tuple[int, ...]:
    """Return the rooms in which the areas of each of ``documents`` find place."""
    sizes = map(_sizes, documents)
    return tuple(max(sizes_of_one_area) for sizes_of_one_area in zip(*sizes, strict=True))[:-1]


def _sizes(areas: Sequence[Area]) -> list[int]:
    """Return how many tokens each of ``areas`` will have, without making them."""
    known: set[str] = set()
    sizes = []
    for area in areas:
        new = {character for block in area for character in block} - known
        known |= new
        sizes.append(len(new) + sum(map(_size, filter(None, area))) + 1)
    return sizes


def _size(block: str) -> int:
    pairs_and_threes = 2 * len(block) - 3 if len(block) > 1 else 1
    return len(_RUNS) + pairs_and_threes


def _lay_out(areas: Sequence[Area]) -> list[list[str]]:
    known: set[str] = set()
    laid_out = []
    for area in areas:
        new = {character for block in area for character in block} - known
        known |= new
        tokens = list(map(_code, sorted(new)))
        for block in filter(None, area):
            for run in _runs(block):
                tokens += [BOUNDARY, *run]
        laid_out.append([*tokens, BOUNDARY])
    return laid_out


def _pad(tokens: Sequence[str], room: int) -> list[str]:
    return [*tokens, *[BOUNDARY] * (room - len(tokens))]


def _round_up(tokens: list[str]) -> list[str]:
    return _pad(tokens, ceil(len(tokens) / _ROUND) * _ROUND)


def _runs(block: str) -> list[list[str]]:
    codes = [_code(character) for character in block]
    if len(codes) == 1:
        # There is no pair: the only character stands in its place.
        return [codes, *([] for _ in _RUNS[1:])]
    return [
        ["".join(codes[start : start + length]) for start in range(first, len(codes) - length + 1, _STEP)]
        for length, first in _RUNS
    ]


def _area(tokens: Sequence[str]) -> tuple[str, ...]:
    _, *runs = _split_at_boundaries(tokens)
    blocks = [runs[start : start + len(_RUNS)] for start in range(0, len(runs), len(_RUNS))]
    return tuple(_block(*block[:2]) for block in blocks if block[0])


def _block(pairs: Sequence[str], pairs_between: Sequence[str] = ()) -> str:
    # The pairs from the first character miss the last one of an odd number, with which those between them end.
    last = pairs_between[-1][_CODE_LENGTH:] if len(pairs_between) == len(pairs) else ""
    codes = "".join(pairs) + last
    return "".join(_character(codes[start : start + _CODE_LENGTH]) for start in range(0, len(codes), _CODE_LENGTH))


def _split_at_boundaries(tokens: Iterable[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for is_boundary, run in groupby(tokens, key=BOUNDARY.__eq__):
        if is_boundary:
            parts += [[] for _ in run]
        else:
            parts[-1] += run
    return parts


@cache
def _code(character: str) -> str:
    code_point = ord(character)
    digits = ""
    while code_point:
        code_point, digit = divmod(code_point, _BASE)
        digits = _DIGITS[digit] + digits
    return digits.rjust(_CODE_LENGTH, "0")


def _character(code: str) -> str:
    return chr(int(code, _BASE))
