"""A content folder of any size, recombined from the real consultations: `python -m tests.benchmarks.corpus FOLDER N`.

Nothing of the generator is imported: what is measured must not make what it is measured with.
"""

import datetime as dt
import re
import shutil
import sys
from pathlib import Path
from random import Random
from typing import Any, Final

import yaml

from tests.benchmarks.drafting import Drafter
from tests.benchmarks.facts import Registered
from tests.benchmarks.printing import source_text, yaml_text
from tests.benchmarks.vocabulary import COMMON_ITEMS, REGISTRIES, Inventor, Names, registry
from tests.benchmarks.wording import Wording

Tree = dict[str, Any]

CONTENT: Final = Path(__file__).parents[2] / "content"
_FIRST_NUMBER: Final = 1001
_A_MEETING: Final = range(8, 13)
_LAST_MEETING: Final = dt.date(2026, 3, 20)
_MEETINGS_A_YEAR: Final = range(6, 25)
_DAYS: Final = 365
_SINCE: Final = re.compile(r"(?<=since: )\S+")
_UNTIL: Final = re.compile(r"^  until: .*\n", re.MULTILINE)


def real_consultations(content: Path = CONTENT) -> list[Tree]:
    """Return the consultations of ``content`` by number, every scalar as text."""
    files = sorted((content / "consultations").glob("*.yml"), key=lambda file: int(file.stem))
    return [_read(file) for file in files]


def _read(file: Path) -> Tree:
    tree: Tree = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - nothing but text
    return tree


def write_corpus(folder: Path, size: int, seed: int = 1) -> None:
    """Write a content folder of ``size`` consultations, the real ones among them, into ``folder``.

    As many as there really are is the real content itself. Raises ValueError for fewer: every registered name is used.
    """
    real = real_consultations()
    if size < len(real):
        message = f"{size} consultations do not use every registered name; {len(real)} do"
        raise ValueError(message)
    if folder.exists():
        shutil.rmtree(folder)
    shutil.copytree(CONTENT, folder)
    if size == len(real):
        return
    (folder / "ledger.yml").unlink(missing_ok=True)  # these consultations were never published
    for name in ("consultations", "sources"):
        shutil.rmtree(folder / name)
        (folder / name).mkdir()
    random = Random(f"{seed} {size}")  # noqa: S311 - the same corpus each time is what is wanted
    meetings = _meetings(size, random)
    consultations = _consultations(real, meetings, random)
    _write_consultations(folder, consultations, random)
    _lead_about(folder / "about.md", consultations)
    _move_ordinance(folder / "articles.yml", meetings[0][0])


def _meetings(size: int, random: Random) -> list[tuple[dt.date, int]]:
    """Return the days of the meetings, oldest first, and how many consultations each had."""
    counts: list[int] = []
    while (left := size - sum(counts)) > 0:
        counts.append(min(left, random.choice(_A_MEETING)))
    a_year = min(max(len(counts) // 8, _MEETINGS_A_YEAR[0]), _MEETINGS_A_YEAR[-1])
    days = [_LAST_MEETING - dt.timedelta(days=round(back * _DAYS / a_year)) for back in range(len(counts))]
    jittered = sorted(day - dt.timedelta(days=random.randint(0, 6)) for day in days)
    return list(zip(jittered, counts, strict=True))


def _consultations(real: list[Tree], meetings: list[tuple[dt.date, int]], random: Random) -> list[list[Tree]]:
    """Return the consultations of each meeting."""
    drafter = _drafter(real, random)
    size = sum(count for _, count in meetings)
    kept = dict(zip(sorted(random.sample(range(size), len(real))), real, strict=True))
    number = _FIRST_NUMBER
    drafted = []
    for meeting, count in meetings:
        of_the_day = []
        for document in range(1, count + 1):
            earlier = random.randrange(_FIRST_NUMBER, number) if number > _FIRST_NUMBER else None
            original = kept.get(number - _FIRST_NUMBER)
            placed = {"number": number, "document": document, "meeting": meeting.isoformat()}
            of_the_day.append(original | placed if original else drafter.draft(number, document, meeting, earlier))
            number += 1
        drafted.append(of_the_day)
    return drafted


def _drafter(real: list[Tree], random: Random) -> Drafter:
    entries = {name: registry(CONTENT, name) for name in REGISTRIES}
    subjects = Names(entries["subjects"], random)
    inventor = Inventor(random)
    registered = Registered(
        items=Names(entries["items"], random, COMMON_ITEMS),
        counterparties=Names(entries["counterparties"], random),
        departments=Names(entries["departments"], random),
        subjects=subjects,
        inventor=inventor,
    )
    return Drafter(real, registered, Wording(real, random, subjects, inventor), random)


def _write_consultations(folder: Path, meetings: list[list[Tree]], random: Random) -> None:
    for consultations in meetings:
        for tree in consultations:
            file = folder / "consultations" / f"{tree['number']}.yml"
            file.write_text(yaml_text(tree), encoding="utf-8", newline="\n")
        source = folder / "sources" / f"{consultations[0]['meeting']}.txt"
        source.write_text(source_text(consultations, random), encoding="utf-8", newline="\n")


def _lead_about(file: Path, meetings: list[list[Tree]]) -> None:
    """Let the links of the hand-written page lead to a consultation there is, which has an annex as the one meant."""
    with_annex = next(tree for trees in meetings for tree in trees if "torn_table" in tree["sections"][-1])
    text = file.read_text(encoding="utf-8")
    text = re.sub(r"consultations/\d+/", f"consultations/{with_annex['number']}/", text)
    file.write_text(text, encoding="utf-8", newline="\n")


def _move_ordinance(file: Path, first_meeting: dt.date) -> None:
    """Let the ordinance be in force from the first meeting on, for good."""
    text = file.read_text(encoding="utf-8")
    dates = [dt.date.fromisoformat(date.strip("'\"")) for date in _SINCE.findall(text)]
    if dates and first_meeting < dates[0]:
        text = _SINCE.sub(first_meeting.isoformat(), text, count=1)
    file.write_text(_UNTIL.sub("", text), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), int(sys.argv[2]))
