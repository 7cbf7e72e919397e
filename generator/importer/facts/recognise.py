"""Adds the facts to the sections of a document, each at the words that carry it."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.archive.record import Record
from generator.importer.facts.aliases import alias_doubts
from generator.importer.facts.collected import Collected
from generator.importer.facts.found import Doubt
from generator.importer.facts.headings import Above, here
from generator.importer.facts.measures import read_measures
from generator.importer.facts.readers import Readers
from generator.importer.facts.section_facts import read_section
from generator.importer.facts.services import Mentioned, services
from generator.importer.facts.topics import Topic
from generator.kinds.names import Names
from generator.model.consultation import Consultation, Section
from generator.model.outline import Path, Place
from generator.store.files import Stored


@dataclass(frozen=True)
class Recognised:
    """A consultation with its facts, and the doubts about them."""

    consultation: Consultation
    doubts: tuple[Doubt, ...]


def recognise(consultation: Consultation, names: Names) -> Recognised:
    """Return ``consultation``, whose sections hold no facts yet, with those that its words state."""
    measures, measure_doubts = read_measures(consultation, names)
    consultation = replace(consultation, measures=measures)
    walk = _Walk(Readers(Record(Stored(consultation, "", {})), names))
    sections = tuple(
        walk.read(section, ("sections", index), Above()) for index, section in enumerate(consultation.sections)
    )
    sections, service_doubts = services(sections, walk.mentioned, names, consultation)
    consultation = replace(consultation, sections=sections)
    doubts = (*measure_doubts, *walk.doubts, *service_doubts, *alias_doubts(consultation, names))
    return Recognised(consultation, doubts)


@dataclass
class _Walk:
    """Goes through the sections of a document, each with what the headings above it say."""

    readers: Readers
    doubts: list[Doubt] = field(default_factory=list)
    mentioned: list[Mentioned] = field(default_factory=list)

    def read(self, section: Section, path: Path, above: Above) -> Section:
        """Return ``section`` and those beneath it with their facts."""
        into = Collected(self._places[path])
        holds = here(into.place, above, self.readers.record, self.readers.subjects)
        read_section(self.readers, into, holds)
        self.doubts.extend(into.doubts)
        if holds.topic in (None, Topic.PROSE):
            self.mentioned.append(Mentioned(path, section))
        below = tuple(self.read(child, (*path, "sections", i), holds) for i, child in enumerate(section.sections))
        return replace(section, sections=below, **into.facts)

    @cached_property
    def _places(self) -> dict[Path, Place]:
        return {place.path: place for place in self.readers.record.places}
