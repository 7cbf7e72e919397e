"""A whole archive to break: the real content in a folder of its own, a published site, and what is to be published."""

import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.commands import BIN, ENVIRONMENT, run
from tests.publishing import ROOT

_QUIET: Final = ENVIRONMENT | {"NO_MKDOCS_2_WARNING": "1"}
BUILD: Final = ("archive", "build", "--strict")
NOT_RENEWED: Final = "新しいサイトは作られませんでした。"


@dataclass(frozen=True)
class PublishedArchive:
    """The archive in ``folder``, whose site is published as ``before``, and whose content has changed since."""

    folder: Path
    before: dict[str, bytes]

    @property
    def site(self) -> Path:
        """The folder that is published."""
        return self.folder / "site"

    def read(self) -> dict[str, bytes]:
        """Return what is published."""
        return read_folder(self.site)

    def build(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Build with ``command``, or as README.md says."""
        return run(self.folder, *(command or BUILD))

    def start(self, *command: str) -> subprocess.Popen[str]:
        """Start to build."""
        program, *arguments = command or BUILD
        return subprocess.Popen(  # noqa: S603 - the project's own commands
            [BIN / program, *arguments],
            cwd=self.folder,
            env=_QUIET,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def find_fault_after(self, expected: dict[str, bytes] | None = None) -> str:
        """Return what is wrong once somebody builds again, without mending anything by hand."""
        built = self.build()
        if built.returncode != 0:
            return f"the next build ends with {built.returncode}: {built.stderr}"
        after = self.read()
        if after == self.before or (expected is not None and after != expected):
            return "the next build has not published what it should"
        left = {path.name for path in (self.folder / ".site.archive").iterdir()}
        return f"left behind: {left}" if not left <= {"lock", "holder.txt", "previous"} else ""


def copy_archive(folder: Path) -> Path:
    """Copy what a build needs into ``folder`` and return it."""
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "site_config.yml", folder)
    return folder


def publish_archive(folder: Path) -> PublishedArchive:
    """Publish the real content in ``folder``, and change it."""
    shutil.copytree(Path(_make_published().name), folder, dirs_exist_ok=True)
    archive = PublishedArchive(folder, read_folder(folder / "site"))
    config = folder / "site_config.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("審議アーカイブ有志（見本）", "改めた公開者"), encoding="utf-8")
    return archive


def read_published() -> dict[str, bytes]:
    """Return what the site of the real content holds, as README.md says to build it."""
    return read_folder(Path(_make_published().name) / "site")


def copy_published(folder: Path) -> None:
    """Copy the site of the real content to ``folder``, as this program has made it."""
    shutil.copytree(Path(_make_published().name) / "site", folder)


@cache
def _make_published() -> TemporaryDirectory[str]:
    """Publish the real content once a process, in a folder that goes when the process ends."""
    made = TemporaryDirectory()
    folder = copy_archive(Path(made.name))
    built = run(folder, *BUILD)
    if built.returncode != 0:
        message = f"the real content is not built: {built.stderr}"
        raise RuntimeError(message)
    return made


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return what each file of ``folder`` holds."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
