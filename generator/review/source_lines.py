"""The lines of the source, each beside the block of the document that its first character belongs to."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.japanese.fold import without_space
from generator.review.alignment import Passage
from generator.review.marking import Marking
from generator.review.review_draft import ReviewedSource
from generator.review.review_views import LineView, Run

PAGE_NUMBER: Final = "ページ番号（本文に数えません）"
LEFT_OUT: Final = "本文に数えない行"
_LONGEST_PAGE_NUMBER: Final = len("- 100/100 -")


@dataclass(frozen=True)
class SourceLines:
    """The lines of ``source``, marked with ``marking``; ``owners`` are the blocks of its characters, by their index."""

    source: ReviewedSource
    marking: Marking
    owners: tuple[int | None, ...] = ()

    def views(self) -> tuple[LineView, ...]:
        """Return all lines that are not blank."""
        return tuple(self._view(number, text) for number, text in self.source.written)

    @cached_property
    def by_block(self) -> dict[int, tuple[LineView, ...]]:
        """The lines of each block; one that belongs to none stands with what comes before it."""
        grouped: dict[int, list[LineView]] = {}
        current = next((owner for owner in self.owners if owner is not None), 0)
        for view in self.views():
            current = next(self._owners_in(view.number), current)
            grouped.setdefault(current, []).append(view)
        return {block: tuple(views) for block, views in grouped.items()}

    def line_of(self, place: int) -> int:
        """Return the number of the line that holds the character at ``place``, or the last one."""
        lines = self.source.document.lines
        return lines[min(place, len(lines) - 1)]

    def _owners_in(self, number: int) -> Iterator[int]:
        start, end = self._characters(number)
        return (owner for owner in self.owners[start:end] if owner is not None)

    def _characters(self, number: int) -> tuple[int, int]:
        lines = self.source.document.lines
        return bisect_left(lines, number), bisect_right(lines, number)

    def _view(self, number: int, text: str) -> LineView:
        start, end = self._characters(number)
        if start == end:
            bare = text.strip()
            is_number = any(map(str.isdigit, bare)) and len(bare) <= _LONGEST_PAGE_NUMBER
            return LineView(number, (Run(bare),), PAGE_NUMBER if is_number else LEFT_OUT)
        as_read = without_space(text) == self.source.document.text[start:end]
        runs = self.marking.runs(text.rstrip(), start) if as_read else (Run(text.rstrip()),)
        return LineView(number, runs, "")


def owners_of(blocks: tuple[Passage, ...], positions: tuple[int | None, ...], length: int) -> tuple[int | None, ...]:
    """Return for each of the source's ``length`` characters the index of its block, or None where none has it."""
    owners: list[int | None] = [None] * length
    for index, block in enumerate(blocks):
        for place in positions[block.span.start : block.span.end]:
            if place is not None:
                owners[place] = index
    return tuple(owners)
