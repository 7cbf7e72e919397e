"""What reading a section yields: facts, and what is not sure about them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Generic, TypeVar

from generator.model.outline import Path

T = TypeVar("T")


class Registry(StrEnum):
    """The registries, by their files."""

    ITEMS = "items.yml"
    COUNTERPARTIES = "counterparties.yml"
    DEPARTMENTS = "departments.yml"
    SUBJECTS = "subjects.yml"
    ARTICLES = "articles.yml"


@dataclass(frozen=True)
class NewName:
    """A name that no registry knows, as the document prints it."""

    registry: Registry
    printed: str


@dataclass(frozen=True)
class Doubt:
    """Something a person has to look at: where, and what (Japanese).

    ``held`` is a fact that is written down but does not count until the name is registered.
    """

    path: Path
    message: str
    held: bool = False
    new: NewName | None = None

    def under(self, path: Path) -> "Doubt":
        """Return the doubt as seen from the section at ``path``."""
        return replace(self, path=(*path, *self.path))


@dataclass(frozen=True)
class Found(Generic[T]):
    """Facts of one kind, and the doubts about them, at paths that begin with the facts' place in ``values``."""

    values: tuple[T, ...] = ()
    doubts: tuple[Doubt, ...] = field(default=())

    def under(self, *path: str | int) -> tuple[Doubt, ...]:
        """Return the doubts as seen from above ``path``."""
        return tuple(doubt.under(path) for doubt in self.doubts)


def gathered(parts: Iterable[Found[T]]) -> Found[T]:
    """Return all facts of ``parts`` in a row, each doubt at its fact."""
    values: list[T] = []
    doubts: list[Doubt] = []
    for part in parts:
        for doubt in part.doubts:
            first = doubt.path[0] if doubt.path else None
            path = (first + len(values), *doubt.path[1:]) if isinstance(first, int) else doubt.path
            doubts.append(replace(doubt, path=path))
        values.extend(part.values)
    return Found(tuple(values), tuple(doubts))


def each_once(found: Found[T]) -> Found[T]:
    """Return the facts of ``found``, each where it comes first, and the doubts about these."""
    kept = [place for place, value in enumerate(found.values) if value not in found.values[:place]]
    moved = {old: new for new, old in enumerate(kept)}
    doubts = (
        replace(doubt, path=(moved[int(doubt.path[0])], *doubt.path[1:])) if doubt.path else doubt
        for doubt in found.doubts
        if not doubt.path or doubt.path[0] in moved
    )
    return Found(tuple(found.values[place] for place in kept), tuple(doubts))
