"""Writes several files as one: all of them, or none."""

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write ``files``; where one cannot be written, all of them stay as they were.

    Each is written beside its place and moved there whole, so that nobody ever sees half a file. Raises OSError.
    """
    waiting: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            waiting[path] = _written_beside(path, data)
        for path, new in waiting.items():
            before[path] = path.read_bytes() if path.exists() else None
            new.replace(path)
    except BaseException:  # an interruption, too, leaves nothing half-written
        for path, data_before in before.items():
            with suppress(OSError):  # what cannot be put back must not keep the others from it
                _put_back(path, data_before)
        raise
    finally:
        for new in waiting.values():
            new.unlink(missing_ok=True)


def _written_beside(path: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        new.chmod(path.stat().st_mode if path.exists() else 0o644)
    except OSError:
        new.unlink(missing_ok=True)
        raise
    return new


def _put_back(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    else:
        _written_beside(path, data).replace(path)
