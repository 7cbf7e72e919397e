"""All pages of the site, and their HTML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.archive.archive import Archive
from generator.japanese.phrases import PhraseBreaker
from generator.site.pages.consultation_page import consultation_page
from generator.site.pages.home_page import home_page
from generator.site.pages.indexes import index_pages
from generator.site.pages.listings import listing_pages
from generator.site.pages.matrix_page import matrix_page
from generator.site.pages.name_listings import name_pages
from generator.site.pages.other_pages import missing_pages, search_page
from generator.site.pages.page_view import PageView
from generator.site.settings import Settings


@dataclass(frozen=True)
class Renderer:
    """Renders views through the templates of one folder."""

    environment: Environment

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
        environment.filters["phrases"] = lambda text: _with_breaks(breaker.phrases(text))
        return cls(environment)

    def body(self, page: PageView) -> str:
        """Return the HTML of ``page`` without the frame around it."""
        return self.environment.get_template(page.template).render(view=page.view, crumbs=page.crumbs)


def site_pages(archive: Archive, settings: Settings) -> Iterator[PageView]:
    """Yield every page made from ``archive``."""
    yield home_page(archive, settings)
    for record in archive.records:
        yield consultation_page(archive, record, settings)
    yield from missing_pages(archive)
    yield from index_pages(archive)
    yield from listing_pages(archive, settings)
    yield from name_pages(archive)
    yield matrix_page(archive)
    yield search_page(archive)


def _with_breaks(phrases: Iterable[str]) -> Markup:
    """Join ``phrases`` by ``<wbr>``: an element, never an invisible character."""
    return Markup("<wbr>").join(escape(phrase) for phrase in phrases)
