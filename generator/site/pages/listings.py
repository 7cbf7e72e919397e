"""The pages of one meeting, department, article or measure, and of all consultations."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.archive.archive import Archive, CitedArticle
from generator.archive.record import Record
from generator.kinds.ordinance import ARTICLES
from generator.kinds.registered_department import DEPARTMENTS, RegisteredDepartment
from generator.model.vocabulary import MeasureType
from generator.site import addresses
from generator.site.pages.cards import card, summary_notes
from generator.site.pages.links import Links
from generator.site.pages.listing import About, appearance_cards, listing_page, one_group, subject_links
from generator.site.pages.page_view import PageView
from generator.site.pages.parts import CardGroup, Link, Note
from generator.site.settings import Settings
from generator.site.wording import date_of, day_of, number_name


def listing_pages(archive: Archive, settings: Settings) -> Iterator[PageView]:
    """Yield a page for every meeting, department, article and measure, and one for all consultations."""
    yield _consultations(archive)
    for day in archive.meetings:
        yield _meeting(archive, day, settings)
    for department in archive.names.registries.departments:
        yield _department(archive, department)
    for _, cited in groupby(archive.cited_articles, key=lambda article: article.citation.article.name):
        yield _article(archive, tuple(cited))
    for measure_type in MeasureType:
        if archive.with_measure(measure_type):
            yield _measure(archive, measure_type)


def _consultations(archive: Archive) -> PageView:
    address = addresses.CONSULTATIONS
    links = Links(address, archive.names)
    description = "収録しているすべての諮問です。新しいものから順に並べています。"
    about = About(address, "諮問", address, "諮問の一覧", description)
    records = (record for day in archive.meetings for record in archive.at_meeting(day))
    cards = [card(record, links, summary_notes(record, links)) for record in records]
    return listing_page(about, one_group(cards))


def _meeting(archive: Archive, day: dt.date, settings: Settings) -> PageView:
    address = addresses.meeting(day)
    links = Links(address, archive.names)
    title = f"{day_of(day).text}の審議会"
    about = About(address, "開催日", addresses.MEETINGS, title, f"{title}に諮問された案件の一覧です。")
    records = archive.at_meeting(day)
    cards = [card(record, links, (*summary_notes(record, links), *_meeting_notes(record, links))) for record in records]
    undecided = tuple(links.numbered(record) for record in records if record.undecided)
    text = Link("この審議会の資料から取り出した文字（テキスト）", links.to(addresses.source_file(day)))
    published = settings.source_urls.get(day.isoformat())
    sources = (Link("公開されている資料", published), text) if published else (text,)
    return listing_page(about, one_group(cards), (Note("相手方が未定の諮問", undecided), Note("資料", sources)))


def _meeting_notes(record: Record, links: Links) -> tuple[Note, ...]:
    """Return what a council member looks for before the meeting."""
    articles = (links.article(number) for measure in record.consultation.measures for number in measure.articles)
    added = (links.item(flow.item.name) for flow in record.flows if flow.stated.added)
    starts = (Link(f"{date_of(stated.period.start).text}から") for stated in record.periods)
    referred = (Link(number_name(number), links.consultation(number)) for number in record.referred_consultations)
    return (
        Note("条例の条項", tuple(dict.fromkeys(articles))),
        Note("対象となる個人", subject_links(record, links)),
        Note("新たな項目", tuple(dict.fromkeys(added))),
        Note("いつから", tuple(dict.fromkeys(starts))),
        Note("引いている諮問", tuple(referred)),
    )


def _department(archive: Archive, department: RegisteredDepartment) -> PageView:
    address = addresses.registered(DEPARTMENTS, department)
    links = Links(address, archive.names)
    description = f"{department.name}が諮問した案件と、その課が個人情報の保有課・利用課である案件の一覧です。"
    about = About(address, "所管課", DEPARTMENTS.folder, department.name, description, department.reading)
    asked = archive.of_department(department)
    groups = [CardGroup("諮問した案件", "asked", tuple(card(r, links, summary_notes(r, links)) for r in asked))]
    inside = archive.inside_appearances.get(department.name, ())
    if inside:
        cards = appearance_cards(inside, links)
        groups.append(CardGroup("保有課・利用課として出てくる案件", "inside", tuple(cards)))
    return listing_page(about, [group for group in groups if group.cards])


def _article(archive: Archive, cited: tuple[CitedArticle, ...]) -> PageView:
    number = cited[0].citation.article.name
    address = addresses.article(number)
    links = Links(address, archive.names)
    ordinance = cited[0].citation.ordinance.name
    description = f"{ordinance}{number}の規定に基づく諮問の一覧です。"
    reading = cited[0].citation.article.reading
    about = About(address, "条例の条項", ARTICLES.folder, f"{ordinance} {number}", description, reading)
    by_date = sorted(cited, key=lambda article: article.citation.version.since, reverse=True)
    versions = {article.citation.version.slug: article.citation.version for article in by_date}
    groups = []
    for slug, version in versions.items():
        of_version = [article for article in cited if article.citation.version is version]
        records = {article.record.number: article.record for article in of_version}
        cards = [card(record, links, _article_notes(record, of_version, links)) for record in records.values()]
        groups.append(CardGroup(version.name, f"v{slug}", tuple(cards)))
    return listing_page(about, groups)


def _article_notes(record: Record, cited: Sequence[CitedArticle], links: Links) -> tuple[Note, ...]:
    measures = [links.measure(article.measure.type) for article in cited if article.record is record]
    asked, _, parties = summary_notes(record, links)
    return asked, Note("この条項による措置", tuple(dict.fromkeys(measures))), parties


def _measure(archive: Archive, measure_type: MeasureType) -> PageView:
    address = addresses.measure(measure_type)
    links = Links(address, archive.names)
    description = f"{measure_type}についての諮問の一覧です。"
    about = About(address, "措置", addresses.MEASURES, str(measure_type), description)
    cards = []
    for record in archive.with_measure(measure_type):
        asked, _, parties = summary_notes(record, links)
        articles = [
            links.article(number)
            for measure in record.consultation.measures
            if measure.type is measure_type
            for number in measure.articles
        ]
        cards.append(card(record, links, (asked, Note("条例の条項", tuple(dict.fromkeys(articles))), parties)))
    return listing_page(about, one_group(cards))
