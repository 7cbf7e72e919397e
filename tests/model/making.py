"""Makes up consultations for the tests."""

import datetime as dt
from typing import Any

from generator.model.article_number import ArticleNumber, LawArticle
from generator.model.consultation import Consultation, Measure, Section
from generator.model.vocabulary import MeasureType

CONNECTION = Measure(MeasureType.CONNECTION, (LawArticle(ArticleNumber(18, item=3)),))


def made_up(*sections: Section, **others: Any) -> Consultation:  # noqa: ANN401 - any field of a consultation
    """A consultation of ``sections``; the other fields say little unless they are given."""
    fields: dict[str, Any] = {
        "number": 1,
        "document": 2,
        "meeting": dt.date(2022, 6, 17),
        "title": "「試験業務」における外部の電子計算機との回線結合について",
        "departments": ("試験部試験課",),
        "businesses": ("試験業務",),
        "measures": (CONNECTION,),
    }
    return Consultation(sections=sections, **(fields | others))
