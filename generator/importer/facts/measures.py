"""What is asked for, and the articles that make the ward ask."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.evidence.citations import cited_articles
from generator.evidence.enumerations import split_outside_parentheses
from generator.evidence.finding import says
from generator.importer.facts.found import DraftDoubt, NewName
from generator.japanese.fold import fold
from generator.kinds.names import Names
from generator.kinds.ordinance import ARTICLES
from generator.model.article_number import ArticleNumber
from generator.model.consultation import Consultation, Measure
from generator.model.outline import LabelKind, Place, outline
from generator.model.vocabulary import MeasureType

NO_MEASURE: Final = "題名から措置を読み取れませんでした。"
NO_ARTICLE: Final = "「{measure}」の根拠の条項（「第…条の規定に基づき諮問する」）を読み取れませんでした。"
WHICH_MEASURE: Final = "条例{article}が「{measure}」の根拠かどうか、分かりません。"
UNKNOWN: Final = "条例{article}は、この開催日の条例として登録されていません。"

_ASKS: Final = re.compile("諮問|規定に基づ|規定により")
# The end of a sentence that asks now: の規定に基づき諮問する, により、標記の件について諮問するものである.
_ASKS_NOW: Final = re.compile(
    r"(?:の規定)?に(?:基づき|基づいて|より|よって)(?:、[^、]*(?:について|に関し)、?|、)?(?:今回|ここに|新たに|改めて)?"
    r"諮問(?:を行う|を?する)(?:もの(?:である|とする)?)?$"
)
# The articles right before it, in a row.
_GROUNDS: Final = re.compile(r"(?:条例|[第同][0-9条項号]|[0-9条項号の]|、|,|・|及び|並びに|又は|若しくは|\([^()]*\))+$")
_BUSINESS: Final = re.compile(r"「([^「」]*(?:業務|事務|事業))」")
_EXCEPTED: Final = r"(?:等)?(?:以外|[をは](?:除|含ま|伴わ|行わ|しな))"
_EXCEPTING: Final = re.compile(rf"\([^()]*{_EXCEPTED}[^()]*\)")
# How the sentences that cite an article speak of a measure, where they do not name it.
SPOKEN_OF: Final = {
    MeasureType.CONNECTION: "結合",
    MeasureType.OUTSOURCING: "委託",
    MeasureType.PROVISION: "提供",
    MeasureType.COMPUTER_RECORDING: "記録",
    MeasureType.COLLECTION_FROM_OTHERS: "収集",
    MeasureType.OTHER_PURPOSE: "目的外|利用する",
}


@dataclass(frozen=True)
class _Citing:
    """An article as a sentence cites it, the measures that may be meant, and whether the sentence asks by it now."""

    article: ArticleNumber
    measures: tuple[MeasureType, ...]
    asks: bool

    def is_sure(self, kind: MeasureType) -> bool:
        """Tell whether the ward asks for ``kind`` by the article, and for nothing else."""
        return self.asks and self.measures == (kind,)


def businesses_in(title: str) -> tuple[str, ...]:
    """Return the registered businesses that ``title`` quotes: 「広聴業務」."""
    return tuple(dict.fromkeys(_BUSINESS.findall(title)))


def read_measures(consultation: Consultation, names: Names) -> tuple[tuple[Measure, ...], tuple[DraftDoubt, ...]]:
    """Return the measures that title and subtitle name, each with its part of the document and its articles."""
    types = _find_types(consultation.title) or _find_types(consultation.subtitle or "")
    if not types:
        return (), (DraftDoubt(("title",), NO_MEASURE),)
    places = outline(consultation)
    parts = {kind: _find_part(kind, places) for kind in types} if len(types) > 1 else dict.fromkeys(types)
    citings = list(_find_citings(places, types, parts))
    measures: list[Measure] = []
    doubts: list[DraftDoubt] = []
    for kind in types:
        sure = tuple(dict.fromkeys(each.article for each in citings if each.is_sure(kind)))
        mine = dict.fromkeys(each.article for each in citings if kind in each.measures)
        unsure = tuple(article for article in mine if article not in sure)
        measure = Measure(kind, (*sure, *unsure), parts[kind])
        path = ("measures", len(measures))
        doubts.extend(doubt.under(path) for doubt in _doubt_articles(measure, sure, consultation, names))
        measures.append(measure)
    return tuple(measures), tuple(doubts)


def _find_types(words: str) -> tuple[MeasureType, ...]:
    """Return the measures that ``words`` name, in their order: not in the name of a business, nor as an exception."""
    folded = _EXCEPTING.sub("", fold(_BUSINESS.sub("", words)))
    found = {kind: re.search(f"{re.escape(fold(kind))}(?!{_EXCEPTED})", folded) for kind in MeasureType}
    places = {kind: match.start() for kind, match in found.items() if match}
    return tuple(sorted(places, key=places.__getitem__))


def _find_part(kind: MeasureType, places: tuple[Place, ...]) -> str | None:
    parts = (place for place in places if place.label.kind is LabelKind.PART)
    return next((place.anchor for place in parts if says(kind, place.section.heading or "")), None)


def _find_citings(
    places: tuple[Place, ...], types: tuple[MeasureType, ...], parts: dict[MeasureType, str | None]
) -> Iterator[_Citing]:
    for place in places:
        within = tuple(kind for kind in types if (part := parts[kind]) is not None and place.lies_in(part))
        for sentence in split_outside_parentheses(place.section.text or "", "。\n"):
            folded = fold(sentence)
            if _ASKS.search(folded):
                yield from _read_citings(folded, _find_meant(folded, types, within))


def _read_citings(folded: str, measures: tuple[MeasureType, ...]) -> Iterator[_Citing]:
    asked = _find_asked_now(folded)
    for article in cited_articles(folded):
        yield _Citing(article, measures, asks=article in asked)


def _find_asked_now(folded: str) -> tuple[ArticleNumber, ...]:
    """Return the articles by which a sentence asks, and not those by which it says that the ward asked before."""
    asks = _ASKS_NOW.search(folded)
    grounds = _GROUNDS.search(folded, 0, asks.start()) if asks else None
    return cited_articles(grounds.group()) if grounds else ()


def _find_meant(
    folded: str, types: tuple[MeasureType, ...], within: tuple[MeasureType, ...]
) -> tuple[MeasureType, ...]:
    """Return the measures that a sentence may mean: those of its part or of the title, and others that it names."""
    own = within or types
    spoken = tuple(kind for kind in types if re.search(f"{re.escape(fold(kind))}|{SPOKEN_OF[kind]}", folded))
    mine = tuple(kind for kind in own if kind in spoken)
    named = (kind for kind in MeasureType if fold(kind) in folded or (kind in spoken and not mine))
    return (*(mine or own), *(kind for kind in named if kind not in own))


def _doubt_articles(
    measure: Measure, sure: tuple[ArticleNumber, ...], consultation: Consultation, names: Names
) -> Iterator[DraftDoubt]:
    if not measure.articles:
        yield DraftDoubt((), NO_ARTICLE.format(measure=measure.type))
    for place, article in enumerate(measure.articles):
        path = ("articles", place)
        if names.cited(article, consultation.meeting) is None:
            yield DraftDoubt(path, UNKNOWN.format(article=article), held=True, new=NewName(ARTICLES, str(article)))
        if article not in sure:
            yield DraftDoubt(path, WHICH_MEASURE.format(article=article, measure=measure.type), held=True)
