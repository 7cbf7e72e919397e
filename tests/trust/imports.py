"""An archive to import into: a consultation that a new reading would change, and one that is new."""

import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Final

from tests.commands import BIN, ENVIRONMENT, run_archive
from tests.importer.family import relative
from tests.importer.importing import empty_archive
from tests.publishing import ROOT
from tests.trust.archives import read_folder

KNOWN: Final = 1120
NEW: Final = 975
DAY: Final = "2022-06-17"
KNOWN_DAY: Final = "2024-02-16"
QUESTION: Final = "Enter）: ".encode()
# What the import asks about, in this order: the consultation's file, then the text kept of the meeting.
QUESTIONS: Final = 2
NOTHING_WRITTEN: Final = ("ファイルは1つも書いていません。", "何も変えていません。")
_LOCK: Final = ".private/journal/lock"


@dataclass(frozen=True)
class OpenImport:
    """An archive in ``folder`` and the documents beside it, whose import asks about two files."""

    folder: Path

    @property
    def content(self) -> Path:
        """The content folder."""
        return self.folder / "content"

    @property
    def arguments(self) -> tuple[str, ...]:
        """The command that imports, without the program."""
        return ("import", "--update", "--register", "new.txt", "changed.txt")

    def read(self) -> dict[str, bytes]:
        """Return what the content holds, but for the lock, which stays."""
        return {name: data for name, data in read_folder(self.content).items() if name != _LOCK}

    def start(self, *program: str, arguments: tuple[str, ...] = ()) -> subprocess.Popen[bytes]:
        """Start to import, or what the ``arguments`` say, with ``program`` in place of the archive's own."""
        return subprocess.Popen(  # noqa: S603 - the project's own command
            [*(program or (str(BIN / "archive"),)), *(arguments or self.arguments)],
            cwd=self.folder,
            env=ENVIRONMENT | {"PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    def import_at_once(self) -> subprocess.CompletedProcess[str]:
        """Import and agree to everything."""
        return run_archive(self.folder, *self.arguments, answers="y\n" * QUESTIONS)


def open_import(folder: Path) -> OpenImport:
    """Make such an archive in ``folder``."""
    copytree(Path(_make_archive().name), folder, dirs_exist_ok=True)
    return OpenImport(folder)


@cache
def _make_archive() -> TemporaryDirectory[str]:
    """Make it once a process, in a folder that goes when the process ends."""
    made = TemporaryDirectory()
    folder = Path(made.name)
    empty_archive(folder)
    text = relative("unknown-names").file.read_text(encoding="utf-8")
    (folder / "changed.txt").write_text(text, encoding="utf-8")
    imported = run_archive(folder, "import", "changed.txt")
    changed = text.replace("文書による", "文書と電話による")
    if imported.returncode != 0 or changed == text:
        message = f"there is nothing to begin with: {imported.stderr}"
        raise RuntimeError(message)
    (folder / "changed.txt").write_text(changed, encoding="utf-8")
    eleven = (ROOT / "content/sources" / f"{DAY}.txt").read_text(encoding="utf-8")
    (folder / "new.txt").write_text(eleven[: eleven.index("審議資料Ｎｏ．２")], encoding="utf-8")
    return made
