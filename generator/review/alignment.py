"""Where each character of a file's document stands in the source, and the proof that the two do not differ.

The document is taken as a row of characters without white space; each heading, paragraph and cell is some of them.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from generator.japanese.fold import Span, count_alike, without_space
from generator.model.consultation import Consultation
from generator.model.document import Piece, pieces
from generator.problems import Problem
from generator.review.review_draft import ReviewedSource
from generator.review.review_views import DifferenceView, ProofView
from generator.store.files import Stored

# Between the first and the last difference so many characters are compared one by one; of more it would take minutes.
MOST_COMPARED: Final = 20_000
# Stands for a table's characters, whose order the source need not share, and for nothing that a text may hold.
_OF_A_TABLE: Final = "\0"

_MOST_SHOWN: Final = 20
_SHOWN_BEFORE: Final = 12
_LONGEST_SHOWN: Final = 60


@dataclass(frozen=True)
class Text:
    """A heading, a paragraph or a cell, and its characters' span in the document."""

    text: str
    span: Span


@dataclass(frozen=True)
class Passage:
    """A piece of the document with its texts; ``paragraph`` counts those of one field from 0."""

    piece: Piece
    paragraph: int
    texts: tuple[Text, ...]

    @property
    def span(self) -> Span:
        """The characters of all its texts."""
        return Span(self.texts[0].span.start, self.texts[-1].span.end)

    @property
    def is_table(self) -> bool:
        """Whether its texts are cells, whose order the source need not share."""
        return bool(self.piece.cells)


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


def blocks_of(consultation: Consultation) -> tuple[Passage, ...]:
    """Return the pieces of ``consultation`` in their order."""
    return tuple(_blocks(consultation))


def characters_of(blocks: tuple[Passage, ...]) -> str:
    """Return all characters of ``blocks``."""
    return "".join(without_space(text.text) for block in blocks for text in block.texts)


def _blocks(consultation: Consultation) -> Iterator[Passage]:
    position = 0
    paragraph = 0
    path: object = None
    for piece in pieces(consultation):
        paragraph = paragraph + 1 if piece.path == path else 0
        path = piece.path
        texts = []
        for text in piece.cells or (piece.text,):
            end = position + len(without_space(text))
            texts.append(Text(text, Span(position, end)))
            position = end
        yield Passage(piece, paragraph, tuple(texts))


def align(blocks: tuple[Passage, ...], theirs: str) -> Alignment:
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
    head = count_alike(ours, theirs)
    tail = count_alike(ours[head:][::-1], theirs[head:][::-1])
    middle, other = ours[head : len(ours) - tail], theirs[head : len(theirs) - tail]
    between: list[int | None] = [None] * len(middle)
    if max(len(middle), len(other)) <= MOST_COMPARED:
        for start, to, length in SequenceMatcher(None, middle, other, autojunk=False).get_matching_blocks():
            between[start : start + length] = range(head + to, head + to + length)
    return [*range(head), *between, *range(len(theirs) - tail, len(theirs))]


def _place_cells(block: Passage, theirs: str, positions: list[int | None]) -> None:
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


def proof_of(
    stored: Stored[Consultation],
    blocks: tuple[Passage, ...],
    alignment: Alignment | None,
    source: ReviewedSource | None,
    wrong: Problem | None,
) -> ProofView:
    """Return whether the document of ``stored`` in ``blocks`` is that of ``source``; ``wrong`` is how it is not."""
    if source is None or alignment is None:
        text = "この諮問の元の文書が見つからないため、照合できません。content/sources のファイルを確かめてください。"
        return ProofView(whole=False, text=text, differences=(), more=0)
    length = len(source.document.text)
    if wrong is None:
        # What the import could not read, or left out, is not in the stored text either.
        text = (
            f"元の文書から読み取った{length:,}字と一致しています（空白とページ番号は数えません）。"
            "取り込みで読めなかった所と本文に入れなかった文字は、要確認で確かめてください。"
        )
        return ProofView(whole=True, text=text, differences=(), more=0)
    views = tuple(_difference_views(stored, blocks, alignment, source))
    text = f"元の文書（全{length:,}字）と違う所が{len(views)}か所あります。" if views else wrong.message
    return ProofView(whole=False, text=text, differences=views[:_MOST_SHOWN], more=max(0, len(views) - _MOST_SHOWN))


def _difference_views(
    stored: Stored[Consultation], blocks: tuple[Passage, ...], alignment: Alignment, source: ReviewedSource
) -> Iterator[DifferenceView]:
    ours, theirs, lines = characters_of(blocks), source.document.text, source.document.lines
    starts = [block.span.start for block in blocks]
    for difference in alignment.differences:
        block = blocks[max(0, bisect_right(starts, difference.ours.start) - 1)]
        yield DifferenceView(
            before=_words_before(difference, ours, theirs),
            ours=_shorten(ours[difference.ours.start : difference.ours.end]),
            theirs=_shorten(theirs[difference.theirs.start : difference.theirs.end]),
            line=stored.line_of((*block.piece.path, block.paragraph)),
            source_line=lines[min(difference.theirs.start, len(lines) - 1)],
        )


def _words_before(difference: Difference, ours: str, theirs: str) -> str:
    before, at = (theirs, difference.theirs.start) if difference.theirs.start else (ours, difference.ours.start)
    return before[max(0, at - _SHOWN_BEFORE) : at]


def _shorten(text: str) -> str:
    if len(text) <= _LONGEST_SHOWN:
        return text
    half = _LONGEST_SHOWN // 2
    return f"{text[:half]}…（{len(text):,}字）…{text[-half:]}"
