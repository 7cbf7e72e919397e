"""The journal of an act that changes many files: what a program that was killed leaves for the next to go on with.

It is one small file, whose name says how far the act has come. New contents wait beside their places, and so do the old
ones until the act is over, so that at any moment the next program can finish it or undo it.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from generator.disk.changes import FileChange


class ActStage(StrEnum):
    """How far an act has come: nothing is in its place yet; all shall get there; all is; all shall be as before."""

    BEGUN = "begun"
    READY = "ready"
    DONE = "done"
    UNDONE = "undone"


class JournalBrokenError(Exception):
    """What stands in the journal was not written by this program, or is damaged."""


@dataclass(frozen=True)
class ActStep:
    """One file of an act: its place below the folder, and the SHA-256 of what it held and shall hold; None is none."""

    place: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Act:
    """The files that change together, and the folders that are made for them, the inner ones last."""

    steps: tuple[ActStep, ...]
    folders: tuple[str, ...] = ()

    @classmethod
    def of(cls, root: Path, changes: Iterable[FileChange]) -> "Act":
        """Return the act of ``changes`` in the folder ``root``."""
        paths = {change.path.relative_to(root): change for change in changes}
        missing = {folder for path in paths for folder in path.parents if not (root / folder).exists()}
        steps = (ActStep(p.as_posix(), digest_of(c.before), digest_of(c.after)) for p, c in paths.items())
        return cls(tuple(steps), tuple(folder.as_posix() for folder in sorted(missing)))


def digest_of(data: bytes | None) -> str | None:
    """Return the SHA-256 of ``data`` as hexadecimal digits, or None of nothing."""
    return None if data is None else hashlib.sha256(data).hexdigest()


def new_beside(path: Path) -> Path:
    """Return where the new content of ``path`` waits."""
    return path.with_name(f".{path.name}.archive-new")


def old_beside(path: Path) -> Path:
    """Return where the old content of ``path`` waits."""
    return path.with_name(f".{path.name}.archive-old")


def write_flushed(path: Path, data: bytes, mode: int | None = None) -> None:
    """Write a new file at ``path``, in place of what a killed program left there, onto the disk itself.

    Who may read and write it follows from ``mode``, or else from how the system makes new files.
    """
    path.unlink(missing_ok=True)
    with path.open("xb") as file:
        if mode is not None:
            path.chmod(mode)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """See that what was put into ``folder`` and taken out of it is on the disk, as far as the system can be asked to.

    Windows cannot, nor can some disks on a network.
    """
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@dataclass(frozen=True)
class WriteJournal:
    """The journal in ``folder`` of what changes in the folder ``root``."""

    root: Path
    folder: Path

    @property
    def stage(self) -> ActStage | None:
        """Return how far the act has come that somebody is at, or that was left; None where there is none."""
        return next((stage for stage in ActStage if self._file(stage).exists()), None)

    def begin(self, act: Act) -> None:
        """Note ``act`` before anything of it is done. Raises OSError."""
        write_flushed(self._file(ActStage.BEGUN), json.dumps(asdict(act), ensure_ascii=False).encode())
        flush_folder(self.folder)

    def advance(self, before: ActStage, after: ActStage) -> None:
        """Note that the act has come from the one stage to the other. Raises OSError."""
        self._file(before).replace(self._file(after))
        flush_folder(self.folder)

    def close(self) -> None:
        """Note that the act is over. Raises OSError."""
        for stage in ActStage:
            self._file(stage).unlink(missing_ok=True)
        flush_folder(self.folder)

    def read(self, stage: ActStage) -> Act:
        """Return the act that has come to ``stage``. Raises OSError and JournalBrokenError.

        Where it has just begun and could not even be noted whole, nothing of it was done.
        """
        try:
            noted = json.loads(self._file(stage).read_bytes())
            act = Act(tuple(ActStep(**step) for step in noted["steps"]), tuple(noted["folders"]))
            places = [PurePosixPath(place) for place in (*(step.place for step in act.steps), *act.folders)]
        except (ValueError, TypeError, KeyError) as error:
            if stage is ActStage.BEGUN:
                return Act(())
            raise JournalBrokenError from error
        # Whoever else has written it may not lead this program out of the folder.
        if not all((self.root / place).resolve().is_relative_to(self.root.resolve()) for place in places):
            raise JournalBrokenError
        return act

    def _file(self, stage: ActStage) -> Path:
        return self.folder / f"{stage}.json"
