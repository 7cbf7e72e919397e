"""The facts of a consultation: each name registered, and each fact found in the words it stands at."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from generator.archive.record import Record
from generator.evidence.enumerations import segment_of
from generator.evidence.fact_values import Name, Quoted
from generator.evidence.finding import says, words_of
from generator.japanese.fold import fold
from generator.kinds.every_kind import KINDS
from generator.kinds.kind import Entry, Kind, PlacedUse, Use, spellings
from generator.kinds.names import Names
from generator.kinds.ordinance import ARTICLES
from generator.model.consultation import NONE_WORD, is_web_address
from generator.model.outline import Path, Place
from generator.model.vocabulary import PartyState
from generator.problems import Problem

_EVIDENCE_REMEDY = (
    "本文の言葉を確かめ、その言葉のある節に移すか、消してください。表記が違うだけなら登録に別名を足してください。"
)

_TITLE_REMEDY = "題名を確かめ、その言葉のとおりに書いてください。"
_DIRECTION_REMEDY = "「・区から委託先へ提供するもの」のような見出しを確かめ、そのとおりの向きを書いてください。"
_NONE_REMEDY = "本文に挙げられた項目を書いてください。本文が項目について述べていないときは、この行を消してください。"
_STATE_REMEDY = "本文に名前があれば、state の行を消し、name にその登録名を書いてください。"


def check_facts(record: Record, names: Names, kinds: tuple[Kind[Any], ...] = KINDS) -> Iterator[Problem]:
    """Yield every name of one of ``kinds`` that is not registered, and every fact without evidence."""
    yield from _Facts(record, names).problems(kinds)


class _Facts:
    def __init__(self, record: Record, names: Names) -> None:
        self._record = record
        self._names = names

    def problems(self, kinds: tuple[Kind[Any], ...]) -> Iterator[Problem]:
        yield from self._source_url()
        yield from self._businesses()
        yield from self._measures()
        for place in self._record.places:
            yield from self._direction(place)
            yield from self._stated_to_be_none(place)
            yield from self._states(place)
        for kind in kinds:
            if kind is not ARTICLES:
                for placed in kind.uses(self._record.consultation, self._record.places):
                    yield from self._name(kind, placed)

    def _source_url(self) -> Iterator[Problem]:
        url = self._record.consultation.source_url
        if url is not None and not is_web_address(url):
            message = f"「{url}」はウェブのアドレスではありません。"
            yield self._problem(("source_url",), message, "https:// で始まるアドレスを書くか、行ごと消してください。")

    def _businesses(self) -> Iterator[Problem]:
        consultation = self._record.consultation
        for index, business in enumerate(consultation.businesses):
            if not says(Quoted(business), consultation.title):
                yield self._without_evidence(("businesses", index), f"業務「{business}」", "題名", _TITLE_REMEDY)

    def _measures(self) -> Iterator[Problem]:
        consultation = self._record.consultation
        for index, measure in enumerate(consultation.measures):
            if measure.section is not None and measure.section not in self._record.by_anchor:
                yield self._no_such_section(("measures", index, "section"), measure.section)
            if not any(says(measure.type, words) for words in (consultation.title, consultation.subtitle or "")):
                what = f"措置「{measure.type}」"
                yield self._without_evidence(("measures", index, "type"), what, "題名", _TITLE_REMEDY)
            for article_index, article in enumerate(measure.articles):
                path = ("measures", index, "articles", article_index)
                if not any(says(article, words_of(place.section)) for place in self._record.places):
                    remedy = "本文が「規定に基づき諮問する」とする条項を確かめ、そのとおりに書いてください。"
                    yield self._without_evidence(path, f"条例{article}", "本文", remedy)
                elif self._names.cited(article, consultation.meeting) is None:
                    message = f"条例{article}が、{consultation.meeting} の審議会の条例として登録されていません。"
                    remedy = "開催日を確かめてください。合っていれば、articles.yml に書き足してください。"
                    yield self._problem(path, message, remedy)

    def _direction(self, place: Place) -> Iterator[Problem]:
        direction = place.section.direction
        if direction is not None and not says(direction, words_of(place.section)):
            yield self._without_evidence(
                (*place.path, "direction"), f"向き「{direction}」", "この節", _DIRECTION_REMEDY
            )

    def _stated_to_be_none(self, place: Place) -> Iterator[Problem]:
        for key, items in (("items", place.section.items), ("added_items", place.section.added_items)):
            if items == () and not says(NONE_WORD, words_of(place.section)):
                yield self._without_evidence((*place.path, key), f"「{key}: {NONE_WORD}」", "この節", _NONE_REMEDY)

    def _states(self, place: Place) -> Iterator[Problem]:
        """Yield what is wrong with the parties at ``place`` beside their names."""
        for index, party in enumerate(place.section.counterparties):
            path = (*place.path, "counterparties", index)
            if (party.name is None) == (party.state is None):
                message = "相手方には、name（名前）か state（未定）のどちらか一方だけを書きます。"
                remedy = "名前が分かるなら name だけ、決まっていなければ state: 未定 だけにしてください。"
                yield self._problem(path, message, remedy)
            elif party.state is not None and not says(party.state, self._words_at(place)):
                yield self._without_evidence((*path, "state"), f"「{party.state}」", "この節", _STATE_REMEDY)
            elif party.name in tuple(PartyState):
                message = f"「{party.name}」は名前ではなく、まだ決まっていないという状態です。"
                yield self._problem((*path, "name"), message, f"name を消して、state: {party.name} と書いてください。")

    def _words_at(self, place: Place) -> str:
        """Return the words of ``place`` and of the sections it refers to."""
        return "\n".join(words_of(origin.section) for origin in self._record.origins(place))

    def _name(self, kind: Kind[Entry], placed: PlacedUse) -> Iterator[Problem]:
        """Yield a problem where a name of ``kind`` is not registered, or not said where it is stated."""
        registered = self._names.by_name(kind).get(placed.use.name)
        if registered is None:
            # A name that is new is asked about where a draft holds it; the question is told by itself.
            if not (kind.may_be_new and self._record.stored.is_doubted(placed.path)):
                yield self._unregistered(kind, placed)
        elif placed.place is not None:
            words, where = self._words_for(kind, placed.use, placed.place)
            if not says(Name(spellings(registered)), words):
                yield self._without_evidence(placed.path, f"{kind.title}「{registered.name}」", where)

    def _words_for(self, kind: Kind[Entry], use: Use, place: Place) -> tuple[str, str]:
        """Return the words that ``use`` must stand in, and what a problem calls them."""
        if use.role is not None:
            return self._words_at(place), "この節"
        around = self._names.by_name(kind).get(use.within) if use.within else None
        segment = segment_of(place.section, spellings(around)) if around is not None else None
        return (segment, f"「{segment}」の中") if segment else (words_of(place.section), "この節")

    def _unregistered(self, kind: Kind[Entry], placed: PlacedUse) -> Problem:
        name = placed.use.name
        near = _nearest(name, self._names.by_name(kind))
        remedy = f"「{near}」ではありませんか。新しい名前なら" if near else "書き誤りでなければ"
        message = f"{kind.title}「{name}」は登録されていません。"
        return self._problem(placed.path, message, f"{remedy}、{kind.file} に書き足してください。")

    def _no_such_section(self, path: Path, anchor: str) -> Problem:
        anchors = "、".join(self._record.by_anchor)
        return self._problem(path, f"「{anchor}」という節はありません。", f"この諮問にある節: {anchors}")

    def _without_evidence(self, path: Path, what: str, where: str, remedy: str = _EVIDENCE_REMEDY) -> Problem:
        return self._problem(path, f"{what}の根拠になる言葉が{where}にありません。", remedy)

    def _problem(self, path: Path, message: str, remedy: str) -> Problem:
        return self._record.stored.problem(path, message, remedy)


def _nearest(name: str, registry: Mapping[str, Entry]) -> str | None:
    """Return the registered name that is spelt otherwise as ``name`` or nearly so: LINE for ＬＩＮＥ."""
    for entry in registry.values():
        if fold(name) in (fold(spelling) for spelling in spellings(entry)):
            return entry.name
    return next(iter(get_close_matches(name, registry, n=1)), None)
