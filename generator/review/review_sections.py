"""The sections of a draft as the page shows them: every block beside its lines of the source, with facts and doubts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Final

from generator.archive.checks.filing import ANSWER, ANSWER_HELD
from generator.japanese.fold import without_space
from generator.model.consultation import Consultation
from generator.model.outline import Path, outline
from generator.review.alignment import Block, Text
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

TITLE_BLOCK: Final = "表題部"
_FIRST_LEVEL: Final = 3
_LAST_LEVEL: Final = 6
_NOT_IN_SOURCE: Final = "元の文書に、対応する行が見つかりません。"


@dataclass(frozen=True)
class PlacedDoubt:
    """An open question in the section at ``anchor``, and the indexes of the blocks that it is about."""

    question: Question
    anchor: str
    blocks: frozenset[int]
    source_line: int


@dataclass(frozen=True)
class Sections:
    """Makes the views of the sections of a document; ``lines`` is None where there is no source."""

    marks: MarkedDocument
    lines: SourceLines | None
    doubts: tuple[PlacedDoubt, ...]
    stored: Stored[Consultation]

    def views(self) -> Iterator[ReviewedSectionView]:
        """Yield the title block and every section, in the order of the document."""
        record = self.marks.record
        yield self._view(TITLE_BLOCK_ANCHOR, TITLE_BLOCK, 0)
        for place in record.places:
            yield self._view(place.anchor, record.citation(place), place.depth)

    @cached_property
    def doubt_views(self) -> tuple[DoubtView, ...]:
        """The doubts, in the order of the file."""
        return tuple(doubt_views(self.doubts, self.marks))

    @property
    def _doubts(self) -> tuple[tuple[DoubtView, PlacedDoubt], ...]:
        return tuple(zip(self.doubt_views, self.doubts, strict=True))

    def _view(self, anchor: str, name: str, depth: int) -> ReviewedSectionView:
        return ReviewedSectionView(
            anchor=anchor,
            name=name,
            depth=depth,
            blocks=tuple(self._block(index, min(_FIRST_LEVEL + depth, _LAST_LEVEL)) for index in self._indexes(anchor)),
            facts=tuple(self._facts(anchor)),
            notes=tuple(view for view, doubt in self._doubts if doubt.anchor == anchor and not doubt.blocks),
        )

    def _indexes(self, anchor: str) -> tuple[int, ...]:
        return self.marks.sections[anchor]

    def _block(self, index: int, level: int) -> BlockView:
        block = self.marks.blocks[index]
        own = self.lines.by_block.get(index, ()) if self.lines else ()
        return BlockView(
            line=self._line((*block.piece.path, block.paragraph)),
            level=level if block.piece.path[-1] == "heading" else 0,
            runs=() if block.is_table else self.marks.in_file.runs(block.texts[0].text, block.span.start),
            columns=_columns_of(block, self.marks.in_file),
            rows=_rows_of(block, self.marks.in_file),
            lines=own,
            note=self._note(index, own),
            doubts=tuple(view.ordinal for view, doubt in self._doubts if index in doubt.blocks),
            notes=tuple(view for view, doubt in self._doubts if doubt.blocks and index == max(doubt.blocks)),
        )

    def _note(self, index: int, own: tuple[LineView, ...]) -> str:
        if own or self.lines is None:
            return ""
        place = self.marks.place_in_source(self.marks.blocks[index].span)
        return _NOT_IN_SOURCE if place is None else f"{self.lines.line_of(place)}行目の途中から"

    def _facts(self, anchor: str) -> Iterator[FactsView]:
        for label, facts in groupby(self.marks.of_section(anchor), key=lambda fact: fact.fact.label):
            group = tuple(facts)
            yield FactsView(label, self._line(group[0].fact.path), tuple(self._chip(fact) for fact in group))

    def _chip(self, fact: MarkedFact) -> ChipView:
        anchor = f"word-{fact.mark}" if fact.fact.spans else fact.fact.section
        return ChipView(fact.mark, fact.fact.text, anchor, fact.doubted)

    def _line(self, path: Path) -> int:
        return self.stored.line_of(path)


def place_doubts(marks: MarkedDocument, lines: SourceLines | None) -> Iterator[PlacedDoubt]:
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


def doubt_views(doubts: tuple[PlacedDoubt, ...], marks: MarkedDocument) -> Iterator[DoubtView]:
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


def _is_about(path: Path, index: int, marks: MarkedDocument) -> bool:
    piece = marks.blocks[index].piece
    if path == piece.path[:-1]:  # about the section as a whole: shown at its beginning
        return piece.path[-1] in ("heading", "text") and index == marks.sections[marks.anchor_of(path)][0]
    return touches(path, (*piece.path, marks.blocks[index].paragraph))


def _columns_of(block: Block, marking: Marking) -> tuple[ColumnView, ...]:
    """Return the columns of the torn table in ``block``."""
    texts = iter(block.texts)
    return tuple(
        ColumnView(_cell_runs(next(texts), marking), tuple(_cell_runs(next(texts), marking) for _ in column.cells))
        for column in block.piece.torn_table
    )


def _rows_of(block: Block, marking: Marking) -> tuple[TableRowView, ...]:
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
