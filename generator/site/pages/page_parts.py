"""The parts that views are made of, and the page before it is HTML."""

from dataclasses import dataclass, field
from typing import Any, Final

from generator.site.wording import Day

# Every template gives its h1 this id: the frame's skip link leads there.
TITLE_ANCHOR: Final = "title"


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
class IndexEntry:
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
    entries: tuple[IndexEntry, ...]
    groups: tuple["Group", ...] = field(default=())


@dataclass(frozen=True)
class Heading:
    """An entry of the page's table of contents."""

    text: str
    anchor: str
    children: tuple["Heading", ...] = ()


@dataclass(frozen=True)
class PageView:
    """A page: ``view`` is all that ``template`` is given, ``crumbs`` the way down from home."""

    address: str
    title: str
    description: str
    template: str
    view: Any
    crumbs: tuple[Link, ...] = ()
    contents: tuple[Heading, ...] = ()
    anchors: frozenset[str] = frozenset()
