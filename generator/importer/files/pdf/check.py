"""Opens a PDF with a second reader, PDFium: it says what cannot be read and why, and what it reads on a page."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pypdfium2
from pypdfium2 import raw

from generator.importer.files.pdf.letters import GETA, printed
from generator.importer.files.pdf.page import letters
from generator.importer.files.reading import UnreadableError

_HYPHENS: Final = frozenset({0x02, 0xFFFE})
_PASSWORD: Final = 4
_NO_PDF: Final = (
    "{name} はPDFではありません。PDFのファイルを選び直すか、文章を .txt のファイル（UTF-8）に保存して、"
    "それを読み込んでください。"
)
_LOCKED: Final = (
    "{name} にはパスワードがかかっているため、読み取れません。パスワードのかかっていないPDFを受け取るか、"
    "パスワードで開いて「PDFとして印刷」し直したものを読み込んでください。"
)
DAMAGED: Final = (
    "{name} は壊れているため、読み取れません。もう一度受け取るかダウンロードし直すか、別のソフトで開いて"
    "「PDFとして印刷」し直したものを読み込んでください。"
)


class SecondReader:
    """A PDF as PDFium reads it."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        """Read ``document``, which stays its owner's."""
        self._document = document
        self.pages = len(document)

    def letters(self, number: int) -> Counter[str] | None:
        """Return how often it reads each character on page ``number``, without white space; None if it cannot."""
        try:
            page = self._document[number - 1]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            return None
        try:
            codes = ((raw.FPDFText_GetUnicode(text, at), at) for at in range(text.count_chars()))
            return Counter(
                letter
                for code, at in codes
                if raw.FPDFText_IsGenerated(text, at) != 1
                for letter in letters(_letter(code, unknown=raw.FPDFText_HasUnicodeMapError(text, at) == 1))
            )
        finally:
            text.close()
            page.close()


@contextmanager
def second_reader(name: str, data: bytes) -> Iterator[SecondReader]:
    """Open ``data``, the file called ``name``. Raises UnreadableError where it is no PDF, locked, damaged or empty."""
    if b"%PDF-" not in data[:1024]:
        raise UnreadableError(_NO_PDF.format(name=name))
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD
        raise UnreadableError((_LOCKED if locked else DAMAGED).format(name=name)) from error
    try:
        reader = SecondReader(document)
        if not reader.pages:
            raise UnreadableError(DAMAGED.format(name=name))
        yield reader
    finally:
        document.close()


def _letter(code: int, *, unknown: bool) -> str:
    if unknown:
        return GETA
    if code in _HYPHENS:  # PDFium says so where a hyphen ends a line
        return "-"
    return printed(chr(code)) if code else ""
