"""Cuts texts at the marks of the facts they carry, and at what only one side has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.review.views import Run


@dataclass(frozen=True)
class Marking:
    """What is to be marked of the characters of one side.

    ``facts`` holds the marks of the facts that a character carries, ``anchors`` those of them that begin at it where
    links lead there, ``alone`` the characters that the other side does not have, and ``doubted`` the marks of the
    facts that are in doubt.
    """

    facts: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    anchors: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    alone: frozenset[int] = frozenset()
    doubted: frozenset[str] = frozenset()

    def runs(self, text: str, start: int) -> tuple[Run, ...]:
        """Return ``text`` in runs; its first character that is no white space is the side's at ``start``."""
        return tuple(self._runs(text, start))

    def _runs(self, text: str, start: int) -> Iterator[Run]:
        begun, at, current = 0, start, Run("")
        for position, character in enumerate(text):
            if character.isspace():
                continue
            here = self._run(at)
            at += 1
            if here.anchors or (here.facts, here.only_here) != (current.facts, current.only_here):
                yield from _written(current, text[begun:position])
                begun, current = position, here
        yield from _written(current, text[begun:])

    def _run(self, place: int) -> Run:
        facts = self.facts.get(place, ())
        doubted = not self.doubted.isdisjoint(facts)
        return Run("", facts, self.anchors.get(place, ()), place in self.alone, doubted)


def _written(run: Run, text: str) -> Iterator[Run]:
    # White space after a mark is no part of it.
    marked = text.rstrip() if run.facts or run.only_here else text
    yield from (each for each in (replace(run, text=marked), Run(text[len(marked) :])) if each.text)
