"""Parts from the text what is struck out: characters through whose middle a line goes that is as long as they are."""

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
_LONGER: Final = 0.6


def part_struck(glyphs: Sequence[Glyph], edges: Sequence[Edge]) -> tuple[list[Glyph], list[Aside]]:
    """Return ``glyphs``, all level, without those that one of ``edges`` strikes out, and these."""
    found: list[Aside] = []
    rest = list(glyphs)
    for edge in edges:
        struck = list(_find_struck(rest, edge)) if edge.level else []
        if not struck or not _is_as_long(edge, struck):
            continue
        others = [glyph for glyph in rest if glyph.text.strip() and glyph not in struck]
        if others:
            over = min(others, key=lambda glyph: (abs(glyph.base - struck[0].base), abs(glyph.x - struck[0].x)))
            room = tuple(replace(glyph, text="", named="", sign="") for glyph in struck)
            found.append(Aside(TextRow(tuple(sorted(struck, key=lambda glyph: glyph.x0))), over, STRUCK, room))
            rest = without(rest, found[-1:])
    return rest, found


def _find_struck(glyphs: Sequence[Glyph], edge: Edge) -> Iterator[Glyph]:
    for glyph in glyphs:
        above = glyph.base - edge.place
        if edge.start < glyph.x < edge.end and _LOWEST * glyph.size <= above <= _HIGHEST * glyph.size:
            yield glyph


def _is_as_long(edge: Edge, struck: Sequence[Glyph]) -> bool:
    longer = _LONGER * struck[0].size
    first, last = min(glyph.x0 for glyph in struck), max(glyph.x1 for glyph in struck)
    return any(glyph.text.strip() for glyph in struck) and first - longer <= edge.start and edge.end <= last + longer
