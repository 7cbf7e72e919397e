"""PDFs made by hand: what is hidden, doubled, nameless or broken in them."""

import contextlib
import logging
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.importer.files.notes import phrase_notes
from generator.importer.files.pdf.pdf_page import Hidden, read_printed
from generator.importer.files.pdf.pdf_reader import read_pdf
from generator.importer.files.reading import Line, Reading, UnreadableError
from tests.importer.handmade import handmade, show

ReadBytes = Callable[[bytes], Reading]

KANA = "あいうえおかきくけこさしすせそたちつてと"
# No two lines are alike: PDFium would take them for one where a font has no shapes.
ROWS = [KANA[row:] + KANA[:row] for row in range(8)]
BODY = "".join(show(text, 72, 740 - 20 * row) for row, text in enumerate(ROWS))
PICTURE = "q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID A EI Q\n"


def lines(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks if isinstance(block, Line)][8:]


def test_what_is_not_seen_is_left_out_with_the_reason(read_bytes: ReadBytes) -> None:
    reading = read_bytes(
        handmade(
            BODY
            + show("白い文字", 72, 500, before="1 g")
            + show("透明な文字", 72, 480, before="3 Tr")
            + show("紙の外", 700, 460)
            + show("黒地に白", 80, 440, before="0 g 72 430 100 30 re f 1 g")
        )
    )
    assert lines(reading) == ["黒地に白"]
    assert {(one.text, one.reason) for one in reading.left_out} == {
        ("白い文字", Hidden.WHITE.value),
        ("透明な文字", Hidden.INVISIBLE.value),
        ("紙の外", Hidden.OUTSIDE.value),
    }


def test_text_outside_the_crop_is_not_printed(read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(BODY + show("枠の外", 72, 30), boxes="/CropBox [50 100 545 800]"))
    assert [(one.text, one.reason) for one in reading.left_out] == [("枠の外", Hidden.OUTSIDE.value)]


def test_a_machines_reading_over_a_picture_is_text(read_bytes: ReadBytes) -> None:
    scanned = "".join(show("機械が読んだ文字です", 72, 700 - 20 * row, before="3 Tr") for row in range(5))
    reading = read_bytes(handmade(scanned + PICTURE))
    assert len(reading.blocks) == 5
    assert tuple(map(str, reading.notes)) == (
        "1ページの文字は、画像から機械が読み取ったもの（OCR）です。原本と見比べてください。",
    )


@pytest.mark.parametrize(("y", "number"), [(690, 3), (600, 8), (30, 8), (755, 1)])
def test_a_picture_is_noted_at_the_line_above_its_middle(y: int, number: int, read_bytes: ReadBytes) -> None:
    picture = f"q 300 0 0 100 200 {y - 50} cm BI /W 1 /H 1 /CS /G /BPC 8 ID A EI Q\n"
    (note,) = read_bytes(handmade(BODY + picture)).notes
    assert (note.number, note.lost) == (number, True)


SHAPES = "".join(f"{x} {y} m {x + 40} {y} l {x + 20} {y + 60} l h f " for x in (100, 200, 300) for y in (500, 620, 700))


def test_letters_that_are_drawn_as_shapes_are_told_and_tear_no_text(read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(BODY + SHAPES))
    assert [block.text for block in reading.blocks if isinstance(block, Line)] == ROWS
    assert [(note.number, note.lost, "図形" in note.message) for note in reading.notes] == [(6, True, True)]


def test_a_page_of_nothing_but_shapes_is_not_read(read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(BODY, SHAPES))
    assert [str(note).partition("、")[0] for note in reading.notes] == ["2ページは画像だけで"]


@pytest.mark.parametrize("drawing", [SHAPES[: len(SHAPES) // 3], "100 500 300 60 re f " * 9, "1 g " + SHAPES])
def test_a_few_shapes_areas_and_white_ones_are_not_told(drawing: str, read_bytes: ReadBytes) -> None:
    assert read_bytes(handmade(BODY + f"q {drawing} Q")).notes == ()


def test_a_scan_with_a_printed_number_is_told_where_it_would_be(read_bytes: ReadBytes) -> None:
    number = show("- 2 -", 280, 30)
    reading = read_bytes(handmade(BODY + show("- 1 -", 280, 30), PICTURE + number, BODY + show("- 3 -", 280, 30)))
    assert {block.page for block in reading.blocks} == {1, 3}
    assert [(note.page, note.number, note.lost) for note in reading.notes] == [(2, 0, True)]


def test_what_is_printed_twice_is_read_once(read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(BODY + show("太字", 72, 500) + show("太字", 72.4, 500) + show("ああ", 72, 480)))
    assert lines(reading) == ["太字", "ああ"]
    assert [str(note).partition("、")[0] for note in reading.notes] == [
        "同じ場所に重ねて印刷された文字（太字に見せるためのものなど）が1ページに2字あり"
    ]


def test_radicals_are_read_as_they_are_printed(read_bytes: ReadBytes) -> None:
    names = {"戸": "⼾", "見": "⾒", "長": "⻑", "民": "⺠"}
    reading = read_bytes(handmade(BODY + show("戸籍を見る区民と長", 72, 500), names=names))
    assert lines(reading) == ["戸籍を見る区民と長"]
    assert phrase_notes(reading.notes) == (
        "PDFの中で部首などとして書かれている字を、印刷されているとおりの字にしました（⺠→民、⻑→長、⼾→戸、⾒→見）。"
    )


def test_what_has_no_name_is_said_and_where(read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(BODY + show("謎の外字", 72, 500), names={"謎": "", "外": "\ue000"}))
    assert lines(reading) == ["〓の〓字"]
    assert tuple(map(str, reading.notes)) == (
        "1ページの9行目（2字）: この文字はPDFから読み取れません。〓にしましたので、原本を見て直してください。",
    )


def test_turned_text_is_kept_and_said(read_bytes: ReadBytes) -> None:
    turned = f"q 0 1 -1 0 50 300 cm {show('よこむき', 0, 0)} Q q .7 .7 -.7 .7 250 300 cm {show('ななめ', 0, 0)} Q"
    reading = read_bytes(handmade(BODY + turned))
    assert sorted(lines(reading)) == ["ななめ", "よこむき"]
    assert reading.notes[0].number == 9
    assert str(reading.notes[0]).startswith("1ページの9行目から（「ななめ」など2行）は、縦書きか傾いた文字")


@pytest.mark.parametrize(
    ("content", "boxes"), [(BODY, "/Rotate 90"), (f"q 0 1 -1 0 842 0 cm {BODY} Q", ""), (BODY, "/Rotate 180")]
)
def test_a_page_on_its_side_is_read_as_it_is_held(content: str, boxes: str, read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(content, boxes=boxes))
    assert [block.text for block in reading.blocks if isinstance(block, Line)] == ROWS


def test_a_page_without_text_is_named(read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(BODY, PICTURE, "", BODY + PICTURE))
    assert tuple(map(str, reading.notes)) == (
        "2ページは画像だけで、文字を読み取れません。原本を見て補ってください。",
        "3ページには何も書かれていません。",
        "4ページには画像があります。画像の中の文字は読み取れません。原本と見比べてください。",
    )


def test_progress_is_told_page_by_page(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(handmade(BODY, BODY, BODY))
    told: list[tuple[int, int]] = []
    read_pdf(path, lambda page, pages: told.append((page, pages)))
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "PDFではありません"),
        ("審議資料Ｎｏ．１".encode(), "PDFではありません"),
        (b"PK\x03\x04" + bytes(100), "PDFではありません"),
        (b"%PDF-1.7\n", "壊れている"),
        (handmade(BODY)[:400], "壊れている"),
        (handmade(), "壊れている"),
        (handmade(PICTURE, PICTURE), "画像だけ"),
        (handmade("", ""), "画像だけ"),
    ],
)
def test_a_refusal_says_why_and_what_to_do(data: bytes, said: str, read_bytes: ReadBytes) -> None:
    with pytest.raises(UnreadableError, match=said) as refused:
        read_bytes(data)
    assert str(refused.value).startswith("資料.pdf ")
    assert str(refused.value).endswith("ください。")


def test_a_locked_pdf_is_refused(read_bytes: ReadBytes) -> None:
    encryption = f"/Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{'12' * 32}> /U <{'34' * 32}>"
    data = handmade(BODY).replace(b"/Root 1 0 R", f"/Root 1 0 R /ID [<00> <00>] /Encrypt << {encryption} >>".encode())
    with pytest.raises(UnreadableError, match="パスワード"):
        read_bytes(data)


def test_whatever_the_bytes_there_is_no_traceback(read_bytes: ReadBytes) -> None:
    chance = random.Random(2022)  # noqa: S311 - the same bytes in every run
    whole = handmade(BODY + show("謎", 72, 500), PICTURE, BODY, names={"謎": ""})
    numbers = [b"0", b"-1", b"999999999", b"99999999999999999999", b"1e9", b"/X", b"[", b">>"]
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 3, 30))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        start = chance.randrange(len(data))
        change = chance.randrange(4)
        if change == 0:
            del data[start:]
        elif change == 1:
            data[start : start + chance.randrange(1, 12)] = chance.choice(numbers)
        elif change == 2:
            data[start:start] = data[: chance.randrange(500)]
        with contextlib.suppress(UnreadableError):
            read_bytes(bytes(data))


def test_the_library_keeps_silent(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(handmade(BODY).replace(b"/FontBBox [0 -120 1000 880]", b"/FontBBox (nothing of the kind)"))
    script = (
        "import sys, pathlib, generator.importer.files.pdf.pdf_reader as it; it.read_pdf(pathlib.Path(sys.argv[1]))"
    )
    finished = subprocess.run([sys.executable, "-c", script, path], check=True, capture_output=True)  # noqa: S603
    assert (finished.stdout, finished.stderr) == (b"", b"")
    assert logging.getLogger("pdfminer").propagate


@pytest.mark.parametrize(
    ("named", "read"),
    [
        *(("⼾", "戸"), ("⾒", "見"), ("⻑", "長"), ("⺟", "母"), ("⻲", "亀"), ("⺡", "氵"), ("‧", "・")),
        *(("\u2003", "　"), ("\xa0", " "), ("\ue000", "〓"), ("\x00", "〓"), ("\ufffd", "〓"), ("\u200b", "")),
        *(("神", "神"), ("ＬＩＮＥ①㈱", "ＬＩＮＥ①㈱")),
    ],
)
def test_characters_are_as_printed(named: str, read: str) -> None:
    assert read_printed(named) == read
