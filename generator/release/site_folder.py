"""Which folder a site may be put into: one of this program's own, or an empty one. No other is ever emptied."""

import os
from pathlib import Path
from typing import Final

from generator.release.manifest import MANIFEST, find_foreign

MOUNTED: Final = (
    "サイトを置く「{name}」は、ディスクのつなぎ目（マウントポイント）なので、まるごと入れ替えられません。"
    "その中にフォルダを作り、「{name}/site」のように指定してください。"
)
_NAMES_SHOWN: Final = 5


class ReleaseError(Exception):
    """The published site cannot be renewed, and stays as it is. The message is Japanese."""


def require_own_folder(site: Path) -> None:
    """Raise ReleaseError where the folder ``site`` is anything but one that this program has made, or an empty one."""
    name = site.name
    if not site.exists() and not site.is_symlink():
        return
    if not site.is_dir():
        message = f"サイトを置く「{name}」は、フォルダではありません。別の名前を指定してください。"
        raise ReleaseError(message)
    if os.path.ismount(site):
        raise ReleaseError(MOUNTED.format(name=name))
    if foreign := find_foreign(site):
        message = (
            f"サイトを置く「{name}」に、このプログラムが作ったのではないファイルがあります（{phrase_names(foreign)}）。"
            "サイトを入れ替えると消えてしまうので、取りやめました。"
            f"空のフォルダか新しい名前を指定するか、そのファイルを別の場所に移してください。{_hint(site)}"
        )
        raise ReleaseError(message)


def phrase_names(files: tuple[str, ...]) -> str:
    """Return the first of ``files`` as a message names them, and how many more there are."""
    more = f"、ほか{len(files) - _NAMES_SHOWN}件" if len(files) > _NAMES_SHOWN else ""
    return "、".join(files[:_NAMES_SHOWN]) + more


def _hint(site: Path) -> str:
    # Before sites had a list of their files, this is what told them.
    is_earlier = not (site / MANIFEST).exists() and (site / "pagefind/pagefind-entry.json").is_file()
    return "前の版のプログラムで作ったサイトなら、フォルダごと消してから実行してください。" if is_earlier else ""
