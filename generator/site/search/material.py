"""What the search is made of, from the archive as it is published."""

from collections.abc import Iterator
from typing import Any

from generator.archive.archive import Archive
from generator.archive.record import Record
from generator.evidence.finding import words_of
from generator.japanese.fold import fold
from generator.kinds.every_kind import KINDS
from generator.kinds.kind import Entry, Kind, spellings
from generator.kinds.ordinance import ARTICLES
from generator.model.document import title_block
from generator.model.outline import Place
from generator.site import addresses
from generator.site.addresses import TITLE_BLOCK_ANCHOR
from generator.site.search.documents import SearchDocument, SearchMaterial, SearchName, SearchSection
from generator.site.search.facet_values import all_values, values_of
from generator.site.wording import day_of


def search_material(archive: Archive, kinds: tuple[Kind[Any], ...] = KINDS) -> SearchMaterial:
    """Return everything the search of ``archive`` is made of."""
    return SearchMaterial(
        documents=tuple(_document(archive, record, kinds) for record in archive.records),
        names=tuple(_names(archive, kinds)),
        facets=all_values(archive, kinds),
    )


def _document(archive: Archive, record: Record, kinds: tuple[Kind[Any], ...]) -> SearchDocument:
    consultation = record.consultation
    block = title_block(consultation)
    document = (block.document,) if block.document else ()
    headline = tuple(filter(None, (block.title, block.subtitle)))
    head = (*document, block.number, *headline, block.date, *block.departments)
    return SearchDocument(
        address=addresses.consultation(record.number),
        number=record.number,
        title=consultation.title,
        subtitle=consultation.subtitle,
        date=consultation.meeting,
        date_text=day_of(consultation.meeting).text,
        sections=(
            SearchSection(TITLE_BLOCK_ANCHOR, "題名の部分", head),
            *(SearchSection(place.anchor, _name(record, place), _blocks(place)) for place in record.places),
        ),
        headline=headline,
        names=_list_printed_names(archive, record, kinds),
        values=values_of(archive, record, kinds),
        notes=tuple(_notes(record)),
    )


def _notes(record: Record) -> Iterator[tuple[str, str]]:
    """Yield what a reader of a list wants to know, and by what name a facet may have found ``record``."""
    consultation = record.consultation
    yield "所管課", "、".join(consultation.departments)
    if consultation.measures:
        yield "措置", "、".join(dict.fromkeys(measure.type for measure in consultation.measures))
    roles: dict[str, dict[str, None]] = {}
    for party in record.parties:
        stated = party.counterparty
        roles.setdefault(stated.name or stated.state or "", {})[stated.role] = None
    if roles:
        yield "相手方・サービス", "、".join(f"{name}（{'、'.join(of_name)}）" for name, of_name in roles.items())


def _name(record: Record, place: Place) -> str:
    citation = record.citation(place)
    words = place.label.words if place.section.heading else ""
    return (citation if citation == words else f"{citation} {words}").strip()


def _blocks(place: Place) -> tuple[str, ...]:
    return tuple(line for line in words_of(place.section).split("\n") if line)


def _list_printed_names(archive: Archive, record: Record, kinds: tuple[Kind[Any], ...]) -> tuple[str, ...]:
    """Return the spellings of names by which ``record`` ranks that stand where it states them.

    One that is part of another (社会福祉協議会 of 社会福祉法人世田谷区社会福祉協議会) is found in that one.
    """
    stated: list[tuple[Place, Entry]] = [
        (use.place, archive.names.by_name(kind)[use.name])
        for kind in kinds
        if kind.ranks
        for use in record.uses_of(kind)
    ]
    lines = {place.anchor: tuple(map(fold, _blocks(place))) for place, _ in stated}
    printed = {
        fold(spelling): spelling
        for place, entry in stated
        for spelling in spellings(entry)
        if any(fold(spelling) in line for line in lines[place.anchor])
    }
    whole = (name for name in printed if not any(name in other for other in printed if other != name))
    return tuple(printed[name] for name in sorted(whole))


def _names(archive: Archive, kinds: tuple[Kind[Any], ...]) -> Iterator[SearchName]:
    for kind in sorted((kind for kind in kinds if kind is not ARTICLES), key=lambda kind: kind.facet.position):
        for entry in archive.names.entries(kind):
            address = addresses.entry(kind, entry)
            yield SearchName(kind.facet, entry.name, entry.reading, address, spellings(entry), entry.also_called)
    articles = {cited.citation.article.name: cited.citation.article for cited in archive.cited_articles}
    for article in articles.values():
        name = str(article.name)
        yield SearchName(ARTICLES.facet, name, article.reading, addresses.article(article.name), (name,))
