"""The tables of a document as the page shows them."""

from collections.abc import Iterator

from generator.japanese.fold import without_space
from generator.review.runs import Marking
from generator.review.texts import Block, Text
from generator.review.views import CellView, ColumnView, Run, TableRowView


def columns_of(block: Block, marking: Marking) -> tuple[ColumnView, ...]:
    """Return the columns of the torn table in ``block``."""
    texts = iter(block.texts)
    return tuple(
        ColumnView(_runs(next(texts), marking), tuple(_runs(next(texts), marking) for _ in column.cells))
        for column in block.piece.torn_table
    )


def rows_of(block: Block, marking: Marking) -> tuple[TableRowView, ...]:
    """Return the rows of the table in ``block``."""
    texts = iter(block.texts)
    return tuple(
        TableRowView(
            tuple(
                CellView(tuple(_paragraphs(next(texts), marking)) if cell.text else (), cell.rows, cell.columns)
                for cell in row.cells
            ),
            row.header,
        )
        for row in block.piece.table
    )


def _runs(text: Text, marking: Marking) -> tuple[Run, ...]:
    return marking.runs(text.text, text.span.start)


def _paragraphs(text: Text, marking: Marking) -> Iterator[tuple[Run, ...]]:
    start = text.span.start
    for paragraph in text.text.split("\n"):
        yield marking.runs(paragraph, start)
        start += len(without_space(paragraph))
