"""Word documents made by the library: what comes back of their paragraphs, tables, numbers, and of what is apart."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from generator.importer.document.paragraphs import join_lines
from generator.importer.files.reading import Grid, LeftOut, Line, Reading, UnreadableError
from generator.importer.files.word import word_reader
from generator.importer.files.word.word_reader import (
    DAMAGED,
    LOCKED,
    NO_TEXT,
    NO_WORD,
    OLD_WORD,
    STRICT_WORD,
    TOO_BIG,
    read_word,
)
from generator.importer.files.word.word_runs import WHITE, Apart, Noticed
from generator.model.consultation import Cell, Consultation, TableRow
from generator.model.document import pieces
from generator.model.tables import lay_out
from generator.store.files import CONSULTATIONS, read_file

NAME = "資料.docx"
CONTENT = Path(__file__).parents[4] / "content" / CONSULTATIONS
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NAMESPACES = (
    f'{W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
TRUNCATED = 400

Save = Callable[[Document], Reading]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Save a document, and read it back."""

    def saved(document: Document) -> Reading:
        path = tmp_path / NAME
        document.save(str(path))
        return read_word(path)

    return saved


@pytest.fixture
def read_bytes(tmp_path: Path) -> Callable[[bytes], Reading]:
    """Read bytes that are called a Word document."""

    def read(data: bytes) -> Reading:
        path = tmp_path / NAME
        path.write_bytes(data)
        return read_word(path)

    return read


def texts(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks if isinstance(block, Line)]


def apart(reading: Reading) -> list[tuple[str, str]]:
    return [(one.text, one.reason) for one in reading.left_out]


def with_body(*inner: str) -> Document:
    """Return a document whose paragraphs hold each one of ``inner``, XML."""
    document = docx.Document()
    for xml in inner:
        put(document, f"<w:p {NAMESPACES}>{xml}</w:p>")
    return document


def put(document: Document, xml: str) -> None:
    document.element.body.insert_element_before(parse_xml(xml), "w:sectPr")


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def number(document: Document, *levels: tuple[str, str], key: int = 90, more: str = "", override: str = "") -> None:
    """Define the numbering ``key``: the format and the text of each of its levels, and XML for all of them."""
    root = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for index, (kind, text) in enumerate(levels)
    )
    if levels:
        root.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="{key}">{inner}</w:abstractNum>'))
    use_number(document, key, key, override)


def use_number(document: Document, key: int, abstract: int, override: str = "") -> None:
    root = document.part.numbering_part.element
    root.append(parse_xml(f'<w:num {W} w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'))


def numbered(document: Document, text: str, level: int = 0, key: int = 90) -> Paragraph:
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - the library numbers by styles only
    properties.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>'))
    return paragraph


def consultation_files() -> list[Path]:
    return sorted(CONTENT.glob("*.yml"))


def written(consultation: Consultation) -> Iterator[str]:
    for piece in pieces(consultation):
        if piece.text:
            yield piece.text
        yield from piece.cells


@pytest.mark.parametrize("path", consultation_files(), ids=lambda path: path.stem)
def test_a_consultation_comes_back_line_for_line(path: Path, save: Save) -> None:
    stored, problems = read_file(path, path.name, Consultation)
    assert stored is not None, problems
    lines = list(written(stored.value))
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    reading = save(document)
    assert texts(reading) == [line.strip() for line in lines]
    assert tuple(map(str, reading.notes)) == ()
    assert reading.left_out == ()
    assert [block.number for block in reading.blocks] == list(range(1, len(lines) + 1))


def test_there_are_eleven_consultations() -> None:
    assert len(consultation_files()) == 11


def test_paragraphs_are_not_joined(save: Save) -> None:
    document = docx.Document()
    for text in ("１ 委託の理由", "　本件は、次のとおりとする" + "あ" * 80, "また次の段落である", "氏名"):
        document.add_paragraph(text)
    reading = save(document)
    assert [getattr(part, "text", "") for part in join_lines(reading.blocks)] == texts(reading)


def test_lines_break_where_the_author_breaks_them(save: Save) -> None:
    document = docx.Document()
    document.add_paragraph("東京育成園\n東京公認心理師協会\t東京養育家庭の会")
    document.add_paragraph("　")
    document.add_paragraph("　次の段落")
    first, second, third = (block for block in save(document).blocks if isinstance(block, Line))
    assert (first.text, second.text) == ("東京育成園", "東京公認心理師協会 東京養育家庭の会")
    assert (third.text, third.indent, third.after_gap) == ("次の段落", 1, True)
    assert not first.after_gap
    assert not second.after_gap


def test_indents_are_in_ems(save: Save) -> None:
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(10)
    document.add_paragraph("二字下げ").paragraph_format.left_indent = Pt(20)
    document.add_paragraph("一字目だけ\n次").paragraph_format.first_line_indent = Pt(10)
    put(
        document, f'<w:p {W}><w:pPr><w:ind w:leftChars="300" w:left="1" w:hangingChars="100"/></w:pPr>{run("文")}</w:p>'
    )
    assert [block.indent for block in save(document).blocks if isinstance(block, Line)] == [2, 1, 0, 2]


def test_a_table_with_merged_cells(save: Save) -> None:
    document = docx.Document()
    document.add_paragraph("前")
    table = document.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    for first, last in (((0, 0), (0, 1)), ((1, 0), (2, 0))):
        merged = table.cell(*first).merge(table.cell(*last))
        merged.text = "結合"
    table.cell(2, 2).text = "二つの\n段落"
    document.add_paragraph("後")
    before, grid, after = save(document).blocks
    assert isinstance(before, Line)
    assert isinstance(after, Line)
    assert isinstance(grid, Grid)
    assert (before.text, after.text, grid.number) == ("前", "後", 2)
    assert grid.rows == (
        TableRow((Cell("結合", columns=2), Cell("02"))),
        TableRow((Cell("結合", rows=2), Cell("11"), Cell("12"))),
        TableRow((Cell("21"), Cell("二つの\n段落"))),
    )
    assert lay_out(grid.rows).fault is None


def test_an_odd_grid_is_made_whole(save: Save) -> None:
    document = docx.Document()
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    span = '<w:gridSpan w:val="{}"/>'
    put(
        document,
        f"<w:tbl {W}>"
        f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell.format(span.format(3), '項目')}{cell.format('', '件数')}</w:tr>"
        f'<w:tr><w:trPr><w:gridBefore w:val="3"/></w:trPr>{cell.format("", "右")}</w:tr>'
        f"<w:tr>{cell.format(span.format(3) + '<w:vMerge/>', '左')}</w:tr>"
        f"<w:tr>{cell.format(span.format(3) + '<w:vMerge/>', '隠')}</w:tr>"
        "</w:tbl>",
    )
    reading = save(document)
    (grid,) = reading.blocks
    assert isinstance(grid, Grid)
    assert grid.rows == (
        TableRow((Cell("項目"), Cell("件数")), header=True),
        TableRow((Cell(""), Cell("右"))),
        TableRow((Cell("左", rows=2), Cell(""))),
        TableRow((Cell(""),)),
    )
    assert lay_out(grid.rows).fault is None
    assert apart(reading) == [("隠", Apart.MERGED.value)]
    assert tuple(map(str, reading.notes)) == ()


def test_a_table_of_one_cell_is_a_frame(save: Save) -> None:
    document = docx.Document()
    frame = document.add_table(1, 1).cell(0, 0)
    frame.text = "枠の中\n二行目"
    frame.add_table(1, 2).cell(0, 1).text = "表"
    reading = save(document)
    assert texts(reading) == ["枠の中", "二行目"]
    assert isinstance(reading.blocks[-1], Grid)


def test_a_table_in_a_cell_becomes_text(save: Save) -> None:
    document = docx.Document()
    cell = document.add_table(1, 2).cell(0, 0)
    cell.text = "外"
    inner = cell.add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "内", "側"
    reading = save(document)
    assert isinstance(reading.blocks[0], Grid)
    assert reading.blocks[0].rows[0].cells[0].text == "外\n内  側"
    assert [note.partition("。")[0] for note in map(str, reading.notes)] == ["表のセルの中に表があります"]


def test_levels_are_numbered_and_begun_anew(save: Save) -> None:
    document = docx.Document()
    number(
        document,
        ("decimalFullWidth", "第%1"),
        ("decimalFullWidth", "（%2）"),
        ("decimalEnclosedCircle", "%3"),
        ("bullet", "・"),
    )
    for level, text in ((0, "一"), (1, "二"), (1, "三"), (2, "四"), (3, "五"), (2, "六"), (0, "七"), (1, "八")):
        numbered(document, text, level)
    reading = save(document)
    assert texts(reading) == ["第１ 一", "（１） 二", "（２） 三", "① 四", "・ 五", "② 六", "第２ 七", "（１） 八"]
    assert tuple(map(str, reading.notes)) == ()


def test_a_numbering_begins_where_it_is_told_to(save: Save) -> None:
    document = docx.Document()
    number(document, ("decimal", "%1."), more='<w:suff w:val="nothing"/>')
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    use_number(document, 91, 90)
    use_number(document, 92, 90, start)
    for key in (90, 91, 92, 92, 90, 0):
        numbered(document, "項", key=key)
    assert texts(save(document)) == ["1.項", "2.項", "5.項", "6.項", "7.項", "項"]


def test_a_level_that_never_begins_anew(save: Save) -> None:
    document = docx.Document()
    number(document, ("upperLetter", "%1"), ("lowerRoman", "%1-%2"), more='<w:lvlRestart w:val="0"/>')
    for level in (0, 1, 0, 1):
        numbered(document, "項", level)
    assert texts(save(document)) == ["A 項", "A-i 項", "B 項", "B-ii 項"]


@pytest.mark.parametrize(
    ("kind", "marks"),
    [
        ("aiueoFullWidth", "アイ"),
        ("aiueo", "ｱｲ"),
        ("irohaFullWidth", "イロ"),
        ("japaneseCounting", "一二"),
        ("decimalEnclosedParen", "⑴⑵"),
        ("lowerLetter", "ab"),
        ("ideographTraditional", "甲乙"),
    ],
)
def test_number_formats(kind: str, marks: str, save: Save) -> None:
    document = docx.Document()
    number(document, (kind, "%1"))
    for _ in marks:
        numbered(document, "項")
    assert texts(save(document)) == [f"{mark} 項" for mark in marks]


def test_a_style_numbers_its_paragraphs(save: Save) -> None:
    document = docx.Document()
    number(document, ("decimal", "%1"), ("decimal", "%1.%2"))
    properties = document.styles["Heading 1"].element.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {W}><w:numId w:val="90"/></w:numPr>'))
    document.add_paragraph("見出し", style="Heading 1")
    numbered(document, "項", 1)
    assert texts(save(document)) == ["1 見出し", "1.1 項"]


@pytest.mark.parametrize(("kind", "text"), [("thaiCounting", "%1"), ("decimal", "%2"), ("bullet", "\uf0ff")], ids=ascii)
def test_a_mark_that_is_not_known_is_told(kind: str, text: str, save: Save) -> None:
    document = docx.Document()
    number(document, (kind, text))
    numbered(document, "項目")
    reading = save(document)
    assert texts(reading) == ["項目"]
    assert tuple(map(str, reading.notes)) == ("Wordの自動番号を読み取れません: 「項目」",)


def test_full_width_numbers_of_two_digits_are_doubted(save: Save) -> None:
    document = docx.Document()
    number(document, ("decimalFullWidth", "%1"))
    for _ in range(10):
        numbered(document, "項")
    reading = save(document)
    assert texts(reading)[-2:] == ["９ 項", "１０ 項"]
    assert tuple(map(str, reading.notes)) == (
        "Wordの自動番号「１０」の数字が全角か半角かを、原本と見比べてください: 「項」",
    )


def test_a_level_without_the_one_above_is_doubted(save: Save) -> None:
    document = docx.Document()
    number(document, ("decimal", "%1"), ("decimal", "%1.%2"))
    numbered(document, "項", 1)
    reading = save(document)
    assert texts(reading) == ["1.1 項"]
    assert tuple(map(str, reading.notes)) == (
        "Wordの自動番号「1.1」の上の階層の番号を、原本と見比べてください: 「項」",
    )


def test_headers_footers_and_notes_are_left_out(save: Save) -> None:
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "審議資料Ｎｏ．１"
    footer = section.footer.paragraphs[0]
    for xml in ("begin", "separate", "end"):
        footer._p.append(parse_xml(f'<w:r {W}><w:fldChar w:fldCharType="{xml}"/></w:r>'))  # noqa: SLF001
        text = {"begin": "<w:instrText>PAGE</w:instrText>", "separate": "<w:t>1</w:t>"}.get(xml, "")
        footer._p.append(parse_xml(f"<w:r {W}>{text}</w:r>"))  # noqa: SLF001
    body = document.add_paragraph("本文")
    document.add_comment(body.runs, text="確認のこと", author="係", initials="係")
    reading = save(document)
    assert texts(reading) == ["本文"]
    assert apart(reading) == [
        ("審議資料Ｎｏ．１", "ヘッダー"),
        ("1", "フッター（ページ番号）"),
        ("確認のこと", "コメント"),
    ]
    assert tuple(map(str, reading.notes)) == (
        Noticed.COMMENT.value,
        "ヘッダーに「審議資料Ｎｏ．１」とあります。本文には入れていません。",
    )


def test_footnotes_are_left_out_and_told(save: Save) -> None:
    document = with_body(run("本文") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    notes = f"<w:footnotes {W}><w:footnote><w:p>{run('脚注です')}</w:p></w:footnote></w:footnotes>"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    reading = save(document)
    assert (texts(reading), apart(reading)) == (["本文"], [("脚注です", "脚注")])
    assert tuple(map(str, reading.notes)) == (f"{Noticed.FOOTNOTE.value}: 「本文」",)


def test_a_deleted_row_is_left_out(save: Save) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for row, text in zip(table.rows, ("残る", "消えた"), strict=True):
        row.cells[0].text = text
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {W}/>"))  # noqa: SLF001
    reading = save(document)
    (grid,) = reading.blocks
    assert isinstance(grid, Grid)
    assert grid.rows == (TableRow((Cell("残る"), Cell(""))),)
    assert apart(reading) == [("消えた", Apart.DELETED_ROW.value)]


def test_a_page_break_is_a_gap(save: Save) -> None:
    document = docx.Document()
    document.add_paragraph("前")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("後")
    assert [block.after_gap for block in save(document).blocks if isinstance(block, Line)] == [False, True]


def test_changes_hidden_text_and_ruby(save: Save) -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('せたがや')}</w:rt><w:rubyBase>{run('世田谷')}</w:rubyBase></w:ruby></w:r>"
    reading = save(
        with_body(
            f"<w:ins>{run('新しい')}</w:ins><w:del><w:r><w:delText>古い</w:delText></w:r></w:del>{run('文')}",
            run("見える") + run("見えない", "<w:vanish/>"),
            f"{ruby}{run('区')}<w:hyperlink>{run('の案内')}</w:hyperlink>",
        )
    )
    assert texts(reading) == ["新しい文", "見える", "世田谷区の案内"]
    assert apart(reading) == [
        ("古い", Apart.DELETED.value),
        ("見えない", Apart.HIDDEN.value),
        ("せたがや", Apart.RUBY.value),
    ]
    assert tuple(map(str, reading.notes)) == (Noticed.CHANGED.value,) * 2


@pytest.mark.parametrize("mark", ["<w:strike/>", "<w:dstrike/>", '<w:strike w:val="true"/>', '<w:rStyle w:val="Out"/>'])
def test_struck_out_words_are_left_out_and_told_at_their_paragraph(mark: str, save: Save) -> None:
    document = with_body(run("委託先"), run("株式会社見本", mark) + run("株式会社例"))
    style = f'<w:style {W} w:type="character" w:styleId="Out"><w:rPr><w:strike/></w:rPr></w:style>'
    document.styles.element.append(parse_xml(style))
    reading = save(document)
    assert texts(reading) == ["委託先", "株式会社例"]
    assert reading.left_out == (LeftOut("株式会社見本", 1, 2, Apart.STRUCK.value, doubtful=True),)
    assert reading.notes == ()


def test_white_words_are_kept_and_told_once(save: Save) -> None:
    white = '<w:color w:val="FFFFFF"/>'
    reading = save(with_body(run("委託先"), run("株式会社見本", white), run("株式会社例", white)))
    assert texts(reading) == ["委託先", "株式会社見本", "株式会社例"]
    assert {note.message for note in reading.notes} == {f"{WHITE}: {{}}"}
    assert all(note.once for note in reading.notes)


@pytest.mark.parametrize(
    ("look", "told"),
    [
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>', 0),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>', 0),
        ('<w:color w:val="000000"/>', 0),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="FFFFFF"/>', 1),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:color="auto" w:fill="auto"/>', 1),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="none"/>', 1),
        ('<w:color w:val="ffffff"/><w:highlight w:val="white"/>', 1),
        ('<w:color w:themeColor="background1"/>', 1),
    ],
)
def test_white_words_may_be_seen_on_another_colour(look: str, told: int, save: Save) -> None:
    assert len(save(with_body(run("委託先", look))).notes) == told


def test_the_number_of_a_struck_out_paragraph_goes_with_it(save: Save) -> None:
    document = docx.Document()
    number(document, ("decimal", "%1."))
    numbered(document, "").add_run("株式会社見本").font.strike = True
    numbered(document, "株式会社例")
    reading = save(document)
    assert texts(reading) == ["2. 株式会社例"]
    assert apart(reading) == [("1. 株式会社見本", Apart.STRUCK.value)]
    assert reading.notes == ()


def test_what_a_style_strikes_out_a_run_may_leave(save: Save) -> None:
    document = docx.Document()
    document.styles["Quote"].element.get_or_add_rPr().append(parse_xml(f"<w:strike {W}/>"))
    paragraph = document.add_paragraph("消した", style="Quote")
    paragraph.add_run("残した").font.strike = False
    reading = save(document)
    assert texts(reading) == ["残した"]
    assert apart(reading) == [("消した", Apart.STRUCK.value)]


def test_characters_that_print_nothing_are_none(save: Save) -> None:
    reading = save(with_body(run("１\u200b回線\u2060結合\u00adする\ufeff理由")))
    assert texts(reading) == ["１回線結合する理由"]
    assert reading.notes == ()


def test_text_in_a_symbol_font_is_its_signs(save: Save) -> None:
    symbols = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    reading = save(with_body(run("\uf06c n", symbols) + run("氏名"), run("l", symbols) + run("住所")))
    assert texts(reading) == ["● ■氏名", "●住所"]
    assert [(note.number, note.words, note.once) for note in reading.notes] == [
        (1, "「●」", True),
        (1, "「■」", True),
        (2, "「●」", True),
    ]


def test_a_note_stands_at_its_paragraph_or_table(save: Save) -> None:
    formula = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    cells = f"<w:tc><w:p>{run('三')}</w:p></w:tc><w:tc><w:p>{run('四')}{formula}</w:p></w:tc>"
    document = with_body(run("一"), run("二") + formula)
    put(document, f"<w:tbl {NAMESPACES}><w:tr>{cells}</w:tr></w:tbl>")
    put(document, f"<w:p {NAMESPACES}>{run('五')}{formula}</w:p>")
    reading = save(document)
    assert [block.number for block in reading.blocks] == [1, 2, 3, 4]
    assert [(note.number, note.lost) for note in reading.notes] == [(2, True), (3, True), (4, True)]


def test_a_paragraph_whose_end_is_deleted_goes_on(save: Save) -> None:
    deleted_end = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    reading = save(with_body(deleted_end + run("前の"), run("段落"), deleted_end + run("最後")))
    assert texts(reading) == ["前の段落", "最後"]


def test_a_hidden_style_hides(save: Save) -> None:
    document = docx.Document()
    document.styles["Quote"].element.get_or_add_rPr().append(parse_xml(f"<w:vanish {W}/>"))
    document.add_paragraph("隠し", style="Quote")
    document.add_paragraph("本文")
    reading = save(document)
    assert (texts(reading), apart(reading)) == (["本文"], [("隠し", Apart.HIDDEN.value)])


def test_a_text_box_is_read_once(save: Save) -> None:
    box = f"<w:txbxContent><w:p>{run('審議資料Ｎｏ．２')}</w:p></w:txbxContent>"
    shape = f"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp>"
    old = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    reading = save(with_body(both + run("諮問第９７６号")))
    assert texts(reading) == ["審議資料Ｎｏ．２", "諮問第９７６号"]
    assert tuple(map(str, reading.notes)) == (f"{Noticed.BOX.value}: 「審議資料Ｎｏ．２」",)
    assert reading.left_out == ()


def test_fields_and_symbols(save: Save) -> None:
    instruction = r"<w:instrText>eq \o\ac(○,</w:instrText></w:r><w:r><w:instrText>密)</w:instrText>"
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>{}</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    reading = save(
        with_body(
            field.format(instruction) + run("秘密"),
            '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>',
            "<w:r><w:t>Ａ</w:t><w:noBreakHyphen/><w:t>１\ue000</w:t></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
        )
    )
    assert texts(reading) == ["秘密", "☑〓", "Ａ-１\ue000x"]
    assert [note.partition("。")[0] for note in map(str, reading.notes)] == [
        "囲い文字などの式を読み取れません",
        "記号フォントの文字を、印刷される記号にしました（「☑」）",
        "記号フォントの文字を読み取れません",
        "数式があります",
        "外字（文字コードだけでは形の分からない文字）があります: 「Ａ-１\ue000x」",
    ]
    assert r"eq \o\ac(○,密)" in str(reading.notes[0])


def test_a_field_without_an_end_swallows_no_paragraph(save: Save) -> None:
    reading = save(with_body(f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{run("命令")}', run("本文")))
    assert (texts(reading), apart(reading)) == (["本文"], [("命令", Apart.FIELD.value)])


def test_what_is_in_no_block_is_told(save: Save) -> None:
    document = with_body(run("本文"))
    put(document, f"<w:r {W}><w:t>迷子</w:t></w:r>")
    assert [note.partition("（")[0] for note in map(str, save(document).notes)] == [
        "本文は、ファイルの中の文字と、読み込んだ文字が違います"
    ]


def test_nothing_is_added_between_runs(save: Save) -> None:
    reading = save(with_body(run("１") + run(" ") + run("目的")))
    assert texts(reading) == ["１ 目的"]


def zipped(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


def whole(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)
LOCKED_OLE = OLE + "EncryptedPackage".encode("utf-16-le")
STRICT = b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
TYPES = "[Content_Types].xml"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", NO_WORD, id="empty"),
        pytest.param(b"{\\rtf1 }", NO_WORD, id="RTF"),
        pytest.param(OLE, OLD_WORD, id="old Word"),
        pytest.param(LOCKED_OLE, LOCKED, id="password"),
        pytest.param(b"PK\x03\x04 and no more", DAMAGED, id="no zip"),
        pytest.param(zipped(mimetype=b"application/vnd.oasis.opendocument.text"), NO_WORD, id="another zip"),
        pytest.param(zipped(**{TYPES: b"<Types/>"}), DAMAGED, id="nothing in it"),
        pytest.param(zipped(**{TYPES: b"", "_rels__.rels": STRICT}), STRICT_WORD, id="strict"),
        pytest.param(whole(docx.Document())[:TRUNCATED], DAMAGED, id="truncated"),
        pytest.param(whole(docx.Document()), NO_TEXT, id="no text"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, message: str, read_bytes: Callable[[bytes], Reading]) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read_bytes(data)
    assert str(refusal.value) == message.format(name=NAME)


def test_any_damage_is_refused_or_read(read_bytes: Callable[[bytes], Reading]) -> None:
    data = whole(with_body(run("本文")))
    for place in range(0, len(data), 997):
        damaged = data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]
        try:
            reading = read_bytes(damaged)
        except UnreadableError:
            continue
        assert texts(reading) == ["本文"]


def test_entities_are_refused(read_bytes: Callable[[bytes], Reading]) -> None:
    source = zipfile.ZipFile(io.BytesIO(whole(with_body(run("本文")))))
    files = {name: source.read(name) for name in source.namelist()}
    head, _, rest = files["word/document.xml"].partition(b"?>")
    declared = b'<!DOCTYPE d [<!ENTITY e "many">]>'
    files["word/document.xml"] = head + b"?>" + declared + rest.replace("本文".encode(), b"&e;")
    with pytest.raises(UnreadableError, match="壊れている"):
        read_bytes(zipped(**{name.replace("/", "__"): data for name, data in files.items()}))


def test_what_unpacks_to_too_much_is_refused(
    read_bytes: Callable[[bytes], Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_reader, "MOST_BYTES", 1_000_000)
    bomb = zipped(**{TYPES: b"<Types/>", "word__media__image.png": bytes(1_000_001)})
    assert len(bomb) < 10_000
    with pytest.raises(UnreadableError) as refusal:
        read_bytes(bomb)
    assert str(refusal.value) == TOO_BIG.format(name=NAME)


def test_a_file_that_is_not_there_is_the_callers(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="資料"):
        read_word(tmp_path / NAME)


def test_left_out_text_is_numbered(save: Save) -> None:
    reading = save(with_body(run("本文") + run("隠", "<w:vanish/>"), run("次")))
    assert reading.left_out == (LeftOut("隠", 1, 1, Apart.HIDDEN.value, doubtful=True),)
    assert [block.number for block in reading.blocks] == [1, 2]
