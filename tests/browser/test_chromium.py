"""A Chromium is found or installed, and where there is none to be had it is said how to get one."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Playwright

from tests.browser import chromium


def machine(own: Path) -> Any:  # noqa: ANN401 - as much of Playwright as is asked for
    """A Playwright whose own Chromium stands at ``own``, installed or not."""
    return SimpleNamespace(chromium=SimpleNamespace(executable_path=str(own)))


def program(file: Path) -> Path:
    file.write_text("#!/bin/sh\n", encoding="utf-8")
    file.chmod(0o755)
    return file


@pytest.mark.parametrize("name", chromium.NAMES)
def test_the_chromium_of_the_system_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    own = program(tmp_path / "own")
    found = program(tmp_path / name)
    assert chromium.find(machine(own)) == found


def test_else_that_of_playwright(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    own = program(tmp_path / "own")
    assert chromium.find(machine(own)) == own


def test_where_there_is_none_it_is_said_how_to_get_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(chromium.MissingChromiumError, match=r"none of chromium(?s:.)*apt-get install chromium"):
        chromium.find(machine(tmp_path / "own"))


@pytest.mark.parametrize(
    ("user", "system", "first"),
    [
        (0, "apt-get", ["apt-get", "update"]),
        (1000, "apt-get", [sys.executable, "-m"]),
        (0, "dnf", [sys.executable, "-m"]),
    ],
)
def test_root_installs_with_the_system_and_others_with_playwright(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, user: int, system: str, first: list[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: user)
    program(tmp_path / system)
    assert chromium.installations()[0][:2] == first


@pytest.mark.parametrize("failure", ["status", "missing"])
def test_an_installation_that_fails_is_told(monkeypatch: pytest.MonkeyPatch, failure: str) -> None:
    def run(command: list[str], *, check: bool) -> subprocess.CompletedProcess[str]:
        assert not check
        if failure == "missing":
            raise FileNotFoundError(2, "No such file or directory")
        return subprocess.CompletedProcess(command, 100)

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(chromium.MissingChromiumError, match=r"could not be installed(?s:.)*apt-get install chromium"):
        chromium.install()


def test_one_that_does_not_start_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, playwright: Playwright
) -> None:
    broken = program(tmp_path / "chromium")
    monkeypatch.setattr(chromium, "find", lambda _: broken)
    with pytest.raises(chromium.MissingChromiumError, match=r"chromium does not start(?s:.)*apt-get install chromium"):
        chromium.launch(playwright)


def test_this_machine_has_one(playwright: Playwright) -> None:
    assert chromium.find(playwright).is_file()
