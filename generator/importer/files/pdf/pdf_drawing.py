"""Collects what a PDF prints on a page, as pdfminer walks through its content."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFStackT, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import Matrix, PathSegment, Point, Rect, apply_matrix_pt, apply_matrix_rect

from generator.importer.files.pdf.pdf_names import read_name
from generator.importer.files.pdf.pdf_page import DESCENT, UNNAMED, Glyph, Hidden, Turning, find_turn
from generator.importer.files.symbol_fonts import is_symbol_font

_INVISIBLE: Final = frozenset({3, 7})
_CODINGS: Final = {b"\xfe\xff": "utf-16-be", b"\xff\xfe": "utf-16-le", b"\xef\xbb\xbf": "utf-8"}
# What is thinner than this, in points, is a line and no area.
_THIN: Final = 3.0
_INKS: Final = frozenset({"Separation", "Indexed", "Pattern", "Lab", "DeviceN"})
_CMYK: Final = 4
_TINGE: Final = 0.02


class Collector(PDFTextDevice):
    """Collects one page after the other, in points of the page with y upwards; ``glyphs`` are each in their own turn.

    ``edges`` are pairs of points, ``dark`` and ``white`` filled rectangles (left, bottom, right, top), ``pictures``
    where pictures stand, and ``shapes`` where something is painted that is no rectangle.
    """

    ctm: Matrix

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__(PDFResourceManager())
        self.box: Rect = (0, 0, 0, 0)
        self._render = 0
        self._symbols = ""
        self._first: Matrix = (1, 0, 0, 1, 0, 0)
        self._clear()

    def _clear(self) -> None:
        self.glyphs: list[Glyph] = []
        self.edges: list[tuple[Point, Point]] = []
        self.dark: list[Rect] = []
        self.white: list[Rect] = []
        self.pictures: list[Rect] = []
        self.shapes: list[Rect] = []
        self._tags: list[tuple[int, str, bool]] = []

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Forget the page before."""
        self._clear()
        self.box = apply_matrix_rect(ctm, page.cropbox)
        self._first = ctm

    def place(self, point: Point) -> Point:
        """Return where on the page as drawn a point of the PDF is."""
        return apply_matrix_pt(self._first, point)

    def begin_tag(self, tag: PSLiteral, props: PDFStackT | None = None) -> None:
        """Note where words begin that the PDF gives in plain, and where it marks a part of the page's margin."""
        known = props if isinstance(props, dict) else {}
        actual = resolve1(known.get("ActualText"))
        kind = known.get("Type")
        margin = literal_name(tag) == "Artifact" and isinstance(kind, PSLiteral) and kind.name == "Pagination"
        self._tags.append((len(self.glyphs), _decode(actual) if isinstance(actual, bytes) else "", margin))

    def end_tag(self) -> None:
        """Put the words that the PDF gives in plain in the place of the glyphs that print them."""
        if not self._tags:
            return
        start, actual, _ = self._tags.pop()
        if actual:
            self.glyphs[start:] = _reword(self.glyphs[start:], actual)

    def render_string(
        self, textstate: PDFTextState, seq: PDFTextSeq, ncs: PDFColorSpace, graphicstate: PDFGraphicState
    ) -> None:
        """Note how the glyphs are drawn, and collect them."""
        self._render = textstate.render
        name = str(textstate.font.fontname or "") if textstate.font else ""
        self._symbols = name if is_symbol_font(name) else ""
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(  # noqa: PLR0913, PLR0917 - pdfminer calls it so
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        """Collect a glyph and return how far the next one is from it, in the text's own space."""
        try:
            named = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            named = UNNAMED
        advance = font.char_width(cid) * fontsize * scaling
        hidden = Hidden.INVISIBLE if self._render in _INVISIBLE else None
        if hidden is None and _is_white(graphicstate.ncolor, ncs) and self._render == 0:
            hidden = Hidden.WHITE
        glyph = _place_glyph(matrix, font.char_disp(cid) if font.is_vertical() else None, (fontsize, rise, advance))
        naming = read_name(named, self._symbols)
        margin = any(tag[2] for tag in self._tags)
        if named and all(map(math.isfinite, (glyph.x0, glyph.x1, glyph.base, glyph.size))):
            self.glyphs.append(replace(glyph, **naming, hidden=hidden, margin=margin))
        return advance

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,  # noqa: FBT001 - pdfminer calls it so
        fill: bool,  # noqa: FBT001
        evenodd: bool,  # noqa: ARG002, FBT001
        path: Sequence[PathSegment],
    ) -> None:
        """Collect the straight edges of what is drawn, and the areas it fills."""
        inked = stroke and not _is_white(graphicstate.scolor, graphicstate.scs)
        white = _is_white(graphicstate.ncolor, graphicstate.ncs)
        self.shapes.extend(self._find_shapes(path) if fill and not white else ())
        for points in _follow_strokes(path):
            placed = [apply_matrix_pt(self.ctm, point) for point in points]
            if not all(math.isfinite(part) for point in placed for part in point):
                continue
            if inked:
                self.edges.extend(pairwise(placed))
            if fill:
                self._fill(placed, white=white)

    def _fill(self, points: Sequence[Point], *, white: bool) -> None:
        across, along = [x for x, _ in points], [y for _, y in points]
        left, low, right, high = min(across), min(along), max(across), max(along)
        width, height = right - left, high - low
        if min(width, height) > _THIN:
            if _is_rectangle(points):
                (self.white if white else self.dark).append((left, low, right, high))
            return
        # A dot may be one of a dotted line either way.
        if not white and width * 2 > height:
            self.edges.append(((left, (low + high) / 2), (right, (low + high) / 2)))
        if not white and height * 2 > width:
            self.edges.append((((left + right) / 2, low), ((left + right) / 2, high)))

    def _find_shapes(self, path: Sequence[PathSegment]) -> Iterator[Rect]:
        """Yield where the shapes of a path are, such as the outline of a letter, which has straight parts, too."""
        shape: list[Point] = []
        for operator, *numbers in (*path, ("m", 0.0, 0.0)):
            if operator == "m" and shape and not _is_rectangle(shape):
                across, along = [x for x, _ in shape], [y for _, y in shape]
                if min(max(across) - min(across), max(along) - min(along)) > _THIN:
                    yield min(across), min(along), max(across), max(along)
            points = [apply_matrix_pt(self.ctm, pair) for pair in zip(numbers[::2], numbers[1::2], strict=True)]
            shape = [*([] if operator == "m" else shape), *points]

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002 - pdfminer calls it so
        """Note where a picture stands."""
        self.pictures.append(apply_matrix_rect(self.ctm, (0, 0, 1, 1)))


def _place_glyph(matrix: Matrix, displacement: object, measures: tuple[float, float, float]) -> Glyph:
    """Return a glyph without text; ``displacement`` is a vertical font's, ``measures`` are size, rise and advance."""
    a, b, c, d, _, _ = matrix
    size, rise, advance = measures
    across, along = math.hypot(a, b), math.hypot(c, d)
    sign = -1 if advance < 0 and displacement is None else 1
    turn = find_turn(sign * a, sign * b)
    if isinstance(displacement, tuple):
        aside, above = displacement
        left = size / 2 if aside is None else aside * size / 1000
        x, y = apply_matrix_pt(matrix, (DESCENT * size - left, (1000 - above) * size / 1000 + rise))
        start, base = Turning(turn - 90).point((x, y))
        return Glyph("", start, start + abs(advance) * along, base, abs(size) * across, turn - 90)
    start, base = Turning(turn).point(apply_matrix_pt(matrix, (0, rise)))
    return Glyph("", start, start + abs(advance) * across, base, abs(size) * along, turn)


def _decode(actual: bytes) -> str:
    coding = next((coding for mark, coding in _CODINGS.items() if actual.startswith(mark)), "latin-1")
    text = actual.decode(coding, errors="replace").removeprefix("\ufeff")
    return text if text.strip() else ""


def _reword(glyphs: Sequence[Glyph], words: str) -> Iterator[Glyph]:
    """Yield ``glyphs`` with the characters of ``words``: one each, or all in the place of all."""
    if not glyphs or len({(glyph.turn, round(glyph.base)) for glyph in glyphs}) > 1:
        yield from glyphs  # words over several lines: which stands where is not said
        return
    if len(glyphs) == len(words):
        for glyph, letter in zip(glyphs, words, strict=True):
            is_known = glyph.sign and not glyph.supposed
            yield glyph if is_known else _say_plainly(glyph, letter)
    else:
        start, end = min(glyph.x0 for glyph in glyphs), max(glyph.x1 for glyph in glyphs)
        yield replace(_say_plainly(glyphs[0], words), x0=start, x1=end)


def _say_plainly(glyph: Glyph, words: str) -> Glyph:
    naming = read_name(words, "")
    return replace(glyph, **naming)


def _is_white(colour: object, space: PDFColorSpace | None) -> bool:
    """Tell whether ``colour`` prints nothing on white paper."""
    parts = colour if isinstance(colour, (tuple, list)) else (colour,)
    values = [part for part in parts if isinstance(part, (int, float))]
    if len(values) != len(parts) or not values or (space and space.name in _INKS):
        return False
    if len(values) == _CMYK:
        return all(value <= _TINGE for value in values)
    return all(value >= 1 - _TINGE for value in values)


def _is_rectangle(points: Sequence[Point]) -> bool:
    """Tell whether ``points`` are the corners of a rectangle whose sides are level and upright."""
    turns = {(round(x), round(y)) for x, y in points}
    return len({x for x, _ in turns}) == 2 == len({y for _, y in turns})  # noqa: PLR2004


def _follow_strokes(path: Sequence[PathSegment]) -> Iterator[list[Point]]:
    """Yield the runs of straight lines in ``path`` as their points; a closed run ends where it began."""
    points: list[Point] = []
    for operator, *numbers in path:
        if operator == "h":
            if points:
                yield [*points, points[0]]
            points = points[:1]
        elif operator == "l" and points:
            points.append((numbers[-2], numbers[-1]))
        else:  # a new place to draw from, or a curve that ends there
            if len(points) > 1:
                yield points
            points = [(numbers[-2], numbers[-1])] if len(numbers) > 1 else []
    if len(points) > 1:
        yield points
