"""The folder that is published, and the folder beside it: for the site in ``site`` that is ``.site.archive``.

There the next site is made, and there the one before lies, one version back. Neither is ever published. Only one
program at a time holds the lock on them. What a program that was killed left behind is settled by the next:

- ``journal.json`` says that the folder ``new-…`` is whole and is about to be put in its place. It is written before the
  first move and goes after the last, so that what was begun is either not begun or finished.
- Other folders that it has named (``beside.py``) are rubbish.
"""

import errno
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from generator.disk.exchanging import exchange
from generator.disk.interrupts import holding_interrupts
from generator.disk.write_journal import flush_folder, write_flushed
from generator.release.beside import HOLDER, JOURNAL, JOURNAL_DRAFT, LOCK, PREVIOUS, delete, make_name, sweep
from generator.release.forgetting import shows_withheld_words
from generator.release.manifest import find_foreign, is_whole, name_build
from generator.release.site_folder import MOUNTED, ReleaseError, phrase_names, require_own_folder

_FOREIGN_BEFORE: Final = (
    "「{name}」の1つ前の版に、このプログラムが作ったのではないファイルがあります（{files}）。公開されてしまうので、"
    "戻していません。{beside}/previous の中のそのファイルを、別の場所に移してください。"
)
_NOT_BESIDE: Final = (
    "「{beside}」は、このプログラムがサイトの横に作るフォルダのはずですが、リンクかファイルです。"
    "名前を変えるか、別の場所に移してください。"
)


@dataclass(frozen=True)
class LiveSite:
    """The published site in the folder ``site``, and ``beside``, the folder beside it."""

    site: Path
    beside: Path

    @classmethod
    def at(cls, site_dir: Path) -> "LiveSite":
        """Return the site that is published from ``site_dir``, be that a link to its folder."""
        site = site_dir.resolve()
        return cls(site, site.parent / f".{site.name}.archive")

    @property
    def previous(self) -> Path:
        """The folder of the version before, which need not exist."""
        return self.beside / PREVIOUS

    @property
    def exists(self) -> bool:
        """Tell whether anything is published."""
        return self.site.is_dir() and any(self.site.iterdir())

    def require_own(self) -> None:
        """Raise ReleaseError where the folder is anything but one that this program has made, or an empty one."""
        require_own_folder(self.site)

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Keep every other program from the site, and settle what an earlier one has left.

        Raises ReleaseError where another holds it, and OSError where the folder beside it cannot be written.
        """
        if self.beside.is_symlink() or (self.beside.exists() and not self.beside.is_dir()):
            raise ReleaseError(_NOT_BESIDE.format(beside=self.beside.name))
        self.beside.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.beside / LOCK)
        try:
            lock.acquire(blocking=False)
        except Timeout as timeout:
            message = (
                f"ほかの命令（{self._holder()}）が「{self.site.name}」を作っているところです。"
                "終わるまで待ってから、もう一度実行してください。"
            )
            raise ReleaseError(message) from timeout
        try:
            with suppress(OSError):  # on a full disk, too, one can go back
                (self.beside / HOLDER).write_text(_name_of_this_program(), encoding="utf-8")
            self._settle()
            yield
        finally:
            lock.release()

    def make_folder(self) -> Path:
        """Make and return an empty folder for the next site, open to whom the present one is open."""
        folder = self.beside / make_name("new")
        folder.mkdir()
        if self.site.is_dir():
            shutil.copymode(self.site, folder)
        return folder

    def put_in_place(self, new: Path) -> None:
        """Publish the folder ``new``, which is whole and lies beside; what was published is then one version back.

        Where the same is published already, that stays, and so does the version before. Raises ReleaseError and
        OSError, and then what was published still is.
        """
        if name_build(new) == name_build(self.site) and is_whole(self.site):
            shutil.rmtree(new, ignore_errors=True)
            return
        self.require_own()  # somebody may have put a file there while the site was being made
        self._write_journal(new.name, name_build(new))
        try:
            self._publish(new)
        except (OSError, ReleaseError):
            delete(self.beside / JOURNAL)
            raise

    def roll_back(self) -> None:
        """Publish what was published before; what is published now is then kept in its place. Raises ReleaseError."""
        if not self.previous.is_dir():
            message = f"「{self.site.name}」には、1つ前の版がありません。何も変えていません。"
            raise ReleaseError(message)
        if not is_whole(self.previous):
            message = f"「{self.site.name}」の1つ前の版は壊れているので、戻せません。何も変えていません。"
            raise ReleaseError(message)
        if foreign := find_foreign(self.previous):
            raise ReleaseError(
                _FOREIGN_BEFORE.format(name=self.site.name, files=phrase_names(foreign), beside=self.beside.name)
            )
        new = self.beside / make_name("new")
        with holding_interrupts():
            self._write_journal(new.name, name_build(self.previous), rolled_back=True)
            self.previous.rename(new)
            try:
                self._publish(new)
            except (OSError, ReleaseError):
                new.rename(self.previous)
                delete(self.beside / JOURNAL)
                raise

    def drop_previous(self) -> bool:
        """Delete the version before, and tell whether there was one."""
        existed = self.previous.is_dir()
        if existed:
            shutil.rmtree(self.previous)
        return existed

    def _publish(self, new: Path) -> None:
        try:
            old = self._swap(new)
        except OSError as error:
            if error.errno == errno.EBUSY:
                raise ReleaseError(MOUNTED.format(name=self.site.name)) from error
            raise
        # What is published is new. What is left to do the next program can do as well.
        with suppress(OSError):
            self._keep_one_back(old)

    def _swap(self, new: Path) -> Path:
        """Publish ``new`` and return where now lies what was published."""
        if not self.site.exists():
            self.site.parent.mkdir(parents=True, exist_ok=True)
            new.rename(self.site)
            return new
        if exchange(new, self.site):
            return new
        # Between these two moves nothing is published. Whoever comes next finishes them.
        old = self._old_of(new.name)
        self.site.rename(old)
        try:
            new.rename(self.site)
        except OSError:
            old.rename(self.site)
            raise
        return old

    def _old_of(self, new: str) -> Path:
        return self.beside / f"old-{new}"

    def _keep_one_back(self, old: Path) -> None:
        """Keep what was published in ``old`` as the version before, and forget the journal."""
        if old.is_dir() and any(old.iterdir()):
            if shows_withheld_words(old, self.site):
                # What is withheld now must not come back, and lies nowhere any more. Nor in what came before that.
                self.drop_previous()
            elif name_build(old) != name_build(self.site):  # else it was this one, damaged
                if self.previous.exists():
                    self.previous.rename(self.beside / make_name("rubbish"))
                old.rename(self.previous)
        sweep(self.beside)

    def _write_journal(self, new: str, build: str, *, rolled_back: bool = False) -> None:
        draft = self.beside / JOURNAL_DRAFT
        entry = {"new": new, "build": build, "rolled_back": rolled_back}
        write_flushed(draft, json.dumps(entry).encode())
        draft.replace(self.beside / JOURNAL)
        flush_folder(self.beside)

    def _read_journal(self) -> tuple[Path, str, bool] | None:
        """Return the new site that was about to be published, its build, and whether it was the one before."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            entry = json.loads((self.beside / JOURNAL).read_bytes())
            return self.beside / Path(entry["new"]).name, entry["build"], entry["rolled_back"]
        return None

    def _settle(self) -> None:
        """Finish what a killed program had begun to move, or leave it undone; then sweep.

        Raises OSError where the published site was moved away and cannot be put back; then nothing is swept.
        """
        begun = self._read_journal()
        moved_away = next(self.beside.glob(self._old_of("new-*").name), None)
        if moved_away is not None and not self.site.exists():
            (begun[0] if begun is not None and begun[0].is_dir() else moved_away).rename(self.site)
        with suppress(OSError):
            if begun is not None:
                self._finish(*begun)
            sweep(self.beside)

    def _finish(self, new: Path, build: str, rolled_back: bool) -> None:  # noqa: FBT001 - as the journal has it
        old = self._old_of(new.name)
        if name_build(self.site) == build:
            self._keep_one_back(old if old.is_dir() else new)
        elif rolled_back and new.is_dir() and not self.previous.exists():
            new.rename(self.previous)

    def _holder(self) -> str:
        with suppress(OSError):
            return (self.beside / HOLDER).read_text(encoding="utf-8")
        return "プロセスの番号は不明"


def _name_of_this_program() -> str:
    words = " ".join((Path(sys.argv[0]).name, *sys.argv[1:2]))
    return f"{words}、プロセス {os.getpid()}"
