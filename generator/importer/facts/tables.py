"""Which cells of a table are items of personal data."""

from typing import Final

from generator.importer.facts.found import Doubt
from generator.model.consultation import Section
from generator.model.tables import lay_out

NO_COLUMN: Final = "表のどの列が個人情報の項目か分からないので、表の項目は書いていません。"


def cells_of_items(section: Section) -> tuple[list[str], tuple[Doubt, ...]]:
    """Return the cells below a heading that speaks of 項目, in a table or in a torn one."""
    if section.table:
        return _cells_of_table(section)
    columns = [column for column in section.torn_table if "項目" in column.column]
    return [cell for column in columns for cell in column.cells], ()


def _cells_of_table(section: Section) -> tuple[list[str], tuple[Doubt, ...]]:
    placed = lay_out(section.table).placed
    columns = {each.column for each in placed if each.row == 0 and "項目" in each.cell.text}
    if len(columns) != 1:
        return [], (Doubt((), NO_COLUMN),)
    cells = [
        each.cell.text
        for each in placed
        if each.row > 0 and not section.table[each.row].header and each.column in columns and each.cell.text
    ]
    return [line for text in cells for line in text.split("\n")], ()
