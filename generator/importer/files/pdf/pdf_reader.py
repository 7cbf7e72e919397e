"""Reads a PDF: its lines and tables in reading order, with nothing of it lost, and checks it by a second reader."""

import logging
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

import pypdfium2

from generator.importer.files.notes import ReaderNote
from generator.importer.files.pdf.pdf_blocks import PageBlocks, make_blocks
from generator.importer.files.pdf.pdf_furniture import find_furniture
from generator.importer.files.pdf.pdf_joining import join_pages
from generator.importer.files.pdf.pdf_layout import lay_out_page
from generator.importer.files.pdf.pdf_page import Sheet, read_printed
from generator.importer.files.pdf.pdf_second import count_letters
from generator.importer.files.pdf.pdf_sheets import note_sheets, read_sheets
from generator.importer.files.reading import Reading, UnreadableError, show_letters
from generator.japanese.fold import without_space

_PICTURES: Final = (
    "{name} には文字の情報がなく、紙を読み取った画像だけのようです。所管課から元の文書のPDFを受け取るか、"
    "OCR（文字認識）をかけたPDFを使うか、文章を .txt のファイル（UTF-8）にして読み込んでください。"
)
_NO_PDF: Final = (
    "{name} はPDFではありません。PDFのファイルを選び直すか、文章を .txt のファイル（UTF-8）に保存して、"
    "それを読み込んでください。"
)
_LOCKED: Final = (
    "{name} にはパスワードがかかっているため、読み取れません。パスワードのかかっていないPDFを受け取るか、"
    "パスワードで開いて「PDFとして印刷」し直したものを読み込んでください。"
)
_DAMAGED: Final = (
    "{name} は壊れているため、読み取れません。もう一度受け取るかダウンロードし直すか、別のソフトで開いて"
    "「PDFとして印刷」し直したものを読み込んでください。"
)
_UNCHECKED: Final = "{}は、確かめのための２つ目の方法では読み取れません。原本と見比べてください。"
_DIFFERENT: Final = "２つの方法で読み取った結果が違います: {}。原本と見比べてください。"
_PASSWORD: Final = 4


def read_pdf(path: Path, progress: Callable[[int, int], None] | None = None) -> Reading:
    """Read the PDF at ``path``; ``progress`` is told after each page how many of how many are read.

    Raises UnreadableError where it holds no text or cannot be read, and OSError where the disk does not give it.
    """
    data = path.read_bytes()
    try:
        with _open_second(path.name, data) as second, _silence():
            return _read(path.name, data, second, progress)
    except UnreadableError:
        raise
    except Exception as error:  # whatever the bytes make of a library, the clerk is told what to do
        raise UnreadableError(_DAMAGED.format(name=path.name)) from error


def _read(
    name: str, data: bytes, second: pypdfium2.PdfDocument, progress: Callable[[int, int], None] | None
) -> Reading:
    sheets = read_sheets(data, second, progress)
    if not sheets or len(sheets) != len(second):
        raise UnreadableError(_DAMAGED.format(name=name))
    if not any(glyph.text for sheet in sheets for glyph in sheet.glyphs):
        raise UnreadableError(_PICTURES.format(name=name))
    layouts = [lay_out_page(sheet) for sheet in sheets]
    pages = make_blocks(layouts, find_furniture(layouts))
    reading = join_pages(name, pages)
    return replace(reading, notes=(*note_sheets(sheets), *reading.notes, *_note_differences(sheets, pages, second)))


def _note_differences(
    sheets: Sequence[Sheet], pages: Sequence[PageBlocks], second: pypdfium2.PdfDocument
) -> Iterator[ReaderNote]:
    """Yield a note for each page of which a second reader reads other characters than are in its blocks."""
    for sheet, page in zip(sheets, pages, strict=True):
        texts = (*(text for block in page.blocks for text in block.texts), *(one.text for one in page.left_out))
        ours, theirs = Counter(without_space("".join(texts))), count_letters(second, page.page)
        for glyph in (glyph for glyph in sheet.glyphs if glyph.sign):
            ours += Counter(without_space(read_printed(glyph.named)))
            ours -= Counter(glyph.sign)
        if theirs is None:
            yield ReaderNote(_UNCHECKED, page.page, words=f"{page.page}ページ")
            continue
        missing, added = theirs - ours - Counter(without_space(sheet.doubled)), ours - theirs
        found = {"もう一方だけが読んだ文字": missing, "ここに読み込んだだけの文字": added}
        if missing or added:
            shown = "、".join(f"{what}「{show_letters(letters)}」" for what, letters in found.items() if letters)
            yield ReaderNote(_DIFFERENT, page.page, words=f"{page.page}ページ（{shown}）", lost=bool(missing))


@contextmanager
def _open_second(name: str, data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open ``data`` with PDFium. Raises UnreadableError where it is no PDF, locked, damaged or empty."""
    if b"%PDF-" not in data[:1024]:
        raise UnreadableError(_NO_PDF.format(name=name))
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD
        raise UnreadableError((_LOCKED if locked else _DAMAGED).format(name=name)) from error
    try:
        yield document
    finally:
        document.close()


@contextmanager
def _silence() -> Iterator[None]:
    """Keep the library's own messages from the clerk's screen."""
    logger = logging.getLogger("pdfminer")
    was = logger.disabled, logger.level, logger.propagate
    logger.setLevel(logging.CRITICAL + 1)
    logger.propagate = False
    try:
        yield
    finally:
        logger.disabled, logger.level, logger.propagate = was
