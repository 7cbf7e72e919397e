"""The text of a document, piece by piece."""

import datetime as dt

import pytest

from generator.archive.archive import Archive
from generator.model.consultation import Cell, Printed, Section, TableRow, TornColumn
from generator.model.document import pieces, title_block
from tests.golden.reading import NUMBERS, golden_facts
from tests.model.making import made_up


@pytest.mark.parametrize(
    ("number", "quote"), [(number, quote) for number in NUMBERS for quote in golden_facts(number)["quotes"]]
)
def test_words_torn_by_the_line_breaks_of_the_pdf_stand_in_one_piece(archive: Archive, number: int, quote: str) -> None:
    assert any(quote in piece.text for piece in pieces(archive.by_number[number].consultation))


def test_the_title_block_is_derived_in_the_documents_own_characters() -> None:
    block = title_block(made_up(number=984, document=10, meeting=dt.date(2022, 6, 17), subtitle="（仮称）開設"))
    assert (block.document, block.number, block.date) == ("審議資料Ｎｏ．１０", "諮問第９８４号", "令和４年６月１７日")
    assert block.subtitle == "（（仮称）開設）"


def test_pieces_come_in_the_order_of_the_document_with_the_paths_of_their_fields() -> None:
    table = (TornColumn("分野", ("里親",)),)
    inner = Section(text="（１）甲\n乙")
    consultation = made_up(Section(heading="１ 題", text="前", sections=(inner,)), Section(torn_table=table))
    found = [(piece.path, piece.text, piece.torn_table) for piece in pieces(consultation)][3:]
    assert found == [
        (("meeting",), "令和４年６月１７日", ()),
        (("departments", 0), "試験部試験課", ()),
        (("sections", 0, "heading"), "１ 題", ()),
        (("sections", 0, "text"), "前", ()),
        (("sections", 0, "sections", 0, "text"), "（１）甲", ()),
        (("sections", 0, "sections", 0, "text"), "乙", ()),
        (("sections", 1, "torn_table"), "", table),
    ]


def test_lines_of_the_title_block_stand_as_printed_where_the_file_says_so() -> None:
    consultation = made_up(number=975, document=1, printed=Printed(document="審議資料No.1", date="令和4年6月17日"))
    block = title_block(consultation)
    assert (block.document, block.number, block.date) == ("審議資料No.1", "諮問第９７５号", "令和4年6月17日")
    paths = [piece.path for piece in pieces(consultation)]
    assert paths[:2] == [("printed", "document"), ("number",)]
    assert ("printed", "date") in paths
    assert ("meeting",) not in paths
    assert title_block(made_up(printed=Printed(number="諮問第1号"))).number == "諮問第1号"


def test_a_document_without_a_number_has_no_line_for_it() -> None:
    consultation = made_up(number=975, document=None)
    assert title_block(consultation).document is None
    assert [piece.path for piece in pieces(consultation)][:2] == [("number",), ("title",)]


def test_a_subtitle_stands_between_its_own_parentheses_where_the_file_says_so() -> None:
    consultation = made_up(subtitle="副題", printed=Printed(subtitle="(副題)"))
    assert title_block(consultation).subtitle == "(副題)"
    assert [piece.text for piece in pieces(consultation) if piece.path == ("printed", "subtitle")] == ["(副題)"]
    assert ("subtitle",) not in [piece.path for piece in pieces(consultation)]


def test_a_table_is_a_piece_with_its_cells_row_by_row() -> None:
    table = (TableRow((Cell("区分"), Cell("")), header=True), TableRow((Cell("甲\n乙", columns=2),)))
    (piece,) = [piece for piece in pieces(made_up(Section(text="前", table=table))) if piece.table]
    assert (piece.path, piece.text, piece.cells) == (("sections", 0, "table"), "", ("区分", "甲\n乙"))
    torn = (TornColumn("分野", ("里親", "児童")),)
    section = Section(torn_table=torn, table=table)
    assert section.cells == ("分野", "里親", "児童", "区分", "甲\n乙")
    assert [cell.paragraphs for row in table for cell in row.cells] == [("区分",), (), ("甲", "乙")]


def test_a_document_without_a_subtitle_has_no_line_for_it() -> None:
    assert ("subtitle",) not in [piece.path for piece in pieces(made_up())]
    assert ("subtitle",) in [piece.path for piece in pieces(made_up(subtitle="副題"))]
