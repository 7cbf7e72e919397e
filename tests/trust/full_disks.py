"""A disk that fills up, or cannot be written: the published site is whole, and success is never claimed without a site.

A disk of a given size is a tmpfs in name spaces of its own (unshare of util-linux, on Linux): no rights are needed
where the kernel lets users have such, as on most systems and in many containers. The short form limits the size of
single files instead, which needs nothing.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from tests.commands import BIN, ENVIRONMENT
from tests.publishing import ROOT
from tests.trust.archives import BUILD, NOT_RENEWED, PublishedArchive, publish_archive, read_folder
from tests.trust.promise import Form, NotTriedError, Promise, Trial

_SIZES: Final = 12
_MARGIN: Final = 1.3
# Kilobytes that a file may have, as `ulimit -f` takes them: less than the largest files of a site.
_FILE_SIZES: Final = (0, 8, 40, 60)
_IN_A_DISK: Final = (
    'mount -t tmpfs -o "size=$1" disk "$2" && cp -a "$3/site" "$2/site" && if [ "$4" = ro ]; then '
    'mount -o remount,ro "$2"; fi && { "$5" build --strict --site-dir "$2/site"; echo $? > "$3/status"; '
    'cp -a "$2/site" "$3/after"; rm -rf "$2/.site.archive/previous" "$3/.left"; ls -A "$2/.site.archive" > "$3/left"; }'
)


def _trials(form: Form) -> Iterator[Trial]:
    if form is Form.SHORT:
        for kilobytes in _FILE_SIZES:
            yield Trial(f"files of at most {kilobytes} kB", partial(_limit_files, kilobytes=kilobytes))
        return
    for number in range(1, _SIZES + 1):
        yield Trial(
            f"a disk with {number} of {_SIZES} parts of the room it needs", partial(_fill, part=number / _SIZES)
        )
    yield Trial("a disk that cannot be written", partial(_fill, part=2, mode="ro"))
    yield Trial("a disk with room enough", partial(_fill, part=2, is_enough=True))


def _fill(folder: Path, part: float, mode: str = "rw", *, is_enough: bool = False) -> str:
    if shutil.which("unshare") is None or not _can_mount():
        message = "a disk of a given size needs unshare and the right to mount in a name space of one's own"
        raise NotTriedError(message)
    archive = publish_archive(folder)
    (folder / "disk").mkdir()
    size = _measure(archive.site)
    room = int(size + part * size * _MARGIN)
    arguments = [str(room), str(folder / "disk"), str(folder), mode, str(BIN / "archive")]
    built = subprocess.run(  # noqa: S603 - our own script
        ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", _IN_A_DISK, "sh", *arguments],  # noqa: S607
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    if not (folder / "status").exists():
        return f"the disk was not made: {built.stderr}"
    status = int((folder / "status").read_text(encoding="ascii"))
    if is_enough and status != 0:
        return f"there was room enough: {built.stderr}"
    return _find_fault(archive, status, built.stderr, read_folder(folder / "after"))


def _limit_files(folder: Path, kilobytes: int) -> str:
    archive = publish_archive(folder)
    program = (
        "import resource, sys; from generator.cli.main import main; "
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({kilobytes * 1000}, {kilobytes * 1000})); "
        "sys.argv = ['archive', 'build', '--strict']; main()"
    )
    built = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program],
        cwd=folder,
        env=ENVIRONMENT | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    return _find_fault(archive, built.returncode, built.stderr, archive.read()) or archive.find_fault_after()


def _find_fault(archive: PublishedArchive, status: int, said: str, after: dict[str, bytes]) -> str:
    if status != 0:
        if after != archive.before:
            return "what was published is not what it was"
        return "" if NOT_RENEWED in said and "Traceback" not in said else f"the message is not as it should be: {said}"
    archive.build(*BUILD, "--site-dir", str(archive.folder / "elsewhere"))
    expected = read_folder(archive.folder / "elsewhere")
    return "" if after == expected else f"the build says it has succeeded, and what is published is not whole: {said}"


def _can_mount() -> bool:
    tried = subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "disk", "/mnt"],  # noqa: S607
        capture_output=True,
        check=False,
    )
    return tried.returncode == 0


def _measure(folder: Path) -> int:
    """Return how many bytes the files of ``folder`` take in pages of 4,096 bytes."""
    page = 4096
    return sum(page + -(-path.stat().st_size // page) * page for path in folder.rglob("*"))


PROMISE: Final = Promise("A full disk or one that cannot be written takes nothing down", _trials)
