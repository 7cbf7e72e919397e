"""Asks the site's own search module in a browser, and compares its answers with the oracle's."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlencode

from playwright.sync_api import Page

from tests.benchmarks.building import say
from tests.benchmarks.oracle import Oracle
from tests.benchmarks.queries import Asked, Queries
from tests.benchmarks.reading import FACETS
from tests.benchmarks.scoring import Score
from tests.benchmarks.serving import Host

# As the browser gives it: results [[number, added]], counts {facet: {value: count}}, and failure, if it failed.
Answer = dict[str, Any]

_AT_ONCE: Final = 40
_SHOWN_MISTAKES: Final = 5
_OPEN: Final = """async (root) => {
  const { search } = await import(root + "assets/javascripts/archive-search.js");
  const { readRequest } = await import(root + "assets/javascripts/address.js");
  window.benchmark = { search, readRequest };
}"""
_ASK: Final = """async ([addresses, facets]) => {
  const { search, readRequest } = window.benchmark;
  const answerTo = async (address) => {
    const request = readRequest(new URLSearchParams(address));
    const { numbers, added } = await search.answer(request);
    const counts = {};
    for (const facet of facets) {
      counts[facet] = Object.fromEntries((await search.counts(request, facet)).map(({ key, count }) => [key, count]));
    }
    return { results: [...numbers].map((number, rank) => [number, added[rank] > 0]), counts };
  };
  const answers = [];
  for (const address of addresses) {
    answers.push(await answerTo(address).catch((error) => ({ failure: String(error), results: [], counts: {} })));
  }
  return answers;
}"""


@dataclass
class Correctness:
    """The scores of the site by sort of request, and the first mistakes of each."""

    oracle: Oracle
    scores: dict[str, Score]
    mistakes: list[str] = field(default_factory=list)

    def compare(self, sort: str, asked: Asked, answer: Answer) -> None:
        """Hold the results of ``answer`` against the truth; what a name adds must also be marked so."""
        truth = self.oracle.answer(asked.query, asked.selection)
        found = dict(answer["results"])
        exact = found == truth and len(answer["results"]) == len(found)
        self.scores.setdefault(sort, Score()).add(truth.keys(), found.keys(), exact=exact)
        if not exact:
            missed, wrong = sorted(truth.keys() - found.keys()), sorted(found.keys() - truth.keys())
            marked = sorted(number for number in truth.keys() & found.keys() if truth[number] != found[number])
            words = f"missed {missed[:3]}, wrongly found {wrong[:3]}, wrongly marked as added or not {marked[:3]}"
            self._note(sort, asked, answer.get("failure", words))

    def compare_counts(self, sort: str, asked: Asked, answer: Answer) -> None:
        """Hold the counts of ``answer`` against the truth, each consultation counted being one thing to be found."""
        for facet in FACETS:
            truth = self.oracle.counts(asked.query, asked.selection, facet)
            found = {value: count for value, count in answer["counts"].get(facet, {}).items() if count}
            self.scores.setdefault(sort, Score()).add(_units(truth), _units(found))
            if truth != found:
                wrong = {
                    value: (count, truth.get(value, 0)) for value, count in found.items() if truth.get(value) != count
                }
                missed = sorted(truth.keys() - found.keys())
                self._note(sort, asked, f"{facet}: found and true {wrong}, missed {missed}")

    def _note(self, sort: str, asked: Asked, words: str) -> None:
        if sum(mistake.startswith(sort) for mistake in self.mistakes) < _SHOWN_MISTAKES:
            self.mistakes.append(f"{sort}: {address_of(asked)} ({asked.query}): {words}")


def measure_correctness(page: Page, host: Host, queries: Queries, correctness: Correctness) -> None:
    """Ask all ``queries``."""
    page.goto(f"{host.url}search/")
    page.evaluate(_OPEN, host.url)
    sorts = {"substrings": queries.substrings, "absent": queries.absent, "curated": queries.curated}
    for sort, asked in sorts.items():
        for one, answer in _answers(page, asked, ()):
            correctness.compare(sort, one, answer)
    for one, answer in _answers(page, queries.facets, FACETS):
        correctness.compare("facets", one, answer)
        correctness.compare_counts("counts", one, answer)


def address_of(asked: Asked) -> str:
    """Return what the search page's address says of a request."""
    chosen = [(facet, value) for facet, values in asked.selection.items() for value in sorted(values)]
    return urlencode([("q", asked.query), *chosen] if asked.query else chosen)


def _answers(page: Page, asked: list[Asked], facets: tuple[str, ...]) -> Iterator[tuple[Asked, Answer]]:
    for start in range(0, len(asked), _AT_ONCE):
        part = asked[start : start + _AT_ONCE]
        yield from zip(part, page.evaluate(_ASK, [[address_of(one) for one in part], facets]), strict=True)
    say(f"asked {len(asked)} requests")


def _units(counts: dict[str, int]) -> set[object]:
    return {(value, unit) for value, count in counts.items() for unit in range(count)}
