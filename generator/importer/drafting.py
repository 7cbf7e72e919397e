"""From readings to drafts: every consultation in them, drafted or refused."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from generator.archive.names import Names
from generator.importer.document.cutting import Document, cut
from generator.importer.draft import Draft, RefusedError, draft
from generator.importer.files.reading import LeftOut, Reading

TWICE: Final = "諮問第{number}号は {first} にもあったので、{file} のものは使っていません。"
TWICE_IN_ONE: Final = "諮問第{number}号は {file} の中に2回あったので、後のものは使っていません。"
GOES_ON: Final = "{file} には「諮問第…号」の行がないので、諮問第{number}号の続き（別紙など）として読みました。"


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
        before = next((each for each in drafted if each.draft and each.number == document.number), None)
        drafted.append(_twice(document, before) if before else _drafted(document, names))
        done(len(drafted))
    of_pages = (replace(left, file=reading.file) for reading in readings for left in reading.left_out)
    left_out = (*of_pages, *pieces.left_out)
    notes = tuple(f"{reading.file}: {note}" for reading in readings for note in reading.notes)
    return Drafts(tuple(drafted), left_out, (*_going_on(pieces.documents), *notes))


def _going_on(documents: Iterable[Document]) -> Iterator[str]:
    """Yield a note for each file that begins no document of its own."""
    documents = tuple(documents)
    beginning = {document.files[0] for document in documents}
    for document in documents:
        for file in document.files[1:]:
            if file not in beginning and document.number is not None:
                yield GOES_ON.format(file=file, number=document.number)


def _twice(document: Document, before: Drafted) -> Drafted:
    first, file = before.document.files[0], document.files[0]
    told = TWICE_IN_ONE if first == file else TWICE
    reason = told.format(number=document.number, first=first, file=file)
    return Drafted(document, document.number, reason=reason)


def _drafted(document: Document, names: Names) -> Drafted:
    try:
        return Drafted(document, document.number, draft(document, names))
    except RefusedError as refusal:
        return Drafted(document, document.number, reason=str(refusal))
