"""Reads a file by what its name says it is."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from generator.importer.files.pdf.reader import read_pdf
from generator.importer.files.reading import Reading, UnreadableError
from generator.importer.files.text_file import read_text_file
from generator.importer.files.word.reader import read_word

# An old .doc is read by nobody here; the reader of Word files says what to do about it.
_WORD: Final = (".docx", ".docm", ".dotx", ".doc")

Progress = Callable[[int, int], None]

UNKNOWN_KIND: Final = (
    "この種類のファイルは読めません（読めるのは .pdf、.docx、.txt です）。文書をPDFで保存し直してください。"
)
NOT_FOUND: Final = "ファイルがありません。名前と場所を確かめてください。"
NOT_READABLE: Final = "ファイルを読めません（{reason}）。"


def read(path: Path, progress: Progress = lambda _done, _total: None) -> Reading:
    """Read the file at ``path``; ``progress`` is told, after each page, how many are read and how many there are.

    Raises UnreadableError where it cannot be read.
    """
    kind = path.suffix.lower()
    try:
        if kind == ".pdf":
            return read_pdf(path, progress)
        if kind == ".txt":
            return read_text_file(path)
        if kind in _WORD:
            return read_word(path)
    except FileNotFoundError as error:
        raise UnreadableError(NOT_FOUND) from error
    except OSError as error:
        raise UnreadableError(NOT_READABLE.format(reason=error.strerror)) from error
    raise UnreadableError(UNKNOWN_KIND)
