"""Writes the files of a content folder, many as one; their journal lies in its private folder."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from generator.disk.changes import FileChange
from generator.disk.write_journal import WriteJournal
from generator.disk.writing import Settled, settle, write_together
from generator.store.files import PRIVATE

_JOURNAL: Final = "journal"


def write_content(content: Path, changes: Iterable[FileChange]) -> None:
    """Make ``changes`` in the ``content`` folder, all or none. Raises NotWrittenError and UnfinishedError."""
    write_together(_journal_of(content), changes)


def settle_content(content: Path) -> Settled | None:
    """Finish or undo what a killed program has left of its writing in ``content``; None where it has left nothing.

    Every command that reads or writes the content begins with it. Raises NotWrittenError and UnfinishedError.
    """
    return settle(_journal_of(content))


def _journal_of(content: Path) -> WriteJournal:
    return WriteJournal(content, content / PRIVATE / _JOURNAL)
