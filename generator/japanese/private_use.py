"""Characters without a meaning of their own (外字), where each font draws what it likes, and such as print nothing."""

import re
import unicodedata
from typing import Final

from generator.japanese.unseen import UNSEEN

# What is printed where a file has no character for a sign: the printers' geta.
GETA: Final = "〓"

# With them goes �, which programs put where they lost a character.
_PRIVATE: Final = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")


def is_private(letter: str) -> bool:
    """Tell whether ``letter`` has no meaning of its own."""
    return _PRIVATE.match(letter) is not None


def find_private(text: str) -> tuple[int, ...]:
    """Return the places in ``text`` of the characters that have no meaning of their own."""
    return tuple(match.start() for match in _PRIVATE.finditer(text))


def is_legible(text: str) -> bool:
    """Tell whether every character of ``text`` is known: none of private use, and none that could not be read."""
    return GETA not in text and _PRIVATE.search(text) is None


def without_unseen(text: str) -> str:
    """Return ``text`` without the characters that print nothing, such as U+200B, U+00AD and U+3164."""
    seen = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    return UNSEEN.sub(lambda unseen: " " if unseen.group().isspace() else "", seen)
