"""Measures the site's search and its rivals at one size. What fails is told and does not lose the rest."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Final

from playwright.sync_api import Browser

from tests.benchmarks.building import Built, build, corpus, say
from tests.benchmarks.driving import Correctness, measure_correctness
from tests.benchmarks.lunr import NAME as LUNR
from tests.benchmarks.lunr import measure_lunr
from tests.benchmarks.oracle import Oracle
from tests.benchmarks.queries import Asked, Queries, make_queries
from tests.benchmarks.rivals import NAME as PAGEFIND
from tests.benchmarks.rivals import Contest, Measured, measure_pagefind
from tests.benchmarks.serving import Host, hosted
from tests.benchmarks.table import Row
from tests.benchmarks.timing import COLD, TYPED, WARM, measure_cold, measure_typing, measure_warm

_THIS_SITE: Final = "this site"
_RIVALS_ASKED: Final = 300
_MOST_FOR_LUNR: Final = 1000
_SEED: Final = 20220617


@dataclass(frozen=True)
class Subject:
    """What is asked at a size, and of what truth."""

    browser: Browser
    folder: Path
    size: int
    oracle: Oracle
    queries: Queries
    timed: list[str]
    for_rivals: dict[str, list[Asked]]

    @property
    def cold(self) -> list[str]:
        """The queries of the first visits."""
        return self.timed[:COLD]

    @property
    def contest(self) -> Contest:
        """What the rivals are asked."""
        return Contest(self.browser, self.oracle, self.for_rivals, self.cold)


def measure(browser: Browser, folder: Path, size: int, substrings: int, *, rivals: bool) -> list[Row]:
    """Return what is known of all searches at ``size``; what has been built is kept in ``folder``."""
    content = corpus(folder, size)
    say(f"{size}: making the queries")
    oracle, random = Oracle(content), Random(_SEED)  # noqa: S311 - the same queries each time
    queries = make_queries(content, oracle, substrings, random)
    say(f"{size}: {queries.remarks}")
    finding = [asked for asked in queries.substrings if oracle.answer(asked.query)]
    timed = random.sample(finding, min(len(finding), COLD + 1 + WARM + TYPED))
    subject = Subject(
        browser,
        folder,
        size,
        oracle,
        queries,
        [asked.query for asked in timed],
        queries.for_rivals(_RIVALS_ASKED, random),
    )
    rows = [_site(subject)]
    if rivals:
        rows += _pagefind(subject)
        rows += _lunr(subject) if size <= _MOST_FOR_LUNR else []
    return rows


def _site(subject: Subject) -> Row:
    row = Row(subject.size, Measured(_THIS_SITE))
    built: list[Built] = []
    if not _guarded(row.measured, lambda: built.append(build(subject.folder, subject.size))):
        return row
    row.build_seconds, row.measured.seconds = built[0].seconds.build, built[0].seconds.index
    files = [file for name in ("pagefind", "search") for file in (built[0].site / name).rglob("*") if file.is_file()]
    row.measured.count_index(file for file in files if file.suffix != ".html")
    with hosted(built[0].site) as host:
        _guarded(row.measured, lambda: _correctness(subject, row.measured, host))
        warm, typed = subject.timed[COLD:-TYPED], subject.timed[-TYPED:]
        say(f"{subject.size}: timing")
        _guarded(row.measured, lambda: measure_cold(subject.browser, host, subject.cold, row.measured.cold))
        _guarded(row.measured, lambda: measure_warm(subject.browser, host, warm, row.warm))
        _guarded(row.measured, lambda: measure_typing(subject.browser, host, typed, row.typing))
    return row


def _correctness(subject: Subject, measured: Measured, host: Host) -> None:
    page = subject.browser.new_page()
    correctness = Correctness(subject.oracle, measured.scores)
    measure_correctness(page, host, subject.queries, correctness)
    page.close()
    for mistake in correctness.mistakes:
        say(f"{subject.size}: {mistake}")


def _pagefind(subject: Subject) -> list[Row]:
    rows = [Row(subject.size, Measured(f"{PAGEFIND}{how}")) for how in ("", ", in quotes")]
    folder = subject.folder / "pagefind-extended"
    for row, quote in zip(rows, ("", '"'), strict=True):
        say(f"{subject.size}: {row.measured.name}")
        _guarded(row.measured, partial(measure_pagefind, row.measured, quote, folder, subject.contest))
    return rows


def _lunr(subject: Subject) -> list[Row]:
    row = Row(subject.size, Measured(LUNR))
    say(f"{subject.size}: {LUNR}")
    _guarded(row.measured, partial(measure_lunr, row.measured, subject.folder / "lunr", subject.contest))
    return [row]


def _guarded(measured: Measured, step: Callable[[], object]) -> bool:
    """Do ``step`` and tell whether it worked; what went wrong is noted with what is measured."""
    try:
        step()
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not lose what else is measured
        say("".join(traceback.format_exception(error)))
        first_line = (str(error) or type(error).__name__).splitlines()[0]
        measured.failure = "; ".join(filter(None, (measured.failure, first_line)))
        return False
    return True
