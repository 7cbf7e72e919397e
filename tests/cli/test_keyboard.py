"""What ``archive import`` asks at a terminal, and what becomes of the answers."""

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo terminals", allow_module_level=True)

import fcntl
import os
import pty
import subprocess
import termios
from pathlib import Path

from tests.cli.test_import_command import UNKNOWN, changed, everything
from tests.commands import BIN, ENVIRONMENT
from tests.importer.importing import empty_archive, import_into


@pytest.mark.parametrize(("keys", "written"), [("y\n", True), ("hoge\nはい\n", True), ("\n", False), ("\x03", False)])
def test_a_question_is_answered_at_the_keyboard(tmp_path: Path, keys: str, *, written: bool) -> None:
    content = empty_archive(tmp_path)
    import_into(content, UNKNOWN)
    before = everything(content)
    said = typed(content, keys, "--update", "--register", UNKNOWN)
    assert "書き直しますか（書き直すなら y、そのままにするなら Enter）" in said
    assert ("consultations/1120.yml" in changed(before, everything(content))) is written
    if keys == "\x03":
        assert everything(content) == before
        assert "取りやめました。" in said
    if keys.startswith("hoge"):
        assert "「y」か「n」で答えてください。" in said


def typed(content: Path, keys: str, *arguments: str | Path) -> str:
    """Run the import on a terminal of its own, type ``keys`` when it asks, and return what was shown."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(  # noqa: S603 - the project's own command
        [BIN / "archive", "import", *map(str, arguments)],
        cwd=content.parent,
        env=ENVIRONMENT,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - the terminal that Ctrl+C goes through
    )
    os.close(theirs)
    shown = ""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        shown += part.decode("utf-8", errors="replace")
        if "Enter）: " in shown and keys:
            os.write(ours, keys.encode())
            keys = ""
    os.close(ours)
    process.wait(timeout=60)
    return shown
