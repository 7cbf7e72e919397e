"""The sections of a draft as the page shows them: every block beside its lines of the source, with facts and doubts."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator.archive.checks.filing import ANSWER, ANSWER_HELD
from generator.japanese.fold import without_space
from generator.model.consultation import Consultation
from generator.model.outline import Path, outline
from generator.review.alignment import Passage, Text
from generator.review.marking import MarkedDocument, MarkedFact, Marking, question_mark, touches
from generator.review.questions import Question
from generator.review.review_views import (
    BlockView,
    CellView,
    ChipView,
    ColumnView,
    DoubtView,
    FactsView,
    LineView,
    ReviewedSectionView,
    Run,
    TableRowView,
)
from generator.review.source_lines import SourceLines
from generator.site.addresses import TITLE_BLOCK_ANCHOR
from generator.store.files import Stored

_FIRST_LEVEL: Final = 3
_LAST_LEVEL: Final = 6
_NOT_IN_SOURCE: Final = "元の文書に、対応する行が見つかりません。"


@dataclass(frozen=True)
class PlacedDoubt:
    """A doubt in the section at ``anchor``, and the indexes of the blocks that it is about."""

    view: DoubtView
    anchor: str
    blocks: frozenset[int]


@dataclass(frozen=True)
class Sections:
    """Makes the views of the sections of a document; ``lines`` is None where there is no source."""

    marks: MarkedDocument
    lines: SourceLines | None
    doubts: tuple[PlacedDoubt, ...]
    stored: Stored[Consultation]

    def views(self) -> Iterator[ReviewedSectionView]:
        """Yield the title block and every section, in the order of the document."""
        yield self._view(TITLE_BLOCK_ANCHOR, 0)
        for place in self.marks.record.places:
            yield self._view(place.anchor, place.depth)

    def _view(self, anchor: str, depth: int) -> ReviewedSectionView:
        level = min(_FIRST_LEVEL + depth, _LAST_LEVEL)
        return ReviewedSectionView(
            anchor=anchor,
            name=self.marks.name_of(anchor),
            depth=depth,
            blocks=tuple(self._block(index, level) for index in self.marks.sections[anchor]),
            facts=tuple(self._facts(anchor)),
            notes=tuple(doubt.view for doubt in self.doubts if doubt.anchor == anchor and not doubt.blocks),
        )

    def _block(self, index: int, level: int) -> BlockView:
        block = self.marks.blocks[index]
        own = self.lines.by_block.get(index, ()) if self.lines else ()
        return BlockView(
            line=self.stored.line_of((*block.piece.path, block.paragraph)),
            level=level if block.piece.path[-1] == "heading" else 0,
            runs=() if block.is_table else self.marks.in_file.runs(block.texts[0].text, block.span.start),
            columns=_columns_of(block, self.marks.in_file),
            rows=_rows_of(block, self.marks.in_file),
            lines=own,
            note=self._note(index, own),
            doubts=tuple(doubt.view.ordinal for doubt in self.doubts if index in doubt.blocks),
            notes=tuple(doubt.view for doubt in self.doubts if index == max(doubt.blocks, default=None)),
        )

    def _note(self, index: int, own: tuple[LineView, ...]) -> str:
        if own or self.lines is None:
            return ""
        place = self.marks.place_in_source(self.marks.blocks[index].span)
        return _NOT_IN_SOURCE if place is None else f"{self.lines.line_of(place)}行目の途中から"

    def _facts(self, anchor: str) -> Iterator[FactsView]:
        of_section = (fact for fact in self.marks.facts if fact.anchor == anchor)
        for label, facts in groupby(of_section, key=lambda fact: fact.fact.label):
            group = tuple(facts)
            yield FactsView(label, self.stored.line_of(group[0].fact.path), tuple(map(_chip, group)))


def _chip(fact: MarkedFact) -> ChipView:
    anchor = f"word-{fact.mark}" if fact.fact.spans else fact.fact.section
    return ChipView(fact.mark, fact.fact.text, anchor, fact.doubted)


def place_doubts(marks: MarkedDocument, lines: SourceLines | None) -> Iterator[PlacedDoubt]:
    """Yield the questions of ``marks`` with their places."""
    total = len(marks.questions)
    for ordinal, ((path, question), quoted) in enumerate(zip(marks.questions, marks.quoted, strict=True), start=1):
        anchor = marks.anchor_of(path)
        spans = [span for fact in marks.facts if touches(path, fact.fact.path) for span in fact.fact.spans]
        blocks = [index for index in marks.sections[anchor] if _is_about(path, index, marks)]
        if not (blocks or spans or quoted or anchor == TITLE_BLOCK_ANCHOR):
            blocks = list(marks.sections[anchor])
        shown = [marks.blocks[index].span for index in blocks]
        places = [place for span in (*spans, *quoted, *shown) if (place := marks.place_in_source(span)) is not None]
        line = lines.line_of(min(places)) if lines and places else 0
        view = doubt_view(question, ordinal, total, line, marks.name_of(anchor))
        yield PlacedDoubt(view, anchor, frozenset(blocks))


def anchor_at(stored: Stored[Consultation], line: int) -> str:
    """Return the anchor of the section that the file writes in ``line``, or that of the title block above them all."""
    places = ((stored.marks[place.path].line, place.anchor) for place in outline(stored.value))
    return max((place for place in places if place[0] <= line), default=(0, TITLE_BLOCK_ANCHOR))[1]


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


def _is_about(path: Path, index: int, marks: MarkedDocument) -> bool:
    piece = marks.blocks[index].piece
    if path == piece.path[:-1]:  # about the section as a whole: shown at its beginning
        return piece.path[-1] in ("heading", "text") and index == marks.sections[marks.anchor_of(path)][0]
    return touches(path, (*piece.path, marks.blocks[index].paragraph))


def _columns_of(block: Passage, marking: Marking) -> tuple[ColumnView, ...]:
    """Return the columns of the torn table in ``block``."""
    texts = iter(block.texts)
    return tuple(
        ColumnView(_cell_runs(next(texts), marking), tuple(_cell_runs(next(texts), marking) for _ in column.cells))
        for column in block.piece.torn_table
    )


def _rows_of(block: Passage, marking: Marking) -> tuple[TableRowView, ...]:
    """Return the rows of the table in ``block``."""
    texts = iter(block.texts)
    return tuple(
        TableRowView(
            tuple(
                CellView(tuple(_cell_paragraphs(next(texts), marking)) if cell.text else (), cell.rows, cell.columns)
                for cell in row.cells
            ),
            row.header,
        )
        for row in block.piece.table
    )


def _cell_runs(text: Text, marking: Marking) -> tuple[Run, ...]:
    return marking.runs(text.text, text.span.start)


def _cell_paragraphs(text: Text, marking: Marking) -> Iterator[tuple[Run, ...]]:
    start = text.span.start
    for paragraph in text.text.split("\n"):
        yield marking.runs(paragraph, start)
        start += len(without_space(paragraph))
