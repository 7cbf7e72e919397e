"""The open questions of a file as a clerk reads them: whole, with the place of each, and with the facts held back."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import yaml

from generator.archive.record import Record
from generator.model.consultation import Consultation
from generator.model.outline import Path
from generator.store.decode import Marks
from generator.store.doubts import Doubt, doubts_in
from generator.store.files import Stored, read_data

# Ends the path of a question about something that the file does not write.
UNWRITTEN: Final = "unwritten"
_COMMENTED: Final = re.compile(r"(\s*)# ")
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


@dataclass(frozen=True)
class Released:
    """A consultation as it would be with the facts that its file holds back, and whether all of them can be read."""

    record: Record
    is_all: bool


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
        return (*path_above(question.doubt, stored.marks, _is_section), UNWRITTEN)
    return path_below(question.doubt, stored.marks, lines)


def ends_what_is_above(doubt: Doubt, lines: Sequence[str]) -> bool:
    """Tell whether ``doubt`` stands at the end of what the lines above it write, not above something of its own."""
    return doubt.about == doubt.line or _indent(lines[doubt.about - 1]) < doubt.column - 1


def path_below(doubt: Doubt, marks: Marks, lines: Sequence[str]) -> Path:
    """Return the path of what stands in the line that ``doubt`` is about or begins under it, of several the outermost.

    What begins with 「- 」 is an entry of a list, not the list, whose first entry it may be.
    """
    names_entry = lines[doubt.about - 1].lstrip().startswith("- ")
    below = [
        (mark.line, len(path), path)
        for path, mark in marks.items()
        if mark.line >= doubt.about and path and not (names_entry and mark.line == doubt.about and not is_entry(path))
    ]
    return min(below, key=lambda each: each[:2])[2] if below else ()


def path_above(doubt: Doubt, marks: Marks, is_wanted: Callable[[Path], bool]) -> Path:
    """Return the innermost path before ``doubt`` that ``is_wanted`` and no less indented than it is."""
    above = [
        (mark.line, len(path), path)
        for path, mark in marks.items()
        if path and mark.line < doubt.line and mark.column <= doubt.column and is_wanted(path)
    ]
    return max(above, key=lambda each: each[:2])[2] if above else ()


def is_entry(path: Path) -> bool:
    """Tell whether ``path`` is that of an entry of a list."""
    return isinstance(path[-1], int)


def _is_section(path: Path) -> bool:
    return path[-2:-1] == ("sections",)


def release(stored: Stored[Consultation], lines: Sequence[str], questions: Sequence[Question]) -> Released:
    """Return what is ``stored`` in a file of these ``lines``, with the facts that ``questions`` hold back."""
    held = [question for question in questions if question.doubt.holds]
    whole = _read(_without_comments(lines, held), stored.file) if held else stored.value
    if whole is not None:
        return Released(Record(whole), is_all=True)
    consultation = stored.value
    for question in held:
        more = _without_comments(lines, (question,))
        if (read := _read(more, stored.file)) is not None:
            lines, consultation = more, read
    return Released(Record(consultation), is_all=False)


def _without_comments(lines: Sequence[str], questions: Iterable[Question]) -> tuple[str, ...]:
    below = {number for question in questions for number in question.below}
    return tuple(
        _COMMENTED.sub(r"\1", line, count=1) if number in below else line for number, line in enumerate(lines, start=1)
    )


def _read(lines: Sequence[str], file: str) -> Consultation | None:
    stored, _ = read_data("\n".join(lines).encode(), file, Consultation)
    return stored.value if stored else None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _uncommented(lines: list[str]) -> str:
    comments = [line.strip().lstrip("#") for line in lines if line.strip()]
    indent = min((_indent(comment) for comment in comments if comment.strip()), default=0)
    return "\n".join(comment[indent:] for comment in comments)
