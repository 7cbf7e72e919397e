"""Writes a draft as its file: canonical YAML, with each doubt as a comment above the line it is about.

A fact that waits for its name to be registered is written and commented out: it does not count before that.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from generator.importer.draft import Draft
from generator.importer.facts.found import Doubt
from generator.model.consultation import Consultation
from generator.model.outline import Path
from generator.store.decode import Marks
from generator.store.doubts import DOUBT
from generator.store.files import consultation_text, read_data

REGISTER: Final = "登録したら、下の行の「# 」を消してください。"
UNCOMMENT: Final = "合っていれば、下の行の「# 」を消してください。"

_ENTRY: Final = re.compile(r"( *)- ")


def draft_text(draft: Draft) -> str:
    """Return the text of the file of ``draft``."""
    text = consultation_text(draft.consultation)
    writer = _Writer(text.split("\n"), _marks(text))
    writer.hold(doubt for doubt in draft.doubts if doubt.held)
    writer.ask(draft.doubts)
    return "\n".join(writer.written())


def _marks(text: str) -> Marks:
    stored, _ = read_data(text.encode(), "", Consultation)
    return stored.marks if stored else {}


class _Writer:
    """Works on the lines of a file, whose numbers count from 0 here."""

    def __init__(self, lines: list[str], marks: Marks) -> None:
        self._lines = lines
        self._marks = marks
        # The column at which a line that is held back gets its 「# 」.
        self._held: dict[int, int] = {}
        self._comments: dict[int, list[str]] = defaultdict(list)

    def hold(self, doubts: Iterable[Doubt]) -> None:
        """Comment out the facts of ``doubts``, and with the last fact of a list the key above it."""
        for doubt in doubts:
            first = self._line_of(doubt.path)
            column = _indent(self._lines[first])
            for line in self._extent(first):
                self._held[line] = column
        for key, lines in self._wholly_held():
            self._held.update(dict.fromkeys((key, *lines), _indent(self._lines[key])))

    def ask(self, doubts: Iterable[Doubt]) -> None:
        """Set the words of ``doubts`` above their lines."""
        for doubt in doubts:
            line = self._line_of(doubt.path)
            if line in self._held and line - 1 in self._held and not _ENTRY.match(self._lines[line - 1]):
                line -= 1 if self._lines[line - 1].endswith(":") else 0
            column = self._held.get(line, _indent(self._lines[line]))
            words = " ".join(doubt.message.split()) + ((REGISTER if doubt.new else UNCOMMENT) if doubt.held else "")
            self._comments[line].append(f"{' ' * column}{DOUBT}{words}")

    def written(self) -> list[str]:
        """Return the lines of the file."""
        written: list[str] = []
        for number, line in enumerate(self._lines):
            written.extend(self._comments.get(number, ()))
            column = self._held.get(number)
            written.append(line if column is None else f"{line[:column]}# {line[column:]}")
        return written

    def _line_of(self, path: Path) -> int:
        while path not in self._marks and path:
            path = path[:-1]
        return self._marks[path].line - 1 if path in self._marks else 0

    def _extent(self, first: int) -> range:
        """Return the lines of the list entry that begins at ``first``."""
        indent = _indent(self._lines[first])
        last = first + 1
        while last < len(self._lines) and self._lines[last] and _indent(self._lines[last]) > indent:
            last += 1
        return range(first, last)

    def _wholly_held(self) -> Iterable[tuple[int, range]]:
        """Yield the line of each key with those of its list where no entry of the list is left."""
        for first in sorted(self._held):
            key = first - 1
            if key not in self._held and self._lines[key].endswith(":"):
                below = self._extent(key)
                if all(line in self._held for line in below if line != key):
                    yield key, range(key + 1, below[-1] + 1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
