"""The open questions of a file as a clerk reads them: whole, and with the place each is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import yaml

from generator.model.consultation import Consultation
from generator.model.outline import Path
from generator.store.doubts import Doubt, doubts_in
from generator.store.files import Stored

# Ends the path of a question about something that the file does not write.
UNWRITTEN: Final = "unwritten"
_FACT: Final = re.compile(r"- |([a-z_]+):")


@dataclass(frozen=True)
class Question:
    """An open question: its own words, and the comment lines below it, such as facts that are held back.

    ``is_of_held_facts`` tells that they are: then it is not about the line below them.
    """

    doubt: Doubt
    held_back: str
    is_of_held_facts: bool


def questions_in(text: str) -> tuple[Question, ...]:
    """Return the open questions in the file's ``text``; none where it is no YAML."""
    try:
        doubts = doubts_in(text)
    except yaml.YAMLError:
        return ()
    lines = text.split("\n")
    questions: list[Question] = []
    end = len(lines) + 1
    for doubt in reversed(doubts):
        below = lines[doubt.line : (min(end, doubt.about) if doubt.about > doubt.line else end) - 1]
        held_back = _uncommented(below)
        # Of several questions in a row the facts that are held back stand below the last.
        with_next = not held_back and bool(questions) and questions[-1].doubt.line == doubt.line + 1
        is_held = questions[-1].is_of_held_facts if with_next else _FACT.match(held_back) is not None
        questions.append(Question(doubt, held_back, is_held))
        end = doubt.line
    return tuple(reversed(questions))


def path_of(question: Question, stored: Stored[Consultation], lines: Sequence[str]) -> Path:
    """Return the path of what ``question`` is about in the file whose ``lines`` are given.

    It is what stands in the line below the question or begins under it, of several the outermost. Where facts are held
    back, or where that line is less indented, it is something that is not written in the section before it.
    """
    about = question.doubt.about
    is_less_indented = about == question.doubt.line or _indent(lines[about - 1]) < question.doubt.column - 1
    if question.is_of_held_facts or is_less_indented:
        return (*_section_before(question.doubt, stored), UNWRITTEN)
    below = [(mark.line, len(path), path) for path, mark in stored.marks.items() if mark.line >= about and path]
    return min(below, key=lambda each: each[:2])[2] if below else ()


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
