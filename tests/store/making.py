"""Consultations of every kind for the property tests, with texts that YAML readers stumble over."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from generator.model.article_number import ArticleNumber, LawArticle
from generator.model.consultation import (
    Cell,
    Consultation,
    Correction,
    Counterparty,
    Decision,
    Item,
    Measure,
    Period,
    Printed,
    Reference,
    Section,
    TableRow,
    TornColumn,
    Volume,
)
from generator.model.partial_date import PartialDate
from generator.model.vocabulary import Direction, MeasureType, PartyState, Per, Role

# What a YAML reader takes for something else, or for a sign of its own, where it is not quoted; and what no eye sees.
NASTY: list[str] = json.loads(Path(__file__).with_name("nasty_texts.json").read_text(encoding="utf-8"))


def normalised(text: str) -> str:
    """``text`` as the model holds it: lines without white space at their ends, and none of them blank."""
    return "\n".join(filter(None, (line.strip() for line in text.split("\n"))))


_CHARACTERS = st.characters(exclude_categories=["Cs"])
_SIGNS = st.text(alphabet="-:#&*!|>'\"%@`?,[]{} \n\t\\.~=0129eEoxnNyYあ")
_ANY_TEXT = (
    st.one_of(st.sampled_from(NASTY), _SIGNS, st.text(_CHARACTERS), st.lists(st.sampled_from(NASTY)).map("\n".join))
    .map(normalised)
    .filter(bool)
)


# A composite strategy shows itself by its name; the list of nasty texts would fill pages.
@st.composite
def _text(draw: st.DrawFn) -> str:
    return draw(_ANY_TEXT)


TEXTS = _text()
_NUMBERS = st.integers(0, 999_999_999_999)
_ARTICLE_PARTS = st.integers(0, 999)
ARTICLES = st.builds(ArticleNumber, st.integers(1, 9999), _ARTICLE_PARTS, _ARTICLE_PARTS, _ARTICLE_PARTS)
_LAW_ARTICLES = st.builds(
    LawArticle, ARTICLES, st.sampled_from(["", "条例", "個人情報の保護に関する法律", "第1次条例"])
)
_DAYS = st.dates(min_value=dt.date(1868, 2, 1))  # from the first month that lies in an era
_PARTIAL_DATES = st.one_of(
    _DAYS.map(lambda day: PartialDate(day.year, day.month, day.day)),
    _DAYS.map(lambda day: PartialDate(day.year, day.month)),
)


def _some(strategy: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, min_size=least, max_size=2).map(tuple)


def _perhaps(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


_ITEMS = st.builds(Item, TEXTS, _perhaps(TEXTS), _some(TEXTS))
_SPANS = st.integers(0, 3)
_CELLS = st.builds(Cell, TEXTS | st.just(""), _SPANS, _SPANS) | st.builds(Cell, TEXTS | st.just(""))
_PRINTED = st.builds(
    Printed, document=_perhaps(TEXTS), number=_perhaps(TEXTS), subtitle=_perhaps(TEXTS), date=_perhaps(TEXTS)
)
_FACTS: dict[str, st.SearchStrategy[Any]] = {
    "heading": _perhaps(TEXTS),
    "text": _perhaps(TEXTS),
    "torn_table": _some(st.builds(TornColumn, TEXTS, _some(TEXTS, 1))),
    "table": _some(st.builds(TableRow, _some(_CELLS, 1), st.booleans())),
    "direction": _perhaps(st.sampled_from(Direction)),
    "subjects": _some(TEXTS),
    "items": _perhaps(_some(_ITEMS)),
    "added_items": _perhaps(_some(_ITEMS)),
    "counterparties": _some(
        st.builds(
            Counterparty,
            name=_perhaps(TEXTS),
            role=st.sampled_from(Role),
            state=_perhaps(st.sampled_from(PartyState)),
        )
    ),
    "volumes": _some(
        st.builds(
            Volume,
            subject=_perhaps(TEXTS),
            fiscal_year=_perhaps(_NUMBERS),
            onward=st.booleans(),
            count=_NUMBERS,
            approximate=st.booleans(),
            per=_perhaps(st.sampled_from(Per)),
        )
    ),
    "period": _perhaps(
        st.builds(Period, _PARTIAL_DATES, _perhaps(_PARTIAL_DATES), st.booleans(), _perhaps(TEXTS)),
    ),
    "references": _some(st.builds(Reference, TEXTS, _perhaps(TEXTS), _perhaps(_NUMBERS))),
}
# A section that says nothing at all has no keys, and YAML no way to write that as a mapping without braces.
_LEAF = st.builds(Section, **{**_FACTS, "heading": TEXTS})
SECTIONS = st.recursive(_LEAF, lambda inner: st.builds(Section, **_FACTS, sections=_some(inner, 1)), max_leaves=4)
CONSULTATIONS = st.builds(
    Consultation,
    number=_NUMBERS,
    document=_perhaps(_NUMBERS),
    meeting=_DAYS,
    title=TEXTS,
    subtitle=_perhaps(TEXTS),
    departments=_some(TEXTS, 1),
    businesses=_some(TEXTS),
    measures=_some(st.builds(Measure, st.sampled_from(MeasureType), _some(_LAW_ARTICLES), _perhaps(TEXTS))),
    articles=_some(_LAW_ARTICLES),
    source_url=_perhaps(TEXTS),
    decision=_perhaps(st.builds(Decision, _DAYS, TEXTS, TEXTS)),
    # As with a section: nothing printed is no mapping.
    printed=_perhaps(_PRINTED.filter(lambda printed: printed != Printed())),
    corrections=_some(st.builds(Correction, date=_DAYS, what=TEXTS, why=TEXTS)),
    sections=_some(SECTIONS, 1),
)
