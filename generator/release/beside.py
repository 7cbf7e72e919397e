"""The folder beside the published site: what this program puts there, and tells by its name from what others do."""

import re
import secrets
import shutil
from pathlib import Path
from typing import Final

HOLDER: Final = "holder.txt"
LOCK: Final = "lock"
JOURNAL: Final = "journal.json"
JOURNAL_DRAFT: Final = f"{JOURNAL}.new"
PREVIOUS: Final = "previous"
_PASSING: Final = re.compile(rf"(?:new|old-new|rubbish)-[0-9a-f]{{8}}|{re.escape(JOURNAL_DRAFT)}")


def make_name(kind: str) -> str:
    """Return a name of ``kind``, ``new`` or ``rubbish``, that nothing else has."""
    return f"{kind}-{secrets.token_hex(4)}"


def sweep(folder: Path) -> None:
    """Delete what a program has left in ``folder`` that was killed. What somebody else has put there stays."""
    delete(folder / JOURNAL)
    for path in folder.iterdir():
        if _PASSING.fullmatch(path.name):
            delete(path)


def delete(path: Path) -> None:
    """Delete the file or folder ``path``, which need not exist."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
