"""Lets the processes of one test run share what is slow to make: one of them makes it, the others wait for it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def share_folder(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return the folder ``name`` of this test run, which ``make`` has filled in whichever process came first.

    Where ``make`` fails, the next process that asks tries again, and fails in its own words.
    """
    base = factory.getbasetemp()
    # A process of pytest-xdist has a folder of its own, named popen-gw0 and so on, in that of the test run.
    shared = base.parent if base.name.startswith("popen-") else base
    folder, made = shared / name, shared / f"{name}.made"
    with FileLock(shared / f"{name}.lock"):
        if not made.exists():
            folder.mkdir(exist_ok=True)
            make(folder)
            made.touch()
    return folder
