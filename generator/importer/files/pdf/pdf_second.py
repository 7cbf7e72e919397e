"""Reads the characters of a PDF a second time, with PDFium: to check the first reader, and to name what it cannot."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

import pypdfium2
from pypdfium2 import raw

from generator.importer.files.pdf.pdf_page import UNNAMED, Glyph, Turning, read_printed
from generator.japanese.fold import without_space
from generator.japanese.private_use import GETA

_HYPHENS: Final = frozenset({0x02, 0xFFFE})
_HIGH: Final = range(0xD800, 0xDC00)
_LOW: Final = range(0xDC00, 0xE000)
_BEYOND: Final = 0x10000
# In points: how far from each other the two readers see one character.
_NEAR: Final = 1.0

# Where on the page as drawn a point of the PDF is.
Place = Callable[[tuple[float, float]], tuple[float, float]]


@dataclass(frozen=True)
class Letter:
    """A character that PDFium reads, and where it stands, in the PDF's own measures; 〓 where it cannot name it."""

    text: str
    origin: tuple[float, float]


def count_letters(document: pypdfium2.PdfDocument, number: int) -> Counter[str] | None:
    """Return how often PDFium reads each character on page ``number``, without white space; None if it cannot."""
    letters = read_letters(document, number)
    return None if letters is None else Counter(without_space("".join(letter.text for letter in letters)))


def read_letters(document: pypdfium2.PdfDocument, number: int) -> list[Letter] | None:
    """Return the characters on page ``number`` as PDFium reads them; None if it cannot."""
    try:
        page = document[number - 1]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return None
    try:
        return list(_read_text(text))
    finally:
        text.close()
        page.close()


def name_by_second(glyphs: list[Glyph], letters: list[Letter], place: Place) -> list[Glyph]:
    """Return ``glyphs`` with those that have no name called as one of ``letters`` that stands at the same place.

    Such a glyph is ``named`` the replacement character: the first reader does not know it.
    """
    known = [(place(letter.origin), letter.text) for letter in letters if letter.text not in {"", GETA}]
    return [_name(glyph, known) if glyph.named == GETA else glyph for glyph in glyphs]


def _name(glyph: Glyph, known: list[tuple[tuple[float, float], str]]) -> Glyph:
    for point, text in known:
        start, base = Turning(glyph.turn).point(point)
        if abs(start - glyph.x0) < _NEAR and abs(base - glyph.base) < _NEAR:
            return replace(glyph, text=text, named=UNNAMED)
    return glyph


def _read_text(text: pypdfium2.PdfTextPage) -> Iterator[Letter]:
    high: tuple[int, tuple[float, float]] | None = None  # the first half of a character beyond U+FFFF
    for at in range(text.count_chars()):
        code, origin = raw.FPDFText_GetUnicode(text, at), _find_origin(text, at)
        if raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        if code in _HIGH:
            high = code, origin
            continue
        if code in _LOW and high:
            code, origin = _BEYOND + ((high[0] - _HIGH.start) << 10) + (code - _LOW.start), high[1]
        high = None
        yield Letter(_read_code(code, unknown=raw.FPDFText_HasUnicodeMapError(text, at) == 1), origin)


def _find_origin(text: pypdfium2.PdfTextPage, at: int) -> tuple[float, float]:
    x, y = raw.c_double(), raw.c_double()
    raw.FPDFText_GetCharOrigin(text, at, x, y)
    return x.value, y.value


def _read_code(code: int, *, unknown: bool) -> str:
    if unknown:
        return GETA
    if code in _HYPHENS:  # PDFium says so where a hyphen ends a line
        return "-"
    return read_printed(chr(code)) if code else ""
