"""Two folders take each other's place, or nothing happens."""

import errno
import os
from pathlib import Path
from unittest.mock import patch

import pytest

from generator.disk.exchanging import exchange


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    one, other = tmp_path / "一つ目", tmp_path / "二つ目"
    for folder in (one, other):
        folder.mkdir()
        (folder / folder.name).touch()
    return one, other


def names_in(folders: tuple[Path, Path]) -> list[list[str]]:
    return [[path.name for path in folder.iterdir()] for folder in folders]


def test_two_folders_change_places_or_stay(folders: tuple[Path, Path]) -> None:
    before = names_in(folders)
    exchanged = exchange(*folders)
    assert names_in(folders) == (before[::-1] if exchanged else before)


@pytest.mark.parametrize("code", [errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP])
def test_a_system_that_cannot_says_so(folders: tuple[Path, Path], code: int) -> None:
    before = names_in(folders)
    with (
        patch("generator.disk.exchanging._find_exchange", lambda: lambda _one, _other: -1),
        patch("ctypes.get_errno", lambda: code),
    ):
        assert not exchange(*folders)
    assert names_in(folders) == before


def test_what_may_not_be_moved_is_an_error(folders: tuple[Path, Path]) -> None:
    with (
        patch("generator.disk.exchanging._find_exchange", lambda: lambda _one, _other: -1),
        patch("ctypes.get_errno", lambda: errno.EACCES),
        pytest.raises(OSError, match=os.strerror(errno.EACCES)),
    ):
        exchange(*folders)


def test_a_system_without_the_call_cannot(folders: tuple[Path, Path]) -> None:
    with patch("generator.disk.exchanging._find_exchange", lambda: None):
        assert not exchange(*folders)
