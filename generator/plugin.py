"""The MkDocs plugin: hooks that delegate. This is the only file that imports MkDocs.

Documented at https://www.mkdocs.org/dev-guide/plugins/. Pages made from the archive pass through MkDocs as generated
files without Markdown, and are put into Material's frame like any other page.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import mkdocs.commands.build
import mkdocs.commands.serve
from jinja2 import Environment
from markupsafe import escape
from mkdocs.config import config_options as options
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.site import addresses
from generator.site.pages.page_parts import TITLE_ANCHOR, Heading, PageView
from generator.site.publication import RefusedError, publish
from generator.site.search.index import SearchError, build_index
from generator.site.settings import Settings

LOG_NAME: Final = "mkdocs.plugins.deliberation-archive"
_log: Final = logging.getLogger(LOG_NAME)
# RFC 2606 reserves this name: an address under it stands where nobody has filled in a real one.
_SAMPLE_HOST: Final = "example.org"
# Every page leads to this one, which a person writes.
_ABOUT_FILE: Final = "about.md"


class ArchiveConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in site_config.yml."""

    ward = options.Type(str)
    council = options.Type(str)
    publisher = options.Type(str)
    contact = options.Type(str)
    contact_url = options.Type(str)
    content_licence = options.Type(str)
    adopted_by = options.Type(str, default="")
    source_urls = options.Type(dict, default={})


class ArchivePlugin(BasePlugin[ArchiveConfig]):  # type: ignore[no-untyped-call]
    """Publishes the consultations of docs_dir."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the archive, and refuse to build from content with errors."""
        _log.info("内容を読んでいます…")
        # YAML reads the keys of source_urls as dates.
        source_urls = {str(day): url for day, url in self.config.source_urls.items()}
        self._settings = Settings(**dict(self.config) | {"source_urls": source_urls})
        templates = Path(config.theme.custom_dir or "theme") / "pages"
        try:
            self._publication = publish(Path(config.docs_dir), templates, self._settings)
        except RefusedError as refusal:
            raise PluginError(str(refusal)) from refusal
        if _SAMPLE_HOST in self._settings.contact_url:
            _log.info("site_config.yml の公開者と連絡先が見本のままです。公開する前に書き換えてください。")
        for problem in self._publication.warnings:
            _log.warning("%s", problem)
        consultations, pages = len(self._publication.search.documents), len(self._publication.pages)
        _log.info("諮問%d件を調べました。%dページを書き出しています…", consultations, pages)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add a file for every page of the archive."""
        self._pages: dict[str, PageView] = {}
        for page in self._publication.pages:
            source = f"{page.address}index.md"
            if files.get_file_from_path(source) is not None:
                message = f"{source} は、自動で作られるページと同じアドレスになります。ファイルの名前を変えてください。"
                raise PluginError(message)
            self._pages[source] = page
            files.append(File.generated(config, source, content=""))
        if files.get_file_from_path(_ABOUT_FILE) is None:
            _log.warning("%s がありません。このサイトについての説明を書いて置いてください。", _ABOUT_FILE)
        return files

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002 - MkDocs' names
        """Give the frame what the publisher decided, and the addresses it leads to."""
        env.globals.update(archive=self._settings, search_address=addresses.SEARCH, about_address=addresses.ABOUT)
        return env

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Name the page. Its body is no Markdown and comes later."""
        view = self._pages.get(page.file.src_uri)
        if view is not None:
            hidden = ["navigation"] if view.contents else ["navigation", "toc"]
            # The frame does not escape.
            title, description = str(escape(view.title)), str(escape(view.description))
            page.meta.update({"title": title, "description": description, "hide": hidden})
        return markdown

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Give the page its body, its contents and the anchors that links may lead to."""
        view = self._pages.get(page.file.src_uri)
        if view is None:
            return html
        page.toc = TableOfContents([_anchor_link(Heading(view.title, TITLE_ANCHOR, view.contents), 1)])
        page.present_anchor_ids = {TITLE_ANCHOR, *view.anchors}
        return self._publication.body(view)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Make the search index of what was published, and prove that it is that."""
        _log.info("検索の索引を作っています…")
        try:
            count = build_index(self._publication.search, Path(config.site_dir), self._publication.renderer.breaker)
        except SearchError as error:
            raise PluginError(str(error)) from error
        _log.info("検索の索引の内容が、公開する内容と同じであることを確かめました（%d件）。", count)


def _anchor_link(heading: Heading, level: int) -> AnchorLink:
    link = AnchorLink(str(escape(heading.text)), heading.anchor, level)
    link.children = [_anchor_link(child, level + 1) for child in heading.children]
    return link


class BuildError(Exception):
    """MkDocs could not build or serve the site; the message says why, and is empty where the log has said it."""


def build_site(config_file: Path, site_dir: Path | None, *, strict: bool) -> Path:
    """Build the site described by ``config_file`` and return the folder it stands in. Raises BuildError."""
    settings: dict[str, Any] = {"strict": strict}
    if site_dir is not None:
        settings["site_dir"] = str(site_dir.resolve())  # else relative to the folder of the configuration
    with _said_in_japanese():
        config = load_config(str(config_file), **settings)
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs.commands.build.build(config)
        config.plugins.on_shutdown()
    return Path(config.site_dir)


def serve_site(config_file: Path, address: str) -> None:
    """Serve the site at ``address`` (host:port) and build it anew at every edit. Raises BuildError and OSError."""
    with _said_in_japanese():
        mkdocs.commands.serve.serve(str(config_file), dev_addr=address)


@contextmanager
def _said_in_japanese() -> Iterator[None]:
    try:
        yield
    except Abort as abort:
        # MkDocs has logged what was wrong; its own last words are English and say no more than that it gave up.
        words = "注意があるため、--strict の指定に従って取りやめました。" if "strict" in str(abort) else ""
        raise BuildError(words) from abort
    except MkDocsException as error:
        message = f"設定ファイルを読めません: {error}"
        raise BuildError(message) from error
