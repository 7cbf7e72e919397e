"""What is read from one section: its facts by their keys, and the doubts, seen from the whole document."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from generator.importer.facts.found import Doubt, Found
from generator.model.consultation import Section
from generator.model.outline import Place


@dataclass
class Collected:
    """The facts of the section at ``place``, and the doubts about them."""

    place: Place
    facts: dict[str, Any] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def section(self) -> Section:
        """The section as the document has it."""
        return self.place.section

    def take(self, found: Found[Any], key: str) -> None:
        """Add the facts that were ``found``, if any, under ``key``, and the doubts about them."""
        self.doubt(*(doubt.under((key,)) if doubt.path else doubt for doubt in found.doubts))
        if found.values:
            self.facts[key] = found.values

    def doubt(self, *doubts: Doubt) -> None:
        """Add ``doubts``; one that is about no fact in particular is about the words."""
        words = ("text",) if self.section.text else ("heading",)
        self.doubts.extend(doubt.under((*self.place.path, *(() if doubt.path else words))) for doubt in doubts)

    def tell(self, messages: Iterable[str]) -> None:
        """Add a doubt about the words for each of ``messages``."""
        self.doubt(*(Doubt((), message) for message in messages))
