"""Open questions that an importer or a clerk has left in a file: nothing is published before they are answered."""

from collections.abc import Iterator
from typing import Any, Final

from generator.problems import Problem, Severity
from generator.store.files import Stored

ANSWER: Final = "文書と見比べ、違っていれば直してから、この「# 要確認」の行を消してください。"
ANSWER_HELD: Final = (
    "名前を登録してから（または、合っていることを確かめてから）、この「# 要確認」の行を消し、"
    "その下の行は、行の初めの「# 」だけを消してください（行ごと消すと、読み取った事実がなくなります）。"
)


def check_doubts(stored: Stored[Any]) -> Iterator[Problem]:
    """Yield a warning for each open question in the file of ``stored``."""
    for doubt in stored.doubts:
        message = f"確認が済んでいません: {doubt.message}"
        remedy = ANSWER_HELD if doubt.holds else ANSWER
        yield Problem(stored.file, doubt.line, doubt.column, message, remedy, Severity.WARNING)
