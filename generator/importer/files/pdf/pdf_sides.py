"""Parts from a page's text the number of a page that stands upright at its left or right side, beside all lines."""

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final

from generator.importer.files.pdf.pdf_lines import TextRow
from generator.importer.files.pdf.pdf_page import Box, Glyph
from generator.japanese.page_numbers import PageNumberForm, read_page_number

# Within which part of the page's width it begins, and between which of its height it is no line at a head or foot.
_SIDE: Final = 0.09
_MIDDLE: Final = (0.15, 0.85)
# Parts of a character's size: how level its characters are, and how far from all others they stand.
_LEVEL: Final = 0.28
_APART: Final = 2.0
_FORMS: Final = (PageNumberForm.BARE, PageNumberForm.OF_ALL, PageNumberForm.DRESSED)


def part_side_numbers(glyphs: list[Glyph], box: Box) -> tuple[list[Glyph], list[TextRow]]:
    """Return ``glyphs``, which are level and on a page of size ``box``, without such numbers, and these."""
    found: list[TextRow] = []
    for left in (True, False):
        row = _find_outermost([glyph for glyph in glyphs if glyph.text.strip()], left=left)
        number = read_page_number(row.text) if row else None
        if row is None or number is None or number.form not in _FORMS:
            continue
        aside = row.x0 - box.x0 if left else box.x1 - row.x1
        high = (row.base - box.top) / max(box.height, 1)
        if aside <= _SIDE * box.width and _MIDDLE[0] <= high <= _MIDDLE[1]:
            found.append(row)
            glyphs = [glyph for glyph in glyphs if glyph not in row.glyphs]
    return glyphs, found


def _find_outermost(printed: Sequence[Glyph], *, left: bool) -> TextRow | None:
    """Return the run of ``printed`` characters that is nearest to a side of the page, if all others are further in."""
    if not printed:
        return None
    outer = min(printed, key=lambda glyph: glyph.x0 if left else -glyph.x1)
    level = [glyph for glyph in printed if abs(glyph.base - outer.base) <= _LEVEL * outer.size]
    level.sort(key=lambda glyph: glyph.x0, reverse=not left)
    gaps = ((after.x0 - one.x1 if left else one.x0 - after.x1) for one, after in pairwise(level))
    count = 1 + sum(1 for _ in takewhile(lambda gap: gap < _APART * outer.size, gaps))
    run = level[:count]
    row = TextRow(tuple(sorted(run, key=lambda glyph: glyph.x0)))
    others = [glyph for glyph in printed if glyph not in run]
    apart = min((glyph.x0 - row.x1 if left else row.x0 - glyph.x1 for glyph in others), default=0)
    return row if apart >= _APART * row.size else None
