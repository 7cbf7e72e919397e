"""From readings to drafts: every consultation in them, drafted or refused."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from generator.archive.names import Names
from generator.archive.number_lines import consultation_number
from generator.importer.document.cutting import Document, cut
from generator.importer.draft import Draft, RefusedError, draft
from generator.importer.files.reading import LeftOut, Reading

TWICE: Final = "諮問第{number}号が2回あります。1回目だけを読み取りました。"


@dataclass(frozen=True)
class Drafted:
    """A document and its draft, or why there is none (Japanese)."""

    document: Document
    number: int | None
    draft: Draft | None = None
    reason: str = ""


@dataclass(frozen=True)
class Drafts:
    """Everything that was read: the documents, what belongs to none of them, and what the readers noticed."""

    drafted: tuple[Drafted, ...]
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()

    def only(self, numbers: set[int | None]) -> "Drafts":
        """Return the drafts of the consultations with these ``numbers``."""
        return replace(self, drafted=tuple(each for each in self.drafted if each.number in numbers))


def draft_all(readings: Iterable[Reading], names: Names, done: Callable[[int], None] = lambda _count: None) -> Drafts:
    """Draft every consultation in ``readings``; ``done`` is told, after each, how many are done."""
    readings = tuple(readings)
    pieces = cut(readings)
    drafted: list[Drafted] = []
    for document in pieces.documents:
        drafted.append(_drafted(document, names, {each.number for each in drafted if each.draft}))
        done(len(drafted))
    left_out = (*(left for reading in readings for left in reading.left_out), *pieces.left_out)
    notes = tuple(f"{reading.file}: {note}" for reading in readings for note in reading.notes)
    return Drafts(tuple(drafted), left_out, notes)


def _drafted(document: Document, names: Names, seen: set[int | None]) -> Drafted:
    number = consultation_number(document.number_line.text) if document.number_line else None
    if number in seen:
        return Drafted(document, number, reason=TWICE.format(number=number))
    try:
        return Drafted(document, number, draft(document, names))
    except RefusedError as refusal:
        return Drafted(document, number, reason=str(refusal))
