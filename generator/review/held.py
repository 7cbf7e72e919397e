"""The facts that a draft holds back: commented out below an open question until it is answered."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.archive.record import Record
from generator.model.consultation import Consultation
from generator.review.doubts import Question
from generator.review.draft import Draft
from generator.store.files import Stored, read_data

_COMMENTED: Final = re.compile(r"(\s*)# ")


@dataclass(frozen=True)
class Released:
    """A draft as it would be with the facts that it holds back. ``is_all`` tells that all of them can be read."""

    record: Record
    is_all: bool


def released(draft: Draft, stored: Stored[Consultation]) -> Released:
    """Return ``draft``, which is ``stored``, with the facts that it holds back."""
    held = [question for question in draft.questions or () if question.doubt.holds]
    whole = _read(_uncommented(draft.lines, held), draft.file) if held else stored
    if whole is not None:
        return Released(Record(whole), is_all=True)
    lines, readable = draft.lines, stored
    for question in held:
        more = _uncommented(lines, (question,))
        if (read := _read(more, draft.file)) is not None:
            lines, readable = more, read
    return Released(Record(readable), is_all=False)


def _uncommented(lines: tuple[str, ...], questions: Iterable[Question]) -> tuple[str, ...]:
    below = {number for question in questions for number in question.below}
    return tuple(
        _COMMENTED.sub(r"\1", line, count=1) if number in below else line for number, line in enumerate(lines, start=1)
    )


def _read(lines: tuple[str, ...], file: str) -> Stored[Consultation] | None:
    stored, _ = read_data("\n".join(lines).encode(), file, Consultation)
    return stored
