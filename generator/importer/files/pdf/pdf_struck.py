"""Parts from the text what is struck out: characters through whose middle a line goes that is as long as they are."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from generator.importer.files.pdf.pdf_lines import TextRow
from generator.importer.files.pdf.pdf_page import Edge, Glyph
from generator.importer.files.pdf.pdf_ruby import Aside, without

STRUCK: Final = "取消線で消された文字"

# Parts of a character's size: how far above the line it stands on the line goes through it, and by how much the line
# may be longer than the characters. One that goes on is a rule of the page.
_LOWEST: Final = 0.15
_HIGHEST: Final = 0.6
_LONGER: Final = 0.25


def part_struck(glyphs: Sequence[Glyph], edges: Sequence[Edge]) -> tuple[list[Glyph], list[Aside]]:
    """Return ``glyphs``, all level, without those that one of ``edges`` strikes out, and these."""
    runs = list(_find_runs(sorted(glyphs, key=lambda glyph: glyph.base), edges))
    taken = {id(glyph) for run in runs for glyph in run}
    others = [glyph for glyph in glyphs if glyph.text.strip() and id(glyph) not in taken]
    if not others:
        return list(glyphs), []
    found = [_make_aside(run, others) for run in runs]
    return without(glyphs, found), found


def _make_aside(run: Sequence[Glyph], others: Sequence[Glyph]) -> Aside:
    over = min(others, key=lambda glyph: (abs(glyph.base - run[0].base), abs(glyph.x - run[0].x)))
    room = tuple(replace(glyph, text="", named="", sign="") for glyph in run)
    return Aside(TextRow(tuple(run)), over, STRUCK, room)


def _find_runs(glyphs: Sequence[Glyph], edges: Sequence[Edge]) -> Iterator[list[Glyph]]:
    """Yield the characters that each of ``edges`` strikes out, from left to right; ``glyphs`` are sorted by base."""
    bases = [glyph.base for glyph in glyphs]
    furthest = _HIGHEST * max((glyph.size for glyph in glyphs), default=0)
    taken: set[int] = set()
    for edge in edges:
        near = glyphs[bisect_left(bases, edge.place) : bisect_right(bases, edge.place + furthest)] if edge.level else ()
        run = [glyph for glyph in near if id(glyph) not in taken and _goes_through(edge, glyph)]
        if any(glyph.text.strip() for glyph in run) and _is_as_long(edge, run):
            taken.update(map(id, run))
            yield sorted(run, key=lambda glyph: glyph.x0)


def _goes_through(edge: Edge, glyph: Glyph) -> bool:
    above = glyph.base - edge.place
    return edge.start < glyph.x < edge.end and _LOWEST * glyph.size <= above <= _HIGHEST * glyph.size


def _is_as_long(edge: Edge, struck: Sequence[Glyph]) -> bool:
    longer = _LONGER * struck[0].size
    first, last = min(glyph.x0 for glyph in struck), max(glyph.x1 for glyph in struck)
    return first - longer <= edge.start and edge.end <= last + longer
