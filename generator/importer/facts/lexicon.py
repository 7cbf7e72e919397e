"""Registered names in running text: the longest spelling wins, and no text is read twice."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from generator.evidence.finding import name_pattern
from generator.japanese.fold import fold
from generator.kinds.kind import Entry, spellings


@dataclass(frozen=True)
class Mention:
    """A registered name where folded text says it, in whatever spelling."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Lexicon:
    """The names of one registry and their aliases."""

    entries: tuple[Entry, ...]

    def exactly(self, text: str) -> str | None:
        """Return the registered name that ``text`` is a spelling of."""
        return self._names.get(fold(text))

    def mentions(self, folded: str) -> tuple[Mention, ...]:
        """Return the names that ``folded`` text says, in its order. LINE is not found inside ONLINE."""
        if not self._names:
            return ()
        return tuple(
            Mention(self._names[match.group()], match.start(), match.end()) for match in self._pattern.finditer(folded)
        )

    @cached_property
    def _names(self) -> dict[str, str]:
        return {fold(spelling): entry.name for entry in self.entries for spelling in spellings(entry)}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(name_pattern, _longest_first(self._names))))


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=len, reverse=True)
