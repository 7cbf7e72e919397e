"""Parts from the text what is printed large across it: 取扱注意, 案, 写."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from generator.importer.files.pdf.pdf_lines import TextRow
from generator.importer.files.pdf.pdf_page import Glyph, Turning
from generator.importer.files.pdf.pdf_ruby import Aside, without

WATERMARK: Final = "本文に重ねて大きく印刷された文字（透かし）"

# How many times as large as the text it is at least, and which part of its characters lies over others.
_LARGE: Final = 1.8
_OVER: Final = 0.5


def part_watermark(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Aside]]:
    """Return ``glyphs``, of whatever turn, without those that lie large over others, and these."""
    sizes = Counter(round(glyph.size, 1) for glyph in glyphs if glyph.text.strip())
    usual = sizes.most_common(1)[0][0] if sizes else 0
    large: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if glyph.text.strip() and glyph.size >= _LARGE * usual:
            large[glyph.turn, round(glyph.size)].append(glyph)
    text = [(glyph, *_find_middle(glyph)) for glyph in glyphs if glyph.text.strip() and glyph.size < _LARGE * usual]
    found: list[Aside] = []
    for word in large.values():
        under = [next((glyph for glyph, x, y in text if _lies_under(x, y, one)), None) for one in word]
        covered = [glyph for glyph in under if glyph is not None]
        if covered and len(covered) >= _OVER * len(word):
            row = TextRow(tuple(sorted(word, key=lambda glyph: (round(glyph.base), glyph.x0))))
            found.append(Aside(row, covered[0], WATERMARK))
    return without(glyphs, found), found


def _find_middle(glyph: Glyph) -> tuple[float, float]:
    """Return the middle of ``glyph`` as the page is held."""
    return Turning(0).point(Turning(glyph.turn).point((glyph.x, glyph.y)))


def _lies_under(x: float, y: float, large: Glyph) -> bool:
    """Tell whether the point lies within ``large``, wherever that is turned."""
    middle_x, middle_y = _find_middle(large)
    reach = large.size / 2
    return abs(x - middle_x) < reach and abs(y - middle_y) < reach
