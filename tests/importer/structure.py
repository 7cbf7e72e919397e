"""Whether text and structure of an import are those of the hand-made file, character for character."""

import difflib
from collections.abc import Iterator

from generator.model.consultation import Consultation, Section
from generator.model.outline import outline
from tests.importer.imported import imported
from tests.importer.scoring import CONTENT


def text_and_structure(consultation: Consultation) -> tuple[str, ...]:
    """Return what a person would have to correct to get content/consultations/NUMBER.yml; nothing where all is right.

    Lines that are too many begin with ``+``, those that are missing with ``-``. Each is a heading, a paragraph or a
    row of a table, after the anchor of its section and as far in as the section is nested. The yardstick is the
    hand-made file, also where a PDF tells more of a table than the text did: then its ``table`` differs from the
    file's ``torn_table``, and that is for a person to judge.
    """
    hand_made = imported(CONTENT / f"{consultation.number}.yml").record.consultation
    wanted, got = list(text_lines(hand_made)), list(text_lines(consultation))
    return tuple(line for line in difflib.ndiff(wanted, got, None, None) if line[0] in "+-")


def text_lines(consultation: Consultation) -> Iterator[str]:
    """Yield title block and sections line by line: no two different documents have the same lines."""
    yield f"title: {consultation.title}"
    yield f"subtitle: {consultation.subtitle}"
    yield f"printed: {consultation.printed}"
    for place in outline(consultation):
        start = f"{'  ' * place.depth}{place.anchor}"
        yield f"{start} heading: {place.section.heading!r}"
        for line in _words(place.section):
            yield f"{start} {line}"


def _words(section: Section) -> Iterator[str]:
    if section.text is not None:
        for paragraph in section.text.split("\n"):
            yield f"text: {paragraph}"
    for column in section.torn_table:
        yield f"torn_table: {column.column!r}: {column.cells}"
    for row in section.table:
        yield f"table: {'header ' if row.header else ''}{[(cell.text, cell.rows, cell.columns) for cell in row.cells]}"
