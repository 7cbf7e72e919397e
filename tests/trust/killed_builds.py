"""A build is killed, ended or interrupted at any moment, and the published site is whole, the old one or the new."""

import random
import signal
import subprocess
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from tests.trust.archives import BUILD, NOT_RENEWED, PublishedArchive, publish_archive
from tests.trust.promise import Form, Promise, Trial

_COMMANDS: Final = (BUILD, ("mkdocs", "build", "-q", "-f", "site_config.yml"))
_SIGNALS: Final = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
_MOMENTS: Final = {Form.SHORT: 3, Form.LONG: 50}


def _trials(form: Form) -> Iterator[Trial]:
    count = _MOMENTS[form]
    for number in range(count):
        # Spread over the whole build; where in its part of it, chance decides, the same each time.
        part = (number + random.Random(number).random()) / count  # noqa: S311 - no secret
        command, kill = _COMMANDS[number % len(_COMMANDS)], _SIGNALS[number % len(_SIGNALS)]
        yield Trial(
            f"{command[0]} build, {kill.name} after {part:.0%} of it",
            partial(_kill, command=command, kill=kill, part=part),
        )


def _kill(folder: Path, command: tuple[str, ...], kill: signal.Signals, part: float) -> str:
    archive = publish_archive(folder)
    process, said = _start_and_kill(archive, command, kill, part)
    published = archive.read()
    if process.returncode == 0:
        if published == archive.before:
            return "the build says it has succeeded, and has published nothing"
    elif kill is not signal.SIGKILL and command is BUILD and NOT_RENEWED in said and published != archive.before:
        return "the build says it has not published anything, and has"
    fault = archive.find_fault_after()
    if not fault and published not in (archive.before, archive.read()):
        return "what is published is neither the old site nor the new one"
    return fault


def _start_and_kill(
    archive: PublishedArchive, command: tuple[str, ...], kill: signal.Signals, part: float
) -> tuple[subprocess.Popen[str], str]:
    seconds = _measure(archive, command)
    process = archive.start(*command)
    time.sleep(part * seconds)
    process.send_signal(kill)
    _, said = process.communicate(timeout=120)
    return process, said


def _measure(archive: PublishedArchive, command: tuple[str, ...]) -> float:
    """Return how long such a build takes here and now, in seconds: one that publishes elsewhere."""
    started = time.monotonic()
    archive.build(*command, "--site-dir", str(archive.folder / "elsewhere"))
    return time.monotonic() - started


PROMISE: Final = Promise("A build that is killed leaves the published site whole", _trials)
