"""What each facet of the search says of a consultation, and all values it can say."""

from collections.abc import Iterable, Iterator

from generator.archive.archive import Archive
from generator.archive.record import Record
from generator.japanese.eras import fiscal_year, fiscal_year_name
from generator.japanese.kana import kana_key
from generator.kinds.every_kind import MEASURE, MEETING
from generator.kinds.kind import UNDECIDED_SLUG, Entry, Facet
from generator.kinds.ordinance import ARTICLES
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.kinds.registered_department import DEPARTMENTS
from generator.kinds.registered_item import ITEMS
from generator.kinds.registered_subject import SUBJECTS
from generator.model.vocabulary import INSIDE_ROLES, MeasureType, PartyState, Role
from generator.site import addresses
from generator.site.search.documents import FacetValue
from generator.site.wording import day_of


def values_of(archive: Archive, record: Record) -> dict[Facet, tuple[str, ...]]:
    """Return the keys of what each facet says of ``record``, each once."""
    names, consultation = archive.names, record.consultation
    items = (name for flow in record.flows for name in (flow.item.name, *flow.item.parts))
    meeting = consultation.meeting
    found: dict[Facet, Iterable[str]] = {
        COUNTERPARTIES.facet: _counterparties(archive, record),
        ITEMS.facet: (names.items[name].slug for name in items),
        DEPARTMENTS.facet: (
            names.departments[name].slug for name in consultation.departments if name in names.departments
        ),
        ARTICLES.facet: (number.slug for measure in consultation.measures for number in measure.articles),
        MEASURE: (addresses.measure_slug(measure.type) for measure in consultation.measures),
        SUBJECTS.facet: (names.subjects[subject.name].slug for subject in record.subjects),
        MEETING: (_year_key(fiscal_year(meeting)), meeting.isoformat()),
    }
    return {facet: tuple(dict.fromkeys(keys)) for facet, keys in found.items()}


def all_values(archive: Archive) -> dict[Facet, tuple[FacetValue, ...]]:
    """Return the values of each facet in the order a reader expects, each after the one it is within."""
    registries = archive.names.registries
    articles = {cited.citation.article.name: None for cited in archive.cited_articles}
    return {
        COUNTERPARTIES.facet: tuple(_counterparty_values(archive)),
        ITEMS.facet: _registered(registries.items),
        DEPARTMENTS.facet: _registered(registries.departments),
        ARTICLES.facet: tuple(FacetValue(number.slug, str(number)) for number in articles),
        MEASURE: tuple(FacetValue(addresses.measure_slug(each), each) for each in MeasureType),
        SUBJECTS.facet: _registered(registries.subjects),
        MEETING: tuple(_meeting_values(archive)),
    }


def _counterparties(archive: Archive, record: Record) -> Iterator[str]:
    for party in record.parties:
        name, role = party.counterparty.name, party.counterparty.role
        if role in INSIDE_ROLES:
            continue
        if name is not None:
            key = archive.names.counterparties[name].slug
        elif party.counterparty.state is PartyState.UNDECIDED:
            key = UNDECIDED_SLUG
        else:
            continue
        yield from (key, _role_key(key, role))


def _counterparty_values(archive: Archive) -> Iterator[FacetValue]:
    named = [FacetValue(entry.slug, entry.name) for entry in _in_order(archive.names.registries.counterparties)]
    seen = {key for record in archive.records for key in _counterparties(archive, record)}
    for value in (*named, FacetValue(UNDECIDED_SLUG, PartyState.UNDECIDED)):
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


def _in_order(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: kana_key(entry.reading))


def _registered(entries: Iterable[Entry]) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(entry.slug, entry.name) for entry in _in_order(entries))
