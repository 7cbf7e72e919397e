"""Finds for each note of a reader the block whose words it is about, and where lines stood that are left out."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from generator.importer.document.other_papers import OtherPaper
from generator.importer.files.notes import ReaderNote
from generator.importer.files.reading import FiledBlock, LeftOut, Reading, shorten

BEFORE: Final = "この文書の前に{words}とあります。どの諮問のファイルにも入れていません。原本と見比べてください。"
# How many characters tell where a page without text stands.
_SHOWN: Final = 20


def place_notes(
    filed: Sequence[FiledBlock], starts: Collection[int], readings: Iterable[Reading]
) -> dict[int, list[ReaderNote]]:
    """Return the notes of ``readings`` by the indexes of the blocks in ``filed``, each of them with its file.

    ``starts`` are the indexes at which documents begin. A page without a block of its own stands before the block that
    follows it, or after the document that ends with the page before.
    """
    placed: dict[int, list[ReaderNote]] = {}
    for reading in readings:
        own = [index for index, (file, _) in enumerate(filed) if file == reading.file]
        for note in reading.every_note if own else ():
            for index in _find_blocks(note, own, filed, starts):
                elsewhere = note.page != filed[index][1].page and not note.once
                after = _phrase_before(note, own, filed) if elsewhere else ""
                at = replace(note, file=reading.file, words=note.words + after)
                placed.setdefault(index, []).append(at)
    return placed


def place_left_out(
    filed: Sequence[FiledBlock], starts: Collection[int], readings: Iterable[Reading]
) -> dict[int, list[LeftOut]]:
    """Return what ``readings`` leave out by the indexes of the blocks in ``filed`` beside which it stood."""
    placed: dict[int, list[LeftOut]] = {}
    for reading in readings:
        own = [index for index, (file, _) in enumerate(filed) if file == reading.file]
        for left in reading.left_out if own else ():
            index = _find_blocks(left.note, own, filed, starts)[0]
            placed.setdefault(index, []).append(replace(left, file=reading.file))
    return placed


def find_words_before(
    filed: Sequence[FiledBlock], starts: Sequence[int], papers: Iterable[OtherPaper]
) -> Iterator[tuple[int, ReaderNote]]:
    """Yield the index of the first document with a note on what its page says before it: 取扱注意, 【差替え】."""
    first = min(starts, default=0)
    if first and all(paper.begin > first for paper in papers):
        file, begin = filed[first]
        before = [block for name, block in filed[:first] if (name, block.page) == (file, begin.page)]
        words = shorten("".join(f"「{text}」" for block in before for text in block.texts))
        if words:
            yield first, ReaderNote(BEFORE.format(words=words), begin.page, begin.number, lost=True, file=file)


def _phrase_before(note: ReaderNote, own: Sequence[int], filed: Sequence[FiledBlock]) -> str:
    """Return after which words a page stands that has none of its own."""
    before = next((filed[index][1] for index in reversed(own) if filed[index][1].page < note.page), None)
    words = before.texts[-1][-_SHOWN:] if before is not None else ""
    return f"（「…{words}」の後）" if words else ""


def _find_blocks(
    note: ReaderNote, own: Sequence[int], filed: Sequence[FiledBlock], starts: Collection[int]
) -> Sequence[int]:
    on_page = [index for index in own if filed[index][1].page == note.page]
    if on_page and not note.number:  # of each document that has a part of the page
        return [on_page[0], *(index for index in on_page[1:] if index in starts)]
    if on_page:
        return [next((index for index in on_page if filed[index][1].number >= note.number), on_page[-1])]
    after = next((index for index in own if filed[index][1].page > note.page), None)
    if after is None:
        return own[-1:]
    return [after - 1 if after in starts and after > own[0] else after]
