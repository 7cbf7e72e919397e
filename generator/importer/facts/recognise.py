"""Adds the facts to the sections of a document, each at the words that carry it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

from generator.archive.names import Names
from generator.archive.record import Record
from generator.importer.document.numbering import is_note, label_of, pieces_of
from generator.importer.facts.aliases import alias_doubts
from generator.importer.facts.found import Doubt, Found, gathered
from generator.importer.facts.items import ItemReader, says_none
from generator.importer.facts.lexicon import Lexicon
from generator.importer.facts.measures import read_measures
from generator.importer.facts.parties import PartyReader
from generator.importer.facts.periods import read_period
from generator.importer.facts.references import ReferenceReader, points_only, points_somewhere
from generator.importer.facts.services import Mentioned, services
from generator.importer.facts.subjects import SubjectReader
from generator.importer.facts.tables import cells_of_items
from generator.importer.facts.topics import Topic, adds_items, direction_of, role_of, seems_a_direction, topic_of
from generator.importer.facts.volumes import VolumeReader
from generator.japanese.lists import split_outside_parentheses
from generator.model.consultation import Consultation, Section
from generator.model.labels import LabelKind
from generator.model.outline import Path, Place
from generator.model.vocabulary import MeasureType, Role
from generator.store.files import Stored

NOT_REFERRED: Final = "相手方が「{words}」とありますが、指す所から名前を読み取れませんでした。"

NOTE: Final = "注記「{words}」からは何も読み取っていません。"
ITEMS_IN_HEADING: Final = "この見出しも項目のようですが、見出しなので読み取っていません。"
PERHAPS_DIRECTION: Final = "見出しが項目の向きを表すなら、その言い方を確かめて direction に書いてください。"
PERHAPS_WHOSE: Final = "見出しの「{name}」が誰の項目かを示すなら、subjects に書いてください。"

_LABELLED: Final = re.compile(r"^([^、：:（(]*)[：:]")


@dataclass(frozen=True)
class Recognised:
    """A consultation with its facts, and the doubts about them."""

    consultation: Consultation
    doubts: tuple[Doubt, ...]


def recognise(consultation: Consultation, names: Names) -> Recognised:
    """Return ``consultation``, whose sections hold no facts yet, with those that its words state."""
    measures = read_measures(consultation, names)
    consultation = replace(consultation, measures=measures.values)
    reader = _SectionReader(Record(Stored(consultation, "", {})), names)
    sections = tuple(
        reader.read(section, ("sections", index), _Above()) for index, section in enumerate(consultation.sections)
    )
    sections, service_doubts = services(sections, reader.mentioned, names, consultation)
    consultation = replace(consultation, sections=sections)
    doubts = (*measures.under("measures"), *reader.doubts, *service_doubts, *alias_doubts(consultation, names))
    return Recognised(consultation, doubts)


@dataclass(frozen=True)
class _Above:
    """What the headings above a section say that holds for it."""

    topic: Topic | None = None
    role: Role | None = None
    adds: bool = False
    subject: str | None = None


@dataclass
class _SectionReader:
    record: Record
    names: Names
    doubts: list[Doubt] = field(default_factory=list)
    mentioned: list[Mentioned] = field(default_factory=list)

    def read(self, section: Section, path: Path, above: _Above) -> Section:
        """Return ``section`` and those beneath it with their facts."""
        place = self._places[path]
        here = self._here(section, place, above)
        facts = self._facts(section, place, here)
        if here.topic in (None, Topic.PROSE):
            self.mentioned.append(Mentioned(path, section))
        below = tuple(self.read(child, (*path, "sections", i), here) for i, child in enumerate(section.sections))
        return replace(section, sections=below, **facts)

    def _here(self, section: Section, place: Place, above: _Above) -> _Above:
        heading = section.heading
        if heading is None:
            return above
        topic = topic_of(heading)
        subject = self._subjects.exactly(label_of(heading).words)
        role = role_of(heading, self._measures_at(place)) if topic is Topic.PARTIES else None
        adds = adds_items(heading)
        if topic is None and place.label.kind is not LabelKind.PART:
            return replace(above, subject=subject or above.subject, adds=above.adds or adds)
        return _Above(topic, role, adds, subject)

    def _facts(self, section: Section, place: Place, here: _Above) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        direction = direction_of(section.heading) if section.heading and here.topic is Topic.ITEMS else None
        if direction is not None:
            facts["direction"] = direction
        elif section.heading and here.topic is Topic.ITEMS and seems_a_direction(section.heading):
            self._doubt(place, (Doubt(("heading",), PERHAPS_DIRECTION),))
        references = self._take(self._references.read(place), place, "references")
        if references:
            facts["references"] = references
        reader = self._readers.get(here.topic) if here.topic else None
        if reader is not None:
            facts.update(reader(section, place, here))
        return facts

    @property
    def _readers(self) -> dict[Topic, Any]:
        return {
            Topic.ITEMS: self._item_facts,
            Topic.ITEMS_AND_VOLUMES: self._item_and_volume_facts,
            Topic.VOLUMES: self._volume_facts,
            Topic.SUBJECTS: self._subject_facts,
            Topic.PERIOD: self._period_facts,
            Topic.PARTIES: self._party_facts,
            Topic.HOLDER: lambda section, place, _: self._department_facts(section, place, Role.HOLDER),
            Topic.USER: lambda section, place, _: self._department_facts(section, place, Role.USER),
        }

    def _stated(self, section: Section, place: Place) -> list[str]:
        """Return what the paragraphs of ``section`` state themselves: not what only points elsewhere, and no notes."""
        notes = [text for text in section.paragraphs if is_note(text)]
        self._doubt(place, tuple(Doubt((), NOTE.format(words=text)) for text in notes))
        own = (text for text in section.paragraphs if not points_only(text) and text not in notes)
        return [piece for text in own for piece in pieces_of(text)]

    def _item_facts(self, section: Section, place: Place, here: _Above) -> dict[str, Any]:
        texts = self._stated(section, place)
        cells, doubts = cells_of_items(section)
        self._doubt(place, doubts)
        facts: dict[str, Any] = {}
        if section.heading and topic_of(section.heading) is None and self._lists_items(section.heading):
            self._doubt(place, (Doubt(("heading",), ITEMS_IN_HEADING),))
        subject = self._owner(section, place, texts)
        if subject is not None:
            facts["subjects"] = (subject,)
        for key, words in self._lists_of_items(texts, cells, here):
            stated = [text for text in words if not says_none(text)]
            found = gathered(self._items.read(text) for text in stated)
            if found.doubts and not found.values and section.sections:
                continue  # an introduction to the lists beneath
            values = self._take(found, place, key)
            if values or (words and not stated):
                facts[key] = values
        return facts

    def _lists_items(self, heading: str) -> bool:
        return any(map(self._items.is_item, split_outside_parentheses(label_of(heading).words)))

    def _lists_of_items(self, texts: list[str], cells: list[str], here: _Above) -> Iterator[tuple[str, list[str]]]:
        added = [text for text in texts if here.adds or _says_added(text)]
        yield "added_items", added
        yield "items", [text for text in texts if text not in added] + cells

    def _owner(self, section: Section, place: Place, texts: list[str]) -> str | None:
        """Return whose items a section lists: as its heading says, or what stands before 「：」.

        A heading beside others that name nobody may be of another kind, such as the 分野 里親 in 諮問第978号.
        """
        if section.heading is not None:
            owner = self._subjects.exactly(label_of(section.heading).words)
            beside = (other for other in self.record.places if other.above == place.above and other.section.heading)
            others = [other.section.heading or "" for other in beside if other.label.kind is place.label.kind]
            if owner is not None and not all(self._subjects.exactly(label_of(each).words) for each in others):
                self._doubt(place, (Doubt(("heading",), PERHAPS_WHOSE.format(name=owner)),))
                return None
            return owner
        match = _LABELLED.match(label_of(texts[0]).words) if len(texts) == 1 else None
        return self._subjects.exactly(match.group(1)) if match else None

    def _item_and_volume_facts(self, section: Section, place: Place, here: _Above) -> dict[str, Any]:
        counted = [text for text in section.paragraphs if self._volumes.read(text).values]
        others = "\n".join(text for text in section.paragraphs if text not in counted)
        items = self._item_facts(replace(section, text=others or None), place, here)
        return {**items, **self._volume_facts(replace(section, text="\n".join(counted) or None), place, here)}

    def _volume_facts(self, section: Section, place: Place, here: _Above) -> dict[str, Any]:
        found = gathered(self._volumes.read(text, here.subject) for text in self._stated(section, place))
        if section.sections and not found.values:
            return {}
        values = self._take(found, place, "volumes")
        return {"volumes": values} if values else {}

    def _subject_facts(self, section: Section, place: Place, _: _Above) -> dict[str, Any]:
        found = gathered(map(self._subjects.read, self._stated(section, place)))
        if section.sections and not found.values:
            return {}
        values = tuple(dict.fromkeys(self._take(found, place, "subjects")))
        return {"subjects": values} if values else {}

    def _period_facts(self, section: Section, place: Place, _: _Above) -> dict[str, Any]:
        if section.text is None or points_only(section.text):
            return {}
        period, doubts = read_period(section.text)
        self._doubt(place, doubts)
        return {"period": period} if period else {}

    def _party_facts(self, section: Section, place: Place, here: _Above) -> dict[str, Any]:
        found = self._parties.read(self._stated(section, place), here.role)
        values = list(self._take(found, place, "counterparties"))
        if any(map(points_only, section.paragraphs)):
            values.extend(self._referred_parties(place, here))
        return {"counterparties": tuple(dict.fromkeys(values))} if values else {}

    def _referred_parties(self, place: Place, here: _Above) -> Iterator[Any]:
        for reference in self._references.read(place).values:
            target = self.record.by_anchor.get(reference.section or "")
            texts = target.section.paragraphs if target else ()
            found = self._parties.read(texts, here.role)
            yield from found.values if not found.doubts else ()
            if not found.values or found.doubts:
                self._doubt(place, (Doubt((), NOT_REFERRED.format(words=reference.words)),))

    def _department_facts(self, section: Section, place: Place, role: Role) -> dict[str, Any]:
        texts = [text for text in section.paragraphs if not points_somewhere(text)]
        found = gathered(self._parties.read_department(text, role) for text in texts)
        values = self._take(found, place, "counterparties")
        return {"counterparties": values} if values else {}

    def _take(self, found: Found[Any], place: Place, key: str) -> tuple[Any, ...]:
        self._doubt(place, tuple(doubt.under((key,)) if doubt.path else doubt for doubt in found.doubts))
        return found.values

    def _doubt(self, place: Place, doubts: tuple[Doubt, ...]) -> None:
        # What is about no fact in particular is about the words.
        words = ("text",) if place.section.text else ("heading",)
        self.doubts.extend(doubt.under(place.path if doubt.path else (*place.path, *words)) for doubt in doubts)

    def _measures_at(self, place: Place) -> tuple[MeasureType, ...]:
        measures = self.record.consultation.measures
        return tuple(each.type for each in measures if each.section is None or place.lies_in(each.section))

    @cached_property
    def _places(self) -> dict[Path, Place]:
        return {place.path: place for place in self.record.places}

    @cached_property
    def _references(self) -> ReferenceReader:
        return ReferenceReader(self.record)

    @cached_property
    def _subjects(self) -> SubjectReader:
        return SubjectReader(Lexicon(self.names.registries.subjects))

    @cached_property
    def _items(self) -> ItemReader:
        return ItemReader(Lexicon(self.names.registries.items), self._subjects.subjects)

    @cached_property
    def _volumes(self) -> VolumeReader:
        return VolumeReader(self._subjects)

    @cached_property
    def _parties(self) -> PartyReader:
        registries = self.names.registries
        return PartyReader(Lexicon(registries.counterparties), Lexicon(registries.departments))


def _says_added(text: str) -> bool:
    match = _LABELLED.match(label_of(text).words)
    return match is not None and adds_items(match.group(1))
