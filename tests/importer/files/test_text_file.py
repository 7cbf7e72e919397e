"""A text file is read line by line, and what belongs to its pages is told from its text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importer.files.reading import PAGE_NUMBER, Line, Reading, UnreadableError
from generator.importer.files.text_file import REPEATED, read_text_file, width_of
from generator.japanese.fold import without_space


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("text")


def read(folder: Path, data: str | bytes) -> Reading:
    path = folder / "文書.txt"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_text_file(path)


def texts(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks if isinstance(block, Line)]


def test_lines_know_their_place_and_what_stands_before_them(folder: Path) -> None:
    reading = read(folder, "甲\n\n　 乙 丙 \nab\n")
    assert reading.file == "文書.txt"
    assert reading.blocks == (
        Line("甲", 1, 1, 0, 1),
        Line("乙 丙", 1, 3, 1.5, 4, after_gap=True),
        Line("ab", 1, 4, 0, 1),
    )


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_line_ending_and_a_mark_at_the_beginning_are_read(ending: str, folder: Path) -> None:
    assert texts(read(folder, "\ufeff甲\n乙\n".replace("\n", ending))) == ["甲", "乙"]


def test_a_form_feed_begins_a_page_wherever_it_stands(folder: Path) -> None:
    reading = read(folder, "甲\n\f乙\n丙\f丁\n\f\n戊\n")
    assert [(block.text, block.page) for block in reading.blocks if isinstance(block, Line)] == [
        ("甲", 1),
        ("乙", 2),
        ("丙", 2),
        ("丁", 3),
        ("戊", 4),
    ]


def test_page_numbers_are_left_out_with_their_place(folder: Path) -> None:
    reading = read(folder, "甲\n\n- 3 -\n\n乙\n")
    assert texts(reading) == ["甲", "乙"]
    (left,) = reading.left_out
    assert (left.text, left.number, left.reason) == ("- 3 -", 3, PAGE_NUMBER)


def test_a_page_without_text_is_told(folder: Path) -> None:
    assert tuple(map(str, read(folder, "甲\n\f\f乙\n").notes)) == (
        "2ページには文字がありません。画像だけのページなら、その内容は読み取れていません。",
    )


def test_a_file_of_pages_without_text_is_refused(folder: Path) -> None:
    with pytest.raises(UnreadableError, match="には文字がありません"):
        read(folder, "\f\n\f\n")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("諮問".encode("shift-jis"), "文書.txt"),
        (b"\x00", "文書.txt"),
        (b"", "ファイルが空です"),
        ("甲" * 200_000, "1行目が長すぎます"),
    ],
)
def test_what_is_no_text_is_refused(data: str | bytes, words: str, folder: Path) -> None:
    with pytest.raises(UnreadableError, match=words):
        read(folder, data)


@given(st.text("甲乙 　\n\f\r1２-/ページab", max_size=60))
def test_every_character_is_in_a_line_or_left_out(folder: Path, text: str) -> None:
    try:
        reading = read(folder, text)
    except UnreadableError:
        assert not text.strip()
        return
    said = sorted(without_space("".join((*texts(reading), *(left.text for left in reading.left_out)))))
    assert said == sorted(without_space(text))


def test_a_japanese_letter_is_twice_as_wide_as_a_latin_one() -> None:
    assert [width_of(text) for text in ("漢字かな", "abcd", "ＡＢ", "ｱ", "①")] == [4, 2, 2, 0.5, 1]


def test_a_line_that_pages_begin_with_alike_is_told(tmp_path: Path) -> None:
    path = tmp_path / "資料.txt"
    path.write_text("\f".join(f"見本審議会資料\n{words}\n以上" for words in "甲乙丙"), encoding="utf-8")
    notes = [note for note in read_text_file(path).notes if note.message == REPEATED]
    assert [(note.words, note.page) for note in notes] == [("「見本審議会資料」", page) for page in (1, 2, 3)]
    path.write_text("見本審議会資料\n甲\f見本審議会資料\n乙\f丙", encoding="utf-8")
    assert not read_text_file(path).notes
