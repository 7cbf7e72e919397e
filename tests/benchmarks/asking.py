"""What a query asks, as the oracle reads it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tests.benchmarks.folding import fold, fold_name
from tests.benchmarks.reading import Name

_QUOTES: Final = '"＂“”'
_TERM: Final = re.compile(
    rf"(?P<leave_out>[-－−]?)(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]|(?P<word>[^\s{_QUOTES}]+))"
)


@dataclass(frozen=True)
class Wanted:
    """Folded terms that must all stand in a document, or in their stead a spelling of one of the names they call."""

    terms: tuple[str, ...]
    instead: tuple[str, ...]


@dataclass(frozen=True)
class Query:
    """What is wanted and what is left out, folded."""

    wanted: tuple[Wanted, ...]
    left_out: tuple[str, ...]


def called(names: tuple[Name, ...]) -> dict[str, tuple[str, ...]]:
    """Return the spellings in documents by what readers call them."""
    known: dict[str, tuple[str, ...]] = {}
    for name in names:
        for word in name.called:
            known[word] = (*known.get(word, ()), *name.spellings)
    return known


def read_query(query: str, known: Mapping[str, tuple[str, ...]]) -> Query:
    """Return what ``query`` asks; ``known`` are the names."""
    wanted: list[Wanted] = []
    left_out: list[str] = []
    plain: list[str] = []
    for match in _TERM.finditer(query):
        text = match["word"] if match["phrase"] is None else match["phrase"]
        if not match["leave_out"] and match["phrase"] is None:
            plain.append(text)
            continue
        wanted += _in_runs(plain, known)
        plain = []
        if match["leave_out"]:
            left_out.append(fold(text))
        else:
            wanted += _in_runs([text], known)
    wanted += _in_runs(plain, known)
    return Query(tuple(one for one in wanted if one.terms), tuple(filter(None, left_out)))


def _in_runs(words: list[str], known: Mapping[str, tuple[str, ...]]) -> list[Wanted]:
    """Return what ``words`` want: the longest run from the left that is a name, or else the word by itself."""
    wanted = []
    while words:
        lengths = range(len(words), 0, -1)
        length = next((length for length in lengths if fold_name(" ".join(words[:length])) in known), 1)
        run, words = words[:length], words[length:]
        instead = known.get(fold_name(" ".join(run)), ())
        wanted.append(Wanted(tuple(filter(None, map(fold, run))), instead))
    return wanted
