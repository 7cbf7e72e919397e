"""The tables at the end."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from tests.benchmarks.rivals import Measured
from tests.benchmarks.scoring import Score, median_p95, quantile
from tests.benchmarks.timing import Loads

_SORTS: Final = ("substrings", "absent", "curated", "facets", "counts")
_ANSWERS: Final = ("consultations", "search", *_SORTS)
_COSTS: Final = (
    "consultations",
    "search",
    "cold: engine, index, data kB",
    "cold: scripts kB",
    "cold: requests",
    "cold: page kB",
    "cold ms",
    "warm ms",
    "warm kB",
    "warm requests",
    "typing ms",
    "index kB",
    "index files",
    "index s",
    "build s",
)
_KILO: Final = 1000
_NOTHING: Final = "–"


@dataclass
class Row:
    """A search at a size."""

    size: int
    measured: Measured
    warm: Loads = field(default_factory=Loads)
    typing: list[float] = field(default_factory=list)
    build_seconds: float = 0.0


def tables(rows: Iterable[Row]) -> str:
    """Return ``rows`` as two tables in Markdown: how right the answers are, and what they cost."""
    all_rows = list(rows)
    return f"{_table(_ANSWERS, map(_answers, all_rows))}\n\n{_table(_COSTS, map(_costs, all_rows))}"


def _table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = list(headings)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (names, ["---"] * len(names), *rows))


def _name(row: Row) -> list[str]:
    measured = row.measured
    name = f"{measured.name} FAILED: {measured.failure}" if measured.failure else measured.name
    failures = measured.cold.failures + row.warm.failures
    shown = name.replace("|", "/").replace("\n", " ") + (f" ({failures} pages showed no result)" if failures else "")
    return [f"{row.size:,}", shown]


def _answers(row: Row) -> list[str]:
    return [*_name(row), *(row.measured.scores.get(sort, Score()).shown() for sort in _SORTS)]


def _costs(row: Row) -> list[str]:
    measured, cold, warm = row.measured, row.measured.cold, row.warm
    return [
        *_name(row),
        _kilobytes(cold.search_bytes),
        _kilobytes(cold.script_bytes),
        median_p95(cold.requests),
        _kilobytes(cold.rest_bytes),
        median_p95(cold.times),
        median_p95(warm.times),
        _kilobytes(warm.search_bytes),
        median_p95(warm.requests),
        f"{quantile(row.typing, 0.95):.0f}/{max(row.typing):.0f}" if row.typing else _NOTHING,
        f"{measured.index_bytes / _KILO:,.0f}" if measured.index_files else _NOTHING,
        f"{measured.index_files:,}" if measured.index_files else _NOTHING,
        f"{measured.seconds:.1f}" if measured.index_files else _NOTHING,
        f"{row.build_seconds:.1f}" if row.build_seconds else _NOTHING,
    ]


def _kilobytes(sizes: list[int]) -> str:
    return median_p95([size / _KILO for size in sizes], 1)
