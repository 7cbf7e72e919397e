"""The documents that an import read, kept as they are in the private folder of the content."""

from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from generator.store.files import DRAFTS, FORMER_DRAFTS, ORIGINALS


def file_originals(content: Path, read: Mapping[Path, bytes]) -> dict[Path, bytes]:
    """Return the copies to be made of the files ``read``: of none that lies there already, whatever its number.

    A file of the same name and other bytes keeps its name. Raises OSError where one that lies there cannot be read.
    """
    folder = content / ORIGINALS
    copies: dict[Path, bytes] = {}
    for file, data in read.items():
        for path in _names_for(folder, file):
            held = copies.get(path)
            if held is None and path.exists():
                held = path.read_bytes()
            if held is None:
                copies[path] = data
            if held in (None, data):
                break
    return copies


def _names_for(folder: Path, file: Path) -> Iterator[Path]:
    yield folder / file.name
    yield from (folder / f"{file.stem} ({number}){file.suffix}" for number in count(2))


def take_over_former_drafts(content: Path) -> None:
    """Move the drafts that earlier versions kept elsewhere. Raises OSError where that cannot be done."""
    former, drafts = content / FORMER_DRAFTS, content / DRAFTS
    if former.is_dir() and not former.is_symlink() and not drafts.exists():
        drafts.parent.mkdir(exist_ok=True)
        former.rename(drafts)
