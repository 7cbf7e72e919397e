"""Whether a file that is published as it lies is what its name says."""

import re
from pathlib import Path
from typing import Final

# What files of each kind begin with.
_BEGINNINGS: Final = {
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".gif": re.compile(rb"GIF8[79]a"),
    ".webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
}
_DOMAIN: Final = re.compile(rb"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]\s*", re.IGNORECASE)
_LONGEST_DOMAIN: Final = 253
_SPACE: Final = 8


def why_unfit(file: Path) -> tuple[str, str] | None:
    """Return message and remedy where ``file`` is not what its name says. Raises OSError where it cannot be read."""
    with file.open("rb") as opened:
        beginning = opened.read(_LONGEST_DOMAIN + _SPACE)
    wanted = _BEGINNINGS.get(file.suffix)
    if wanted is not None and not wanted.match(beginning):
        message = f"中身が、名前の終わり（{file.suffix}）の示す種類の画像ではありません。"
        return message, "その種類の画像として保存し直すか、消してください。"
    if file.name == "CNAME" and not _DOMAIN.fullmatch(beginning):
        message = "サイトのドメイン（archive.example.jp のような名前）1つだけではありません。"
        return message, "ドメイン1つだけを書くか、GitHub Pages を使わないなら消してください。"
    return None
