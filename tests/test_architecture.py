"""The house stands as drawn: the floors are kept, and linter, formatter and type checker have nothing to say."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOLS = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("lint-imports", "--no-cache", "--no-logo"), id="floors"),
        pytest.param(("ruff", "check"), id="linter"),
        pytest.param(("ruff", "format", "--check"), id="formatter"),
        pytest.param(("mypy",), id="types"),
    ],
)
def test_a_tool_has_nothing_to_say(command: tuple[str, ...]) -> None:
    name, *arguments = command
    tool = shutil.which(name, path=str(TOOLS))
    assert tool, f"{name} is not installed in {TOOLS}"
    run = subprocess.run(  # noqa: S603 - the commands stand above
        [tool, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
