"""What the system refuses is told with its place, where that is known."""

import errno

import pytest

from generator.disk.reasons import phrase_refusal


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, ""), "（ディスクがいっぱいです）"),
        (OSError(errno.EROFS, "", "site/lock"), ": site/lock（読み取り専用のディスクです）"),
        (OSError(errno.ENOSPC, "", "theme/a.png", None, "site/a.png"), ": site/a.png（ディスクがいっぱいです）"),
    ],
)
def test_a_refusal_is_told_where_it_happened(error: OSError, words: str) -> None:
    assert phrase_refusal(error) == words
