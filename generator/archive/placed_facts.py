"""Facts where a consultation states them, with what holds for them there.

Their measure is None where the document names none.
"""

from dataclasses import dataclass

from generator.model.consultation import Counterparty, Item, Measure, Period, Volume
from generator.model.outline import Place
from generator.model.vocabulary import Direction


@dataclass(frozen=True)
class ItemList:
    """A list of items that a measure hands on: where the document says so, which way, and whose they are said to be.

    ``place`` is the section that states them for this measure, ``stated_at`` the one that names them: they differ where
    words such as 「上記と同項目」 stand between them. ``direction`` is None and ``subjects`` empty where nothing is
    said; ``items`` is empty where the document says なし.
    """

    measure: Measure | None
    place: Place
    stated_at: Place
    direction: Direction | None
    added: bool
    items: tuple[Item, ...]
    subjects: tuple[str, ...]


@dataclass(frozen=True)
class Flow:
    """One item of a list, and whose it is said to be."""

    stated: ItemList
    item: Item
    subjects: tuple[str, ...]


@dataclass(frozen=True)
class Party:
    """A counterparty where it is stated, and the measures it belongs to."""

    counterparty: Counterparty
    place: Place
    measures: tuple[Measure | None, ...]


@dataclass(frozen=True)
class StatedVolume:
    """A volume where it is stated."""

    volume: Volume
    place: Place
    measures: tuple[Measure | None, ...]


@dataclass(frozen=True)
class StatedPeriod:
    """The period of a measure; ``place`` is the section that names the dates."""

    period: Period
    place: Place
    measure: Measure | None


@dataclass(frozen=True)
class StatedName:
    """A registered name where a section states it; ``measure`` is None too for kinds that belong to no measure."""

    name: str
    place: Place
    measure: Measure | None
