"""The proof that a document is its source, and where it is not."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from generator.model.consultation import Consultation
from generator.review.alignment import Alignment, Difference
from generator.review.draft import Draft, Source
from generator.review.sections import line_of
from generator.review.texts import Block, characters_of
from generator.review.views import DifferenceView, ProofView
from generator.store.files import Stored

MOST_SHOWN: Final = 20
_BEFORE: Final = 12
_LONGEST: Final = 60


def proof_of(
    draft: Draft, stored: Stored[Consultation], blocks: tuple[Block, ...], alignment: Alignment | None
) -> ProofView:
    """Return whether the document in ``blocks`` is that of the draft's source."""
    if draft.source is None or alignment is None:
        text = "この諮問の元の文書が見つからないため、照合できません。content/sources のファイルを確かめてください。"
        return ProofView(whole=False, text=text, differences=(), more=0)
    length = len(draft.source.document.text)
    if draft.difference is None:
        text = f"元の文書の全{length:,}字と一致しています（空白とページ番号は数えません）。"
        return ProofView(whole=True, text=text, differences=(), more=0)
    views = tuple(_views(stored, blocks, alignment, draft.source))
    text = f"元の文書（全{length:,}字）と違う所が{len(views)}か所あります。" if views else draft.difference.message
    return ProofView(whole=False, text=text, differences=views[:MOST_SHOWN], more=max(0, len(views) - MOST_SHOWN))


def _views(
    stored: Stored[Consultation], blocks: tuple[Block, ...], alignment: Alignment, source: Source
) -> Iterator[DifferenceView]:
    ours, theirs = characters_of(blocks), source.document.text
    starts = [block.span.start for block in blocks]
    for difference in alignment.differences:
        block = blocks[max(0, bisect_right(starts, difference.ours.start) - 1)]
        lines = source.document.lines
        yield DifferenceView(
            before=_before(difference, ours, theirs),
            ours=_shortened(ours[difference.ours.start : difference.ours.end]),
            theirs=_shortened(theirs[difference.theirs.start : difference.theirs.end]),
            line=line_of(stored, (*block.piece.path, block.paragraph)),
            source_line=lines[min(difference.theirs.start, len(lines) - 1)],
        )


def _before(difference: Difference, ours: str, theirs: str) -> str:
    at = difference.theirs.start
    return (
        theirs[max(0, at - _BEFORE) : at]
        if at
        else ours[max(0, difference.ours.start - _BEFORE) : difference.ours.start]
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}…（{len(text):,}字）…{text[-_LONGEST // 2 :]}"
