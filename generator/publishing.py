"""Publishes: what the content says becomes the site, and the ledger says that it was published.

This is a deliberate act. Nothing else writes the ledger.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.building import BuildError, StagedSite, staged_site
from generator.disk.changes import FileChange
from generator.plugin import ArchivePlugin, Terms
from generator.site.ledger.comparison import Comparison
from generator.site.ledger.telling import tell_changes
from generator.store.content_files import write_content
from generator.store.files import LEDGER_FILE
from generator.store.ledger_file import read_ledger

_ANNOUNCED: Final = (
    "台帳（ledger.yml）には、公開したと書きました。原因を除いてから archive publish をもう一度実行すると、"
    "サイトが入れ替わります。"
)


@dataclass(frozen=True)
class Publishable:
    """A site that is built, verified and ready to be published on a day; ``ledger`` is what the ledger then says."""

    staged: StagedSite
    ledger: FileChange

    @property
    def changes(self) -> tuple[str, ...]:
        """What it changes for readers, in lines; none where the ledger knows everything."""
        return tell_changes(self.staged.publication.comparison)

    @property
    def is_first(self) -> bool:
        """Tell whether no ledger says that anything was published before."""
        return self.staged.publication.comparison.ledger is None

    def publish(self) -> None:
        """Write the ledger, and let the site be put in its place.

        Raises NotWrittenError and UnfinishedError; then what was published still is.
        """
        content = self.staged.publication.comparison.content
        write_content(content, [self.ledger])
        self.staged.agree()


@contextmanager
def prepare_publication(config: Path, site_dir: Path | None, day: dt.date) -> Iterator[Publishable]:
    """Build the site as it is once it has been published on ``day``. It is put in its place at the end, if published.

    Raises BuildError and OSError; then what was published still is.
    """
    plugin: ArchivePlugin | None = None
    try:
        with staged_site(config, site_dir, Terms(day=day, waits=True), strict=True) as staged:
            plugin = staged.plugin
            yield Publishable(staged, _change_ledger(staged.publication.comparison, day))
    except (BuildError, OSError, KeyboardInterrupt) as error:
        if plugin is not None and plugin.is_agreed and not plugin.is_in_place:
            raise BuildError(f"{error}\n{_ANNOUNCED}".lstrip()) from error
        raise


def _change_ledger(comparison: Comparison, day: dt.date) -> FileChange:
    """Return what a publication on ``day`` makes of the ledger's file. Raises BuildError where that is another now."""
    file = comparison.content / LEDGER_FILE
    before = file.read_bytes() if file.exists() else None
    if read_ledger(comparison.content)[0] != comparison.ledger:
        message = "サイトを作っている間に、台帳（ledger.yml）が書き換えられました。もう一度実行してください。"
        raise BuildError(message)
    return FileChange(file, before, comparison.ledger_after(day).encode())
