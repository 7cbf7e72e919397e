"""Whether the content may be published on a day: what it says of days must have come by then."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from generator.problems import Problem
from generator.site.ledger.comparison import Comparison
from generator.store.files import LEDGER_FILE, Stored


def check_day(comparison: Comparison, day: dt.date) -> Iterator[Problem]:
    """Yield a problem for everything that is said to have been done after ``day``, the day of the publication."""
    if comparison.ledger is not None and day < comparison.last_day:
        message = f"公開する日 {day} が、前に公開した日 {comparison.last_day} より前です。"
        yield Problem(
            f"{comparison.content.name}/{LEDGER_FILE}", 1, 1, message, "コンピューターの日付を確かめてください。"
        )
    for stored in comparison.loaded.files:
        yield from _check(stored, "corrections", stored.value.corrections, day)
    said = comparison.changes.value
    yield from _check(comparison.changes, "withdrawn", said.withdrawn, day)
    yield from _check(comparison.changes, "renamed", said.renamed, day)


def _check(stored: Stored[Any], key: str, entries: tuple[Any, ...], day: dt.date) -> Iterator[Problem]:
    for index, entry in enumerate(entries):
        if entry.date > day:
            message = f"日付 {entry.date} が、公開する日 {day} より後です。"
            yield stored.problem((key, index, "date"), message, "実際に直した日を書いてください。")
