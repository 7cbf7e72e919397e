"""The sections of a draft as the page shows them: every block beside its lines of the source, with facts and doubts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, Final

from generator.model.outline import Path
from generator.review.lines import SourceLines
from generator.review.marks import MarkedFact, Marks
from generator.review.placing import TITLE_BLOCK, PlacedDoubt, doubt_views
from generator.review.tables import columns_of, rows_of
from generator.review.views import BlockView, ChipView, DoubtView, FactsView, LineView, SectionView
from generator.site.addresses import TITLE_BLOCK_ANCHOR
from generator.store.files import Stored

_FIRST_LEVEL: Final = 3
_LAST_LEVEL: Final = 6
_NOT_IN_SOURCE: Final = "元の文書に、対応する行が見つかりません。"


@dataclass(frozen=True)
class Sections:
    """Makes the views of the sections of a document; ``lines`` is None where there is no source."""

    marks: Marks
    lines: SourceLines | None
    doubts: tuple[PlacedDoubt, ...]

    def views(self) -> Iterator[SectionView]:
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

    def _view(self, anchor: str, name: str, depth: int) -> SectionView:
        return SectionView(
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
            columns=columns_of(block, self.marks.in_file),
            rows=rows_of(block, self.marks.in_file),
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
        return line_of(self.marks.record.stored, path)


def line_of(stored: Stored[Any], path: Path) -> int:
    """Return the line of the file that ``path`` stands in, or the nearest part around it that the file writes."""
    return stored.problem(path, "", "").line
