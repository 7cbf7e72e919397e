"""Which row of a table names its columns."""

import re
from dataclasses import replace
from typing import Final

from generator.importer.document.torn_tables import IsItem
from generator.model.consultation import TableRow

_NAMES_A_COLUMN: Final = re.compile(r"項目|分野|区分|種類|種別|名称|(?<!氏)名$|内容|件数|番号|No|Ｎｏ|備考|対象")
_LONGEST_NAME: Final = 15


def with_headings(rows: tuple[TableRow, ...], is_item: IsItem) -> tuple[TableRow, ...]:
    """Return ``rows`` with the first marked as headings, if it looks like those: short names, one for each column.

    An item, such as 治療薬の種類 or 電話番号, names no column.
    """
    if len(rows) > 1 and _names_columns(rows[0], is_item) and not rows[0].header:
        return (replace(rows[0], header=True), *rows[1:])
    return rows


def _names_columns(row: TableRow, is_item: IsItem) -> bool:
    texts = [cell.text for cell in row.cells]
    short = all(text and len(text) <= _LONGEST_NAME for text in texts)
    names = any(_NAMES_A_COLUMN.search(text) for text in texts) and not any(map(is_item, texts))
    return len(texts) > 1 and short and names
