"""What the system refuses is said in Japanese."""

import errno
import os

import pytest

from generator.disk.reasons import reason_of


@pytest.mark.parametrize("code", [errno.EXDEV, errno.ELOOP, errno.ENOTEMPTY, errno.EMFILE, errno.ENOSPC, errno.EROFS])
def test_it_is_in_japanese(code: int) -> None:
    assert any("ぁ" <= letter <= "ん" for letter in reason_of(OSError(code, os.strerror(code), "file")))


def test_what_is_not_usual_is_said_as_the_system_says_it() -> None:
    assert reason_of(OSError(errno.EINVAL, "ふつうのファイルではありません")) == "ふつうのファイルではありません"
