"""The parts that views are made of."""

from dataclasses import dataclass, field

from generator.site.wording import Day


@dataclass(frozen=True)
class Link:
    """Words with the address they lead to; ``href`` is empty where there is no page to lead to."""

    text: str
    href: str = ""


@dataclass(frozen=True)
class Note:
    """A labelled remark on a consultation: its values, linked where there is a page for them."""

    label: str
    values: tuple[Link, ...]


@dataclass(frozen=True)
class Card:
    """A consultation in a list."""

    number: str
    title: str
    subtitle: str
    href: str
    meeting: Day
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class CardGroup:
    """Consultations under a heading; no heading where the page has one group only."""

    heading: str
    anchor: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Entry:
    """An entry of an index: its link, how many consultations it leads to, and remarks."""

    link: Link
    count: int
    notes: tuple[str, ...] = ()
    reading: str = ""


@dataclass(frozen=True)
class Group:
    """Entries of an index under a heading, with groups beneath."""

    heading: str
    anchor: str
    entries: tuple[Entry, ...]
    groups: tuple["Group", ...] = field(default=())
