"""What is asked for, and the articles that make the ward ask."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from generator.archive.citing import law_names_of
from generator.archive.record import Record
from generator.evidence.citations import CitedPlace, citations_in
from generator.evidence.enumerations import split_outside_parentheses
from generator.evidence.finding import says
from generator.evidence.law_names import LawNames
from generator.evidence.paragraph_ends import PARAGRAPH_END, mark_paragraphs
from generator.importer.facts.article_doubts import doubt_articles, doubt_unknown, doubt_unpaired
from generator.importer.facts.found import DraftDoubt
from generator.importer.facts.precedents import Precedents
from generator.japanese.conjunctions import AND_OR
from generator.japanese.fold import fold
from generator.japanese.numerals import LAW_DIGIT
from generator.kinds.names import Names
from generator.model.article_number import LawArticle
from generator.model.consultation import Consultation, Measure
from generator.model.outline import LabelKind, Place
from generator.model.vocabulary import MeasureType

NO_MEASURE: Final = "題名から措置を読み取れませんでした。"
UNREAD_MEASURE: Final = "題名に「{words}」ともあります。これも措置なら、measures に書き足してください。"
NO_ARTICLE: Final = "「{measure}」の根拠の条項（「第…条の規定に基づき諮問する」）を読み取れませんでした。"
WHICH_LAW: Final = (
    "「{words}」が、どの条例・法律の条項か決まりません。文書のどこかに名前があれば、その名前で書き足してください。"
    "文書がいつもそう呼ぶ法令が決まっていれば、articles.yml のその short_names に、その呼び方を書き足してください。"
)
UNREAD: Final = (
    "「{words}」から、根拠の条項をすべては読み取れませんでした。本文で確かめ、足りない条項を書き足してください。"
)

_ASKS: Final = re.compile("諮問|規定に基づ|規定により")
# The end of a sentence that asks now: の規定に基づき諮問する, により、標記の件について諮問するものである.
_ASKS_NOW: Final = re.compile(
    r"(?:の規定)?に(?:基づき|基づいて|より|よって)(?:、[^、]*(?:について|に関し)、?|、)?(?:今回|ここに|新たに|改めて)?"
    r"諮問(?:を行う|を?する)(?:もの(?:である|とする)?)?$"
)
# What may stand between it and the articles before it, and between each of these and the next.
_BETWEEN_GROUNDS: Final = re.compile(rf"(?:、|,|・|{AND_OR}|\([^()]*\))*")
_MOST_QUOTED: Final = 80
# What names an article or another place of a law, whether it can be read or not.
_PLACE_OF_A_LAW: Final = re.compile(f"{LAW_DIGIT}[条項号]|[前同本次各][条項号](?!例)|附則|別表")
_UNREAD_BEFORE: Final = re.compile(f"(?:{_PLACE_OF_A_LAW.pattern})(?!の規定)[^、。]{{0,3}}(?:、|,|・|{AND_OR})+$")
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

    article: LawArticle
    measures: tuple[MeasureType, ...]
    asks: bool

    def is_sure(self, kind: MeasureType) -> bool:
        """Tell whether the ward asks for ``kind`` by the article, and for nothing else."""
        return self.asks and self.measures == (kind,)


@dataclass(frozen=True)
class Asked:
    """What is asked for by which articles; ``articles`` are those whose measure is not said."""

    measures: tuple[Measure, ...] = ()
    articles: tuple[LawArticle, ...] = ()
    doubts: tuple[DraftDoubt, ...] = ()


def businesses_in(title: str) -> tuple[str, ...]:
    """Return the registered businesses that ``title`` quotes: 「広聴業務」."""
    return tuple(dict.fromkeys(_BUSINESS.findall(title)))


def read_measures(consultation: Consultation, names: Names, precedents: Precedents) -> Asked:
    """Return the measures that title and subtitle name, each with its part of the document and its articles.

    Where they name none, the articles by which the document asks stand for themselves; and so do those that it cites
    for several measures alike. By which articles the ward has asked before is then told, and no reason to decide.
    """
    types = _find_types(consultation.title) or _find_types(consultation.subtitle or "")
    record = Record(consultation)
    parts = {kind: _find_part(kind, record.places) for kind in types} if len(types) > 1 else dict.fromkeys(types)
    reader = _CitationReader(law_names_of(record, names), types, parts)
    citings = [citing for place in record.places for citing in reader.read(place)]
    if not types:
        articles = tuple(dict.fromkeys(each.article for each in citings if each.asks))
        unknown = (doubt.under(("articles",)) for doubt in doubt_unknown(articles, consultation, names))
        return Asked((), articles, (DraftDoubt(("title",), NO_MEASURE), *unknown, *reader.doubts))
    settled = {each.article for each in citings if any(map(each.is_sure, types))}
    shared = (each for each in citings if len(types) > 1 < len(each.measures) and each.article not in settled)
    unpaired = tuple(dict.fromkeys(each.article for each in shared))
    measures: list[Measure] = []
    doubts = list(_doubt_unread_measures(consultation.title, types))
    for kind in types:
        sure = tuple(dict.fromkeys(each.article for each in citings if each.is_sure(kind)))
        unsure = _find_unsure(kind, citings, {*sure, *unpaired}, settled)
        measure = Measure(kind, (*sure, *unsure), parts[kind])
        path = ("measures", len(measures))
        if not measure.articles and not reader.doubts and not unpaired:
            doubts.append(DraftDoubt(path, NO_ARTICLE.format(measure=kind)))
        doubts.extend(doubt.under(path) for doubt in doubt_articles(measure, sure, consultation, names))
        measures.append(measure)
    asked = replace(consultation, measures=tuple(measures), articles=unpaired)
    alike = doubt_unpaired(asked, names, precedents) if unpaired else ()
    return Asked(asked.measures, unpaired, (*doubts, *alike, *reader.doubts))


def _find_unsure(
    kind: MeasureType, citings: list[_Citing], others: set[LawArticle], settled: set[LawArticle]
) -> tuple[LawArticle, ...]:
    """Return the articles, but ``others``, that may be for ``kind``: not those of a measure that are only mentioned."""
    mine = (each for each in citings if kind in each.measures and each.article not in others)
    return tuple(dict.fromkeys(each.article for each in mine if each.asks or each.article not in settled))


def _find_types(words: str) -> tuple[MeasureType, ...]:
    """Return the measures that ``words`` name, in their order: not in the name of a business, nor as an exception."""
    folded = _EXCEPTING.sub("", fold(_BUSINESS.sub("", words)))
    found = {kind: re.search(f"{re.escape(fold(kind))}(?!{_EXCEPTED})", folded) for kind in MeasureType}
    places = {kind: match.start() for kind, match in found.items() if match}
    return tuple(sorted(places, key=places.__getitem__))


def _doubt_unread_measures(title: str, types: tuple[MeasureType, ...]) -> Iterator[DraftDoubt]:
    """Doubt a list in ``title`` that speaks of a measure besides ``types``: 保有個人情報の提供及び外部委託."""
    folded = _EXCEPTING.sub("", fold(_BUSINESS.sub("", title)))
    spoken = (re.search(words, folded) for kind, words in SPOKEN_OF.items() if kind not in types)
    for unread in (each.group() for each in spoken if each and re.search("及び|並びに|、", folded)):
        yield DraftDoubt(("title",), UNREAD_MEASURE.format(words=unread))


def _find_part(kind: MeasureType, places: tuple[Place, ...]) -> str | None:
    parts = (place for place in places if place.label.kind is LabelKind.PART)
    return next((place.anchor for place in parts if says(kind, place.section.heading or "")), None)


@dataclass
class _CitationReader:
    """Reads which articles the sentences cite that speak of asking; those of no one law are among the ``doubts``."""

    law_names: LawNames
    types: tuple[MeasureType, ...]
    parts: dict[MeasureType, str | None]
    doubts: list[DraftDoubt] = field(default_factory=list)

    def read(self, place: Place) -> Iterator[_Citing]:
        """Yield what the sentences of the section at ``place`` cite."""
        within = tuple(kind for kind in self.types if (part := self.parts[kind]) is not None and place.lies_in(part))
        text = fold(mark_paragraphs(place.section.text or ""))
        cited = list(citations_in(text, self.law_names))
        reached = 0
        for sentence in split_outside_parentheses(text, f"。{PARAGRAPH_END}"):
            start = text.index(sentence, reached)
            reached = start + len(sentence)
            mine = [each for each in cited if start <= each.start < reached]
            asked = _find_asked_now(text[:reached], start, mine)
            self._doubt_unread(place, sentence, asked[-1].begin - start if asked else None)
            if mine and _ASKS.search(sentence):
                meant = _find_meant(sentence, self.types, within)
                yield from self._tell(place, text, mine, asked, meant)

    def _doubt_unread(self, place: Place, sentence: str, read_from: int | None) -> None:
        """Doubt a sentence that asks by other places of laws than those read, which begin at ``read_from``."""
        asks = _ASKS_NOW.search(sentence)
        pattern = _PLACE_OF_A_LAW if read_from is None else _UNREAD_BEFORE
        if asks and pattern.search(sentence, 0, asks.start() if read_from is None else read_from):
            self.doubts.append(DraftDoubt((*place.path, "text"), UNREAD.format(words=sentence[-_MOST_QUOTED:])))

    def _tell(
        self,
        place: Place,
        text: str,
        cited: list[CitedPlace],
        asked: tuple[CitedPlace, ...],
        meant: tuple[MeasureType, ...],
    ) -> Iterator[_Citing]:
        for each in cited:
            if each.law is not None:
                # A law that is only mentioned, as in its own sentence, is no ground for asking.
                if each in asked or self.law_names.is_registered(each.law):
                    article = LawArticle(each.number, self.law_names.title_of(each.law))
                    yield _Citing(article, meant, asks=each in asked)
            elif each in asked:
                message = WHICH_LAW.format(words=text[each.begin : each.end])
                self.doubts.append(DraftDoubt((*place.path, "text"), message))


def _find_asked_now(text: str, start: int, cited: list[CitedPlace]) -> tuple[CitedPlace, ...]:
    """Return those ``cited`` by which the last sentence asks now, and not those by which the ward asked before.

    The sentence is what ``text`` holds from ``start`` on.
    """
    asks = _ASKS_NOW.search(text, start)
    asked: list[CitedPlace] = []
    reached = asks.start() if asks else -1
    for each in reversed(cited):
        if each.end > reached or _BETWEEN_GROUNDS.fullmatch(text, each.end, reached) is None:
            break
        asked.append(each)
        reached = each.begin
    return tuple(asked)


def _find_meant(
    folded: str, types: tuple[MeasureType, ...], within: tuple[MeasureType, ...]
) -> tuple[MeasureType, ...]:
    """Return the measures that a sentence may mean: those of its part or of the title, and others that it names."""
    own = within or types
    spoken = tuple(kind for kind in types if re.search(f"{re.escape(fold(kind))}|{SPOKEN_OF[kind]}", folded))
    mine = tuple(kind for kind in own if kind in spoken)
    named = (kind for kind in MeasureType if fold(kind) in folded or (kind in spoken and not mine))
    return (*(mine or own), *(kind for kind in named if kind not in own))
