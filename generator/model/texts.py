"""Every text that a consultation's file writes and a reader sees, each with its path: the document and the answer."""

from collections.abc import Iterator

from generator.model.consultation import Consultation
from generator.model.outline import Path, Place, outline


def texts_of(consultation: Consultation, places: tuple[Place, ...] | None = None) -> Iterator[tuple[Path, str]]:
    """Yield each line, paragraph and cell of ``consultation`` in the order of the file; facts only repeat them.

    ``places`` are its sections, where they are known already.
    """
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
    for place in outline(consultation) if places is None else places:
        yield from _texts_at(place)


def remarks_of(consultation: Consultation) -> Iterator[tuple[Path, str]]:
    """Yield what the file says beside the document and is published: corrections, and why words are shown or not."""
    for index, correction in enumerate(consultation.corrections):
        yield ("corrections", index, "what"), correction.what
        yield ("corrections", index, "why"), correction.why
    yield from (((*path, "reason"), entry.reason) for path, entry in consultation.decided())


def _texts_at(place: Place) -> Iterator[tuple[Path, str]]:
    section = place.section
    if section.heading:
        yield (*place.path, "heading"), section.heading
    yield from (((*place.path, "text", index), words) for index, words in enumerate(section.paragraphs))
    for index, column in enumerate(section.torn_table):
        yield (*place.path, "torn_table", index, "column"), column.column
        cells = enumerate(column.cells)
        yield from (((*place.path, "torn_table", index, "cells", number), words) for number, words in cells)
    for index, row in enumerate(section.table):
        for number, cell in enumerate(row.cells):
            path = (*place.path, "table", index, "cells", number)
            yield from (((*path, line), words) for line, words in enumerate(cell.paragraphs))
