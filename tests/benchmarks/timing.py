"""How long the search page takes and what it loads, as a reader has it: a cold visit, the next query, typing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from playwright.sync_api import Browser, Error, Page

from tests.benchmarks.building import ROOT, FailedError, say
from tests.benchmarks.serving import Host, Sent

COLD: Final = 30
WARM: Final = 60
TYPED: Final = 20
_KEY_EVERY_MS: Final = 60
_TIMEOUT_MS: Final = 30_000
_QUIET_MS: Final = 150
_SHOWN_FAILURES: Final = 3
_MOST_FAILURES: Final = 3
_HEADER_BOX: Final = 'input[name="q"]:not([data-search-field])'
_A_RESULT: Final = "[data-search-list] > *"
# Watches for the moment at which an answer is shown: set going at navigation, and again when Enter is pressed.
_WATCH: Final = """() => {
  const watch = (window.benchmarkWatch = { start: 0, shown: null });
  const isShown = (region) =>
    region?.getAttribute("aria-busy") === "false" &&
    (region.querySelector("[data-search-list]")?.children.length > 0 ||
      (document.querySelector("[role=status][data-search-status]")?.textContent.trim() ?? "") !== "");
  let settled = true;
  new MutationObserver((records) => {
    const region = document.querySelector("[data-search-results]");
    settled ||= records.some(({ target, attributeName }) => target === region && attributeName === "aria-busy");
    if (watch.shown === null && settled && isShown(region)) {
      watch.shown = performance.now();
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Enter") {
        Object.assign(watch, { start: performance.now(), shown: null });
        settled = false;
      }
    },
    true,
  );
}"""
_IS_SHOWN: Final = "() => window.benchmarkWatch.shown !== null"
_TIME: Final = "() => window.benchmarkWatch.shown - window.benchmarkWatch.start"
# The longest time for which nothing else could happen: long tasks as the browser tells of them (from 50 ms on), and
# what a timer of 5 ms was late.
_GAPS: Final = """() => {
  const gaps = (window.benchmarkGaps = { longest: 0 });
  const note = (time) => (gaps.longest = Math.max(gaps.longest, time));
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => note(duration))).observe({
    type: "longtask",
  });
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    note(now - last - 5);
    last = now;
  }, 5);
}"""


@dataclass
class Loads:
    """For each visit or query its milliseconds, requests and bytes.

    ``search_bytes`` are the engine, its index and the data of the search, ``script_bytes`` our scripts, of which some
    serve every page, ``rest_bytes`` the page with what it would load anyhow. ``requests`` are those of the first two.
    """

    times: list[float] = field(default_factory=list)
    requests: list[int] = field(default_factory=list)
    search_bytes: list[int] = field(default_factory=list)
    script_bytes: list[int] = field(default_factory=list)
    rest_bytes: list[int] = field(default_factory=list)
    failures: int = 0

    def add(self, time: float, sent: Sequence[Sent]) -> None:
        """Note a visit's or query's ``time`` and what the host has sent for it."""
        search = [one.size for one in sent if _is_search(one.path)]
        scripts = [one.size for one in sent if _is_script(one.path)]
        self.times.append(time)
        self.requests.append(len(search) + len(scripts))
        self.search_bytes.append(sum(search))
        self.script_bytes.append(sum(scripts))
        self.rest_bytes.append(sum(one.size for one in sent) - sum(search) - sum(scripts))


def measure_cold(browser: Browser, host: Host, queries: Sequence[str], loads: Loads) -> None:
    """Open the search page at each of ``queries`` with an empty cache."""
    for query in queries:
        context = browser.new_context()
        page = context.new_page()
        page.add_init_script(f"({_WATCH})()")
        mark = host.mark()
        try:
            page.goto(f"{host.url}search/?{urlencode({'q': query})}", timeout=_TIMEOUT_MS)
            page.wait_for_function(_IS_SHOWN, timeout=_TIMEOUT_MS)
            _wait_for_quiet(page, host)
            _note(loads, page, query, host.since(mark))
        except Error as error:
            _failed(loads, query, error.message.splitlines()[0])
        context.close()


def measure_warm(browser: Browser, host: Host, queries: Sequence[str], loads: Loads) -> None:
    """Type each of ``queries`` but the first, which loads the page, into the field of the search page."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(f"({_WATCH})()")
    page.goto(f"{host.url}search/?{urlencode({'q': queries[0]})}", timeout=_TIMEOUT_MS)
    page.wait_for_function(_IS_SHOWN, timeout=_TIMEOUT_MS)
    _wait_for_quiet(page, host)
    for query in queries[1:]:
        mark = host.mark()
        try:
            # Filling the field may set suggestions going; what they load counts, the time they take does not.
            page.fill("[data-search-field]", query)
            _wait_for_quiet(page, host)
            page.press("[data-search-field]", "Enter")
            page.wait_for_function(_IS_SHOWN, timeout=_TIMEOUT_MS)
            _wait_for_quiet(page, host)
            _note(loads, page, query, host.since(mark))
        except Error as error:
            _failed(loads, query, error.message.splitlines()[0])
    context.close()


def measure_typing(browser: Browser, host: Host, queries: Sequence[str], longest: list[float]) -> None:
    """Add for each of ``queries``, typed key by key into the header's box, the longest time nothing else could run."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(f"({_GAPS})()")
    page.goto(host.url, timeout=_TIMEOUT_MS)
    _wait_for_quiet(page, host)
    longest.extend(_type(page, query) for query in queries)
    context.close()


def _note(loads: Loads, page: Page, query: str, sent: Sequence[Sent]) -> None:
    # All timed queries find something. Words without a result are a message, perhaps of a failure.
    if page.locator(_A_RESULT).count() == 0:
        _failed(loads, query, " ".join(page.locator("[data-search-status]").all_inner_texts()))
    else:
        loads.add(page.evaluate(_TIME), sent)


def _wait_for_quiet(page: Page, host: Host) -> None:
    """Wait until nothing is asked of the host any more: what is loaded after the results are shown is counted too."""
    mark = -1
    while mark != host.mark():
        mark = host.mark()
        page.wait_for_timeout(_QUIET_MS)


def _type(page: Page, query: str) -> float:
    box = page.locator(_HEADER_BOX).first
    box.click()
    box.fill("")
    page.wait_for_timeout(200)
    page.evaluate("() => (window.benchmarkGaps.longest = 0)")
    for letter in query:
        page.keyboard.insert_text(letter) if not letter.isascii() else page.keyboard.press(_key(letter))
        page.wait_for_timeout(_KEY_EVERY_MS)
    page.wait_for_timeout(400)
    longest: float = page.evaluate("() => window.benchmarkGaps.longest")
    return longest


def _key(letter: str) -> str:
    return "Space" if letter == " " else letter


def _failed(loads: Loads, query: str, why: str) -> None:
    loads.failures += 1
    if loads.failures <= _SHOWN_FAILURES:
        say(f"no result shown for {query!r}: {why}")
    if loads.failures >= _MOST_FAILURES and not loads.times:
        message = "the search page shows no results"
        raise FailedError(message)


def _is_search(path: str) -> bool:
    """Tell whether ``path`` is the search's engine, its index or its data."""
    return path.startswith(("pagefind/", "search/")) and not path.endswith(("search/", ".html"))


def _is_script(path: str) -> bool:
    """Tell whether ``path`` is a script of ours: all of them serve the search."""
    return path.startswith("assets/javascripts/") and Path(path).name in _OWN_SCRIPTS


_OWN_SCRIPTS: Final = frozenset(file.name for file in (ROOT / "theme" / "assets" / "javascripts").rglob("*.js"))
