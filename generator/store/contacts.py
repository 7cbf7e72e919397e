"""The registry of the contacts that offices publish themselves, contacts.yml; an archive need not have one."""

from pathlib import Path
from typing import Any, Final

from generator.model.public_contact import PublicContact
from generator.problems import Problem
from generator.store.files import not_readable, read_file

CONTACTS: Final = "contacts.yml"
_SHAPE: Final[Any] = tuple[PublicContact, ...]


def read_contacts(content: Path) -> tuple[tuple[PublicContact, ...], tuple[Problem, ...]]:
    """Return the contacts registered in the ``content`` folder, and the problems of their file; none without one."""
    path, name = content / CONTACTS, f"{content.name}/{CONTACTS}"
    if not path.exists():
        return (), ()
    try:
        stored, problems = read_file(path, name, _SHAPE)
    except OSError as error:
        return (), (not_readable(name, error),)
    return (stored.value if stored is not None else ()), problems
