"""Imports files as a clerk does: into a content folder that has the registries and no consultation."""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.commands import run_archive
from tests.publishing import ROOT


@dataclass(frozen=True)
class Result:
    """A content folder after an import, what the command said, and how it ended."""

    content: Path
    said: str
    status: int

    @property
    def consultations(self) -> Path:
        return self.content / "consultations"


def empty_archive(folder: Path) -> Path:
    """Make a content folder in ``folder`` with the real registries, and return it."""
    content = folder / "content"
    content.mkdir()
    for registry in (ROOT / "content").glob("*.yml"):
        shutil.copy(registry, content)
    return content


def import_into(content: Path, *arguments: str | Path) -> Result:
    """Run ``archive import`` beside ``content``. It says everything on standard error and never a traceback."""
    finished = run_archive(content.parent, "import", *map(str, arguments))
    return Result(content, _said(finished), finished.returncode)


def import_files(folder: Path, files: Sequence[Path]) -> Result:
    """Run ``archive import`` on ``files`` in a new archive in ``folder``."""
    return import_into(empty_archive(folder), *files)


def _said(finished: subprocess.CompletedProcess[str]) -> str:
    assert "Traceback" not in finished.stderr
    assert finished.stdout == ""
    return finished.stderr
