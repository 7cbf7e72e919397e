"""A clerk's mistake is told where it was made, in Japanese, with a remedy, and nothing else is told."""

import re
import subprocess
import sys
from pathlib import Path
from shutil import copyfile, copytree

import pytest

from generator.archive.loading import load
from generator.problems import Severity
from tests.archive.broken import BROKEN, CASES, FROZEN, broken_content, edited_files, expected
from tests.commands import run_archive

# One for each way in which a file can be refused.
CHECKED_BY_COMMAND = [
    "alias-bomb",
    "character-altered",
    "deep-nesting",
    "duplicate-key",
    "item-misspelt",
    "line-of-a-megabyte",
    "nul-byte",
    "registry-missing",
    "shift-jis",
    "source-missing",
    "tag",
    "utf-16",
]
# Small or large, these files are made to keep a reader busy or to fill its memory.
ATTACKS = ["alias-bomb", "deep-nesting", "deep-nesting-unclosed", "file-of-two-megabytes", "line-of-a-megabyte"]


@pytest.mark.parametrize("case", CASES)
def test_just_the_mistake_is_told(case: str, tmp_path: Path) -> None:
    wanted = expected(case)
    found = load(broken_content(case, tmp_path)).problems
    places = [(problem.file, problem.line, problem.column, problem.severity) for problem in found]
    assert places == [problem.place for problem in wanted], "\n".join(map(str, found))
    for problem, told in zip(found, wanted, strict=True):
        assert told.told_by(problem), str(problem)


@pytest.mark.parametrize("case", CASES)
def test_a_case_changes_every_file_that_it_names(case: str, tmp_path: Path) -> None:
    content = broken_content(case, tmp_path)
    frozen, broken = ({file: _bytes(folder / file) for file in edited_files(case)} for folder in (FROZEN, content))
    assert [file for file in frozen if frozen[file] == broken[file]] == []


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def test_the_frozen_archive_has_no_problem(tmp_path: Path) -> None:
    assert load(FROZEN).problems == ()
    copy = copytree(FROZEN, tmp_path / "content")
    for variant in (BROKEN / "variants").iterdir():
        number, _, _ = variant.name.partition("-")
        copyfile(variant, copy / "consultations" / f"{number}.yml")
        assert load(copy).problems == (), variant.name


def calls_of(content: Path) -> int:
    """How many functions are called to load ``content``."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        load(content)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("case", ATTACKS)
def test_no_file_keeps_the_check_busy(case: str, tmp_path: Path) -> None:
    assert calls_of(broken_content(case, tmp_path)) < 1.5 * calls_of(FROZEN)


def check(content: Path) -> subprocess.CompletedProcess[str]:
    """Run ``archive check`` as a clerk does."""
    return run_archive(content.parent, "check", "--content", str(content))


@pytest.mark.parametrize("case", CHECKED_BY_COMMAND)
def test_the_command_fails_and_names_file_line_and_column(case: str, tmp_path: Path) -> None:
    done = check(broken_content(case, tmp_path))
    assert done.returncode == 1
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    told = re.findall(r"^(content/[^:\n]+):([0-9]+):([0-9]+): エラー: ", done.stderr, re.MULTILINE)
    assert told == [(file, str(line), str(column)) for file, line, column, _ in (each.place for each in expected(case))]
    assert f"エラー{len(told)}件" in done.stderr


def test_a_warning_is_told_and_the_command_succeeds(tmp_path: Path) -> None:
    (told,) = expected("item-forgotten")
    assert told.severity is Severity.WARNING
    done = check(broken_content("item-forgotten", tmp_path))
    assert done.returncode == 0
    assert f"content/{told.file}:{told.line}:{told.column}: 注意: " in done.stderr


def test_the_real_content_has_no_problem(content: Path) -> None:
    done = check(content)
    assert done.returncode == 0
    assert "諮問11件を調べました。問題はありません。" in done.stderr


@pytest.mark.parametrize("folders", [[], ["consultations", "sources"]])
def test_a_folder_without_content_is_told_file_by_file(folders: list[str], tmp_path: Path) -> None:
    for folder in folders:
        (tmp_path / folder).mkdir()
    problems = load(tmp_path).problems
    wanted = ["articles.yml", "consultations", "counterparties.yml", "departments.yml", "items.yml", "subjects.yml"]
    assert [problem.file for problem in problems] == [f"{tmp_path.name}/{name}" for name in wanted]


def test_a_folder_that_is_not_there_ends_the_command(tmp_path: Path) -> None:
    done = check(tmp_path / "content")
    assert done.returncode == 2
    assert "ありません" in done.stderr
    assert "Traceback" not in done.stderr
