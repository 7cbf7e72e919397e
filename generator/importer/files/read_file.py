"""Reads a file by what its name says it is."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from generator.disk.reasons import reason_of
from generator.importer.files.pdf.pdf_reader import read_pdf
from generator.importer.files.reading import Reading, UnreadableError
from generator.importer.files.text_file import read_text_file
from generator.importer.files.word.word_reader import read_word

# An old .doc is read by nobody here; the reader of Word files says what to do about it.
_WORD: Final = (".docx", ".docm", ".dotx", ".doc")

Progress = Callable[[int, int], None]

UNKNOWN_KIND: Final = (
    "{name} は読めない種類のファイルです（読めるのは .pdf、.docx、.txt です）。文書をPDFで保存し直してください。"
)
FOLDER: Final = "{name} はフォルダです。中のファイルを指定してください。"
EXCEL: Final = "{name} は表計算のファイルなので読めません。PDFに保存し直したものを指定してください。"
PACKED: Final = "{name} は圧縮されたファイルなので読めません。展開して、中のファイルを指定してください。"
NOT_FOUND: Final = "{name} がありません。名前と場所を確かめてください。"
NO_FILE: Final = "{name} はふつうのファイルではありません。文書をファイルに保存して、それを指定してください。"
NOT_READABLE: Final = "{name} を読めません（{reason}）。"

_TOLD: Final = dict.fromkeys((".xlsx", ".xls", ".csv"), EXCEL) | {".zip": PACKED}


def read(path: Path, progress: Progress = lambda _done, _total: None) -> Reading:
    """Read the file at ``path``; ``progress`` is told, after each page, how many are read and how many there are.

    Raises UnreadableError where it cannot be read.
    """
    kind = "" if path.is_dir() else path.suffix.lower()
    if path.exists() and not (path.is_dir() or path.is_file()):  # to read a pipe may take for ever
        raise UnreadableError(NO_FILE.format(name=path.name))
    try:
        if kind == ".pdf":
            return read_pdf(path, progress)
        if kind == ".txt":
            return read_text_file(path)
        if kind in _WORD:
            return read_word(path)
    except FileNotFoundError as error:
        raise UnreadableError(NOT_FOUND.format(name=path.name)) from error
    except OSError as error:
        raise UnreadableError(NOT_READABLE.format(name=path.name, reason=reason_of(error))) from error
    told = FOLDER if path.is_dir() else _TOLD.get(kind, UNKNOWN_KIND)
    raise UnreadableError(told.format(name=path.name))
