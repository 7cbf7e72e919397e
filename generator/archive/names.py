"""The registries as dictionaries: canonical names, their aliases, and the versions of an ordinance."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from generator.model.article_number import ArticleNumber
from generator.model.registry import (
    Entry,
    Ordinance,
    OrdinanceVersion,
    RegisteredArticle,
    RegisteredCounterparty,
    RegisteredDepartment,
    RegisteredItem,
    RegisteredSubject,
    Registries,
)


@dataclass(frozen=True)
class Citation:
    """An article in its version of its ordinance."""

    ordinance: Ordinance
    version: OrdinanceVersion
    article: RegisteredArticle


@dataclass(frozen=True)
class Names:
    """Looks registered names up."""

    registries: Registries

    @cached_property
    def items(self) -> dict[str, RegisteredItem]:
        """The registered items by name."""
        return {entry.name: entry for entry in self.registries.items}

    @cached_property
    def counterparties(self) -> dict[str, RegisteredCounterparty]:
        """The registered counterparties by name."""
        return {entry.name: entry for entry in self.registries.counterparties}

    @cached_property
    def departments(self) -> dict[str, RegisteredDepartment]:
        """The registered departments by name."""
        return {entry.name: entry for entry in self.registries.departments}

    @cached_property
    def subjects(self) -> dict[str, RegisteredSubject]:
        """The registered data subjects by name."""
        return {entry.name: entry for entry in self.registries.subjects}

    def cited(self, number: ArticleNumber, meeting: dt.date) -> Citation | None:
        """Return what consultations of ``meeting`` cite as ``number``, or None where it is not registered."""
        for ordinance in self.registries.ordinances:
            version = version_at(ordinance, meeting)
            if version is None:
                continue
            for article in version.articles:
                if article.name == number:
                    return Citation(ordinance, version, article)
        return None


def version_at(ordinance: Ordinance, meeting: dt.date) -> OrdinanceVersion | None:
    """Return the version of ``ordinance`` that consultations of ``meeting`` cite, or None before the first."""
    versions = [version for version in ordinance.versions if version.since <= meeting]
    return max(versions, key=lambda version: version.since, default=None)


def spellings(entry: Entry) -> tuple[str, ...]:
    """Return the name of ``entry`` and its aliases."""
    return (entry.name, *entry.aliases)
