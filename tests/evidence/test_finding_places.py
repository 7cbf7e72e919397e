"""Where words say a fact: the cases stand in cases.yml."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from generator.evidence.fact_values import FactValue, FiscalYear, Name, Quoted
from generator.evidence.finding import find, says
from generator.model.article_number import ArticleNumber
from generator.model.consultation import Volume
from generator.model.partial_date import PartialDate

FACTS: Final[Mapping[str, Callable[[Any], FactValue]]] = {
    "count": lambda count: Volume(count=count),
    "about": lambda count: Volume(count=count, approximate=True),
    "name": lambda spellings: Name(tuple(spellings)),
    "phrase": str,
    "quoted": Quoted,
    "article": ArticleNumber.parse,
    "year": FiscalYear,
    "onward": lambda year: FiscalYear(year, onward=True),
    "date": lambda date: PartialDate.parse(str(date)),
}
FAMILIES: Final = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text(encoding="utf-8"))
CASES: Final = [
    pytest.param(case, id=f"{family}: {case['text']}") for family, cases in FAMILIES.items() for case in cases
]


@pytest.mark.parametrize("case", CASES)
def test_a_fact_is_found_where_the_words_say_it(case: Mapping[str, Any]) -> None:
    (fact,) = [FACTS[key](value) for key, value in case.items() if key in FACTS]
    text, start = case["text"], case.get("from", 0)
    span = find(fact, text, start)
    assert (text[span.start : span.end] if span else "none") == case["found"]
    assert span is None or span.start == case.get("at", text.index(case["found"]))
    assert start or says(fact, text) is (span is not None)
