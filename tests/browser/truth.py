"""What the search must find: the documents' own text, read without the search's help, and the golden data."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from generator.archive.archive import Archive
from generator.japanese.fold import fold_for_search
from generator.model.consultation import Consultation
from generator.model.document import pieces
from tests.golden.reading import NUMBERS, golden_indexes

# A value as readers see it: its name, and the name of the value it is within.
Value = tuple[str, str]

_INSIDE: Final = {"保有課", "利用課"}
_PLAIN: Final = {"item": "items", "department": "departments", "measure": "measures", "subject": "subjects"}


def blocks_of(consultation: Consultation) -> Iterator[str]:
    """Each heading, paragraph and cell of a document: what a word must stand in as a whole."""
    for piece in pieces(consultation):
        if piece.text:
            yield piece.text
        for column in piece.torn_table:
            yield from (column.column, *column.cells)
        for row in piece.table:
            for cell in row.cells:
                yield from cell.text.split("\n") if cell.text else ()


class Truth:
    """The documents of an archive."""

    def __init__(self, archive: Archive) -> None:
        self.blocks = {record.number: list(blocks_of(record.consultation)) for record in archive.records}
        self._folded = {number: list(map(fold_for_search, blocks)) for number, blocks in self.blocks.items()}

    @property
    def texts(self) -> list[str]:
        """The blocks of all documents."""
        return [block for blocks in self.blocks.values() for block in blocks]

    def holding(self, *words: str, without: Iterable[str] = ()) -> set[int]:
        """The consultations in which each of the words stands within one block, and none of the unwanted does."""
        wanted, unwanted = [fold_for_search(word) for word in words], [fold_for_search(word) for word in without]
        return {
            number
            for number, blocks in self._folded.items()
            if all(any(word in block for block in blocks) for word in wanted)
            and not any(word in block for word in unwanted for block in blocks)
        }


@cache
def golden_values(facet: str) -> Mapping[Value, frozenset[int]]:
    """Which consultations have which value of a facet, as a careful reader wrote it down."""
    indexes = golden_indexes()
    match facet:
        case "counterparty":
            return {value: frozenset(numbers) for value, numbers in _counterparties().items()}
        case "article":
            names = {
                "18-3": "個人情報保護条例第18条第3号",
                "12": "個人情報保護条例第12条",
                "16-1-4": "個人情報保護条例第16条第1項第4号",
            }
            names |= {"8-2-6": "個人情報保護条例第8条第2項第6号", "15-1-4": "個人情報保護条例第15条第1項第4号"}
            return {(names[slug], ""): frozenset(numbers) for slug, numbers in indexes["articles"].items()}
        case "meeting":
            year, numbers = "2022年度（令和4年度）", frozenset(NUMBERS)
            return {(year, ""): numbers, ("2022年6月17日（令和4年）", year): numbers}
        case _:
            return {(name, ""): frozenset(numbers) for name, numbers in indexes[_PLAIN[facet]].items()}


def _counterparties() -> dict[Value, set[int]]:
    indexes = golden_indexes()
    undecided = set(indexes["undecided"])
    found: dict[Value, set[int]] = {("未定", ""): undecided, ("委託先", "未定"): undecided}
    for name, appearances in indexes["counterparties"].items():
        for appearance in appearances:
            if appearance["role"] not in _INSIDE:
                found.setdefault((name, ""), set()).add(appearance["number"])
                found.setdefault((appearance["role"], name), set()).add(appearance["number"])
    return found
