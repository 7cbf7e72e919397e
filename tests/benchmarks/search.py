"""Measures the search: `python -m tests.benchmarks.search [--sizes 11,1000,10000] [--queries 1000] [--keep FOLDER]`.

For each size it makes a corpus, builds its site, and asks the site's search and its rivals in a browser. The truth is
the oracle's, which shares no code with the site. Progress goes to stderr, two tables to stdout: recall/precision and
how many answers were exact; then times and sizes as median/95th percentile, kB of 1,000 bytes of bodies with gzip, and
for typing the longest time in which the page stood still, as 95th percentile/most over the words typed. The rivals are
asked a sample of the queries without signs, need not know other names than those in the text, and load what their own
interfaces load.
"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from playwright.sync_api import sync_playwright

from tests.benchmarks.measuring import measure
from tests.benchmarks.table import Row, tables
from tests.browser.chromium import launch

_SIZES: Final = "11,1000,10000"


def main() -> None:
    """Measure, and print the table."""
    options = _options()
    rows: list[Row] = []
    with _folder(options.keep) as folder, sync_playwright() as playwright:
        browser = launch(playwright)
        for size in map(int, options.sizes.split(",")):
            rows += measure(browser, folder / str(size), size, options.queries, rivals=not options.no_rivals)
        browser.close()
    print(tables(rows))  # noqa: T201 - a command talks to its user


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.search", description="Measure the search.")
    parser.add_argument("--sizes", default=_SIZES, help="numbers of consultations, with commas between them")
    parser.add_argument("--queries", type=int, default=1000, help="how many substrings are asked")
    parser.add_argument("--keep", type=Path, help="folder that keeps what has been built")
    parser.add_argument("--no-rivals", action="store_true", help="leave the other searches out")
    return parser.parse_args()


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        yield keep.resolve()
        return
    with TemporaryDirectory() as folder:
        yield Path(folder)


if __name__ == "__main__":
    main()
