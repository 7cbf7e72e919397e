"""The facts of a consultation: each name registered, and each fact found in the words it stands at."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from generator.archive.record import Record
from generator.evidence.enumerations import segment_of
from generator.evidence.fact_values import Name, Quoted
from generator.evidence.finding import says, words_of
from generator.japanese.fold import fold
from generator.kinds.kind import Entry, spellings
from generator.kinds.names import Names
from generator.model.consultation import NONE_WORD, Counterparty, Item, is_web_address
from generator.model.outline import Path, Place
from generator.model.vocabulary import INSIDE_ROLES, PartyState
from generator.problems import Problem

_EVIDENCE_REMEDY = (
    "本文の言葉を確かめ、その言葉のある節に移すか、消してください。表記が違うだけなら登録に別名を足してください。"
)

_TITLE_REMEDY = "題名を確かめ、その言葉のとおりに書いてください。"
_DIRECTION_REMEDY = "「・区から委託先へ提供するもの」のような見出しを確かめ、そのとおりの向きを書いてください。"
_NONE_REMEDY = "本文に挙げられた項目を書いてください。本文が項目について述べていないときは、この行を消してください。"
_STATE_REMEDY = "本文に名前があれば、state の行を消し、name にその登録名を書いてください。"
_REGISTERED_IN = {
    "個人情報の項目": "items.yml",
    "相手方": "counterparties.yml",
    "所管課": "departments.yml",
    "対象となる個人": "subjects.yml",
}


def check_facts(record: Record, names: Names) -> Iterator[Problem]:
    """Yield every name that is not registered and every fact without evidence."""
    yield from _Facts(record, names).problems()


class _Facts:
    def __init__(self, record: Record, names: Names) -> None:
        self._record = record
        self._names = names

    def problems(self) -> Iterator[Problem]:
        yield from self._source_url()
        yield from self._departments_and_businesses()
        yield from self._measures()
        for place in self._record.places:
            yield from self._direction(place)
            yield from self._subjects(place)
            yield from self._items(place)
            yield from self._counterparties(place)
            for index, volume in enumerate(place.section.volumes):
                if volume.subject is not None:
                    path = (*place.path, "volumes", index, "subject")
                    yield from self._subject(path, volume.subject, words_of(place.section))

    def _source_url(self) -> Iterator[Problem]:
        url = self._record.consultation.source_url
        if url is not None and not is_web_address(url):
            message = f"「{url}」はウェブのアドレスではありません。"
            yield self._problem(("source_url",), message, "https:// で始まるアドレスを書くか、行ごと消してください。")

    def _departments_and_businesses(self) -> Iterator[Problem]:
        consultation = self._record.consultation
        for index, department in enumerate(consultation.departments):
            yield from self._unregistered(("departments", index), "所管課", department, self._names.departments)
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

    def _subjects(self, place: Place) -> Iterator[Problem]:
        for index, subject in enumerate(place.section.subjects):
            yield from self._subject((*place.path, "subjects", index), subject, words_of(place.section))

    def _subject(self, path: Path, name: str, words: str) -> Iterator[Problem]:
        yield from self._registered_and_said(path, "対象となる個人", name, self._names.subjects, words)

    def _items(self, place: Place) -> Iterator[Problem]:
        for key, items in (("items", place.section.items), ("added_items", place.section.added_items)):
            if items == () and not says(NONE_WORD, words_of(place.section)):
                yield self._without_evidence((*place.path, key), f"「{key}: {NONE_WORD}」", "この節", _NONE_REMEDY)
            for index, item in enumerate(items or ()):
                yield from self._item((*place.path, key, index), place, item)

    def _item(self, path: Path, place: Place, item: Item) -> Iterator[Problem]:
        words = words_of(place.section)
        yield from self._registered_and_said(path, "個人情報の項目", item.name, self._names.items, words)
        if item.subject is not None:
            yield from self._subject((*path, "subject"), item.subject, words)
        registered = self._names.items.get(item.name)
        segment = segment_of(place.section, spellings(registered)) if registered else None
        for index, part in enumerate(item.parts):
            where = f"「{segment}」の中" if segment else "この節"
            yield from self._registered_and_said(
                (*path, "parts", index), "個人情報の項目", part, self._names.items, segment or words, where=where
            )

    def _counterparties(self, place: Place) -> Iterator[Problem]:
        for index, counterparty in enumerate(place.section.counterparties):
            path = (*place.path, "counterparties", index)
            if (counterparty.name is None) == (counterparty.state is None):
                message = "相手方には、name（名前）か state（未定）のどちらか一方だけを書きます。"
                yield self._problem(
                    path, message, "名前が分かるなら name だけ、決まっていなければ state: 未定 だけにしてください。"
                )
                continue
            yield from self._counterparty(path, counterparty, self._words_at(place))

    def _words_at(self, place: Place) -> str:
        """Return the words of ``place`` and of the sections it refers to."""
        return "\n".join(words_of(origin.section) for origin in self._record.origins(place))

    def _counterparty(self, path: Path, counterparty: Counterparty, words: str) -> Iterator[Problem]:
        if counterparty.state is not None and not says(counterparty.state, words):
            yield self._without_evidence((*path, "state"), f"「{counterparty.state}」", "この節", _STATE_REMEDY)
        if counterparty.name is None:
            return
        if counterparty.name in tuple(PartyState):
            message = f"「{counterparty.name}」は名前ではなく、まだ決まっていないという状態です。"
            yield self._problem(
                (*path, "name"), message, f"name を消して、state: {counterparty.name} と書いてください。"
            )
            return
        inside = counterparty.role in INSIDE_ROLES
        registry: Mapping[str, Entry] = self._names.departments if inside else self._names.counterparties
        what = "所管課" if inside else "相手方"
        yield from self._registered_and_said((*path, "name"), what, counterparty.name, registry, words)

    def _registered_and_said(  # noqa: PLR0913 - what is sought, in which registry, in which words
        self, path: Path, what: str, name: str, registry: Mapping[str, Entry], words: str, *, where: str = "この節"
    ) -> Iterator[Problem]:
        if name not in registry:
            yield from self._unregistered(path, what, name, registry)
        elif not says(Name(spellings(registry[name])), words):
            yield self._without_evidence(path, f"{what}「{name}」", where)

    def _unregistered(self, path: Path, what: str, name: str, registry: Mapping[str, Entry]) -> Iterator[Problem]:
        # A department that is new is asked about where a draft names it; the question is told by itself.
        if name in registry or (what == "所管課" and self._record.stored.is_doubted(path)):
            return
        near = _nearest(name, registry)
        remedy = f"「{near}」ではありませんか。新しい名前なら" if near else "書き誤りでなければ"
        message = f"{what}「{name}」は登録されていません。"
        yield self._problem(path, message, f"{remedy}、{_REGISTERED_IN[what]} に書き足してください。")

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
