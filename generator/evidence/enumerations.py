"""What a section enumerates: the parts between 、 of its paragraphs, and what stands in the columns of its tables."""

import re
from collections.abc import Iterable
from typing import Final

from generator.evidence.finding import Name, says
from generator.japanese.fold import fold
from generator.model.consultation import Section
from generator.model.outline import read_label
from generator.model.tables import lay_out

_OPENING: Final = "（(「『［["
_CLOSING: Final = "）)」』］]"


def split_outside_parentheses(text: str, separators: str = "、") -> tuple[str, ...]:
    """Return the parts of ``text`` between ``separators`` that stand outside parentheses and quotation marks.

    No character but the separators is lost, and empty parts are left out.
    """
    parts = [""]
    depth = 0
    for letter in text:
        depth = max(0, depth + (letter in _OPENING) - (letter in _CLOSING))
        if letter in separators and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return tuple(part.strip() for part in parts if part.strip())


_LABELLED_VALUE: Final = re.compile(r"^[^、：:]*[：:]")


def enumerations(section: Section) -> tuple[tuple[str, ...], ...]:
    """Return what ``section`` enumerates: each paragraph's parts between 、, and what stands in each table's columns.

    A label such as 「新たな項目：」 before a part is no word of the item and is left off.
    """
    paragraphs = (split_outside_parentheses(_LABELLED_VALUE.sub("", text)) for text in section.paragraphs)
    return (*paragraphs, *(column.cells for column in section.torn_table), *table_columns(section))


def table_columns(section: Section) -> tuple[tuple[str, ...], ...]:
    """Return what each column of the table of ``section`` enumerates below its headings.

    A cell across several columns, such as 合計, stands for itself. While a cell has no place, nobody knows the columns.
    """
    layout = lay_out(section.table)
    if layout.fault is not None:
        return ()
    columns: dict[tuple[int, ...], list[str]] = {}
    for placed in layout.placed:
        if not section.table[placed.row].header:
            alone = (placed.row,) if placed.cell.columns > 1 else ()
            for paragraph in placed.cell.paragraphs:
                parts = split_outside_parentheses(read_label(paragraph).words)
                columns.setdefault((placed.column, *alone), []).extend(parts)
    return tuple(tuple(columns[key]) for key in sorted(columns) if columns[key])


def segment_of(lists: Iterable[tuple[str, ...]], names: tuple[str, ...]) -> str | None:
    """Return the first part of the enumerated ``lists`` under one of ``names``, in the document's own words.

    A part that is just the name comes before one that holds it: 住所 before 名前・住所が言えるかどうか.
    """
    candidates = [part for parts in lists for part in parts]
    exact = (part for part in candidates if is_just(part, names))
    holding = (part for part in candidates if says(Name(names), part))
    return next(exact, None) or next(holding, None)


def is_just(part: str, names: Iterable[str]) -> bool:
    """Tell whether ``part`` is one of ``names``, apart from what stands in parentheses after it."""
    head = fold(re.split("[（(]", part)[0])
    return any(head == fold(name) for name in names)
