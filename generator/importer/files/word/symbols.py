"""The signs of the fonts in which an ordinary letter is drawn as one."""

from typing import Final

# Word moves the codes of such fonts there.
_MOVED: Final = 0xF000
_FONTS: Final = {
    "wingdings": {
        0x6C: "●",
        0x6E: "■",
        0x6F: "□",
        0x75: "◆",
        0x76: "❖",
        0x9F: "•",
        0xA1: "○",
        0xA7: "▪",
        0xA8: "□",
        0xD8: "➢",
        0xFC: "✓",
        0xFE: "☑",
    },
    "symbol": {0xB7: "•"},
}
_UNKNOWN_FONTS: Final = ("wingdings", "webdings", "symbol", "marlett")


def sign(letter: str, font: str) -> str | None:
    """Return what is printed for ``letter`` in ``font``; None where that is not known."""
    name, code = font.casefold(), ord(letter)
    if is_private(letter) or name.startswith(_UNKNOWN_FONTS):
        return _FONTS.get(name, {}).get(code - _MOVED if code >= _MOVED else code)
    return letter


def is_private(letter: str) -> bool:
    """Tell whether ``letter`` has no meaning of its own: each font draws there what it likes (外字)."""
    return "\ue000" <= letter <= "\uf8ff" or letter >= "\U000f0000"
