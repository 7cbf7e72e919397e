"""The MkDocs plugin: hooks that delegate. It, configuring.py and building.py alone import MkDocs.

Documented at https://www.mkdocs.org/dev-guide/plugins/. Pages made from the archive pass through MkDocs as generated
files without Markdown, and are put into Material's frame like any other page.
"""

import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.archive.belongings import ABOUT_FILE
from generator.configuring import read_configuration
from generator.disk.output_folder import OutputFolder
from generator.disk.writing import NotWrittenError, UnfinishedError
from generator.release.live_site import LiveSite, ReleaseError
from generator.release.staging import Staging
from generator.site import addresses
from generator.site.configuration.samples import samples_left
from generator.site.configuration.shown_as_text import (
    as_markup,
    show_meta_as_text,
    show_names_as_text,
    show_titles_as_text,
)
from generator.site.pages.page_parts import TITLE_ANCHOR, Heading, PageView
from generator.site.publication import RefusedError, publish
from generator.site.search.index import build_index
from generator.site.search.pagefind_program import SearchError
from generator.store.content_files import settle_content

LOG_NAME: Final = "mkdocs.plugins.deliberation-archive"
_log: Final = logging.getLogger(LOG_NAME)
_CONFIG_FILE: Final = "site_config.yml"
_STRICT: Final = "注意があるため、--strict の指定に従って取りやめました。"
# MkDocs asks every page for a day, and takes the latest for the time in sitemap.xml.gz.
_NO_DAY: Final = "1970-01-01"
_PREVIEW: Final = "serve"
_SITEMAP: Final = "sitemap.xml"
# After every other plugin, so that what is seen is what is written.
_LAST: Final = -100
_COMMENT: Final = re.compile(r"<!--.*?(-->|\Z)", re.DOTALL)


class ArchivePlugin(BasePlugin):  # type: ignore[type-arg]
    """Publishes the consultations of docs_dir.

    MkDocs empties the folder of the site before it fills it. So it is given one beside the published site, which takes
    that one's place when everything has gone well.
    """

    _command = "build"
    _staging: Staging | None = None

    def load_config(
        self,
        options: dict[str, Any],  # noqa: ARG002 - the file says them, too
        config_file_path: str | None = None,
    ) -> tuple[list[Any], list[Any]]:
        """Read the whole file strictly, and refuse one with errors before MkDocs imports what it may name."""
        self._configuration = read_configuration(Path(config_file_path or _CONFIG_FILE))
        return [], []

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 - MkDocs' names
        """Remember whether this is a preview, whose site MkDocs keeps for itself."""
        self._command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Begin a site, load the archive, and refuse to build from content with errors."""
        self._is_verified = False
        if self._command == _PREVIEW:
            self._output = OutputFolder(Path(config.site_dir))
        else:
            with _refusals_told():
                self._staging = Staging(LiveSite.at(Path(config.site_dir)))
            self._output = self._staging.output
            config.site_dir = str(self._output.path)
        _log.info("内容を読んでいます…")
        self._settings = self._configuration.settings
        templates = Path(config.theme.custom_dir or "theme") / "pages"
        content = Path(config.docs_dir)
        try:
            if settled := settle_content(content):
                _log.info("%s", settled)
            self._publication = publish(content, templates, self._settings, self._configuration.named_pages)
        except (RefusedError, NotWrittenError, UnfinishedError) as refusal:
            raise PluginError(str(refusal)) from refusal
        if samples := samples_left(self._configuration):
            keys = "、".join(problem.message.partition(":")[0] for problem in samples)
            _log.info("設定ファイルの %s が見本のままです。公開する前に書き換えてください。", keys)
        days = self._configuration.check_meetings(self._publication.meetings)
        for problem in (*self._publication.warnings, *days):
            _log.warning("%s", problem)
        consultations, pages = len(self._publication.search.documents), len(self._publication.pages)
        _log.info("諮問%d件を調べました。%dページを書き出しています…", consultations, pages)
        show_names_as_text(config, config.theme)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Leave of the content what is published as it is, and add a file for all that is made of it."""
        _keep_only(files, self._publication.as_they_are, config)
        for download in self._publication.downloads:
            included = InclusionLevel.INCLUDED
            files.append(File.generated(config, download.address, content=download.text, inclusion=included))
        self._pages: dict[str, PageView] = {}
        for page in self._publication.pages:
            source = f"{page.address}index.md"
            self._pages[source] = page
            files.append(File.generated(config, source, content=""))
        if files.get_file_from_path(ABOUT_FILE) is None:
            _log.warning("%s がありません。このサイトについての説明を書いて置いてください。", ABOUT_FILE)
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 - MkDocs' names
        """Have the titles of the menu shown as they are typed."""
        show_titles_as_text(nav.items)
        return nav

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002 - MkDocs' names
        """Give the frame what the publisher decided, and the addresses it leads to."""
        self._files = files
        env.globals.update(archive=self._settings, search_address=addresses.SEARCH, about_address=addresses.ABOUT)
        env.globals.update(changes_address=addresses.CHANGES)
        return env

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Name the page. Its body is no Markdown and comes later."""
        view = self._pages.get(page.file.src_uri)
        # MkDocs gives every page the day of the build; a page whose last change is not known shall have none.
        page.meta["last_change"] = self._publication.last_changes.get(page.url, "")
        page.update_date = page.meta["last_change"] or _NO_DAY
        if view is not None:
            hidden = ["navigation"] if view.contents else ["navigation", "toc"]
            # The frame does not escape.
            title, description = str(escape(view.title)), str(escape(view.description))
            page.meta.update({"title": title, "description": description, "hide": hidden})
            page.meta.update({"moved_to": view.moved_to, "unlisted": not view.is_indexed})
            if view.moved_to and page.canonical_url:
                page.canonical_url = urljoin(page.canonical_url, view.moved_to)
        else:
            show_meta_as_text(page.meta)
        return markdown

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Give the page its body, its contents and the anchors that links may lead to."""
        view = self._pages.get(page.file.src_uri)
        if view is None:
            page.title = as_markup(page.title)
            # In what Markdown has made, these are comments and nothing else: what is quoted has its < escaped.
            return _COMMENT.sub("", html)
        page.toc = TableOfContents([_anchor_link(Heading(view.title, TITLE_ANCHOR, view.contents), 1)])
        page.present_anchor_ids = {TITLE_ANCHOR, *view.anchors}
        return self._publication.body(view)

    @event_priority(_LAST)
    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Note what a page must hold."""
        if output.strip():
            self._output.expect(page.file.dest_uri, output.encode(errors="xmlcharrefreplace"))
        return output

    @event_priority(_LAST)
    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Note what a page that has no file of its own must hold."""
        if output_content.strip():
            self._output.expect(template_name, output_content.encode())
        return output_content

    @event_priority(_LAST)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Make the search index of what was published, prove that it is that, and read everything back."""
        if config.strict and self._publication.warnings:
            # MkDocs counts warnings as they are shown, and with --quiet none is.
            raise PluginError(_STRICT)
        _log.info("検索の索引を作っています…")
        with _refusals_told():
            count = build_index(self._publication.search, self._output, self._publication.renderer.breaker)
            _log.info("検索の索引の内容が、公開する内容と同じであることを確かめました（%d件）。", count)
            if self._staging is not None:
                self._expect_copies()
                self._staging.verify()
        self._is_verified = True

    def _expect_copies(self) -> None:
        for file in self._files:
            if not file.is_documentation_page() and file.inclusion.is_included():  # type: ignore[no-untyped-call]
                self._output.expect(file.dest_uri, file.content_bytes)
        self._output.expect_packed(_SITEMAP)

    def on_build_error(self, error: Exception) -> None:  # noqa: ARG002 - MkDocs' names
        """Throw away what was begun. What is published stays as it is."""
        self._discard()

    def on_shutdown(self) -> None:
        """Put the site in its place, where nothing has gone wrong and nobody has interrupted."""
        try:
            if self._staging is not None and self._is_verified and sys.exc_info()[0] is None:
                with _refusals_told():
                    self._staging.put_in_place()
        finally:
            self._discard()

    def _discard(self) -> None:
        if self._staging is not None:
            self._staging.discard()
            self._staging = None


@contextmanager
def _refusals_told() -> Iterator[None]:
    """Tell MkDocs why it cannot go on, which then says so and gives up."""
    try:
        yield
    except (SearchError, ReleaseError) as error:
        raise PluginError(str(error)) from error
    except OSError as error:
        message = f"サイトを書き込めません: {error.filename}（{error.strerror}）"
        raise PluginError(message) from error


def _keep_only(files: Files, published: frozenset[str], config: MkDocsConfig) -> None:
    """Take out of ``files`` those of the content that are not ``published``, whatever MkDocs itself makes of them."""
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


def _anchor_link(heading: Heading, level: int) -> AnchorLink:
    link = AnchorLink(str(escape(heading.text)), heading.anchor, level)
    link.children = [_anchor_link(child, level + 1) for child in heading.children]
    return link
