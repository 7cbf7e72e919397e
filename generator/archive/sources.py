"""The text a meeting's documents came from, cut into its consultations."""

from dataclasses import dataclass
from itertools import pairwise

from generator.archive.number_lines import consultation_number, document_starts
from generator.japanese.fold import without_space
from generator.japanese.page_numbers import is_bare_number


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
    """The sources of all meetings: for each day the documents by number and the text, and the days that have none.

    A day that is ``unreadable`` has a file that cannot be read.
    """

    folder: str
    by_day: dict[str, dict[int, SourceDocument]]
    unreadable: frozenset[str]
    texts: dict[str, str]

    def file(self, day: str) -> str:
        """Return the name of the file that holds the documents of ``day``."""
        return f"{self.folder}/{day}.txt"

    def holding(self, number: int) -> SourceDocument | None:
        """Return the document of consultation ``number``, whatever its day."""
        return next((documents[number] for documents in self.by_day.values() if number in documents), None)


def split_source(file: str, text: str) -> dict[int, SourceDocument]:
    """Return the documents of the source ``text`` by consultation number.

    A document begins where ``document_starts`` says and ends before the next. A line that holds nothing but a bare
    number in half-width digits is the page's, not the document's.
    """
    lines = text.split("\n")
    documents = {}
    for start, end in pairwise((*document_starts(lines), len(lines))):
        numbered = enumerate(lines[start:end], start=start + 1)
        kept = [(at, without_space(line)) for at, line in numbered if line.strip() and not is_bare_number(line)]
        consultation = _number_of(kept)
        if consultation is not None:
            characters = "".join(content for _, content in kept)
            positions = tuple(at for at, content in kept for _ in content)
            documents[consultation] = SourceDocument(file, consultation, start + 1, characters, positions)
    return documents


def _number_of(lines: list[tuple[int, str]]) -> int | None:
    return next((number for _, content in lines if (number := consultation_number(content)) is not None), None)
