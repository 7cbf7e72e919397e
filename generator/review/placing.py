"""Where the open questions of a draft belong: the section, the blocks and the lines of the source they are about."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.archive.checks.doubts import ANSWER, ANSWER_HELD
from generator.model.consultation import Consultation
from generator.model.outline import Path, outline
from generator.review.doubts import Question
from generator.review.lines import SourceLines
from generator.review.marks import Marks, question_mark, touches
from generator.review.views import DoubtView
from generator.site.addresses import TITLE_BLOCK_ANCHOR
from generator.store.files import Stored

TITLE_BLOCK: Final = "表題部"


@dataclass(frozen=True)
class PlacedDoubt:
    """An open question in the section at ``anchor``, and the indexes of the blocks that it is about."""

    question: Question
    anchor: str
    blocks: frozenset[int]
    source_line: int


def placed(marks: Marks, lines: SourceLines | None) -> Iterator[PlacedDoubt]:
    """Yield the questions of ``marks`` with their places."""
    for (path, question), quoted in zip(marks.questions, marks.quoted, strict=True):
        anchor = marks.anchor_of(path)
        spans = [span for fact in marks.facts if touches(path, fact.fact.path) for span in fact.fact.spans]
        blocks = [index for index in marks.sections[anchor] if _is_about(path, index, marks)]
        if not (blocks or spans or quoted or anchor == TITLE_BLOCK_ANCHOR):
            blocks = list(marks.sections[anchor])
        shown = [marks.blocks[index].span for index in blocks]
        places = [place for span in (*spans, *quoted, *shown) if (place := marks.place_in_source(span)) is not None]
        yield PlacedDoubt(question, anchor, frozenset(blocks), lines.line_of(min(places)) if lines and places else 0)


def anchor_at(stored: Stored[Consultation], line: int) -> str:
    """Return the anchor of the section that the file writes in ``line``, or that of the title block above them all."""
    places = ((stored.marks[place.path].line, place.anchor) for place in outline(stored.value))
    return max((place for place in places if place[0] <= line), default=(0, TITLE_BLOCK_ANCHOR))[1]


def doubt_views(doubts: tuple[PlacedDoubt, ...], marks: Marks) -> Iterator[DoubtView]:
    """Yield ``doubts`` as the page shows them, numbered in their order."""
    names = {place.anchor: marks.record.citation(place) for place in marks.record.places}
    names[TITLE_BLOCK_ANCHOR] = TITLE_BLOCK
    for ordinal, doubt in enumerate(doubts, start=1):
        yield doubt_view(doubt.question, ordinal, len(doubts), doubt.source_line, names[doubt.anchor])


def doubt_view(question: Question, ordinal: int, total: int, source_line: int = 0, section: str = "") -> DoubtView:
    """Return ``question`` as the page shows it."""
    return DoubtView(
        ordinal=ordinal,
        mark=question_mark(ordinal),
        message=question.doubt.message,
        held_back=question.held_back,
        advice=ANSWER_HELD if question.doubt.holds else ANSWER,
        line=question.doubt.line,
        source_line=source_line,
        section=section,
        previous=ordinal - 1,
        next=ordinal + 1 if ordinal < total else 0,
    )


def _is_about(path: Path, index: int, marks: Marks) -> bool:
    piece = marks.blocks[index].piece
    if path == piece.path[:-1]:  # about the section as a whole: shown at its beginning
        return piece.path[-1] in ("heading", "text") and index == marks.sections[marks.anchor_of(path)][0]
    return touches(path, (*piece.path, marks.blocks[index].paragraph))
