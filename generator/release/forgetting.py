"""Whether an earlier build of the site shows words that a later one withholds (黒塗り): then it may not be kept."""

from pathlib import Path
from typing import Final

# As the published files of the consultations write them; what they hold is of no concern here.
_FILES: Final = "consultations/*.yml"
_WITHHELD: Final = b"\nwithheld:\n"
_BLACK: Final = "■".encode()


def shows_withheld_words(earlier: Path, later: Path) -> bool:
    """Tell whether the build ``earlier`` shows words of a consultation that the build ``later`` withholds.

    It does where a line of its file is black that was not so before, and may where that has another number now. Raises
    OSError.
    """
    shown = {file.name: file for file in earlier.glob(_FILES)}
    held = {file.name: file.read_bytes() for file in later.glob(_FILES)}
    withheld = {name: data for name, data in held.items() if _WITHHELD in data}
    if any(
        name in shown and _black_lines(data) - _black_lines(shown[name].read_bytes()) for name, data in withheld.items()
    ):
        return True
    return bool(withheld.keys() - shown.keys()) and bool(shown.keys() - held.keys())


def _black_lines(data: bytes) -> set[bytes]:
    return {line for line in data.split(b"\n") if _BLACK in line}
