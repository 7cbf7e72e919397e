"""What a reader makes of a file: its lines and tables in reading order, and what it left out as the page's own."""

from collections import Counter
from dataclasses import dataclass
from typing import Final, NamedTuple

from generator.importer.files.notes import ReaderNote
from generator.model.consultation import TableRow

# Why the number of a page is left out, as a clerk is told.
PAGE_NUMBER: Final = "ページ番号"
# What is said at the place of a text that is left out, and that a person has to look at.
LEFT_OUT: Final = "{}は、REASONなので、本文に入れていません。原本と見比べてください。"
# How many characters a note shows.
_SHOWN: Final = 30


@dataclass(frozen=True)
class Line:
    """A line of text as it stands on the page, without the white space at its ends.

    ``page`` and ``number`` (the line's on its page, or in the whole file where a file has no pages) count from 1.
    ``indent`` and ``reach`` are where it begins and ends, and ``measure`` is where a full line ends here, all in ems
    from the left edge of the text; ``measure`` is 0 where the file does not tell. ``after_gap`` tells that more
    space than between the lines of a paragraph stands before it. ``ends_paragraph`` tells that the file itself ends a
    paragraph with the line. ``notes`` are those that are about it.
    """

    text: str
    page: int
    number: int
    indent: float
    reach: float
    measure: float = 0
    after_gap: bool = False
    ends_paragraph: bool = False
    notes: tuple[ReaderNote, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The text, as a table has the texts of its cells."""
        return (self.text,)


@dataclass(frozen=True)
class Grid:
    """A table whose cells the file shows; ``notes`` are those that are about it."""

    rows: tuple[TableRow, ...]
    page: int
    number: int
    notes: tuple[ReaderNote, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of the cells, row by row."""
        return tuple(cell.text for row in self.rows for cell in row.cells)


Block = Line | Grid


class FiledBlock(NamedTuple):
    """A block and the file it is from."""

    file: str
    block: Block

    @property
    def text(self) -> str:
        """The text of a line, and nothing of a table."""
        return self.block.text if isinstance(self.block, Line) else ""


@dataclass(frozen=True)
class LeftOut:
    """Text that belongs to the page and not to a document; ``reason`` says to a clerk what it was taken for.

    ``file`` is named where several are read together. ``doubtful`` tells that a person has to look whether it belongs
    to the document.
    """

    text: str
    page: int
    number: int
    reason: str
    file: str = ""
    doubtful: bool = False

    @property
    def note(self) -> ReaderNote:
        """What is said at the place where it is missing."""
        return ReaderNote(
            LEFT_OUT.replace("REASON", self.reason), self.page, self.number, f"「{self.text}」", lost=True
        )


@dataclass(frozen=True)
class Reading:
    """A file as read. Every character of it but white space is in exactly one of ``blocks`` and ``left_out``.

    ``notes`` are what the reader noticed and a clerk should know.
    """

    file: str
    blocks: tuple[Block, ...]
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[ReaderNote, ...] = ()

    @property
    def every_note(self) -> tuple[ReaderNote, ...]:
        """The notes, and one about each doubtful text that is left out."""
        return (*self.notes, *(left.note for left in self.left_out if left.doubtful))


def shorten(text: str) -> str:
    """Return the beginning of ``text``, as much as a note to a clerk shows."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def show_letters(letters: Counter[str]) -> str:
    """Return ``letters`` in order, as often as they are counted and a note to a clerk shows."""
    return shorten("".join(sorted(letters.elements())))


class UnreadableError(Exception):
    """A file cannot be read; the message says to the clerk, in Japanese, why and what to do."""
