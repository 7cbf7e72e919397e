"""The parts that views are made of."""

import datetime as dt
from dataclasses import dataclass, field

from generator.japanese.eras import era_year_name
from generator.model.partial_date import PartialDate


@dataclass(frozen=True)
class Link:
    """Words with the address they lead to; ``href`` is empty where there is no page to lead to."""

    text: str
    href: str = ""


@dataclass(frozen=True)
class Day:
    """A day or a month for readers and, as ISO 8601, for programs."""

    iso: str
    text: str


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


def day_of(day: dt.date) -> Day:
    """Return ``day`` as the site writes dates: 2022年6月17日（令和4年）."""
    return Day(day.isoformat(), f"{day.year}年{day.month}月{day.day}日（{era_year_name(day)}）")


def date_of(date: PartialDate) -> Day:
    """Return ``date`` as the site writes dates, without a day where the document names none."""
    return day_of(date.first_day()) if date.day is not None else month_of(date.year, date.month)


def month_of(year: int, month: int) -> Day:
    """Return a month whose day the document does not name: 2022年7月（令和4年）."""
    first = dt.date(year, month, 1)
    return Day(first.isoformat()[:7], f"{year}年{month}月（{era_year_name(first)}）")
