"""Finds the lines that stand at the edges of a file's pages, where a page's own text may be, and measures them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import Final

from generator.importer.files.pdf.pdf_layout import PageLayout
from generator.importer.files.pdf.pdf_lines import TextRow, measure_leading, measure_size
from generator.importer.files.pdf.pdf_page import RIGHT_ANGLE, Box, Turning
from generator.japanese.fold import without_space
from generator.japanese.page_numbers import PageNumber, PageNumberForm, read_page_number

# How many lines of a page's edge may be the page's own, and within which part of its height.
_DEEPEST: Final = 3
_BAND: Final = 0.2
# Parts of the page's height in which a page number stands: alone, and dressed or counting on.
_EDGE: Final = 0.1
_WIDE_EDGE: Final = 0.15
# Points from the edge, or a part of the page's longer side, within which a running head of one line stands; and by how
# many points further in one stands for each line further out.
_MARGIN: Final = 64.0
_MARGIN_PART: Final = 0.08
_MARGIN_LINE: Final = 18.0
# Points: what is no further apart is at one place. And the part of its size by which a line is of another size.
SAME: Final = 3.0
_OTHER_SIZE: Final = 0.08
# So many lines tell a page's own distance between them; and so many of a file the one that is usual in it.
_TELLING: Final = 8
# So many ems from where the text begins a line of it may begin.
_INDENT: Final = 4
# A page's number beside words: behind a space, or dressed; and words that a number of their own belongs to.
_BESIDE: Final = (
    re.compile(r"(?P<words>.*\S)\s+(?P<number>\S+(?:\s*[/／]\s*\d+)?)"),
    re.compile(r"(?P<number>\S+(?:\s*[/／]\s*\d+)?)\s+(?P<words>\S.*)"),
    re.compile(r"(?P<words>.*?[^\s\d/-])\s*(?P<number>[-‐-―－]\s*\d+\s*[-‐-―－])"),
)
_LONE: Final = (PageNumberForm.BARE, PageNumberForm.BRACKETED, PageNumberForm.ADORNED, PageNumberForm.ROMAN)
_NUMBERED: Final = re.compile(r"(?:資料|別紙|別表|様式|参考|添付|[表図号第]|N[oｏ][.．]?)$", re.IGNORECASE)


@dataclass(frozen=True)
class MarginLine:
    """A line near an edge of a page: its upper or lower one, as the line itself is turned.

    ``page`` and ``index`` are those of the layout and of its ``lines``; ``box`` is the page, ``left`` where its text
    begins. ``gap`` is how far the next text further in is, ``leading`` the usual distance of lines, ``size`` that of
    their characters; all in points. ``outer`` counts the lines further out.
    """

    page: int
    index: int
    row: TextRow
    upper: bool
    box: Box
    left: float
    gap: float
    leading: float
    size: float
    outer: int = 0

    @property
    def key(self) -> tuple[int, int, bool]:
        """What tells it from all others."""
        return self.page, self.index, self.upper

    @property
    def page_size(self) -> tuple[int, int]:
        """The width and height of its page."""
        return round(self.box.width), round(self.box.height)

    @cached_property
    def text(self) -> str:
        """Its text, folded and without white space."""
        return fold_row(self.row)

    @cached_property
    def number(self) -> PageNumber | None:
        """The number of a page that it may be."""
        return read_page_number(self.row.text)

    @cached_property
    def words(self) -> tuple[str, int] | None:
        """What it says besides the number of its page, and by how much that is ahead of the page's place."""
        if self.number is not None:
            return "", self.number.number - self.page
        for pattern in _BESIDE:
            match = pattern.fullmatch(self.row.text)
            number = read_page_number(match["number"]) if match else None
            own = number is not None and number.form in _LONE and match and _NUMBERED.search(match["words"])
            if match and number and not own:
                return match["words"], number.number - self.page
        return None

    @property
    def height(self) -> float:
        """How far it is from the edge."""
        return self.row.base - self.box.top if self.upper else self.box.bottom - self.row.base

    @property
    def apart(self) -> bool:
        """Whether it is set off from the text further in, by its distance or its size."""
        far = self.gap > max(1.15 * self.leading, 1.6 * self.row.size)
        return far or abs(self.row.size - self.size) > _OTHER_SIZE * self.size

    @property
    def in_margin(self) -> bool:
        """Whether it is so near to the edge as the text of a page hardly ever begins."""
        return self.height <= min(_MARGIN, _MARGIN_PART * max(self.page_size)) + _MARGIN_LINE * self.outer

    @property
    def near(self) -> bool:
        """Whether it is where a number of this form stands on a page."""
        dressed = self.number is not None and self.number.form is PageNumberForm.DRESSED
        return self.height <= (_WIDE_EDGE if dressed else _EDGE) * self.box.height

    @property
    def flush(self) -> bool:
        """Whether it begins where lines of the text do."""
        indent = (self.row.x0 - self.left) / self.row.size
        return abs(indent - round(indent)) * self.row.size <= SAME and 0 <= round(indent) <= _INDENT

    def is_at(self, other: "MarginLine") -> bool:
        """Tell whether ``other`` stands at the same place of its page, or of one that faces this."""
        return (
            self.upper is other.upper
            and abs(self.height - other.height) <= SAME
            and abs(self.row.size - other.row.size) <= _OTHER_SIZE * self.row.size
            and any(
                abs(one - two) <= SAME
                for others in (other.sides, other.sides[::-1])
                for one, two in zip(self.sides, others, strict=True)
            )
        )

    @property
    def sides(self) -> tuple[float, float, float]:
        """How far it is from the left edge, how much further from one edge than from the other, and from the right."""
        left, right = self.row.x0 - self.box.x0, self.box.x1 - self.row.x1
        return left, abs(left - right), right


def fold_row(row: TextRow) -> str:
    """Return the text of ``row``, folded and without white space."""
    return without_space(unicodedata.normalize("NFKC", row.text))


def is_marked(row: TextRow) -> bool:
    """Tell whether the PDF itself marks ``row`` as the page's."""
    return all(glyph.margin for glyph in row.printed)


def find_margin_lines(pages: Sequence[PageLayout]) -> Iterator[list[MarginLine]]:
    """Yield for each edge of ``pages`` the lines at it that the PDF does not mark, from the outermost inwards."""
    known = [step for page in pages if (step := measure_leading(page.rows)) and len(page.rows) >= _TELLING]
    usual = median(known) if known else 0
    for at, page in enumerate(pages):
        for upper in (True, False):
            yield list(_find_level(page, at, usual, upper=upper))
            for turn in sorted({row.printed[0].turn for row in page.turned}):
                if turn % RIGHT_ANGLE == 0:
                    yield list(_find_turned(page, at, turn, upper=upper))


def _find_level(page: PageLayout, at: int, usual: float, *, upper: bool) -> Iterator[MarginLine]:
    """Yield the lines outside the page's tables."""
    box = page.sheet.box
    own = [row for row in page.rows if not is_marked(row)]
    leading = measure_leading(own) if len(own) >= _TELLING or not usual else usual
    ordered = sorted(own, key=lambda row: row.base, reverse=not upper)
    inner = [table.box.top if upper else table.box.bottom for table in page.tables]
    size = measure_size(own)
    for outer, (row, below) in enumerate(zip(ordered[:_DEEPEST], (*ordered[1:], None), strict=False)):
        distance = row.base - box.top if upper else box.bottom - row.base
        if distance > _BAND * box.height or any(edge < row.base if upper else edge > row.base for edge in inner):
            return
        next_ones = inner if below is None else [*inner, below.base]
        gap = min((abs(row.base - other) for other in next_ones), default=box.height)
        left = min(_list_left_ends(page, row), default=box.x0)
        yield MarginLine(at, page.rows.index(row), row, upper, box, left, gap, leading, size, outer)


def _list_left_ends(page: PageLayout, besides: TextRow) -> Iterator[float]:
    yield from (row.x0 for row in page.rows if row is not besides and not is_marked(row))
    yield from (table.box.x0 for table in page.tables)


def _find_turned(page: PageLayout, at: int, turn: int, *, upper: bool) -> Iterator[MarginLine]:
    """Yield the lines that run at a right angle to the page's text, with nothing of it further out."""
    box = _turn_box(page.sheet.box, turn)
    boxes = [*(row.box for row in page.rows if not is_marked(row)), *(table.box for table in page.tables)]
    texts = [_turn_box(one, turn) for one in boxes]
    for index, row in enumerate(page.turned, start=len(page.rows)):
        distance = row.base - box.top if upper else box.bottom - row.base
        reach = 2 * row.size
        beside = [one for one in texts if one.x0 < row.x1 + reach and one.x1 > row.x0 - reach]
        gap = min((one.top - row.base if upper else row.box.top - one.bottom for one in beside), default=box.height)
        if row.printed[0].turn == turn and distance <= _BAND * box.height and gap > 0 and not is_marked(row):
            yield MarginLine(at, index, row, upper, box, box.x0, gap + reach, 0, row.size)


def _turn_box(box: Box, turn: int) -> Box:
    """Return ``box`` as lines see it that run at ``turn`` degrees."""
    return Turning(turn).box((box.x0, -box.bottom, box.x1, -box.top))
