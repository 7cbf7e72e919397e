"""The MkDocs plugin: hooks that delegate.

Only this file, frame_parts.py and configuring.py beneath it, and building.py, which runs MkDocs, import MkDocs.

Documented at https://www.mkdocs.org/dev-guide/plugins/. Pages made from the archive pass through MkDocs as generated
files without Markdown, and are put into Material's frame like any other page.
"""

import datetime as dt
import logging
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin

from jinja2 import Environment
from mkdocs.config.base import BaseConfigOption
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.archive.hand_written_pages import ABOUT_FILE
from generator.configuring import read_configuration, require_folder_apart
from generator.disk.output_folder import OutputFolder
from generator.disk.writing import NotWrittenError, UnfinishedError
from generator.frame_parts import contents_of, expect_copies, keep_only, refusals_told, refuse_personal_data
from generator.release.live_site import LiveSite
from generator.release.staging import Staging
from generator.site import addresses
from generator.site.configuration.escaping import as_markup, escape_meta, escape_names, escape_titles
from generator.site.configuration.samples import samples_left, tell_samples
from generator.site.ledger.telling import tell_changes
from generator.site.pages.page_parts import TITLE_ANCHOR, PageView
from generator.site.publication import RefusedError, publish
from generator.site.search.index import build_index
from generator.store.content_files import settle_content

LOG_NAME: Final = "mkdocs.plugins.deliberation-archive"
_log: Final = logging.getLogger(LOG_NAME)
_CONFIG_FILE: Final = "site_config.yml"
STRICT: Final = "注意があるため、--strict の指定に従って取りやめました。"
_UNANNOUNCED: Final = (
    "台帳（ledger.yml）にない変更があります。archive publish で公開し、台帳も一緒に保存してください。\n"
)
_NOT_ANNOUNCED_YET: Final = "台帳にない変更があります。このサイトを公開するときは、archive publish を実行してください。"
_PREVIEW: Final = "serve"
_DEPLOY: Final = "gh-deploy"
_NO_DEPLOY: Final = (
    "mkdocs gh-deploy では公開できません（台帳を見ずに公開してしまいます）。"
    "archive publish で公開し、できたサイトのフォルダを送ってください。"
)
# After every other plugin, so that what is seen is what is written.
_LAST: Final = -100
# To a browser these are comments, those of XML, too.
_COMMENT: Final = re.compile(r"<!--.*?(-->|\Z)|<!\[CDATA\[.*?(\]\]>|\Z)|<[!?].*?(>|\Z)", re.DOTALL)


@dataclass(frozen=True)
class Terms:
    """On what terms a site is built: one that is published on a ``day`` says so of itself.

    ``only_published`` refuses everything that no publication has announced. What ``waits`` is put in its place only
    when somebody has agreed.
    """

    day: dt.date | None = None
    only_published: bool = False
    waits: bool = False


class ArchivePlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Publishes the consultations of docs_dir.

    MkDocs empties the folder of the site before it fills it. So it is given one beside the published site, which takes
    that one's place when everything has gone well.
    """

    terms = Terms()
    # An option of its own, or MkDocs takes it for one that any plugin has, and builds without the archive.
    config_scheme = (("enabled", BaseConfigOption()),)
    is_agreed = False
    is_in_place = False
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
        if command == _DEPLOY:
            raise PluginError(_NO_DEPLOY)
        self._command = command
        self.is_agreed = self.is_in_place = False  # MkDocs keeps a plugin for every later build of its process

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Begin a site, load the archive, and refuse to build from content with errors."""
        self._is_verified = self._is_warned = False
        if self._command == _PREVIEW:
            self._output = OutputFolder(Path(config.site_dir))
        else:
            require_folder_apart(self._configuration, Path(config.config_file_path), Path(config.site_dir))
            with refusals_told():
                self._staging = Staging(LiveSite.at(Path(config.site_dir)))
            self._output = self._staging.output
            config.site_dir = str(self._output.path)
        _log.info("内容を読んでいます…")
        self._settings = self._configuration.settings
        samples = samples_left(self._configuration)
        if samples and (self.terms.day is not None or self.terms.only_published):
            raise PluginError("公開できません。\n" + "\n".join(map(str, samples)))
        templates = Path(config.theme.custom_dir or "theme") / "pages"
        content = Path(config.docs_dir)
        try:
            if settled := settle_content(content):
                _log.info("%s", settled)
            named = self._configuration.named_pages
            self.publication = publish(content, templates, self._settings, named, self.terms.day)
        except (RefusedError, NotWrittenError, UnfinishedError) as refusal:
            raise PluginError(str(refusal)) from refusal
        if self.terms.only_published and not self.publication.comparison.is_exact:
            raise PluginError(_UNANNOUNCED + "\n".join(tell_changes(self.publication.comparison)))
        if samples:
            _log.info("%s", tell_samples(samples))
        if self._command != _PREVIEW and self.terms.day is None and not self.publication.comparison.is_exact:
            _log.info(_NOT_ANNOUNCED_YET)
        told = self._configuration.check_archive(self.publication.meetings, self.publication.addresses)
        for problem in (*self.publication.warnings, *self._configuration.warnings, *told):
            self._warn(str(problem))
        consultations, pages = len(self.publication.search.documents), len(self.publication.pages)
        _log.info("諮問%d件を調べました。%dページを書き出しています…", consultations, pages)
        escape_names(config, config.theme)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Leave of the content what is published as it is, and add a file for all that is made of it."""
        keep_only(files, self.publication.as_they_are, config)
        for download in self.publication.downloads:
            included = InclusionLevel.INCLUDED
            files.append(File.generated(config, download.address, content=download.text, inclusion=included))
        self._pages: dict[str, PageView] = {}
        for page in self.publication.pages:
            source = f"{page.address}index.md"
            self._pages[source] = page
            files.append(File.generated(config, source, content=""))
        if files.get_file_from_path(ABOUT_FILE) is None:
            self._warn(f"{ABOUT_FILE} がありません。このサイトについての説明を書いて置いてください。")
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 - MkDocs' names
        """Have the titles of the menu shown as they are typed."""
        escape_titles(nav.items)
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
        page.meta["last_change"] = self.publication.last_changes.get(page.url, "")
        # MkDocs gives every page the day of the build, and the latest of them to sitemap.xml.gz.
        page.update_date = page.meta["last_change"] or "1970-01-01"
        if view is not None:
            page.meta.update(view.for_frame())
            page.canonical_url = urljoin(page.canonical_url or "", view.moved_to) or None
        else:
            escape_meta(page.meta)
        return markdown

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Give the page its body, its contents and the anchors that links may lead to."""
        view = self._pages.get(page.file.src_uri)
        if view is None:
            page.title = as_markup(page.title)
            # In what Markdown has made, these are comments and nothing else: what is quoted has its < escaped.
            shown = _COMMENT.sub("", html)
            refuse_personal_data(Path(config.docs_dir), page.file.src_uri, shown)
            return shown
        page.toc = contents_of(view)
        page.present_anchor_ids = {TITLE_ANCHOR, *view.anchors}
        return self.publication.body(view)

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
        if config.strict and self._is_warned:
            raise PluginError(STRICT)
        _log.info("検索の索引を作っています…")
        with refusals_told():
            count = build_index(self.publication.search, self._output, self.publication.renderer.breaker)
            _log.info("検索の索引の内容が、公開する内容と同じであることを確かめました（%d件）。", count)
            if self._staging is not None:
                expect_copies(self._output, self._files)
                self._staging.verify()
        self._is_verified = True

    def _warn(self, words: str) -> None:
        # MkDocs counts warnings as they are shown, and with --quiet none is.
        self._is_warned = True
        _log.warning("%s", words)

    def on_build_error(self, error: Exception) -> None:  # noqa: ARG002 - MkDocs' names
        """Throw away what was begun. What is published stays as it is."""
        self._discard()

    def on_shutdown(self) -> None:
        """Put the site in its place, where nothing has gone wrong and nobody has interrupted."""
        try:
            is_wanted = self.is_agreed or not self.terms.waits
            if self._staging is not None and self._is_verified and is_wanted and sys.exc_info()[0] is None:
                with refusals_told():
                    self._staging.put_in_place()
                self.is_in_place = True
        finally:
            self._discard()

    def _discard(self) -> None:
        if self._staging is not None:
            self._staging.discard()
            self._staging = None
