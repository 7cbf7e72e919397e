"""The open questions of a file as a clerk reads them: whole, and with the place each is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import yaml

from generator.model.consultation import Consultation
from generator.model.outline import Path
from generator.store.decode import Marks
from generator.store.doubts import Doubt, doubts_in
from generator.store.files import Stored

# Ends the path of a question about something that the file does not write.
UNWRITTEN: Final = "unwritten"
# Stands for each line of a file that is no comment, where the file itself is no YAML.
_A_LINE: Final = "-"


@dataclass(frozen=True)
class Question:
    """An open question: its own words, and the comment lines below it, such as facts that are held back.

    ``is_of_held_facts`` tells that they are: then it is not about the line below them. ``below`` are the numbers of
    the comment lines.
    """

    doubt: Doubt
    held_back: str
    is_of_held_facts: bool
    below: range


def questions_in(text: str) -> tuple[Question, ...] | None:
    """Return the open questions in the file's ``text``, or None where nobody can tell them."""
    doubts = _doubts_in(text)
    if doubts is None:
        return None
    lines = text.split("\n")
    questions: list[Question] = []
    end = len(lines) + 1
    for doubt in reversed(doubts):
        below = range(doubt.line + 1, min(end, doubt.about) if doubt.about > doubt.line else end)
        held_back = _uncommented([lines[number - 1] for number in below])
        # Of several questions in a row the facts that are held back stand below the last.
        with_next = not held_back and bool(questions) and questions[-1].doubt.line == doubt.line + 1
        is_held = questions[-1].is_of_held_facts if with_next else doubt.holds
        questions.append(Question(doubt, held_back, is_held, below))
        end = doubt.line
    return tuple(reversed(questions))


def _doubts_in(text: str) -> tuple[Doubt, ...] | None:
    """Return the doubts in ``text``; of what is no YAML those among the lines that are comments."""
    if not text.strip():
        return None
    comments = (line if not line.strip() or line.lstrip().startswith("#") else _A_LINE for line in text.split("\n"))
    for read in (text, "\n".join(comments)):
        try:
            return doubts_in(read)
        except yaml.YAMLError:
            continue
    return None


def path_of(question: Question, stored: Stored[Consultation], lines: Sequence[str]) -> Path:
    """Return the path of what ``question`` is about in the file whose ``lines`` are given.

    It is what stands in the line below the question or begins under it, of several the outermost. Where facts are held
    back, or where that line is less indented, it is something that is not written in the section before it.
    """
    if question.is_of_held_facts or ends_what_is_above(question.doubt, lines):
        return (*_section_before(question.doubt, stored), UNWRITTEN)
    return path_below(question.doubt, stored.marks, lines)


def ends_what_is_above(doubt: Doubt, lines: Sequence[str]) -> bool:
    """Tell whether ``doubt`` stands at the end of what the lines above it write, not above something of its own."""
    return doubt.about == doubt.line or _indent(lines[doubt.about - 1]) < doubt.column - 1


def path_below(doubt: Doubt, marks: Marks, lines: Sequence[str]) -> Path:
    """Return the path of what stands in the line that ``doubt`` is about or begins under it, of several the outermost.

    What begins with 「- 」 is an entry of a list, not the list, whose first entry it may be.
    """
    is_entry = lines[doubt.about - 1].lstrip().startswith("- ")
    below = [
        (mark.line, len(path), path)
        for path, mark in marks.items()
        if mark.line >= doubt.about and path and not (is_entry and mark.line == doubt.about and not _is_in_list(path))
    ]
    return min(below, key=lambda each: each[:2])[2] if below else ()


def _is_in_list(path: Path) -> bool:
    return isinstance(path[-1], int)


def _section_before(doubt: Doubt, stored: Stored[Consultation]) -> Path:
    above = [
        (mark.line, path)
        for path, mark in stored.marks.items()
        if path[-2:-1] == ("sections",) and mark.line < doubt.line and mark.column <= doubt.column
    ]
    return max(above, key=lambda each: each[0])[1] if above else ()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _uncommented(lines: list[str]) -> str:
    comments = [line.strip().lstrip("#") for line in lines if line.strip()]
    indent = min((_indent(comment) for comment in comments if comment.strip()), default=0)
    return "\n".join(comment[indent:] for comment in comments)
