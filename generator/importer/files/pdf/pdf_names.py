"""Says which characters a glyph of a PDF is, by what the file calls it and by its font."""

from typing import Final, TypedDict

from generator.importer.files.pdf.pdf_page import has_radical, read_printed
from generator.importer.files.symbol_fonts import read_sign, suppose_sign
from generator.japanese.private_use import GETA, is_private

# Printed at the end of a line only; but some files call an ordinary hyphen so.
SOFT_HYPHEN: Final = "\N{SOFT HYPHEN}"


class Naming(TypedDict):
    """What a ``Glyph`` says of its text."""

    text: str
    named: str
    sign: str
    supposed: bool


def read_name(named: str, font: str) -> Naming:
    """Return what a glyph is that the file calls ``named``; ``font`` is its font where that is one of symbols."""
    if font and named.strip():
        signs = [read_sign(letter, font) for letter in named]
        if None not in signs:
            text = "".join(filter(None, signs))
            return Naming(text=text, named=named, sign="" if text == named else text, supposed=False)
    likely = suppose_sign(named) if len(named) == 1 and is_private(named) and not font else None
    if likely is not None:
        return Naming(text=likely, named=named, sign=likely, supposed=True)
    text = read_printed(named)
    return Naming(text=text, named=_name_otherwise(named, text), sign="", supposed=False)


def _name_otherwise(named: str, text: str) -> str:
    if named == SOFT_HYPHEN:
        return named
    if GETA in text and GETA not in named:
        return GETA
    return named if has_radical(named) and named != text else ""
