"""The text of a document, piece by piece, in the order and the characters the ward printed it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.japanese.eras import era_date_as_printed
from generator.japanese.numerals import full_width
from generator.model.consultation import Consultation, TornColumn
from generator.model.outline import Path, outline


@dataclass(frozen=True)
class TitleBlock:
    """The lines above the first section."""

    document: str
    number: str
    title: str
    subtitle: str | None
    date: str
    departments: tuple[str, ...]


@dataclass(frozen=True)
class Piece:
    """A line of the document, or a torn table, with the path of the field that carries it."""

    path: Path
    text: str = ""
    torn_table: tuple[TornColumn, ...] = ()


def title_block(consultation: Consultation) -> TitleBlock:
    """Return the title block, whose numbers and date are derived from the consultation's."""
    return TitleBlock(
        document=f"審議資料Ｎｏ．{full_width(consultation.document)}",
        number=f"諮問第{full_width(consultation.number)}号",
        title=consultation.title,
        subtitle=f"（{consultation.subtitle}）" if consultation.subtitle else None,
        date=era_date_as_printed(consultation.meeting),
        departments=consultation.departments,
    )


def pieces(consultation: Consultation) -> Iterator[Piece]:
    """Yield the whole text of the document in its order, from the title block to the last section."""
    block = title_block(consultation)
    yield Piece(("document",), block.document)
    yield Piece(("number",), block.number)
    yield Piece(("title",), block.title)
    if block.subtitle:
        yield Piece(("subtitle",), block.subtitle)
    yield Piece(("meeting",), block.date)
    for index, department in enumerate(block.departments):
        yield Piece(("departments", index), department)
    for place in outline(consultation):
        section = place.section
        if section.heading:
            yield Piece((*place.path, "heading"), section.heading)
        for paragraph in section.paragraphs:
            yield Piece((*place.path, "text"), paragraph)
        if section.torn_table:
            yield Piece((*place.path, "torn_table"), torn_table=section.torn_table)
