"""Open questions in a file: a comment line above the line that it is about, until a person has answered it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import yaml

# How a question is written. It is also read where a person has retyped it in another width.
DOUBT: Final = "# 要確認: "

_DOUBT: Final = re.compile(r"\s*#+\s*要確認\s*[:：]\s*(.*?)\s*")
_HELD_FACT: Final = re.compile(r"\s*#\s+(?:- |[a-z_]+:(?:\s|$))")
_COMMENT_OR_BLANK: Final = re.compile(r"\s*(#.*)?")


@dataclass(frozen=True)
class Doubt:
    """An open question: the line of its comment, the line that it is about, and its first line's words.

    Lines, and the ``column`` of the comment, count from 1. ``holds`` tells that the lines below it are facts that are
    commented out until it is settled.
    """

    line: int
    about: int
    message: str
    column: int = 1
    holds: bool = False


def doubts_in(text: str) -> tuple[Doubt, ...]:
    """Return the open questions in ``text``, which is YAML that can be read. Words within a value are none."""
    if "要確認" not in text:
        return ()
    lines = text.split("\n")
    inside = set(_lines_inside_values(text))
    return tuple(
        Doubt(number, _about(lines, number), match.group(1), line.index("#") + 1, _holds(lines, number))
        for number, line in enumerate(lines, start=1)
        if number not in inside and (match := _DOUBT.fullmatch(line)) is not None
    )


def _about(lines: list[str], number: int) -> int:
    """Return the first line after ``number`` that is no comment, or ``number`` itself where none comes."""
    after = enumerate(lines[number:], start=number + 1)
    return next((below for below, line in after if not _COMMENT_OR_BLANK.fullmatch(line)), number)


def _holds(lines: list[str], number: int) -> bool:
    """Tell whether the line after ``number`` is a fact that is commented out: # - 氏名, # items:, # name: …."""
    return number < len(lines) and _HELD_FACT.match(lines[number]) is not None


def _lines_inside_values(text: str) -> Iterator[int]:
    """Yield the lines that begin within a value: those of a block and of a text in quotes, but the first."""
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        start, end = event.start_mark, event.end_mark
        if isinstance(event, yaml.ScalarEvent) and start and end:
            yield from range(start.line + 2, end.line + (2 if end.column else 1))
