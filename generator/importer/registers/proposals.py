"""Entries for names that no registry knows: everything in them is a guess, made so that a clerk only confirms it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import GenericAlias
from typing import Any, Final, Generic, Self, TypeVar

from generator.importer.registers.name_readings import NameReader, speak_article
from generator.importer.registers.printed_names import (
    clean_name,
    find_department_kind,
    find_division,
    find_section,
    guess_category,
    guess_party_kind,
    strip_legal_form,
    to_half_width,
)
from generator.importer.registers.slugs import make_slug
from generator.japanese.fold import fold
from generator.kinds.kind import Entry, spellings
from generator.kinds.names import Registries
from generator.kinds.ordinance import RegisteredArticle
from generator.kinds.registered_counterparty import RegisteredCounterparty
from generator.kinds.registered_department import RegisteredDepartment
from generator.kinds.registered_item import RegisteredItem
from generator.kinds.registered_subject import RegisteredSubject
from generator.model.article_number import ArticleNumber
from generator.store.encode import encode

_LIST_INDENT: Final = "  "

# The registries' files by what is registered there.
FILE_OF: Final[dict[type, str]] = {
    RegisteredItem: "items.yml",
    RegisteredCounterparty: "counterparties.yml",
    RegisteredDepartment: "departments.yml",
    RegisteredSubject: "subjects.yml",
    RegisteredArticle: "articles.yml",
}

E = TypeVar("E", bound=Entry)
E_co = TypeVar("E_co", bound=Entry, covariant=True)


@dataclass(frozen=True)
class Proposed(Generic[E_co]):
    """New ``entries``, and for each name as it was given the name under which it is registered now."""

    entries: tuple[E_co, ...]
    registered_as: Mapping[str, str]


@dataclass(frozen=True)
class Proposer:
    """Proposes entries for names as printed, in the order of the names.

    There is none for a name that is blank, registered already or, but for its width or legal form, proposed before.
    """

    registries: Registries
    reader: NameReader

    @classmethod
    def of(cls, registries: Registries) -> Self:
        """Return a proposer for ``registries`` that reads names as the clerks have read them there."""
        entries: tuple[Entry, ...] = (
            *registries.items,
            *registries.counterparties,
            *registries.departments,
            *registries.subjects,
        )
        return cls(registries, NameReader.knowing(entries))

    def for_registry(self, file: str, names: Iterable[str]) -> Proposed[Entry]:
        """Return what the registry in ``file`` needs for ``names``; articles.yml has ``proposed_article``."""
        proposing: dict[str, Callable[[Iterable[str]], Proposed[Entry]]] = {
            "items.yml": self.items,
            "counterparties.yml": self.counterparties,
            "departments.yml": self.departments,
            "subjects.yml": self.subjects,
        }
        return proposing[file](names)

    def items(self, names: Iterable[str]) -> Proposed[RegisteredItem]:
        """Return what items.yml needs for ``names``."""
        return _propose_each(names, self.registries.items, to_half_width, self._propose_item)

    def counterparties(self, names: Iterable[str]) -> Proposed[RegisteredCounterparty]:
        """Return what counterparties.yml needs for ``names``."""
        return _propose_each(names, self.registries.counterparties, _strip_name, self._propose_counterparty)

    def departments(self, names: Iterable[str]) -> Proposed[RegisteredDepartment]:
        """Return what departments.yml needs for ``names``."""
        return _propose_each(names, self.registries.departments, clean_name, self._propose_department)

    def subjects(self, names: Iterable[str]) -> Proposed[RegisteredSubject]:
        """Return what subjects.yml needs for ``names``."""
        return _propose_each(names, self.registries.subjects, to_half_width, self._propose_subject)

    def _propose_item(self, printed: str, taken: frozenset[str]) -> RegisteredItem:
        name = to_half_width(printed)
        return RegisteredItem(
            name=name,
            reading=self.reader.reading_of(name),
            slug=make_slug(self.reader, name, taken=taken),
            category=guess_category(name, self.registries.items),
        )

    def _propose_counterparty(self, printed: str, taken: frozenset[str]) -> RegisteredCounterparty:
        name = _strip_name(printed)
        return RegisteredCounterparty(
            name=name,
            reading=self.reader.reading_of(name),
            slug=make_slug(self.reader, name, taken=taken),
            kind=guess_party_kind(printed),
            aliases=() if fold(name) == fold(printed) else (clean_name(printed),),
        )

    def _propose_department(self, printed: str, taken: frozenset[str]) -> RegisteredDepartment:
        name = clean_name(printed)
        division = find_division(name)
        return RegisteredDepartment(
            name=name,
            reading=self.reader.reading_of(name),
            slug=make_slug(self.reader, find_section(name), name, taken=taken),
            division=division,
            kind=find_department_kind(division),
        )

    def _propose_subject(self, printed: str, taken: frozenset[str]) -> RegisteredSubject:
        name = to_half_width(printed)
        reading = self.reader.reading_of(name)
        return RegisteredSubject(name=name, reading=reading, slug=make_slug(self.reader, name, taken=taken))


def propose_article(number: ArticleNumber) -> RegisteredArticle:
    """Return the entry of articles.yml for ``number``; nothing in it is a guess."""
    return RegisteredArticle(name=number, reading=speak_article(number), slug=number.slug)


def write_entry(entry: Entry | RegisteredArticle) -> str:
    """Return ``entry`` as a registry's file holds it: a list of one, from the left margin."""
    shape: Any = GenericAlias(tuple, (type(entry), ...))
    lines = encode((entry,), shape).splitlines(keepends=True)
    return "".join(line.removeprefix(_LIST_INDENT) for line in lines)


def _strip_name(printed: str) -> str:
    return strip_legal_form(to_half_width(printed))


def _propose_each(
    names: Iterable[str],
    registered: tuple[E, ...],
    name_of: Callable[[str], str],
    entry_of: Callable[[str, frozenset[str]], E],
) -> Proposed[E]:
    """Return an entry for each of ``names`` that is new; ``entry_of`` is also told which slugs are taken."""
    owners = _map_owners(registered)
    slugs = frozenset(entry.slug for entry in registered)
    entries: list[E] = []
    registered_as: dict[str, str] = {}
    for printed in names:
        folded = (fold(printed), fold(name_of(printed)))
        if not folded[1]:
            continue
        owner = owners.get(folded[0]) or owners.get(folded[1])
        if owner is None:
            entry = entry_of(printed, slugs)
            entries.append(entry)
            slugs |= {entry.slug}
            owners.update(_map_owners((entry,)))
            owner = entry.name
        registered_as[printed] = owner
    return Proposed(tuple(entries), registered_as)


def _map_owners(entries: Iterable[Entry]) -> dict[str, str]:
    return {fold(name): entry.name for entry in entries for name in (*spellings(entry), *entry.also_called)}
