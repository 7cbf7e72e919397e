"""The home page: a search box, what the archive is, the latest meeting, and the ways in."""

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.kinds.ordinance import ARTICLES
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.kinds.registered_department import DEPARTMENTS
from generator.kinds.registered_item import ITEMS
from generator.kinds.registered_subject import SUBJECTS
from generator.model.vocabulary import MeasureType
from generator.site import addresses
from generator.site.pages.cards import card, summary_notes
from generator.site.pages.links import Links
from generator.site.pages.page_view import PageView
from generator.site.pages.parts import Card, Entry, Link
from generator.site.settings import Settings
from generator.site.wording import Day, day_of


@dataclass(frozen=True)
class HomeView:
    """The home page. ``examples`` are searches that find something."""

    ward: str
    council: str
    search_href: str
    about_href: str
    total: int
    examples: tuple[Link, ...]
    ways_in: tuple[Entry, ...]
    latest_href: str
    latest_day: Day
    cards: tuple[Card, ...]


_EXAMPLES_SHOWN = 4


def home_page(archive: Archive, settings: Settings) -> PageView:
    """Return the home page."""
    links = Links(addresses.HOME, archive.names)
    latest = archive.meetings[0]
    often = sorted(archive.appearances.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:_EXAMPLES_SHOWN]
    view = HomeView(
        ward=settings.ward,
        council=settings.council,
        search_href=links.to(addresses.SEARCH),
        about_href=links.to(addresses.ABOUT),
        total=len(archive.records),
        examples=tuple(links.party(appearances[0].party.counterparty) for _, appearances in often),
        ways_in=ways_in(archive, links),
        latest_href=links.meeting(latest),
        latest_day=day_of(latest),
        cards=tuple(card(record, links, summary_notes(record, links)) for record in archive.at_meeting(latest)),
    )
    description = (
        f"{settings.ward}の{settings.council}に諮問された案件を、相手方・個人情報の項目・条例の条項などから探せます。"
    )
    return PageView(address=addresses.HOME, title="ホーム", description=description, template="home.html", view=view)


def ways_in(archive: Archive, links: Links) -> tuple[Entry, ...]:
    """Return the index pages, each with what it counts and how many there are."""
    names = archive.names.registries
    used = sum(1 for measure_type in MeasureType if archive.with_measure(measure_type))
    articles = {cited.citation.article.slug for cited in archive.cited_articles}
    pages = (
        ("相手方", "名前の出てくる事業者、団体、サービス", COUNTERPARTIES.folder, len(names.counterparties)),
        ("個人情報の項目", "氏名、住所など", ITEMS.folder, len(names.items)),
        ("対象となる個人", "だれの情報か", SUBJECTS.folder, len(names.subjects)),
        ("所管課", "諮問した課", DEPARTMENTS.folder, len(names.departments)),
        ("条例の条項", "審議会に諮る根拠", ARTICLES.folder, len(articles)),
        ("措置", "外部委託、回線結合など", addresses.MEASURES, used),
        ("開催日", "審議会の日ごと", addresses.MEETINGS, len(archive.meetings)),
        ("諮問の一覧", "すべての諮問", addresses.CONSULTATIONS, len(archive.records)),
        (
            "項目と相手方の表",
            "どの情報がどの相手方と挙げられているか",
            addresses.ITEMS_BY_COUNTERPARTY,
            len({item for item, _ in archive.shared_with}),
        ),
        (
            "相手方が未定",
            "決まっていなかった諮問",
            addresses.UNDECIDED,
            len({each.record.number for each in archive.undecided}),
        ),
    )
    return tuple(Entry(Link(text, links.to(address)), count, (about,)) for text, about, address, count in pages)
