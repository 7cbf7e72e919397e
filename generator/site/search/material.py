"""What the search indexes of each consultation, what the facets say of it, and the names that a search knows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from generator.archive.archive import Archive
from generator.archive.record import Record
from generator.evidence.finding import words_of
from generator.japanese.eras import fiscal_year, fiscal_year_name
from generator.japanese.fold import fold
from generator.japanese.kana import kana_key
from generator.kinds.every_kind import KINDS, MEASURE, MEETING, all_facets
from generator.kinds.kind import UNDECIDED_SLUG, Entry, Facet, Kind, spellings
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.kinds.registered_department import DEPARTMENTS
from generator.kinds.registered_law import ARTICLES, Citation
from generator.model.document import title_block
from generator.model.outline import Place
from generator.model.vocabulary import INSIDE_ROLES, MeasureType, PartyState, Role
from generator.site import addresses
from generator.site.addresses import TITLE_BLOCK_ANCHOR
from generator.site.search.documents import FacetValue, SearchDocument, SearchMaterial, SearchName, SearchSection
from generator.site.wording import article_label, day_of


def search_material(archive: Archive, kinds: tuple[Kind[Any], ...] = KINDS) -> SearchMaterial:
    """Return everything the search of ``archive`` is made of."""
    return SearchMaterial(
        documents=tuple(_document(archive, record, kinds) for record in archive.records),
        names=tuple(_names(archive, kinds)),
        facets=all_values(archive, kinds),
    )


def _document(archive: Archive, record: Record, kinds: tuple[Kind[Any], ...]) -> SearchDocument:
    """Return what the search knows of ``record``. Indexed are headline, names and sections (``areas_of``), no notes."""
    consultation = record.consultation
    block = title_block(archive.as_written(record).consultation)
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
        notes=tuple(_notes_shown(record)),
    )


def _notes_shown(record: Record) -> Iterator[tuple[str, str]]:
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
    for citation in _citations(archive):
        law, article = citation.law, citation.article
        title, *short = (f"{title}{article.name}" for title in law.own_names)
        label = article_label(law, article.name, archive.names.entries(ARTICLES))
        # Only its full title tells a law's article from others': 個人情報保護条例第12条 may stand in another ward's.
        yield SearchName(
            ARTICLES.facet, label, article.reading, addresses.article(law, article.name), (title,), tuple(short)
        )


def _citations(archive: Archive) -> Iterator[Citation]:
    """Yield each article that is cited once, whatever the version of its law."""
    seen = {
        addresses.article_key(cited.citation.law, cited.citation.article.name): cited.citation
        for cited in archive.cited_articles
    }
    yield from seen.values()


def values_of(archive: Archive, record: Record, kinds: tuple[Kind[Any], ...] = KINDS) -> dict[Facet, tuple[str, ...]]:
    """Return the keys of what each facet says of ``record``, each once."""
    measures, meeting = record.consultation.measures, record.consultation.meeting
    said: dict[Facet, Iterable[str]] = {
        MEASURE: (addresses.measure_slug(measure.type) for measure in measures),
        MEETING: (_year_key(fiscal_year(meeting)), meeting.isoformat()),
    }
    for kind in kinds:
        said[kind.facet] = (
            _KEYS[kind](archive, record) if kind in _KEYS else _slugs(archive, kind, record.names_of(kind))
        )
    return {facet: tuple(dict.fromkeys(said[facet])) for facet in all_facets(kinds)}


def all_values(archive: Archive, kinds: tuple[Kind[Any], ...] = KINDS) -> dict[Facet, tuple[FacetValue, ...]]:
    """Return the values of each facet in the order a reader expects, each after the one it is within."""
    values: dict[Facet, Iterable[FacetValue]] = {
        MEASURE: (FacetValue(addresses.measure_slug(each), each) for each in MeasureType),
        MEETING: _meeting_values(archive),
    }
    for kind in kinds:
        values[kind.facet] = _VALUES[kind](archive) if kind in _VALUES else _name_values(archive, kind)
    return {facet: tuple(values[facet]) for facet in all_facets(kinds)}


def _slugs(archive: Archive, kind: Kind[Entry], names: Iterable[str]) -> Iterator[str]:
    registered = archive.names.by_name(kind)
    return (registered[name].slug for name in names if name in registered)


def _name_values(archive: Archive, kind: Kind[Entry]) -> Iterator[FacetValue]:
    for entry in sorted(archive.names.entries(kind), key=lambda entry: kana_key(entry.reading)):
        yield FacetValue(entry.slug, entry.name)


def _asking_departments(archive: Archive, record: Record) -> Iterator[str]:
    """Yield the departments that ask; not those that hold or use data."""
    return _slugs(archive, DEPARTMENTS, record.consultation.departments)


def _cited_articles(archive: Archive, record: Record) -> Iterator[str]:
    for _, _, article in record.consultation.cited_articles():
        citation = archive.names.cited(article, record.consultation.meeting)
        if citation is not None:
            yield addresses.article_key(citation.law, citation.article.name)


def _article_values(archive: Archive) -> Iterator[FacetValue]:
    laws = archive.names.entries(ARTICLES)
    for citation in _citations(archive):
        law, number = citation.law, citation.article.name
        yield FacetValue(addresses.article_key(law, number), article_label(law, number, laws))


def _counterparties_with_roles(archive: Archive, record: Record) -> Iterator[str]:
    for party in record.parties:
        name, role = party.counterparty.name, party.counterparty.role
        if role in INSIDE_ROLES:
            continue
        if name is not None:
            key = archive.names.by_name(COUNTERPARTIES)[name].slug
        elif party.counterparty.state is PartyState.UNDECIDED:
            key = UNDECIDED_SLUG
        else:
            continue
        yield from (key, _role_key(key, role))


def _counterparty_values(archive: Archive) -> Iterator[FacetValue]:
    seen = {key for record in archive.records for key in _counterparties_with_roles(archive, record)}
    for value in (*_name_values(archive, COUNTERPARTIES), FacetValue(UNDECIDED_SLUG, PartyState.UNDECIDED)):
        yield value
        for role in Role:
            if _role_key(value.key, role) in seen:
                yield FacetValue(_role_key(value.key, role), role, value.key)


def _meeting_values(archive: Archive) -> Iterator[FacetValue]:
    year = None
    for meeting in archive.meetings:
        if fiscal_year(meeting) != year:
            year = fiscal_year(meeting)
            yield FacetValue(_year_key(year), f"{year}年度（{fiscal_year_name(year)}）")
        yield FacetValue(meeting.isoformat(), day_of(meeting).text, _year_key(year))


def _role_key(key: str, role: Role) -> str:
    return f"{key}:{addresses.role_slug(role)}"


def _year_key(year: int) -> str:
    return f"fy{year}"


# What the facets of some kinds of registry say that is not just which names a consultation uses.
_KEYS: Final[Mapping[Kind[Any], Callable[[Archive, Record], Iterator[str]]]] = {
    ARTICLES: _cited_articles,
    COUNTERPARTIES: _counterparties_with_roles,
    DEPARTMENTS: _asking_departments,
}
_VALUES: Final[Mapping[Kind[Any], Callable[[Archive], Iterator[FacetValue]]]] = {
    ARTICLES: _article_values,
    COUNTERPARTIES: _counterparty_values,
}
