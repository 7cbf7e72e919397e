"""Tables whose rows are known: their cells fill a grid, so that each stands in its row and under its heading."""

from collections.abc import Iterator
from typing import Final

from generator.archive.record import Record
from generator.model.outline import Path, Place
from generator.model.tables import MOST_COLUMNS, Fault, FaultyPlace, Layout, lay_out
from generator.problems import Problem

_SPANS_REMEDY: Final = "つながったセルの rows（行の数）と columns（列の数）を、文書の表と見比べて直してください。"


def check_tables(record: Record) -> Iterator[Problem]:
    """Yield for each table the first cell that has no place, or the first row that is not full."""
    for place in record.places:
        layout = lay_out(place.section.table)
        if layout.fault is not None:
            message, remedy = _told(layout, layout.fault)
            yield record.stored.problem(_path(place, layout.fault), message, remedy)


def _path(place: Place, fault: FaultyPlace) -> Path:
    row = (*place.path, "table", fault.row)
    return row if fault.index is None else (*row, "cells", fault.index)


def _told(layout: Layout, faulty: FaultyPlace) -> tuple[str, str]:
    row = faulty.row + 1
    match faulty.fault:
        case Fault.SPANS_NOTHING:
            message = "セルの rows（行の数）と columns（列の数）は、1以上です。"
            return message, "1行だけ、1列だけのセルでは、その行を消してください。"
        case Fault.TOO_WIDE:
            message = f"表の列が多すぎます（{layout.columns:,}列。上限は{MOST_COLUMNS}列）。"
            return message, "columns（横につながった列の数）の書き誤りでなければ、表を分けてください。"
        case Fault.BELOW_THE_END:
            return f"表の{row}行目のこのセルは、表の終わりより下まで続くことになります。", _SPANS_REMEDY
        case Fault.BEYOND_THE_EDGE:
            message = f"表の{row}行目のこのセルが、表の右にはみ出します（1行目は{layout.columns}列です）。"
            return message, f"セルが多すぎないか確かめてください。{_SPANS_REMEDY}"
        case Fault.OVERLAPS:
            return f"表の{row}行目のこのセルが、上の行から続くセルと重なります。", _SPANS_REMEDY
        case Fault.HOLE:
            message = f"表の{row}行目のセルが足りません（1行目は{layout.columns}列です）。"
            return message, f"空のセルは '' と書いてください。{_SPANS_REMEDY}"
