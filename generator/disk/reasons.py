"""What the system refuses, in words that a clerk knows."""

import errno
from pathlib import Path
from typing import Final

_REASONS: Final = {
    errno.ENOSPC: "ディスクがいっぱいです",
    errno.EDQUOT: "使える容量がいっぱいです",
    errno.EFBIG: "ファイルが大きすぎます",
    errno.EROFS: "読み取り専用のディスクです",
    errno.EACCES: "権限がないか、ほかのソフトが開いています",
    errno.EPERM: "権限がないか、ほかのソフトが開いています",
    errno.EISDIR: "ファイルのはずの所に、フォルダがあります",
    errno.ENOTDIR: "フォルダのはずの所に、ファイルがあります",
    errno.EEXIST: "同じ名前のものが、もうあります",
    errno.ENOENT: "ありません",
    errno.ENAMETOOLONG: "名前が長すぎます",
    errno.ELOOP: "リンクが、どこにもないか、自分を指しています",
    errno.EXDEV: "別のディスクにあります",
    errno.ENOTEMPTY: "フォルダが空ではありません",
    errno.EXDEV: "別のディスクにあるので、移せません",
    errno.ELOOP: "リンクが自分自身を指しています",
    errno.EMFILE: "一度に開けるファイルの数を超えました",
    errno.EBUSY: "ほかのプログラムが使っています",
    errno.EADDRINUSE: "ほかのプログラムが使っている番号です",
    errno.EADDRNOTAVAIL: "このコンピューターのアドレスではありません",
    errno.EIO: "ディスクが壊れているかもしれません",
}


def reason_of(error: OSError) -> str:
    """Return why the system has refused (Japanese), or what the system says where that is nothing usual."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


def phrase_refusal(error: OSError) -> str:
    """Return, to follow the words of what was tried, where the system has refused it, if that is known, and why."""
    place = error.filename2 or error.filename  # of a copy the second is what could not be written
    return f"{f': {place}' if place else ''}（{reason_of(error)}）"


def explain(error: OSError, root: Path) -> str:
    """Return, as a line for the clerk, what could not be read or written, named from the folder ``root``."""
    return f"読み書きできません: {name_from(root, Path(str(error.filename or root)))}（{reason_of(error)}）"


def name_from(root: Path, path: Path) -> str:
    """Return how ``path`` is called: from the folder ``root`` where it lies in it, else by its name alone."""
    if not path.is_relative_to(root):
        return path.name
    return "/".join((root.resolve().name, *path.relative_to(root).parts))
