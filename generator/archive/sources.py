"""The text a meeting's documents came from, cut into its consultations."""

import re
from dataclasses import dataclass
from typing import Final

from generator.japanese.fold import fold, without_space

_DOCUMENT_LINE: Final = re.compile(r"審議資料no\.[0-9]+")
_NUMBER_LINE: Final = re.compile(r"諮問第([0-9]+)号")
_PAGE_NUMBER: Final = re.compile(r"[0-9]{1,3}")


@dataclass(frozen=True)
class SourceDocument:
    """One consultation's text in a source: its characters without white space and page numbers.

    ``lines`` holds for each character the number of the source's line it stands in.
    """

    file: str
    number: int
    first_line: int
    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Sources:
    """The sources of all meetings: for each day the documents by number, and the days whose file cannot be read."""

    folder: str
    by_day: dict[str, dict[int, SourceDocument]]
    unreadable: frozenset[str]

    def file(self, day: str) -> str:
        """Return the name of the file that holds the documents of ``day``."""
        return f"{self.folder}/{day}.txt"

    def holding(self, number: int) -> SourceDocument | None:
        """Return the document of consultation ``number``, whatever its day."""
        return next((documents[number] for documents in self.by_day.values() if number in documents), None)


def split_source(file: str, text: str) -> dict[int, SourceDocument]:
    """Return the documents of the source ``text`` by consultation number.

    A document begins at its 審議資料Ｎｏ．n line and ends before the next. A line that holds nothing but a bare
    number in half-width digits is the page's, not the document's.
    """
    documents = {}
    starts: list[tuple[int, list[tuple[int, str]]]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if _DOCUMENT_LINE.fullmatch(fold(line)):
            starts.append((number, []))
        if starts and line.strip() and not _PAGE_NUMBER.fullmatch(line.strip()):
            starts[-1][1].append((number, without_space(line)))
    for first_line, lines in starts:
        consultation = _number_of(lines)
        if consultation is not None:
            characters = "".join(content for _, content in lines)
            positions = tuple(number for number, content in lines for _ in content)
            documents[consultation] = SourceDocument(file, consultation, first_line, characters, positions)
    return documents


def _number_of(lines: list[tuple[int, str]]) -> int | None:
    for _, content in lines:
        match = _NUMBER_LINE.fullmatch(fold(content))
        if match is not None:
            return int(match.group(1))
    return None
