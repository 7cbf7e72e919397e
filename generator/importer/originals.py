"""The documents that an import read, kept as they are in the private folder of the content."""

from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from generator.disk.changes import FilesRead
from generator.store.files import DRAFTS, FORMER_DRAFTS, ORIGINALS


def file_originals(content: Path, originals: Mapping[Path, bytes], read: FilesRead) -> dict[Path, bytes]:
    """Return the copies to be made of ``originals``: of none that lies there already, whatever its number.

    A file of the same name and other bytes, which is then ``read``, keeps its name. Raises OSError where it cannot be.
    """
    folder = content / ORIGINALS
    copies: dict[Path, bytes] = {}
    for file, data in originals.items():
        for path in _names_for(folder, file):
            held = copies.get(path) or read.read(path)
            if held is None:
                copies[path] = data
            if held in (None, data):
                break
    return copies


def _names_for(folder: Path, file: Path) -> Iterator[Path]:
    yield folder / file.name
    yield from (folder / f"{file.stem} ({number}){file.suffix}" for number in count(2))


def take_over_former_drafts(content: Path, read: FilesRead) -> dict[Path, bytes | None]:
    """Return the files that move the drafts which earlier versions kept elsewhere. Raises OSError."""
    former, drafts = content / FORMER_DRAFTS, content / DRAFTS
    if not former.is_dir() or former.is_symlink() or drafts.exists():
        return {}
    moved = sorted(path for path in former.iterdir() if path.is_file())
    return {**{drafts / path.name: read.read(path) for path in moved}, **dict.fromkeys(moved)}
