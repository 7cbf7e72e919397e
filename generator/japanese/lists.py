"""How the documents enumerate: 、 between items, and parentheses that belong to the item before them."""

from typing import Final

_OPENING: Final = "（(「『［["
_CLOSING: Final = "）)」』］]"


def split_outside_parentheses(text: str, separators: str = "、") -> tuple[str, ...]:
    """Return the parts of ``text`` between ``separators`` that stand outside parentheses and quotation marks.

    No character but the separators is lost, and empty parts are left out.
    """
    parts = [""]
    depth = 0
    for letter in text:
        depth = max(0, depth + (letter in _OPENING) - (letter in _CLOSING))
        if letter in separators and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return tuple(part.strip() for part in parts if part.strip())
