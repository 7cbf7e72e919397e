"""The preview follows what a clerk edits, survives mistakes, and ends without a fuss."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from tests.commands import BIN, ENVIRONMENT
from tests.publishing import copy_site

# Within this many seconds an edit is to be seen. The preview itself needs one or two, a busy machine more.
SOON: Final = 5 * (3 if os.environ.get("PYTEST_XDIST_WORKER") else 1)
BUILT: Final = 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a small site, with its configuration and content."""
    return copy_site("mihon", tmp_path).parent


def wait_for(url: str, words: str, seconds: float) -> str:
    """Ask for a page until it holds ``words``, and return it."""
    deadline = time.monotonic() + seconds
    page = ""
    while words not in page:
        assert time.monotonic() < deadline, f"{url} does not say {words!r} after {seconds} s: {page[-2000:]}"
        try:
            with urllib.request.urlopen(url, timeout=seconds) as response:  # noqa: S310 - our own server
                page = response.read().decode()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    return page


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


@contextmanager
def serving(folder: Path, *command: str) -> Iterator[str]:
    """The address of a preview, which is ended as a clerk ends it: with Ctrl+C."""
    host = f"127.0.0.1:{free_port()}"
    arguments = [str(BIN / command[0]), *command[1:], host]
    log = folder / "log.txt"
    with (
        log.open("w", encoding="utf-8") as output,
        subprocess.Popen(arguments, cwd=folder, env=ENVIRONMENT, stdout=output, stderr=output) as process,  # noqa: S603
    ):
        try:
            wait_for(f"http://{host}/mihon/", "見本区", BUILT)
            yield f"http://{host}/mihon/"
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(BUILT)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
    assert "Traceback" not in log.read_text(encoding="utf-8")


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    "command",
    [("archive", "serve", "--address"), ("mkdocs", "serve", "-f", "site_config.yml", "-a")],
    ids=["archive", "mkdocs"],
)
def test_the_preview_follows_every_edit(folder: Path, command: tuple[str, ...]) -> None:
    theme = folder.parents[2] / "theme"
    with serving(folder, *command) as site:
        edit(folder / "content/sources/2023-05-12.txt", "案内の発送", "案内の送付")
        edit(folder / "content/consultations/14.yml", "案内の発送", "案内の送付")
        wait_for(f"{site}consultations/14/", "（案内の", BUILT)
        assert "送付" in wait_for(f"{site}consultations/14/", "送付", SOON)
        edit(theme / "pages/consultation.html", "ひと目でわかる内容", "一目で分かる内容")
        wait_for(f"{site}consultations/14/", "一目で分かる内容", SOON)
        edit(theme / "assets/stylesheets/frame.css", ":root {", ":root { --edited: 1;")
        wait_for(f"{site}assets/stylesheets/frame.css", "--edited", SOON)


def wait_for_log(folder: Path, words: str) -> None:
    deadline = time.monotonic() + SOON
    while words not in (folder / "log.txt").read_text(encoding="utf-8"):
        assert time.monotonic() < deadline, f"{words} is not told"
        time.sleep(0.05)


def test_the_preview_survives_a_mistake_and_shows_its_repair(folder: Path) -> None:
    file = folder / "content/consultations/14.yml"
    with serving(folder, "archive", "serve", "--address") as site:
        edit(file, "state: 未定", "state: 未決")
        wait_for_log(folder, "未決")
        (folder / "content/memo.md").write_text("# 内線1234\n", encoding="utf-8")
        edit(file, "state: 未決", "state: 未定")
        wait_for_log(folder, "content/memo.md:1:1: エラー")
        (folder / "content/memo.md").unlink()
        edit(folder.parents[2] / "theme/pages/missing.html", "諮問", "諮問")
        edit(folder / "content/about.md", "見本区の審議会", "見本区のみなさん")
        wait_for(f"{site}about/", "見本区のみなさん", SOON)
