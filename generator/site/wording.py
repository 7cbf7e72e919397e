"""How the site calls numbers, days, volumes and periods, wherever it speaks of them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from generator.japanese.eras import era_year_name, fiscal_year_name
from generator.kinds.registered_law import RegisteredLaw
from generator.model.article_number import ArticleNumber
from generator.model.consultation import CONTINUES, Period, Volume
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


def article_label(law: RegisteredLaw, number: ArticleNumber, laws: Sequence[RegisteredLaw]) -> str:
    """Return an article of one of ``laws`` by its law's short name: 個人情報保護条例第12条."""
    return f"{law_label(law, laws, law.label)}{number}"


def law_label(law: RegisteredLaw, laws: Sequence[RegisteredLaw], name: str) -> str:
    """Return ``name`` of ``law``, with its last or first day where another of ``laws`` is called so too.

    Where the register does not know when it began, the first consultations that cite it are named instead.
    """
    if not any(other.is_called(name) for other in laws if other is not law):
        return name
    if law.until is not None:
        return f"{name}（{day_of(law.until).text}まで）"
    if law.since is not None:
        return f"{name}（{day_of(law.since).text}から）"
    return f"{name}（{day_of(law.first_day).text}の諮問から）" if law.first_day else name


def year_text(volume: Volume) -> str:
    """Return the fiscal year of ``volume``: 令和5年度以降; empty where it has none."""
    if volume.fiscal_year is None:
        return ""
    return fiscal_year_name(volume.fiscal_year) + ("以降" if volume.onward else "")


def volume_text(volume: Volume) -> str:
    """Return the whole of ``volume``: 里親登録者 約20件（年間）."""
    return " ".join(filter(None, (volume.subject, year_text(volume), volume.words)))


def days_of(period: Period) -> tuple[tuple[Day, str], ...]:
    """Return the days that ``period`` says, with から after that of its start and まで after that of its end."""
    dates = ((period.start, "から"), (period.end, "まで"))
    return tuple((date_of(date), word) for date, word in dates if date is not None)


def course_text(period: Period) -> str:
    """Return how ``period`` goes on from its dates: 継続して行う（毎年）; empty where nothing is said of it."""
    return (CONTINUES if period.continues else "") + (f"（{period.repeats}）" if period.repeats else "")


def period_text(period: Period) -> str:
    """Return the whole of ``period``: 2022年7月（令和4年）から継続して行う."""
    return "".join(f"{day.text}{word}" for day, word in days_of(period)) + course_text(period)
