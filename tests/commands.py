"""Runs the project's commands as a user does."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

BIN: Final = Path(sys.executable).parent
ENVIRONMENT: Final = os.environ | {"PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}


def run(folder: Path, command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command that stands beside this Python in ``folder``; what it says is in ``stderr``."""
    return subprocess.run(  # noqa: S603 - the project's own commands
        [BIN / command, *arguments],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
