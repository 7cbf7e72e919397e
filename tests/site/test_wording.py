"""How the site calls what it shows."""

import pytest

from generator.model.consultation import Period
from generator.model.partial_date import PartialDate
from generator.site.wording import period_text

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
