"""A build that cannot be finished, for whatever reason: the published site stays, and the message and status say so."""

import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final
from unittest.mock import patch

from tests.commands import run_archive
from tests.trust.archives import NOT_RENEWED, PublishedArchive, publish_archive
from tests.trust.promise import Form, Promise, Trial

_MKDOCS: Final = ("mkdocs", "build", "--strict", "-f", "site_config.yml")


def _break_content(folder: Path) -> None:
    file = folder / "content/consultations/984.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("count: 10000", "count: 20000"), encoding="utf-8")


def _warn(folder: Path) -> None:
    file = folder / "content/consultations/975.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("departments:", "# 要確認: これでよいですか\ndepartments:"), encoding="utf-8")


def _break_template(folder: Path) -> None:
    (folder / "theme/pages/consultation.html").write_text("{{ view.no_such_thing }}", encoding="utf-8")


def _break_frame(folder: Path) -> None:
    (folder / "theme/main.html").write_text('{% extends "base.html" %}{% block content %}', encoding="utf-8")


def _break_configuration(folder: Path) -> None:
    (folder / "site_config.yml").write_text("site_name: [\n", encoding="utf-8")


def _break_link(folder: Path) -> None:
    (folder / "content/about.md").write_text("# 案内\n\n[なし](nothing.md)\n", encoding="utf-8")


def _make_folder_read_only(folder: Path) -> None:
    beside = folder / ".site.archive"
    for path in beside.iterdir():
        path.unlink()
    beside.rmdir()
    beside.write_text("a file where the folder beside must be", encoding="utf-8")


_FAULTS: Final[tuple[Callable[[Path], None], ...]] = (
    _break_content,
    _warn,
    _break_template,
    _break_frame,
    _break_configuration,
    _break_link,
    _make_folder_read_only,
)
# What stands for Pagefind: it fails, says nothing, writes half of it, is killed, or is not a program.
_PROGRAMS: Final = {
    "fails": "exit 1",
    "is silent": "exit 0",
    "writes nothing": 'mkdir -p "$4"; exit 0',
    "is killed": "kill -9 $$",
}


def _trials(form: Form) -> Iterator[Trial]:
    for fault in _FAULTS:
        name = fault.__name__.strip("_").replace("_", " ")
        yield Trial(f"archive build: {name}", partial(_fail, fault=fault))
        yield Trial(f"mkdocs build: {name}", partial(_fail_in_mkdocs, fault=fault))
    for name, script in list(_PROGRAMS.items())[:: 1 if form is Form.LONG else 2]:
        yield Trial(f"Pagefind {name}", partial(_fail_in_pagefind, script=script))


def _fail(folder: Path, fault: Callable[[Path], None]) -> str:
    archive = publish_archive(folder)
    fault(folder)
    return _find_fault(archive, archive.build(), NOT_RENEWED)


def _fail_in_mkdocs(folder: Path, fault: Callable[[Path], None]) -> str:
    archive = publish_archive(folder)
    fault(folder)
    return _find_fault(archive, archive.build(*_MKDOCS))


def _fail_in_pagefind(folder: Path, script: str) -> str:
    archive = publish_archive(folder)
    program = folder / "pagefind"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    with patch("pagefind_bin.get_executable", lambda: program):
        fault = _find_fault(archive, run_archive(folder, "build", "--strict"), NOT_RENEWED)
    return fault or archive.find_fault_after()


def _find_fault(archive: PublishedArchive, built: subprocess.CompletedProcess[str], words: str = "") -> str:
    if built.returncode == 0:
        return f"the build says it has succeeded: {built.stderr}"
    if archive.read() != archive.before:
        return "what was published is not what it was"
    if words not in built.stderr or (words and "Traceback" in built.stderr):
        return f"the message is not as it should be: {built.stderr}"
    return ""


PROMISE: Final = Promise("A build that fails changes nothing and says so", _trials)
