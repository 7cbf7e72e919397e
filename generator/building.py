"""Runs MkDocs, which runs the plugin: a build that is published, and a preview."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import mkdocs.commands.build
import mkdocs.commands.serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError

from generator.configuring import CheckedFile, ConfigurationRefusedError, read_configuration, require_folder_apart
from generator.plugin import STRICT, ArchivePlugin, Terms
from generator.site.publication import Publication


class BuildError(Exception):
    """MkDocs could not build or serve the site; the message says why, and is empty where the log has said it."""


@dataclass(frozen=True)
class StagedSite:
    """A site that is built and verified, but for what follows not yet in the folder ``site``."""

    site: Path
    plugin: ArchivePlugin

    @property
    def publication(self) -> Publication:
        """What it publishes."""
        return self.plugin.publication

    def agree(self) -> None:
        """Let it be put in its place, when whoever builds it is done."""
        self.plugin.is_agreed = True


@contextmanager
def staged_site(config_file: Path, site_dir: Path | None, terms: Terms, *, strict: bool) -> Iterator[StagedSite]:
    """Build the site described by ``config_file``, and put it in its place at the end, if it is agreed upon.

    Raises BuildError and OSError; then what was published still is.
    """
    settings: dict[str, Any] = {"strict": strict}
    with _said_in_japanese():
        if site_dir is not None:
            require_folder_apart(read_configuration(config_file), config_file, site_dir)  # MkDocs says it in English
            settings["site_dir"] = str(site_dir.resolve())  # else relative to the folder of the configuration
        config = load_config(CheckedFile(config_file), **settings)
        site = Path(config.site_dir)
        plugin = _plugin_of(config)
        plugin.terms = terms
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs.commands.build.build(config)
            yield StagedSite(site, plugin)
        finally:
            config.plugins.on_shutdown()


def build_site(config_file: Path, site_dir: Path | None, *, strict: bool, only_published: bool = False) -> Path:
    """Build the site described by ``config_file``, publish it, and return the folder it stands in.

    With ``only_published`` a content is refused that the ledger does not know. Raises BuildError and OSError; then what
    was published still is.
    """
    with staged_site(config_file, site_dir, Terms(only_published=only_published), strict=strict) as staged:
        pass
    return staged.site


def _plugin_of(config: MkDocsConfig) -> ArchivePlugin:
    plugin = next((each for each in config.plugins.values() if isinstance(each, ArchivePlugin)), None)
    if plugin is None:
        message = "設定ファイルの plugins に deliberation-archive がありません。"
        raise PluginError(message)
    return plugin


def find_site_dir(config_file: Path) -> Path:
    """Return the folder that ``config_file`` has the site in. Raises BuildError."""
    with _said_in_japanese():
        return Path(load_config(CheckedFile(config_file)).site_dir)


def serve_site(config_file: Path, address: str) -> None:
    """Serve the site at ``address`` (host:port) and build it anew at every edit. Raises BuildError and OSError."""
    with _said_in_japanese():
        mkdocs.commands.serve.serve(CheckedFile(config_file), dev_addr=address)  # type: ignore[arg-type] # files, too


@contextmanager
def _said_in_japanese() -> Iterator[None]:
    try:
        yield
    except ConfigurationRefusedError as refusal:
        raise BuildError(str(refusal)) from refusal
    except Abort as abort:
        # MkDocs has logged what was wrong; its own last words are English and say no more than that it gave up.
        words = STRICT if "strict" in str(abort) else ""
        raise BuildError(words) from abort
    except PluginError as error:
        raise BuildError(str(error)) from error
    except MkDocsException as error:
        message = f"設定ファイルを読めません: {error}"
        raise BuildError(message) from error
