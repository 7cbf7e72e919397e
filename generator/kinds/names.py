"""The names that are registered, of every kind."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar

from generator.kinds.kind import Kind
from generator.kinds.ordinance import ARTICLES, Citation, Ordinance, find_cited
from generator.kinds.registered_counterparty import COUNTERPARTIES, RegisteredCounterparty
from generator.kinds.registered_department import DEPARTMENTS, RegisteredDepartment
from generator.kinds.registered_item import ITEMS, RegisteredItem
from generator.kinds.registered_subject import SUBJECTS, RegisteredSubject
from generator.model.article_number import ArticleNumber

E = TypeVar("E")


@dataclass(frozen=True)
class Names:
    """What the registries list, by their files."""

    listed: Mapping[str, tuple[Any, ...]]
    _by_name: dict[str, dict[str, Any]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def holding(cls, entries: Mapping[Kind[Any], tuple[Any, ...]]) -> Self:
        """Return the names that are ``entries``, by kind; of the other kinds there are none."""
        return cls({kind.file: listed for kind, listed in entries.items()})

    def entries(self, kind: Kind[E]) -> tuple[E, ...]:
        """Return what the registry of ``kind`` lists, in its order."""
        return self.listed.get(kind.file, ())

    def by_name(self, kind: Kind[E]) -> Mapping[str, E]:
        """Return what the registry of ``kind`` lists, by name."""
        if kind.file not in self._by_name:
            self._by_name[kind.file] = {entry.name: entry for entry in self.listed.get(kind.file, ())}
        return self._by_name[kind.file]

    def with_entries(self, kind: Kind[E], entries: tuple[E, ...]) -> "Names":
        """Return the names with ``entries`` in the place of those of ``kind``."""
        return Names({**self.listed, kind.file: entries})

    def cited(self, number: ArticleNumber, meeting: dt.date) -> Citation | None:
        """Return what consultations of ``meeting`` cite as ``number``, or None where it is not registered."""
        return find_cited(self.entries(ARTICLES), number, meeting)

    @property
    def registries(self) -> "Registries":
        """What each registry lists."""
        return Registries(
            items=self.entries(ITEMS),
            counterparties=self.entries(COUNTERPARTIES),
            departments=self.entries(DEPARTMENTS),
            subjects=self.entries(SUBJECTS),
            ordinances=self.entries(ARTICLES),
        )

    @property
    def items(self) -> Mapping[str, RegisteredItem]:
        """The registered items by name."""
        return self.by_name(ITEMS)

    @property
    def counterparties(self) -> Mapping[str, RegisteredCounterparty]:
        """The registered counterparties by name."""
        return self.by_name(COUNTERPARTIES)

    @property
    def departments(self) -> Mapping[str, RegisteredDepartment]:
        """The registered departments by name."""
        return self.by_name(DEPARTMENTS)

    @property
    def subjects(self) -> Mapping[str, RegisteredSubject]:
        """The registered data subjects by name."""
        return self.by_name(SUBJECTS)


@dataclass(frozen=True)
class Registries:
    """What the registries list, one by one."""

    items: tuple[RegisteredItem, ...]
    counterparties: tuple[RegisteredCounterparty, ...]
    departments: tuple[RegisteredDepartment, ...]
    subjects: tuple[RegisteredSubject, ...]
    ordinances: tuple[Ordinance, ...]
