"""From the content folder to everything the frame needs to write the site."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.problems import Problem, has_errors
from generator.site.downloads import Download, UnfaithfulError, list_downloads
from generator.site.ledger.checking import load_and_check
from generator.site.ledger.comparison import Comparison
from generator.site.ledger.day_checks import check_day
from generator.site.ledger.last_changes import last_changes
from generator.site.ledger.published_addresses import published_addresses
from generator.site.pages.page_parts import PageView
from generator.site.pages.rendering import Renderer, site_pages
from generator.site.search.documents import SearchMaterial
from generator.site.search.material import search_material
from generator.site.settings import Settings


class RefusedError(Exception):
    """The content has errors, so nothing is published. The message lists them."""


@dataclass(frozen=True)
class Publication:
    """Everything that is published from one state of the content, which ``comparison`` holds against the ledger.

    ``addresses`` are those of its pages and of the files to cite.
    ``as_they_are`` are the paths of the files that are published as they lie there. ``last_changes`` gives by address
    the day, as ISO 8601, of the publication that last changed a page.
    """

    comparison: Comparison
    pages: tuple[PageView, ...]
    search: SearchMaterial
    meetings: tuple[dt.date, ...]
    addresses: frozenset[str]
    warnings: tuple[Problem, ...]
    renderer: Renderer
    downloads: tuple[Download, ...]
    as_they_are: frozenset[str]
    last_changes: Mapping[str, str]

    def body(self, page: PageView) -> str:
        """Return the HTML of ``page`` without the frame."""
        return self.renderer.body(page)


def publish(
    content: Path, templates: Path, settings: Settings, pages: frozenset[str], day: dt.date | None = None
) -> Publication:
    """Load, check and lay out the archive of ``content``, where the hand-written ``pages`` are named.

    With a ``day`` it is laid out as it is once it has been published on that day. Raises RefusedError where it has
    errors, or speaks of days after that.
    """
    checked = load_and_check(content, pages=pages)
    loaded, comparison = checked.loaded, checked.comparison
    if loaded.archive is None or comparison is None or has_errors(loaded.problems):
        raise RefusedError("内容に誤りがあるため、サイトを作れません。\n" + "\n".join(map(str, loaded.problems)))
    if day is not None and (early := tuple(check_day(comparison, day))):
        raise RefusedError("公開できません。\n" + "\n".join(map(str, early)))
    try:
        downloads = tuple(list_downloads(loaded))
    except UnfaithfulError as error:
        raise RefusedError(str(error)) from error
    laid_out = comparison.after(day) if day is not None else comparison
    return Publication(
        comparison=comparison,
        pages=tuple(
            site_pages(loaded.archive, settings, publications=laid_out.publications, said=laid_out.changes.value)
        ),
        search=search_material(loaded.archive),
        meetings=loaded.archive.meetings,
        addresses=frozenset(published_addresses(loaded.archive, loaded.belongings)),
        warnings=loaded.problems,
        renderer=Renderer.from_folder(templates),
        downloads=downloads,
        as_they_are=loaded.belongings.published_as_they_are,
        last_changes=last_changes(laid_out),
    )
