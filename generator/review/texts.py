"""A document as a row of characters without white space: which of them each heading, paragraph and cell is made of."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.japanese.fold import without_space
from generator.model.consultation import Consultation
from generator.model.document import Piece, pieces


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of characters, from ``start`` up to but not including ``end``."""

    start: int
    end: int


@dataclass(frozen=True)
class Text:
    """A heading, a paragraph or a cell, and its characters' span in the document."""

    text: str
    span: Span


@dataclass(frozen=True)
class Block:
    """A piece of the document with its texts; ``paragraph`` counts those of one field from 0."""

    piece: Piece
    paragraph: int
    texts: tuple[Text, ...]

    @property
    def span(self) -> Span:
        """The characters of all its texts."""
        return Span(self.texts[0].span.start, self.texts[-1].span.end)

    @property
    def is_table(self) -> bool:
        """Whether its texts are cells, whose order the source need not share."""
        return bool(self.piece.cells)


def blocks_of(consultation: Consultation) -> tuple[Block, ...]:
    """Return the pieces of ``consultation`` in their order."""
    return tuple(_blocks(consultation))


def characters_of(blocks: tuple[Block, ...]) -> str:
    """Return all characters of ``blocks``."""
    return "".join(without_space(text.text) for block in blocks for text in block.texts)


def _blocks(consultation: Consultation) -> Iterator[Block]:
    position = 0
    paragraph = 0
    path: object = None
    for piece in pieces(consultation):
        paragraph = paragraph + 1 if piece.path == path else 0
        path = piece.path
        texts = []
        for text in piece.cells or (piece.text,):
            end = position + len(without_space(text))
            texts.append(Text(text, Span(position, end)))
            position = end
        yield Block(piece, paragraph, tuple(texts))
