"""A search this one is held against, on the same text: Pagefind's extended binary, as it comes."""

import gzip
import hashlib
import html
import importlib
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page

from tests.benchmarks.building import FailedError, Seconds, keep_seconds, kept_seconds, say
from tests.benchmarks.oracle import Oracle
from tests.benchmarks.queries import Asked
from tests.benchmarks.reading import Document
from tests.benchmarks.scoring import Score
from tests.benchmarks.serving import Host, hosted
from tests.benchmarks.timing import Loads

NAME: Final = "pagefind-bin-extended"
_PAGE: Final = (
    '<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>{title}</title></head>'
    "<body data-pagefind-body><h1>{title}</h1>{blocks}</body></html>"
)
_EMPTY_PAGE: Final = '<!doctype html><html lang="ja"><meta charset="utf-8"><title>-</title>'
_SIGNATURE: Final = b"pagefind_dcd"
_AT_ONCE: Final = 20
# Pagefind's own interface shows so many results at first.
_SHOWN: Final = 5
_OPEN_PAGEFIND: Final = """async (root) => {
  window.pagefind = await import(root + "pagefind/pagefind.js");
  await window.pagefind.init();
}"""
_ASK_PAGEFIND: Final = """async (queries) => {
  const answers = [];
  for (const query of queries) {
    const { results } = await window.pagefind.search(query);
    answers.push(results.map(({ id }) => id));
  }
  return answers;
}"""
_SHOW_PAGEFIND: Final = """async ([query, count]) => {
  const { results } = await window.pagefind.search(query);
  await Promise.all(results.slice(0, count).map((result) => result.data()));
}"""
# The position of the title among a document's blocks: after its document's number and its own.
TITLE: Final = 2


@dataclass
class Measured:
    """What is known of a rival; a failure stands for all that could not be measured after it."""

    name: str
    scores: dict[str, Score] = field(default_factory=dict)
    cold: Loads = field(default_factory=Loads)
    index_bytes: int = 0
    index_files: int = 0
    seconds: float = 0.0
    failure: str = ""

    def count_index(self, files: Iterable[Path]) -> None:
        """Note ``files``, which are the index and what else only the search needs."""
        sizes = [file.stat().st_size for file in files]
        self.index_bytes, self.index_files = sum(sizes), len(sizes)


@dataclass(frozen=True)
class Contest:
    """What a rival is asked: queries by their sort for the scores, and those of the first visits."""

    browser: Browser
    oracle: Oracle
    queries: dict[str, list[Asked]]
    cold: list[str]


def measure_pagefind(measured: Measured, quote: str, folder: Path, contest: Contest) -> None:
    """Measure what Pagefind's extended binary answers to queries between ``quote``. Raises FailedError."""
    measured.seconds = _build(folder, contest.oracle.documents).index
    measured.count_index(file for file in (folder / "pagefind").rglob("*") if file.is_file())
    numbers = _numbers(folder / "pagefind")
    with hosted(folder) as host:
        page = contest.browser.new_page()
        page.goto(host.url)
        page.evaluate(_OPEN_PAGEFIND, host.url)
        measured.scores = scores_of(contest, lambda asked: _ask(page, _quoted(asked, quote), numbers))
        page.close()
        _measure_cold(contest.browser, host, measured.cold, _quoted(contest.cold, quote))


def _quoted(queries: Sequence[str], quote: str) -> list[str]:
    return [f"{quote}{query}{quote}" for query in queries]


def scores_of(contest: Contest, ask: Callable[[list[str]], list[set[int]]]) -> dict[str, Score]:
    """Return the scores of ``ask``, which returns the numbers found for each query, by sort of query."""
    scores = {}
    for sort, asked in contest.queries.items():
        score = scores[sort] = Score()
        for start in range(0, len(asked), _AT_ONCE):
            part = [one.query for one in asked[start : start + _AT_ONCE]]
            for query, found in zip(part, ask(part), strict=True):
                # No rival knows other names; what only these add is no fault of it.
                true = {number for number, added in contest.oracle.answer(query).items() if not added}
                score.add(true, found)
    return scores


def _ask(page: Page, asked: list[str], numbers: dict[str, int]) -> list[set[int]]:
    answers: list[list[str]] = page.evaluate(_ASK_PAGEFIND, asked)
    return [{numbers[result] for result in answer if result in numbers} for answer in answers]


def _measure_cold(browser: Browser, host: Host, loads: Loads, queries: Sequence[str]) -> None:
    for query in queries:
        context = browser.new_context()
        page = context.new_page()
        mark, started = host.mark(), time.monotonic()
        page.goto(host.url)
        page.evaluate(_OPEN_PAGEFIND, host.url)
        page.evaluate(_SHOW_PAGEFIND, [query, _SHOWN])
        loads.add(1000 * (time.monotonic() - started), host.since(mark))
        context.close()


def _build(folder: Path, documents: Sequence[Document]) -> Seconds:
    """Write a page for each of ``documents`` and index them, or use what stands in ``folder`` already."""
    program = _program()
    note, makings = folder / "made.json", print_of_texts(documents)
    kept = kept_seconds(note, makings)
    if kept is not None:
        return kept
    shutil.rmtree(folder, ignore_errors=True)
    for document in documents:
        page = folder / "pages" / f"{document.number}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        blocks = "".join(f"<p>{html.escape(block)}</p>" for block in document.blocks)
        page.write_text(_PAGE.format(title=html.escape(document.blocks[TITLE]), blocks=blocks), encoding="utf-8")
    (folder / "index.html").write_text(_EMPTY_PAGE, encoding="utf-8")
    say(f"{len(documents)}: indexing with pagefind-bin-extended")
    started = time.monotonic()
    run([str(program), "--site", str(folder), "--glob", "pages/*.html"])
    seconds = Seconds(0, time.monotonic() - started)
    keep_seconds(note, makings, seconds)
    return seconds


def _program() -> Path:
    try:
        package = importlib.import_module("pagefind_bin_extended")
    except ImportError as error:
        message = (
            f"pagefind-bin-extended is not installed: {sys.executable} -m pip install pagefind-bin-extended==1.5.2"
        )
        raise FailedError(message) from error
    return Path(package.get_executable())


def run(command: list[str]) -> None:
    """Run ``command``. Raises FailedError."""
    finished = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)  # noqa: S603 - our own arguments
    if finished.returncode != 0:
        message = f"{Path(command[0]).name} ended with status {finished.returncode}: {finished.stderr[-500:]}"
        raise FailedError(message)


def _numbers(index: Path) -> dict[str, int]:
    """Return the number of the document that each id of a result stands for."""
    numbers = {}
    for file in index.glob("fragment/*.pf_fragment"):
        fragment = json.loads(gzip.decompress(file.read_bytes()).removeprefix(_SIGNATURE))
        numbers[file.stem] = int(Path(fragment["url"]).stem)
    return numbers


def print_of_texts(documents: Sequence[Document]) -> str:
    """Return a fingerprint of the texts of ``documents``."""
    texts = "\f".join("\n".join(document.blocks) for document in documents)
    return hashlib.sha256(texts.encode()).hexdigest()
