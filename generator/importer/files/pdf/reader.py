"""Reads a PDF: its lines and tables in reading order, with nothing of it lost."""

import io
import logging
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from generator.importer.files.pdf.blocks import PageBlocks, blocks_of
from generator.importer.files.pdf.check import DAMAGED, SecondReader, second_reader
from generator.importer.files.pdf.device import Collector
from generator.importer.files.pdf.furniture import furniture_of
from generator.importer.files.pdf.layout import layout_of
from generator.importer.files.pdf.long_tables import join_tables
from generator.importer.files.pdf.notes import difference_note, sheet_notes
from generator.importer.files.pdf.page import Sheet, letters
from generator.importer.files.pdf.sheet import sheet_of
from generator.importer.files.reading import Line, Reading, UnreadableError

Progress = Callable[[int, int], None]

_PICTURES: Final = (
    "{name} には文字の情報がなく、紙を読み取った画像だけのようです。所管課から元の文書のPDFを受け取るか、"
    "OCR（文字認識）をかけたPDFを使うか、文章を .txt のファイル（UTF-8）にして読み込んでください。"
)


def read_pdf(path: Path, progress: Progress | None = None) -> Reading:
    """Read the PDF at ``path``; ``progress`` is told after each page how many of how many are read.

    Raises UnreadableError where it holds no text or cannot be read, and OSError where the disk does not give it.
    """
    data = path.read_bytes()
    try:
        with second_reader(path.name, data) as second, _silence():
            return _read(path.name, data, second, progress)
    except UnreadableError:
        raise
    except Exception as error:  # whatever the bytes make of a library, the clerk is told what to do
        raise UnreadableError(DAMAGED.format(name=path.name)) from error


def _read(name: str, data: bytes, second: SecondReader, progress: Progress | None) -> Reading:
    sheets = _sheets(data, second.pages, progress)
    if len(sheets) != second.pages:
        raise UnreadableError(DAMAGED.format(name=name))
    if not any(sheet.glyphs for sheet in sheets):
        raise UnreadableError(_PICTURES.format(name=name))
    layouts = [layout_of(sheet) for sheet in sheets]
    pages = blocks_of(layouts, furniture_of(layouts))
    joined = join_tables(pages)
    left_out = sorted(
        (*(one for page in pages for one in page.left_out), *joined.left_out), key=lambda one: (one.page, one.number)
    )
    noticed = (note for page in pages for note in page.notes)
    notes = (*sheet_notes(sheets), *noticed, *joined.notes, *_differences(sheets, pages, second))
    return Reading(name, joined.blocks, tuple(left_out), notes)


def _sheets(data: bytes, count: int, progress: Progress | None) -> list[Sheet]:
    """Return the pages of the file, of which a second reader finds ``count``."""
    sheets: list[Sheet] = []
    collector = Collector()
    interpreter = PDFPageInterpreter(collector.rsrcmgr, collector)
    for number, page in enumerate(PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(data)))), start=1):
        interpreter.process_page(page)
        sheets.append(sheet_of(collector, page, number))
        if progress:
            progress(number, max(count, number))
    return sheets


def _differences(sheets: Sequence[Sheet], pages: Sequence[PageBlocks], second: SecondReader) -> Iterator[str]:
    """Yield a note for each page of which a second reader reads other characters than are in its blocks."""
    for sheet, page in zip(sheets, pages, strict=True):
        ours = Counter(letter for text in _texts(page) for letter in letters(text))
        theirs = second.letters(sheet.number)
        if theirs is None:
            yield f"{page.page}ページは、確かめのための２つ目の方法では読み取れません。原本と見比べてください。"
            continue
        missing, added = theirs - ours - Counter(letters(sheet.doubled)), ours - theirs
        if missing or added:
            yield difference_note(page.page, missing, added)


def _texts(page: PageBlocks) -> Iterator[str]:
    for block in page.blocks:
        if isinstance(block, Line):
            yield block.text
        else:
            yield from (cell.text for row in block.rows for cell in row.cells)
    yield from (one.text for one in page.left_out)


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
