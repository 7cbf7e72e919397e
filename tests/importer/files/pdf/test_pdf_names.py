"""What the glyphs of a PDF are called: signs of symbol fonts, characters that print nothing, and what has no name."""

from collections.abc import Callable

import pytest

from generator.importer.files.reading import Reading
from generator.importer.files.symbol_fonts import SIGNS, SUPPOSED
from tests.importer.handmade import WINDOWS, handmade, show

ReadBytes = Callable[[bytes], Reading]


def said(reading: Reading) -> list[tuple[int, str]]:
    return [(note.number, str(note)) for note in reading.notes]


def test_zero_width_characters_leave_no_space(read_bytes: ReadBytes) -> None:
    # Each takes the room of a character: the file moves on, and nothing is printed.
    names = dict(zip("あいうえおか", "\u200b\ufeff\u2060\u200d\u200c\u200e", strict=True))
    reading = read_bytes(handmade(show("１あ回線いい結合うえする理おか由", 72, 700), names=names))
    assert [block.texts for block in reading.blocks] == [("１回線結合する理由",)]
    assert said(reading) == []


def test_a_soft_hyphen_that_takes_room_may_be_printed(read_bytes: ReadBytes) -> None:
    page = show("本文", 72, 700) + show("電話０３＋１２３４", 72, 680)
    reading = read_bytes(handmade(page, names={"＋": "\u00ad"}))
    assert [block.texts[0] for block in reading.blocks] == ["本文", "電話０３１２３４"]
    assert [(note.number, note.lost, "ソフトハイフン" in note.message) for note in reading.notes] == [(2, True, True)]


def test_a_gap_beside_a_zero_width_character_is_one(read_bytes: ReadBytes) -> None:
    page = show("１あ", 72, 700) + show("回線結合", 120, 700)
    reading = read_bytes(handmade(page, names={"あ": "\u200b"}))
    assert reading.blocks[0].texts == ("１\u3000回線結合",)


def test_the_signs_of_a_symbol_font_are_read_and_told_once(read_bytes: ReadBytes) -> None:
    names = dict(zip("●□☑■", "\uf06c\uf0a8\uf0fe\uf06e", strict=True))
    page = show("●□☑", 72, 700) + show("■□", 72, 680)
    reading = read_bytes(handmade(page, names=names, font="BCDEEE+Wingdings-Regular"))
    assert [block.texts[0] for block in reading.blocks] == ["●□☑", "■□"]
    assert {str(note) for note in reading.notes} == {SIGNS.replace("{}", f"「{sign}」") for sign in "●□☑■"}
    assert all(note.once and not note.lost for note in reading.notes)


def test_a_letter_of_a_symbol_font_is_its_sign(read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(show("lnü", 72, 700), font="Wingdings"))
    assert reading.blocks[0].texts == ("●■✓",)


def test_a_sign_whose_font_is_not_said_is_supposed_and_doubted_at_its_line(read_bytes: ReadBytes) -> None:
    page = show("本文", 72, 700) + show("●氏名", 72, 680)
    reading = read_bytes(handmade(page, names={"●": "\uf06c"}))
    assert [block.texts[0] for block in reading.blocks] == ["本文", "●氏名"]
    assert said(reading) == [(2, SUPPOSED.replace("{}", "「●」"))]


def test_a_sign_that_is_not_known_is_doubted_at_its_line(read_bytes: ReadBytes) -> None:
    page = show("本文", 72, 700) + show("●氏名", 72, 680)
    reading = read_bytes(handmade(page, names={"●": "\uf021"}, font="Mincho"))
    assert [block.texts[0] for block in reading.blocks] == ["本文", "〓氏名"]
    assert [(note.number, note.lost) for note in reading.notes] == [(2, True)]


@pytest.mark.parametrize("boxes", ["", "/CropBox [10 10 500 800]", "/Rotate 90"])
def test_what_the_first_reader_cannot_name_is_taken_from_the_second(boxes: str, read_bytes: ReadBytes) -> None:
    # pdfminer.six does not know the 﨑 of this encoding, PDFium does.
    page = show("茨城県と山﨑と髙橋", 72, 700, coding="cp932")
    reading = read_bytes(handmade(page, encoding=WINDOWS, boxes=boxes))
    assert reading.blocks[0].texts == ("茨城県と山﨑と髙橋",)
    assert [(note.words, note.once) for note in reading.notes] == [("「﨑」", True)]


def test_a_character_beyond_the_first_plane_is_one_for_both_readers(read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(show("𠮷野", 72, 700), encoding="UniJIS-UTF16-H"))
    assert reading.blocks[0].texts == ("𠮷野",)
