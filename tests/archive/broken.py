"""The broken content of tests/broken: real files with one mistake, and the problems a clerk must be shown for it."""

from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile, copytree
from typing import Any

import yaml

from generator.problems import Problem, Severity

BROKEN = Path(__file__).parents[1] / "broken"
EXPECTED = "expected.yml"
CASES = sorted(folder.name for folder in BROKEN.iterdir())


@dataclass(frozen=True)
class Expected:
    """A problem that must be found; of its message and its remedy a part is enough."""

    file: str
    line: int
    column: int
    message: str
    remedy: str
    severity: Severity

    @property
    def place(self) -> tuple[str, int, int, Severity]:
        return f"content/{self.file}", self.line, self.column, self.severity

    def told_by(self, problem: Problem) -> bool:
        return self.message in problem.message and self.remedy in problem.remedy


def expected(case: str) -> list[Expected]:
    """The problems of ``case``, by file, line and column."""
    problems = [_expected(**entry) for entry in _description(case)["problems"]]
    return sorted(problems, key=lambda problem: problem.place)


def files(case: str) -> list[Path]:
    """The files of ``case`` that differ from the real ones."""
    return [path for path in (BROKEN / case).rglob("*") if path.is_file() and path.name != EXPECTED]


def broken_content(case: str, content: Path, folder: Path) -> Path:
    """A copy in ``folder`` of the real ``content`` with the mistake of ``case``."""
    copy = copytree(content, folder / "content")
    for name in _description(case).get("remove", []):
        (copy / name).unlink()
    for path in files(case):
        copyfile(path, copy / path.relative_to(BROKEN / case))
    return copy


def _expected(severity: str = Severity.ERROR, **entry: Any) -> Expected:  # noqa: ANN401 - as the file says
    return Expected(severity=Severity(severity), **entry)


def _description(case: str) -> dict[str, Any]:
    description: dict[str, Any] = yaml.safe_load((BROKEN / case / EXPECTED).read_text(encoding="utf-8"))
    return description
