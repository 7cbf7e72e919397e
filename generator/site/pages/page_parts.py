"""What pages are made of: what the frame needs of one, the parts of views, and the links from a page to the archive."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from markupsafe import escape

from generator.archive.record import Record
from generator.kinds.every_kind import kind_of_party
from generator.kinds.kind import Entry, Kind
from generator.kinds.names import Names
from generator.kinds.registered_law import ARTICLES
from generator.model.article_number import LawArticle
from generator.model.consultation import Counterparty
from generator.model.vocabulary import MeasureType
from generator.site import addresses
from generator.site.wording import Day, article_label, number_name

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
    """Entries of an index under a heading, with groups beneath; ``href`` leads to a page of what the heading names."""

    heading: str
    anchor: str
    entries: tuple[IndexEntry, ...]
    groups: tuple["Group", ...] = field(default=())
    href: str = ""


@dataclass(frozen=True)
class Heading:
    """An entry of the page's table of contents."""

    text: str
    anchor: str
    children: tuple["Heading", ...] = ()


@dataclass(frozen=True)
class PageView:
    """A page: ``view`` is all that ``template`` is given, ``crumbs`` the way down from home.

    ``moved_to`` is the link to where a page leads that has moved. One that is not ``is_indexed`` only stays for those
    who have its address: no search engine is to list it.
    """

    address: str
    title: str
    description: str
    template: str
    view: Any
    crumbs: tuple[Link, ...] = ()
    contents: tuple[Heading, ...] = ()
    anchors: frozenset[str] = frozenset()
    moved_to: str = ""
    is_indexed: bool = True

    def for_frame(self) -> dict[str, Any]:
        """Return what the frame, which does not escape, is told of the page."""
        return {
            "title": str(escape(self.title)),
            "description": str(escape(self.description)),
            "hide": ["navigation"] if self.contents else ["navigation", "toc"],
            "moved_to": self.moved_to,
            "unlisted": not self.is_indexed,
        }


@dataclass(frozen=True)
class Links:
    """Makes the links of the page at ``page``, each once."""

    page: str
    names: Names
    _made: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def to(self, address: str) -> str:
        """Return the link to ``address``."""
        if address not in self._made:
            self._made[address] = addresses.relative(address, self.page)
        return self._made[address]

    def consultation(self, number: int, anchor: str = "") -> str:
        """Return the link to a consultation or to a section of it."""
        return self.to(addresses.consultation(number, anchor))

    def number(self, record: Record) -> Link:
        """Return a link to ``record`` by its number."""
        return Link(number_name(record.number), self.consultation(record.number))

    def meeting(self, day: dt.date) -> str:
        """Return the link to the meeting on ``day``."""
        return self.to(addresses.meeting(day))

    def entry(self, kind: Kind[Entry], name: str) -> Link:
        """Return ``name``, however it is printed, as a link to its entry: no more than the name while it has none."""
        registered = self.names.find(kind, name)
        return Link(name, self.to(addresses.entry(kind, registered)) if registered is not None else "")

    def articles(self, cited: Iterable[LawArticle], meeting: dt.date) -> tuple[Link, ...]:
        """Return the links to articles that consultations of ``meeting`` cite: the words alone where unknown."""
        laws = self.names.entries(ARTICLES)
        links = []
        for article in cited:
            known = self.names.cited(article, meeting)
            label = article_label(known.law, article.number, laws) if known else str(article)
            links.append(Link(label, self.to(addresses.article(known.law, article.number)) if known else ""))
        return tuple(links)

    def measure(self, measure_type: MeasureType) -> Link:
        """Return the link to a type of measure."""
        return Link(str(measure_type), self.to(addresses.measure(measure_type)))

    def party(self, counterparty: Counterparty) -> Link:
        """Return the link to a counterparty, to a department inside the ward, or to what was undecided."""
        if counterparty.name is None:
            return Link(str(counterparty.state), self.to(addresses.UNDECIDED))
        return self.entry(kind_of_party(counterparty), counterparty.name)
