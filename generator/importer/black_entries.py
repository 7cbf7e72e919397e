"""The lines that a file gets when words of it are withheld: entries of its lists at the top, written as hands would."""

import re
from collections.abc import Iterator
from types import GenericAlias
from typing import Any, Final

from generator.model.blackout import occurrences
from generator.model.consultation import Consultation
from generator.model.outline import Path
from generator.store.encode import encode
from generator.store.shapes import keys

_STRETCH: Final = re.compile("1(?:[1 ]*1)?")
_ENTRY: Final = re.compile(r"( *)- ")


def add_entry(text: str, key: str, entry: Any) -> str:  # noqa: ANN401 - an entry of the model
    """Return the file ``text`` with ``entry`` at the end of its list ``key``, which is made in its place."""
    lines = text.split("\n")
    written = encode((entry,), GenericAlias(tuple, (type(entry), ...))).removesuffix("\n").split("\n")
    if f"{key}:" not in lines:
        names = tuple(keys(Consultation))
        later = {f"{name}:" for name in names[names.index(key) :]}
        place = next(at for at, line in enumerate(lines) if line in later)
        return "\n".join((*lines[:place], f"{key}:", *written, *lines[place:]))
    first = lines.index(f"{key}:") + 1
    depth = next((len(match.group(1)) for line in lines[first:] if (match := _ENTRY.match(line))), 2)
    last = next(place for place in range(first, len(lines)) if lines[place][:1] not in ("", " ", "-", "#"))
    moved = (" " * depth + line.removeprefix("  ") for line in written)
    return "\n".join((*lines[:last], *moved, *lines[last:]))


def tell_apart(before: dict[Path, str], after: dict[Path, str]) -> Iterator[str]:
    """Yield words of the texts ``after`` that hold the ■ they have more than those ``before``, and no others."""
    told: list[str] = []
    for path, text in after.items():
        for begin, end in _new_stretches(before[path], text):
            known = (span for words in told for span in occurrences(words, text))
            if not any(start <= begin and end <= stop for start, stop in known):
                told.append(_unlike(text, begin, end, before))
                yield told[-1]


def _new_stretches(before: str, after: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of ``after`` that are black and were not ``before``; white space does not end one."""
    marks = "".join(
        " " if letter.isspace() else str(int(letter != old)) for old, letter in zip(before, after, strict=True)
    )
    yield from (match.span() for match in _STRETCH.finditer(marks))


def _unlike(text: str, begin: int, end: int, before: dict[Path, str]) -> str:
    """Return the words of ``text`` from ``begin`` to ``end``, with as much beside them as no text had ``before``."""
    words = text
    for wider in range(len(text), -1, -1):
        start, stop = max(0, begin - wider), min(len(text), end + wider)
        shorter = text[start:stop]
        known = any(True for other in before.values() for _ in occurrences(shorter, other))
        if known or (start, stop) not in occurrences(shorter, text):
            break
        # A file keeps no white space at the ends of what it says.
        words = shorter if shorter == shorter.strip() else words
    return words
