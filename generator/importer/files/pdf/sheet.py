"""Makes a page of what was collected from it: each character once, with what hides it, turned to be read."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1

from generator.importer.files.pdf.device import Collector
from generator.importer.files.pdf.page import Box, Glyph, Hidden, Sheet
from generator.importer.files.pdf.turning import Turning, usual_turn

# How near, as a part of its size, a character is printed over itself to look bold.
_NEAR: Final = 0.15
_COMMENTS: Final = frozenset({"FreeText", "Widget", "Stamp", "Text"})


def sheet_of(collected: Collector, page: PDFPage, number: int) -> Sheet:
    """Return the page just ``collected`` as page ``number``."""
    turn = usual_turn(collected.glyphs)
    turning = Turning(turn)
    box = turning.box(collected.box)
    dark = tuple(map(turning.box, collected.dark))
    area = max((box.x1 - box.x0) * (box.bottom - box.top), 1)
    pictures = min(collected.pictures / area, 1)
    glyphs = [_seen(glyph, turning, box, dark) for glyph in _legible(collected.glyphs, pictures)]
    once, doubled = _once(glyphs)
    return Sheet(
        number,
        box,
        tuple(replace(glyph, turn=(glyph.turn - turn) % 360) if turn else glyph for glyph in once),
        tuple(edge for start, end in collected.edges if (edge := turning.edge(start, end))),
        dark,
        tuple(map(turning.box, collected.white)),
        pictures,
        _comments(page),
        "".join(glyph.text for glyph in doubled),
        recognised=bool(pictures) and _all_invisible(collected.glyphs),
    )


def _all_invisible(glyphs: Iterable[Glyph]) -> bool:
    return all(glyph.hidden is Hidden.INVISIBLE for glyph in glyphs if glyph.text.strip())


def _legible(glyphs: Sequence[Glyph], pictures: float) -> Iterable[Glyph]:
    """Return ``glyphs``; those that a machine recognised in a picture of the page lie invisible over it and count."""
    if pictures and _all_invisible(glyphs):
        return [replace(glyph, hidden=None) for glyph in glyphs]
    return glyphs


def _seen(glyph: Glyph, turning: Turning, box: Box, dark: Sequence[Box]) -> Glyph:
    """Return ``glyph`` with what hides it: white is seen on dark, and nothing outside the page."""
    place = turning.point(Turning(glyph.turn).back((glyph.x, glyph.y)))
    if not box.holds(*place):
        return replace(glyph, hidden=Hidden.OUTSIDE)
    if glyph.hidden is Hidden.WHITE and any(area.holds(*place) for area in dark):
        return replace(glyph, hidden=None)
    return glyph


def _once(glyphs: Iterable[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """Return ``glyphs``, each once, and those that are printed over themselves."""
    kept: list[Glyph] = []
    doubled: list[Glyph] = []
    near: dict[tuple[str, int, int, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        step = max(glyph.size, 1)
        column, row = int(glyph.x0 // step), int(glyph.base // step)
        around = (
            other
            for across in (-1, 0, 1)
            for down in (-1, 0, 1)
            for other in near.get((glyph.text, glyph.turn, column + across, row + down), ())
        )
        if glyph.text.strip() and any(_over(glyph, other) for other in around):
            doubled.append(glyph)
            continue
        kept.append(glyph)
        near[glyph.text, glyph.turn, column, row].append(glyph)
    return kept, doubled


def _over(glyph: Glyph, other: Glyph) -> bool:
    aside = min(_NEAR * glyph.size, max(glyph.x1 - glyph.x0, 0.1) / 2)
    return (
        abs(glyph.x0 - other.x0) < aside
        and abs(glyph.base - other.base) < _NEAR * glyph.size
        and abs(glyph.size - other.size) < _NEAR * glyph.size
        and (glyph.hidden is None) == (other.hidden is None)
    )


def _comments(page: PDFPage) -> int:
    """Count the notes and form fields that lie over the page, whose words its content does not hold."""
    annotations = resolve1(page.annots)
    if not isinstance(annotations, list):
        return 0
    kinds = (known.get("Subtype") for entry in annotations if isinstance(known := resolve1(entry), dict))
    return sum(getattr(kind, "name", "") in _COMMENTS for kind in kinds)
