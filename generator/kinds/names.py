"""The names that are registered, of every kind."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar

from generator.japanese.fold import fold
from generator.kinds.kind import Kind
from generator.kinds.registered_law import ARTICLES, Citation, RegisteredLaw, find_citations, laws_called
from generator.model.article_number import LawArticle

E = TypeVar("E")


@dataclass(frozen=True)
class Names:
    """What the registries list, by their files."""

    listed: Mapping[str, tuple[Any, ...]]
    _by_name: dict[str, dict[str, Any]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _by_spelling: dict[str, dict[str, Any]] = field(default_factory=dict, init=False, repr=False, compare=False)

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

    def find(self, kind: Kind[E], name: str) -> E | None:
        """Return what the registry of ``kind`` lists as ``name``: as its name or an alias, however it is printed."""
        if kind.file not in self._by_spelling:
            entries: tuple[Any, ...] = self.entries(kind)
            named = {fold(entry.name): entry for entry in entries}
            aliases = {fold(alias): entry for entry in entries for alias in entry.aliases}
            # The check objects to a spelling of two; until that is mended, it is whose name it is.
            self._by_spelling[kind.file] = {said: entry for said, entry in (aliases | named).items() if said}
        return self._by_spelling[kind.file].get(fold(name))

    def find_by_readers_name(self, kind: Kind[E], name: str) -> E | None:
        """Return what the registry of ``kind`` lists as called ``name`` by readers alone, and not by documents."""
        entries: tuple[Any, ...] = self.entries(kind)
        return next((entry for entry in entries if fold(name) in map(fold, entry.also_called)), None)

    def with_entries(self, kind: Kind[E], entries: tuple[E, ...]) -> "Names":
        """Return the names with ``entries`` in the place of those of ``kind``."""
        return Names({**self.listed, kind.file: entries})

    def laws_at(self, meeting: dt.date) -> tuple[RegisteredLaw, ...]:
        """Return the laws that consultations of ``meeting`` may cite, as these call them."""
        return tuple(law.called_at(meeting) for law in self.entries(ARTICLES) if law.applies_at(meeting))

    def cited(self, article: LawArticle, meeting: dt.date) -> Citation | None:
        """Return what consultations of ``meeting`` cite as ``article``; None where it is not registered, or several."""
        found = find_citations(self.entries(ARTICLES), article, meeting)
        return found[0] if len(found) == 1 else None

    def title_of(self, article: LawArticle, meeting: dt.date) -> str:
        """Return the title of the law of ``article``, be that registered or not, where ``article`` names one."""
        laws = laws_called(self.entries(ARTICLES), article.law, meeting) if article.law else ()
        return laws[0].name if len(laws) == 1 else article.law
