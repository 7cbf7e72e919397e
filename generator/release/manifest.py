"""The list of a site's files: it tells a folder that this program has made from any other, and whether it is whole."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

# It is published with the site, at this address.
MANIFEST: Final = "files.json"
_PROGRAM: Final = "deliberation-archive"
# What systems put into folders that somebody looks at.
_LITTER: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


def compose_manifest(digests: Mapping[str, str]) -> bytes:
    """Return the list of files with their ``digests`` (SHA-256), by name."""
    content = {"program": _PROGRAM, "files": dict(sorted(digests.items()))}
    return (json.dumps(content, ensure_ascii=False, indent=0) + "\n").encode()


def read_manifest(site: Path) -> dict[str, str] | None:
    """Return the digests of the files of ``site``, or None where it is not a folder that this program has made."""
    try:
        content = json.loads((site / MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(content, dict) or content.get("program") != _PROGRAM:
        return None
    files = content.get("files")
    return {str(name): str(digest) for name, digest in files.items()} if isinstance(files, dict) else None


def name_build(site: Path) -> str:
    """Return what tells the build in ``site`` from every other: the SHA-256 of its list, or nothing without one."""
    try:
        return hashlib.sha256((site / MANIFEST).read_bytes()).hexdigest()
    except OSError:
        return ""


def find_foreign(site: Path) -> tuple[str, ...]:
    """Return the names of what lies in ``site`` and was not put there by this program, first those highest up.

    Without a list of files that is everything in it.
    """
    while True:
        build = name_build(site)
        foreign = _look_for_foreign(site)
        if name_build(site) == build:  # else another has been put in its place meanwhile
            return foreign


def _look_for_foreign(site: Path) -> tuple[str, ...]:
    own = read_manifest(site)
    if own is None:
        return tuple(sorted(path.name for path in site.iterdir() if path.name not in _LITTER))
    found = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_symlink() or not path.is_dir())
    foreign = (name for name in found if name not in own and name != MANIFEST and Path(name).name not in _LITTER)
    return tuple(sorted(foreign, key=lambda name: (name.count("/"), name)))


def is_whole(site: Path) -> bool:
    """Tell whether every file of ``site`` is there and holds what its list says."""
    digests = read_manifest(site)
    if digests is None:
        return False
    try:
        return all(hashlib.sha256((site / name).read_bytes()).hexdigest() == digest for name, digest in digests.items())
    except OSError:
        return False
