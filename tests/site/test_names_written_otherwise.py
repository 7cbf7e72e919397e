"""However the files write the names of the real archive, only the pages of their documents show it."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pytest

from generator.archive.archive import Archive
from generator.archive.checks.naming import check_items_complete, check_names_used
from generator.archive.record import Record
from generator.evidence.finding import Name, says, words_of
from generator.kinds.every_kind import NAME_KINDS
from generator.kinds.kind import Entry, Kind, PlacedUse
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.kinds.registered_department import DEPARTMENTS
from generator.model.consultation import Consultation
from generator.model.renaming import rename
from generator.problems import Severity
from generator.site.pages.rendering import Renderer, site_pages
from generator.site.search.material import search_material
from generator.site.settings import Settings
from tests.publishing import ROOT
from tests.site.pages.reading import parse

SETTINGS: Final = Settings("見本区", "審議会", "公開者", "連絡先", "https://example.org/", "CC0")
_WIDER: Final = {letter: letter + 0xFEE0 for letter in range(ord("!"), ord("~") + 1)}
_OTHER_WIDTH: Final = _WIDER | {wide: letter for letter, wide in _WIDER.items()}
_JAPANESE: Final = re.compile("(?<=[ぁ-んァ-ヴ一-龥])(?=.)")

Way = Callable[[PlacedUse, Entry], str]


def in_other_width(placed: PlacedUse, _entry: Entry) -> str:
    """The name in other widths, with white space."""
    return _JAPANESE.sub("　", placed.use.name.translate(_OTHER_WIDTH))


def by_an_alias(placed: PlacedUse, entry: Entry) -> str:
    """The name as its section says it, where that is by an alias."""
    words = words_of(placed.place.section) if placed.place is not None else ""
    return next((alias for alias in entry.aliases if says(Name((alias,)), words)), placed.use.name)


def written(archive: Archive, kind: Kind[Entry], way: Way) -> Archive:
    """The archive with the names of ``kind`` written in ``way``."""
    records = []
    for record in archive.written:
        consultation = record.consultation
        for placed in kind.uses(record.consultation, record.places):
            entry = archive.names.by_name(kind)[placed.use.name]
            consultation = rename(consultation, placed.path, way(placed, entry))
        records.append(Record(consultation))
    return Archive(tuple(records), archive.names)


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer.from_folder(ROOT / "theme" / "pages")


def bodies(archive: Archive, renderer: Renderer) -> dict[str, str]:
    return {page.address: renderer.body(page) for page in site_pages(archive, SETTINGS)}


@pytest.fixture(scope="module")
def plain(archive: Archive, renderer: Renderer) -> dict[str, str]:
    return bodies(archive, renderer)


@pytest.mark.parametrize("way", [in_other_width, by_an_alias])
@pytest.mark.parametrize("kind", NAME_KINDS, ids=lambda kind: kind.file)
def test_nothing_else_changes(
    kind: Kind[Entry], way: Way, archive: Archive, renderer: Renderer, plain: dict[str, str]
) -> None:
    other = written(archive, kind, way)
    for record in other.written:
        objections = list(check_names_used(record, other.names, NAME_KINDS))
        # What is printed nowhere so is told, and changes nothing.
        assert {each.severity for each in objections} <= ({Severity.WARNING} if way is in_other_width else set())
        assert list(check_items_complete(record, other.names)) == []
    # Of a department the file writes the document's own words, and its page shows them.
    own = ("consultations/", *([kind.folder] if kind is DEPARTMENTS else []))
    shown = bodies(other, renderer)
    assert [address for address in plain if shown[address] != plain[address] and not address.startswith(own)] == []
    said, before = search_material(other), search_material(archive)
    assert (said.facets, said.names) == (before.facets, before.names)
    assert [(each.values, each.notes, each.names) for each in said.documents] == [
        (each.values, each.notes, each.names) for each in before.documents
    ]


def test_a_page_shows_a_name_as_registered_or_as_printed_and_in_no_third_way(
    archive: Archive, renderer: Renderer
) -> None:
    other = written(archive, COUNTERPARTIES, in_other_width)
    consultations = [replace(each.consultation, businesses=_widened(each.consultation)) for each in other.written]
    pages = bodies(Archive(tuple(map(Record, consultations)), archive.names), renderer)
    for record in archive.records:
        page = parse(pages[f"consultations/{record.number}/"])
        glance, words = page.one("section", class_="archive-facts"), page.one("article", data_document="").raw_text
        links = [link for link in glance.all("a") if "counterparties/" in link.attributes["href"]]
        assert len(links) >= len(record.names_of(COUNTERPARTIES))
        assert all(link.raw_text in words or link.raw_text in record.names_of(COUNTERPARTIES) for link in links)
        [businesses] = [
            answer
            for question, answer in zip(glance.all("dt"), glance.all("dd"), strict=True)
            if question.text == "業務"
        ]
        assert all(business in businesses.raw_text for business in record.consultation.businesses)


def _widened(consultation: Consultation) -> tuple[str, ...]:
    return tuple(_JAPANESE.sub("　", business) for business in consultation.businesses)


@pytest.mark.parametrize("kind", NAME_KINDS, ids=lambda kind: kind.file)
def test_names_are_written_otherwise_here(kind: Kind[Entry], archive: Archive) -> None:
    names = [kind.names_in(each.consultation) for each in written(archive, kind, in_other_width).written]
    assert all(archive.names.find(kind, name) is not None for each in names for name in each)
    assert not set(archive.names.by_name(kind)) & {name for each in names for name in each}
