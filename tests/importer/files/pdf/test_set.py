"""The ward's documents, set by a browser in several looks and read back."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from generator.importer.files.pdf.pdf_furniture import HEAD
from generator.importer.files.pdf.pdf_joining import REPEATED_ROW
from generator.importer.files.pdf.pdf_ruby import RUBY
from generator.importer.files.reading import PAGE_NUMBER, Grid, LeftOut, Line, Reading
from generator.model.consultation import Cell, Consultation
from generator.model.document import pieces
from tests.importer.setting import BARE, DASHED, INVENTED_ROWS, Annex, Look

ReadSet = Callable[[Look], Reading]
ReadHtml = Callable[..., Reading]

COUNCIL = "世田谷区情報公開・個人情報保護審議会"
PRINTED = Look(head=f'"{COUNCIL}"', number=DASHED, spaced=True)
SMALL = Look(
    page="A5", margin="15mm", font="Noto Sans CJK JP", size="10.5pt", number=BARE, head='"資料３"', annex=Annex.HALVES
)
WIDE = Look(page="letter landscape", size="11pt", number='"P." counter(page) "/" counter(pages)', annex=Annex.COLUMNS)
NARROW = Look(page="B5", margin="30mm 20mm", number='counter(page) "ページ"')
PARAGRAPH = (
    "<p style='text-indent: 1em'>本件は、ＬＩＮＥを活用した広聴業務を行うにあたり、区の電子計算機とインターネット上の"
    "管理サイトを回線結合するものであり、世田谷区個人情報保護条例第１８条第３号の規定に基づき諮問する。</p>"
)


def bare(text: str) -> str:
    return "".join(text.split())


def texts(reading: Reading) -> Iterator[str]:
    for block in reading.blocks:
        if isinstance(block, Line):
            yield block.text
        else:
            yield from (cell.text for row in block.rows for cell in row.cells)


def lines(reading: Reading) -> list[Line]:
    return [block for block in reading.blocks if isinstance(block, Line)]


def grids(reading: Reading) -> list[Grid]:
    return [block for block in reading.blocks if isinstance(block, Grid)]


def annex_texts(consultation: Consultation, annex: Annex) -> Iterator[str]:
    """Yield the annex as it is read: each 分野 before its items, and the headings of its columns where it has them."""
    (fields, items) = next(section.torn_table for section in consultation.sections if section.torn_table)
    heading = (fields.column, items.column)
    start = 0
    for index, (field, count) in enumerate(zip(fields.cells, INVENTED_ROWS, strict=True)):
        if (annex is Annex.TABLE and index == 0) or (annex is Annex.HALVES and index < 2):
            yield from heading
        yield f"■{field}" if annex is Annex.COLUMNS else field
        yield from items.cells[start : start + count]
        start += count


def whole(consultations: tuple[Consultation, ...], annex: Annex) -> str:
    return bare(
        "".join(
            text
            for consultation in consultations
            for piece in pieces(consultation)
            for text in (annex_texts(consultation, annex) if piece.torn_table else (piece.text,))
        )
    )


@pytest.mark.parametrize("look", [PRINTED, SMALL, WIDE, NARROW], ids=["A4", "A5", "letter", "B5"])
def test_every_character_is_read_in_order(
    look: Look, read_set: ReadSet, consultations: tuple[Consultation, ...]
) -> None:
    reading = read_set(look)
    assert bare("".join(texts(reading))) == whole(consultations, look.annex)
    pages = max(block.page for block in reading.blocks)
    numbers = [one for one in reading.left_out if one.reason == PAGE_NUMBER]
    assert [one.page for one in numbers] == list(range(1, pages + 1))
    heads = [one for one in reading.left_out if one.reason == HEAD]
    assert {one.text for one in heads} == ({look.head.strip('"')} if look.head else set())
    assert len(heads) in {0, pages}
    assert {one.reason for one in reading.left_out} <= {PAGE_NUMBER, HEAD, REPEATED_ROW}


def test_two_readers_agree(read_set: ReadSet) -> None:
    assert read_set(PRINTED).notes == ()


def test_blocks_are_numbered_down_the_page(read_set: ReadSet) -> None:
    reading = read_set(PRINTED)
    places = [(block.page, block.number) for block in reading.blocks]
    assert places == sorted(places)
    every = places + [(one.page, one.number) for one in reading.left_out]
    assert len(set(every)) == len(every)


def test_lines_are_measured_in_ems(read_set: ReadSet, consultations: tuple[Consultation, ...]) -> None:
    reading = read_set(PRINTED)
    first = lines(reading)
    assert first[0].text == "審議資料Ｎｏ．１"
    assert first[0].reach == first[0].measure == pytest.approx(37.8, abs=0.1)
    heading = next(line for line in first if line.text == "１ 回線結合する理由")
    assert (heading.indent, heading.after_gap) == (0, True)
    begun, continued = first[first.index(heading) + 1 : first.index(heading) + 3]
    assert begun.indent == pytest.approx(1, abs=0.05)
    assert not begun.after_gap
    assert begun.reach == pytest.approx(begun.measure, abs=0.1)
    assert continued.indent == pytest.approx(0, abs=0.05)
    # A paragraph ends where a line is not full, on all pages; full lines are those that go on.
    paragraphs = {bare(piece.text) for one in consultations for piece in pieces(one) if piece.path[-1] == "text"}
    for line, below in pairwise(first):
        if bare(line.text) not in paragraphs and line.reach < line.measure - 3 and line.indent == 0:
            assert not bare(below.text).startswith(("、", "。"))


def test_a_wide_set_line_keeps_its_characters(read_set: ReadSet) -> None:
    assert bare(lines(read_set(PRINTED))[4].text) == "令和４年６月１７日"


def test_merged_cells(read_set: ReadSet) -> None:
    (grid,) = grids(read_set(PRINTED))
    assert len(grid.rows) == 25
    assert grid.rows[0].cells == (Cell("分野"), Cell("項目名"))
    assert [row.cells[0] for row in grid.rows if len(row.cells) == 2][1:] == [
        Cell("相談・会議・世帯", rows=17),
        Cell("援助・保護", rows=4),
        Cell("里親", rows=3),
    ]


def test_tables_beside_each_other_are_two(read_set: ReadSet) -> None:
    left, right = grids(read_set(SMALL))
    assert [len(left.rows), len(right.rows)] == [18, 8]


def test_columns_are_read_one_after_the_other_and_said(read_set: ReadSet) -> None:
    reading = read_set(WIDE)
    assert all("２段組み" in str(note) for note in reading.notes)
    assert len(reading.notes) in {1, 2}


def test_text_in_columns_is_measured_by_its_column(read_html: ReadHtml) -> None:
    reading = read_html(f"{PARAGRAPH}<div class='columns'>{PARAGRAPH * 4}</div>{PARAGRAPH}")
    column = [line for line in lines(reading) if line.measure < 20]
    assert bare("".join(line.text for line in column)) == bare("".join(line.text for line in lines(reading)[:3])) * 4
    assert all(line.indent == pytest.approx(0, abs=0.05) for line in column if not line.text.startswith("本件"))


def test_a_list_with_values_is_not_in_columns(read_html: ReadHtml) -> None:
    values = zip("甲乙丙丁戊己", "１２３４５６", strict=True)
    entries = [f"{name}　　　　　　　　　　　　　　　　　約{count}件" for name, count in values]
    reading = read_html(PARAGRAPH + "".join(f"<p>{entry}</p>" for entry in entries))
    assert [bare(line.text) for line in lines(reading)[3:]] == [bare(entry) for entry in entries]


def test_a_number_in_the_text_or_in_a_cell_is_text(read_html: ReadHtml) -> None:
    table = "<table><tr><td>件数</td><td>３０</td></tr><tr><td colspan='2'>22</td></tr></table>"
    reading = read_html(f"{PARAGRAPH}<p>22</p><p>- 3 -</p>{PARAGRAPH}{table}", Look(number=BARE))
    assert [one.text for one in reading.left_out] == ["1"]
    assert [line.text for line in lines(reading)[3:5]] == ["22", "- 3 -"]
    (grid,) = grids(reading)
    assert [row.cells for row in grid.rows] == [(Cell("件数"), Cell("３０")), (Cell("22", columns=2),)]


def test_a_frame_is_no_table(read_html: ReadHtml) -> None:
    reading = read_html(f"{PARAGRAPH}<div style='border: 1px solid; padding: 1em'>{PARAGRAPH}</div>{PARAGRAPH}")
    assert not grids(reading)
    assert bare("".join(texts(reading))).count("本件は、ＬＩＮＥを活用した") == 3


@pytest.mark.parametrize(
    "border",
    ["1px dotted", "3px double", "2px dashed #888", "1px solid; border-left: 0; border-right: 0", "1px solid #999"],
)
def test_borders_of_all_kinds(border: str, read_html: ReadHtml) -> None:
    table = (
        "<table><tr><td class='m' rowspan='2'>相談</td><td colspan='2'>世帯</td></tr>"
        "<tr><td class='m'>住所</td><td>Zoom Video<br>Communications</td></tr></table>"
    )
    inner = " td.m { border-right: 1px solid }" if "left: 0" in border else ""
    reading = read_html(PARAGRAPH + table + PARAGRAPH, Look(style=f"td {{ border: {border} }}{inner}"))
    (grid,) = grids(reading)
    assert [row.cells for row in grid.rows] == [
        (Cell("相談", rows=2), Cell("世帯", columns=2)),
        (Cell("住所"), Cell("Zoom Video Communications")),
    ]
    assert [type(block) for block in reading.blocks] == [Line] * 3 + [Grid] + [Line] * 3


def test_a_table_goes_on_over_pages(read_html: ReadHtml) -> None:
    rows = "".join(f"<tr><td>区分{index}</td><td>項目{index}</td></tr>" for index in range(60))
    table = f"<table><thead><tr><th>区分</th><th>項目</th></tr></thead><tbody>{rows}</tbody></table>"
    reading = read_html(PARAGRAPH + table + PARAGRAPH, Look(number=BARE))
    (grid,) = grids(reading)
    assert [row.cells[0].text for row in grid.rows] == ["区分", *(f"区分{index}" for index in range(60))]
    assert [row.header for row in grid.rows] == [True] + [False] * 60
    repeated = [one for one in reading.left_out if one.reason == REPEATED_ROW]
    assert [(one.text, one.page) for one in repeated] == [("区分 項目", 2), ("区分 項目", 3)]
    assert sum("一つにまとめました" in note for note in map(str, reading.notes)) == 2


def test_a_row_and_a_merged_cell_go_on_over_a_page(read_html: ReadHtml) -> None:
    long = "世帯情報（住所、氏名、生年月日）" * 14
    table = (
        f"<table><tr><td rowspan='3'>相談</td><td style='width: 20em'>{long}</td></tr>"
        "<tr><td>甲</td></tr><tr><td>乙</td></tr></table>"
    )
    (grid,) = grids(read_html("<p>い</p>" * 28 + table, Look(number=BARE)))
    assert [row.cells for row in grid.rows] == [(Cell("相談", rows=3), Cell(long)), (Cell("甲"),), (Cell("乙"),)]


def test_the_line_a_document_begins_with_is_its_own_even_as_a_running_head(read_html: ReadHtml) -> None:
    body, style = "", ""
    for number in (1, 2, 3):
        body += f"<section class='d{number}'><p>諮問第９７{number}号</p><p>同じ件名について</p>{PARAGRAPH * 14}"
        body += "</section>"
        style += (
            f"@page d{number} {{ @top-right {{ content: '審議資料Ｎｏ．{number}' }} }} .d{number} {{ page: d{number} }}"
        )
    style += "@page d2 { @bottom-left { content: '児童相談所' } }"
    reading = read_html(body, Look(style=style, number=BARE))
    starts = [line.text for line in lines(reading) if line.text.startswith(("審議資料", "諮問第", "同じ"))]
    assert starts == [
        text
        for number in (1, 2, 3)
        for text in (f"審議資料Ｎｏ．{number}", f"諮問第９７{number}号", "同じ件名について")
    ]
    again = [(one.text, one.page) for one in reading.left_out if one.reason == HEAD]
    assert again == [("審議資料Ｎｏ．1", 2), ("審議資料Ｎｏ．2", 4), ("審議資料Ｎｏ．3", 6)]
    foot = [line for line in lines(reading) if line.text.startswith("児童相談所")]
    assert [line.page for line in foot] == [3, 4]
    assert any("「児童相談所」は、" in note.message and not note.lost for note in reading.notes)


def test_a_paragraph_that_heads_two_pages_is_no_running_head(read_html: ReadHtml) -> None:
    page = "<section style='break-after: page'><p>（１）なし</p>{}</section>"
    reading = read_html(page.format(PARAGRAPH) + page.format(PARAGRAPH * 2), Look(number=BARE))
    assert [line.text for line in lines(reading)].count("（１）なし") == 2


def test_small_characters_are_kept_but_furigana(read_html: ReadHtml) -> None:
    reading = read_html(f"<p>この<ruby>児童<rt>じどう</rt></ruby>の５ｍ<sup>2</sup>とＨ<sub>2</sub>Ｏ</p>{PARAGRAPH}")
    assert lines(reading)[0].text == "この児童の５ｍ2とＨ2Ｏ"
    assert reading.left_out == (LeftOut("じどう", 1, 1, RUBY, doubtful=True),)


def test_upright_text_is_kept_in_its_own_order(read_html: ReadHtml) -> None:
    upright = f"<div style='writing-mode: vertical-rl; height: 12em'>{PARAGRAPH}</div>"
    reading = read_html(PARAGRAPH + upright + PARAGRAPH)
    half = bare("".join(line.text for line in lines(reading)[:3]))
    assert bare("".join(texts(reading))) == half * 3
    assert any("縦書き" in note for note in map(str, reading.notes))
