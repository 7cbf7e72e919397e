"""The document as its page shows it: every character of it, in its order, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.archive.record import Record
from generator.model.consultation import Reference, TableRow, TornColumn
from generator.model.document import TitleBlock, title_block
from generator.model.outline import Place, read_label
from generator.site.pages.page_parts import Heading, Link, Links


@dataclass(frozen=True)
class TableView:
    """A table: the rows of headings at its top, which a printed table repeats on each page, and all others."""

    head: tuple[TableRow, ...]
    body: tuple[TableRow, ...]


@dataclass(frozen=True)
class SectionView:
    """A section: its label apart from the words it leads, so that they can be set apart, and its text as runs of links.

    ``level`` is the level of the HTML heading. A section without a heading has its label at the first paragraph.
    """

    anchor: str
    level: int
    label: str
    heading: str
    paragraphs: tuple[tuple[Link, ...], ...]
    torn_table: tuple[TornColumn, ...]
    table: TableView | None
    sections: tuple["SectionView", ...]


@dataclass(frozen=True)
class DocumentView:
    """A document from its title block to its last section."""

    title_block: TitleBlock
    date_iso: str
    sections: tuple[SectionView, ...]


_FIRST_LEVEL = 3
_LAST_LEVEL = 6


def document_view(record: Record, links: Links) -> DocumentView:
    """Return the document of ``record``."""
    return DocumentView(
        title_block=title_block(record.consultation),
        date_iso=record.consultation.meeting.isoformat(),
        sections=tuple(_children(record, links, None)),
    )


def document_contents(record: Record) -> tuple[Heading, ...]:
    """Return the table of contents of the document: its headings, two deep."""
    tops = (place for place in record.places if not place.above and place.section.heading)
    return tuple(Heading(place.section.heading or "", place.anchor, _second_level(record, place)) for place in tops)


def _second_level(record: Record, top: Place) -> tuple[Heading, ...]:
    return tuple(
        Heading(place.section.heading, place.anchor)
        for place in record.places
        if place.above == (top.anchor,) and place.section.heading
    )


def _children(record: Record, links: Links, parent: Place | None) -> Iterator[SectionView]:
    above = (*parent.above, parent.anchor) if parent else ()
    for place in record.places:
        if place.above == above:
            yield _section(record, links, place)


def _section(record: Record, links: Links, place: Place) -> SectionView:
    section = place.section
    paragraphs = list(section.paragraphs)
    if not section.heading and paragraphs:
        paragraphs[0] = read_label(paragraphs[0]).words
    return SectionView(
        anchor=place.anchor,
        level=min(_FIRST_LEVEL + place.depth, _LAST_LEVEL),
        label=place.label.printed,
        heading=place.label.words if section.heading else "",
        paragraphs=tuple(_runs(paragraph, section.references, links) for paragraph in paragraphs),
        torn_table=section.torn_table,
        table=_table(section.table) if section.table else None,
        sections=tuple(_children(record, links, place)),
    )


def _table(rows: tuple[TableRow, ...]) -> TableView:
    top = next((index for index, row in enumerate(rows) if not row.header), len(rows))
    reach = max((index + cell.rows for index, row in enumerate(rows[:top]) for cell in row.cells), default=0)
    # HTML cuts a cell off where the head of the table ends.
    head = top if reach <= top else 0
    return TableView(rows[:head], rows[head:])


def _runs(paragraph: str, references: tuple[Reference, ...], links: Links) -> tuple[Link, ...]:
    """Return ``paragraph`` cut at the words of ``references``, which become links."""
    runs = [Link(paragraph)]
    for reference in references:
        if reference.section is not None:
            href = f"#{reference.section}"
        else:
            href = links.consultation(reference.consultation or 0)
        runs = [cut for run in runs for cut in _cut(run, reference.words, href)]
    return tuple(runs)


def _cut(run: Link, words: str, href: str) -> tuple[Link, ...]:
    if run.href or words not in run.text:
        return (run,)
    before, _, after = run.text.partition(words)
    return tuple(part for part in (Link(before), Link(words, href), Link(after)) if part.text)
