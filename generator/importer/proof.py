"""The proof of an import: the text of a draft's file is the text of the document, or exactly what differs.

It goes by what was read before anything was left out: each line is in the file, or it is named.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from generator.archive.checks.wholeness import check_wholeness
from generator.archive.sources import SourceDocument
from generator.importer.document.cutting import Document
from generator.importer.files.notes import group_notes, phrase_notes
from generator.importer.files.reading import Block
from generator.japanese.fold import count_alike, without_space
from generator.model.consultation import Consultation
from generator.model.document import pieces
from generator.problems import Problem
from generator.store.files import Stored, read_data

_SHOWN: Final = 60


@dataclass(frozen=True)
class Proof:
    """How many characters the document has, white space apart, and each place where the file differs (Japanese).

    ``left_out`` says how many lines of its pages are not among these characters, by the reason, and ``unread`` what may
    belong to the document and is not. ``stored`` is what the file says; without it, ``problems`` say why the file could
    not be read at all.
    """

    characters: int
    differences: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    stored: Stored[Consultation] | None = None
    unread: tuple[str, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the file says just what the document says."""
        return not self.differences and not self.problems


def prove(document: Document, data: bytes) -> Proof:
    """Read ``data``, the content of a file, and compare what it says with ``document``, character for character."""
    source = "".join(map(_characters_of, document.blocks))
    unread = tuple(
        phrase_notes(group) for _, group in group_notes((None, note) for note in document.notes if note.lost)
    )
    left_out = tuple(Counter(left.reason for left in document.left_out).items())
    stored, problems = read_data(data, "", Consultation)
    if stored is None:
        return Proof(len(source), problems=problems, unread=unread, left_out=left_out)
    numbers = tuple(block.number for block in document.blocks for _ in _characters_of(block))
    whole = SourceDocument("", stored.value.number, 1, source, numbers, len(numbers))
    differs = next(check_wholeness(stored.value, whole), None) is not None
    differences = tuple(_find_differences(source, _characters_in(stored.value))) if differs else ()
    return Proof(len(source), differences, stored=stored, unread=unread, left_out=left_out)


def _characters_of(block: Block) -> str:
    return without_space("".join(block.texts))


def _characters_in(consultation: Consultation) -> str:
    return "".join(without_space(text) for piece in pieces(consultation) for text in (piece.text, *piece.cells))


def _find_differences(source: str, said: str) -> Iterator[str]:
    # What is alike at both ends is most of it, and comparing takes the square of the rest.
    start = count_alike(source, said)
    alike = count_alike(source[start:][::-1], said[start:][::-1])
    theirs, ours = source[start : len(source) - alike], said[start : len(said) - alike]
    for tag, begin, end, our_begin, our_end in SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes():
        if tag != "equal":
            before = source[max(0, start + begin - 10) : start + begin]
            missing, added = _shorten(theirs[begin:end]), _shorten(ours[our_begin:our_end])
            yield f"「…{before}」の後: 元の文書「{missing}」 ファイル「{added}」"


def _shorten(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…（{len(text)}字）"
