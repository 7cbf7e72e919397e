"""Tells of characters that only look like those of the document, or look like nothing: in text and Word files."""

from collections.abc import Iterable, Iterator
from typing import Final

from generator.importer.files.notes import ReaderNote
from generator.importer.files.reading import Block, shorten
from generator.importer.files.symbol_fonts import suppose_sign
from generator.japanese.look_alikes import MENDED, mend_look_alikes
from generator.japanese.private_use import find_private

PRIVATE: Final = (
    "外字（文字コードだけでは形の分からない文字）があります: {}。原本を見て、同じ字の普通の文字に直してください。"
)
LOOK_ALIKES: Final = (
    "見た目は同じでも別の文字があります（{}）。PDFから写した文字によくあるものです。矢印の右の文字に書き換えてください。"
    "初めの所は、直すと「{first}」になります。"
)


def note_letters(blocks: Iterable[Block]) -> Iterator[ReaderNote]:
    """Yield what a clerk should know of the characters in ``blocks``, each at its place."""
    for block in blocks:
        for text in block.texts:
            if find_private(text):
                yield ReaderNote(PRIVATE, block.page, block.number, f"「{shorten(text)}」{_suppose(text)}")
            found = dict.fromkeys(letter for letter in text if letter in MENDED)
            for letter in found:
                words, first = f"{letter}→{MENDED[letter]}", mend_look_alikes(text)
                yield ReaderNote(LOOK_ALIKES, block.page, block.number, words, once=True, example=first)


def _suppose(text: str) -> str:
    """Return what the characters of a symbol font, copied without it, most likely are."""
    signs = dict.fromkeys(sign for place in find_private(text) if (sign := suppose_sign(text[place])))
    return f"（記号なら「{'」「'.join(signs)}」のことかもしれません）" if signs else ""
