"""What a document does not show (黒塗り): rows of ■ in its texts, and which entry of ``withheld`` says why."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.model.consultation import Consultation, Decided, Withheld
from generator.model.texts import texts_of

BLACK: Final = "■"
_ROW: Final = re.compile(f"{BLACK}+")


@dataclass(frozen=True)
class BlackRow:
    """A row of ■ from ``start`` to ``end`` of a text, withheld for ``reason``."""

    start: int
    end: int
    reason: str

    @property
    def characters(self) -> int:
        """How many characters are withheld."""
        return self.end - self.start


def black_rows(text: str, withheld: Iterable[Withheld]) -> tuple[BlackRow, ...]:
    """Return the rows of ■ in ``text`` that ``withheld`` tells of, in order. Others are characters of the document."""
    rows = [match.span() for match in _ROW.finditer(text)]
    if not rows:
        return ()
    told: dict[tuple[int, int], str] = {}
    # What says more of its place is meant for it rather than what says less.
    for entry in sorted(withheld, key=lambda entry: -len(entry.words)):
        for begin, end in occurrences(entry.words, text):
            for row in rows:
                if begin <= row[0] and row[1] <= end:
                    told.setdefault(row, entry.reason)
    return tuple(BlackRow(*row, told[row]) for row in rows if row in told)


def occurrences(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where ``words`` stand in ``text``; those that begin or end with ■ have no more of them beside."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        cut = (words[0] == BLACK and text[:start].endswith(BLACK)) or (
            words[-1] == BLACK and text.startswith(BLACK, end)
        )
        if not cut:
            yield start, end
        start = text.find(words, start + 1)


def untold_rows(text: str, told: Iterable[Decided], fewest: int) -> tuple[tuple[int, int], ...]:
    """Return the rows of at least ``fewest`` ■ in ``text`` that no entry in ``told`` speaks of."""
    spoken = [span for entry in told for span in occurrences(entry.words, text)]
    rows = (match.span() for match in _ROW.finditer(text))
    return tuple(
        row
        for row in rows
        if row[1] - row[0] >= fewest and not any(begin <= row[0] and row[1] <= end for begin, end in spoken)
    )


def count_withheld(consultation: Consultation) -> int:
    """Return how many characters of ``consultation`` are withheld."""
    if not consultation.withheld:
        return 0
    return sum(row.characters for _, text in texts_of(consultation) for row in black_rows(text, consultation.withheld))
