"""What a configuration says, each value with the place where it is said, in whichever file that is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import yaml
from yaml.resolver import Resolver

from generator.problems import Problem, Severity
from generator.store.nodes import Mark


class Sort(StrEnum):
    """What YAML 1.1 takes a value for, as a message calls it."""

    TEXT = "文字"
    TRUTH = "真偽（true、false）"
    NUMBER = "数"
    DAY = "日付"
    NOTHING = "空"
    LIST = "一覧"
    MAPPING = "キーと値の組"
    # Behind a tag that has been refused: nothing more is to be said of it.
    REFUSED = "タグ"


@dataclass(frozen=True)
class Spot:
    """A place in a file; line and column count from 1."""

    file: str
    line: int
    column: int

    def problem(self, message: str, remedy: str, severity: Severity = Severity.ERROR) -> Problem:
        """Return a problem at this place."""
        return Problem(self.file, self.line, self.column, message, remedy, severity)


@dataclass(frozen=True)
class Said:
    """A value: text, bool or None; a tuple of Said; or a dict of them by key, with the ``key_places``.

    A number and a day stay text. ``written`` is a scalar as it stands in the file, and ``variable`` the environment's
    that gave it, or ''.
    """

    place: Spot
    sort: Sort
    value: Any
    key_places: dict[str, Spot]
    written: str = ""
    variable: str = ""

    def at(self, *path: str) -> "Said | None":
        """Return the value under the keys ``path``, or None where there is none."""
        found: Said | None = self
        for key in path:
            found = found.value.get(key) if found is not None and found.sort is Sort.MAPPING else None
        return found

    def plain(self) -> Any:  # noqa: ANN401 - whatever YAML can say
        """Return the value without its places, as a YAML reader returns it."""
        if self.sort is Sort.LIST:
            return [entry.plain() for entry in self.value]
        if self.sort is Sort.MAPPING:
            return {key: entry.plain() for key, entry in self.value.items()}
        return self.value


_RESOLVER: Final = Resolver()
_SORTS: Final = {
    "str": Sort.TEXT,
    "bool": Sort.TRUTH,
    "int": Sort.NUMBER,
    "float": Sort.NUMBER,
    "timestamp": Sort.DAY,
    "null": Sort.NOTHING,
}
_TRUE: Final = ("true", "yes", "on")


def place_of(file: str, mark: Mark) -> Spot:
    """Return the place of ``mark`` in ``file``."""
    return Spot(file, mark.line, mark.column)


def scalar_value(place: Spot, text: str, *, plain: bool, variable: str = "") -> Said:
    """Return what YAML 1.1 takes ``text`` for, if it stands there ``plain``, without quotes."""
    sort = Sort.TEXT
    if plain:
        tag = str(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)))  # type: ignore[no-untyped-call]
        sort = _SORTS.get(tag.rpartition(":")[2], Sort.TEXT)
    value: str | bool | None = text
    if sort is Sort.TRUTH:
        value = text.lower() in _TRUE
    elif sort is Sort.NOTHING:
        value = None
    return Said(place, sort, value, {}, text, variable)


def refused_value(place: Spot) -> Said:
    """Return what stands for a value that has been refused already."""
    return Said(place, Sort.REFUSED, None, {})


def mapping_value(place: Spot, entries: dict[str, tuple[Spot, Said]]) -> Said:
    """Return a mapping of ``entries``: by key, its place and its value."""
    values = {key: value for key, (_, value) in entries.items()}
    return Said(place, Sort.MAPPING, values, {key: place for key, (place, _) in entries.items()})
