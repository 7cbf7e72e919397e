"""Dates in Japanese eras (和暦)."""

import datetime as dt
from typing import Final

from generator.japanese.numerals import full_width

# First days of the eras since the Gregorian calendar was adopted in Japan (明治6年, 1873).
ERAS: Final = (
    ("令和", dt.date(2019, 5, 1)),
    ("平成", dt.date(1989, 1, 8)),
    ("昭和", dt.date(1926, 12, 25)),
    ("大正", dt.date(1912, 7, 30)),
    ("明治", dt.date(1868, 1, 25)),
)
FIRST_DAY_WITH_AN_ERA: Final = ERAS[-1][1]
YEARS_WITH_ERAS: Final = range(FIRST_DAY_WITH_AN_ERA.year, dt.MAXYEAR)
FISCAL_YEAR_STARTS_IN: Final = 4


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
