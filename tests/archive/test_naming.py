"""What the columns of a table enumerate, and what of it is no item."""

from generator.archive.checks.naming import check_items_complete
from generator.kinds.names import Names
from generator.kinds.registered_item import ITEMS, RegisteredItem
from generator.model.consultation import Cell, Item, Section, TableRow
from generator.model.vocabulary import ItemCategory
from tests.archive.making import record_of

NAMES = Names.holding(
    {
        ITEMS: tuple(
            RegisteredItem(name=name, reading="よみ", slug=f"i{number}", category=ItemCategory.OTHER)
            for number, name in enumerate(("氏名", "住所"))
        )
    }
)


def forgotten(*rows: tuple[str, ...]) -> list[str]:
    header = TableRow(tuple(Cell(f"見出し{number}") for number in range(len(rows[0]))), header=True)
    table = (header, *(TableRow(tuple(map(Cell, cells))) for cells in rows))
    items = (Item("氏名"), Item("住所"))
    record = record_of(Section(heading="５ 項目", text="次の表のとおり", table=table, items=items))
    return [problem.message for problem in check_items_complete(record, NAMES)]


def test_an_item_that_a_column_of_items_lists_is_not_forgotten() -> None:
    assert forgotten(("氏名、住所", "必要"), ("電話番号", "")) == [
        "本文に挙げられた「電話番号」に当たる項目が items にありません。"
    ]


def test_a_cell_across_columns_is_no_item_of_theirs() -> None:
    rows = (TableRow((Cell("氏名、住所"), Cell("必要"))), TableRow((Cell("合計", columns=2),)))
    record = record_of(Section(heading="５ 項目", table=rows, items=(Item("氏名"), Item("住所"))))
    assert list(check_items_complete(record, NAMES)) == []


def test_a_column_about_items_lists_none() -> None:
    assert forgotten(("氏名", "氏名で探すため"), ("住所", "送るため")) == []


def test_words_that_are_no_name_are_no_forgotten_items() -> None:
    assert forgotten(("氏名", ""), ("住所、等", ""), ("－", ""), ("別紙のとおり", "")) == []
