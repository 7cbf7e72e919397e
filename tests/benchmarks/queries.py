"""The queries: cut at random from the documents' raw text, made so that they stand nowhere, typed by residents."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from tests.benchmarks.curated import WITH_SIGNS, WORDS
from tests.benchmarks.folding import fold
from tests.benchmarks.oracle import Oracle
from tests.benchmarks.reading import FACETS

ABSENT: Final = 240
FACET_REQUESTS: Final = 240
_LENGTHS: Final = range(1, 13)
_ACROSS_A_BREAK: Final = 1 / 5
# What a query reads as a sign is no cut: these are measured with the curated ones.
_SIGN: Final = re.compile('["＂“”]|(?:^|\\s)[-－−]')
_BREAK: Final = re.compile(r"[ \u3000]*\n\s*")
_TRIES: Final = 200
_SORTS: Final = {
    "with white space": re.compile(r"\s"),
    "with Latin letters": re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]"),
    "with digits": re.compile(r"[0-9０-９]"),
    "with kana": re.compile(r"[\u3041-\u30ff]"),
}


@dataclass(frozen=True)
class Asked:
    """A request: the words typed, and the values chosen by facet."""

    query: str
    selection: dict[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Queries:
    """All requests of a measurement by their sort, and what is to be said of them."""

    substrings: list[Asked]
    absent: list[Asked]
    curated: list[Asked]
    facets: list[Asked]
    remarks: str

    def for_rivals(self, count: int, random: Random) -> dict[str, list[Asked]]:
        """Return ``count`` of the queries without signs or facets, by sort, drawn at random."""
        sorts = {"substrings": self.substrings, "absent": self.absent, "curated": [Asked(word) for word in WORDS]}
        every = [(sort, asked) for sort, listed in sorts.items() for asked in listed]
        drawn = random.sample(every, min(count, len(every)))
        return {sort: [asked for name, asked in drawn if name == sort] for sort in sorts}


def make_queries(content: Path, oracle: Oracle, substrings: int, random: Random) -> Queries:
    """Return the queries for ``content``."""
    cutter = _Cutter(content, oracle, random)
    cut = cutter.substrings(substrings)
    sorts = Counter(name for query in cut for name, pattern in _SORTS.items() if pattern.search(query))
    counts = ", ".join(f"{sorts[name]} {name}" for name in _SORTS)
    remarks = f"{len(cut)} substrings: {counts}; {cutter.across} cut across what was a line break of the PDF"
    curated = [Asked(query) for query in (*WORDS, *WITH_SIGNS)]
    return Queries(
        substrings=[Asked(query) for query in cut],
        absent=[Asked(query) for query in cutter.absent(ABSENT)],
        curated=curated,
        facets=_facet_requests(oracle, cut, random),
        remarks=remarks,
    )


class _Cutter:
    def __init__(self, content: Path, oracle: Oracle, random: Random) -> None:
        self._oracle = oracle
        self._random = random
        files = sorted((content / "sources").glob("*.txt"))
        self._texts = [file.read_text(encoding="utf-8") for file in files]
        self._sizes = [len(text) for text in self._texts]
        self.across = 0

    def substrings(self, count: int) -> list[str]:
        """Return ``count`` different cuts, of all lengths alike."""
        cuts: dict[str, bool] = {}
        while len(cuts) < count:
            length = self._random.choice(_LENGTHS)
            across = length > 1 and self._random.random() < _ACROSS_A_BREAK
            cut = self._first(lambda length=length, across=across: self._cut(length, across=across), cuts)  # type: ignore[misc]
            if cut is not None:
                cuts[cut] = across
        self.across = sum(cuts.values())
        return list(cuts)

    def absent(self, count: int) -> list[str]:
        """Return ``count`` different texts of the documents' characters that stand nowhere."""
        found: dict[str, None] = {}
        while len(found) < count:
            cut = self._cut(self._random.choice(_LENGTHS[1:]), across=False)
            turned = cut[::-1] if self._random.random() < 1 / 2 else "".join(self._random.sample(cut, len(cut)))
            if cut and not _SIGN.search(turned) and not re.search(r"\s", turned) and not self._oracle.answer(turned):
                found[turned] = None
        return list(found)

    def _first(self, attempt: Callable[[], str], known: Iterable[str]) -> str | None:
        cuts = (attempt() for _ in range(_TRIES))
        return next((cut for cut in cuts if cut and cut not in known), None)

    def _cut(self, length: int, *, across: bool) -> str:
        """Return a cut, or nothing where it would be none to ask for."""
        text = self._random.choices(self._texts, self._sizes)[0]
        start = self._random.randrange(len(text) - length)
        cut = self._joined(text, start, length) if across else text[start : start + length]
        usable = "\n" not in cut and fold(cut) and not _SIGN.search(cut)
        return cut if usable else ""

    def _joined(self, text: str, start: int, length: int) -> str:
        """Return the words around the next line break, joined, if they stand so in a document."""
        line_break = _BREAK.search(text, start)
        if line_break is None:
            return ""
        before = self._random.randint(1, length - 1)
        head, tail = text[: line_break.start()][-before:], text[line_break.end() :][: length - before]
        # A cut with white space of its own would be two words.
        joined = head + tail
        return joined if not re.search(r"\s", joined) and self._oracle.stands(fold(joined)) else ""


def _facet_requests(oracle: Oracle, substrings: list[str], random: Random) -> list[Asked]:
    short = [query for query in substrings if len(fold(query)) <= 2 and _is_word(query)]
    requests = []
    for _ in range(FACET_REQUESTS):
        document = random.choice(oracle.documents)
        chosen = random.sample([facet for facet in FACETS if document.values[facet]], random.choice((1, 1, 2, 3)))
        selection = {facet: _values(oracle, facet, document.values[facet], random) for facet in chosen}
        query = random.choice((random.choice(short or [""]), random.choice(WORDS))) if random.random() < 1 / 2 else ""
        requests.append(Asked(query, selection))
    return requests


def _values(oracle: Oracle, facet: str, own: frozenset[str], random: Random) -> frozenset[str]:
    """Return one of the values of a document, and sometimes one of another's."""
    other = random.choice(oracle.documents).values[facet]
    more = [random.choice(sorted(other))] if other and random.random() < 1 / 3 else []
    return frozenset([random.choice(sorted(own)), *more])


def _is_word(query: str) -> bool:
    return all(unicodedata.category(letter)[0] in "LN" for letter in query)
