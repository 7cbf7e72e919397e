"""Makes lines and grids of pages whose furniture is known, in the order they are read, measured in ems."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, mode
from typing import Final

from generator.importer.files.notes import ReaderNote
from generator.importer.files.pdf.pdf_columns import Zone, divide_zones
from generator.importer.files.pdf.pdf_furniture import Furniture
from generator.importer.files.pdf.pdf_layout import PageLayout, SetTable, Unit
from generator.importer.files.pdf.pdf_lines import (
    TextRow,
    find_flush_end,
    is_ruby,
    measure_leading,
    measure_size,
)
from generator.importer.files.pdf.pdf_names import SOFT_HYPHEN
from generator.importer.files.pdf.pdf_page import Glyph
from generator.importer.files.pdf.pdf_ruby import Aside
from generator.importer.files.reading import Grid, LeftOut, Line
from generator.importer.files.symbol_fonts import SUPPOSED
from generator.japanese.private_use import GETA

# The part of a page that pictures cover to be worth a look, all of them and each.
_PICTURE: Final = 0.05
_SMALL_PICTURE: Final = 0.01
# The part of its size that what prints something is wide, at least.
_WIDE: Final = 0.1
# How much more than the usual distance, as a part of it, is a gap between two lines.
_GAP: Final = 1.25
# How many ems a page's text may begin further in than that of other pages of its size.
_SHIFT: Final = 6.0
_COLUMNS: Final = "{}は２段組みとして、左の段から右の段の順に読みました。原本と見比べてください。"
_BESIDE: Final = (
    "{}は、罫線のない表か２段組みのように文字が横に並んでいて、行ごとに読みました。原本と見比べてください。"
)
_PICTURES: Final = "{}には画像があります。画像の中の文字は読み取れません。原本と見比べてください。"
_HYPHEN: Final = "{}に、印刷されていればハイフン「-」の文字（ソフトハイフン）があります。原本を見て補ってください。"
_SHAPES: Final = "{}には図形（線で描かれた形）があります。文字なら読み取れていないので、原本を見て補ってください。"
_TURNED: Final = "{}は、縦書きか傾いた文字で、ページの終わりに置きました。原本と見比べてください。"
_SMALL: Final = "{}は、ふりがなのような小さな文字です。原本と見比べてください。"
_UNREAD: Final = "{}: この文字はPDFから読み取れません。〓にしましたので、原本を見て直してください。"


@dataclass(frozen=True)
class PageBlocks:
    """What a page holds in the order of reading; ``tables`` are those of its grids, by their number on the page."""

    page: int
    blocks: tuple[Line | Grid, ...]
    left_out: tuple[LeftOut, ...]
    tables: dict[int, SetTable]
    notes: tuple[ReaderNote, ...]


@dataclass(frozen=True)
class _Measures:
    """The page's text: the size of a character, the usual distance of its lines, and its edges, in points."""

    em: float
    leading: float
    left: float
    right: float


def make_blocks(layouts: Sequence[PageLayout], furniture: Mapping[tuple[int, int], Furniture]) -> list[PageBlocks]:
    """Return the blocks of each page; ``furniture`` says by indexes of page and line what is, or may be, the page's."""
    judged = [
        {row: found for index, row in enumerate(page.lines) if (found := furniture.get((at, index)))}
        for at, page in enumerate(layouts)
    ]
    texts = [
        [row for row in page.rows if not (row in own and own[row].reason)]
        for page, own in zip(layouts, judged, strict=True)
    ]
    measures = _measure_all(layouts, texts)
    return [_PageReader(one, measures[at], judged[at]).blocks(texts[at]) for at, one in enumerate(layouts)]


class _PageReader:
    """Numbers the blocks of a page as they are made."""

    def __init__(self, layout: PageLayout, measures: _Measures, furniture: Mapping[TextRow, Furniture]) -> None:
        self._layout = layout
        self._furniture = furniture
        self._page = layout.sheet.number
        self._measures = measures
        self._number = 0
        self._notes: list[ReaderNote] = []
        self._tables: dict[int, SetTable] = {}
        self._asides = list(layout.asides)
        self._above: list[LeftOut] = []
        # How far down the page each of the blocks reaches, with its number.
        self._reached: list[tuple[float, int]] = []

    def blocks(self, rows: Sequence[TextRow]) -> PageBlocks:
        """Return the blocks of ``rows`` and of the page's tables, and what is left out."""
        zones = divide_zones([*rows, *self._layout.tables], self._measures.em)
        highest = min((item.box.top for zone in zones for item in zone.items), default=0)
        own = [(row, found.reason) for row, found in self._furniture.items() if found.reason]
        apart = list(self._leave_out((row, reason) for row, reason in own if self._is_above(row, highest)))
        width = max((item.box.width for zone in zones if zone.column for item in zone.items), default=0)
        blocks = [block for zone in zones for block in self._read_zone(zone, width)]
        blocks.extend(self._place_turned())
        apart.extend(self._leave_out((row, reason) for row, reason in own if not self._is_above(row, highest)))
        for row, reason in self._layout.hidden:
            apart.append(LeftOut(row.text, self._page, self._number_at(row.base), reason.value, doubtful=True))
        self._note_pictures()
        apart.extend((*self._above, *map(self._leave_aside, self._asides)))
        return PageBlocks(self._page, tuple(blocks), tuple(apart), self._tables, tuple(self._notes))

    def _place_turned(self) -> Iterator[Line]:
        """Yield the lines that run another way, which have no place among the others."""
        first = self._number + 1
        turned = [row for row in self._layout.turned if row not in self._furniture]
        for index, row in enumerate(turned):
            reach = round(row.box.width / self._measures.em, 2)
            yield Line(row.text, self._page, self._count(row.glyphs), 0, reach, after_gap=index == 0)
        if turned:
            shown = f"（「{turned[0].text}」など{len(turned)}行）"
            self._note(_TURNED, first, f"{self._page}ページの{first}行目から{shown}")

    def _leave_out(self, rows: Iterable[tuple[TextRow, str]]) -> Iterator[LeftOut]:
        for row, reason in rows:
            yield LeftOut(row.text, self._page, self._count(row.glyphs), reason)
            self._note_furniture(row)

    def _is_above(self, row: TextRow, highest: float) -> bool:
        return row.printed[0].turn == 0 and row.base < highest

    def _read_zone(self, zone: Zone, width: float) -> Iterator[Line | Grid]:
        measures = self._measures
        rows = [item for item in zone.items if isinstance(item, TextRow)]
        if zone.column and not any(note.message == _COLUMNS for note in self._notes):
            self._note(_COLUMNS, self._number + 1, f"{self._page}ページ")
        if zone.column and rows:
            left = min(row.x0 for row in rows)
            measures = _Measures(measures.em, measure_leading(rows) or measures.leading, left, left + width)
        before: Unit | None = None
        for item in zone.items:
            if isinstance(item, SetTable):
                number = self._count(item.glyphs)
                self._reached.append((item.box.bottom, number))
                self._tables[number] = item
                yield Grid(item.rows, self._page, number)
            elif isinstance(before, TextRow) and is_ruby(item, before):
                yield self._make_line(item, measures, gap=False)
                self._note(_SMALL, self._number, f"{self._name_place()}の「{item.text}」")
                continue
            else:
                yield self._make_line(item, measures, gap=_is_gap(before, item, measures))
                if item in zone.unsure:
                    self._note(_BESIDE, self._number, f"{self._name_place()}から")
            before = item

    def _make_line(self, row: TextRow, measures: _Measures, *, gap: bool) -> Line:
        ends = (row.x0, row.x1, measures.right)
        indent, reach, measure = (round((x - measures.left) / measures.em, 2) for x in ends)
        line = Line(row.text, self._page, self._count(row.glyphs), indent, reach, measure, after_gap=gap)
        self._reached.append((row.base, line.number))
        self._note_furniture(row)
        return line

    def _count(self, glyphs: Sequence[Glyph]) -> int:
        """Return the number of the next block, which holds ``glyphs``, and leave out what stands small above these."""
        self._number += 1
        if unread := sum(glyph.named == GETA for glyph in glyphs):
            self._note(_UNREAD, self._number, f"{self._name_place()}（{unread}字）", lost=True)
        if any(glyph.named == SOFT_HYPHEN and glyph.x1 - glyph.x0 > _WIDE * glyph.size for glyph in glyphs):
            self._note(_HYPHEN, self._number, self._name_place(), lost=True)
        for sign in dict.fromkeys(glyph.sign for glyph in glyphs if glyph.supposed):
            self._notes.append(ReaderNote(SUPPOSED, self._page, self._number, f"「{sign}」", once=True))
        for aside in [one for one in self._asides if one.over in glyphs]:
            self._asides.remove(aside)
            self._above.append(self._leave_aside(aside))
        return self._number

    def _leave_aside(self, aside: Aside) -> LeftOut:
        return LeftOut(aside.row.text, self._page, self._number, aside.reason, doubtful=True)

    def _note_pictures(self) -> None:
        sheet = self._layout.sheet
        for message, boxes in ((_PICTURES, sheet.pictures), (_SHAPES, sheet.shapes)):
            large = [box for box in boxes if box.area >= _SMALL_PICTURE * sheet.box.area]
            if sheet.recognised or not sheet.glyphs or sum(box.area for box in large) < _PICTURE * sheet.box.area:
                continue
            for box in large:
                above = [number for reached, number in self._reached if reached <= box.middle[1]]
                number = max(above, default=min((number for _, number in self._reached), default=0))
                self._note(message, number, f"{self._page}ページ", lost=True)

    def _number_at(self, y: float) -> int:
        """Return the number of the block that stands at ``y`` or next below it, or of the last."""
        return next((number for reached, number in self._reached if reached >= y), self._number)

    def _note_furniture(self, row: TextRow) -> None:
        found = self._furniture.get(row)
        if found and found.doubt:
            lost = bool(found.reason)
            page = f"{self._page}ページ"
            self._notes.append(ReaderNote(found.doubt, self._page, self._number, page, once=True, lost=lost))

    def _note(self, message: str, number: int, words: str, *, lost: bool = False) -> None:
        self._notes.append(ReaderNote(message, self._page, number, words, lost=lost))

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
