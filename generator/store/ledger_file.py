"""The file of the ledger: written by the program alone, in its canonical form, and under a seal that tells of edits."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Final

from generator.disk.reasons import reason_of
from generator.model.ledger import Digest, Ledger, LedgerEntry
from generator.problems import Problem
from generator.store.encode import encode
from generator.store.files import LEDGER_FILE, Stored, read_data, read_regular
from generator.store.source_text import read_text

_HEAD: Final = "# 公開の台帳。archive publish だけが書きます。手で書き換えないでください。\n"
_SEAL: Final = "seal: "
_RESTORE: Final = (
    "台帳は archive publish だけが書きます。手で直さず、git で最後に保存した台帳に戻してください"
    f"（例: git checkout HEAD -- content/{LEDGER_FILE}）。"
    "枝を合わせて食い違ったときは、公開したほうの台帳を残し、archive publish をやり直してください。"
)
# A line for each consultation and each change of it: more than any other file has to hold.
MOST_BYTES_OF_THE_LEDGER: Final = 100_000_000


def ledger_text(publications: tuple[LedgerEntry, ...]) -> str:
    """Return the file of a ledger of ``publications``."""
    unsealed = encode(Ledger(publications=publications, seal=Digest("")), Ledger).removesuffix(f"{_SEAL}\n")
    text = _HEAD + unsealed
    return f"{text}{_SEAL}{_seal(text)}\n"


def read_ledger(content: Path) -> tuple[Stored[Ledger] | None, tuple[Problem, ...]]:
    """Return the ledger of the ``content`` folder with its problems; neither where there is none yet."""
    path, name = content / LEDGER_FILE, f"{content.name}/{LEDGER_FILE}"
    try:
        data = read_regular(path)
    except FileNotFoundError:
        return None, ()
    except OSError as error:
        return None, (Problem(name, 1, 1, f"台帳を読めません（{reason_of(error)}）。", _RESTORE),)
    stored, problems = read_data(data, name, Ledger, MOST_BYTES_OF_THE_LEDGER)
    if stored is None:
        # What else is wrong with it goes by the same remedy.
        return None, (replace(problems[0], remedy=_RESTORE),)
    text, _ = read_text(name, data, MOST_BYTES_OF_THE_LEDGER)
    above, _, _ = text.rpartition(_SEAL)
    if str(stored.value.seal) != _seal(above) or not text.endswith(f"{_SEAL}{stored.value.seal}\n"):
        message = "台帳が、公開したときのままではありません（手で書き換えられたか、途中が失われています）。"
        return None, (stored.problem(("seal",), message, _RESTORE),)
    return stored, ()


def _seal(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
