"""The page of a consultation: the facts at a glance, then the document, whole."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.archive.record import Record
from generator.archive.stated import ItemList, StatedPeriod, StatedVolume
from generator.japanese.eras import fiscal_year_name
from generator.model.consultation import Decision, Measure
from generator.model.outline import Place
from generator.model.partial_date import PartialDate
from generator.model.vocabulary import INSIDE_ROLES, PARTY_ROLES
from generator.pages import urls
from generator.pages.settings import Settings
from generator.pages.views.document import DocumentView, document_contents, document_view
from generator.pages.views.links import Links, number_name
from generator.pages.views.page import Heading, PageView
from generator.pages.views.parts import Day, Link, Note, day_of, month_of


@dataclass(frozen=True)
class Fact:
    """A fact at a glance: words or links, remarks, and the link to the section that carries it."""

    values: tuple[Link, ...]
    remarks: tuple[str, ...] = ()
    evidence: Link | None = None
    days: tuple[Day, ...] = ()


@dataclass(frozen=True)
class FactGroup:
    """The facts that answer one question, for instance whose data it is."""

    question: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Source:
    """Where the document came from."""

    title: str
    meeting: Day
    text_href: str
    file_href: str
    url: str


@dataclass(frozen=True)
class ConsultationView:
    """A consultation's page."""

    number: str
    title: str
    subtitle: str
    meeting: Link
    meeting_day: Day
    facts: tuple[FactGroup, ...]
    torn_note: Link | None
    decision: Decision | None
    related: tuple[Note, ...]
    document: DocumentView
    source: Source
    previous: Link | None
    next: Link | None


def consultation_page(archive: Archive, record: Record, settings: Settings) -> PageView:
    """Return the page of ``record``."""
    address = urls.consultation(record.number)
    links = Links(address, archive.names)
    consultation = record.consultation
    view = ConsultationView(
        number=number_name(record.number),
        title=consultation.title,
        subtitle=consultation.subtitle or "",
        meeting=Link(day_of(consultation.meeting).text, links.meeting(consultation.meeting)),
        meeting_day=day_of(consultation.meeting),
        facts=tuple(group for group in _facts(record, links) if group.facts),
        torn_note=_torn_note(record),
        decision=consultation.decision,
        related=tuple(note for note in _related(archive, record, links) if note.values),
        document=document_view(record, links),
        source=_source(record, links, settings),
        previous=_neighbour(archive, record, -1, links),
        next=_neighbour(archive, record, 1, links),
    )
    return PageView(
        address=address,
        title=f"{number_name(record.number)} {consultation.title}",
        description=f"{day_of(consultation.meeting).text}の審議会への諮問。{consultation.title}",
        template="consultation.html",
        view=view,
        crumbs=(
            Link("ホーム", links.to(urls.HOME)),
            Link("諮問", links.to(urls.CONSULTATIONS)),
        ),
        contents=(Heading("ひと目でわかる内容", "facts"), *document_contents(record)),
        anchors=frozenset({"facts", "document", *record.by_anchor}),
    )


def _facts(record: Record, links: Links) -> Iterator[FactGroup]:
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


def _torn_note(record: Record) -> Link | None:
    torn = next((place for place in record.places if place.section.torn_table), None)
    return Link(torn.section.heading or "", f"#{torn.anchor}") if torn else None


def _related(archive: Archive, record: Record, links: Links) -> Iterator[Note]:
    refers = tuple(Link(number_name(number), links.consultation(number)) for number in record.referred_consultations)
    referring = tuple(links.numbered(other) for other in archive.referring.get(record.number, ()))
    yield Note("この諮問が引いている諮問", refers)
    yield Note("この諮問を引いている諮問", referring)


def _source(record: Record, links: Links, settings: Settings) -> Source:
    consultation = record.consultation
    return Source(
        title=f"審議資料No.{consultation.document}（{number_name(record.number)}）",
        meeting=day_of(consultation.meeting),
        text_href=links.to(urls.source_file(consultation.meeting)),
        file_href=links.to(urls.consultation_file(record.number)),
        url=consultation.source_url or settings.source_urls.get(consultation.meeting.isoformat(), ""),
    )


def _neighbour(archive: Archive, record: Record, step: int, links: Links) -> Link | None:
    numbers = [other.number for other in archive.records]
    index = numbers.index(record.number) + step
    if not 0 <= index < len(numbers):
        return None
    other = archive.records[index]
    return Link(f"{number_name(other.number)} {other.consultation.title}", links.consultation(other.number))
