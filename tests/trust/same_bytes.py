"""The same content on another day and another machine: whatever the clock, the zone, the language and the folder."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from tests.commands import BIN, ENVIRONMENT
from tests.trust.archives import BUILD, copy_archive, read_folder, read_published
from tests.trust.promise import Form, Promise, Trial

_A_DAY: Final = 86_400
_CLOCK: Final = "ELSEWHERE_SECONDS"
_BACKWARDS: Final = "ELSEWHERE_BACKWARDS"


@dataclass(frozen=True)
class Machine:
    """Where and when a build is made. ``days`` is how far its clock is ahead, ``age`` how old its files seem."""

    name: str
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: str = "archive"
    days: int = 0
    age: int = 0
    umask: int = 0o022


_TURKISH: Final = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}
_BACK: Final = {"PYTHONHASHSEED": "4", _BACKWARDS: "yes"}
_OTHERS: Final = (
    Machine("another day, zone and language", _TURKISH, folder="別の フォルダ", days=400, umask=0o077),
    Machine("other hashes, folders backwards", {**_BACK, "TZ": "America/Lima"}, age=9),
    Machine("a day before the last publication", {"PYTHONHASHSEED": "1"}, days=-3000),
    Machine("the day of the publisher's own choice", {"SOURCE_DATE_EPOCH": "1000000000"}, folder="a/b/c/d"),
    Machine("the C language, one processor", {"LC_ALL": "C", "PYTHONUTF8": "0", "RAYON_NUM_THREADS": "1"}),
    Machine("files of another year", {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo"}, age=4000, umask=0o000),
    Machine("long after", {_BACKWARDS: "yes", "LANG": "ja_JP.UTF-8"}, folder="x" * 120, days=20_000, age=30),
)
# What the long form tells apart.
_ALL_AT_ONCE: Final = Machine("all is other", _TURKISH | _BACK, folder="別の フォルダ", days=400, age=9, umask=0o077)


def _trials(form: Form) -> Iterator[Trial]:
    for machine in _OTHERS if form is Form.LONG else (_ALL_AT_ONCE,):
        yield Trial(machine.name, partial(_compare, machine=machine))


def _compare(folder: Path, machine: Machine) -> str:
    usual, other = read_published(), _build(folder, machine)
    if isinstance(other, str):
        return f"a build fails: {other}"
    differing = sorted(name for name in {*usual, *other} if usual.get(name) != other.get(name))
    return f"other bytes in {differing}" if differing else ""


def _build(above: Path, machine: Machine) -> dict[str, bytes] | str:
    """Return what a build publishes on ``machine``, or why it fails."""
    folder = above / machine.folder
    folder.mkdir(parents=True)
    copy_archive(folder)
    for path in folder.rglob("*"):
        day = path.stat().st_mtime - machine.age * _A_DAY
        os.utime(path, (day, day))
    shutil.copy(Path(__file__).with_name("elsewhere.py"), above / "sitecustomize.py")
    paths = os.pathsep.join(filter(None, (str(above), ENVIRONMENT.get("PYTHONPATH"))))
    program, *arguments = BUILD
    built = subprocess.run(  # noqa: S603 - the project's own commands
        [BIN / program, *arguments],
        cwd=folder,
        env={**ENVIRONMENT, _CLOCK: str(machine.days * _A_DAY), **machine.environment, "PYTHONPATH": paths},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
        umask=machine.umask,
    )
    return built.stderr if built.returncode else read_folder(folder / "site")


PROMISE: Final = Promise("The same content gives the same bytes on any day and machine", _trials)
