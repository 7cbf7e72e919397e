"""What MkDocs is given and told: which files a site has, what they must hold, and why it cannot go on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.archive.checks.privacy import check_text
from generator.disk.output_folder import OutputFolder
from generator.disk.reasons import phrase_refusal
from generator.release.site_folder import ReleaseError
from generator.site.pages.page_parts import TITLE_ANCHOR, Heading, PageView
from generator.site.search.pagefind_program import SearchError
from generator.store.contacts import read_contacts

_SITEMAP: Final = "sitemap.xml"


@contextmanager
def refusals_told() -> Iterator[None]:
    """Tell MkDocs why it cannot go on, which then says so and gives up."""
    try:
        yield
    except (SearchError, ReleaseError) as error:
        raise PluginError(str(error)) from error
    except OSError as error:
        message = f"サイトを書き込めません{phrase_refusal(error)}"
        raise PluginError(message) from error


def keep_only(files: Files, published: frozenset[str], config: MkDocsConfig) -> None:
    """Take out of ``files`` those of the content that are not ``published``, whatever MkDocs itself makes of them.

    Raises PluginError where the theme has a file of the same name.
    """
    for file in list(files):
        if file.src_dir != config.docs_dir:
            continue
        if file.src_uri not in published:
            files.remove(file)
        elif any((Path(theme) / file.src_uri).is_file() for theme in config.theme.dirs):
            message = f"{file.src_uri} は、ページの見た目を作るファイルと同じ名前です。ファイルの名前を変えてください。"
            raise PluginError(message)
        elif not file.is_documentation_page():
            file.inclusion = InclusionLevel.INCLUDED  # a dot folder, too


def refuse_personal_data(content: Path, page: str, shown: str) -> None:
    """Refuse the hand-written ``page`` of ``content`` whose HTML ``shown`` says what its Markdown only spells out.

    References of characters, markup within a number and escapes in an address are such. Raises PluginError.
    """
    contacts, _ = read_contacts(content)
    without_tags = str(Markup(shown).striptags())  # noqa: S704 - it is looked at and shown to nobody
    texts = (without_tags, unquote(unescape(shown)))
    name = f"{content.name}/{page}"
    found = next((each for text in texts for each in check_text(name, text, contacts, content.name)), None)
    if found is not None:
        raise PluginError(str(replace(found, line=1, column=1)))


def expect_copies(output: OutputFolder, files: Files) -> None:
    """Expect in ``output`` what MkDocs copies there of ``files``, and the packed list of pages."""
    for file in files:
        if not file.is_documentation_page() and file.inclusion.is_included():  # type: ignore[no-untyped-call]
            output.expect(file.dest_uri, file.content_bytes)
    output.expect_packed(_SITEMAP)


def contents_of(view: PageView) -> TableOfContents:
    """Return the table of contents of a page, beneath its title."""
    return TableOfContents([_anchor_link(Heading(view.title, TITLE_ANCHOR, view.contents), 1)])


def _anchor_link(heading: Heading, level: int) -> AnchorLink:
    link = AnchorLink(str(escape(heading.text)), heading.anchor, level)
    link.children = [_anchor_link(child, level + 1) for child in heading.children]
    return link
