"""Writes a draft as its file: canonical YAML, with each doubt as a comment above the line it is about.

A fact that waits for its name to be registered is written and commented out: it does not count before that.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from generator.importer.draft import Draft, NoDraftError
from generator.importer.facts.found import DraftDoubt
from generator.model.consultation import Consultation
from generator.model.outline import Path
from generator.store.decode import Marks
from generator.store.doubts import DOUBT
from generator.store.files import consultation_text, read_data

REGISTER: Final = "登録したら、{lines}初めの「# 」を消してください。"
UNCOMMENT: Final = "合っていれば、{lines}初めの「# 」を消してください。"
UNWRITABLE: Final = "下書きを、読めるファイルとして書けませんでした（{problem}）。"


def write_draft(draft: Draft) -> str:
    """Return the text of the file of ``draft``. Raises NoDraftError where that would be no file one can read."""
    text = consultation_text(draft.consultation)
    writer = _Writer(text.split("\n"), _find_marks(text))
    writer.hold(doubt for doubt in draft.doubts if doubt.held)
    writer.ask(draft.doubts)
    return "\n".join(writer.lines())


def _find_marks(text: str) -> Marks:
    stored, problems = read_data(text.encode(), "", Consultation)
    if stored is None:
        raise NoDraftError(UNWRITABLE.format(problem=problems[0].message))
    return stored.marks


class _Writer:
    """Works on the lines of a file, whose numbers count from 0 here."""

    def __init__(self, lines: list[str], marks: Marks) -> None:
        self._lines = lines
        self._marks = marks
        # The column at which a line that is held back gets its 「# 」.
        self._held: dict[int, int] = {}
        # Lines that are held back by the words above the lines before them.
        self._silent: set[int] = set()
        self._comments: dict[int, list[str]] = defaultdict(list)

    def hold(self, doubts: Iterable[DraftDoubt]) -> None:
        """Comment out the facts of ``doubts``, and with the last fact of a list the key above it."""
        for doubt in doubts:
            first = self._marks[doubt.path].line - 1
            column = _indent(self._lines[first])
            for line in self._extent(first):
                self._held[line] = column
                self._silent.update(() if doubt.message else (line,))
        for key, lines in self._wholly_held():
            self._held.update(dict.fromkeys((key, *lines), _indent(self._lines[key])))

    def ask(self, doubts: Iterable[DraftDoubt]) -> None:
        """Set the words of ``doubts`` above their lines."""
        for doubt in doubts:
            if not doubt.message:
                continue
            line = self._line_of(doubt.path)
            words = " ".join(doubt.message.split())
            if doubt.held:
                above, lines = self._held_lines(line)
                words += (REGISTER if doubt.new else UNCOMMENT).format(lines=lines)
                line = above
            column = self._held.get(line, _indent(self._lines[line]))
            self._comments[line].append(f"{' ' * column}{DOUBT}{words}")

    def _held_lines(self, first: int) -> tuple[int, str]:
        """Return the line above which the fact at ``first`` is asked about, and which lines are to be uncommented."""
        count = len(self._extent(first))
        while first + count in self._silent:
            count += 1
        key = self._held_key(first)
        if key is None or key == first - 1:
            above, count = (first, count) if key is None else (key, count + 1)
            return above, "下の行の" if count == 1 else f"下の{count}行の"
        return first, f"「{self._lines[key].strip()}」の行と、下の" + ("行の" if count == 1 else f"{count}行の")

    def _held_key(self, first: int) -> int | None:
        """Return the line of the key of the list that the fact at ``first`` stands in, if the key is held, too."""
        indent = _indent(self._lines[first])
        above = (line for line in range(first - 1, -1, -1) if _indent(self._lines[line]) < indent)
        key = next(above, None)
        return key if key in self._held else None

    def lines(self) -> list[str]:
        """Return the lines of the file."""
        written: list[str] = []
        for number, line in enumerate(self._lines):
            written.extend(self._comments.get(number, ()))
            column = self._held.get(number)
            written.append(line if column is None else f"{line[:column]}# {line[column:]}")
        return written

    def _line_of(self, path: Path) -> int:
        while path not in self._marks:
            path = path[:-1]
        return self._marks[path].line - 1

    def _extent(self, first: int) -> range:
        """Return the lines of the list entry that begins at ``first``."""
        indent = _indent(self._lines[first])
        last = first + 1
        while last < len(self._lines) and _indent(self._lines[last]) > indent:
            last += 1
        return range(first, last)

    def _wholly_held(self) -> Iterable[tuple[int, range]]:
        """Yield the line of each key with those of its list where no entry of the list is left."""
        for first in sorted(self._held):
            key = first - 1
            if key not in self._held and self._lines[key].endswith(":"):
                below = self._extent(key)[1:]
                if all(line in self._held for line in below):
                    yield key, below


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
