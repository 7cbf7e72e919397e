"""What was found in a draft, in a few lines, and what it still holds back."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from generator.archive.record import Record
from generator.kinds.every_kind import kind_of_party
from generator.kinds.kind import Kind
from generator.kinds.names import Names
from generator.kinds.registered_department import DEPARTMENTS
from generator.kinds.registered_item import ITEMS
from generator.kinds.registered_subject import SUBJECTS
from generator.model.consultation import Measure
from generator.review.questions import Released
from generator.review.review_views import FindingView
from generator.review.reviewed_facts import counterparty_text
from generator.site.wording import period_text, volume_text

# What is said of a fact that is held back, by whether its name is registered.
_WAITS: Final = {False: "（登録待ち）", True: "（確認待ち）"}
# A fact in words, and whether its name is registered.
_Facts = Iterator[tuple[str, bool]]


@dataclass(frozen=True)
class Findings:
    """What the file of ``record`` states, and what ``whole`` has beside."""

    record: Record
    whole: Released
    names: Names

    def views(self) -> Iterator[FindingView]:
        """Yield it kind by kind; a kind may have nothing."""
        consultation = self.record.consultation
        yield FindingView("開催日", (f"{consultation.meeting:%Y-%m-%d}",))
        yield FindingView("所管課", tuple(self._department(name) for name in consultation.departments))
        yield FindingView("業務", consultation.businesses)
        yield self._view("措置と条項", self._measures(), self._beside(_articles))
        yield self._of_kind("相手方と役割", _parties)
        yield self._of_kind("対象となる個人", _subjects)
        yield self._view("個人情報の項目", _item_counts(self.record), self._items_beside())
        yield self._of_kind("件数", _volumes)
        yield self._of_kind("期間", _periods)

    def _department(self, name: str) -> str:
        """Return the department that is printed as ``name``, with its registered name where that is another."""
        registered = self.names.find(DEPARTMENTS, name)
        return name if registered is None or registered.name == name else f"{name}（登録の名前は{registered.name}）"

    def _of_kind(self, label: str, facts: Callable[[Record, Names], _Facts]) -> FindingView:
        return self._view(label, (text for text, _ in facts(self.record, self.names)), self._beside(facts))

    def _view(self, label: str, values: Iterable[str], held: Iterable[str]) -> FindingView:
        return FindingView(label, _each(values), _each(held), may_have_more=not self.whole.is_all)

    def _beside(self, facts: Callable[[Record, Names], _Facts]) -> Iterator[str]:
        stated = set(facts(self.record, self.names))
        found = facts(self.whole.record, self.names)
        return (f"{text}{_WAITS[is_known]}" for text, is_known in found if (text, is_known) not in stated)

    def _measures(self) -> Iterator[str]:
        held = {measure.type for measure in self.whole.record.consultation.measures if measure.articles}
        for measure in self.record.consultation.measures:
            articles = "、".join(map(str, measure.articles))
            nothing = "" if measure.type in held else "（条項なし）"
            yield f"{measure.type}（{articles}）" if articles else f"{measure.type}{nothing}"
        yield from map(str, self.record.consultation.articles)

    def _items_beside(self) -> Iterator[str]:
        stated = set(_items(self.record))
        beside = [each for each in _items(self.whole.record) if each not in stated]
        known = Counter((of_which, what, _knows(self.names, ITEMS, name)) for of_which, what, name in beside)
        for (of_which, what, is_known), count in known.items():
            more = "ほかに" if any(each[:2] == (of_which, what) for each in stated) else ""
            yield f"{of_which}{more}{_count_in_words(count, what)}{_WAITS[is_known]}"


def _articles(record: Record, names: Names) -> _Facts:
    for _, measure, article in record.consultation.cited_articles():
        is_known = names.cited(article, record.consultation.meeting) is not None
        yield f"{_of_which(record, measure)}{article}", is_known


def _parties(record: Record, names: Names) -> _Facts:
    for counterparty in (party.counterparty for party in record.parties):
        is_known = counterparty.name is None or _knows(names, kind_of_party(counterparty), counterparty.name)
        yield counterparty_text(counterparty), is_known


def _subjects(record: Record, names: Names) -> _Facts:
    return ((subject.name, _knows(names, SUBJECTS, subject.name)) for subject in record.subjects)


def _volumes(record: Record, names: Names) -> _Facts:
    for stated in record.volumes:
        subject = stated.volume.subject
        yield volume_text(stated.volume), subject is None or _knows(names, SUBJECTS, subject)


def _knows(names: Names, kind: Kind[Any], name: str) -> bool:
    return names.find(kind, name) is not None


def _periods(record: Record, _: Names) -> _Facts:
    return ((period_text(stated.period), True) for stated in record.periods)


def _item_counts(record: Record) -> Iterator[str]:
    """Yield how many items each measure hands on, and how many of them are added."""
    counts = Counter((of_which, what) for of_which, what, _ in _items(record))
    empty = {_list_of(record, stated.measure, added=stated.added): 0 for stated in record.item_lists}
    for (of_which, what), count in (empty | counts).items():
        yield f"{of_which}{_count_in_words(count, what)}"


def _items(record: Record) -> tuple[tuple[str, str, str], ...]:
    """Return the items of each measure, each name once, with what stands before it and what it is called."""
    found = (
        (*_list_of(record, stated.measure, added=stated.added), item.name)
        for stated in record.item_lists
        for item in stated.items
    )
    return tuple(dict.fromkeys(found))


def _list_of(record: Record, measure: Measure | None, *, added: bool) -> tuple[str, str]:
    return _of_which(record, measure), "新たな項目" if added else "項目"


def _count_in_words(count: int, what: str) -> str:
    return f"{count}項目" if what == "項目" else f"{what} {count}"


def _of_which(record: Record, measure: Measure | None) -> str:
    return f"{measure.type}: " if measure and len(record.consultation.measures) > 1 else ""


def _each(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
