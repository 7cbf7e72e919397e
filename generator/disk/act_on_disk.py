"""What an act does to the disk: new contents wait beside their places, go there, and make room for the old ones again.

Each of these may be broken off at any point and be done again by another program, which looks at what it finds.
"""

import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from generator.disk.changes import FileChange
from generator.disk.write_journal import Act, ActStep, digest_of, flush_folder, new_beside, old_beside, write_flushed

# Stands for the digest of what is no plain file: it is never that of what was read.
_NO_FILE: Final = "no file"


class EditedMeanwhileError(Exception):
    """Somebody has changed the file at ``path`` since it was compared."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        super().__init__(str(path))
        self.path = path


def prepare(root: Path, act: Act, changes: Iterable[FileChange]) -> None:
    """Write the new contents beside their places, and the old ones once more. Raises OSError."""
    for folder in act.folders:
        (root / folder).mkdir(exist_ok=True)
    for change in changes:
        mode = stat.S_IMODE(change.path.stat().st_mode) if change.before is not None else None
        for beside, data in ((new_beside(change.path), change.after), (old_beside(change.path), change.before)):
            if data is not None:
                write_flushed(beside, data, mode)
    _flush_folders(root, act)


def carry_out(root: Path, act: Act) -> None:
    """Put every new content in its place that is not there yet.

    Raises OSError, and EditedMeanwhileError where somebody has changed a file that is not in its place yet.
    """
    for step in act.steps:
        path = root / step.place
        held = _digest_at(path)
        if held == step.before:
            if step.after is None:
                path.unlink()
            else:
                new_beside(path).replace(path)
        elif held != step.after and _waits(path, step):
            raise EditedMeanwhileError(path)
        # Else it was put there before the program was killed, and may have been edited since.
    _flush_folders(root, act)


def undo(root: Path, act: Act) -> tuple[str, ...]:
    """Put every old content back where the new one is; return the places of those that were edited since.

    Raises OSError.
    """
    return tuple(step.place for step in reversed(act.steps) if not _put_back(root / step.place, step))


def _put_back(path: Path, step: ActStep) -> bool:
    """Undo ``step`` and return True, also where nothing was done; or False where the file was edited since."""
    held = _digest_at(path)
    if held == step.before or _waits(path, step):
        return True
    if held != step.after or (step.before is not None and not old_beside(path).exists()):
        return False
    if step.before is None:
        path.unlink()
    else:
        old_beside(path).replace(path)
    return True


def sweep(root: Path, act: Act) -> None:
    """Remove what waits beside, and the folders that were made or emptied and hold nothing. Raises OSError."""
    for step in act.steps:
        for beside in (new_beside(root / step.place), old_beside(root / step.place)):
            with suppress(FileNotFoundError, NotADirectoryError):
                beside.unlink()
    emptied = {(root / step.place).parent for step in act.steps if step.after is None} - {root}
    for folder in (*emptied, *(root / folder for folder in reversed(act.folders))):
        with suppress(OSError):  # it is not empty, and so is needed
            folder.rmdir()


def _waits(path: Path, step: ActStep) -> bool:
    """Tell whether the new content is not in its place yet."""
    return new_beside(path).exists() if step.after is not None else _digest_at(path) is not None


def _digest_at(path: Path) -> str | None:
    if path.is_symlink() or (path.exists() and not path.is_file()):
        return _NO_FILE
    try:
        return digest_of(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None


def _flush_folders(root: Path, act: Act) -> None:
    folders = {root / step.place for step in act.steps} | {root / folder for folder in act.folders}
    for folder in {path.parent for path in folders}:
        flush_folder(folder)
