"""The modules of the theme and of the review keep their types, as TypeScript checks them (.ci/typescript)."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.publishing import ROOT

TYPESCRIPT = Path(".ci/typescript")
COMPILER = ROOT / TYPESCRIPT / "node_modules/.bin/tsc"
FOLDERS = ("theme/assets/javascripts", "generator/review/assets")

pytestmark = pytest.mark.beyond_pip("TypeScript from npm")


def check(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Check the modules under ``folder``, the repository or a copy."""
    assert COMPILER.is_file(), f"TypeScript is not installed: npm ci --prefix {TYPESCRIPT}"
    command: list[str | Path] = [COMPILER, "--project", folder / TYPESCRIPT, *options]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=120)  # noqa: S603


def test_the_compiler_has_nothing_to_say() -> None:
    checked = check(ROOT)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert not checked.stdout


def test_every_module_is_checked() -> None:
    listed = {Path(line) for line in check(ROOT, "--listFilesOnly").stdout.splitlines()}
    assert {file for folder in FOLDERS for file in (ROOT / folder).rglob("*.js")} <= listed


@pytest.mark.parametrize(
    ("module", "words", "mistake"),
    [
        pytest.param("theme/assets/javascripts/load.js", "response.ok", "response.okay", id="theme"),
        pytest.param("theme/assets/javascripts/tokens.js", "@param {string", "@param {number", id="comment"),
        pytest.param("generator/review/assets/review.js", "status.textContent", "status.text", id="review"),
    ],
)
def test_a_mistake_is_found(tmp_path: Path, module: str, words: str, mistake: str) -> None:
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / TYPESCRIPT).mkdir(parents=True)
    shutil.copy(ROOT / TYPESCRIPT / "tsconfig.json", tmp_path / TYPESCRIPT)
    assert check(tmp_path).returncode == 0
    file = tmp_path / module
    text = file.read_text(encoding="utf-8")
    assert words in text
    file.write_text(text.replace(words, mistake, 1), encoding="utf-8")
    checked = check(tmp_path)
    assert checked.returncode != 0
    assert f"{module}(" in checked.stdout
