"""The facts of a consultation at a glance, each with the way to the words that carry it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.archive.citing import citing_place
from generator.archive.placed_facts import ItemList, Party, StatedPeriod, StatedVolume
from generator.archive.record import Record
from generator.evidence.enumerations import segment_of
from generator.evidence.finding import FactValue, Name, Quoted, find
from generator.japanese.fold import Span
from generator.kinds.every_kind import kind_of_party
from generator.kinds.kind import spellings
from generator.kinds.registered_department import DEPARTMENTS
from generator.kinds.registered_item import ITEMS
from generator.kinds.registered_subject import SUBJECTS
from generator.model.article_number import LawArticle
from generator.model.consultation import NONE_WORD, Item, Measure
from generator.model.outline import Place, read_label
from generator.model.vocabulary import INSIDE_ROLES, PARTY_ROLES, Role
from generator.site.pages.page_parts import Link, Links
from generator.site.wording import Day, course_text, days_of, year_text


@dataclass(frozen=True)
class Fact:
    """A fact at a glance, with the links to the sections that carry it.

    ``remarks`` stand before it. It is said by ``quote``, the document's own words, by ``values``, each of them runs of
    text and links, or by ``days``, each with から or まで, and the words ``after`` them.
    """

    values: tuple[tuple[Link, ...], ...] = ()
    remarks: tuple[str, ...] = ()
    quote: str = ""
    days: tuple[tuple[Day, str], ...] = ()
    after: str = ""
    evidence: tuple[Link, ...] = ()


@dataclass(frozen=True)
class FactGroup:
    """The facts that answer one question, for instance whose data it is."""

    question: str
    facts: tuple[Fact, ...]


def facts_of(record: Record, links: Links) -> Iterator[FactGroup]:
    """Yield the facts of ``record``, question by question; a question may have no answer.

    The council's answer (答申) is not among them: consultation_page.py shows it.
    """
    consultation = record.consultation
    departments = tuple(links.entry(DEPARTMENTS, name) for name in consultation.departments)
    yield FactGroup("諮問した課（所管課）", (Fact(_each(departments)),))
    title = consultation.title
    businesses = _each(Link(_said(Quoted(business), title) or business) for business in consultation.businesses)
    yield FactGroup("業務", (Fact(businesses),) if businesses else ())
    question = "措置と根拠の条項" if consultation.measures else "根拠の条項"
    yield FactGroup(question, tuple(_measures(record, links)))
    yield FactGroup("相手方", tuple(_parties(record, links, PARTY_ROLES)))
    yield FactGroup("区の中の課（保有課・利用課）", tuple(_parties(record, links, INSIDE_ROLES)))
    others = frozenset(Role) - PARTY_ROLES - INSIDE_ROLES
    yield FactGroup("名前の挙がったサービスなど", tuple(_parties(record, links, others)))
    yield FactGroup("だれの情報か（対象となる個人）", tuple(_subjects(record, links)))
    yield FactGroup(
        "どの情報か（個人情報の項目）", tuple(_item_list(record, stated, links) for stated in record.item_lists)
    )
    yield FactGroup("件数", tuple(_volume(record, stated) for stated in record.volumes))
    yield FactGroup("いつから（開始時期及び期間）", tuple(_period(record, stated) for stated in record.periods))


def _measures(record: Record, links: Links) -> Iterator[Fact]:
    consultation = record.consultation
    for measure in consultation.measures:
        yield _cite(record, (links.measure(measure.type),), measure.articles, measure, links)
    if consultation.articles:
        remarks = ("どの措置の根拠かは述べられていない条項",) if consultation.measures else ()
        yield replace(_cite(record, (), consultation.articles, None, links), remarks=remarks)


def _cite(
    record: Record, before: tuple[Link, ...], cited: tuple[LawArticle, ...], measure: Measure | None, links: Links
) -> Fact:
    place = citing_place(cited, measure, record, links.names)
    evidence = (_evidence(record, place),) if place else ()
    return Fact(_each((*before, *links.articles(cited, record.consultation.meeting))), evidence=evidence)


def _parties(record: Record, links: Links, roles: frozenset[Role]) -> Iterator[Fact]:
    for party in record.parties:
        if party.counterparty.role in roles:
            link = _printed_party(record, party, links)
            role = str(party.counterparty.role)
            yield Fact(_each((link,)), remarks=(role,), evidence=(_evidence(record, party.place),))


def _printed_party(record: Record, party: Party, links: Links) -> Link:
    """Return the link to ``party`` under its registered name or, where the file writes another, in the words for it."""
    link = links.party(party.counterparty)
    entry = links.names.find(kind_of_party(party.counterparty), link.text)
    if entry is None or entry.name == link.text:
        return link
    return replace(link, text=_said(Name((link.text,)), record.words_holding_at(party.place)) or entry.name)


def _said(fact: FactValue, words: str) -> str:
    """Return those of ``words`` that first say ``fact``, or nothing."""
    span = find(fact, words)
    return words[span.start : span.end] if span else ""


def _subjects(record: Record, links: Links) -> Iterator[Fact]:
    by_place: dict[str, list[str]] = {}
    for stated in record.subjects:
        # The words stand beside it, so it is called as the lists do.
        registered = links.names.find(SUBJECTS, stated.name)
        name = registered.name if registered is not None else stated.name
        names = by_place.setdefault(stated.place.anchor, [])
        if name not in names:
            names.append(name)
    seen: set[str] = set()
    for anchor, names in by_place.items():
        new = [name for name in names if name not in seen]
        seen.update(new)
        if new:
            place = record.by_anchor[anchor]
            quote = read_label((place.section.text or place.section.heading or "").split("\n")[0]).words
            values = _each(links.entry(SUBJECTS, name) for name in new)
            yield Fact(values, quote=quote, evidence=(_evidence(record, place),))


def _item_list(record: Record, stated: ItemList, links: Links) -> Fact:
    remarks = _tell_measures_apart(record, (stated.measure,))
    remarks += [str(stated.direction)] if stated.direction else []
    remarks += ["新たな項目"] if stated.added else []
    remarks += [f"{'・'.join(stated.subjects)}の情報"] if stated.subjects else []
    places = dict.fromkeys((stated.place, stated.stated_at))
    return Fact(
        _printed_items(record, stated, links) or _each((Link(NONE_WORD),)),
        remarks=(*_within(record, stated), *remarks),
        evidence=tuple(_evidence(record, place) for place in places),
    )


def _printed_items(record: Record, stated: ItemList, links: Links) -> tuple[tuple[Link, ...], ...]:
    """Return what ``stated`` enumerates, part by part, each as runs of text with the names in it linked."""
    by_part: dict[str, list[Item]] = {}
    for item in stated.items:
        part = segment_of(record.enumerated(stated.stated_at), _spellings_of(item.name, links)) or item.name
        by_part.setdefault(part, []).append(item)
    return tuple(_link_names(part, items, links) for part, items in by_part.items())


def _link_names(part: str, items: Iterable[Item], links: Links) -> tuple[Link, ...]:
    runs: list[Link] = []
    reached = 0
    for name in (name for item in items for name in (item.name, *item.parts)):
        spelt = Name(_spellings_of(name, links))
        # All that is left is linked where the words stand in no one stretch of it.
        start, end = find(spelt, part, reached) or Span(reached, len(part))
        runs += [Link(part[reached:start]), Link(part[start:end], links.entry(ITEMS, name).href)]
        reached = end
    return tuple(run for run in (*runs, Link(part[reached:])) if run.text)


def _spellings_of(item: str, links: Links) -> tuple[str, ...]:
    registered = links.names.find(ITEMS, item)
    return spellings(registered) if registered is not None else (item,)


def _tell_measures_apart(record: Record, measures: Iterable[Measure | None]) -> list[str]:
    """Return the names of ``measures`` where ``record`` has several, and nothing where that goes without saying."""
    several = len(record.consultation.measures) > 1
    return [str(measure.type) for measure in measures if measure is not None and several]


def _within(record: Record, stated: ItemList) -> list[str]:
    """Return the heading that tells one of several lists of the same direction from another (976's ① and ②)."""
    if stated.direction is None or not stated.place.above:
        return []
    parent = record.by_anchor[stated.place.above[-1]]
    same = {other.place.above[-1] for other in record.item_lists if other.place.above}
    return [parent.section.heading or ""] if len(same) > 1 else []


def _volume(record: Record, stated: StatedVolume) -> Fact:
    volume = stated.volume
    remarks = _tell_measures_apart(record, stated.measures)
    heading = stated.place.section.heading or ""
    remarks += [heading] if len(record.volumes) > 1 and heading and "件数" not in heading else []
    remarks += [volume.subject] if volume.subject else []
    remarks += _find_estimate(record, stated.place)
    remarks += [year_text(volume)] if volume.fiscal_year is not None else []
    return Fact(_each((Link(volume.words),)), remarks=tuple(remarks), evidence=(_evidence(record, stated.place),))


def _find_estimate(record: Record, place: Place) -> list[str]:
    """Return 見込み, as the heading above a volume writes it, where it says that the number is an estimate."""
    headings = (record.by_anchor[anchor].section.heading or "" for anchor in (place.anchor, *reversed(place.above)))
    return next(([match.group()] for heading in headings if (match := re.search("見込み?", heading))), [])


def _period(record: Record, stated: StatedPeriod) -> Fact:
    remarks = _tell_measures_apart(record, (stated.measure,))
    evidence = (_evidence(record, stated.place),)
    after = course_text(stated.period)
    return Fact(remarks=tuple(remarks), days=days_of(stated.period), after=after, evidence=evidence)


def _each(values: Iterable[Link]) -> tuple[tuple[Link, ...], ...]:
    return tuple((value,) for value in values)


def _evidence(record: Record, place: Place) -> Link:
    return Link(record.citation(place), f"#{place.anchor}")
