"""One trial, and what came of it. It has a module of its own because other processes must find it."""

import traceback
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.trust.promise import NotTriedError, Trial

HELD: Final = "held"
FAILED: Final = "failed"
NOT_TRIED: Final = "not tried"


def try_one(trial: Trial) -> tuple[str, str]:
    """Return whether the promise held, and if not, why."""
    with TemporaryDirectory() as folder:
        try:
            fault = trial.run(Path(folder))
        except NotTriedError as reason:
            return NOT_TRIED, str(reason)
        except Exception:  # noqa: BLE001 - whatever it is, the promise was not kept
            return FAILED, traceback.format_exc()
    return (FAILED, fault) if fault else (HELD, "")
