"""Dates in Japanese eras (和暦)."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Final, NamedTuple

from generator.japanese.numerals import full_width

# First days of the eras since the Gregorian calendar was adopted in Japan (明治6年, 1873).
ERAS: Final = (
    ("令和", dt.date(2019, 5, 1)),
    ("平成", dt.date(1989, 1, 8)),
    ("昭和", dt.date(1926, 12, 25)),
    ("大正", dt.date(1912, 7, 30)),
    ("明治", dt.date(1868, 1, 25)),
)
# Alternatives of a regular expression, to be put in parentheses.
ERA_NAME: Final = "|".join(name for name, _ in ERAS)
FIRST_DAY_WITH_AN_ERA: Final = ERAS[-1][1]
YEARS_WITH_ERAS: Final = range(FIRST_DAY_WITH_AN_ERA.year, dt.MAXYEAR)
FISCAL_YEAR_STARTS_IN: Final = 4

_ERA_YEAR: Final = f"({ERA_NAME})(元|[0-9]+)年"
_ERA_DATE: Final = re.compile(rf"{_ERA_YEAR}([0-9]+)月(?:([0-9]+)日|(?![0-9]))")
# 令和5年4月1日から同年9月30日まで, 翌年3月31日, 同月30日: the date before it says the year.
_DATE_AFTER_ANOTHER: Final = re.compile("(?:(同|翌)年([0-9]+)|同)月(?:([0-9]+)日|(?![0-9]))")
_ERA_FISCAL_YEAR: Final = re.compile(f"{_ERA_YEAR}度")


class EraDate(NamedTuple):
    """A day, or a month whose day is not said, and where in a text it stands."""

    year: int
    month: int
    day: int | None
    start: int
    end: int


class EraFiscalYear(NamedTuple):
    """A fiscal year, and where in a text it stands."""

    year: int
    start: int
    end: int


def era_year(day: dt.date) -> tuple[str, int]:
    """Return the era of ``day`` and the year within it: 2022-06-17 is 令和, 4.

    Raises ValueError for a day before 明治.
    """
    for name, first_day in ERAS:
        if day >= first_day:
            return name, day.year - first_day.year + 1
    message = f"no era on {day}"
    raise ValueError(message)


def era_year_name(day: dt.date) -> str:
    """Return the year of ``day`` for readers, in half-width digits: 令和4年, and 令和元年 for a first year."""
    era, year = era_year(day)
    return f"{era}{'元' if year == 1 else year}年"


def era_month_as_printed(day: dt.date) -> str:
    """Return year and month of ``day`` as the documents print them: 令和４年６月."""
    era, year = era_year(day)
    return f"{era}{'元' if year == 1 else full_width(year)}年{full_width(day.month)}月"


def era_date_as_printed(day: dt.date) -> str:
    """Return ``day`` as the documents print it: 令和４年６月１７日."""
    return f"{era_month_as_printed(day)}{full_width(day.day)}日"


def fiscal_year(day: dt.date) -> int:
    """Return the Japanese fiscal year (年度) of ``day``, which begins on 1 April."""
    return day.year if day.month >= FISCAL_YEAR_STARTS_IN else day.year - 1


def fiscal_year_name(year: int) -> str:
    """Return the fiscal year for readers: 2022 is 令和4年度, and 2019, whose first month was still 平成, 令和元年度."""
    return f"{era_year_name(dt.date(year, FISCAL_YEAR_STARTS_IN + 1, 1))}度"


def era_dates(text: str) -> tuple[EraDate, ...]:
    """Return the dates that folded ``text`` names in an era, in its order: 令和4年6月17日, 令和元年7月, 平成1年1月8日.

    So are 同年9月30日, 翌年3月31日 and 同月30日, where no other year stands between the date before and them.

    An era may run on past its end, until the next one has ended too: what was planned before 令和 began was planned
    for 平成32年4月, and is in April 2020.
    """
    dates = [date for match in _ERA_DATE.finditer(text) if (date := _date_in(match)) is not None]
    for match in _DATE_AFTER_ANOTHER.finditer(text):
        before = max((date for date in dates if date.end <= match.start()), key=lambda date: date.end, default=None)
        if before is not None and "年" not in text[before.end : match.start()]:
            dates.extend(_date_after(before, match))
    return tuple(sorted(dates, key=lambda date: date.start))


def era_date(text: str) -> EraDate | None:
    """Return the first date that folded ``text`` names in an era."""
    return next(iter(era_dates(text)), None)


def fiscal_years(text: str) -> tuple[EraFiscalYear, ...]:
    """Return the fiscal years that folded ``text`` names in an era: 令和4年度 is 2022, and so is 平成34年度."""
    return tuple(year for match in _ERA_FISCAL_YEAR.finditer(text) if (year := _fiscal_year_in(match)) is not None)


def _date_in(match: re.Match[str]) -> EraDate | None:
    era, in_era, month, day = match.groups()
    try:
        year = _calendar_year(era, in_era)
        # An era may have begun within a month that it names.
        last = dt.date(year, int(month), int(day) if day else monthrange(year, int(month))[1])
    except (ValueError, OverflowError):
        return None
    return EraDate(year, int(month), int(day) if day else None, *match.span()) if era in _eras_on(last) else None


def _date_after(before: EraDate, match: re.Match[str]) -> Iterator[EraDate]:
    """Yield the date that ``match`` gives by the date ``before`` it, if there is such a day."""
    which, month, day = match.groups()
    try:
        said = dt.date(before.year + (which == "翌"), int(month or before.month), int(day or 1))
    except (ValueError, OverflowError):
        return
    if month or day:
        yield EraDate(said.year, said.month, said.day if day else None, *match.span())


def _fiscal_year_in(match: re.Match[str]) -> EraFiscalYear | None:
    era, in_era = match.groups()
    try:
        year = _calendar_year(era, in_era)
        last = dt.date(year + 1, FISCAL_YEAR_STARTS_IN, 1) - dt.timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    return EraFiscalYear(year, *match.span()) if era in _eras_on(last) else None


def _calendar_year(era: str, in_era: str) -> int:
    number = 1 if in_era == "元" else int(in_era)
    if number < 1:
        message = f"no year {number} of {era}"
        raise ValueError(message)
    return dict(ERAS)[era].year + number - 1


def _eras_on(day: dt.date) -> tuple[str, ...]:
    """Return the era of ``day`` and the one before it."""
    return tuple(name for name, first_day in ERAS if first_day <= day)[:2]
