"""Brings a new reading into a file that a person has gone on with: what hands have changed stays as it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher, unified_diff
from typing import Final

_CONTEXT: Final = 2


@dataclass(frozen=True)
class Merged:
    """The text of the file with the new reading, and the changes that hands kept out (as lines of a diff)."""

    text: str
    kept_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Change:
    """Lines of one text, from ``begin`` to ``end``, that another has otherwise."""

    begin: int
    end: int
    lines: tuple[str, ...]


def merge(first_reading: str, file: str, new_reading: str) -> Merged:
    """Change ``file`` as the new reading differs from the first, wherever the file still is as it was first read.

    An editor may have given every line another ending: that is no change by hand, and the file keeps it.
    """
    ending = "\r\n" if "\r\n" in file else "\n"
    before, after = (
        reading.replace("\n", ending).splitlines(keepends=True) for reading in (first_reading, new_reading)
    )
    ours = file.splitlines(keepends=True)
    ours_by_hand = tuple(_find_changes(before, ours))
    result, shift = list(ours), 0
    kept_out: list[str] = []
    for change in _find_changes(before, after):
        place = _find_place(change, ours_by_hand)
        if place is None:
            if change not in ours_by_hand:
                kept_out.extend(_show_as_diff(before[change.begin : change.end], change.lines))
            continue
        position = place + shift
        result[position : position + change.end - change.begin] = change.lines
        shift += len(change.lines) - (change.end - change.begin)
    return Merged("".join(result), tuple(kept_out))


def show_difference(before: str, after: str, name: str) -> str:
    """Return what changes in the file ``name``, as a unified diff."""
    names = (f"{name}（今）", f"{name}（新しく読み取ったもの）")
    return "\n".join(unified_diff(before.splitlines(), after.splitlines(), *names, n=_CONTEXT, lineterm=""))


def _find_changes(before: list[str], after: list[str]) -> Iterator[_Change]:
    for tag, begin, end, other, other_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield _Change(begin, end, tuple(after[other:other_end]))


def _find_place(change: _Change, by_hand: tuple[_Change, ...]) -> int | None:
    """Return where in the file the lines of ``change`` stand, or None where hands have touched them or beside them."""
    shift = 0
    for other in by_hand:
        if change.end < other.begin:
            break
        if change.begin <= other.end:
            return None
        shift += len(other.lines) - (other.end - other.begin)
    return change.begin + shift


def _show_as_diff(before: list[str], after: tuple[str, ...]) -> Iterator[str]:
    yield from (f"-{line.rstrip()}" for line in before)
    yield from (f"+{line.rstrip()}" for line in after)
