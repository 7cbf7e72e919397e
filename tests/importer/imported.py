"""What an import wrote: the consultation's file as the store reads it, and which of its keys stand under a doubt.

The doubts are read from the lines of the file itself, not by the importer's own code nor through ``Stored.doubts``:
what is measured does not measure itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Final

from generator.archive.record import Record
from generator.model.consultation import Consultation
from generator.model.outline import Path
from generator.store.files import Stored, read_file
from generator.store.nodes import Entries, MappingNode, Mark, Node, read_nodes
from tests.importer.stated_facts import Stated

_DOUBT: Final = re.compile(r"\s*#+\s*要確認")
_HELD_BACK: Final = re.compile(r"\s*#+\s*(?:-\s|[a-z_]+:)")
_COMMENT_OR_BLANK: Final = re.compile(r"\s*(?:#.*)?")
_SECTIONS: Final = "sections"


@dataclass(frozen=True)
class Imported:
    """A consultation's file, and the paths of what stands under a doubt in it."""

    record: Record
    doubted: frozenset[Path]

    def doubts(self, stated: Stated) -> bool:
        """Tell whether a doubt stands over any of the keys that carry ``stated``, around them or in them."""
        return any(
            doubted == path[: len(doubted)] or path == doubted[: len(path)]
            for path in stated.paths
            for doubted in self.doubted
        )


def imported(file: FilePath) -> Imported:
    """Read the ``file`` of a consultation. Raises AssertionError with its problems where it cannot be read."""
    stored, problems = read_file(file, f"content/consultations/{file.name}", Consultation)
    assert stored is not None, "\n".join(map(str, problems))
    return marked(stored, file.read_text(encoding="utf-8"))


def marked(stored: Stored[Consultation], text: str) -> Imported:
    """The consultation that was read from ``text``, with what stands under a doubt there."""
    return Imported(Record(stored.value), frozenset(_doubted(text)))


def doubted_lines(text: str) -> frozenset[int]:
    """The lines, counted from 1, that stand below a doubt, with at most its further words and other doubts between.

    Below a doubt over facts that were held back stand these, commented out: then it is over nothing the file states.
    """
    found = set()
    in_doubt = False
    for number, line in enumerate(text.split("\n"), start=1):
        if _DOUBT.match(line):
            in_doubt = True
        elif _HELD_BACK.match(line):
            in_doubt = False
        elif not _COMMENT_OR_BLANK.fullmatch(line):
            if in_doubt:
                found.add(number)
            in_doubt = False
    return frozenset(found)


def _doubted(text: str) -> Iterator[Path]:
    lines = doubted_lines(text)
    node, _ = read_nodes("", text)
    if node is None or not lines:
        return
    for path, mark in _marks(node, ()):
        # A doubt over a section's first line is about its heading or its text, not about every fact beneath.
        is_section = _SECTIONS in path[-2:]
        if mark.line in lines and not is_section:
            yield path


def _marks(node: Node, path: Path) -> Iterator[tuple[Path, Mark]]:
    """Yield each key and each entry of a list, with the place where its line begins."""
    if isinstance(node, MappingNode):
        for key, (mark, child) in node.nodes.items():
            yield (*path, key), mark
            yield from _marks(child, (*path, key))
    elif isinstance(node, Entries):
        for index, child in enumerate(node.nodes):
            yield (*path, index), child.mark
            yield from _marks(child, (*path, index))
