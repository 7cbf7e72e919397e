"""Where each character of a file's document stands in the source, also where the two differ."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from generator.japanese.fold import without_space
from generator.review.texts import Block, Span, characters_of

# Between the first and the last difference so many characters are compared one by one; of more it would take minutes.
MOST_COMPARED: Final = 20_000
# Stands for a table's characters, whose order the source need not share, and for nothing that a text may hold.
_OF_A_TABLE: Final = "\0"


@dataclass(frozen=True)
class Difference:
    """Characters that only the file has (``ours``), only the source (``theirs``), or each otherwise."""

    ours: Span
    theirs: Span


@dataclass(frozen=True)
class Alignment:
    """For each character of the file's document its place in the source's, or None where it has none there."""

    positions: tuple[int | None, ...]
    differences: tuple[Difference, ...]


def align(blocks: tuple[Block, ...], theirs: str) -> Alignment:
    """Return how the document in ``blocks`` lies on ``theirs``, the source's characters."""
    tables = [block for block in blocks if block.is_table]
    ours = list(characters_of(blocks))
    for block in tables:
        ours[block.span.start : block.span.end] = _OF_A_TABLE * (block.span.end - block.span.start)
    positions = _in_order("".join(ours), theirs)
    for block in tables:
        _place_cells(block, theirs, positions)
    differences = sorted(_differences(positions, len(theirs)), key=lambda each: (each.theirs, each.ours))
    return Alignment(tuple(positions), tuple(differences))


def _in_order(ours: str, theirs: str) -> list[int | None]:
    """Return for each character of ``ours`` its place in ``theirs``, where both say the same in the same order."""
    head = _common(ours, theirs)
    tail = _common(ours[head:][::-1], theirs[head:][::-1])
    middle, other = ours[head : len(ours) - tail], theirs[head : len(theirs) - tail]
    between: list[int | None] = [None] * len(middle)
    if max(len(middle), len(other)) <= MOST_COMPARED:
        for start, to, length in SequenceMatcher(None, middle, other, autojunk=False).get_matching_blocks():
            between[start : start + length] = range(head + to, head + to + length)
    return [*range(head), *between, *range(len(theirs) - tail, len(theirs))]


def _common(ours: str, theirs: str) -> int:
    pairs = enumerate(zip(ours, theirs, strict=False))
    return next((index for index, (our, their) in pairs if our != their), min(len(ours), len(theirs)))


def _place_cells(block: Block, theirs: str, positions: list[int | None]) -> None:
    """Find a table's cells between what stands before and after it, the longest first: 援助方針情報 before 援助情報."""
    before = [place for place in positions[: block.span.start] if place is not None]
    after = [place for place in positions[block.span.end :] if place is not None]
    start = before[-1] + 1 if before else 0
    free = theirs[start : after[0] if after else len(theirs)]
    for text in sorted(block.texts, key=lambda text: text.span.start - text.span.end):
        cell = without_space(text.text)
        found = free.find(cell)
        if found >= 0:
            positions[text.span.start : text.span.end] = range(start + found, start + found + len(cell))
            free = free[:found] + _OF_A_TABLE * len(cell) + free[found + len(cell) :]


def _differences(positions: Sequence[int | None], length: int) -> Iterator[Difference]:
    found = {place for place in positions if place is not None}
    gaps = {gap.start: gap for gap in _runs(place for place in range(length) if place not in found)}
    for added in _runs(index for index, place in enumerate(positions) if place is None):
        before = positions[added.start - 1] if added.start else -1
        meets = (before or 0) + 1
        yield Difference(added, gaps.pop(meets, Span(meets, meets)))
    ours_at = {place: index for index, place in enumerate(positions) if place is not None}
    for gap in gaps.values():
        meets = ours_at.get(gap.start - 1, -1) + 1
        yield Difference(Span(meets, meets), gap)


def _runs(numbers: Iterable[int]) -> Iterator[Span]:
    """Yield the stretches that ascending ``numbers`` make."""
    each = list(numbers)
    starts = [each[0], *(right for left, right in pairwise(each) if right > left + 1)] if each else []
    ends = [*(left for left, right in pairwise(each) if right > left + 1), each[-1]] if each else []
    yield from (Span(start, end + 1) for start, end in zip(starts, ends, strict=True))
