"""Which row of a table names its columns."""

import re
from dataclasses import replace
from typing import Final

from generator.model.consultation import TableRow

_NAMES_A_COLUMN: Final = re.compile(r"項目|分野|区分|種類|種別|名称|名$|内容|件数|番号|No|Ｎｏ|備考|対象")
_LONGEST_NAME: Final = 15


def with_headings(rows: tuple[TableRow, ...]) -> tuple[TableRow, ...]:
    """Return ``rows`` with the first marked as headings, if it looks like those: short names, one for each column."""
    if len(rows) > 1 and _names_columns(rows[0]) and not rows[0].header:
        return (replace(rows[0], header=True), *rows[1:])
    return rows


def _names_columns(row: TableRow) -> bool:
    texts = [cell.text for cell in row.cells]
    short = all(text and len(text) <= _LONGEST_NAME for text in texts)
    return len(texts) > 1 and short and any(_NAMES_A_COLUMN.search(text) for text in texts)
