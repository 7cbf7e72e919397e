"""Tells which lines of a document repeat its numbers as the head of its pages, and which only say them again."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from generator.importer.files.notes import ReaderNote
from generator.importer.files.reading import Block, Line
from generator.japanese.fold import fold, without_space

REPEATED: Final = "ページごとに繰り返される番号"
_MAYBE: Final = "{}は、ページごとに繰り返される番号とみて、本文に入れていません。原本と見比べてください。"


def find_repeated(body: Sequence[Block], numbering: Collection[Line]) -> Iterator[int]:
    """Yield the indexes of the blocks in ``body`` that say the same as a line of ``numbering``, as a page's head does.

    That is at the top of a page; where the file does not tell its pages, anywhere.
    """
    said = {_fold_line(line) for line in numbering}
    paged = _has_pages(body)
    page, at_top = min((line.page for line in numbering), default=0), False
    for index, block in enumerate(body):
        at_top = at_top or block.page != page
        page = block.page
        if isinstance(block, Line) and _fold_line(block) in said and (at_top or not paged):
            yield index
        else:
            at_top = False


def doubt_repeated(body: Sequence[Block], repeated: Collection[Block]) -> list[ReaderNote]:
    """Return what is to be told of ``repeated``, which are left out of ``body``: nothing where its pages are known."""
    if _has_pages(body):
        return []
    return [
        ReaderNote(_MAYBE, one.page, one.number, f"「{text}」", once=True, lost=True)
        for one in repeated
        for text in one.texts
    ]


def _has_pages(body: Sequence[Block]) -> bool:
    return any(block.page > 1 for block in body)


def _fold_line(line: Line) -> str:
    return without_space(fold(line.text))
