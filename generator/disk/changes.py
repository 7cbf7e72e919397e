"""What a program has read and wants to write: each file with what it expects to find in its place."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

_AGAIN: Final = "今あるものには手を付けていません。確かめて、同じ命令をもう一度実行してください。"
_AWAY: Final = "別の場所に移してから、もう一度実行してください。"
_NO_LINK: Final = "リンクの代わりに、ファイルやフォルダそのものを置いてから、もう一度実行してください。"
_ALLOWED: Final = "書いてよいものなら、情報システムの担当に頼んでから、もう一度実行してください。"
_WRITABLE: Final = "書いてよいものなら、読み取り専用を外してから、もう一度実行してください。"


class Obstacle(Enum):
    """Why a file is not written: what is wrong with its place, and how to mend it (Japanese)."""

    EDITED = "は、読み取ったあとに書き換えられました。", _AGAIN
    APPEARED = "は、読み取ったときにはなかったのに、今はあります。", _AGAIN
    VANISHED = "は、読み取ったあとに、なくなりました。", _AGAIN
    FOLDER = "の場所に、フォルダがあります。", _AWAY
    NO_FILE = "の場所に、ふつうのファイルではないものがあります。", _AWAY
    LINK = "は、ほかの場所を指すリンクなので、書き換えません。", _NO_LINK
    READ_ONLY = "は、読み取り専用なので、書けません。", _WRITABLE
    FORBIDDEN = "には、書く権限がないか、ディスクが読み取り専用なので、書けません。", _ALLOWED

    def __init__(self, message: str, remedy: str) -> None:
        """Keep what is said after the name of the place, and what is to be done."""
        self.message = message
        self.remedy = remedy


@dataclass(frozen=True)
class FileChange:
    """What the file at ``path`` holds when it is decided upon, and what it shall hold; None is no file at all.

    Where both are the same, the file is only compared: something else was decided by what it says.
    """

    path: Path
    before: bytes | None
    after: bytes | None

    @property
    def writes(self) -> bool:
        """Tell whether anything is to be written."""
        return self.before != self.after


class FilesRead:
    """The files that a command has read. Each is read once: what it held then is what everything is decided by."""

    def __init__(self) -> None:
        """Begin with none."""
        self._held: dict[Path, bytes | None] = {}

    def read(self, path: Path) -> bytes | None:
        """Return what the file at ``path`` held when it was first asked for, or None where there was none.

        Raises OSError where it cannot be read.
        """
        if path not in self._held:
            try:
                self._held[path] = path.read_bytes()
            except FileNotFoundError:
                self._held[path] = None
        return self._held[path]

    def changes(self, new: Mapping[Path, bytes | None]) -> tuple[FileChange, ...]:
        """Return the change that makes ``new`` of the files. Those read and not in it stay as they are.

        Raises OSError where one that was not read yet cannot be.
        """
        for path in new:
            self.read(path)
        return tuple(FileChange(path, held, new.get(path, held)) for path, held in self._held.items())


def find_obstacles(root: Path, changes: Iterable[FileChange]) -> Iterator[tuple[Path, Obstacle]]:
    """Yield what keeps ``changes`` from being made in the folder ``root``, and where. Raises OSError."""
    for change in changes:
        blocked = next(_find_blocked_folders(root, change.path), None) if change.writes else None
        obstacle = _compare(change)
        if blocked is not None:
            yield blocked
        elif obstacle is not None:
            yield change.path, obstacle


def _find_blocked_folders(root: Path, path: Path) -> Iterator[tuple[Path, Obstacle]]:
    """Yield the folders on the way from ``root`` to ``path`` that lead elsewhere, and the last if it takes no file."""
    way = [folder for folder in path.parents if folder.is_relative_to(root)]
    yield from ((folder, Obstacle.LINK) for folder in way if folder != root and folder.is_symlink())
    nearest = next(folder for folder in way if folder.exists())
    # What Windows calls a read-only folder takes files all the same.
    guarded = _find_guard(nearest) if os.name != "nt" else None
    if guarded is not None:
        yield nearest, guarded


def _compare(change: FileChange) -> Obstacle | None:
    path = change.path
    try:
        mode = path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None if change.before is None else Obstacle.VANISHED
    if stat.S_ISLNK(mode):
        return Obstacle.LINK
    if not stat.S_ISREG(mode):
        return Obstacle.FOLDER if stat.S_ISDIR(mode) else Obstacle.NO_FILE
    if change.before is None:
        return Obstacle.APPEARED
    if path.read_bytes() != change.before:
        return Obstacle.EDITED
    return _find_guard(path) if change.writes else None


def _find_guard(path: Path) -> Obstacle | None:
    """Return what says that ``path`` may not be written, also by an administrator, whom nothing else would stop."""
    if not path.stat().st_mode & stat.S_IWUSR:
        return Obstacle.READ_ONLY
    return None if os.access(path, os.W_OK) else Obstacle.FORBIDDEN
