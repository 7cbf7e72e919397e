"""What a file withholds is withheld in a new reading of its document: in lines, across them, and in cells."""

import datetime as dt

import pytest

from generator.importer.document.cutting import Document
from generator.importer.document.withheld_again import NotWithheldError, withhold_again
from generator.importer.files.notes import ReaderNote
from generator.importer.files.reading import Block, Grid, Line
from generator.model.consultation import Cell, Consultation, Section, TableRow, Withheld

DAY = dt.date(2022, 6, 17)


def line(text: str, *notes: ReaderNote) -> Line:
    return Line(text, 1, 1, 0, 10, notes=notes)


def document(*blocks: Block) -> Document:
    head = (line("題名について"), line("令和４年６月１７日"), line("保健課"))
    return Document(("a.txt",), line("審議資料Ｎｏ．１"), line("諮問第１０１号"), (*head, *blocks))


def held(*sections: Section, words: str = "■■■■") -> Consultation:
    return Consultation(
        number=101,
        document=1,
        meeting=DAY,
        title="題名について",
        departments=("保健課",),
        withheld=(Withheld(words, "個人の氏名のため", DAY),),
        sections=sections,
    )


def texts(found: Document) -> list[str]:
    return [text for block in found.body[3:] for text in block.texts]


def test_words_in_a_line() -> None:
    found = withhold_again(document(line("担当は東京花子である。")), held(Section(text="担当は■■■■である。")))
    assert texts(found) == ["担当は■■■■である。"]


def test_words_that_a_line_breaks_and_the_same_words_elsewhere() -> None:
    read = document(line("担当は東京"), line("花子である。"), line("連絡は東京 花子に"))
    file = held(Section(text="担当は■■■■である。\n連絡は■■■■に"))
    assert texts(withhold_again(read, file)) == ["担当は■■", "■■である。", "連絡は■■ ■■に"]


def test_words_in_a_cell() -> None:
    rows = (TableRow((Cell("氏名"), Cell("東京花子"))), TableRow((Cell("年齢"), Cell("二十歳"))))
    blacked = (TableRow((Cell("氏名"), Cell("■■■■"))), rows[1])
    found = withhold_again(document(Grid(rows, 1, 1)), held(Section(table=blacked)))
    assert texts(found) == ["氏名", "■■■■", "年齢", "二十歳"]


def test_what_a_reader_notes_of_the_words_does_not_say_them() -> None:
    note = ReaderNote("{}は、ふりがなです。", words="「東京花子」")
    found = withhold_again(document(line("担当は東京花子である。", note)), held(Section(text="担当は■■■■である。")))
    assert found.notes == (ReaderNote("{}は、ふりがなです。", words="「■■■■」"),)


def test_a_document_in_which_the_ward_has_blackened_them_itself_stays() -> None:
    read = document(line("担当は■■■■である。"))
    assert withhold_again(read, held(Section(text="担当は■■■■である。"))) == read


@pytest.mark.parametrize("changed", ["主任が東京花子だった。", "担当は東京花である。"])
def test_a_document_where_their_place_is_not_known_is_refused(changed: str) -> None:
    with pytest.raises(NotWithheldError, match="場所が、この資料の中で分かりません"):
        withhold_again(document(line(changed)), held(Section(text="担当は■■■■である。")))
