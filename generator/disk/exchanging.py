"""Exchanges two folders at once, so that at no moment a name leads to neither.

Linux has renameat2(2) with RENAME_EXCHANGE (since 3.15; the file system must know it too), macOS renamex_np(2) with
RENAME_SWAP (since 10.12, on APFS). Windows has nothing of the kind.
"""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

_HERE: Final = -100  # AT_FDCWD of <fcntl.h>: paths are relative to the working folder
_RENAME_EXCHANGE: Final = 2
_RENAME_SWAP: Final = 2
# What a system or a file system says that does not know the call or the flag.
_UNKNOWN: Final = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


def exchange(one: Path, other: Path) -> bool:
    """Let the existing folders ``one`` and ``other`` take each other's place, and tell whether they did.

    They did not where the system or the file system cannot do so at once; then nothing has happened. Raises OSError
    where it can and may not.
    """
    rename = _find_exchange()
    if rename is None:
        return False
    if rename(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNKNOWN:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _find_exchange() -> Callable[[bytes, bytes], int] | None:
    """Return the system's call, a function of two paths that returns 0 where it worked, or None where it has none."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
    except (OSError, TypeError):  # Windows
        return None
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return lambda one, other: int(library.renamex_np(one, other, ctypes.c_uint(_RENAME_SWAP)))
    if sys.platform.startswith("linux") and hasattr(library, "renameat2"):
        return lambda one, other: int(library.renameat2(_HERE, one, _HERE, other, ctypes.c_uint(_RENAME_EXCHANGE)))
    return None
