"""Entries for names that no registry knows: everything in them is a guess, made so that a clerk only confirms it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import GenericAlias
from typing import Any, Final, Generic, Self, TypeVar

from generator.archive.names import spellings
from generator.importer.names.printed_names import (
    cleaned,
    counterparty_kind,
    department_kind,
    division_of,
    half_width,
    section_of,
    without_legal_form,
)
from generator.importer.names.readings import Reader
from generator.importer.names.slugs import first_free_slug, slug_of
from generator.importer.names.spoken_numbers import spoken_article
from generator.japanese.fold import fold
from generator.model.article_number import ArticleNumber
from generator.model.registry import (
    Entry,
    RegisteredArticle,
    RegisteredCounterparty,
    RegisteredDepartment,
    RegisteredItem,
    RegisteredSubject,
    Registries,
)
from generator.model.vocabulary import ItemCategory
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
    reader: Reader

    @classmethod
    def of(cls, registries: Registries) -> Self:
        """Return a proposer for ``registries`` that reads names as the clerks have read them there."""
        entries: tuple[Entry, ...] = (
            *registries.items,
            *registries.counterparties,
            *registries.departments,
            *registries.subjects,
        )
        return cls(registries, Reader.knowing(entries))

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
        return _each(names, self.registries.items, half_width, self._item)

    def counterparties(self, names: Iterable[str]) -> Proposed[RegisteredCounterparty]:
        """Return what counterparties.yml needs for ``names``."""
        return _each(names, self.registries.counterparties, _bare_name, self._counterparty)

    def departments(self, names: Iterable[str]) -> Proposed[RegisteredDepartment]:
        """Return what departments.yml needs for ``names``."""
        return _each(names, self.registries.departments, cleaned, self._department)

    def subjects(self, names: Iterable[str]) -> Proposed[RegisteredSubject]:
        """Return what subjects.yml needs for ``names``."""
        return _each(names, self.registries.subjects, half_width, self._subject)

    def _item(self, printed: str, taken: frozenset[str]) -> RegisteredItem:
        name = half_width(printed)
        return RegisteredItem(
            name=name,
            reading=self.reader.reading_of(name),
            slug=slug_of(self.reader, name, taken),
            category=likely_category(name, self.registries.items),
        )

    def _counterparty(self, printed: str, taken: frozenset[str]) -> RegisteredCounterparty:
        name = _bare_name(printed)
        return RegisteredCounterparty(
            name=name,
            reading=self.reader.reading_of(name),
            slug=slug_of(self.reader, name, taken),
            kind=counterparty_kind(printed),
            aliases=() if fold(name) == fold(printed) else (cleaned(printed),),
        )

    def _department(self, printed: str, taken: frozenset[str]) -> RegisteredDepartment:
        name = cleaned(printed)
        division = division_of(name)
        return RegisteredDepartment(
            name=name,
            reading=self.reader.reading_of(name),
            slug=first_free_slug(self.reader, (section_of(name), name), taken),
            division=division,
            kind=department_kind(division),
        )

    def _subject(self, printed: str, taken: frozenset[str]) -> RegisteredSubject:
        name = half_width(printed)
        reading = self.reader.reading_of(name)
        return RegisteredSubject(name=name, reading=reading, slug=slug_of(self.reader, name, taken))


def proposed_article(number: ArticleNumber) -> RegisteredArticle:
    """Return the entry of articles.yml for ``number``; nothing in it is a guess."""
    return RegisteredArticle(name=number, reading=spoken_article(number), slug=number.slug)


def entry_text(entry: Entry | RegisteredArticle) -> str:
    """Return ``entry`` as a registry's file holds it: a list of one, from the left margin."""
    shape: Any = GenericAlias(tuple, (type(entry), ...))
    lines = encode((entry,), shape).splitlines(keepends=True)
    return "".join(line.removeprefix(_LIST_INDENT) for line in lines)


def likely_category(name: str, registered: Iterable[RegisteredItem]) -> ItemCategory:
    """Return the category whose items are most like ``name``: in their beginnings, endings and pairs of letters."""
    votes: dict[ItemCategory, int] = defaultdict(int)
    for item in registered:
        votes[item.category] += _likeness(name, item.name)
    best = max(votes, key=lambda category: votes[category], default=ItemCategory.OTHER)
    return best if votes[best] else ItemCategory.OTHER


def _likeness(one: str, other: str) -> int:
    ends = _shared_beginning(one, other) + _shared_beginning(one[::-1], other[::-1])
    return ends + len(_pairs(one) & _pairs(other))


def _shared_beginning(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((length for length, (ours, theirs) in pairs if ours != theirs), min(len(one), len(other)))


def _pairs(name: str) -> set[str]:
    return {name[start : start + 2] for start in range(len(name) - 1)}


def _bare_name(printed: str) -> str:
    return without_legal_form(half_width(printed))


def _each(
    names: Iterable[str],
    registered: tuple[E, ...],
    name_of: Callable[[str], str],
    entry_of: Callable[[str, frozenset[str]], E],
) -> Proposed[E]:
    """Return an entry for each of ``names`` that is new; ``entry_of`` is also told which slugs are taken."""
    owners = _owners(registered)
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
            owners.update(_owners((entry,)))
            owner = entry.name
        registered_as[printed] = owner
    return Proposed(tuple(entries), registered_as)


def _owners(entries: Iterable[Entry]) -> dict[str, str]:
    return {fold(name): entry.name for entry in entries for name in (*spellings(entry), *entry.also_called)}
