"""The page of a consultation: the facts at a glance, then the document, whole."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.archive.record import Record
from generator.model.consultation import Decision
from generator.model.web_address import is_web_address
from generator.site import addresses
from generator.site.addresses import TITLE_BLOCK_ANCHOR
from generator.site.pages.black_boxes import WithheldView, withheld_view
from generator.site.pages.change_pages import CorrectionView, correction_views
from generator.site.pages.document_view import DocumentView, document_contents, document_view
from generator.site.pages.facts_at_a_glance import FactGroup, facts_of
from generator.site.pages.page_parts import Heading, Link, Links, Note, PageView
from generator.site.settings import Settings
from generator.site.wording import Day, day_of, number_name


@dataclass(frozen=True)
class SourceView:
    """Where the document came from."""

    title: str
    meeting: Day
    text_href: str
    file_href: str
    url: str


@dataclass(frozen=True)
class DecisionView:
    """The council's answer, as it was published; its source is a link where it is an address."""

    day: Day
    paragraphs: tuple[str, ...]
    source: Link


@dataclass(frozen=True)
class ConsultationView:
    """A consultation's page. ``site_root`` is the link from it to the root of the site."""

    site_root: str
    number: str
    title: str
    subtitle: str
    meeting_href: str
    meeting_day: Day
    facts: tuple[FactGroup, ...]
    torn_note: Link | None
    decision: DecisionView | None
    corrections: tuple[CorrectionView, ...]
    changes_href: str
    related: tuple[Note, ...]
    withheld: WithheldView
    document: DocumentView
    source: SourceView
    previous: Link | None
    next: Link | None


def consultation_page(archive: Archive, record: Record, settings: Settings) -> PageView:
    """Return the page of ``record``, whose names stand there as its file writes them."""
    address = addresses.consultation(record.number)
    links = Links(address, archive.names)
    consultation = record.consultation
    view = ConsultationView(
        site_root=links.to(addresses.HOME),
        number=number_name(record.number),
        title=consultation.title,
        subtitle=consultation.subtitle or "",
        meeting_href=links.meeting(consultation.meeting),
        meeting_day=day_of(consultation.meeting),
        facts=tuple(group for group in facts_of(record, links) if group.facts),
        torn_note=_torn_note(record),
        decision=_decision(consultation.decision),
        corrections=correction_views(consultation.corrections),
        changes_href=links.to(addresses.CHANGES),
        related=tuple(note for note in _list_related(archive, record, links) if note.values),
        withheld=withheld_view(consultation),
        document=document_view(record, links),
        source=_source(record, links, settings),
        previous=_neighbour(archive, record, -1, links),
        next=_neighbour(archive, record, 1, links),
    )
    corrected = (Heading("訂正", "corrections"),) if consultation.corrections else ()
    return PageView(
        address=address,
        title=f"{number_name(record.number)} {consultation.title}",
        description=f"{day_of(consultation.meeting).text}の審議会への諮問。{consultation.title}",
        template="consultation.html",
        view=view,
        crumbs=(
            Link("ホーム", links.to(addresses.HOME)),
            Link("諮問", links.to(addresses.CONSULTATIONS)),
        ),
        contents=(Heading("ひと目でわかる内容", "facts"), *corrected, *document_contents(record)),
        anchors=frozenset({"facts", TITLE_BLOCK_ANCHOR, *(each.anchor for each in corrected), *record.by_anchor}),
    )


def _decision(decision: Decision | None) -> DecisionView | None:
    if decision is None:
        return None
    source = Link(decision.source, decision.source if is_web_address(decision.source) else "")
    return DecisionView(day_of(decision.date), tuple(decision.words.split("\n")), source)


def _torn_note(record: Record) -> Link | None:
    torn = next((place for place in record.places if place.section.torn_table), None)
    return Link(torn.section.heading or "", f"#{torn.anchor}") if torn else None


def _list_related(archive: Archive, record: Record, links: Links) -> Iterator[Note]:
    refers = tuple(Link(number_name(number), links.consultation(number)) for number in record.referred_consultations)
    referring = tuple(links.number(other) for other in archive.referring.get(record.number, ()))
    yield Note("この諮問が引いている諮問", refers)
    yield Note("この諮問を引いている諮問", referring)


def _source(record: Record, links: Links, settings: Settings) -> SourceView:
    consultation = record.consultation
    document, number = consultation.document, number_name(record.number)
    return SourceView(
        title=number if document is None else f"審議資料No.{document}（{number}）",
        meeting=day_of(consultation.meeting),
        text_href=links.to(addresses.source_file(consultation.meeting)),
        file_href=links.to(addresses.consultation_file(record.number)),
        url=consultation.source_url or settings.source_urls.get(consultation.meeting.isoformat(), ""),
    )


def _neighbour(archive: Archive, record: Record, step: int, links: Links) -> Link | None:
    other = archive.neighbour(record, step)
    if other is None:
        return None
    return Link(f"{number_name(other.number)} {other.consultation.title}", links.consultation(other.number))
