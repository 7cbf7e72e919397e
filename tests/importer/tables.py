"""The table of an import's score: consultations in rows, kinds of fact in columns."""

import unicodedata
from collections.abc import Sequence

from tests.importer.scoring import Score, Tally, total
from tests.importer.stated_facts import ASKED, Kind

LEGEND = "found/held by the yardstick, +n invented, ?n under a doubt; asked: " + ", ".join(ASKED)


def table(scores: Sequence[Score]) -> str:
    """Return the table with sums and per cent, its columns aligned in a monospaced face. Empty kinds have no column."""
    kinds = [kind for kind in Kind if _says_anything(total(scores, kind))]
    groups: list[tuple[str, tuple[Kind, ...]]] = [(str(kind), (kind,)) for kind in kinds]
    groups += [("asked", ASKED), ("all", tuple(Kind))]
    rows = [["", *(name for name, _ in groups)]]
    rows += [[str(score.number), *(_cell(score.tally(*group)) for _, group in groups)] for score in scores]
    sums = [total(scores, *group) for _, group in groups]
    rows += [["sum", *map(_cell, sums)], ["%", *map(_per_cent, sums)]]
    return "\n".join(_aligned(rows)) + f"\n{LEGEND}\n"


def width(text: str) -> int:
    """Return how many columns ``text`` takes: full-width characters take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _says_anything(tally: Tally) -> bool:
    return bool(tally.golden or tally.invented or tally.doubted)


def _cell(tally: Tally) -> str:
    if not _says_anything(tally):
        return "-"
    invented = f"+{tally.invented}" if tally.invented else ""
    doubted = f"?{tally.doubted}" if tally.doubted else ""
    return f"{tally.found}/{tally.golden}{invented}{doubted}"


def _per_cent(tally: Tally) -> str:
    # Never rounded up: 99.96 is not 100.
    return f"{int(tally.share * 1000) / 10:.1f}" if tally.golden else "-"


def _aligned(rows: list[list[str]]) -> list[str]:
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(" " * (wanted - width(cell)) + cell for cell, wanted in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
