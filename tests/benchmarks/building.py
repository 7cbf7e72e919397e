"""Builds the site of a corpus with the clerk's own command and times it; what is built already is used again."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from tests.benchmarks.corpus import CONTENT, write_corpus

ROOT: Final = Path(__file__).parents[2]
_CONFIG: Final = """\
INHERIT: {root}/site_config.yml
docs_dir: {content}
theme:
  custom_dir: {root}/theme
watch: []
"""
_INDEX_BEGINS: Final = "検索の索引を作っています…"
_INDEX_ENDS: Final = "確かめました"
_MAKERS: Final = ("corpus", "drafting", "facts", "printing", "vocabulary", "wording")


class FailedError(Exception):
    """Something that is measured did not work. The message says what."""


@dataclass(frozen=True)
class Seconds:
    """How long a build took, and of that the index with its proof."""

    build: float
    index: float


@dataclass(frozen=True)
class Built:
    """The site of a corpus, and the content it is made of."""

    size: int
    content: Path
    site: Path
    seconds: Seconds


def say(words: str) -> None:
    """Tell on stderr how far the measurement is."""
    print(f"{time.strftime('%H:%M:%S')} {words}", file=sys.stderr, flush=True)  # noqa: T201 - a command talks to its user


def corpus(folder: Path, size: int) -> Path:
    """Return the content folder of ``size`` consultations in ``folder``, made anew where its makings have changed."""
    content = folder / "content"
    makers = [Path(__file__).with_name(f"{module}.py") for module in _MAKERS]
    if not _is_current(folder / "content.json", print_of((*makers, CONTENT))):
        say(f"{size}: writing the corpus")
        write_corpus(content, size)
        keep_seconds(folder / "content.json", print_of((*makers, CONTENT)), Seconds(0, 0))
    return content


def build(folder: Path, size: int) -> Built:
    """Return the site of ``size`` consultations, kept in ``folder``. Raises FailedError."""
    content = corpus(folder, size)
    site, note = folder / "site", folder / "site.json"
    makings = print_of((content, ROOT / "generator", ROOT / "theme", ROOT / "site_config.yml"))
    if not (site.is_dir() and _is_current(note, makings)):
        note.unlink(missing_ok=True)
        shutil.rmtree(site, ignore_errors=True)
        config = folder / "site_config.yml"
        config.write_text(_CONFIG.format(root=ROOT.as_posix(), content=content.resolve().as_posix()), encoding="utf-8")
        keep_seconds(note, makings, _run(size, config, site))
    return Built(size, content, site, Seconds(**json.loads(note.read_text(encoding="utf-8"))["seconds"]))


def _run(size: int, config: Path, site: Path) -> Seconds:
    command = shutil.which("archive", path=str(Path(sys.executable).parent))
    if command is None:
        message = "there is no command `archive` beside this Python"
        raise FailedError(message)
    say(f"{size}: building the site")
    started = time.monotonic()
    begins = ends = 0.0
    arguments = [command, "build", "--config", str(config), "--site-dir", str(site)]
    environment = os.environ | {"PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
    last: list[str] = []
    with subprocess.Popen(  # noqa: S603 - the arguments are our own
        arguments, cwd=ROOT, env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, encoding="utf-8"
    ) as process:
        for line in process.stderr or ():
            now = time.monotonic()
            begins = now if _INDEX_BEGINS in line else begins
            ends = now if _INDEX_ENDS in line and begins else ends
            last = [*last[-9:], line]
    if process.returncode != 0 or not ends:
        message = f"archive build ended with status {process.returncode}:\n{''.join(last)}"
        raise FailedError(message)
    return Seconds(build=time.monotonic() - started, index=ends - begins)


def print_of(paths: Iterable[Path]) -> str:
    """Return a fingerprint of the files ``paths`` and of everything in those that are folders."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
        for file in files:
            if "__pycache__" not in file.parts:
                digest.update(file.name.encode())
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def kept_seconds(note: Path, makings: str) -> Seconds | None:
    """Return the time that ``note`` keeps of something made of ``makings``, or None where it is of others."""
    return Seconds(**json.loads(note.read_text(encoding="utf-8"))["seconds"]) if _is_current(note, makings) else None


def _is_current(note: Path, makings: str) -> bool:
    return note.is_file() and json.loads(note.read_text(encoding="utf-8"))["makings"] == makings


def keep_seconds(note: Path, makings: str, seconds: Seconds) -> None:
    """Write to ``note`` that something made of ``makings`` took ``seconds``."""
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(json.dumps({"makings": makings, "seconds": asdict(seconds)}), encoding="utf-8")
