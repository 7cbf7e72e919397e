"""The text of a document, piece by piece, in the order and the characters the ward printed it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.japanese.eras import era_date_as_printed
from generator.japanese.numerals import full_width
from generator.model.consultation import Consultation, Printed, TableRow, TornColumn, cell_texts
from generator.model.outline import Path, walk_sections


@dataclass(frozen=True)
class TitleBlock:
    """The lines above the first section; None is one that is not there."""

    document: str | None
    number: str
    title: str
    subtitle: str | None
    date: str
    departments: tuple[str, ...]


@dataclass(frozen=True)
class Piece:
    """A line of the document, or a table, whole or torn, with the path of the field that carries it."""

    path: Path
    text: str = ""
    torn_table: tuple[TornColumn, ...] = ()
    table: tuple[TableRow, ...] = ()

    @property
    def cells(self) -> tuple[str, ...]:
        """The texts in the cells of the table, in the order of the file."""
        return cell_texts(self.torn_table, self.table)


@dataclass(frozen=True)
class UsualLines:
    """The lines of the title block that follow from the consultation's numbers, its subtitle and its day."""

    document: str | None
    number: str
    subtitle: str | None
    date: str


def usual_lines(consultation: Consultation) -> UsualLines:
    """Return the lines of the title block as the ward usually prints them."""
    document, subtitle = consultation.document, consultation.subtitle
    return UsualLines(
        document=f"審議資料Ｎｏ．{full_width(document)}" if document is not None else None,
        number=f"諮問第{full_width(consultation.number)}号",
        subtitle=f"（{subtitle}）" if subtitle else None,
        date=era_date_as_printed(consultation.meeting),
    )


def title_block(consultation: Consultation) -> TitleBlock:
    """Return the title block, whose numbers, subtitle and date are as printed or else as usual."""
    usual, printed = usual_lines(consultation), consultation.printed or Printed()
    return TitleBlock(
        document=printed.document or usual.document,
        number=printed.number or usual.number,
        title=consultation.title,
        subtitle=printed.subtitle or usual.subtitle,
        date=printed.date or usual.date,
        departments=consultation.departments,
    )


def pieces(consultation: Consultation) -> Iterator[Piece]:
    """Yield the whole text of the document in its order, from the title block to the last section."""
    block = title_block(consultation)
    if block.document:
        yield Piece(_line_path(consultation, "document", "document"), block.document)
    yield Piece(_line_path(consultation, "number", "number"), block.number)
    yield Piece(("title",), block.title)
    if block.subtitle:
        yield Piece(_line_path(consultation, "subtitle", "subtitle"), block.subtitle)
    yield Piece(_line_path(consultation, "date", "meeting"), block.date)
    for index, department in enumerate(block.departments):
        yield Piece(("departments", index), department)
    for path, section in walk_sections(consultation.sections):
        if section.heading:
            yield Piece((*path, "heading"), section.heading)
        for paragraph in section.paragraphs:
            yield Piece((*path, "text"), paragraph)
        if section.torn_table:
            yield Piece((*path, "torn_table"), torn_table=section.torn_table)
        if section.table:
            yield Piece((*path, "table"), table=section.table)


def _line_path(consultation: Consultation, key: str, source: str) -> Path:
    """Return the path of the printed line ``key``, or of what it follows from where none is given."""
    return (source,) if getattr(consultation.printed, key, None) is None else ("printed", key)
