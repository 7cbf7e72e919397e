"""From bytes to text: encodings, line ends and what no eye sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.store.source_text import (
    MOST_BYTES,
    MOST_CHARACTERS_IN_A_LINE,
    check_yaml_text,
    read_text,
)

TEXT = "一行目\n二行目の文字\n"


def told(data: bytes) -> tuple[int, int, str]:
    text, (problem,) = read_text("a.yml", data)
    assert text == ""
    assert problem.file == "a.yml"
    assert problem.remedy
    return problem.line, problem.column, problem.message


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_byte_order_marks_make_no_difference(bom: bytes, end: str) -> None:
    assert read_text("a.yml", bom + TEXT.replace("\n", end).encode()) == (TEXT, ())


@pytest.mark.parametrize(
    ("encoding", "name", "place"),
    [
        ("cp932", "Shift_JIS（ANSI）", (1, 5)),
        ("euc_jp", "EUC-JP", (1, 5)),
        ("utf-16", "UTF-16（Unicode）", (1, 1)),
    ],
)
def test_another_encoding_is_named(encoding: str, name: str, place: tuple[int, int]) -> None:
    line, column, message = told("ok: 漢字仮名交じり文。\n".encode(encoding))
    assert (line, column) == place
    assert name in message


def test_an_unknown_encoding_is_told_at_its_first_byte() -> None:
    assert told("一\n二三".encode() + b"\xff\xff\x80\n") == (2, 3, "文字コードが UTF-8 ではありません。")


def test_the_byte_order_mark_is_no_column() -> None:
    assert told(b"\xef\xbb\xbf" + "一".encode() + b"\xff\xff\x80\n")[:2] == (1, 2)


def test_a_file_that_was_cut_off_is_told() -> None:
    assert told("一\n二三".encode()[:-1]) == (2, 2, "ファイルが文字の途中で終わっています。")


@pytest.mark.parametrize("data", [b"", b"\n", b" \r\n\t\n", b"\xef\xbb\xbf", "\u3000\n".encode()])
def test_an_empty_file_is_told(data: bytes) -> None:
    assert told(data) == (1, 1, "ファイルが空です。")


@pytest.mark.parametrize(
    "letter", ["\x00", "\x08", "\x0b", "\x1b", "\x7f", "\x9f", "\ufeff", "\uffff", "\xad", "\u200b", "\u202e", "\u2066"]
)
def test_what_no_eye_sees_is_told(letter: str) -> None:
    line, column, message = told(f"一\n二{letter}三{letter}\n".encode())
    assert (line, column) == (2, 2)
    assert f"U+{ord(letter):04X}" in message


@pytest.mark.parametrize("letter", ["\u3000", "\xa0", "\t", "\u200d", "\ufe0f", "\U000e0100", "\U0001f415", "ヷ"])
def test_what_writing_needs_is_left_alone(letter: str) -> None:
    assert read_text("a.yml", f"一{letter}二".encode()) == (f"一{letter}二", ())


def test_a_line_full_of_it_is_told_once() -> None:
    assert told(b"a\n" + b"\0" * 100_000)[:2] == (2, 1)


def test_every_line_with_it_is_told() -> None:
    _, problems = read_text("a.yml", b"\0\nb\nc\0\n")
    assert [(problem.line, problem.column) for problem in problems] == [(1, 1), (3, 2)]


def test_a_file_has_a_largest_size() -> None:
    assert read_text("a.yml", b"a" * MOST_BYTES)[1] == ()
    assert "ファイルが大きすぎます（2,000,001バイト" in told(b"a" * (MOST_BYTES + 1))[2]


def test_a_line_has_a_largest_length() -> None:
    longest = "あ" * MOST_CHARACTERS_IN_A_LINE
    assert list(check_yaml_text("a.yml", f"a\n{longest}\n")) == []
    (problem,) = check_yaml_text("a.yml", f"a\n{longest}い\nb\n")
    assert (problem.line, problem.column) == (2, MOST_CHARACTERS_IN_A_LINE + 1)
    assert "1行が長すぎます（50,001字" in problem.message


@pytest.mark.parametrize(("line", "column"), [("\ta: b", 1), ("  \ta: b", 3), ("\t", 1)])
def test_a_tab_in_the_indentation_is_told(line: str, column: int) -> None:
    (problem,) = check_yaml_text("a.yml", f"a:\n{line}\nb: c\n")
    assert (problem.line, problem.column) == (2, column)
    assert "タブ" in problem.message


@pytest.mark.parametrize("line", ["a:\tb", "a: b\t", "a: b # \t"])
def test_a_tab_elsewhere_is_left_alone(line: str) -> None:
    assert list(check_yaml_text("a.yml", line)) == []


@given(st.binary())
def test_every_file_is_read_or_refused(data: bytes) -> None:
    text, problems = read_text("a.yml", data)
    assert bool(text) != bool(problems)
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
