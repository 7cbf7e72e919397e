"""Whether an earlier build of the site shows words that a later one withholds (黒塗り): then it may not be kept."""

from pathlib import Path
from typing import Final

# As the published files of the consultations write them; what they hold is of no concern here.
_FILES: Final = "consultations/*.yml"
_WITHHELD: Final = b"\nwithheld:\n"
_BLACK: Final = "■".encode()


def shows_withheld_words(earlier: Path, later: Path) -> bool:
    """Tell whether the build ``earlier`` shows words of a consultation that the build ``later`` withholds.

    It does where fewer characters of its file are black. Raises OSError.
    """
    for file in later.glob(_FILES):
        data, before = file.read_bytes(), earlier / file.relative_to(later)
        if _WITHHELD in data and before.is_file() and _count(before.read_bytes()) < _count(data):
            return True
    return False


def _count(data: bytes) -> int:
    # Those of the entries stand beside those of the words.
    return data.count(_BLACK)
