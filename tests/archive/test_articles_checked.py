"""Articles whose law is registered and does not apply on the day of the meeting: the remedy says when it does."""

import datetime as dt
from dataclasses import replace

import pytest

from generator.archive.checks.grounding import check_articles
from generator.kinds.names import Names
from generator.kinds.registered_law import ARTICLES
from generator.model.article_number import LawArticle
from generator.model.consultation import Measure, Section
from generator.model.vocabulary import MeasureType
from tests.archive.making import record_of
from tests.evidence.laws import ORDINANCE, TITLE


@pytest.mark.parametrize("written", [f"{TITLE}第12条", "第12条"])
def test_the_days_of_a_law_that_no_longer_applied_are_told(written: str) -> None:
    names = Names.holding({ARTICLES: (replace(ORDINANCE, until=dt.date(2022, 3, 31)),)})
    words = f"{TITLE}第１２条の規定に基づき諮問する。"
    measure = Measure(MeasureType.OUTSOURCING, (LawArticle.parse(written),))
    record = record_of(Section(text=words), measures=(measure,), meeting=dt.date(2022, 6, 17))
    [objection] = check_articles(record, names)
    assert objection.remedy.endswith("登録では、この法令は until: 2022-03-31 です。")
