"""Writes consultations as Word files, as the ward's clerks type them."""

from collections.abc import Sequence
from pathlib import Path

import docx
from docx.document import Document

from generator.model.consultation import Consultation, TornColumn
from generator.model.document import pieces
from tests.importer.setting import INVENTED_ROWS


def packet_word(consultations: Sequence[Consultation], path: Path) -> Path:
    """Write a meeting's file, each of ``consultations`` on a page of its own, and return its path."""
    document = docx.Document()
    for consultation in consultations:
        for piece in pieces(consultation):
            if piece.torn_table:
                _add_table(document, piece.torn_table)
            elif piece.text:
                document.add_paragraph(piece.text)
        document.add_page_break()  # type: ignore[no-untyped-call]
    document.save(str(path))
    return path


def _add_table(document: Document, columns: tuple[TornColumn, ...]) -> None:
    """Add the annex of 978 with the cells of its first column merged over invented rows."""
    first, second = columns
    table = document.add_table(rows=len(second.texts), cols=len(columns))
    for row, text in enumerate(second.texts):
        table.cell(row, 1).text = text
    table.cell(0, 0).text = first.column
    row = 1
    for text, count in zip(first.cells, INVENTED_ROWS, strict=True):
        table.cell(row, 0).merge(table.cell(row + count - 1, 0)).text = text
        row += count
