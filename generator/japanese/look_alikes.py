"""Characters that are printed like others, and come out of a PDF in their place: radicals, and signs like the 中黒."""

from typing import Final

from generator.japanese.private_use import is_legible
from generator.japanese.radicals import RADICALS, SIGNS_PRINTED_ALIKE

# Beside what fonts print just so: ∙ bullet operator, ⋅ dot operator. A half-width 中黒 among half-width kana is meant.
_LIKE_THE_DOT: Final = "\u2219\u22c5"
MENDED: Final = RADICALS | SIGNS_PRINTED_ALIKE | dict.fromkeys(_LIKE_THE_DOT, "・")
_TABLE: Final = str.maketrans(MENDED)


def mend_look_alikes(text: str) -> str:
    """Return ``text``, as long as before, with the characters that a Japanese reader sees in it."""
    return text.translate(_TABLE)


def says_as_seen(words: str, text: str) -> bool:
    """Tell whether ``words`` are ``text`` as a reader of the document sees it.

    Some of its look-alikes, or none, are mended; for a character that could not be read they may say any other.
    """
    return len(words) == len(text) and all(
        one == other or one == MENDED.get(other) or (is_legible(one) and not is_legible(other))
        for one, other in zip(words, text, strict=True)
    )
