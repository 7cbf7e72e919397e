"""The proof of an import: the text of a draft's file is the text of the document, or exactly what differs."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from generator.archive.checks.wholeness import check_wholeness
from generator.archive.record import Record
from generator.archive.sources import SourceDocument
from generator.importer.document.cutting import Document
from generator.importer.files.reading import Block, Line
from generator.japanese.fold import without_space
from generator.model.consultation import Consultation
from generator.model.document import pieces
from generator.store.files import read_data

_SHOWN: Final = 60


@dataclass(frozen=True)
class Proof:
    """How many characters the document has, white space apart, and each place where the file differs (Japanese)."""

    characters: int
    differences: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether the file says just what the document says."""
        return not self.differences


def prove(document: Document, file_text: str) -> Proof:
    """Read ``file_text`` back and compare what it says with ``document``, character for character."""
    source = "".join(map(_characters, document.blocks))
    stored, problems = read_data(file_text.encode(), "", Consultation)
    if stored is None:
        return Proof(len(source), tuple(problem.message for problem in problems))
    record = Record(stored)
    numbers = tuple(_number(block) for block in document.blocks for _ in _characters(block))
    whole = SourceDocument("", stored.value.number, 1, source, numbers)
    if next(check_wholeness(record, whole), None) is None:
        return Proof(len(source), ())
    return Proof(len(source), tuple(_differences(source, _said(stored.value))))


def _characters(block: Block) -> str:
    texts = (block.text,) if isinstance(block, Line) else (cell.text for row in block.rows for cell in row.cells)
    return without_space("".join(texts))


def _number(block: Block) -> int:
    return block.number


def _said(consultation: Consultation) -> str:
    return "".join(without_space(text) for piece in pieces(consultation) for text in (piece.text, *piece.cells))


def _differences(source: str, said: str) -> Iterator[str]:
    for tag, begin, end, our_begin, our_end in SequenceMatcher(None, source, said, autojunk=False).get_opcodes():
        if tag != "equal":
            before = source[max(0, begin - 10) : begin]
            missing, added = _shown(source[begin:end]), _shown(said[our_begin:our_end])
            yield f"「…{before}」の後: 元の文書「{missing}」 ファイル「{added}」"


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…（{len(text)}字）"
