"""A consultation in the archive: its sections, and its facts with the references between sections resolved."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.archive.placed_facts import Flow, ItemList, Party, StatedName, StatedPeriod, StatedVolume
from generator.evidence.enumerations import enumerations
from generator.evidence.finding import words_of
from generator.kinds.kind import Kind
from generator.kinds.registered_subject import SUBJECTS
from generator.model.consultation import Consultation, Measure
from generator.model.outline import LabelKind, Path, Place, outline
from generator.model.texts import texts_of
from generator.model.vocabulary import PARTY_ROLE_OF, PARTY_ROLES, Direction, PartyState, Role


@dataclass(frozen=True)
class Record:
    """A consultation with everything that can be asked of it alone."""

    consultation: Consultation

    @property
    def number(self) -> int:
        """The number of the consultation."""
        return self.consultation.number

    @property
    def measures(self) -> tuple[Measure | None, ...]:
        """What is asked for; None alone where the document names no measure, which its facts then belong to."""
        return self.consultation.measures or (None,)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every section in the order of the document."""
        return outline(self.consultation)

    @cached_property
    def by_anchor(self) -> dict[str, Place]:
        """The sections by their anchors."""
        return {place.anchor: place for place in self.places}

    @cached_property
    def texts(self) -> tuple[tuple[Path, str], ...]:
        """Every line, paragraph and cell with its path, in the order of the file."""
        return tuple(texts_of(self.consultation))

    @cached_property
    def text(self) -> str:
        """The words of the whole document, a paragraph a line."""
        title = (self.consultation.title, self.consultation.subtitle or "")
        return "\n".join((*title, *(words_of(place.section) for place in self.places)))

    @cached_property
    def item_lists(self) -> tuple[ItemList, ...]:
        """Every list of items, also those stated to be empty, measure by measure, in the order of the document."""
        return tuple(
            ItemList(measure, place, origin, self._direction(place), added, items, origin.section.subjects)
            for measure in self.measures
            for place, origin in self._statements(self.scope(measure))
            for added, items in ((False, origin.section.items), (True, origin.section.added_items))
            if items is not None
        )

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """Every item handed on, measure by measure, in the order of the document."""
        return tuple(
            Flow(stated, item, (item.subject,) if item.subject else stated.subjects)
            for stated in self.item_lists
            for item in stated.items
        )

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Every counterparty stated, in the order of the document.

        A role belongs to its measure, so no reference carries a party over: the section that refers states it itself.
        """
        return tuple(
            Party(counterparty, place, self._measures_of_role(counterparty.role, place))
            for place in self.places
            for counterparty in place.section.counterparties
        )

    @cached_property
    def volumes(self) -> tuple[StatedVolume, ...]:
        """Every volume stated, in the order of the document."""
        return tuple(
            StatedVolume(volume, place, self._measures_at(place))
            for place, origin in self._statements(self.places)
            for volume in origin.section.volumes
        )

    @cached_property
    def periods(self) -> tuple[StatedPeriod, ...]:
        """The period of each measure, references followed."""
        return tuple(
            StatedPeriod(origin.section.period, origin, measure)
            for measure in self.measures
            for _, origin in self._statements(self.scope(measure))
            if origin.section.period is not None
        )

    def uses_of(self, kind: Kind[Any]) -> tuple[StatedName, ...]:
        """Return every use of a name of ``kind`` in a section; where these belong to measures, measure by measure."""
        if kind not in self._uses:
            self._uses[kind] = tuple(self._find_uses(kind))
        return self._uses[kind]

    @cached_property
    def _uses(self) -> dict[Kind[Any], tuple[StatedName, ...]]:
        return {}

    def _find_uses(self, kind: Kind[Any]) -> Iterator[StatedName]:
        if not kind.only_of_measures:
            stated: list[tuple[Place, Measure | None]] = [(place, None) for place in self.places]
        else:
            stated = [
                (origin, measure) for measure in self.measures for _, origin in self._statements(self.scope(measure))
            ]
        for place, measure in stated:
            yield from (StatedName(use.name, place, measure) for use in kind.in_section(place.section))

    def names_of(self, kind: Kind[Any]) -> tuple[str, ...]:
        """Return the names of ``kind`` that are used, each once."""
        whole = (use.name for use in kind.in_title(self.consultation))
        return tuple(dict.fromkeys((*whole, *(use.name for use in self.uses_of(kind)))))

    def stated_names(self, kind: Kind[Any]) -> tuple[StatedName, ...]:
        """Return the names of ``kind`` that sections state, each where it is first stated for its measure."""
        stated: dict[tuple[Measure | None, str], StatedName] = {}
        for use in self.uses_of(kind):
            stated.setdefault((use.measure, use.name), use)
        return tuple(stated.values())

    @property
    def subjects(self) -> tuple[StatedName, ...]:
        """The data subjects of each measure, references followed, each named once a measure."""
        return self.stated_names(SUBJECTS)

    @property
    def undecided(self) -> tuple[Party, ...]:
        """The parties that were still 未定."""
        return tuple(party for party in self.parties if party.counterparty.state is PartyState.UNDECIDED)

    @property
    def referred_consultations(self) -> tuple[int, ...]:
        """The numbers of the consultations this one refers to, each once."""
        numbers = (
            reference.consultation
            for place in self.places
            for reference in place.section.references
            if reference.consultation is not None
        )
        return tuple(dict.fromkeys(numbers))

    def enumerated(self, place: Place) -> tuple[tuple[str, ...], ...]:
        """Return what the section at ``place`` enumerates, list by list."""
        return self._enumerated[place.anchor] if place.anchor in self._enumerated else enumerations(place.section)

    @cached_property
    def _enumerated(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        stating = (place for place in self.places if place.section.items or place.section.added_items)
        return {place.anchor: enumerations(place.section) for place in stating}

    def citation(self, place: Place) -> str:
        """Return how one cites ``place``, from its labels, as the documents do: ５（１）, 第１の３（１）."""
        steps = [self.by_anchor[anchor].label for anchor in (*place.above, place.anchor)]
        printed = [label.printed + ("の" if label.kind is LabelKind.PART else "") for label in steps]
        return "".join(printed).removesuffix("の") or place.section.heading or ""

    def scope(self, measure: Measure | None) -> tuple[Place, ...]:
        """Return the sections that speak of ``measure``: its part, or the whole document."""
        if measure is None or measure.section is None:
            return self.places
        return tuple(place for place in self.places if place.lies_in(measure.section))

    def origins(self, place: Place) -> tuple[Place, ...]:
        """Return the sections whose facts hold at ``place``: itself, and all those its references lead to."""
        found: dict[str, Place] = {}
        self._collect_origins(place, found)
        return tuple(found.values())

    def words_holding_at(self, place: Place) -> str:
        """Return the words of the section at ``place`` and of those its references lead to."""
        return "\n".join(words_of(origin.section) for origin in self.origins(place))

    def _collect_origins(self, place: Place, found: dict[str, Place]) -> None:
        if place.anchor in found:
            return
        found[place.anchor] = place
        for reference in place.section.references:
            for other in self.places:
                if reference.section is not None and other.lies_in(reference.section):
                    self._collect_origins(other, found)

    def _statements(self, places: tuple[Place, ...]) -> Iterator[tuple[Place, Place]]:
        """Yield each of ``places`` with every section whose facts hold there."""
        for place in places:
            if not self._speaks_through_reference(place):
                for origin in self.origins(place):
                    yield place, origin

    def _speaks_through_reference(self, place: Place) -> bool:
        # What an annex lists holds where the text refers to it: there stand the direction and the measure.
        top = self.by_anchor[place.above[0] if place.above else place.anchor]
        return top.label.kind is LabelKind.ANNEX and any(
            reference.section is not None and place.lies_in(reference.section)
            for other in self.places
            for reference in other.section.references
        )

    def _direction(self, place: Place) -> Direction | None:
        for anchor in (place.anchor, *reversed(place.above)):
            direction = self.by_anchor[anchor].section.direction
            if direction is not None:
                return direction
        return None

    def _measures_of_role(self, role: Role, place: Place) -> tuple[Measure | None, ...]:
        measures = self._measures_at(place)
        return tuple(
            measure
            for measure in measures
            if role not in PARTY_ROLES or measure is None or PARTY_ROLE_OF.get(measure.type) is role
        )

    def _measures_at(self, place: Place) -> tuple[Measure | None, ...]:
        return tuple(
            measure
            for measure in self.measures
            if measure is None or measure.section is None or place.lies_in(measure.section)
        )
