"""Cuts what was read into the documents of the consultations: one to each 諮問第…号."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from generator.archive.sources import consultation_number, document_number, document_starts
from generator.importer.document.noted_places import find_words_before, place_left_out, place_notes
from generator.importer.document.other_papers import (
    LEFT_OUT,
    OtherPaper,
    describe_paper,
    find_other_papers,
    find_perhaps_others,
)
from generator.importer.document.repeated_numbers import REPEATED, doubt_repeated, find_repeated
from generator.importer.files.notes import ReaderNote
from generator.importer.files.reading import Block, FiledBlock, LeftOut, Line, Reading

BEFORE_THE_FIRST: Final = "どの諮問にも属さない文字（最初の諮問より前）"
GOES_ON: Final = "{{}} には「諮問第…号」の行がないので、諮問第{number}号の続き（別紙など）として読みました。"
BETWEEN: Final = "資料番号と諮問番号の間の文字"

# The document's number stands at the right, that of the consultation at the left: sometimes on one line.
_EITHER: Final = r"(?:審議)?資料\S*|諮\s*問\s*第.*?号"
_TWO_IN_ONE: Final = re.compile(rf"(?P<first>{_EITHER})\s+(?P<second>{_EITHER})")
# So many blocks after its document's number a consultation has told its own.
_BLOCKS_TO_ITS_NUMBER: Final = 5


@dataclass(frozen=True)
class Document:
    """The text of one consultation: the lines that number it, and what follows them.

    ``document_line`` and ``number_line`` are None where the text has no such line. ``left_out`` is what else was read
    on its pages: with it, this is all of them.
    """

    files: tuple[str, ...]
    document_line: Line | None
    number_line: Line | None
    body: tuple[Block, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Everything in its order."""
        numbering = (line for line in (self.document_line, self.number_line) if line is not None)
        return (*numbering, *self.body)

    @property
    def notes(self) -> tuple[ReaderNote, ...]:
        """What the readers noticed in it, in the order of the text."""
        return tuple(note for block in self.blocks for note in block.notes)

    @property
    def number(self) -> int | None:
        """The number of the consultation."""
        return consultation_number(self.number_line.text) if self.number_line else None


@dataclass(frozen=True)
class Cut:
    """The documents of all files, the text that belongs to none, and which files were read as the rest of another.

    ``others`` say which papers are no consultations.
    """

    documents: tuple[Document, ...]
    left_out: tuple[LeftOut, ...]
    continuations: tuple[ReaderNote, ...] = ()
    others: tuple[ReaderNote, ...] = ()


def cut(readings: Iterable[Reading]) -> Cut:
    """Return the documents in ``readings``, in their order; a file that begins no document goes on with the last."""
    readings = tuple(readings)
    placed = [FiledBlock(reading.file, block) for reading in readings for block in _single_lines(reading.blocks)]
    starts = _find_starts(placed)
    papers = find_other_papers(placed, starts)
    others = tuple(describe_paper(paper, placed) for paper in papers)
    continuations = dict(_find_continuations(placed, starts, papers))
    for index, notes in place_notes(placed, starts, readings).items():
        placed[index] = _add_notes(placed[index], notes)
    perhaps = find_perhaps_others(placed, starts, papers)
    ends, before = _find_ends(placed, starts, papers, others), find_words_before(placed, starts, papers)
    for index, note in (*continuations.items(), *ends, *perhaps, *before):
        placed[index] = _add_notes(placed[index], [note])
    beside = place_left_out(placed, starts, readings)
    left_out = list(_leave_out_papers(placed, starts, papers))
    documents: list[Document] = []
    for begin, end in _find_documents(starts, papers, len(placed)):
        document, left = _read_document(placed[begin:end])
        own = [replace(each, file=document.files[0]) for each in left]
        left_out.extend(own)
        of_pages = (each for index in range(begin, end) for each in beside.get(index, ()))
        documents.append(replace(document, left_out=(*of_pages, *own)))
    return Cut(tuple(documents), tuple(left_out), tuple(continuations.values()), others)


def _find_documents(starts: tuple[int, ...], papers: tuple[OtherPaper, ...], end: int) -> Iterator[tuple[int, int]]:
    """Yield from where to where the documents go: from their starts to the next one's or to another paper."""
    begins = {*starts, *(paper.begin for paper in papers)}
    for begin, following in pairwise((*sorted(begins), end)):
        if not any(paper.begin <= begin < paper.end for paper in papers):
            yield begin, following


def _leave_out_papers(
    placed: list[FiledBlock], starts: tuple[int, ...], papers: tuple[OtherPaper, ...]
) -> Iterator[LeftOut]:
    first = min((*starts, *(paper.begin for paper in papers)), default=len(placed))
    pieces = (
        (BEFORE_THE_FIRST, 0, first),
        *((LEFT_OUT.format(kind=each.kind), each.begin, each.end) for each in papers),
    )
    for reason, begin, end in pieces:
        for each in placed[begin:end]:
            yield from (replace(left, file=each.file) for left in _leave_out(each.block, reason))


def _find_ends(
    placed: list[FiledBlock], starts: tuple[int, ...], papers: tuple[OtherPaper, ...], notes: tuple[ReaderNote, ...]
) -> Iterator[tuple[int, ReaderNote]]:
    """Yield the index of the last block of each document that another paper ends, with the note on that paper."""
    for paper, note in zip(papers, notes, strict=True):
        before = paper.begin - 1
        goes_on = before >= 0 and placed[before].file == placed[paper.begin].file and paper.begin not in starts
        if goes_on and any(begin <= before < end for begin, end in _find_documents(starts, papers, len(placed))):
            yield before, replace(note, lost=True)


def _add_notes(filed: FiledBlock, notes: Iterable[ReaderNote]) -> FiledBlock:
    return filed._replace(block=replace(filed.block, notes=(*filed.block.notes, *notes)))


def _find_continuations(
    placed: list[FiledBlock], starts: tuple[int, ...], papers: tuple[OtherPaper, ...]
) -> Iterator[tuple[int, ReaderNote]]:
    """Yield the index of the first block of each file that begins no document of its own, with a note on it."""
    beginning = {placed[index].file for index in (*starts, *(paper.begin for paper in papers))}
    number = None
    for index, each in enumerate(placed):
        number = None if index in starts else number
        number = number or _number_in(consultation_number, each.block)
        if number and each.file not in beginning and placed[index - 1].file != each.file:
            yield index, ReaderNote(GOES_ON.format(number=number), each.block.page, each.block.number, each.file)


def _find_starts(placed: list[FiledBlock]) -> tuple[int, ...]:
    """Return the indexes of the blocks that begin a document, by the rule that also cuts the archive's sources."""
    lines: list[str] = []
    owners: list[int] = []
    first_on_page: set[int] = set()
    page: tuple[str, int] | None = None
    for index, each in enumerate(placed):
        if isinstance(each.block, Line) and each.block.after_gap:
            lines.append("")
            owners.append(index)
        if (each.file, each.block.page) != page:
            first_on_page.add(len(lines))
            page = (each.file, each.block.page)
        lines.append(each.text or "表")
        owners.append(index)
    starts = {owners[start] for start in document_starts(lines, frozenset(first_on_page))}
    return tuple(sorted(starts | set(_files_that_begin_anew(placed))))


def _files_that_begin_anew(placed: list[FiledBlock]) -> Iterator[int]:
    """Yield where a file begins with the lines of a document: not with the repeated head of one that goes on."""
    for index, each in enumerate(placed):
        begins_file = index == 0 or placed[index - 1].file != each.file
        head = [other.block for other in placed[index : index + _BLOCKS_TO_ITS_NUMBER] if other.file == each.file]
        numbers = [block for block in head if _number_in(consultation_number, block) is not None]
        if (
            begins_file
            and numbers
            and (numbers[0] is each.block or _number_in(document_number, each.block) is not None)
        ):
            yield index


def _read_document(placed: list[FiledBlock]) -> tuple[Document, list[LeftOut]]:
    """Return the document that ``placed`` is, and what in it belongs to its pages."""
    files = tuple(dict.fromkeys(each.file for each in placed))
    blocks = [each.block for each in placed]
    document_line = blocks[0] if _number_in(document_number, blocks[0]) is not None else None
    rest = blocks[1:] if document_line else blocks
    head = rest[:_BLOCKS_TO_ITS_NUMBER]
    at = next((index for index, block in enumerate(head) if _number_in(consultation_number, block) is not None), None)
    number_line = None if at is None else rest[at]
    # A file has no place for words between the two numbers.
    between = rest[: at or 0]
    left_out = [replace(left, doubtful=True) for block in between for left in _leave_out(block, BETWEEN)]
    loose = [replace(left.note, file=files[0]) for left in left_out]
    following = rest if at is None else rest[at + 1 :]
    again = set(find_repeated(following, [line for line in (document_line, number_line) if isinstance(line, Line)]))
    body = [block for index, block in enumerate(following) if index not in again]
    repeated = [following[index] for index in sorted(again)]
    left_out.extend(left for block in repeated for left in _leave_out(block, REPEATED))
    loose.extend(replace(note, file=files[0]) for note in doubt_repeated(following, repeated))
    loose.extend(note for block in (*between, *repeated) for note in block.notes)
    body[:1] = [replace(block, notes=(*loose, *block.notes)) for block in body[:1]]
    return Document(files, _as_line(document_line), _as_line(number_line), tuple(body)), left_out


def _as_line(block: Block | None) -> Line | None:
    return block if isinstance(block, Line) else None


def _number_in(number_of: Callable[[str], int | None], block: Block) -> int | None:
    return number_of(block.text) if isinstance(block, Line) else None


def _single_lines(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield ``blocks`` with the two numbers of a document on lines of their own, its own first."""
    for block in blocks:
        match = _TWO_IN_ONE.fullmatch(block.text) if isinstance(block, Line) else None
        parts = [match["first"], match["second"]] if match else []
        if isinstance(block, Line) and sorted(map(_is_document_line, parts)) == [False, True]:
            yield from (replace(block, text=part) for part in sorted(parts, key=_is_document_line, reverse=True))
        else:
            yield block


def _is_document_line(text: str) -> bool:
    return document_number(text) is not None


def _leave_out(block: Block, reason: str) -> Iterator[LeftOut]:
    for text in block.texts:
        yield LeftOut(text, block.page, block.number, reason)
