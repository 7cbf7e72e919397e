"""From the content folder to everything the frame needs to write the site."""

from dataclasses import dataclass
from pathlib import Path

from generator.archive.evidence import words_of
from generator.archive.loading import load
from generator.archive.record import Record
from generator.model.document import title_block
from generator.model.outline import Place
from generator.pages import urls
from generator.pages.settings import Settings
from generator.pages.site import Renderer, site_pages
from generator.pages.views.page import PageView
from generator.pages.views.parts import day_of
from generator.problems import Problem, has_errors
from generator.search.documents import SearchBlock, SearchDocument


class RefusedError(Exception):
    """The content has errors, so nothing is published. The message lists them."""


@dataclass(frozen=True)
class Publication:
    """Everything that is published from one state of the content."""

    pages: tuple[PageView, ...]
    search_documents: tuple[SearchDocument, ...]
    warnings: tuple[Problem, ...]
    renderer: Renderer

    def body(self, page: PageView) -> str:
        """Return the HTML of ``page`` without the frame."""
        return self.renderer.body(page)


def publish(content: Path, templates: Path, settings: Settings) -> Publication:
    """Load, check and lay out the archive of ``content``. Raises RefusedError where it has errors."""
    loaded = load(content)
    if loaded.archive is None or has_errors(loaded.problems):
        raise RefusedError("内容に誤りがあるため、サイトを作れません。\n" + "\n".join(map(str, loaded.problems)))
    return Publication(
        pages=tuple(site_pages(loaded.archive, settings)),
        search_documents=tuple(_search_document(record) for record in loaded.archive.records),
        warnings=loaded.problems,
        renderer=Renderer.from_folder(templates),
    )


def _search_document(record: Record) -> SearchDocument:
    consultation = record.consultation
    block = title_block(consultation)
    head = (block.document, block.number, block.title, block.subtitle or "", block.date, *block.departments)
    blocks = [SearchBlock("document", text) for text in head if text]
    blocks += [SearchBlock(place.anchor, text) for place in record.places for text in _blocks(place)]
    return SearchDocument(
        address=urls.consultation(record.number),
        number=record.number,
        title=consultation.title,
        subtitle=consultation.subtitle,
        date=consultation.meeting,
        date_text=day_of(consultation.meeting).text,
        blocks=tuple(blocks),
    )


def _blocks(place: Place) -> list[str]:
    return [line for line in words_of(place.section).split("\n") if line]
