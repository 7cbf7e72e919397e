"""What is asked for, and the articles that make the ward ask."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.archive.citations import cited_articles
from generator.archive.names import Names
from generator.importer.facts.found import Doubt, Found, NewName, Registry
from generator.japanese.fold import fold
from generator.japanese.lists import split_outside_parentheses
from generator.model.article_number import ArticleNumber
from generator.model.consultation import Consultation, Measure
from generator.model.labels import LabelKind
from generator.model.outline import Place, outline
from generator.model.vocabulary import MeasureType

NO_MEASURE: Final = "題名から措置を読み取れませんでした。"
NO_ARTICLE: Final = "「{measure}」の根拠の条項（「第…条の規定に基づき諮問する」）を読み取れませんでした。"
WHICH_MEASURE: Final = "条例{article}が「{measure}」の根拠かどうか、分かりません。"
UNKNOWN: Final = "条例{article}は、この開催日の条例として登録されていません。"

_ASKS: Final = re.compile("諮問|規定に基づ|規定により")
# How the sentences that cite an article speak of a measure, where they do not name it.
_SPOKEN_OF: Final = {
    MeasureType.CONNECTION: "結合",
    MeasureType.OUTSOURCING: "委託",
    MeasureType.PROVISION: "提供",
    MeasureType.COMPUTER_RECORDING: "記録",
    MeasureType.COLLECTION_FROM_OTHERS: "収集",
    MeasureType.OTHER_PURPOSE: "目的外|利用する",
}


@dataclass(frozen=True)
class _Citing:
    """An article as a sentence cites it, and the measures that this sentence may speak of."""

    article: ArticleNumber
    measures: tuple[MeasureType, ...]


def businesses_in(title: str) -> tuple[str, ...]:
    """Return the registered businesses that ``title`` quotes: 「広聴業務」."""
    return tuple(dict.fromkeys(re.findall(r"「([^「」]*(?:業務|事務|事業))」", title)))


def read_measures(consultation: Consultation, names: Names) -> Found[Measure]:
    """Return the measures that title and subtitle name, each with its part of the document and its articles."""
    types = _types_in(consultation.title) or _types_in(consultation.subtitle or "")
    if not types:
        return Found((), (Doubt((), NO_MEASURE),))
    places = outline(consultation)
    parts = {kind: _part_of(kind, places) for kind in types} if len(types) > 1 else dict.fromkeys(types)
    citings = list(_citings(places, types, parts))
    measures: list[Measure] = []
    doubts: list[Doubt] = []
    for index, kind in enumerate(types):
        sure = tuple(dict.fromkeys(each.article for each in citings if each.measures == (kind,)))
        unsure = tuple(dict.fromkeys(each.article for each in citings if len(each.measures) != 1))
        unsure = tuple(article for article in unsure if article not in sure)
        measures.append(Measure(kind, (*sure, *unsure), parts[kind]))
        doubts.extend(_article_doubts(index, (*sure, *unsure), kind, consultation, names))
        doubts.extend(_unsure_doubts(index, range(len(sure), len(sure) + len(unsure)), measures[-1]))
    return Found(tuple(measures), tuple(doubts))


def _types_in(words: str) -> tuple[MeasureType, ...]:
    """Return the measures that ``words`` name, in their order."""
    folded = fold(words)
    found = {kind: folded.find(fold(kind)) for kind in MeasureType}
    return tuple(sorted((kind for kind, place in found.items() if place >= 0), key=found.__getitem__))


def _part_of(kind: MeasureType, places: tuple[Place, ...]) -> str | None:
    headings = (
        (place.anchor, fold(place.section.heading or "")) for place in places if place.label.kind is LabelKind.PART
    )
    return next((anchor for anchor, heading in headings if fold(kind) in heading), None)


def _citings(
    places: tuple[Place, ...], types: tuple[MeasureType, ...], parts: dict[MeasureType, str | None]
) -> Iterator[_Citing]:
    for place in places:
        within = tuple(kind for kind in types if (part := parts[kind]) is not None and place.lies_in(part))
        for sentence in split_outside_parentheses(place.section.text or "", "。\n"):
            folded = fold(sentence)
            if _ASKS.search(folded):
                articles = cited_articles(folded)
                yield from _citings_of(articles, within or types, folded)


def _citings_of(articles: Iterable[ArticleNumber], types: tuple[MeasureType, ...], folded: str) -> Iterator[_Citing]:
    spoken = tuple(kind for kind in types if re.search(f"{re.escape(fold(kind))}|{_SPOKEN_OF[kind]}", folded))
    for article in articles:
        yield _Citing(article, types if len(types) == 1 else spoken)


def _unsure_doubts(index: int, places: range, measure: Measure) -> Iterator[Doubt]:
    for place in places:
        message = WHICH_MEASURE.format(article=measure.articles[place], measure=measure.type)
        yield Doubt((index, "articles", place), message, held=True)


def _article_doubts(
    index: int, articles: tuple[ArticleNumber, ...], kind: MeasureType, consultation: Consultation, names: Names
) -> Iterator[Doubt]:
    if not articles:
        yield Doubt((index,), NO_ARTICLE.format(measure=kind))
    for place, article in enumerate(articles):
        if names.cited(article, consultation.meeting) is None:
            new = NewName(Registry.ARTICLES, str(article))
            yield Doubt((index, "articles", place), UNKNOWN.format(article=article), held=True, new=new)
