"""How much of what a careful reader found an import finds, and what it makes up.

There are two yardsticks, and an import has to hold against both:

* ``WRITTEN``: content/consultations/NUMBER.yml, the hand-made files, each fact where it is written and once. It is the
  stricter in share: the 28 items that 981's references repeat weigh nothing, and a reference is a fact that is found
  or not.
* ``GOLDEN``: tests/golden/facts/NUMBER.yml, frozen before there was an importer, as the archive states the facts:
  measure by measure, references followed. It is the stricter in consequence: a reference that leads astray, a measure
  tied to the wrong part or a direction over the wrong list loses every fact that hangs on it.

tests/archive/test_golden_facts.py holds the two to each other, and test_scoring.py does once more.

A fact is found only with everything that is said of it and in its own section: an item with its direction, whether it
is a new one, and whose it is; a counterparty with its role. One that stands under 「# 要確認」 is not found, whether it
is right or wrong, and if it is wrong it is not invented either.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from generator.archive.record import Record
from tests.golden.reading import NUMBERS
from tests.importer.imported import Imported, imported
from tests.importer.resolved import golden, resolved_facts
from tests.importer.stated_facts import ASKED, Fact, Kind, Stated
from tests.importer.written import written_facts

CONTENT = Path(__file__).parents[2] / "content" / "consultations"


class Yardstick(Enum):
    """What an import is held against."""

    WRITTEN = "content/consultations"
    GOLDEN = "tests/golden/facts"


@dataclass(frozen=True)
class Tally:
    """How many facts the yardstick holds, and what became of them. A doubted one is also missing if it is right."""

    golden: int
    found: int
    missing: int
    invented: int
    doubted: int

    @property
    def share(self) -> float:
        """How much of the yardstick is found; all of nothing."""
        return self.found / self.golden if self.golden else 1.0


@dataclass(frozen=True)
class Score:
    """One consultation: the facts of the yardstick, and those of the import."""

    number: int
    golden: Counter[Fact]
    found: Counter[Fact]
    missing: Counter[Fact]
    invented: Counter[Fact]
    doubted: Counter[Fact]

    def tally(self, *kinds: Kind) -> Tally:
        """Count the facts of ``kinds``."""
        parts = (self.golden, self.found, self.missing, self.invented, self.doubted)
        return Tally(*(sum(count for fact, count in part.items() if fact.kind in kinds) for part in parts))


def yardstick_facts(number: int, yardstick: Yardstick) -> Counter[Fact]:
    """What ``yardstick`` holds of consultation ``number``; nothing of one that it does not know."""
    if number not in NUMBERS:
        return Counter()
    if yardstick is Yardstick.GOLDEN:
        return Counter(golden(number))
    return Counter(stated.fact for stated in written_facts(imported(CONTENT / f"{number}.yml").record))


def score(number: int, result: Imported | None, yardstick: Yardstick) -> Score:
    """Hold what was imported as consultation ``number`` (None: nothing was) against ``yardstick``."""
    facts = _FACTS[yardstick]
    stated = tuple(facts(result.record)) if result else ()
    doubted = Counter(each.fact for each in stated if result and result.doubts(each))
    settled = Counter(each.fact for each in stated) - doubted
    right = yardstick_facts(number, yardstick)
    return Score(number, right, settled & right, right - settled, settled - right, doubted)


def scores(folder: Path, yardstick: Yardstick) -> tuple[Score, ...]:
    """The scores of the files NUMBER.yml in ``folder``, of each of the eleven also where its file is missing."""
    files = {int(file.stem): file for file in folder.glob("*.yml")}
    return tuple(
        score(number, imported(files[number]) if number in files else None, yardstick)
        for number in sorted({*files, *NUMBERS})
    )


def total(found: Iterable[Score], *kinds: Kind) -> Tally:
    """Count the facts of ``kinds`` over all of ``found``; without kinds, of those the issue asks for."""
    tallies = [each.tally(*(kinds or ASKED)) for each in found]
    return Tally(
        sum(each.golden for each in tallies),
        sum(each.found for each in tallies),
        sum(each.missing for each in tallies),
        sum(each.invented for each in tallies),
        sum(each.doubted for each in tallies),
    )


def details(found: Iterable[Score]) -> Iterator[str]:
    """Yield a line for each fact that is missing, invented or doubted."""
    for each in found:
        for what, facts in (("missing", each.missing), ("invented", each.invented), ("doubted", each.doubted)):
            for fact in sorted(facts.elements()):
                yield f"{each.number} {what}: {fact}"


_FACTS: dict[Yardstick, Callable[[Record], Iterator[Stated]]] = {
    Yardstick.WRITTEN: written_facts,
    Yardstick.GOLDEN: resolved_facts,
}
