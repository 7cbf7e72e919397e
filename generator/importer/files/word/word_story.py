"""Reads the paragraphs and tables of a part of a Word document, in their order."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final

from generator.importer.files.notes import ReaderNote
from generator.importer.files.reading import Block, Grid, LeftOut, Line, shorten
from generator.importer.files.text_file import width_of
from generator.importer.files.word.word_numbering import MarkCounter, PrintedMark
from generator.importer.files.word.word_runs import BREAK, Apart, Noticed, Remark, RunPiece, Runs
from generator.importer.files.word.word_tables import RawCell, RawRow, lay_out_rows, put_in_one_line
from generator.importer.files.word.word_xml import (
    Element,
    Styles,
    attribute,
    children,
    choose_alternative,
    collect_text,
    down,
    number,
    switch,
    through,
)

_PAGE: Final = 1
_MOST_COLUMNS: Final = 1_000
_WRAPPERS: Final = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"})
_CELLS: Final = frozenset({"w:tc"})
_ROWS: Final = frozenset({"w:tr"})

UNREAD_MARK: Final = "Wordの自動番号を読み取れません: {}"
DOUBTFUL_MARK: Final = "Wordの自動番号「{mark}」の{doubt}を、原本と見比べてください: {{}}"
NESTED: Final = "表のセルの中に表があります。中の表は、行ごとに文字だけを並べました: {}"
INSERTED_FILE: Final = "ほかの文書が差し込まれています。その中の文字は読み取れません。"


class Story:
    """The blocks of a part of a document, and what is left out, as it is read.

    ``printed`` is what stands in neither as a text of the file: marks and signs; ``replaced`` is the text of the file
    in whose place signs are printed.
    """

    def __init__(self, styles: Styles, counter: MarkCounter) -> None:
        """Read by ``styles`` and number by ``counter``."""
        self.left_out: list[LeftOut] = []
        self.notes: list[ReaderNote] = []
        self.printed: list[str] = []
        self.replaced: list[str] = []
        self._styles = styles
        self._counter = counter
        self._place: list[Remark] = []
        self._runs = Runs(styles, self._place.append)
        self._number = 0
        self._in_table = False
        self._gap = False

    def read_blocks(self, container: Element) -> Iterator[Block]:
        """Yield the blocks in ``container``, and what is left over where its last paragraph has no end."""
        carried: list[RunPiece] = []
        last: Element | None = None
        for name, child in self._find_block_elements(container):
            if name != "w:p" and last is not None:
                yield from self._read_paragraph(last, carried, None)
                carried, last = [], None
            if name == "w:tbl":
                yield from self._read_table(child)
            elif name == "w:altChunk":
                self._tell(INSERTED_FILE, lost=True)
            if name != "w:p":
                continue
            carried.extend(self._runs.read_pieces(child))
            last = child
            if not self._runs.hides_end(child):
                yield from self._read_paragraph(child, carried, self._counter.mark(child))
                carried, last = [], None
        if last is not None:
            yield from self._read_paragraph(last, carried, None)

    def leave_out_all(self, container: Element, reason: Callable[[str], str], *, doubtful: bool = False) -> None:
        """Leave out all that is in ``container``, with the ``reason`` for each of its lines."""
        for block in self.read_blocks(container):
            for text in filter(None, block.texts):
                self.left_out.append(LeftOut(text, block.page, block.number, reason(text), doubtful=doubtful))

    def _find_block_elements(self, container: Element) -> Iterator[tuple[str, Element]]:
        for name, child in children(container):
            if name in {"w:p", "w:tbl", "w:altChunk"}:
                yield name, child
            elif name == "mc:AlternateContent":
                first, _ = choose_alternative(child)
                if first is not None:
                    yield from self._find_block_elements(first)
            elif not name.endswith(("Pr", "Change")):
                yield from self._find_block_elements(child)

    def _read_paragraph(
        self, paragraph: Element, pieces: Sequence[RunPiece], mark: PrintedMark | None
    ) -> Iterator[Block]:
        name = f"「{_shorten(''.join(piece.text for piece in pieces if piece.apart is None))}」"
        self._tell_notices(name)
        boxes = [piece for piece in pieces if piece.box is not None]
        begun = [index for index, piece in enumerate(pieces) if piece.apart is None and piece.text.strip()]
        before = [box for box in boxes if not begun or pieces.index(box) < begun[0]]
        yield from self._read_boxes(before)
        yield from self._read_lines(paragraph, pieces, mark, name)
        yield from self._read_boxes([box for box in boxes if box not in before])

    def _read_boxes(self, boxes: Sequence[RunPiece]) -> Iterator[Block]:
        for piece in boxes:
            if piece.box is None:
                continue
            if piece.apart is not None:
                reason = piece.apart.value
                self.leave_out_all(piece.box, lambda _text, reason=reason: reason, doubtful=True)  # type: ignore[misc]
                continue
            self._tell(f"{Noticed.BOX.value}: {{}}", f"「{_shorten(collect_text(piece.box))}」")
            yield from self.read_blocks(piece.box)

    def _read_lines(
        self, paragraph: Element, pieces: Sequence[RunPiece], mark: PrintedMark | None, name: str
    ) -> Iterator[Line]:
        printed = self._read_mark(mark, name)
        first, left = self._styles.measure_indents(paragraph, mark.level if mark is not None else None)
        for index, line in enumerate(_split(pieces)):
            text = (printed if index == 0 else "") + "".join(piece.text for piece in line if piece.apart is None)
            apart = next((piece.apart for piece in line if piece.apart and piece.text.strip()), None)
            # The number of a paragraph goes with its words where all of them are left out.
            alone = [RunPiece(printed, apart)] if index == 0 and apart and text == printed else []
            self.printed.extend(piece.text for piece in line if piece.added)
            self.replaced.extend(piece.said for piece in line)
            is_shown = bool(text.strip()) and not alone
            if is_shown:
                yield self._make_line(text, left if index else first)
            else:
                self._gap = True
            self._leave_out([*alone, *line], beside_text=is_shown)

    def _make_line(self, text: str, indent: float) -> Line:
        indent += width_of(text[: len(text) - len(text.lstrip())])
        text, gap = text.strip(), self._gap
        self._gap = False
        reach = round(indent + width_of(text), 2)
        return Line(text, _PAGE, self._count(), round(indent, 2), reach, after_gap=gap, ends_paragraph=True)

    def _read_mark(self, mark: PrintedMark | None, name: str) -> str:
        if mark is None:
            return ""
        if mark.text is None:
            self._tell(UNREAD_MARK, name, lost=True)
            return ""
        if mark.doubt:
            self._tell(DOUBTFUL_MARK.format(mark=mark.text.strip(), doubt=mark.doubt), name)
        self.printed.append(mark.text)
        return mark.text

    def _leave_out(self, line: Sequence[RunPiece], *, beside_text: bool) -> None:
        for apart, pieces in groupby(line, key=lambda piece: piece.apart):
            text = "".join(piece.text for piece in pieces).strip()
            if apart is not None and text:
                number = self._number if beside_text else self._count()
                doubtful = apart is not Apart.FIELD
                self.left_out.append(LeftOut(text, _PAGE, number, apart.value, doubtful=doubtful))

    def _read_table(self, table: Element) -> Iterator[Block]:
        rows = [
            (row, [cell for _, cell in through(row, _CELLS, _WRAPPERS)]) for _, row in through(table, _ROWS, _WRAPPERS)
        ]
        if len(rows) == 1 and len(rows[0][1]) == 1 and not _is_deleted(rows[0][0]):
            yield from self.read_blocks(rows[0][1][0])
            return
        outer, self._in_table = self._in_table, True
        if not outer:
            self._number += 1
        read = [one for row, cells in rows if (one := self._read_row(row, cells)) is not None]
        grid, hidden = lay_out_rows(read)
        for text in hidden:
            self.left_out.append(LeftOut(text, _PAGE, self._number, Apart.MERGED.value, doubtful=True))
        self._in_table, self._gap = outer, False
        if any(row.texts for row in grid):
            yield Grid(grid, _PAGE, self._number)

    def _read_row(self, row: Element, cells: Sequence[Element]) -> RawRow | None:
        if _is_deleted(row):
            self._tell(Noticed.CHANGED.value)
            for cell in cells:
                self.leave_out_all(cell, lambda _text: Apart.DELETED_ROW.value, doubtful=True)
            return None
        properties = down(row, "w:trPr")
        before = _bound_columns(number(down(properties, "w:gridBefore")) or 0)
        header = switch(down(properties, "w:tblHeader")) or False
        return RawRow(tuple(self._read_cell(cell) for cell in cells), before, header)

    def _read_cell(self, cell: Element) -> RawCell:
        properties = down(cell, "w:tcPr")
        columns = _bound_columns(number(down(properties, "w:gridSpan")) or 1)
        merge = down(properties, "w:vMerge")
        goes_on = merge is not None and attribute(merge) in {None, "continue"}
        return RawCell("\n".join(self._read_cell_lines(cell)), max(1, columns), merge is not None, goes_on)

    def _read_cell_lines(self, cell: Element) -> Iterator[str]:
        for block in self.read_blocks(cell):
            if isinstance(block, Line):
                yield block.text
                continue
            lines = [line for row in block.rows if (line := put_in_one_line(row))]
            self._tell(NESTED, f"「{_shorten(lines[0])}」")
            yield from lines

    def _count(self) -> int:
        self._number += not self._in_table
        return self._number

    def _tell_notices(self, name: str) -> None:
        """Tell what was noticed in the paragraph called ``name``; what ends with a full stop is said of the whole."""
        for remark in self._place:
            is_whole = remark.message.endswith("。")
            message = remark.message if is_whole else f"{remark.message}: {{}}"
            words = remark.words if is_whole else name.replace("「」", "文字のない段落")
            self._tell(message, words, once=remark.once, lost=remark.lost)
        self._place.clear()

    def _tell(self, message: str, words: str = "", *, once: bool = False, lost: bool = False) -> None:
        """Note it at the line that comes next, or at the table that is being read."""
        self.notes.append(ReaderNote(message, _PAGE, self._number + (not self._in_table), words, once, lost))


def _split(pieces: Sequence[RunPiece]) -> Iterator[list[RunPiece]]:
    """Yield the pieces of each line."""
    line: list[RunPiece] = []
    for piece in pieces:
        if piece.text == BREAK and piece.apart is None:
            yield line
            line = []
        else:
            line.append(piece)
    yield line


def _is_deleted(row: Element) -> bool:
    return down(row, "w:trPr", "w:del") is not None


def _bound_columns(count: int) -> int:
    return min(max(0, count), _MOST_COLUMNS)


def _shorten(text: str) -> str:
    return shorten(" ".join(text.split()))
