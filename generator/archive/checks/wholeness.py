"""The document is whole: what the file says is, character by character, what the source says.

Two things are left out of the comparison: white space with the page numbers between pages, which the extraction made,
and the order of the cells of a table whose rows the extraction tore apart.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from generator.archive.record import Record
from generator.archive.sources import SourceDocument
from generator.japanese.fold import without_space
from generator.model.consultation import TornColumn
from generator.model.document import Piece, pieces
from generator.problems import Problem

_SHOWN: Final = 12


def check_wholeness(record: Record, source: SourceDocument) -> Iterator[Problem]:
    """Yield the first difference between ``record`` and its ``source``: after it everything is shifted."""
    position = 0
    for piece in pieces(record.consultation):
        expected = _characters(piece)
        found = source.text[position : position + len(expected)]
        same = _same_cells(piece.torn_table, found) if piece.torn_table else expected == found
        if not same:
            yield _difference(record, source, piece, position)
            return
        position += len(expected)
    if position < len(source.text):
        line = source.lines[position]
        rest = source.text[position : position + _SHOWN]
        message = f"元の文書（{source.file} の{line}行目）の「{rest}…」から後がありません。"
        yield record.stored.problem(("sections",), message, "元の文書の残りの文字を、節に書き足してください。")


def _characters(piece: Piece) -> str:
    cells = (text for column in piece.torn_table for text in (column.column, *column.cells))
    return without_space(piece.text or "".join(cells))


def _same_cells(columns: tuple[TornColumn, ...], found: str) -> bool:
    """Tell whether ``found`` is made of exactly the cells of ``columns``, in whatever order."""
    texts = [without_space(text) for column in columns for text in (column.column, *column.cells)]
    # Every cell stands there in one piece as often as it should, and no character is left over or missing.
    whole = all(found.count(text) >= times for text, times in Counter(texts).items())
    return whole and Counter(found) == Counter("".join(texts))


def _difference(record: Record, source: SourceDocument, piece: Piece, position: int) -> Problem:
    expected = _characters(piece)
    found = source.text[position : position + len(expected)]
    if piece.torn_table:
        offset = 0
        message = "表のセルが、元の文書と一致しません。"
    else:
        pairs = enumerate(zip(expected, found, strict=False))
        offset = next((index for index, (ours, theirs) in pairs if ours != theirs), len(found))
        start = max(0, offset - _SHOWN // 2)
        ours = expected[start : offset + _SHOWN]
        theirs = source.text[position + start : position + offset + _SHOWN]
        message = f"元の文書と文字が違います。このファイル:「{ours}」 元の文書:「{theirs}」"
    at = min(position + offset, len(source.lines) - 1)
    remedy = f"元の文書（{source.file} の{source.lines[at]}行目）を見て、文字のとおりに直してください。"
    return record.stored.problem(piece.path, message, remedy)
