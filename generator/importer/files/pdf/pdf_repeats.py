"""Knows what of the lines at the edges of pages repeats where, and how much of a reason that is to call it the page's.

Documents of one form repeat whole pages, and with them lines at the same place: that is no reason at all.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from enum import Enum, auto
from itertools import pairwise
from statistics import median
from typing import Final

from generator.importer.files.pdf.pdf_layout import PageLayout
from generator.importer.files.pdf.pdf_margins import SAME, MarginLine, is_marked
from generator.japanese.fold import without_space

_TWO: Final = 2
# So many pages that say different things repeat what is theirs; so many do it even where text has such gaps; and of
# what so many repeat nobody doubts that it is.
ENOUGH: Final = 3
_PLENTY: Final = 5
_CERTAIN: Final = 20
# Pages of which so great a part of the lines is the same are one page of a form.
_ALIKE: Final = 0.5
# A gap is usual in the text where one in so many distances between its lines is as great.
_USUAL: Final = 30


class Weight(Enum):
    """How much a repetition says."""

    NOTHING = auto()
    SUSPICIOUS = auto()
    ENOUGH = auto()
    CERTAIN = auto()


class Repeats:
    """What of ``lines`` repeats; ``beginnings`` are those of them with which a document begins."""

    def __init__(
        self, pages: Sequence[PageLayout], lines: Sequence[MarginLine], beginnings: Collection[MarginLine]
    ) -> None:
        """Compare the lines."""
        self._lines = lines
        self._beginnings = {one.key for one in beginnings}
        self._begun = {one.page: one.outer for one in beginnings if one.upper}
        self._texts = [_list_texts(page) for page in pages]
        self._gap = _find_usual_gap(pages)
        self._buckets: dict[object, list[MarginLine]] = defaultdict(list)
        for one in lines:
            for said in {one.text, one.words or one.text}:
                self._buckets[said].append(one)
        self._alike = {
            one.key: max(
                (
                    [other for other in self._buckets[said] if one.is_at(other)]
                    for said in (one.text, one.words or one.text)
                ),
                key=len,
            )
            for one in lines
        }

    def find_alike(self, one: MarginLine) -> list[MarginLine]:
        """Return the lines that say the same at the same place of their pages, but for a page's number that counts on.

        ``one`` is among them.
        """
        return self._alike[one.key]

    def find_counting(self, one: MarginLine) -> list[MarginLine]:
        """Return the lines at the place of ``one`` with the number of a page that counts on with its own."""
        return [other for other in self._buckets[one.words or one.text] if one.is_at(other)]

    def weigh(self, one: MarginLine) -> Weight:
        """Return how much the repetition of ``one`` says for its being the page's."""
        alike = self.find_alike(one)
        pages = {other.page for other in alike}
        # The pages of one form say the same, but do not count on, and no document has text above its beginning.
        counts = any(other.text != one.text for other in alike)
        above = sum(other.upper and other.outer < self._begun.get(other.page, -1) for other in alike)
        own = counts or above >= _TWO
        different = len(pages) if own else self.count_different(pages, {without_space(one.row.text)})
        apart = 2 * sum(other.apart for other in alike) > len(alike)
        if different < _TWO or not (apart or different >= ENOUGH):
            return Weight.NOTHING
        in_margin = apart and all(other.in_margin for other in alike)
        if not in_margin or self._has_text_outside(alike):
            return Weight.SUSPICIOUS if different >= ENOUGH else Weight.NOTHING
        outside = not one.flush or median(other.gap for other in alike) > 1.1 * self._gap
        if different >= _CERTAIN and outside:
            return Weight.CERTAIN
        everywhere = len(pages) == len(self._texts) > ENOUGH
        if everywhere or different >= (ENOUGH if outside else _PLENTY):
            return Weight.ENOUGH
        return Weight.SUSPICIOUS

    def count_different(self, pages: Iterable[int], besides: Collection[str]) -> int:
        """Count the ``pages`` that say different things, ``besides`` apart, as far as it matters; of one form, once."""
        kinds: list[frozenset[str]] = []
        for page in sorted(pages):
            texts = self._texts[page] - set(besides)
            if not any(_are_of_one_form(texts, kind) for kind in kinds):
                kinds.append(texts)
            if len(kinds) == _CERTAIN:
                break
        return len(kinds)

    def _has_text_outside(self, alike: Sequence[MarginLine]) -> bool:
        """Tell whether pages without one of ``alike`` hold text where these stand, or further out."""
        pages, sizes = {one.page for one in alike}, {one.page_size for one in alike}
        height = max(one.height for one in alike) + SAME
        outside = [
            one
            for one in self._lines
            if one.height <= height
            and one.upper is alike[0].upper
            and one.page not in pages
            and one.page_size in sizes
            and one.number is None
        ]
        if any(one.key in self._beginnings for one in outside):
            return True
        text = {one.page for one in outside if len(self.find_alike(one)) < _TWO}
        return 2 * len(text) > len(pages)


def _list_texts(page: PageLayout) -> frozenset[str]:
    cells = (cell.text for table in page.tables for row in table.rows for cell in row.cells)
    rows = (row.text for row in page.rows if not is_marked(row))
    return frozenset(filter(None, map(without_space, (*rows, *cells))))


def _are_of_one_form(texts: frozenset[str], others: frozenset[str]) -> bool:
    return len(texts & others) >= _ALIKE * min(len(texts), len(others))


def _find_usual_gap(pages: Sequence[PageLayout]) -> float:
    """Return the greatest distance that is usual between two lines of a text, in points; 0 where none is known."""
    gaps: list[float] = []
    for page in pages:
        inner = sorted(row.base for row in page.rows if not is_marked(row))[1:-1]
        edges = [table.box.top for table in page.tables]
        gaps.extend(
            below - above for above, below in pairwise(inner) if not any(above < edge < below for edge in edges)
        )
    gaps.sort(reverse=True)
    return gaps[max(_TWO, len(gaps) // _USUAL)] if len(gaps) > _TWO else 0
