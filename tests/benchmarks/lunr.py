"""Another search this one is held against: that of Material for MkDocs, as it comes."""

import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page

from tests.benchmarks.building import Seconds, keep_seconds, kept_seconds, say
from tests.benchmarks.reading import Document
from tests.benchmarks.rivals import TITLE, Contest, Measured, print_of_texts, run, scores_of
from tests.benchmarks.serving import Host, Sent, hosted
from tests.benchmarks.timing import Loads

NAME: Final = "Material's own (lunr)"
_CONFIG: Final = """\
site_name: "-"
docs_dir: docs
site_dir: site
theme:
  name: material
  language: ja
  font: false
plugins:
  - search:
      lang: ja
nav:
  - index.md
"""
# Keeps the worker that Material itself starts and sets up.
_KEEP_WORKER: Final = """(() => {
  window.Worker = class extends Worker {
    constructor(...parameters) {
      super(...parameters);
      window.benchmarkWorker = this;
      this.addEventListener("message", ({ data }) => (window.benchmarkReady ||= data.type === 1));
    }
  };
})()"""
_IS_READY: Final = "() => window.benchmarkReady === true"
# The types of its messages: 2 asks, 3 answers.
_ASK: Final = """async (queries) => {
  const worker = window.benchmarkWorker;
  const answers = [];
  for (const query of queries) {
    const answer = new Promise((resolve) => {
      const hear = ({ data }) => {
        if (data.type === 3) {
          worker.removeEventListener("message", hear);
          resolve(data.data.items);
        }
      };
      worker.addEventListener("message", hear);
    });
    worker.postMessage({ type: 2, data: query });
    answers.push((await answer).map(([first]) => first.location));
  }
  return answers;
}"""
_TIMEOUT_MS: Final = 600_000
_SEARCH_FILES: Final = ("search/", "assets/javascripts/workers/", "assets/javascripts/lunr/")


def measure_lunr(measured: Measured, folder: Path, contest: Contest) -> None:
    """Measure what Material's search answers. Raises FailedError."""
    measured.seconds = _build(folder, contest.oracle.documents).build
    measured.count_index([folder / "site" / "search" / "search_index.json"])
    with hosted(folder / "site") as host:
        page = contest.browser.new_page()
        _open(page, host)
        measured.scores = scores_of(contest, lambda asked: _ask(page, asked))
        page.close()
        for query in contest.cold:
            _visit(contest.browser, host, measured.cold, query)


def _open(page: Page, host: Host) -> None:
    page.add_init_script(_KEEP_WORKER)
    page.goto(host.url)
    # The worker starts where the reader turns to the search.
    page.locator("input[data-md-component=search-query]").focus()
    page.wait_for_function(_IS_READY, timeout=_TIMEOUT_MS)


def _ask(page: Page, queries: list[str]) -> list[set[int]]:
    answers: list[list[str]] = page.evaluate(_ASK, queries)
    return [{int(location.split("/")[0]) for location in answer if location[:1].isdigit()} for answer in answers]


def _visit(browser: Browser, host: Host, loads: Loads, query: str) -> None:
    context = browser.new_context()
    mark, started = host.mark(), time.monotonic()
    page = context.new_page()
    _open(page, host)
    _ask(page, [query])
    sent = [_as_search(one) for one in host.since(mark)]
    loads.add(1000 * (time.monotonic() - started), sent)
    context.close()


def _as_search(sent: Sent) -> Sent:
    """Return ``sent`` under a path that says whether only the search needs it."""
    return Sent(f"search/{sent.path}" if sent.path.startswith(_SEARCH_FILES) else f"rest/{sent.path}", sent.size)


def _build(folder: Path, documents: Sequence[Document]) -> Seconds:
    """Build the site of ``documents``, or use what stands in ``folder`` already."""
    note, makings = folder / "made.json", print_of_texts(documents)
    kept = kept_seconds(note, makings)
    if kept is not None:
        return kept
    shutil.rmtree(folder, ignore_errors=True)
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# -\n", encoding="utf-8")
    for document in documents:
        page = docs / f"{document.number}.md"
        page.write_text(f"# {document.blocks[TITLE]}\n\n" + "\n\n".join(document.blocks) + "\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    say(f"{len(documents)}: building with Material's own search")
    started = time.monotonic()
    run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")])
    seconds = Seconds(time.monotonic() - started, 0)
    keep_seconds(note, makings, seconds)
    return seconds
