"""Where words say a fact: the cases stand in cases.yml."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.finding import Cited, FactValue, FiscalYear, Name, Quoted, find, says
from generator.japanese.fold import fold
from generator.model.article_number import ArticleNumber
from generator.model.consultation import Volume
from generator.model.partial_date import PartialDate
from tests.evidence.laws import TITLE, article, names_in

FACTS: Final[Mapping[str, Callable[[Any], FactValue]]] = {
    "count": lambda count: Volume(count=count),
    "about": lambda count: Volume(count=count, approximate=True),
    "name": lambda spellings: Name(tuple(spellings)),
    "phrase": str,
    "quoted": Quoted,
    "year": FiscalYear,
    "onward": lambda year: FiscalYear(year, onward=True),
    "date": lambda date: PartialDate.parse(str(date)),
}
# What random texts are made of, and the facts that are looked for in them.
WORDS: Final = (
    "３０ 件 人 約 第 回 数 令和４年 度 以降 ６月 １日 ② ３．２ ，０００ "
    "ＬＩＮＥ ＯＮ アカウント 「 」 か ゛ 条例 第３０条 第３号 及び \u200b ー"
)
UNNAMED: Final = names_in("")
PIECES: Final = st.sampled_from([*WORDS.split(" "), " ", "\n"])
TEXTS: Final = st.lists(PIECES, max_size=14).map("".join)
FACT_VALUES: Final = st.sampled_from(
    [
        *(Volume(count=count, approximate=about) for count in (30, 30_000, 2) for about in (False, True)),
        *(Name(("LINE", "LINEアカウント")), Name(("が",)), Quoted("LINE"), "件", "が", "以降"),
        *(FiscalYear(2022, onward=onward) for onward in (False, True)),
        *(PartialDate(2022, 6), PartialDate(2022, 6, 1)),
        *(Cited(ArticleNumber(30), fold(TITLE), UNNAMED), Cited(ArticleNumber(30, item=3), fold(TITLE), UNNAMED)),
    ]
)
FAMILIES: Final = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text(encoding="utf-8"))
CASES: Final = [
    pytest.param(case, id=f"{family}: {case['text']}") for family, cases in FAMILIES.items() for case in cases
]


def fact_of(key: str, value: Any, text: str) -> FactValue:  # noqa: ANN401 - as the case writes it
    """The fact that a case says under ``key``; an article is cited as its text calls laws."""
    return article(value, text) if key == "article" else FACTS[key](value)


@pytest.mark.parametrize("case", CASES)
def test_a_fact_is_found_where_the_words_say_it(case: Mapping[str, Any]) -> None:
    text, start = case["text"], case.get("from", 0)
    (fact,) = [fact_of(key, value, text) for key, value in case.items() if key in (*FACTS, "article")]
    span = find(fact, text, start)
    assert (text[span.start : span.end] if span else "none") == case["found"]
    assert span is None or span.start == case.get("at", text.index(case["found"]))
    assert start or (says(fact, text), find(fact, text)) == (span is not None, span)


@given(FACT_VALUES, TEXTS)
def test_a_text_says_a_fact_exactly_where_it_is_found(fact: FactValue, text: str) -> None:
    span = find(fact, text)
    assert says(fact, text) is (span is not None)
    assert span is None or 0 <= span.start < span.end <= len(text)


@given(FACT_VALUES, TEXTS)
def test_a_fact_is_found_again_from_where_it_stands_and_from_nowhere_before(fact: FactValue, text: str) -> None:
    for start in range(len(text) + 1):
        span = find(fact, text, start)
        if span is None:
            assert all(find(fact, text, later) is None for later in range(start, len(text) + 1))
            return
        assert start <= span.start
        assert find(fact, text, span.start) == span


@given(FACT_VALUES.filter(lambda fact: not isinstance(fact, Cited | FiscalYear | Quoted)), TEXTS)
def test_the_words_that_are_found_say_the_fact_by_themselves(fact: FactValue, text: str) -> None:
    span = find(fact, text)
    assert span is None or says(fact, text[span.start : span.end])
