"""The archive: ask it a question, get a sorted, immutable answer."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.archive.placed_facts import Flow, Party
from generator.archive.record import Record
from generator.kinds.every_kind import KINDS
from generator.kinds.kind import Entry, Kind
from generator.kinds.names import Names
from generator.kinds.registered_department import RegisteredDepartment
from generator.kinds.registered_law import ARTICLES, Citation
from generator.model.consultation import Measure
from generator.model.renaming import rename
from generator.model.vocabulary import INSIDE_ROLES, PARTY_ROLES, MeasureType

# For an item and a counterparty (None: one that was undecided), by number, the measures they meet in.
SharedWith = dict[tuple[str, str | None], dict[int, list[MeasureType]]]


@dataclass(frozen=True)
class CitedArticle:
    """An article as a consultation cites it for a measure; None where the document does not say for which."""

    citation: Citation
    record: Record
    measure: Measure | None


@dataclass(frozen=True)
class Appearance:
    """A party in one of the consultations."""

    record: Record
    party: Party


@dataclass(frozen=True)
class Sharing:
    """An item in one of the consultations; ``within`` is the item in whose parentheses it stands, if it does."""

    record: Record
    flow: Flow
    within: str | None


@dataclass(frozen=True)
class Archive:
    """All consultations, by number, with the registries of ``kinds`` their names come from.

    They are ``written`` as their files have them, where a name may be printed otherwise than it is registered. All that
    is asked of the archive is asked of its ``records``, which say every name as it is registered.
    """

    written: tuple[Record, ...]
    names: Names
    kinds: tuple[Kind[Any], ...] = KINDS

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The consultations with their facts under the registered names."""
        return tuple(map(self._under_registered_names, self.written))

    def _under_registered_names(self, record: Record) -> Record:
        consultation = record.consultation
        for kind in (kind for kind in self.kinds if kind is not ARTICLES):
            for placed in kind.uses(record.consultation, record.places):
                entry: Entry | None = self.names.find(kind, placed.use.name)
                if entry is not None and entry.name != placed.use.name:
                    consultation = rename(consultation, placed.path, entry.name)
        return record if consultation is record.consultation else Record(consultation)

    def as_written(self, record: Record) -> Record:
        """Return ``record`` as its file has it."""
        return self._written_by_number[record.number]

    @cached_property
    def _written_by_number(self) -> dict[int, Record]:
        return {record.number: record for record in self.written}

    @cached_property
    def by_number(self) -> dict[int, Record]:
        """The consultations by number."""
        return {record.number: record for record in self.records}

    def neighbour(self, record: Record, step: int) -> Record | None:
        """Return the consultation ``step`` places after ``record``, or None beyond the first and the last."""
        place = self._places[record.number] + step
        return self.records[place] if 0 <= place < len(self.records) else None

    @cached_property
    def _places(self) -> dict[int, int]:
        return {record.number: place for place, record in enumerate(self.records)}

    @cached_property
    def meetings(self) -> tuple[dt.date, ...]:
        """The days of the meetings, newest first."""
        return tuple(sorted({record.consultation.meeting for record in self.records}, reverse=True))

    def at_meeting(self, meeting: dt.date) -> tuple[Record, ...]:
        """Return the consultations of ``meeting`` in the order of their documents, last those that have no number."""
        return self._by_meeting.get(meeting, ())

    @cached_property
    def _by_meeting(self) -> dict[dt.date, tuple[Record, ...]]:
        grouped: dict[dt.date, list[Record]] = {}
        for record in sorted(self.records, key=_order_at_meeting):
            grouped.setdefault(record.consultation.meeting, []).append(record)
        return {meeting: tuple(records) for meeting, records in grouped.items()}

    def of_department(self, department: RegisteredDepartment) -> tuple[Record, ...]:
        """Return the consultations ``department`` asked for."""
        return tuple(record for record in self.records if department.name in record.consultation.departments)

    @cached_property
    def cited_articles(self) -> tuple[CitedArticle, ...]:
        """Every article cited, by the order of the laws in their registry and of each law, then by consultation."""
        laws = [law.slug for law in self.names.entries(ARTICLES)]
        cited = [
            CitedArticle(citation, record, measure)
            for record in self.records
            for _, measure, article in record.consultation.cited_articles()
            if (citation := self.names.cited(article, record.consultation.meeting)) is not None
        ]
        order = {slug: place for place, slug in enumerate(laws)}
        return tuple(
            sorted(cited, key=lambda each: (order[each.citation.law.slug], each.citation.article.name.sort_key))
        )

    def with_measure(self, measure_type: MeasureType) -> tuple[Record, ...]:
        """Return the consultations that ask for a measure of ``measure_type``."""
        return tuple(
            record
            for record in self.records
            if any(measure.type is measure_type for measure in record.consultation.measures)
        )

    @cached_property
    def appearances(self) -> dict[str, tuple[Appearance, ...]]:
        """For the name of each counterparty outside the ward, where it appears."""
        return self._grouped_appearances(inside=False)

    @cached_property
    def inside_appearances(self) -> dict[str, tuple[Appearance, ...]]:
        """For the name of each department that holds or uses data, where it does."""
        return self._grouped_appearances(inside=True)

    def _grouped_appearances(self, *, inside: bool) -> dict[str, tuple[Appearance, ...]]:
        grouped: dict[str, list[Appearance]] = {}
        for record in self.records:
            for party in record.parties:
                name = party.counterparty.name
                if name is not None and (party.counterparty.role in INSIDE_ROLES) is inside:
                    grouped.setdefault(name, []).append(Appearance(record, party))
        return {name: tuple(appearances) for name, appearances in grouped.items()}

    @cached_property
    def sharings(self) -> dict[str, tuple[Sharing, ...]]:
        """For the name of each item, where it is handed on, by itself or within another item."""
        grouped: dict[str, list[Sharing]] = {}
        for record in self.records:
            for flow in record.flows:
                grouped.setdefault(flow.item.name, []).append(Sharing(record, flow, None))
                for part in flow.item.parts:
                    grouped.setdefault(part, []).append(Sharing(record, flow, flow.item.name))
        return {name: tuple(sharings) for name, sharings in grouped.items()}

    @cached_property
    def shared_with(self) -> SharedWith:
        """Where items meet parties outside the ward: for item and counterparty the measures of each consultation.

        Only the party of a measure counts: to a platform, a channel or an example no item is said to go.
        """
        met: SharedWith = {}
        for record in self.records:
            for item, counterparty, measure in _meeting_points(record):
                measures = met.setdefault((item, counterparty), {}).setdefault(record.number, [])
                if measure is not None and measure not in measures:
                    measures.append(measure)
        return met

    def records_naming(self, kind: Kind[Any]) -> Mapping[str, tuple[Record, ...]]:
        """Return for each name of ``kind`` that is used the consultations that use it."""
        if kind not in self._naming:
            grouped: dict[str, list[Record]] = {}
            for record in self.records:
                for name in record.names_of(kind):
                    grouped.setdefault(name, []).append(record)
            self._naming[kind] = {name: tuple(records) for name, records in grouped.items()}
        return self._naming[kind]

    @cached_property
    def _naming(self) -> dict[Kind[Any], dict[str, tuple[Record, ...]]]:
        return {}

    @cached_property
    def undecided(self) -> tuple[Appearance, ...]:
        """The parties that were still 未定."""
        return tuple(Appearance(record, party) for record in self.records for party in record.undecided)

    @cached_property
    def not_held(self) -> dict[int, tuple[Record, ...]]:
        """For each consultation that is referred to and not in the archive, those that refer to it."""
        return {number: records for number, records in sorted(self.referring.items()) if number not in self.by_number}

    @cached_property
    def referring(self) -> dict[int, tuple[Record, ...]]:
        """For each consultation that others refer to, those others."""
        grouped: dict[int, list[Record]] = {}
        for record in self.records:
            for number in record.referred_consultations:
                grouped.setdefault(number, []).append(record)
        return {number: tuple(records) for number, records in grouped.items()}


def _order_at_meeting(record: Record) -> tuple[bool, int, int]:
    document = record.consultation.document
    return document is None, document or 0, record.number


def _meeting_points(record: Record) -> Iterator[tuple[str, str | None, MeasureType | None]]:
    for party in record.parties:
        if party.counterparty.role in PARTY_ROLES:
            for flow in record.flows:
                measure = flow.stated.measure
                if measure in party.measures:
                    for item in (flow.item.name, *flow.item.parts):
                        yield item, party.counterparty.name, measure.type if measure else None
