"""The registries: the names that consultations use, with slug and reading, so that an index can be made.

``aliases`` are other names that the documents give the thing; they carry facts. ``also_called`` are names that only
readers give it: the search takes them for it, and nothing else does.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from generator.model.article_number import ArticleNumber
from generator.model.vocabulary import CounterpartyKind, DepartmentKind, ItemCategory

# What the search's address calls a counterparty that was 未定: no entry may have this slug.
UNDECIDED_SLUG: Final = "undecided"


@dataclass(frozen=True, kw_only=True)
class RegisteredItem:
    """An item of personal data under its canonical name."""

    name: str
    reading: str
    slug: str
    category: ItemCategory
    aliases: tuple[str, ...] = ()
    also_called: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RegisteredCounterparty:
    """A counterparty under its canonical name."""

    name: str
    reading: str
    slug: str
    kind: CounterpartyKind
    aliases: tuple[str, ...] = ()
    also_called: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RegisteredDepartment:
    """A department as printed, with the part of the ward it belongs to."""

    name: str
    reading: str
    slug: str
    division: str
    kind: DepartmentKind
    aliases: tuple[str, ...] = ()
    also_called: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RegisteredSubject:
    """People whose data is handled (本人)."""

    name: str
    reading: str
    slug: str
    aliases: tuple[str, ...] = ()
    also_called: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RegisteredArticle:
    """An article of one version of an ordinance."""

    name: ArticleNumber
    reading: str
    slug: str


@dataclass(frozen=True, kw_only=True)
class OrdinanceVersion:
    """A version of an ordinance: what the consultations of meetings from ``since`` on cite."""

    name: str
    reading: str
    slug: str
    since: dt.date
    articles: tuple[RegisteredArticle, ...]


@dataclass(frozen=True, kw_only=True)
class Ordinance:
    """An ordinance (条例) with its versions, oldest first."""

    name: str
    reading: str
    slug: str
    versions: tuple[OrdinanceVersion, ...]


Entry = RegisteredItem | RegisteredCounterparty | RegisteredDepartment | RegisteredSubject


@dataclass(frozen=True)
class Registries:
    """All registries of an archive."""

    items: tuple[RegisteredItem, ...]
    counterparties: tuple[RegisteredCounterparty, ...]
    departments: tuple[RegisteredDepartment, ...]
    subjects: tuple[RegisteredSubject, ...]
    ordinances: tuple[Ordinance, ...]
