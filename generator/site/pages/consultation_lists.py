"""The lists of consultations that no registry names: all of them, those of a meeting, and those of a measure.

A consultation that others refer to and the archive does not hold has a page here too: it lists those.
"""

import datetime as dt
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.archive.archive import Archive
from generator.archive.record import Record
from generator.japanese.eras import fiscal_year, fiscal_year_name
from generator.kinds.every_kind import MEASURE, MEETING
from generator.kinds.registered_item import ITEMS
from generator.kinds.registered_subject import SUBJECTS
from generator.model.vocabulary import MeasureType
from generator.site import addresses
from generator.site.pages.listing_page import (
    About,
    card,
    departments_note,
    listing_page,
    one_group,
    parties_note,
    summary_card,
    summary_notes,
)
from generator.site.pages.page_parts import Card, Group, IndexEntry, Link, Links, Note, PageView
from generator.site.pages.registry_pages import index_page
from generator.site.settings import Settings
from generator.site.wording import date_of, day_of, number_name


@dataclass(frozen=True)
class MissingView:
    """A consultation that others refer to and the archive does not hold."""

    number: str
    cards: tuple[Card, ...]


def missing_pages(archive: Archive, gone: Container[str] = ()) -> Iterator[PageView]:
    """Yield a page for each consultation that is referred to and not held; those that are ``gone`` have another."""
    for number, records in archive.not_held.items():
        links = Links(addresses.consultation(number), archive.names)
        if links.page in gone:
            continue
        name = number_name(number)
        yield PageView(
            address=links.page,
            title=f"{name}（未収録）",
            description=f"{name}はこのアーカイブに収録していません。この諮問を引いている諮問を示します。",
            template="missing.html",
            view=MissingView(name, tuple(summary_card(record, links) for record in records)),
            crumbs=(Link("ホーム", links.to(addresses.HOME)), Link("諮問", links.to(addresses.CONSULTATIONS))),
        )


def all_consultations_page(archive: Archive) -> PageView:
    """Return the page of all consultations, the newest first."""
    address = addresses.CONSULTATIONS
    links = Links(address, archive.names)
    description = "収録しているすべての諮問です。新しいものから順に並べています。"
    about = About(address, "諮問", address, "諮問の一覧", description)
    records = (record for day in archive.meetings for record in archive.at_meeting(day))
    return listing_page(about, one_group(summary_card(record, links) for record in records))


def meeting_index(archive: Archive) -> PageView:
    """Return the index of the meetings, by fiscal year."""
    links = Links(addresses.MEETINGS, archive.names)
    groups = [
        Group(
            f"{year}年度（{fiscal_year_name(year)}）",
            f"fy{year}",
            tuple(IndexEntry(Link(day_of(day).text, links.meeting(day)), len(archive.at_meeting(day))) for day in days),
        )
        for year, days in groupby(archive.meetings, key=fiscal_year)
    ]
    return index_page(addresses.MEETINGS, MEETING.name, "審議会の開催日ごとに、諮問された案件を見られます。", groups)


def meeting_pages(archive: Archive, settings: Settings) -> Iterator[PageView]:
    """Yield a page for each meeting, with the documents it came from."""
    for day in archive.meetings:
        yield _meeting(archive, day, settings)


def _meeting(archive: Archive, day: dt.date, settings: Settings) -> PageView:
    links = Links(addresses.meeting(day), archive.names)
    title = f"{day_of(day).text}の審議会"
    description = f"{title}に諮問された案件の一覧です。"
    about = About(links.page, MEETING.name, addresses.MEETINGS, title, description)
    records = archive.at_meeting(day)
    cards = [card(record, links, (*summary_notes(record, links), *_meeting_notes(record, links))) for record in records]
    undecided = tuple(links.number(record) for record in records if record.undecided)
    text = Link("この審議会の資料から取り出した文字（テキスト）", links.to(addresses.source_file(day)))
    published = settings.source_urls.get(day.isoformat())
    sources = (Link("公開されている資料", published), text) if published else (text,)
    return listing_page(about, one_group(cards), (Note("相手方が未定の諮問", undecided), Note("資料", sources)))


def _meeting_notes(record: Record, links: Links) -> tuple[Note, ...]:
    """Return what a council member looks for before the meeting."""
    cited = (article for _, _, article in record.consultation.cited_articles())
    articles = links.articles(cited, record.consultation.meeting)
    added = (links.entry(ITEMS, flow.item.name) for flow in record.flows if flow.stated.added)
    dates = (stated.period.start for stated in record.periods)
    starts = (Link(f"{date_of(start).text}から") for start in dates if start is not None)
    referred = (Link(number_name(number), links.consultation(number)) for number in record.referred_consultations)
    return (
        Note("根拠の条項", tuple(dict.fromkeys(articles))),
        Note("対象となる個人", tuple(links.entry(SUBJECTS, name) for name in record.names_of(SUBJECTS))),
        Note("新たな項目", tuple(dict.fromkeys(added))),
        Note("いつから", tuple(dict.fromkeys(starts))),
        Note("引いている諮問", tuple(referred)),
    )


def measure_index(archive: Archive) -> PageView:
    """Return the index of the measures that are asked for."""
    links = Links(addresses.MEASURES, archive.names)
    entries = tuple(
        IndexEntry(links.measure(measure_type), len(archive.with_measure(measure_type)))
        for measure_type in MeasureType
        if archive.with_measure(measure_type)
    )
    lead = "区が個人情報をどのように扱うために諮問したかで見られます。"
    return index_page(addresses.MEASURES, MEASURE.name, lead, [Group("", "", entries)])


def measure_pages(archive: Archive) -> Iterator[PageView]:
    """Yield a page for each measure that is asked for."""
    for measure_type in MeasureType:
        if archive.with_measure(measure_type):
            links = Links(addresses.measure(measure_type), archive.names)
            description = f"{measure_type}についての諮問の一覧です。"
            about = About(links.page, MEASURE.name, addresses.MEASURES, str(measure_type), description)
            cards = (
                card(record, links, _measure_notes(record, measure_type, links))
                for record in archive.with_measure(measure_type)
            )
            yield listing_page(about, one_group(cards))


def _measure_notes(record: Record, measure_type: MeasureType, links: Links) -> tuple[Note, ...]:
    mine = (measure for measure in record.consultation.measures if measure.type is measure_type)
    cited = (article for measure in mine for article in measure.articles)
    articles = dict.fromkeys(links.articles(cited, record.consultation.meeting))
    return departments_note(record, links), Note("根拠の条項", tuple(articles)), parties_note(record, links)
