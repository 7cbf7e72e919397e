"""Makes pages of what a PDF draws: each character once, with what hides it, turned to be read; and what to note."""

import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

import pypdfium2
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFStackT
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral

from generator.importer.files.notes import ReaderNote
from generator.importer.files.pdf.pdf_drawing import Collector
from generator.importer.files.pdf.pdf_page import (
    UNNAMED,
    Box,
    Glyph,
    Hidden,
    Sheet,
    Turning,
    find_usual_turn,
    has_radical,
)
from generator.importer.files.pdf.pdf_second import name_by_second, read_letters
from generator.importer.files.symbol_fonts import SIGNS
from generator.japanese.private_use import GETA

# So many shapes some letters have that are drawn as such.
_FEWEST_SHAPES: Final = 8
# How near, as a part of its size, a character is printed over itself to look bold.
_NEAR: Final = 0.15
_COMMENTS: Final = frozenset({"FreeText", "Widget", "Stamp", "Text", "StrikeOut", "Caret", "Redact"})
_UNREAD: Final = "{}は画像だけで、文字を読み取れません。原本を見て補ってください。"
_EMPTY: Final = "{}には何も書かれていません。"
_LAID_OVER: Final = "{}には、注釈か入力欄があります。その中の文字は読み取りません。"
_RECOGNISED: Final = "{}の文字は、画像から機械が読み取ったもの（OCR）です。原本と見比べてください。"
_DOUBLED: Final = (
    "同じ場所に重ねて印刷された文字（太字に見せるためのものなど）が{}あり、１回だけ読みました。原本と見比べてください。"
)
_BY_SECOND: Final = (
    "１つ目の方法では読み取れない文字を、確かめのための２つ目の方法で読み取りました（{}）。原本と見比べてください。"
)
_RADICALS: Final = "PDFの中で部首などとして書かれている字を、印刷されているとおりの字にしました（{}）。"


def read_sheets(data: bytes, second: pypdfium2.PdfDocument, progress: Callable[[int, int], None] | None) -> list[Sheet]:
    """Return the pages of the PDF ``data``; ``progress`` is told after each, of those that ``second`` has.

    What the PDF does not name, but that second reader knows, is called as that says.
    """
    sheets: list[Sheet] = []
    collector = Collector()
    interpreter = _Interpreter(collector.rsrcmgr, collector)
    for number, page in enumerate(PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(data)))), start=1):
        interpreter.process_page(page)
        if any(glyph.named == GETA for glyph in collector.glyphs) and number <= len(second):
            letters = read_letters(second, number) or []
            collector.glyphs = name_by_second(collector.glyphs, letters, collector.place)
        sheets.append(_make_sheet(collector, page, number))
        if progress:
            progress(number, max(len(second), number))
    return list(_unmark(sheets))


class _Interpreter(PDFPageInterpreter):
    """Tells what marked content is also where a page only names that, and says among its resources what it means."""

    def do_BDC(self, tag: PDFStackT, props: PDFStackT) -> None:  # noqa: N802 - pdfminer calls it so
        """Begin marked content."""
        known = resolve1(self.resources.get("Properties")) if isinstance(props, PSLiteral) else None
        if isinstance(known, dict) and isinstance(props, PSLiteral):
            props = resolve1(known.get(props.name, props))
        super().do_BDC(tag, props)


def _unmark(sheets: Sequence[Sheet]) -> Iterator[Sheet]:
    """Yield ``sheets``, without the marks of the pages' own text where they would make most of it that."""
    letters = [glyph for sheet in sheets for glyph in sheet.glyphs if glyph.text.strip()]
    wrong = 2 * sum(glyph.margin for glyph in letters) > len(letters)
    for sheet in sheets:
        unmarked = tuple(replace(glyph, margin=False) for glyph in sheet.glyphs) if wrong else sheet.glyphs
        yield replace(sheet, glyphs=unmarked)


def note_sheets(sheets: Sequence[Sheet]) -> Iterator[ReaderNote]:
    """Yield to a clerk what was noticed: what could not be read, and what was not taken as the PDF gives it."""
    for sheet in sheets:
        yield from _note_sheet(sheet)


def _note_sheet(sheet: Sheet) -> Iterator[ReaderNote]:
    page, drawn = f"{sheet.number}ページ", sheet.pictures or sheet.shapes or sheet.edges or sheet.dark
    if not any(glyph.text for glyph in sheet.glyphs):
        yield ReaderNote(_UNREAD if drawn else _EMPTY, sheet.number, words=page, lost=bool(drawn))
    elif sheet.recognised:
        yield ReaderNote(_RECOGNISED, sheet.number, words=page, once=True)
    if sheet.comments:
        yield ReaderNote(_LAID_OVER, sheet.number, words=page, lost=True)
    if sheet.doubled:
        yield ReaderNote(_DOUBLED, sheet.number, words=f"{page}に{len(sheet.doubled)}字", once=True)
    names = {f"{glyph.named}→{glyph.text}" for glyph in sheet.glyphs if has_radical(glyph.named)}
    yield from (ReaderNote(_RADICALS, sheet.number, words=name, once=True) for name in sorted(names))
    second = {glyph.text for glyph in sheet.glyphs if glyph.named == UNNAMED}
    yield from (ReaderNote(_BY_SECOND, sheet.number, words=f"「{text}」", once=True) for text in sorted(second))
    signs = {glyph.sign for glyph in sheet.glyphs if glyph.sign and not glyph.supposed}
    yield from (ReaderNote(SIGNS, sheet.number, words=f"「{sign}」", once=True) for sign in sorted(signs))


def _make_sheet(collected: Collector, page: PDFPage, number: int) -> Sheet:
    turn = find_usual_turn(collected.glyphs)
    turning = Turning(turn)
    box = turning.box(collected.box)
    dark = tuple(map(turning.box, collected.dark))
    pictures = tuple(map(turning.box, collected.pictures))
    # What a machine recognised in a picture of the page lies invisible over it, and counts.
    recognised = bool(pictures) and all(
        glyph.hidden is Hidden.INVISIBLE for glyph in collected.glyphs if glyph.text.strip()
    )
    legible = (replace(glyph, hidden=None) if recognised else glyph for glyph in collected.glyphs)
    once, doubled = _drop_doubled(_find_hidden(glyph, turning, box, dark) for glyph in legible)
    return Sheet(
        number,
        box,
        tuple(replace(glyph, turn=(glyph.turn - turn) % 360) if turn else glyph for glyph in once),
        tuple(edge for start, end in collected.edges if (edge := turning.edge(start, end))),
        dark,
        tuple(map(turning.box, collected.white)),
        pictures,
        tuple(_join_shapes([turning.box(shape) for shape in collected.shapes], len(once))),
        _count_comments(page),
        "".join(glyph.text for glyph in doubled),
        recognised,
    )


def _join_shapes(shapes: Sequence[Box], letters: int) -> Iterator[Box]:
    """Yield where ``shapes`` stand, taken together, if there are enough to be words, or nothing else on the page."""
    if len(shapes) >= (_FEWEST_SHAPES if letters else 1):
        yield Box(
            min(shape.x0 for shape in shapes),
            min(shape.top for shape in shapes),
            max(shape.x1 for shape in shapes),
            max(shape.bottom for shape in shapes),
        )


def _find_hidden(glyph: Glyph, turning: Turning, box: Box, dark: Sequence[Box]) -> Glyph:
    """Return ``glyph`` with what hides it: white is seen on dark, and nothing outside the page."""
    place = turning.point(Turning(glyph.turn).point((glyph.x, glyph.y)))
    if not box.holds(*place):
        return replace(glyph, hidden=Hidden.OUTSIDE)
    if glyph.hidden is Hidden.WHITE and any(area.holds(*place) for area in dark):
        return replace(glyph, hidden=None)
    return glyph


def _drop_doubled(glyphs: Iterable[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
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
        if glyph.text.strip() and any(_is_over(glyph, other) for other in around):
            doubled.append(glyph)
            continue
        kept.append(glyph)
        near[glyph.text, glyph.turn, column, row].append(glyph)
    return kept, doubled


def _is_over(glyph: Glyph, other: Glyph) -> bool:
    aside = min(_NEAR * glyph.size, max(glyph.x1 - glyph.x0, 0.1) / 2)
    return (
        abs(glyph.x0 - other.x0) < aside
        and abs(glyph.base - other.base) < _NEAR * glyph.size
        and abs(glyph.size - other.size) < _NEAR * glyph.size
        and (glyph.hidden is None) == (other.hidden is None)
    )


def _count_comments(page: PDFPage) -> int:
    """Count the notes and form fields that lie over the page, whose words its content does not hold."""
    annotations = resolve1(page.annots)
    if not isinstance(annotations, list):
        return 0
    kinds = (known.get("Subtype") for entry in annotations if isinstance(known := resolve1(entry), dict))
    return sum(getattr(kind, "name", "") in _COMMENTS for kind in kinds)
