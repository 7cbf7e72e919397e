"""A problem in the content: where it is, what is wrong and how to mend it; and what a check objects to in a value."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs: an error keeps the site from being built, a warning does not."""

    ERROR = "エラー"
    WARNING = "注意"


@dataclass(frozen=True, order=True)
class Problem:
    """One problem. ``line`` and ``column`` count from 1, in characters; message and remedy are Japanese."""

    file: str
    line: int
    column: int
    message: str
    remedy: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Return the problem as a clerk and an editor read it."""
        return f"{self.file}:{self.line}:{self.column}: {self.severity}: {self.message}\n    → {self.remedy}"


@dataclass(frozen=True)
class Objection:
    """What is wrong at ``path`` of a value, whatever the file and the line that say it.

    Where an open question stands above that line, one that is ``answered_by_a_question`` is told by the question.
    """

    path: tuple[str | int, ...]
    message: str
    remedy: str
    severity: Severity = Severity.ERROR
    answered_by_a_question: bool = False


def has_errors(problems: tuple[Problem, ...]) -> bool:
    """Tell whether any of ``problems`` is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)
