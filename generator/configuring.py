"""Hands MkDocs a configuration: read and checked here first, and then as plain data."""

import io
from pathlib import Path
from typing import IO, Any

from mkdocs.exceptions import Abort, PluginError

from generator.disk.reasons import reason_of
from generator.site.configuration.folders import overlaps
from generator.site.configuration.site_config import SiteConfig, read_site_config


class ConfigurationRefusedError(Abort):
    """The configuration has errors, so nothing is built. The message lists them.

    Of all exceptions MkDocs' preview tells only this kind without a traceback, and goes on.
    """

    def show(self, file: IO[Any] | None = None) -> None:
        """Tell it where MkDocs tells every other error: an Abort it tells on standard output."""
        super(Abort, self).show(file)


def read_configuration(file: Path) -> SiteConfig:
    """Read the configuration ``file`` strictly. Raises ConfigurationRefusedError."""
    try:
        configuration, problems = read_site_config(file)
    except OSError as error:
        message = f"設定ファイル「{file.name}」を読めません（{reason_of(error)}）。"
        raise ConfigurationRefusedError(message) from error
    if configuration is None:
        message = "設定ファイルに誤りがあるため、サイトを作れません。\n" + "\n".join(map(str, problems))
        raise ConfigurationRefusedError(message)
    return configuration


def require_folder_apart(configuration: SiteConfig, file: Path, site: Path) -> None:
    """Raise PluginError where the folder ``site`` is none of the site's alone, as ``configuration`` in ``file`` is."""
    if overlaps(configuration.root, file, site):
        message = (
            f"サイトを置く「{site.name or site}」は、このアーカイブのほかのフォルダと重なります。"
            "site のような、サイトだけを置くフォルダの名前を指定してください。"
        )
        raise PluginError(message)


class CheckedFile(io.StringIO):
    """A configuration that MkDocs reads as an open file: whenever it begins, the file is read and checked anew.

    What comes out is plain data. MkDocs' own reader would make any Python object that a tag names.
    """

    def __init__(self, file: Path) -> None:
        """Take the file's name; nothing is read yet."""
        super().__init__()
        self.name = str(file.absolute())

    def seek(self, offset: int, whence: int = 0) -> int:
        """Read the file anew. Raises ConfigurationRefusedError."""
        data = read_configuration(Path(self.name)).as_plain_yaml()
        super().seek(0)
        self.truncate()
        self.write(data)
        return super().seek(offset, whence)

    def close(self) -> None:
        """Stay open: MkDocs would open a closed file itself."""
