"""How the site calls what it shows."""

import datetime as dt
from dataclasses import replace

import pytest

from generator.model.consultation import Period
from generator.model.partial_date import PartialDate
from generator.model.vocabulary import LawKind
from generator.site.wording import law_label, period_text
from tests.evidence.laws import ORDINANCE, TITLE, law

JULY, MARCH = PartialDate(2022, 7), PartialDate(2023, 3, 31)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(JULY), "2022年7月（令和4年）から"),
        (Period(JULY, MARCH), "2022年7月（令和4年）から2023年3月31日（令和5年）まで"),
        (Period(end=MARCH), "2023年3月31日（令和5年）まで"),
        (Period(JULY, continues=True), "2022年7月（令和4年）から継続して行う"),
        (Period(end=MARCH, repeats="以後毎年更新"), "2023年3月31日（令和5年）まで（以後毎年更新）"),
    ],
)
def test_a_period_says_from_when_until_when(period: Period, words: str) -> None:
    assert period_text(period) == words


def test_laws_of_one_name_are_told_apart_by_days_that_the_register_knows() -> None:
    old = replace(ORDINANCE, until=dt.date(2023, 3, 31))
    met = law(TITLE, LawKind.ORDINANCE, since="2024-06-14")
    new = replace(met, since=dt.date(2023, 4, 1))
    assert law_label(old, (old,), TITLE) == TITLE
    assert law_label(old, (old, new), TITLE) == f"{TITLE}（2023年3月31日（令和5年）まで）"
    assert law_label(new, (old, new), TITLE) == f"{TITLE}（2023年4月1日（令和5年）から）"
    assert law_label(met, (old, met), TITLE) == f"{TITLE}（2024年6月14日（令和6年）の諮問から）"
