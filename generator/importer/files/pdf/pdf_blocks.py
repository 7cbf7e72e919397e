"""Makes lines and grids of pages whose furniture is known, in the order they are read, measured in ems."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median, mode
from typing import Final

from generator.importer.files.pdf.pdf_layout import PageLayout, SetTable, Unit, Zone, divide_zones
from generator.importer.files.pdf.pdf_lines import (
    TextRow,
    find_flush_end,
    is_ruby,
    join_rows,
    measure_leading,
    measure_size,
)
from generator.importer.files.pdf.pdf_page import GETA, Glyph
from generator.importer.files.reading import Block, Grid, LeftOut, Line, Reading
from generator.model.consultation import Cell, TableRow
from generator.model.tables import lay_out

# How much more than the usual distance, as a part of it, is a gap between two lines.
_GAP: Final = 1.25
# How many ems a page's text may begin further in than that of other pages of its size.
_SHIFT: Final = 6.0
# Why a row is left out, as a clerk is told.
REPEATED_ROW: Final = "次のページで繰り返される表の見出し"
# How many points the columns of a table that goes on may be off.
_SAME: Final = 4.0


@dataclass(frozen=True)
class PageBlocks:
    """What a page holds in the order of reading; ``tables`` are those of its grids, by their number on the page."""

    page: int
    blocks: tuple[Line | Grid, ...]
    left_out: tuple[LeftOut, ...]
    tables: dict[int, SetTable]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class _Measures:
    """The page's text: the size of a character, the usual distance of its lines, and its edges, in points."""

    em: float
    leading: float
    left: float
    right: float


def make_blocks(layouts: Sequence[PageLayout], furniture: Mapping[tuple[int, int], str]) -> list[PageBlocks]:
    """Return the blocks of each page; ``furniture`` says by indexes of page and row what is left out and why."""
    rows = [[(row, furniture.get((at, index))) for index, row in enumerate(one.rows)] for at, one in enumerate(layouts)]
    texts = [[row for row, reason in page if reason is None] for page in rows]
    furnished = [[(row, reason) for row, reason in page if reason is not None] for page in rows]
    measures = _measure_all(layouts, texts)
    return [_PageReader(one, measures[at]).blocks(texts[at], furnished[at]) for at, one in enumerate(layouts)]


class _PageReader:
    """Numbers the blocks of a page as they are made."""

    def __init__(self, layout: PageLayout, measures: _Measures) -> None:
        self._layout = layout
        self._page = layout.sheet.number
        self._measures = measures
        self._number = 0
        self._notes: list[str] = []
        self._tables: dict[int, SetTable] = {}

    def blocks(self, rows: Sequence[TextRow], furniture: Sequence[tuple[TextRow, str]]) -> PageBlocks:
        """Return the blocks of ``rows`` and of the page's tables, and what is left out."""
        zones = divide_zones([*rows, *self._layout.tables], self._measures.em)
        highest = min((item.box.top for zone in zones for item in zone.items), default=0)
        apart = list(self._leave_out((row, reason) for row, reason in furniture if row.base < highest))
        if any(zone.column for zone in zones):
            self._notes.append(f"{self._page}ページは２段組みとして、左の段から右の段の順に読みました。")
        width = max((item.box.width for zone in zones if zone.column for item in zone.items), default=0)
        blocks = [block for zone in zones for block in self._read_zone(zone, width)]
        blocks.extend(self._place_turned())
        apart.extend(self._leave_out((row, reason) for row, reason in furniture if row.base >= highest))
        apart.extend(self._leave_out((row, reason.value) for row, reason in self._layout.hidden))
        return PageBlocks(self._page, tuple(blocks), tuple(apart), self._tables, tuple(self._notes))

    def _place_turned(self) -> Iterator[Line]:
        """Yield the lines that run another way, which have no place among the others."""
        first = self._number + 1
        for index, row in enumerate(self._layout.turned):
            reach = round(row.box.width / self._measures.em, 2)
            yield Line(row.text, self._page, self._count(row.printed), 0, reach, after_gap=index == 0)
        if self._layout.turned:
            self._notes.append(
                f"{self._page}ページの{first}行目からは、縦書きか傾いた文字で、ページの終わりに置きました："
                f"「{self._layout.turned[0].text}」など{len(self._layout.turned)}行"
            )

    def _leave_out(self, rows: Iterable[tuple[TextRow, str]]) -> Iterator[LeftOut]:
        for row, reason in rows:
            yield LeftOut(row.text, self._page, self._count(row.printed), reason)

    def _read_zone(self, zone: Zone, width: float) -> Iterator[Line | Grid]:
        measures = self._measures
        rows = [item for item in zone.items if isinstance(item, TextRow)]
        if zone.column and rows:
            left = min(row.x0 for row in rows)
            measures = _Measures(measures.em, measure_leading(rows) or measures.leading, left, left + width)
        before: Unit | None = None
        for item in zone.items:
            if isinstance(item, SetTable):
                number = self._count(item.glyphs)
                self._tables[number] = item
                yield Grid(item.rows, self._page, number)
            elif isinstance(before, TextRow) and is_ruby(item, before):
                yield self._make_line(item, measures, gap=False)
                self._notes.append(f"{self._name_place()}は、ふりがなのような小さな文字です：「{item.text}」")
                continue
            else:
                yield self._make_line(item, measures, gap=_is_gap(before, item, measures))
            before = item

    def _make_line(self, row: TextRow, measures: _Measures, *, gap: bool) -> Line:
        ends = (row.x0, row.x1, measures.right)
        indent, reach, measure = (round((x - measures.left) / measures.em, 2) for x in ends)
        return Line(row.text, self._page, self._count(row.printed), indent, reach, measure, after_gap=gap)

    def _count(self, glyphs: Iterable[Glyph]) -> int:
        self._number += 1
        if unread := sum(glyph.named == GETA for glyph in glyphs):
            self._notes.append(
                f"{self._name_place()}: この文字はPDFから読み取れません（{unread}字）。〓にしましたので、"
                "原本を見て直してください。"
            )
        return self._number

    def _name_place(self) -> str:
        return f"{self._page}ページの{self._number}行目"


def _is_gap(before: Unit | None, row: TextRow, measures: _Measures) -> bool:
    if before is None:
        return False
    if isinstance(before, SetTable):
        return row.box.top - before.box.bottom > measures.leading - row.size
    return row.base - before.base > _GAP * (measures.leading or 2 * row.size)


def _measure_all(layouts: Sequence[PageLayout], texts: Sequence[Sequence[TextRow]]) -> list[_Measures]:
    """Return the measures of each page, with the help of the other pages of its size where it holds little text."""
    ems = [measure_size(rows) for rows in texts]
    em = measure_size([row for rows in texts for row in rows]) or 10.5
    leadings = [measure_leading(rows) for rows in texts]
    leading = median(found) if (found := [step for step in leadings if step]) else 0
    measures = []
    for at, layout in enumerate(layouts):
        alike = [rows for rows, one in zip(texts, layouts, strict=True) if one.sheet.size == layout.sheet.size and rows]
        left, right = _find_edges(texts[at], alike, ems[at] or em)
        measures.append(_Measures(ems[at] or em, leadings[at] or leading, left, right))
    return measures


def _find_edges(rows: Sequence[TextRow], alike: Sequence[Sequence[TextRow]], em: float) -> tuple[float, float]:
    """Return where the text of a page begins and full lines end; ``alike`` is the text of all pages of its size."""
    if not rows:
        return 0, 0
    left, usual = min(row.x0 for row in rows), mode(round(min(row.x0 for row in page), 1) for page in alike)
    if left - _SHIFT * em < usual < left:
        left = usual
    flush = find_flush_end(rows)
    if flush is None:
        known = [round(end, 1) for page in alike if (end := find_flush_end(page)) is not None]
        flush = max(mode(known) if known else 0, *(row.x1 for row in rows))
    return left, flush


def join_pages(file: str, pages: Sequence[PageBlocks]) -> Reading:
    """Return ``file`` as read; a table that ends a page and goes on at the top of the next becomes one grid."""
    blocks: list[Block] = []
    left_out = [one for page in pages for one in page.left_out]
    notes = [note for page in pages for note in page.notes]
    last: SetTable | None = None  # the table that ended the page before
    for page in pages:
        for index, block in enumerate(page.blocks):
            table = page.tables.get(block.number) if isinstance(block, Grid) else None
            before = blocks[-1] if blocks else None
            if index == 0 and last and table and isinstance(before, Grid) and _same_columns(last, table):
                blocks[-1], dropped = _join(before, table)
                left_out.extend(LeftOut(text, page.page, block.number, REPEATED_ROW) for text in dropped)
                notes.append(
                    f"{page.page - 1}ページの表は{page.page}ページに続くものとして、一つにまとめました。"
                    "ページの変わり目の行を確かめてください。"
                )
            else:
                blocks.append(block)
        final = page.blocks[-1] if page.blocks else None
        last = page.tables.get(final.number) if isinstance(final, Grid) else None
    left_out.sort(key=lambda one: (one.page, one.number))
    return Reading(file, tuple(blocks), tuple(left_out), tuple(notes))


def _same_columns(table: SetTable, other: SetTable) -> bool:
    first, second = table.table.xs, other.table.xs
    return len(first) == len(second) and all(
        abs((one - first[0]) - (two - second[0])) < _SAME for one, two in zip(first, second, strict=True)
    )


def _join(grid: Grid, table: SetTable) -> tuple[Grid, list[str]]:
    """Return ``grid`` with the rows of ``table``, and the text of the heading that ``table`` repeats."""
    rows, following = list(grid.rows), list(table.rows)
    depth = max((cell.rows for cell in rows[0].cells), default=1)
    headings = [[row.cells for row in part[:depth]] for part in (rows, following)]
    dropped: list[str] = []
    if len(following) > depth and headings[0] == headings[1]:
        dropped = [" ".join(row.texts) for row in following[:depth]]
        following = following[depth:]
        rows[:depth] = [replace(row, header=True) for row in rows[:depth]]
    return replace(grid, rows=_join_rows(rows, following, cut=table.table.cut and not dropped)), dropped


def _join_rows(rows: Sequence[TableRow], following: Sequence[TableRow], *, cut: bool) -> tuple[TableRow, ...]:
    """Return the rows one after the other; what the page's end cuts in two is one again.

    That is a whole row where it is ``cut`` and has the same cells on both pages, and else a cell over several rows.
    """
    whole, seam = [*rows, *following], len(rows)
    placed = lay_out(whole).placed
    above = {one.column: one for one in placed if one.row < seam <= one.row + one.cell.rows}
    below = {one.column: one for one in placed if one.row == seam}
    pairs = [
        (upper, lower)
        for column, lower in below.items()
        if (upper := above.get(column)) is not None and upper.cell.columns == lower.cell.columns
    ]
    is_cut = cut and len(pairs) == len(below)
    cells: list[list[Cell | None]] = [list(row.cells) for row in whole]
    for upper, lower in pairs:
        if is_cut or _is_cut(upper.cell, lower.cell):
            text, height = join_rows((upper.cell.text, lower.cell.text)), upper.cell.rows + lower.cell.rows - is_cut
            cells[upper.row][upper.index] = Cell(text, height, upper.cell.columns)
            cells[lower.row][lower.index] = None
    joint = [replace(row, cells=tuple(filter(None, held))) for row, held in zip(whole, cells, strict=True)]
    return tuple(row for at, row in enumerate(joint) if not (is_cut and at == seam))


def _is_cut(upper: Cell, lower: Cell) -> bool:
    """Tell whether a cell over several rows goes on in one without text, or a long one begins without."""
    goes_on, begins = not lower.text and lower.rows > 1, not upper.text and upper.rows > 1
    return (goes_on or begins) and bool(upper.text) != bool(lower.text)
