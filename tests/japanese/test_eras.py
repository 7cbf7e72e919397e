"""Dates in Japanese eras."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.japanese.eras import (
    ERAS,
    EraDate,
    EraFiscalYear,
    era_date,
    era_date_as_printed,
    era_dates,
    era_month_as_printed,
    era_year,
    era_year_name,
    fiscal_year,
    fiscal_year_name,
    fiscal_years,
)
from generator.japanese.fold import fold

ERA_DAYS = st.dates(min_value=ERAS[-1][1])


@pytest.mark.parametrize(
    ("day", "era", "year", "name"),
    [
        ("2022-06-17", "令和", 4, "令和4年"),
        ("2019-05-01", "令和", 1, "令和元年"),
        ("2019-12-31", "令和", 1, "令和元年"),
        ("2020-01-01", "令和", 2, "令和2年"),
        ("2019-04-30", "平成", 31, "平成31年"),
        ("1989-01-08", "平成", 1, "平成元年"),
        ("1989-01-07", "昭和", 64, "昭和64年"),
        ("1926-12-25", "昭和", 1, "昭和元年"),
        ("1926-12-24", "大正", 15, "大正15年"),
        ("1912-07-30", "大正", 1, "大正元年"),
        ("1912-07-29", "明治", 45, "明治45年"),
        ("1873-01-01", "明治", 6, "明治6年"),
    ],
)
def test_a_day_lies_in_its_era(day: str, era: str, year: int, name: str) -> None:
    date = dt.date.fromisoformat(day)
    assert era_year(date) == (era, year)
    assert era_year_name(date) == name


def test_no_era_is_invented_for_earlier_days() -> None:
    with pytest.raises(ValueError, match="no era on 1868-01-24"):
        era_year(dt.date(1868, 1, 24))


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (dt.date(2022, 6, 17), "令和４年６月１７日"),
        (dt.date(2022, 12, 1), "令和４年１２月１日"),
        (dt.date(2019, 5, 1), "令和元年５月１日"),
        (dt.date(2028, 10, 31), "令和１０年１０月３１日"),
    ],
)
def test_days_and_months_are_printed_as_in_the_documents(day: dt.date, printed: str) -> None:
    assert era_date_as_printed(day) == printed
    assert era_month_as_printed(day) == printed[: printed.index("月") + 1]


@given(ERA_DAYS, ERA_DAYS)
def test_two_days_never_print_the_same(one: dt.date, other: dt.date) -> None:
    assert (era_date_as_printed(one) == era_date_as_printed(other)) == (one == other)


@pytest.mark.parametrize(
    ("day", "year"), [("2022-03-31", 2021), ("2022-04-01", 2022), ("2022-06-17", 2022), ("2023-03-31", 2022)]
)
def test_the_fiscal_year_begins_in_april(day: str, year: int) -> None:
    assert fiscal_year(dt.date.fromisoformat(day)) == year


@pytest.mark.parametrize(
    ("year", "name"),
    [(2018, "平成30年度"), (2019, "令和元年度"), (2020, "令和2年度"), (2021, "令和3年度"), (2022, "令和4年度")],
)
def test_a_fiscal_year_is_named_by_the_era_most_of_it_lies_in(year: int, name: str) -> None:
    assert fiscal_year_name(year) == name


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("令和4年7月1日", (2022, 7, 1)),
        ("令和4年7月から", (2022, 7, None)),
        ("令和元年5月1日", (2019, 5, 1)),
        ("令和1年5月", (2019, 5, None)),
        ("平成32年4月", (2020, 4, None)),
        ("平成31年6月", (2019, 6, None)),
        ("平成31年4月30日", (2019, 4, 30)),
        ("平成1年1月8日", (1989, 1, 8)),
        ("平成元年1月", (1989, 1, None)),
        ("昭和64年1月", (1989, 1, None)),
        ("昭和65年1月", (1990, 1, None)),
    ],
)
def test_a_date_is_read_in_every_spelling_of_its_era(text: str, date: tuple[int, int, int | None]) -> None:
    read = era_date(f"は{text}")
    assert read is not None
    assert read[:3] == date


@pytest.mark.parametrize(
    "text",
    [
        "令和元年4月30日",  # 令和 had not begun
        "令和元年4月",
        "昭和95年4月",  # 平成 came between
        "令和4年2月30日",
        "令和4年13月",
        "令和0年4月",
        "令和4年7月12",
        "令和4年度",
        "2022年7月1日",
        "7月1日",
        f"令和{'9' * 5000}年1月",
        "令和9999年1月1日",
    ],
)
def test_no_other_date_is_read(text: str) -> None:
    assert era_date(text) is None


def test_dates_and_fiscal_years_come_with_their_places() -> None:
    text = "平成31年度の令和元年6月から令和2年3月31日まで、令和3年度以降"
    assert era_dates(text) == (EraDate(2019, 6, None, 7, 13), EraDate(2020, 3, 31, 15, 24))
    assert fiscal_years(text) == (EraFiscalYear(2019, 0, 6), EraFiscalYear(2021, 27, 32))
    assert (era_dates(""), fiscal_years("")) == ((), ())


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("令和4年度", 2022),
        ("平成31年度", 2019),
        ("令和元年度", 2019),
        ("令和1年度", 2019),
        ("平成32年度", 2020),
        ("昭和64年度", 1989),
    ],
)
def test_a_fiscal_year_is_read_in_every_spelling_of_its_era(text: str, year: int) -> None:
    assert [read.year for read in fiscal_years(text)] == [year]


@pytest.mark.parametrize("text", ["令和4年", "4年度", "令和0年度", "昭和95年度", "平成0年度", "令和9999年度"])
def test_no_other_fiscal_year_is_read(text: str) -> None:
    assert fiscal_years(text) == ()


@given(st.dates(min_value=dt.date(1868, 2, 1), max_value=dt.date(9000, 1, 1)))
def test_what_is_printed_is_read(day: dt.date) -> None:
    printed = era_date(fold(era_date_as_printed(day)))
    assert printed is not None
    assert printed[:3] == (day.year, day.month, day.day)
    month = era_date(fold(era_month_as_printed(day)))
    assert month is not None
    assert month[:3] == (day.year, day.month, None)
    assert [read.year for read in fiscal_years(fiscal_year_name(fiscal_year(day)))] == [fiscal_year(day)]
