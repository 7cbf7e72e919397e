"""All pages of the site, and their HTML."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.archive.archive import Archive
from generator.japanese.phrases import PhraseBreaker
from generator.kinds.every_kind import KINDS, kinds_of_sections, kinds_of_the_whole
from generator.kinds.kind import Kind
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.kinds.registered_department import DEPARTMENTS
from generator.kinds.registered_item import ITEMS
from generator.kinds.registered_law import ARTICLES
from generator.model.ledger import NO_CHANGES, AddressChanges, LedgerEntry
from generator.site.pages.article_pages import article_index, article_pages
from generator.site.pages.black_boxes import draw_boxes
from generator.site.pages.change_pages import changes_page
from generator.site.pages.consultation_lists import (
    all_consultations_page,
    measure_index,
    measure_pages,
    meeting_index,
    meeting_pages,
    missing_pages,
)
from generator.site.pages.consultation_page import consultation_page
from generator.site.pages.counterparty_pages import counterparty_index, counterparty_pages, undecided_page
from generator.site.pages.department_pages import department_index, department_pages
from generator.site.pages.entrance_pages import home_page, search_page
from generator.site.pages.gone_pages import gone_pages
from generator.site.pages.item_pages import item_index, item_pages, matrix_page
from generator.site.pages.page_parts import PageView
from generator.site.pages.registry_pages import name_index, name_pages
from generator.site.settings import Settings

# Kinds of registry whose pages say more than that a consultation names one.
_INDEX_OF: Final[Mapping[Kind[Any], Callable[[Archive], PageView]]] = {
    ARTICLES: article_index,
    COUNTERPARTIES: counterparty_index,
    DEPARTMENTS: department_index,
    ITEMS: item_index,
}
_PAGES_OF: Final[Mapping[Kind[Any], Callable[[Archive], Iterator[PageView]]]] = {
    ARTICLES: article_pages,
    COUNTERPARTIES: counterparty_pages,
    DEPARTMENTS: department_pages,
    ITEMS: item_pages,
}


@dataclass(frozen=True)
class Renderer:
    """Renders views through the templates of one folder. ``breaker`` knows the phrases of all that it has shown."""

    environment: Environment
    breaker: PhraseBreaker

    @classmethod
    def from_folder(cls, templates: Path) -> "Renderer":
        """Return a renderer for the templates in the folder ``templates``."""
        environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        breaker = PhraseBreaker()
        environment.filters["boxes"] = draw_boxes
        environment.filters["phrases"] = lambda text, withheld=(): draw_boxes(
            text, withheld, lambda part: _with_breaks(breaker.phrases(part))
        )
        return cls(environment, breaker)

    def body(self, page: PageView) -> str:
        """Return the HTML of ``page`` without the frame around it."""
        return self.environment.get_template(page.template).render(view=page.view, crumbs=page.crumbs)


def site_pages(
    archive: Archive,
    settings: Settings,
    kinds: tuple[Kind[Any], ...] = KINDS,
    publications: tuple[LedgerEntry, ...] = (),
    said: AddressChanges = NO_CHANGES,
) -> Iterator[PageView]:
    """Yield every page made from ``archive``, whose registries are of ``kinds``.

    ``publications`` are those so far, and ``said`` is what became of addresses that were published.
    """
    titles = {}
    for page in _pages_of_what_is(archive, settings, kinds, said.gone):
        titles[page.address] = page.title
        yield page
    yield changes_page(archive, publications, titles)
    yield from gone_pages(archive, said, titles)


def _pages_of_what_is(
    archive: Archive, settings: Settings, kinds: tuple[Kind[Any], ...], gone: Container[str]
) -> Iterator[PageView]:
    yield home_page(archive, settings, kinds)
    for record in archive.written:
        yield consultation_page(archive, record, settings)
    yield from missing_pages(archive, gone)
    yield meeting_index(archive)
    yield from (_index(archive, kind) for kind in kinds_of_the_whole(kinds))
    yield measure_index(archive)
    yield from (_index(archive, kind) for kind in kinds_of_sections(kinds))
    yield all_consultations_page(archive)
    yield from meeting_pages(archive, settings)
    for kind in kinds_of_the_whole(kinds):
        yield from _pages(archive, kind)
    yield from measure_pages(archive)
    for kind in kinds_of_sections(kinds):
        yield from _pages(archive, kind)
    yield undecided_page(archive)
    yield matrix_page(archive)
    yield search_page(archive, kinds)


def _index(archive: Archive, kind: Kind[Any]) -> PageView:
    return _INDEX_OF[kind](archive) if kind in _INDEX_OF else name_index(archive, kind)


def _pages(archive: Archive, kind: Kind[Any]) -> Iterator[PageView]:
    return _PAGES_OF[kind](archive) if kind in _PAGES_OF else name_pages(archive, kind)


def _with_breaks(phrases: Iterable[str]) -> Markup:
    """Join ``phrases`` by ``<wbr>``: an element, never an invisible character."""
    return Markup("<wbr>").join(escape(phrase) for phrase in phrases)
