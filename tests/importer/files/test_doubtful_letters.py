"""Characters that only look like those of the document, or like nothing, are told with what is meant."""

import pytest

from generator.importer.files.doubtful_letters import LOOK_ALIKES, PRIVATE, note_letters
from generator.importer.files.notes import phrase_notes
from generator.importer.files.reading import Grid, Line
from generator.model.consultation import Cell, TableRow


def line(text: str, number: int) -> Line:
    return Line(text, 1, number, 0, len(text))


def test_look_alikes_are_told_once_with_the_first_line_mended() -> None:
    notes = list(note_letters([line("住所", 1), line("区⺠と⼾籍", 2), line("⻄‧⻑", 3)]))
    assert all(note.once for note in notes)
    assert {note.number for note in notes} == {2, 3}
    pairs = "⺠→民、⼾→戸、⻄→西、‧→・、⻑→長"
    assert phrase_notes(notes) == LOOK_ALIKES.replace("{}", pairs).replace("{first}", "区民と戸籍")


@pytest.mark.parametrize("text", ["民長西青戸", "氏名・住所", "ｼｽﾃﾑ･ｻｰﾋﾞｽ", "Ａ－１", "①㈱"])
def test_what_is_as_it_looks_is_not_told(text: str) -> None:
    assert list(note_letters([line(text, 1)])) == []


def test_characters_of_private_use_are_doubted_at_each_place() -> None:
    table = Grid((TableRow((Cell("甲"), Cell("山\ue000"))),), 1, 2)
    notes = list(note_letters([line("山\U000f0001", 1), table, line("\uf06c氏名", 3)]))
    assert [(note.message, note.number, note.words) for note in notes] == [
        (PRIVATE, 1, "「山\U000f0001」"),
        (PRIVATE, 2, "「山\ue000」"),
        (PRIVATE, 3, "「\uf06c氏名」（記号なら「●」のことかもしれません）"),
    ]
