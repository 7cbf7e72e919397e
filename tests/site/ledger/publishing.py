"""An archive that is published into its ledger, then edited: the cases of published.yml say how."""

import datetime as dt
from pathlib import Path
from shutil import copytree
from typing import Any, Final

import yaml

from generator.site.ledger.checking import load_and_check
from generator.site.ledger.comparison import Comparison
from generator.store.files import LEDGER_FILE
from tests.archive.broken import FROZEN, Expected, change, expect

FIRST_DAY: Final = dt.date(2026, 11, 28)
NEXT_DAY: Final = dt.date(2026, 12, 2)
_FILE: Final = Path(__file__).with_name("published.yml")
CASES: Final[dict[str, dict[str, Any]]] = yaml.load(_FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)


def published(folder: Path, day: dt.date = FIRST_DAY) -> Path:
    """A copy in ``folder`` of the frozen archive, published on ``day``."""
    content = copytree(FROZEN, folder / "content")
    publish_on(day, content)
    return content


def publish_on(day: dt.date, content: Path) -> Comparison:
    """Write into the ledger of ``content`` that it was published on ``day``; what it was held against before."""
    comparison = compared(content)
    (content / LEDGER_FILE).write_text(comparison.ledger_after(day), encoding="utf-8", newline="\n")
    return comparison


def compared(content: Path) -> Comparison:
    """The archive ``content``, which has no problem, held against its ledger."""
    checked = load_and_check(content)
    assert checked.problems == (), "\n".join(map(str, checked.problems))
    assert checked.comparison is not None
    return checked.comparison


def edit(case: str, content: Path) -> None:
    """Make the edits of ``case`` in ``content``."""
    for each in CASES[case]["edits"]:
        change(content, **each)


def told(case: str) -> list[Expected]:
    """What a clerk is told of ``case``."""
    return sorted((expect(**entry) for entry in CASES[case]["problems"]), key=lambda problem: problem.place)
