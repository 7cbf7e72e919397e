"""What a reader noticed in a file and a clerk should know, each with the place it is about."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

_At = TypeVar("_At", bound=Hashable)


@dataclass(frozen=True)
class ReaderNote:
    """Something noticed: a Japanese sentence, in which 「{}」 stands for the ``words`` that differ from place to place.

    It is about the line ``number`` of ``page``, both as of a ``Line``, or about the whole page where that is 0. What
    is to be told ``once`` is one doubt in each document, at the first of its places; anything else is one at each of
    them. ``lost`` tells that something that may belong to the document is not in the blocks. ``example`` stands for
    「{first}」 where several are told together. ``file`` is named where several are read together.
    """

    message: str
    page: int = 1
    number: int = 0
    words: str = ""
    once: bool = False
    lost: bool = False
    file: str = ""
    example: str = ""

    def __str__(self) -> str:
        """Return the sentence."""
        return phrase_notes((self,))


def phrase_notes(notes: Sequence[ReaderNote]) -> str:
    """Return what ``notes``, all of one message and file, say together."""
    said = notes[0].message.replace("{}", "、".join(dict.fromkeys(note.words for note in notes)))
    said = said.replace("{first}", notes[0].example)
    return f"{notes[0].file}: {said}" if notes[0].file else said


def group_notes(placed: Iterable[tuple[_At, ReaderNote]]) -> list[tuple[_At, tuple[ReaderNote, ...]]]:
    """Return the notes that make one doubt together, each group with its place."""
    groups: dict[tuple[_At | None, str, str], tuple[_At, list[ReaderNote]]] = {}
    for at, note in placed:
        key = (None if note.once else at, note.file, note.message)
        groups.setdefault(key, (at, []))[1].append(note)
    return [(at, tuple(notes)) for at, notes in groups.values()]
