"""Every address under which the archive publishes something of its own, found without rendering a page."""

from collections.abc import Container, Iterator
from typing import Any

from generator.archive.archive import Archive
from generator.archive.belongings import SCHEMA, Belongings
from generator.kinds.kind import Kind
from generator.kinds.registered_law import ARTICLES
from generator.model.vocabulary import MeasureType
from generator.site import addresses


def published_addresses(archive: Archive, belongings: Belongings, gone: Container[str] = ()) -> dict[str, str | None]:
    """Return the addresses of pages and of files to cite, each with the name of the entry whose page it is.

    ``belongings`` are those of the content folder. Those that are ``gone``, redirected or withdrawn, are no
    consultations that are not held.
    """
    named = dict(_pages_of_entries(archive))
    hand_written = map(addresses.hand_written, belongings.pages)
    others = sorted({*_pages(archive, gone), *_files(archive, belongings), *hand_written})
    return {address: None for address in others if address not in named} | dict(sorted(named.items()))


def _pages(archive: Archive, gone: Container[str]) -> Iterator[str]:
    yield addresses.HOME_AS_WRITTEN
    yield from (addresses.CONSULTATIONS, addresses.MEETINGS, addresses.MEASURES, addresses.UNDECIDED)
    yield from (addresses.ITEMS_BY_COUNTERPARTY, addresses.SEARCH, addresses.CHANGES)
    yield from (kind.folder for kind in archive.kinds)
    yield from (addresses.consultation(number) for number in archive.by_number)
    yield from (each for number in archive.not_held if (each := addresses.consultation(number)) not in gone)
    yield from (addresses.meeting(day) for day in archive.meetings)
    used = {measure.type for record in archive.written for measure in record.consultation.measures}
    yield from (addresses.measure(measure_type) for measure_type in MeasureType if measure_type in used)


def _files(archive: Archive, belongings: Belongings) -> Iterator[str]:
    yield from (kind.file for kind in archive.kinds)
    yield from belongings.paths(SCHEMA)
    yield from (addresses.consultation_file(number) for number in archive.by_number)
    yield from (addresses.source_file(day) for day in archive.meetings)


def _pages_of_entries(archive: Archive) -> Iterator[tuple[str, str]]:
    for kind in archive.kinds:
        yield from _pages_of_laws(archive) if kind is ARTICLES else _pages_of_names(archive, kind)


def _pages_of_names(archive: Archive, kind: Kind[Any]) -> Iterator[tuple[str, str]]:
    yield from ((addresses.entry(kind, entry), entry.name) for entry in archive.names.entries(kind))


def _pages_of_laws(archive: Archive) -> Iterator[tuple[str, str]]:
    for law in archive.names.entries(ARTICLES):
        yield addresses.law(law), law.name
    for record in archive.written:
        for _, _, article in record.consultation.cited_articles():
            cited = archive.names.cited(article, record.consultation.meeting)
            if cited is not None:
                yield addresses.article(cited.law, cited.article.name), str(cited.article.name)
