"""The pages a reader enters by: home, with what the archive is and the ways in, and the search."""

from dataclasses import dataclass
from typing import Any, Final

from generator.archive.archive import Archive
from generator.kinds.every_kind import KINDS, MEASURE, MEETING, all_facets, kinds_of_sections, kinds_of_the_whole
from generator.kinds.kind import Kind
from generator.kinds.registered_law import ARTICLES
from generator.model.vocabulary import MeasureType
from generator.site import addresses
from generator.site.pages.listing_page import summary_card
from generator.site.pages.page_parts import Card, IndexEntry, Link, Links, PageView
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
    ways_in: tuple[IndexEntry, ...]
    latest_href: str
    latest_day: Day
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class IndexLink:
    """A link to an index page."""

    text: str
    href: str
    count: int


@dataclass(frozen=True)
class SearchFacet:
    """A facet that narrows down what was found; ``open`` tells whether its values are shown at once."""

    key: str
    name: str
    open: bool


@dataclass(frozen=True)
class SearchView:
    """The search page. ``site_root`` is the link from it to the root of the site."""

    site_root: str
    facets: tuple[SearchFacet, ...]
    indexes: tuple[IndexLink, ...]


_EXAMPLES_SHOWN: Final = 4


def home_page(archive: Archive, settings: Settings, kinds: tuple[Kind[Any], ...] = KINDS) -> PageView:
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
        ways_in=_ways_in(archive, links, kinds),
        latest_href=links.meeting(latest),
        latest_day=day_of(latest),
        cards=tuple(summary_card(record, links) for record in archive.at_meeting(latest)),
    )
    description = (
        f"{settings.ward}の{settings.council}に諮問された案件を、相手方・個人情報の項目・根拠の条項などから探せます。"
    )
    return PageView(address=addresses.HOME, title="ホーム", description=description, template="home.html", view=view)


def search_page(archive: Archive, kinds: tuple[Kind[Any], ...] = KINDS) -> PageView:
    """Return the search page."""
    links = Links(addresses.SEARCH, archive.names)
    indexes = (IndexLink(way.link.text, way.link.href, way.count) for way in _ways_in(archive, links, kinds))
    facets = (SearchFacet(facet.key, facet.name, facet.open) for facet in all_facets(kinds))
    return PageView(
        address=addresses.SEARCH,
        title="検索",
        description="諮問の本文を、言葉で検索できます。",
        template="search.html",
        view=SearchView(links.to(addresses.HOME), tuple(facets), tuple(indexes)),
        crumbs=(Link("ホーム", links.to(addresses.HOME)),),
    )


def _ways_in(archive: Archive, links: Links, kinds: tuple[Kind[Any], ...]) -> tuple[IndexEntry, ...]:
    """Return the index pages, each with what it counts and how many there are."""
    measures = sum(1 for measure_type in MeasureType if archive.with_measure(measure_type))
    shared = len({item for item, _ in archive.shared_with})
    undecided = len({each.record.number for each in archive.undecided})
    registered = (
        (kind.title, kind.about, kind.folder, _count(archive, kind))
        for kind in (*kinds_of_sections(kinds), *kinds_of_the_whole(kinds))
    )
    pages = (
        *registered,
        (MEASURE.name, "外部委託、回線結合など", addresses.MEASURES, measures),
        (MEETING.name, "審議会の日ごと", addresses.MEETINGS, len(archive.meetings)),
        ("諮問の一覧", "すべての諮問", addresses.CONSULTATIONS, len(archive.records)),
        ("項目と相手方の表", "どの情報がどの相手方と挙げられているか", addresses.ITEMS_BY_COUNTERPARTY, shared),
        ("相手方が未定", "決まっていなかった諮問", addresses.UNDECIDED, undecided),
    )
    return tuple(IndexEntry(Link(text, links.to(address)), count, (about,)) for text, about, address, count in pages)


def _count(archive: Archive, kind: Kind[Any]) -> int:
    if kind is ARTICLES:
        return len({(cited.citation.law.slug, cited.citation.article.slug) for cited in archive.cited_articles})
    return len(archive.names.entries(kind))
