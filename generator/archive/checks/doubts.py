"""Open questions that an importer or a clerk has left in a file: nothing is published before they are answered."""

from collections.abc import Iterator
from typing import Any

from generator.problems import Problem, Severity
from generator.store.files import Stored


def check_doubts(stored: Stored[Any]) -> Iterator[Problem]:
    """Yield a warning for each open question in the file of ``stored``."""
    for doubt in stored.doubts:
        message = f"確認が済んでいません: {doubt.message}"
        remedy = "文書と見比べ、違っていれば直してから、この「# 要確認」の行（下に続く # の行も）を消してください。"
        yield Problem(stored.file, doubt.line, doubt.column, message, remedy, Severity.WARNING)
