"""Makes lines and grids of pages whose furniture is known, in the order they are read, measured in ems."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from generator.importer.files.pdf.columns import Item, Zone, column_width, top_of, zones_of
from generator.importer.files.pdf.layout import Layout, SetTable, flush_end, usual_leading, usual_size
from generator.importer.files.pdf.letters import GETA
from generator.importer.files.pdf.lines import Row, is_ruby
from generator.importer.files.pdf.page import Glyph
from generator.importer.files.reading import Grid, LeftOut, Line

# How much more than the usual distance, as a part of it, is a gap between two lines.
_GAP: Final = 1.25
# How many ems a page's text may begin further in than that of other pages of its size.
_SHIFT: Final = 6.0


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


def blocks_of(layouts: Sequence[Layout], furniture: Mapping[tuple[int, int], str]) -> list[PageBlocks]:
    """Return the blocks of each page; ``furniture`` says by indexes of page and row what is left out and why."""
    texts = [
        [row for index, row in enumerate(layout.rows) if (at, index) not in furniture]
        for at, layout in enumerate(layouts)
    ]
    measures = _all_measures(layouts, texts)
    return [
        _Page(layout, measures[at]).blocks(
            texts[at],
            [(row, furniture[at, index]) for index, row in enumerate(layout.rows) if (at, index) in furniture],
        )
        for at, layout in enumerate(layouts)
    ]


class _Page:
    """Numbers the blocks of a page as they are made."""

    def __init__(self, layout: Layout, measures: _Measures) -> None:
        self._layout = layout
        self._measures = measures
        self._number = 0
        self._notes: list[str] = []
        self._tables: dict[int, SetTable] = {}

    def blocks(self, rows: Sequence[Row], furniture: Sequence[tuple[Row, str]]) -> PageBlocks:
        """Return the blocks of ``rows`` and of the page's tables, and what is left out."""
        zones = zones_of([*rows, *self._layout.tables], self._measures.em)
        page = self._layout.sheet.number
        highest = min((top_of(item) for zone in zones for item in zone.items), default=0)
        above = [(row, reason) for row, reason in furniture if row.base < highest]
        below = [(row, reason) for row, reason in furniture if row.base >= highest]
        apart = list(self._left_out(above))
        if any(zone.column for zone in zones):
            self._notes.append(f"{page}ページは２段組みとして、左の段から右の段の順に読みました。")
        width = max((column_width(zone) for zone in zones if zone.column), default=0)
        blocks = [block for zone in zones for block in self._zone(zone, width)]
        blocks.extend(self._turned())
        apart.extend(self._left_out([*below, *((row, reason.value) for row, reason in self._layout.hidden)]))
        return PageBlocks(page, tuple(blocks), tuple(apart), self._tables, tuple(self._notes))

    def _turned(self) -> Iterator[Line]:
        """Yield the lines that run another way, which have no place among the others."""
        first = self._number + 1
        for index, row in enumerate(self._layout.turned):
            reach = round((row.x1 - row.x0) / self._measures.em, 2)
            yield Line(row.text, self._layout.sheet.number, self._count(row.printed), 0, reach, after_gap=index == 0)
        if self._layout.turned:
            self._notes.append(
                f"{self._layout.sheet.number}ページの{first}行目からは、縦書きか傾いた文字で、ページの終わりに置きました："
                f"「{self._layout.turned[0].text}」など{len(self._layout.turned)}行"
            )

    def _left_out(self, rows: Iterable[tuple[Row, str]]) -> Iterator[LeftOut]:
        for row, reason in rows:
            yield LeftOut(row.text, self._layout.sheet.number, self._count(row.printed), reason)

    def _zone(self, zone: Zone, width: float) -> Iterator[Line | Grid]:
        measures = self._measures
        rows = [item for item in zone.items if isinstance(item, Row)]
        if zone.column and rows:
            left = min(row.x0 for row in rows)
            measures = _Measures(measures.em, usual_leading(rows) or measures.leading, left, left + width)
        before: Item | None = None
        for item in zone.items:
            if isinstance(item, SetTable):
                number = self._count(item.glyphs)
                self._tables[number] = item
                yield Grid(item.rows, self._layout.sheet.number, number)
            elif isinstance(before, Row) and is_ruby(item, before):
                yield self._line(item, measures, gap=False)
                self._notes.append(f"{self._place()}は、ふりがなのような小さな文字です：「{item.text}」")
                continue
            else:
                yield self._line(item, measures, gap=_is_gap(before, item, measures))
            before = item

    def _line(self, row: Row, measures: _Measures, *, gap: bool) -> Line:
        indent, reach, measure = ((x - measures.left) / measures.em for x in (row.x0, row.x1, measures.right))
        return Line(
            row.text,
            self._layout.sheet.number,
            self._count(row.printed),
            round(indent, 2),
            round(reach, 2),
            round(measure, 2),
            after_gap=gap,
        )

    def _count(self, glyphs: Iterable[Glyph]) -> int:
        self._number += 1
        unread = sum(glyph.named == GETA for glyph in glyphs)
        if unread:
            self._notes.append(
                f"{self._place()}: この文字はPDFから読み取れません（{unread}字）。〓にしましたので、"
                "原本を見て直してください。"
            )
        return self._number

    def _place(self) -> str:
        return f"{self._layout.sheet.number}ページの{self._number}行目"


def _is_gap(before: Item | None, row: Row, measures: _Measures) -> bool:
    if before is None:
        return False
    if isinstance(before, SetTable):
        return row.top - before.box.bottom > measures.leading - row.size
    usual = measures.leading or 2 * row.size
    return row.base - before.base > _GAP * usual


def _all_measures(layouts: Sequence[Layout], texts: Sequence[Sequence[Row]]) -> list[_Measures]:
    """Return the measures of each page, with the help of the other pages of its size where it holds little text."""
    ems = [usual_size(rows) for rows in texts]
    em = usual_size([row for rows in texts for row in rows]) or 10.5
    leadings = [usual_leading(rows) for rows in texts]
    leading = median(found) if (found := [step for step in leadings if step]) else 0
    sizes = [(round(layout.sheet.box.x1 - layout.sheet.box.x0), round(layout.sheet.box.bottom)) for layout in layouts]
    measures = []
    for at, size in enumerate(sizes):
        alike = [rows for rows, other in zip(texts, sizes, strict=True) if other == size and rows]
        left, right = _edges(texts[at], alike, ems[at] or em)
        measures.append(_Measures(ems[at] or em, leadings[at] or leading, left, right))
    return measures


def _edges(rows: Sequence[Row], alike: Iterable[Sequence[Row]], em: float) -> tuple[float, float]:
    """Return where the text of a page begins and full lines end; ``alike`` is the text of all pages of its size."""
    if not rows:
        return 0, 0
    pages = list(alike)
    left, usual = min(row.x0 for row in rows), _most_common(min(row.x0 for row in page) for page in pages)
    if usual is not None and left - _SHIFT * em < usual < left:
        left = usual
    flush = flush_end(rows)
    if flush is None:
        known = [end for page in pages if (end := flush_end(page)) is not None]
        flush = max(_most_common(known) or 0, *(row.x1 for row in rows))
    return left, flush


def _most_common(edges: Iterable[float]) -> float | None:
    found = Counter(round(edge, 1) for edge in edges).most_common(1)
    return found[0][0] if found else None
