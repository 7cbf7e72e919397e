"""The facts of a consultation at a glance, each with the way to the words that carry it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.archive.record import Record
from generator.archive.stated import ItemList, StatedPeriod, StatedVolume
from generator.japanese.eras import fiscal_year_name
from generator.model.consultation import Measure
from generator.model.outline import Place
from generator.model.partial_date import PartialDate
from generator.model.vocabulary import INSIDE_ROLES, PARTY_ROLES
from generator.pages.views.links import Links
from generator.pages.views.parts import Day, Link, day_of, month_of


@dataclass(frozen=True)
class Fact:
    """A fact at a glance: words or links, remarks, and the link to the section that carries it.

    ``parts`` holds for the index of a value what the document lists in the parentheses behind it.
    """

    values: tuple[Link, ...]
    remarks: tuple[str, ...] = ()
    evidence: Link | None = None
    days: tuple[Day, ...] = ()
    parts: Mapping[int, tuple[Link, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class FactGroup:
    """The facts that answer one question, for instance whose data it is."""

    question: str
    facts: tuple[Fact, ...]


def facts_of(record: Record, links: Links) -> Iterator[FactGroup]:
    """Yield the facts of ``record``, question by question; a question may have no answer."""
    consultation = record.consultation
    departments = tuple(links.department(name) for name in consultation.departments)
    yield FactGroup("諮問した課（所管課）", (Fact(departments),))
    yield FactGroup("業務", (Fact(tuple(Link(business) for business in consultation.businesses)),))
    yield FactGroup("措置と条例の条項", tuple(_measure(record, measure, links) for measure in consultation.measures))
    yield FactGroup("相手方", tuple(_parties(record, links, main=True)))
    yield FactGroup("名前の挙がったサービスなど", tuple(_parties(record, links, main=False)))
    yield FactGroup("だれの情報か（対象となる個人）", tuple(_subjects(record, links)))
    yield FactGroup(
        "どの情報か（個人情報の項目）", tuple(_item_list(record, stated, links) for stated in record.item_lists)
    )
    yield FactGroup("件数", tuple(_volume(record, stated) for stated in record.volumes))
    yield FactGroup("いつから（開始時期及び期間）", tuple(_period(record, stated) for stated in record.periods))


def _measure(record: Record, measure: Measure, links: Links) -> Fact:
    articles = tuple(links.article(number) for number in measure.articles)
    place = record.article_place(measure)
    return Fact((links.measure(measure.type), *articles), evidence=_evidence(record, place) if place else None)


def _parties(record: Record, links: Links, *, main: bool) -> Iterator[Fact]:
    main_roles = PARTY_ROLES | INSIDE_ROLES
    for party in record.parties:
        if (party.counterparty.role in main_roles) is main:
            link = links.party(party.counterparty)
            yield Fact((link,), remarks=(str(party.counterparty.role),), evidence=_evidence(record, party.place))


def _subjects(record: Record, links: Links) -> Iterator[Fact]:
    by_place: dict[str, list[str]] = {}
    for stated in record.subjects:
        names = by_place.setdefault(stated.place.anchor, [])
        if stated.name not in names:
            names.append(stated.name)
    seen: set[str] = set()
    for anchor, names in by_place.items():
        new = [name for name in names if name not in seen]
        seen.update(new)
        if new:
            yield Fact(tuple(links.subject(name) for name in new), evidence=_evidence(record, record.by_anchor[anchor]))


def _item_list(record: Record, stated: ItemList, links: Links) -> Fact:
    several = len(record.consultation.measures) > 1
    remarks = [str(stated.measure.type)] if several else []
    remarks += [str(stated.direction)] if stated.direction else []
    remarks += ["新たな項目"] if stated.added else []
    remarks += [f"{'・'.join(stated.subjects)}の情報"] if stated.subjects else []
    return Fact(
        tuple(links.item(item.name) for item in stated.items) or (Link("なし"),),
        remarks=(*_within(record, stated), *remarks),
        parts={
            index: tuple(links.item(part) for part in item.parts)
            for index, item in enumerate(stated.items)
            if item.parts
        },
        evidence=_evidence(record, stated.place),
    )


def _within(record: Record, stated: ItemList) -> list[str]:
    """Return the heading that tells one of several lists of the same direction from another (976's ① and ②)."""
    if stated.direction is None or not stated.place.above:
        return []
    parent = record.by_anchor[stated.place.above[-1]]
    same = {other.place.above[-1] for other in record.item_lists if other.place.above}
    return [parent.section.heading or ""] if len(same) > 1 else []


def _volume(record: Record, stated: StatedVolume) -> Fact:
    volume = stated.volume
    words = f"{'約' if volume.approximate else ''}{volume.count:,}件" + (f"（{volume.per}）" if volume.per else "")
    remarks = [str(measure.type) for measure in stated.measures] if len(record.consultation.measures) > 1 else []
    heading = stated.place.section.heading or ""
    remarks += [heading] if len(record.volumes) > 1 and heading and "件数" not in heading else []
    remarks += [volume.subject] if volume.subject else []
    if volume.fiscal_year is not None:
        remarks.append(fiscal_year_name(volume.fiscal_year) + ("以降" if volume.onward else ""))
    return Fact((Link(words),), remarks=tuple(remarks), evidence=_evidence(record, stated.place))


def _period(record: Record, stated: StatedPeriod) -> Fact:
    period = stated.period
    remarks = [str(stated.measure.type)] if len(record.consultation.measures) > 1 else []
    remarks += ["継続して行う"] if period.continues else []
    remarks += [period.repeats] if period.repeats else []
    days = tuple(_day(date) for date in (period.start, period.end) if date is not None)
    return Fact((), remarks=tuple(remarks), evidence=_evidence(record, stated.place), days=days)


def _day(date: PartialDate) -> Day:
    return day_of(date.first_day()) if date.day is not None else month_of(date.year, date.month)


def _evidence(record: Record, place: Place) -> Link:
    return Link(record.citation(place), f"#{place.anchor}")
