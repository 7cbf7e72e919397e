"""The facts of a consultation: each name registered, and each fact found in the words it stands at."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from generator.archive.evidence import (
    says,
    says_article,
    says_date,
    says_fiscal_year,
    says_name,
    says_volume,
    segment_of,
    words_of,
)
from generator.archive.names import Names, spellings
from generator.archive.record import Record
from generator.model.consultation import Counterparty, Item
from generator.model.outline import Path, Place
from generator.model.registry import Entry
from generator.model.vocabulary import INSIDE_ROLES, Per
from generator.problems import Problem
from generator.store.shapes import NONE_WORD

_EVIDENCE_REMEDY = (
    "本文の言葉を確かめ、その言葉のある節に移すか、消してください。表記が違うだけなら登録に別名を足してください。"
)


def check_facts(record: Record, names: Names) -> Iterator[Problem]:
    """Yield every name that is not registered and every fact without evidence."""
    yield from _Facts(record, names).problems()


class _Facts:
    def __init__(self, record: Record, names: Names) -> None:
        self._record = record
        self._names = names

    def problems(self) -> Iterator[Problem]:
        yield from self._departments_and_businesses()
        yield from self._measures()
        for place in self._record.places:
            yield from self._direction(place)
            yield from self._subjects(place)
            yield from self._items(place)
            yield from self._counterparties(place)
            yield from self._volumes(place)
            yield from self._period(place)

    def _departments_and_businesses(self) -> Iterator[Problem]:
        consultation = self._record.consultation
        for index, department in enumerate(consultation.departments):
            yield from self._unregistered(("departments", index), "所管課", department, self._names.departments)
        for index, business in enumerate(consultation.businesses):
            if not says(consultation.title, f"「{business}」"):
                yield self._without_evidence(("businesses", index), f"業務「{business}」", "題名")

    def _measures(self) -> Iterator[Problem]:
        consultation = self._record.consultation
        for index, measure in enumerate(consultation.measures):
            if measure.section is not None and measure.section not in self._record.by_anchor:
                yield self._no_such_section(("measures", index, "section"), measure.section)
            if not any(says(words, measure.type) for words in (consultation.title, consultation.subtitle or "")):
                yield self._without_evidence(("measures", index, "type"), f"措置「{measure.type}」", "題名")
            for article_index, article in enumerate(measure.articles):
                path = ("measures", index, "articles", article_index)
                if self._names.cited(article, consultation.meeting) is None:
                    message = f"{article} は、この審議会の日に引かれる条例に登録されていません。"
                    yield self._problem(path, message, "番号を確かめるか、articles.yml に登録してください。")
                if not any(says_article(words_of(place.section), article) for place in self._record.places):
                    yield self._without_evidence(path, f"条例{article}", "本文")

    def _direction(self, place: Place) -> Iterator[Problem]:
        direction = place.section.direction
        if direction is not None and not says(words_of(place.section), direction):
            yield self._without_evidence((*place.path, "direction"), f"向き「{direction}」", "この節")

    def _subjects(self, place: Place) -> Iterator[Problem]:
        for index, subject in enumerate(place.section.subjects):
            yield from self._subject((*place.path, "subjects", index), subject, words_of(place.section))

    def _subject(self, path: Path, name: str, words: str) -> Iterator[Problem]:
        yield from self._registered_and_said(path, "対象となる個人", name, self._names.subjects, words)

    def _items(self, place: Place) -> Iterator[Problem]:
        for key, items in (("items", place.section.items), ("added_items", place.section.added_items)):
            if items == () and not says(words_of(place.section), NONE_WORD):
                yield self._without_evidence((*place.path, key), f"{key}: {NONE_WORD}", "この節")
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
            yield from self._registered_and_said(
                (*path, "parts", index), "個人情報の項目", part, self._names.items, segment or words
            )

    def _counterparties(self, place: Place) -> Iterator[Problem]:
        for index, counterparty in enumerate(place.section.counterparties):
            path = (*place.path, "counterparties", index)
            if (counterparty.name is None) == (counterparty.state is None):
                message = "相手方には、name（名前）か state（未定）のどちらか一方だけを書きます。"
                yield self._problem(
                    path, message, "名前が分かるなら name だけ、決まっていなければ state: 未定 だけにしてください。"
                )
            yield from self._counterparty(path, counterparty, words_of(place.section))

    def _counterparty(self, path: Path, counterparty: Counterparty, words: str) -> Iterator[Problem]:
        if counterparty.state is not None and not says(words, counterparty.state):
            yield self._without_evidence((*path, "state"), f"「{counterparty.state}」", "この節")
        if counterparty.name is None:
            return
        inside = counterparty.role in INSIDE_ROLES
        registry: Mapping[str, Entry] = self._names.departments if inside else self._names.counterparties
        what = "所管課" if inside else "相手方"
        yield from self._registered_and_said((*path, "name"), what, counterparty.name, registry, words)

    def _volumes(self, place: Place) -> Iterator[Problem]:
        words = words_of(place.section)
        for index, volume in enumerate(place.section.volumes):
            path = (*place.path, "volumes", index)
            if volume.subject is not None:
                yield from self._subject((*path, "subject"), volume.subject, words)
            if not says_volume(words, volume):
                about = "約" if volume.approximate else ""
                yield self._without_evidence((*path, "count"), f"件数「{about}{volume.count}」", "この節")
            if not says_fiscal_year(words, volume):
                yield self._without_evidence(path, f"年度「{volume.fiscal_year}」", "この節")
            if volume.per is Per.YEAR and not says(words, volume.per):
                yield self._without_evidence((*path, "per"), f"「{volume.per}」", "この節")

    def _period(self, place: Place) -> Iterator[Problem]:
        period = place.section.period
        if period is None:
            return
        words = words_of(place.section)
        path = (*place.path, "period")
        for key, date in (("start", period.start), ("end", period.end)):
            if date is not None and not says_date(words, date):
                yield self._without_evidence((*path, key), f"日付「{date}」", "この節")
        if period.continues and not says(words, "継続"):
            yield self._without_evidence((*path, "continues"), "「継続して行う」", "この節")
        if period.repeats is not None and not says(words, period.repeats):
            yield self._without_evidence((*path, "repeats"), f"「{period.repeats}」", "この節")

    def _registered_and_said(
        self, path: Path, what: str, name: str, registry: Mapping[str, Entry], words: str
    ) -> Iterator[Problem]:
        if name not in registry:
            yield from self._unregistered(path, what, name, registry)
        elif not says_name(words, spellings(registry[name])):
            yield self._without_evidence(path, f"{what}「{name}」", "この節")

    def _unregistered(self, path: Path, what: str, name: str, registry: Mapping[str, Entry]) -> Iterator[Problem]:
        if name in registry:
            return
        near = get_close_matches(name, registry, n=1)
        remedy = f"「{near[0]}」ではありませんか。新しい名前なら" if near else "書き誤りでなければ"
        yield self._problem(
            path, f"{what}「{name}」は登録されていません。", f"{remedy}、登録のファイルに書き足してください。"
        )

    def _no_such_section(self, path: Path, anchor: str) -> Problem:
        anchors = "、".join(self._record.by_anchor)
        return self._problem(path, f"「{anchor}」という節はありません。", f"この諮問にある節: {anchors}")

    def _without_evidence(self, path: Path, what: str, where: str) -> Problem:
        return self._problem(path, f"{what}の根拠になる言葉が{where}にありません。", _EVIDENCE_REMEDY)

    def _problem(self, path: Path, message: str, remedy: str) -> Problem:
        return self._record.stored.problem(path, message, remedy)
