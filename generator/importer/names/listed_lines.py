"""The lines of a YAML list's entries, and new entries between them, in the file's own indentation and line ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.store.doubts import DOUBT

_BOM: Final = "\ufeff"
# The breaks by which YAML's reader counts lines (https://yaml.org/spec/1.1/#b-char).
_LINE: Final = re.compile("[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029]|$)")
_FILE_BREAK: Final = re.compile("\r\n|\n|\r")
_DASH: Final = re.compile(r"( *)-(?:\s|$)")


class ListedLinesError(Exception):
    """A list is not written as one entry after the other, each with a dash on a line of its own."""


@dataclass(frozen=True)
class Insertion:
    """Lines that go before the entry at ``position`` of the list, or behind the last; they begin at the left margin."""

    position: int
    text: str


@dataclass(frozen=True)
class _Entry:
    """The lines of an entry, from its comments (``first``) over its dash to what follows it (``end``)."""

    first: int
    end: int
    indent: str


def with_insertions(text: str, entry_lines: Sequence[int], insertions: Sequence[Insertion]) -> str:
    """Return ``text`` with ``insertions`` in a list whose entries are at ``entry_lines``, counted from 1.

    Raises ListedLinesError where the list is written in brackets.
    """
    bom = _BOM if text.startswith(_BOM) else ""
    lines = [line for line in _LINE.findall(text.removeprefix(_BOM)) if line]
    file_break = next(iter(_FILE_BREAK.findall(text)), "\n")
    entries = [_entry(lines, line, is_first=number == 0) for number, line in enumerate(sorted(entry_lines))]
    for insertion in reversed(insertions):
        behind = insertion.position >= len(entries)
        entry = entries[-1 if behind else insertion.position]
        at = entry.end if behind else entry.first
        if at and not _FILE_BREAK.search(lines[at - 1]):
            lines[at - 1] += file_break
        lines[at:at] = [f"{entry.indent}{line}{file_break}" for line in insertion.text.splitlines()]
    return bom + "".join(lines)


def _entry(lines: Sequence[str], line: int, *, is_first: bool) -> _Entry:
    dash = line - 1
    while dash >= 0 and not _DASH.match(lines[dash]):
        dash -= 1
    if dash < 0:
        raise ListedLinesError
    indent = _indent(lines[dash])
    return _Entry(_first_line(lines, dash, is_first=is_first), _end(lines, dash), " " * indent)


def _first_line(lines: Sequence[str], dash: int, *, is_first: bool) -> int:
    """Return where an entry's comments begin. Above the first entry, all but open questions are about the file."""
    begin = "#" if not is_first else DOUBT.strip()
    first = dash
    while first and lines[first - 1].lstrip().startswith(begin) and _indent(lines[first - 1]) <= _indent(lines[dash]):
        first -= 1
    return first


def _end(lines: Sequence[str], dash: int) -> int:
    """Return the line after the last of the entry's: what belongs to it is indented further than its dash."""
    end = dash + 1
    for number in range(dash + 1, len(lines)):
        line = lines[number]
        if not line.strip():
            continue
        if _indent(line) > _indent(lines[dash]):
            end = number + 1
        elif not line.lstrip().startswith("#"):
            break
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
