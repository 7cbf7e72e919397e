"""Tells a page's own text (page numbers, running heads and feet) from a document's, by what repeats where."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.importer.files.pdf.pdf_layout import PageLayout
from generator.importer.files.pdf.pdf_lines import TextRow, measure_leading, measure_size
from generator.importer.files.reading import PAGE_NUMBER
from generator.japanese.page_numbers import PageNumber, PageNumberForm, read_page_number

HEAD: Final = "ページの上に繰り返される文字"
FOOT: Final = "ページの下に繰り返される文字"

# The lines with which a document begins; where one is first printed it is never the page's.
_BEGINNING: Final = re.compile(r"審議資料No\.?\d+|諮問第\d+号", re.IGNORECASE)
# How many lines of a page's edge may be the page's own.
_DEEPEST: Final = 3
# Parts of the page's height in which a page number stands: alone, and dressed or counting on.
_EDGE: Final = 0.1
_WIDE_EDGE: Final = 0.15
_SAME: Final = 3.0
# The part of the lines at one height that repeat, where it is the height of a running head.
_MOST: Final = 0.6


@dataclass(frozen=True)
class _Candidate:
    """A line near the upper or lower edge of a page, the ``index``th of the page's rows."""

    page: int
    index: int
    upper: bool
    height: float  # from the edge, in points
    text: str  # folded, without white space
    apart: bool  # set off from the text further in, by its distance or its size
    near: bool  # within the edge in which any page number stands
    marked: bool  # by the PDF itself
    size: tuple[int, int]  # the page's

    @property
    def key(self) -> str:
        return re.sub(r"\d+", "#", self.text)

    @property
    def number(self) -> PageNumber | None:
        return read_page_number(self.text)


def find_furniture(pages: Sequence[PageLayout]) -> dict[tuple[int, int], str]:
    """Return what of ``pages`` is the pages' own: by indexes of page and row, the reason."""
    sides = [list(_find_candidates(page, at, upper=upper)) for at, page in enumerate(pages) for upper in (True, False)]
    judge = _Judge([one for side in sides for one in side], _find_first_printed(pages))
    return {(one.page, one.index): reason for side in sides for one, reason in judge.take(side)}


class _Judge:
    """Knows all candidates of a file."""

    def __init__(self, candidates: Sequence[_Candidate], first_printed: dict[str, int]) -> None:
        self._places: dict[tuple[bool, tuple[int, int]], list[_Candidate]] = defaultdict(list)
        for one in candidates:
            self._places[one.upper, one.size].append(one)
        self._first_printed = first_printed
        self._beginnings = [one for one in candidates if _BEGINNING.fullmatch(one.text) and self._is_first(one)]

    def take(self, side: Sequence[_Candidate]) -> Iterator[tuple[_Candidate, str]]:
        """Yield those of an edge, from the outermost inwards, that are the page's own, with the reason."""
        inside = False  # a document's beginning has been passed
        for one in side:
            beginning = _BEGINNING.fullmatch(one.text) or (_BEGINNING.search(one.text) and self._repeats(one, inside))
            if beginning and self._is_first(one):
                inside = one.upper
                continue
            reason = self._find_reason(one, inside=inside, beginning=bool(beginning))
            if reason is None:
                return
            yield one, reason

    def _find_reason(self, one: _Candidate, *, inside: bool, beginning: bool) -> str | None:
        if one.number is not None:
            dressed = not _is_bare(one.number)
            if one.marked or self._counts_on(one) or (one.near and (one.apart or dressed)):
                return PAGE_NUMBER
        if beginning or one.marked or self._repeats(one, inside):
            return HEAD if one.upper else FOOT
        return None

    def _is_first(self, one: _Candidate) -> bool:
        return self._first_printed.get(one.text, one.page) == one.page

    def _find_level(self, one: _Candidate) -> list[_Candidate]:
        """Return what stands at the same height on pages of this size."""
        return [other for other in self._places[one.upper, one.size] if abs(other.height - one.height) <= _SAME]

    def _counts_on(self, one: _Candidate) -> bool:
        return any(
            other.page != one.page
            and other.key == one.key
            and other.number is not None
            and one.number is not None
            and other.number.number - one.number.number == other.page - one.page
            for other in self._find_level(one)
        )

    def _repeats(self, one: _Candidate, inside: bool) -> bool:  # noqa: FBT001 - a fact of the place
        level = self._find_level(one)
        pages: dict[str, set[int]] = defaultdict(set)
        for other in level:
            if other not in self._beginnings:
                pages[other.key].add(other.page)
        again = pages[one.key]
        if any(other in self._beginnings for other in level) and not _BEGINNING.search(one.text):
            return False  # documents begin at this height: it is that of the text
        if len(again) < 2 or (inside and all(self._begins(page) for page in again)):  # noqa: PLR2004
            return False
        repeated = sum(len(found) for found in pages.values() if len(found) > 1)
        return one.apart and repeated >= _MOST * sum(map(len, pages.values()))

    def _begins(self, page: int) -> bool:
        return page in self._first_printed.values()


def _find_first_printed(pages: Sequence[PageLayout]) -> dict[str, int]:
    """Return by its folded text the index of the page that first prints a line a document begins with."""
    first: dict[str, int] = {}
    for at, page in enumerate(pages):
        for row in page.rows:
            text = _fold_row(row)
            if _BEGINNING.search(text):
                first.setdefault(text, at)
    return first


def _find_candidates(page: PageLayout, at: int, *, upper: bool) -> Iterator[_Candidate]:
    """Yield the lines at an edge of ``page``, outside its tables, from the outermost inwards."""
    box = page.sheet.box
    leading = measure_leading(page.rows)
    ordered = sorted(range(len(page.rows)), key=lambda index: page.rows[index].base, reverse=not upper)
    inner = [table.box.top if upper else table.box.bottom for table in page.tables]
    size = measure_size(page.rows)
    for place, index in enumerate(ordered[:_DEEPEST]):
        row = page.rows[index]
        if any(edge < row.base if upper else edge > row.base for edge in inner):
            return
        following = [page.rows[ordered[place + 1]].base] if place + 1 < len(ordered) else []
        gap = min((abs(row.base - other) for other in (*following, *inner)), default=box.height)
        distance = row.base - box.top if upper else box.bottom - row.base
        yield _Candidate(
            at,
            index,
            upper,
            distance,
            _fold_row(row),
            gap > max(1.15 * leading, 1.6 * row.size) or gap < 0.85 * leading or abs(row.size - size) > 0.08 * size,
            distance <= (_EDGE if _is_bare(read_page_number(_fold_row(row))) else _WIDE_EDGE) * box.height,
            all(glyph.margin for glyph in row.printed),
            page.sheet.size,
        )


def _is_bare(number: PageNumber | None) -> bool:
    return number is not None and number.form in (PageNumberForm.BARE, PageNumberForm.OF_ALL)


def _fold_row(row: TextRow) -> str:
    return "".join(unicodedata.normalize("NFKC", row.text).split())
