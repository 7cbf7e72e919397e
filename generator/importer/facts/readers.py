"""Everything that reads facts, made from the registries' names and the document."""

from dataclasses import dataclass
from functools import cached_property

from generator.archive.record import Record
from generator.importer.facts.items import ItemReader
from generator.importer.facts.lexicon import Lexicon
from generator.importer.facts.parties import PartyReader
from generator.importer.facts.references import ReferenceReader
from generator.importer.facts.subjects import SubjectReader
from generator.importer.facts.volumes import VolumeReader
from generator.kinds.names import Names


@dataclass(frozen=True)
class Readers:
    """The readers for one document; ``record`` holds it without its facts."""

    record: Record
    names: Names

    @cached_property
    def references(self) -> ReferenceReader:
        """Reads words that point elsewhere."""
        return ReferenceReader(self.record)

    @cached_property
    def subjects(self) -> SubjectReader:
        """Reads whose data it is."""
        return SubjectReader(Lexicon(self.names.registries.subjects))

    @cached_property
    def items(self) -> ItemReader:
        """Reads items."""
        return ItemReader(Lexicon(self.names.registries.items), self.subjects.subjects)

    @cached_property
    def volumes(self) -> VolumeReader:
        """Reads counts."""
        return VolumeReader(self.subjects)

    @cached_property
    def parties(self) -> PartyReader:
        """Reads who is on the other side."""
        registries = self.names.registries
        return PartyReader(Lexicon(registries.counterparties), Lexicon(registries.departments))
