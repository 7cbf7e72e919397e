"""What persons have decided about personal data before: in the files that are there, and by the registry."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from generator.disk.changes import FilesRead
from generator.model.consultation import Consultation
from generator.model.public_contact import PublicContact
from generator.store.contacts import read_contacts
from generator.store.files import CONSULTATIONS, read_data


@dataclass(frozen=True)
class EarlierDecisions:
    """Those of the ``content`` folder; without one there are none. What is read of it is remembered in ``held``."""

    content: Path | None = None
    held: FilesRead = field(default_factory=FilesRead)

    @cached_property
    def contacts(self) -> tuple[PublicContact, ...]:
        """The contacts that offices publish themselves."""
        return read_contacts(self.content)[0] if self.content else ()

    def file_of(self, number: int | None) -> Consultation | None:
        """Return what the file of consultation ``number`` says, or None where there is none that can be read."""
        path = self.content / CONSULTATIONS / f"{number}.yml" if self.content and number else None
        data = self.held.read(path) if path is not None and path.is_file() else None
        if path is None or data is None:
            return None
        stored, _ = read_data(data, path.name, Consultation)
        return stored.value if stored is not None else None

    def carry_over(self, read: Consultation) -> Consultation:
        """Return ``read``, a new reading, with what persons have written of its words into the file that is there."""
        held = self.file_of(read.number)
        if held is None:
            return read
        return replace(read, corrections=held.corrections, allowed=held.allowed, withheld=held.withheld)
