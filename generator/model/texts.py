"""Every text that a consultation's file writes and a reader sees, each with its path: the document and the answer."""

from collections.abc import Iterator

from generator.model.consultation import Consultation, Section
from generator.model.outline import Path, walk_sections


def texts_of(consultation: Consultation) -> Iterator[tuple[Path, str]]:
    """Yield each line, paragraph and cell of ``consultation`` in the order of the file; facts only repeat them."""
    yield ("title",), consultation.title
    if consultation.subtitle:
        yield ("subtitle",), consultation.subtitle
    yield from ((("departments", index), name) for index, name in enumerate(consultation.departments))
    if consultation.source_url:
        yield ("source_url",), consultation.source_url
    if consultation.decision:
        words = consultation.decision.words.split("\n")
        yield from ((("decision", "words", index), paragraph) for index, paragraph in enumerate(words))
        yield ("decision", "source"), consultation.decision.source
    for key in ("document", "number", "subtitle", "date"):
        if (line := getattr(consultation.printed, key, None)) is not None:
            yield ("printed", key), line
    for path, section in walk_sections(consultation.sections):
        yield from _texts_at(path, section)


def remarks_of(consultation: Consultation) -> Iterator[tuple[Path, str]]:
    """Yield what the file says beside the document and is published: corrections, and why words are shown or not."""
    for index, correction in enumerate(consultation.corrections):
        yield ("corrections", index, "what"), correction.what
        yield ("corrections", index, "why"), correction.why
    yield from (((*path, "reason"), entry.reason) for path, entry in consultation.decided())


def _texts_at(path: Path, section: Section) -> Iterator[tuple[Path, str]]:
    if section.heading:
        yield (*path, "heading"), section.heading
    yield from (((*path, "text", index), words) for index, words in enumerate(section.paragraphs))
    for index, column in enumerate(section.torn_table):
        yield (*path, "torn_table", index, "column"), column.column
        cells = enumerate(column.cells)
        yield from (((*path, "torn_table", index, "cells", number), words) for number, words in cells)
    for index, row in enumerate(section.table):
        for number, cell in enumerate(row.cells):
            cell_path = (*path, "table", index, "cells", number)
            yield from (((*cell_path, line), words) for line, words in enumerate(cell.paragraphs))
