"""What the columns of a table are: which row names them, which hold items, and how a torn table is put together.

Of a torn table only the text is left: the extraction put the cells below each other, without their rows.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from generator.importer.document.paragraphs import Paragraph
from generator.importer.document.printed_labels import is_labelled
from generator.model.consultation import Section, TableRow, TornColumn
from generator.model.tables import lay_out

IsItem = Callable[[str], bool]

ROWS_UNKNOWN: Final = (
    "表の行の対応が、文字からは分かりません。どの項目がどの{other}に属するかは書いていません。"
    "元の文書を見て表の形が分かれば、table に書き直してください。"
)
UNREAD: Final = "表のようですが、列を読み分けられませんでした。元の文書を見て、table に書き直してください。"
NO_COLUMN: Final = "表のどの列が個人情報の項目か分からないので、表の項目は書いていません。"

_NAMES_A_COLUMN: Final = re.compile(r"項目|分野|区分|種類|種別|名称|(?<!氏)名$|内容|件数|番号|No|Ｎｏ|備考|対象")
_NAMES_NO_COLUMN: Final = re.compile("[：:、。]")
_LONGEST_HEADING: Final = 15
_LONGEST_HEADING_OF_TEXT: Final = 10
_FEWEST_CELLS: Final = 3
_FEWEST_CELLS_OF_AN_UNREAD_TABLE: Final = 6
_LONGEST_CELL: Final = 60
_TWO: Final = 2


def mark_headings(rows: tuple[TableRow, ...], is_item: IsItem) -> tuple[TableRow, ...]:
    """Return ``rows`` with the first marked as headings, if it looks like those: short names, one for each column.

    An item, such as 治療薬の種類 or 電話番号, names no column.
    """
    if len(rows) > 1 and _names_columns(rows[0], is_item) and not rows[0].header:
        return (replace(rows[0], header=True), *rows[1:])
    return rows


def _names_columns(row: TableRow, is_item: IsItem) -> bool:
    texts = [cell.text for cell in row.cells]
    short = all(text and len(text) <= _LONGEST_HEADING for text in texts)
    names = any(_NAMES_A_COLUMN.search(text) for text in texts) and not any(map(is_item, texts))
    return len(texts) > 1 and short and names


@dataclass(frozen=True)
class TornReading:
    """The paragraphs that are no table, the columns of the table, and the doubts about it."""

    paragraphs: tuple[Paragraph, ...]
    columns: tuple[TornColumn, ...] = ()
    doubts: tuple[str, ...] = ()


def read_torn_table(paragraphs: tuple[Paragraph, ...], is_item: IsItem, *, in_annex: bool = True) -> TornReading:
    """Read a table whose heading names a column of items and one other, such as 「分野 項目名」 of 諮問第978号.

    The cells that are registered items belong to the one column. What stands before an item on its line is the other
    column's; where no line shows two cells, all others must stand together before or after the items. Else nothing is
    told apart, and the lines stay paragraphs. Short lines without such a heading seem a table only in an annex.
    """
    for index, paragraph in enumerate(paragraphs):
        names = paragraph.text.split()
        cells = paragraphs[index + 1 :]
        if heads_columns(paragraph.text, is_item) and len(cells) >= _FEWEST_CELLS and all(map(_is_cell, cells)):
            columns = _read_columns(names, [cell.text for cell in cells], is_item) if len(names) == _TWO else ()
            if columns:
                return TornReading(paragraphs[:index], columns, (ROWS_UNKNOWN.format(other=_other_column(names)),))
            return TornReading(paragraphs, doubts=(UNREAD,))
    looks_torn = len(paragraphs) >= _FEWEST_CELLS_OF_AN_UNREAD_TABLE and all(map(_is_cell, paragraphs))
    return TornReading(paragraphs, doubts=(UNREAD,) if looks_torn and in_annex else ())


def heads_columns(text: str, is_item: IsItem) -> bool:
    """Tell whether ``text`` looks like the names of columns, one of them of items: 分野 項目名, No 項目."""
    names = text.split()
    short = all(len(name) <= _LONGEST_HEADING_OF_TEXT and not _NAMES_NO_COLUMN.search(name) for name in names)
    one_of_items = sum("項目" in name for name in names) == 1 and not any(map(is_item, names))
    return len(names) >= _TWO and short and one_of_items and not is_labelled(text)


def _is_cell(paragraph: Paragraph) -> bool:
    return len(paragraph.text) <= _LONGEST_CELL and "。" not in paragraph.text and not paragraph.label.printed


def _other_column(names: list[str]) -> str:
    return next(name for name in names if "項目" not in name)


def _read_columns(names: list[str], lines: list[str], is_item: IsItem) -> tuple[TornColumn, ...]:
    pairs = [_split_pair(line, is_item) for line in lines]
    if any(pairs):
        others = tuple(pair[0] for pair in pairs if pair)
        items = tuple(pair[1] if pair else line for pair, line in zip(pairs, lines, strict=True))
    else:
        others, items = _tell_apart(lines, is_item)
    return tuple(TornColumn(name, items if "項目" in name else others) for name in names) if others and items else ()


def _split_pair(line: str, is_item: IsItem) -> tuple[str, str] | None:
    """Return the two cells that ``line`` shows, an item beside something else."""
    first, _, second = line.partition(" ")
    return (first, second.strip()) if is_item(second.strip()) and not is_item(first) else None


def _tell_apart(lines: list[str], is_item: IsItem) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what is no item and what is, if the one stands before or after the other; else nothing."""
    known = [index for index, line in enumerate(lines) if is_item(line)]
    if not known:
        return (), ()
    before, items, after = lines[: known[0]], lines[known[0] : known[-1] + 1], lines[known[-1] + 1 :]
    return ((), ()) if before and after else (tuple(before + after), tuple(items))


def cells_of_items(section: Section) -> tuple[list[str], tuple[str, ...]]:
    """Return the cells below a heading that speaks of 項目, in a table or in a torn one, and the doubts about them."""
    if section.table:
        return _cells_of_table(section)
    columns = [column for column in section.torn_table if "項目" in column.column]
    return [cell for column in columns for cell in column.cells], ()


def _cells_of_table(section: Section) -> tuple[list[str], tuple[str, ...]]:
    placed = lay_out(section.table).placed
    columns = {each.column for each in placed if each.row == 0 and "項目" in each.cell.text}
    if len(columns) != 1:
        return [], (NO_COLUMN,)
    cells = [
        each.cell.text
        for each in placed
        if each.row > 0 and not section.table[each.row].header and each.column in columns and each.cell.text
    ]
    return [line for text in cells for line in text.split("\n")], ()
