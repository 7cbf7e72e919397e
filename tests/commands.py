"""Runs the project's commands as a user does."""

import io
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Final
from unittest.mock import patch

from generator.cli.main import main
from generator.plugin import LOG_NAME

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


def run_archive(folder: Path, *arguments: str, answers: str = "") -> subprocess.CompletedProcess[str]:
    """Run ``archive`` in ``folder`` as ``run`` does, but in this process, which has loaded everything already.

    ``answers`` is what is typed where it asks.
    """
    shown, said = io.BytesIO(), io.BytesIO()
    status: object = 0
    with ExitStack() as stack:
        stack.enter_context(chdir(folder))
        stack.enter_context(redirect_stdout(_open_text(shown)))
        stack.enter_context(redirect_stderr(_open_text(said)))
        stack.enter_context(patch.object(sys, "argv", ["archive", *arguments]))
        stack.enter_context(patch.object(sys, "stdin", _open_text(io.BytesIO(answers.encode()))))
        stack.enter_context(_logging_restored())
        try:
            main()
        except SystemExit as ended:
            status = ended.code
    status = status if isinstance(status, int) else int(status is not None)
    return subprocess.CompletedProcess(
        ["archive", *arguments], status, shown.getvalue().decode(), said.getvalue().decode()
    )


@contextmanager
def _logging_restored() -> Iterator[None]:
    """Undo what a command does to the logs, whose levels and handlers belong to its process."""
    loggers = [logging.getLogger(name) for name in ("mkdocs", LOG_NAME)]
    before = [(logger.level, list(logger.handlers)) for logger in loggers]
    try:
        yield
    finally:
        for logger, (level, handlers) in zip(loggers, before, strict=True):
            logger.setLevel(level)
            logger.handlers[:] = handlers


def _open_text(stream: io.BytesIO) -> io.TextIOWrapper:
    # As a stream of a process, which has a buffer of bytes below it, and which nobody closes.
    return _Stream(stream, encoding="utf-8", write_through=True)


class _Stream(io.TextIOWrapper):
    def close(self) -> None:
        """Leave what was written."""
