"""An import is killed at any moment, and what it was to write is written, all of it or none."""

import random
import signal
import sys
import time
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.commands import run_archive
from tests.disk.failing import watched_disk
from tests.trust.imports import QUESTIONS, OpenImport, open_import
from tests.trust.promise import Form, Promise, Trial

_ENDINGS: Final = {Form.SHORT: 2, Form.LONG: 10}
_MOMENTS: Final = {Form.SHORT: 4, Form.LONG: 50}


def _trials(form: Form) -> Iterator[Trial]:
    count = _MOMENTS[form]
    for number in range(count):
        # Spread over the whole of it; where in its part, chance decides, the same each time.
        part = (number + random.Random(number).random()) / count  # noqa: S311 - no secret
        # Every other at a step of the writing, which is over in a moment.
        if number % 2:
            yield Trial(
                f"import, kill -9 after {part:.0%} of the steps of its writing", partial(_kill_at_step, part=part)
            )
        else:
            yield Trial(f"import, kill -9 after {part:.0%} of its time", partial(_kill_in_time, part=part))

    for number in range(_ENDINGS[form]):
        part, how = (number + 0.5) / _ENDINGS[form], (signal.SIGINT, signal.SIGTERM)[number % 2]
        yield Trial(f"import, {how.name} after {part:.0%} of its steps", partial(_end_at_step, part=part, how=how))


def _kill_at_step(folder: Path, part: float) -> str:
    return _kill(open_import(folder), _ended_at(part, signal.SIGKILL), None)


def _end_at_step(folder: Path, part: float, how: signal.Signals) -> str:
    archive = open_import(folder)
    before, after = archive.read(), _import_undisturbed()[0]
    process = archive.start(*_ended_at(part, how))
    said = process.communicate(b"y\n" * QUESTIONS, timeout=120)[1].decode()
    if archive.read() != (before if process.returncode else after):
        return f"it ends with {process.returncode}, and the files are otherwise: {said}"
    return said if "Traceback" in said else ""


def _ended_at(part: float, how: signal.Signals) -> tuple[str, ...]:
    step = 1 + int(part * _import_undisturbed()[1])
    return (sys.executable, "-m", "tests.trust.dying", how.name, str(step))


def _kill_in_time(folder: Path, part: float) -> str:
    archive = open_import(folder / "measured")
    started = time.monotonic()
    archive.start().communicate(b"y\n" * QUESTIONS, timeout=120)
    return _kill(open_import(folder / "killed"), (), part * (time.monotonic() - started))


def _kill(archive: OpenImport, program: tuple[str, ...], seconds: float | None) -> str:
    before, after = archive.read(), _import_undisturbed()[0]
    process = archive.start(*program)
    if process.stdin is not None:
        process.stdin.write(b"y\n" * QUESTIONS)
        process.stdin.flush()
    if seconds is None:
        process.communicate(timeout=120)
    else:
        time.sleep(seconds)
        process.kill()
        process.communicate(timeout=120)
    checked = run_archive(archive.folder, "check")
    if "件を調べました。" not in checked.stderr:
        return f"the next check does not look at the content: {checked.stderr}"
    held = archive.read()
    if held not in (before, after):
        return f"neither old nor new: {_list_differing(held, before)} and {_list_differing(held, after)} are other"
    again = archive.import_at_once()
    if archive.read() != after:
        return f"the next import does not bring what the first was to: {again.stderr}"
    return ""


def _list_differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


@cache
def _import_undisturbed() -> tuple[dict[str, bytes], int]:
    """Return what the content holds after an import that nothing disturbs, and how often that changes the disk."""
    steps = [0]
    with TemporaryDirectory() as folder:
        archive = open_import(Path(folder))
        with watched_disk(steps.append):
            imported = archive.import_at_once()
        if imported.returncode != 0:
            message = f"the import does not succeed: {imported.stderr}"
            raise RuntimeError(message)
        return archive.read(), steps[-1]


PROMISE: Final = Promise("An import is one act, also when it is killed", _trials)
