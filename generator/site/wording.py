"""How the site calls numbers and days, wherever it speaks of them."""

import datetime as dt
from dataclasses import dataclass

from generator.japanese.eras import era_year_name
from generator.model.partial_date import PartialDate


@dataclass(frozen=True)
class Day:
    """A day or a month for readers and, as ISO 8601, for programs."""

    iso: str
    text: str


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


def number_name(number: int) -> str:
    """Return the number of a consultation for readers: 諮問第975号."""
    return f"諮問第{number}号"
