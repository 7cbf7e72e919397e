"""Cases for the readers of facts: words of a document, what is found in them, and the doubts about it.

``cases/READER.yml`` lists them. A fact is written in short (氏名, of 犬の所有者). A doubt is the constant that words
it, in lower case, and what stands in its gaps; after ``#`` it holds its fact back: 「# unknown: 学校名」.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import yaml

from generator.disk.changes import FilesRead
from generator.importer.facts.found import DraftDoubt
from generator.importer.facts.mentions import Lexicon
from generator.importer.registers.new_names import read_registries
from tests.publishing import ROOT

NAMES: Final = read_registries(ROOT / "content", FilesRead()).names
ITEMS: Final = Lexicon(NAMES.listed["items.yml"])
SUBJECTS: Final = Lexicon(NAMES.listed["subjects.yml"])
COUNTERPARTIES: Final = Lexicon(NAMES.listed["counterparties.yml"])
DEPARTMENTS: Final = Lexicon(NAMES.listed["departments.yml"])


@dataclass(frozen=True)
class Case:
    """Words, the facts in them, and the doubts; ``more`` is what a reader is told besides."""

    words: Any
    found: list[str]
    doubts: list[str]
    more: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return str(self.words)


def cases(reader: str) -> list[Case]:
    """The cases of ``reader``."""
    text = (Path(__file__).parent / "cases" / f"{reader}.yml").read_text(encoding="utf-8")
    return [_case(**entry) for entry in yaml.safe_load(text)]


def _case(words: Any, found: Any = (), doubts: Iterable[str] = (), **more: Any) -> Case:  # noqa: ANN401 - YAML
    return Case(words, [str(fact) for fact in found], list(doubts), more)


def in_short(doubts: Iterable[DraftDoubt], *modules: ModuleType) -> list[str]:
    """Return ``doubts`` in the words of the cases; ``modules`` hold the constants."""
    return [("# " if doubt.held else "") + " + ".join(constant_names(doubt.message, *modules)) for doubt in doubts]


def constant_names(message: str, *modules: ModuleType) -> list[str]:
    """Return the names of the constants that word ``message``, each with what stands in its gaps."""
    return list(_constants(message, modules))


def _constants(message: str, modules: tuple[ModuleType, ...]) -> Iterator[str]:
    while message:
        name, match = next(_matching(message, modules), (message, None))
        yield ": ".join((name, *([", ".join(match.groups())] if match and match.groups() else [])))
        message = message[match.end() :] if match else ""


def _matching(message: str, modules: tuple[ModuleType, ...]) -> Iterator[tuple[str, re.Match[str]]]:
    for module in modules:
        for name, value in vars(module).items():
            if name.isupper() and not name.startswith("_") and isinstance(value, str):
                pattern = re.sub(r"\\{\w+\\}", "(.*?)", re.escape(value))
                match = re.match(pattern, message, re.DOTALL)
                if match:
                    yield name.lower().replace("_", " "), match
