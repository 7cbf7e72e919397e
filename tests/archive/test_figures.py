"""Which counts are of a year: as the words say, for all of them or for some."""

import pytest

from generator.archive.checks.grounding import check_figures
from generator.model.consultation import Section, Volume
from generator.model.vocabulary import Per
from tests.archive.making import record_of

FORGOTTEN = "本文に「年間」とありますが、per: 年間 がありません。"


def told(heading: str, text: str, **counts: Per | None) -> list[str]:
    volumes = tuple(Volume(count=int(count.removeprefix("n")), per=per) for count, per in counts.items())
    record = record_of(Section(heading=heading, text=text, volumes=volumes))
    return [problem.message for problem in check_figures(record)]


@pytest.mark.parametrize("text", ["月２０件、年間２４０件", "一日２０件、２４０件（年間）"])
def test_a_count_beside_that_of_a_year_need_not_be_of_one(text: str) -> None:
    assert told("（２）件数", text, n20=None, n240=Per.YEAR) == []
    assert told("（２）件数", text, n20=None, n240=None) == [FORGOTTEN, FORGOTTEN]


def test_of_two_counts_of_a_year_none_is_forgotten() -> None:
    text = "里親 ２０件（年間）\n児童 １０件（年間）"
    assert told("（２）件数", text, n20=Per.YEAR, n10=Per.YEAR) == []
    assert told("（２）件数", text, n20=Per.YEAR, n10=None) == [FORGOTTEN]


def test_what_the_heading_says_holds_for_every_count() -> None:
    assert told("（２）件数（年間）", "里親 ２０件、児童 １０件", n20=Per.YEAR, n10=None) == [FORGOTTEN]


def test_a_heading_of_counts_does_not_run_into_what_follows() -> None:
    assert told("（２）件数", "年間５００件", n500=Per.YEAR) == []
    assert told("（２）件数", "数年間で５００件", n500=None) == []
