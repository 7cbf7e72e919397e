"""The text a meeting's documents came from, cut into its consultations, and the lines that begin each of them.

These are 審議資料Ｎｏ．１ and 諮問第９７５号, in whatever width and spacing.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice, pairwise
from typing import Final

from generator.japanese.deceiving import compose_marks
from generator.japanese.eras import era_date
from generator.japanese.fold import fold, without_space
from generator.japanese.page_numbers import is_bare_number, is_page_number
from generator.model.outline import LabelKind, read_label


@dataclass(frozen=True)
class SourceDocument:
    """One consultation's text in a source: its characters without white space and page numbers.

    ``lines`` holds for each character the number of the source's line it stands in, ``spaced`` the places of those
    that white space stands before within a line, in their order. All that stands in the source from the ``first_line``
    to the ``last_line`` is the document's.
    """

    file: str
    number: int
    first_line: int
    text: str
    lines: tuple[int, ...]
    last_line: int
    spaced: tuple[int, ...] = ()

    def spaces_between(self, start: int, end: int) -> tuple[int, ...]:
        """Return the places from ``start`` up to ``end`` that white space stands before within a line."""
        return self.spaced[bisect_left(self.spaced, start) : bisect_left(self.spaced, end)]


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
    lines = compose_marks(text).split("\n")
    documents = {}
    for start, end in pairwise((*document_starts(lines), len(lines))):
        numbered = enumerate(lines[start:end], start=start + 1)
        kept = [(at, line.strip()) for at, line in numbered if line.strip() and not is_bare_number(line)]
        consultation = _number_of(kept)
        if consultation is not None:
            contents = [without_space(line) for _, line in kept]
            positions = tuple(at for (at, _), content in zip(kept, contents, strict=True) for _ in content)
            spaced = tuple(_spaced((line for _, line in kept), contents))
            documents[consultation] = SourceDocument(
                file, consultation, start + 1, "".join(contents), positions, end, spaced
            )
    return documents


def _spaced(lines: Iterable[str], contents: Iterable[str]) -> Iterator[int]:
    """Yield for each white space within one of ``lines`` how many characters that are none stand before it in all.

    ``contents`` are the lines without any.
    """
    characters = 0
    for line, content in zip(lines, contents, strict=True):
        if len(content) != len(line):
            yield from islice(accumulate(map(len, line.split()[:-1]), initial=characters), 1, None)
        characters += len(content)


def _number_of(lines: list[tuple[int, str]]) -> int | None:
    return next((number for _, content in lines if (number := consultation_number(content)) is not None), None)


_DOCUMENT: Final = re.compile(r"(?:審議)?資料(?:no)?[.:]*([0-9]{1,4})")
_USUAL_DOCUMENT: Final = re.compile(r"審議資料no\.[0-9]+")
_CONSULTATION: Final = re.compile(r"諮問第([0-9]{1,7})号")
_DAY_OF_THE_WEEK: Final = re.compile(r"(?:\([日月火水木金土](?:曜日)?\))?")

# So many lines after that of the document stands that of the consultation; and so many after this, the date.
_LINES_TO_THE_CONSULTATION: Final = 5
_LINES_TO_THE_DATE: Final = 25
_HEADINGS: Final = (LabelKind.PART, LabelKind.NUMBER, LabelKind.ANNEX)

_ENDS_A_SENTENCE: Final = re.compile(r"[。！？][）」』】〕]*$")
# A comma or a particle leads on; 「もの」 and 「こと」 end a clause.
_LEADS_ON: Final = re.compile(r"(?:[、，・：（「『はがをにでもやへび]|(?<!も)の|(?<!こ)と)$")
# A line that leaves a quarter of the room free was not broken for want of it.
_FULL: Final = 0.75
_LINES_THAT_TELL_THE_ROOM: Final = 40


def document_number(line: str) -> int | None:
    """Return the number in a whole line like 審議資料Ｎｏ．１, 審議資料№2 or 資料３, or None in any other line."""
    return _number(_DOCUMENT, line)


def consultation_number(line: str) -> int | None:
    """Return the number in a whole line like 諮問第９７５号, or None in any other line."""
    return _number(_CONSULTATION, line)


def document_starts(lines: Sequence[str], first_on_page: frozenset[int] = frozenset()) -> tuple[int, ...]:
    """Return the indexes of the ``lines`` that begin a document.

    That is the line of its 審議資料Ｎｏ．n, also a looser one such as 資料１ if a consultation's follows closely; or,
    where no such line stands closely before it, that of its 諮問第n号, if the line is no rest of a sentence and the
    date of a title block follows before the first heading. Lines that repeat the numbers of the document they stand in
    begin none. ``first_on_page`` holds the indexes of lines that begin a page, where that is known.
    """
    starts: list[int] = []
    document: int | None = None
    consultation: int | None = None
    for index, line in enumerate(lines):
        number = consultation_number(line)
        if _is_document_line(lines, index, document, consultation):
            starts.append(index)
            document, consultation = document_number(line), None
        elif number is not None and number != consultation:
            awaited = starts and consultation is None and _next_consultation(lines, starts[-1]) == number
            if not awaited and _begins_title_block(lines, index, first_on_page):
                starts.append(index)
                document, consultation = None, number
            elif starts and consultation is None:
                consultation = number
    return tuple(starts)


def _is_document_line(lines: Sequence[str], index: int, document: int | None, consultation: int | None) -> bool:
    """Tell whether a line with the number of a document begins one, after or within that with the numbers given."""
    number = document_number(lines[index])
    if number is None:
        return False
    if _next_consultation(lines, index) not in (None, consultation):
        return True
    return number != document and _USUAL_DOCUMENT.fullmatch(fold(without_space(lines[index]))) is not None


def _next_consultation(lines: Sequence[str], index: int) -> int | None:
    """Return the number of the consultation that the document's line at ``index`` leads to, if it follows closely."""
    for line in islice(_written(lines, index + 1), _LINES_TO_THE_CONSULTATION):
        if document_number(line) is not None:
            return None
        if (number := consultation_number(line)) is not None:
            return number
    return None


def _begins_title_block(lines: Sequence[str], index: int, first_on_page: frozenset[int]) -> bool:
    if not _leads_to_a_date(lines, index):
        return False
    return index == 0 or index in first_on_page or _ends_visibly(lines, index - 1)


def _leads_to_a_date(lines: Sequence[str], index: int) -> bool:
    for line in islice(_written(lines, index + 1), _LINES_TO_THE_DATE):
        if _is_date(line):
            return True
        if _is_heading(line) or document_number(line) is not None or consultation_number(line) is not None:
            return False
    return False


def _ends_visibly(lines: Sequence[str], index: int) -> bool:
    """Tell whether the line at ``index`` is blank or a page's number, or ends a sentence or a paragraph."""
    line = without_space(lines[index])
    if not line or is_page_number(line) or _ENDS_A_SENTENCE.search(line):
        return True
    room = max(map(_width, lines[max(index - _LINES_THAT_TELL_THE_ROOM, 0) : index + 1]))
    return _width(line) < _FULL * room and not _LEADS_ON.search(line)


def _written(lines: Sequence[str], start: int) -> Iterator[str]:
    """Yield the lines from ``start`` on that are neither blank nor the number of a page."""
    for index in range(start, len(lines)):
        line = lines[index].strip()
        if line and not is_page_number(line):
            yield line


def _is_date(line: str) -> bool:
    folded = fold(without_space(line))
    date = era_date(folded)
    if date is None or date.day is None or date.start > 0:
        return False
    return _DAY_OF_THE_WEEK.fullmatch(folded[date.end :]) is not None


def _is_heading(line: str) -> bool:
    return line.startswith("《") or read_label(line).kind in _HEADINGS


def _width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "FWA" else 1 for letter in without_space(line))


def _number(pattern: re.Pattern[str], line: str) -> int | None:
    match = pattern.fullmatch(fold(without_space(line)))
    return int(match.group(1)) if match else None
