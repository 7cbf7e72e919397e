"""How right the answers are: what was found of what should be, summed over all queries before dividing."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import ceil


@dataclass
class Score:
    """Sums over queries. A query is exact where everything about its answer is as the oracle says."""

    queries: int = 0
    exact: int = 0
    true: int = 0
    found: int = 0
    right: int = 0

    def add(self, true: AbstractSet[object], found: AbstractSet[object], *, exact: bool | None = None) -> None:
        """Count a query's answer ``found``; ``exact`` may ask for more than that the two are equal."""
        self.queries += 1
        self.exact += (true == found) if exact is None else exact
        self.true += len(true)
        self.found += len(found)
        self.right += len(true & found)

    @property
    def recall(self) -> float | None:
        """What part of the truth was found, or None where there was nothing to find."""
        return self.right / self.true if self.true else None

    @property
    def precision(self) -> float | None:
        """What part of what was found is true, or None where nothing was found."""
        return self.right / self.found if self.found else None

    def shown(self) -> str:
        """Return recall/precision and the exact answers for a table."""
        return f"{_rate(self.recall)}/{_rate(self.precision)} {self.exact}/{self.queries}" if self.queries else "–"


def _rate(rate: float | None) -> str:
    if rate is None:
        return "–"
    # What is not quite 1 must not look like it.
    return "1" if rate == 1 else f"{min(rate, 0.9999):.4f}".removeprefix("0")


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value that ``share`` of ``values`` do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, ceil(share * len(ordered)) - 1)]


def median_p95(values: Sequence[float], digits: int = 0) -> str:
    """Return median and 95th percentile for a table."""
    if not values:
        return "–"
    return f"{quantile(values, 0.5):.{digits}f}/{quantile(values, 0.95):.{digits}f}"
