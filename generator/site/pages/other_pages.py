"""The page of a consultation the archive does not hold, and the search page."""

from dataclasses import dataclass
from typing import Final

from generator.archive.archive import Archive
from generator.kinds.every_kind import MEASURE, all_facets
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.site import addresses
from generator.site.pages.cards import card, summary_notes
from generator.site.pages.home_page import ways_in
from generator.site.pages.links import Links
from generator.site.pages.page_view import PageView
from generator.site.pages.parts import Card, Link
from generator.site.wording import number_name


@dataclass(frozen=True)
class MissingView:
    """A consultation that others refer to and the archive does not hold."""

    number: str
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


# What is open is loaded with every search: the rest waits until somebody asks for it.
_OPEN_FACETS: Final = {COUNTERPARTIES.facet, MEASURE}


def missing_pages(archive: Archive) -> tuple[PageView, ...]:
    """Return a page for each consultation that is referred to and not held."""
    pages = []
    for number, records in archive.not_held.items():
        address = addresses.consultation(number)
        links = Links(address, archive.names)
        name = number_name(number)
        pages.append(
            PageView(
                address=address,
                title=f"{name}（未収録）",
                description=f"{name}はこのアーカイブに収録していません。この諮問を引いている諮問を示します。",
                template="missing.html",
                view=MissingView(name, tuple(card(record, links, summary_notes(record, links)) for record in records)),
                crumbs=(Link("ホーム", links.to(addresses.HOME)), Link("諮問", links.to(addresses.CONSULTATIONS))),
            )
        )
    return tuple(pages)


def search_page(archive: Archive) -> PageView:
    """Return the search page."""
    links = Links(addresses.SEARCH, archive.names)
    indexes = tuple(IndexLink(entry.link.text, entry.link.href, entry.count) for entry in ways_in(archive, links))
    facets = tuple(SearchFacet(facet.key, facet.name, facet.open) for facet in all_facets())
    return PageView(
        address=addresses.SEARCH,
        title="検索",
        description="諮問の本文を、言葉で検索できます。",
        template="search.html",
        view=SearchView(links.to(addresses.HOME), facets, indexes),
        crumbs=(Link("ホーム", links.to(addresses.HOME)),),
    )
