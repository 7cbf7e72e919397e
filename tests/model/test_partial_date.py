"""Dates that may leave their day open."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.partial_date import PartialDate


@given(st.dates(), st.booleans())
def test_what_is_written_is_read_back(date: dt.date, whole: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
    partial = PartialDate(date.year, date.month, date.day if whole else None)
    assert PartialDate.parse(str(partial)) == partial
    assert str(partial) == (date.isoformat() if whole else date.isoformat()[:7])


@pytest.mark.parametrize(
    ("written", "first_day"), [("2022-07", dt.date(2022, 7, 1)), ("2022-06-17", dt.date(2022, 6, 17))]
)
def test_a_month_begins_on_its_first_day(written: str, first_day: dt.date) -> None:
    assert PartialDate.parse(written).first_day() == first_day


def test_a_month_is_not_its_first_day() -> None:
    assert PartialDate.parse("2022-07") != PartialDate.parse("2022-07-01")


@pytest.mark.parametrize(
    "written", ["", "2022", "2022-7", "2022-07-1", "2022/07/01", "２０２２-07", "2022-07-01 ", "22-07-01"]
)
def test_anything_else_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="not a date"):
        PartialDate.parse(written)


@pytest.mark.parametrize("written", ["2022-13", "2022-00", "2022-02-30", "2022-07-00", "0000-01"])
def test_days_that_do_not_exist_are_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"month|day|year"):
        PartialDate.parse(written)
