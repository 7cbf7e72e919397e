"""Pages drawn by hand, line by line: which lines are the page's own, and which the document's."""

from collections.abc import Callable, Sequence

import pytest

from generator.importer.files.notes import group_notes, phrase_notes
from generator.importer.files.pdf.pdf_furniture import FOOT, HEAD, OVER
from generator.importer.files.reading import PAGE_NUMBER, Grid, Line, Reading
from tests.importer.handmade import handmade, show

ReadBytes = Callable[[bytes], Reading]

KANA = "あいうえおかきくけこさしすせそたちつてとなにぬねの"
# Points from the lower edge of a page that is 842 points high: its head and its foot.
HEAD_Y, FOOT_Y = 800, 40


def body(page: int = 0, *, x: float = 72, y: float = 740) -> str:
    """Draw eight lines, 20 points apart, no two of them alike."""
    rows = [KANA[8 * page + row :] + KANA[: 8 * page + row] for row in range(8)]
    return "".join(show(text, x, y - 20 * row) for row, text in enumerate(rows))


def heads(*texts: str) -> Sequence[str]:
    return [body(page) + show(text, 300, HEAD_Y) for page, text in enumerate(texts)]


def doubts(reading: Reading) -> list[str]:
    """Return what is said of lines at the pages' edges, in the words of one message each."""
    notes = [note for note in reading.notes if note.once]
    return [phrase_notes(group) for _, group in group_notes((None, note) for note in notes)]


def apart(reading: Reading) -> list[tuple[str, int, str]]:
    return [(one.text, one.page, one.reason) for one in reading.left_out]


def first_lines(reading: Reading, count: int) -> list[str]:
    return [block.text for block in reading.blocks if isinstance(block, Line)][:count]


@pytest.mark.parametrize(
    "number",
    [
        "3",
        "３",
        "3/12",
        "- 3 -",
        "― ３ ―",
        "~3~",
        "(3)",
        "（３）",
        "[3]",
        "p.3",
        "P3",
        "Page 3",
        "ページ3",
        "3頁",
        "3/9ページ",
    ],
)
def test_a_number_at_the_foot_is_the_pages(number: str, read_bytes: ReadBytes) -> None:
    assert apart(read_bytes(handmade(body() + show(number, 290, FOOT_Y)))) == [(number, 1, PAGE_NUMBER)]


@pytest.mark.parametrize("text", ["約3", "3件", "12345", "3.5", "第3", "3-", "(3"])
def test_what_is_no_number_alone_is_the_documents(text: str, read_bytes: ReadBytes) -> None:
    assert apart(read_bytes(handmade(body() + show(text, 290, FOOT_Y)))) == []


@pytest.mark.parametrize(("number", "y"), [("3", 80), ("- 3 -", 90), ("- 3 -", 120)])
def test_a_number_within_a_tenth_of_the_page_is_its_own_and_a_dressed_one_nearer_the_text(
    number: str, y: float, read_bytes: ReadBytes
) -> None:
    assert apart(read_bytes(handmade(body() + show(number, 290, y)))) == [(number, 1, PAGE_NUMBER)]


@pytest.mark.parametrize(("y", "found"), [(762, [("3", 1, PAGE_NUMBER)]), (752, [])])
def test_so_it_is_at_the_head(y: float, found: list[tuple[str, int, str]], read_bytes: ReadBytes) -> None:
    assert apart(read_bytes(handmade(show("3", 290, y) + body(y=700)))) == found


@pytest.mark.parametrize(("number", "y"), [("3", 90), ("- 3 -", 130)])
def test_a_number_further_in_is_the_documents(number: str, y: float, read_bytes: ReadBytes) -> None:
    assert apart(read_bytes(handmade(body() + show(number, 290, y)))) == []


def test_a_number_alone_that_follows_the_text_as_its_lines_do_is_text(read_bytes: ReadBytes) -> None:
    low = body(y=200)
    assert apart(read_bytes(handmade(low + show("3", 290, 40)))) == []
    assert apart(read_bytes(handmade(low + show("3", 290, 35)))) == [("3", 1, PAGE_NUMBER)]
    assert apart(read_bytes(handmade(low + show("3", 290, 40, size=11)))) == [("3", 1, PAGE_NUMBER)]
    assert apart(read_bytes(handmade(low + show("3", 290, 40, size=11.5)))) == []


@pytest.mark.parametrize("number", ["3", "（３）", "- 3 -", "3/12"])
def test_a_number_alone_that_begins_where_lines_of_the_text_do_is_text_and_said(
    number: str, read_bytes: ReadBytes
) -> None:
    reading = read_bytes(handmade(body() + show(number, 72, FOOT_Y)))
    assert apart(reading) == []
    (doubt,) = doubts(reading)
    assert doubt.startswith(f"「{number}」はページ番号かもしれませんが、本文に入れました（1ページ）。")


@pytest.mark.parametrize(("y", "found"), [(55, []), (53, [("3", 1, PAGE_NUMBER)])])
def test_a_number_close_under_a_table_is_the_documents(
    y: float, found: list[tuple[str, int, str]], read_bytes: ReadBytes
) -> None:
    lines = [*((72, low, 272, low) for low in (74, 104)), *((x, 74, x, 104) for x in (72, 172, 272))]
    table = "".join(f"{x0} {y0} m {x1} {y1} l S\n" for x0, y0, x1, y1 in lines)
    cells = show("甲", 90, 85) + show("乙", 190, 85)
    assert apart(read_bytes(handmade(table + cells + show("3", 290, y)))) == found


def test_numbers_that_count_on_with_the_pages_are_theirs_further_in(read_bytes: ReadBytes) -> None:
    counting = read_bytes(handmade(*(body(page) + show(str(7 + page), 290, 110) for page in range(2))))
    assert apart(counting) == [("7", 1, PAGE_NUMBER), ("8", 2, PAGE_NUMBER)]
    same = read_bytes(handmade(*(body(page) + show("7", 290, 110) for page in range(3))))
    assert apart(same) == []
    assert len(doubts(same)) == 1
    other = read_bytes(handmade(body() + show("7", 290, 110), body(1) + show("8", 290, 114)))
    assert apart(other) == []


@pytest.mark.parametrize("numbers", [("i", "ii", "iii"), ("1-1", "1-2", "1-3"), ("〔１〕", "〔２〕", "〔３〕")])
def test_what_is_a_label_too_is_the_pages_number_where_it_counts_on(
    numbers: Sequence[str], read_bytes: ReadBytes
) -> None:
    reading = read_bytes(handmade(*(body(page) + show(number, 290, FOOT_Y) for page, number in enumerate(numbers))))
    assert apart(reading) == [(number, page, PAGE_NUMBER) for page, number in enumerate(numbers, start=1)]
    assert apart(read_bytes(handmade(body() + show(numbers[1], 290, FOOT_Y)))) == []


@pytest.mark.parametrize(("y", "reason", "where"), [(HEAD_Y, HEAD, "上"), (FOOT_Y, FOOT, "下")])
@pytest.mark.parametrize("words", ["審議会", "審議会 - {} -", "審議会　{}", "{}/3 審議会", "審議会資料－{}－"])
def test_what_three_pages_repeat_at_an_edge_is_the_pages_with_one_doubt(
    words: str, y: float, reason: str, where: str, read_bytes: ReadBytes
) -> None:
    texts = [words.format(page) for page in (1, 2, 3)]
    reading = read_bytes(handmade(*(body(page) + show(text, 400, y) for page, text in enumerate(texts))))
    assert [(page, why) for _, page, why in apart(reading)] == [(1, reason), (2, reason), (3, reason)]
    (doubt,) = doubts(reading)
    assert doubt.startswith(f"ページの{where}の「審議会")
    assert "（1ページ、2ページ、3ページ）" in doubt
    assert all(note.lost for note in reading.notes)


def other_body(page: int) -> str:
    """Draw eight lines that no other page has."""
    return "".join(show(f"{chr(0x4E00 + 30 * page + row) * 9}", 72, 740 - 20 * row) for row in range(8))


@pytest.mark.parametrize(("pages", "said"), [(19, 1), (20, 0)])
def test_what_twenty_pages_repeat_is_no_doubt(pages: int, said: int, read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(*(other_body(page) + show("審議会", 400, HEAD_Y) for page in range(pages))))
    assert apart(reading) == [("審議会", page, HEAD) for page in range(1, pages + 1)]
    assert len(doubts(reading)) == said


@pytest.mark.parametrize("y", [760, 750])
def test_what_three_pages_repeat_where_text_begins_stays_and_is_said(y: float, read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(*(body(page, y=700) + show("諮問書", 280, y) for page in range(3))))
    assert apart(reading) == []
    assert len(doubts(reading)) == 1


def test_a_running_head_where_another_page_begins_its_document_stays_and_is_said(read_bytes: ReadBytes) -> None:
    words = ("諮問第１号", "審議会", "審議会", "審議会")
    pages = (other_body(page) + show(word, 300, HEAD_Y) for page, word in enumerate(words))
    reading = read_bytes(handmade(*pages))
    assert apart(reading) == []
    assert len(doubts(reading)) == 1


@pytest.mark.parametrize(("pages", "taken"), [(2, 0), (3, 3)])
def test_a_running_head_above_documents_of_one_form_is_no_text_of_theirs(
    pages: int, taken: int, read_bytes: ReadBytes
) -> None:
    form = (show("審議会", 430, HEAD_Y) + show(f"諮問第{at + 1}号", 72, 770) + body(y=720) for at in range(pages))
    reading = read_bytes(handmade(*form))
    assert len(apart(reading)) == taken
    assert len(doubts(reading)) == 1


def test_odd_and_even_pages_have_running_heads_of_their_own(read_bytes: ReadBytes) -> None:
    words = (show("審議会", 72, HEAD_Y), show("資料集", 487, HEAD_Y))
    reading = read_bytes(handmade(*(other_body(page) + words[page % 2] for page in range(6))))
    assert [(one.text, one.page) for one in reading.left_out] == [
        ("審議会" if page % 2 else "資料集", page) for page in range(1, 7)
    ]
    assert len(doubts(reading)) == 2


def test_what_two_pages_repeat_at_an_edge_stays_and_is_said(read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(*heads("審議会", "審議会")))
    assert apart(reading) == []
    (doubt,) = doubts(reading)
    assert "「審議会」は、1ページ、2ページの同じ場所にあります。本文に入れましたが" in doubt


@pytest.mark.parametrize("pages", [2, 3, 12])
def test_what_the_pages_of_one_form_repeat_is_the_documents(pages: int, read_bytes: ReadBytes) -> None:
    form = [
        body() + show("同上", 400, FOOT_Y) + show(f"{'〇一二三四五六七八九十百'[page]}課", 72, 500)
        for page in range(pages)
    ]
    reading = read_bytes(handmade(*form))
    assert apart(reading) == []
    assert doubts(reading) == []


@pytest.mark.parametrize(
    "texts", [("資料１", "資料２", "資料３"), ("別紙　１", "別紙　２", "別紙　３"), ("４月", "５月", "６月")]
)
def test_what_counts_documents_or_months_is_no_page_number(texts: Sequence[str], read_bytes: ReadBytes) -> None:
    assert apart(read_bytes(handmade(*heads(*texts)))) == []


@pytest.mark.parametrize("label", ["（１）なし", "４ 件数", "・なし", "【別紙】"])
def test_a_label_is_the_documents_wherever_it_stands(label: str, read_bytes: ReadBytes) -> None:
    assert apart(read_bytes(handmade(*heads(label, label, label)))) == []


def test_a_running_head_on_a_page_of_few_lines_is_the_pages(read_bytes: ReadBytes) -> None:
    short = show("【別紙】", 72, HEAD_Y - 24) + show("なし", 72, HEAD_Y - 84)
    reading = read_bytes(handmade(*heads("審議会", "審議会", "審議会"), short + show("審議会", 300, HEAD_Y)))
    assert apart(reading) == [("審議会", page, HEAD) for page in (1, 2, 3, 4)]


def test_what_stands_once_at_an_edge_is_the_documents(read_bytes: ReadBytes) -> None:
    assert apart(read_bytes(handmade(body() + show("審議会", 400, HEAD_Y), body(1) + show("部会", 400, HEAD_Y)))) == []


def test_what_repeats_as_near_as_the_lines_of_the_text_is_the_documents(read_bytes: ReadBytes) -> None:
    assert apart(read_bytes(handmade(*(body(page) + show("（１）なし", 72, 760) for page in range(2))))) == []


@pytest.mark.parametrize(
    ("others", "taken"), [([], 3), (["部会"], 3), (["部会", "分科会"], 0), (["審議会", "部会", "分科会"], 4)]
)
def test_at_the_height_of_a_running_head_most_lines_repeat(
    others: list[str], taken: int, read_bytes: ReadBytes
) -> None:
    reading = read_bytes(handmade(*heads("審議会", "審議会", "審議会", *others)))
    assert apart(reading) == [("審議会", page, HEAD) for page in range(1, taken + 1)]


def test_three_lines_of_an_edge_may_be_the_pages(read_bytes: ReadBytes) -> None:
    heads = "".join(
        show(text, 400, 825 - 12 * row, size=6) for row, text in enumerate(("甲会", "乙会", "丙会", "丁会"))
    )
    reading = read_bytes(handmade(heads + body(), heads + body(1), heads + body(2)))
    assert [text for text, page, _ in apart(reading) if page == 1] == ["甲会", "乙会", "丙会"]


def test_a_running_head_that_names_the_document_is_its_own_where_it_first_stands(read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(*heads("審議会 諮問第１号", "審議会 諮問第１号", "審議会 諮問第１号")))
    assert first_lines(reading, 1) == ["審議会 諮問第１号"]
    assert apart(reading) == [("審議会 諮問第１号", page, HEAD) for page in (2, 3)]


def test_after_a_documents_beginning_what_repeats_where_documents_begin_is_its_own(read_bytes: ReadBytes) -> None:
    pages = (
        body(page) + show(f"審議会 諮問第{page + 1}号", 300, HEAD_Y) + show("件名について", 200, 770, size=14)
        for page in range(2)
    )
    reading = read_bytes(handmade(*pages))
    assert apart(reading) == []


def test_a_running_head_above_the_beginnings_of_documents_is_the_pages(read_bytes: ReadBytes) -> None:
    pages = (show("審議会", 400, 820) + show(f"諮問第{page}号", 300, 780) + body(page) for page in (0, 1, 2))
    reading = read_bytes(handmade(*pages))
    assert apart(reading) == [("審議会", page, HEAD) for page in (1, 2, 3)]


def test_after_a_documents_beginning_what_other_pages_repeat_is_theirs(read_bytes: ReadBytes) -> None:
    head = show("審議会", 400, 780)
    reading = read_bytes(handmade(show("諮問第１号", 300, 820) + head + body(), head + body(1), head + body(2)))
    assert apart(reading) == [("審議会", page, HEAD) for page in (1, 2, 3)]


def test_a_line_that_mentions_a_document_and_does_not_repeat_begins_none(read_bytes: ReadBytes) -> None:
    once = show("諮問第９号について述べる", 72, HEAD_Y) + show("12", 72, 775) + body()
    reading = read_bytes(handmade(once, body(1)))
    assert apart(reading) == []
    assert first_lines(reading, 2) == ["諮問第９号について述べる", "12"]


@pytest.mark.parametrize("line", ["審議資料Ｎｏ．１", "諮問第９０１号"])
def test_the_line_a_document_begins_with_is_its_own_once(line: str, read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(*heads(line, line)))
    assert first_lines(reading, 1) == [line]
    assert apart(reading) == [(line, 2, HEAD)]


def test_a_line_at_the_height_where_documents_begin_is_text(read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(*heads("諮問第１号", "別紙", "諮問第２号", "別紙")))
    assert apart(reading) == []


def test_pages_of_another_size_have_their_own_edges(read_bytes: ReadBytes) -> None:
    high, low = b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 595 420]"
    short = "".join(show(KANA[row : row + 9], 120, 300 - 20 * row) for row in range(3))
    whole = handmade(body(), short)
    at = whole.rindex(high)
    reading = read_bytes(whole[:at] + low + whole[at + len(high) :])
    assert [block.indent for block in reading.blocks if isinstance(block, Line) and block.page == 2] == [0, 0, 0]


def marked(drawing: str, kind: str = "<< /Type /Pagination /Subtype /Header >>") -> str:
    """Return ``drawing`` as the PDF marks it: by default as a part of the page's head."""
    return f"/Artifact {kind} BDC {drawing} EMC\n"


@pytest.mark.parametrize(
    ("text", "x", "y", "reason"),
    [
        ("審議会", 400, HEAD_Y, HEAD),
        ("審議会", 72, 760, HEAD),
        ("審議会", 400, FOOT_Y, FOOT),
        ("取扱注意", 300, 675, OVER),
        ("第３回", 300, 680, OVER),
        ("３", 72, 585, PAGE_NUMBER),
    ],
)
def test_what_the_pdf_marks_as_the_pages_is_left_out_without_a_doubt(
    text: str, x: float, y: float, reason: str, read_bytes: ReadBytes
) -> None:
    reading = read_bytes(handmade(body() + marked(show(text, x, y))))
    assert apart(reading) == [(text, 1, reason)]
    assert [block.text for block in reading.blocks if isinstance(block, Line)] == [
        KANA[row:] + KANA[:row] for row in range(8)
    ]
    assert doubts(reading) == []


def test_so_is_what_it_marks_by_a_name_among_its_resources(read_bytes: ReadBytes) -> None:
    named = "/Properties << /P0 << /Type /Pagination >> >>"
    reading = read_bytes(handmade(body() + marked(show("審議会", 400, HEAD_Y), "/P0"), resources=named))
    assert apart(reading) == [("審議会", 1, HEAD)]


@pytest.mark.parametrize("kind", ["<< >>", "<< /Type /Layout >>", "<< /Subtype /Header >>", "/Unknown"])
def test_what_it_marks_as_something_else_is_text(kind: str, read_bytes: ReadBytes) -> None:
    assert apart(read_bytes(handmade(body() + marked(show("審議会", 400, HEAD_Y), kind)))) == []


def test_marks_on_most_of_the_text_are_wrong(read_bytes: ReadBytes) -> None:
    assert apart(read_bytes(handmade(marked(body()) + show("審議会", 400, HEAD_Y)))) == []


def test_the_line_a_document_begins_with_is_its_own_even_where_the_pdf_marks_it(read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(*(body(page) + marked(show("諮問第１号", 400, HEAD_Y)) for page in range(2))))
    assert first_lines(reading, 1) == ["諮問第１号"]
    assert apart(reading) == [("諮問第１号", 2, HEAD)]


def on_its_side(page: int, number: str) -> str:
    """Draw text along the page's long side, and a number at the foot of the page as it is held without turning."""
    rows = "".join(show(KANA[3 * page + row :], 72, 480 - 20 * row) for row in range(8))
    return f"q 0 1 -1 0 595 0 cm {rows} Q {show(number, 290, FOOT_Y)}"


@pytest.mark.parametrize("number", ["‑{}‑", "- {} -", "{}", "{}/10", "{}ページ", "P.{}"])
@pytest.mark.parametrize("boxes", ["", "/Rotate 90"])
def test_a_number_along_the_side_of_a_turned_page_is_the_pages(number: str, boxes: str, read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(*(on_its_side(page, number.format(page + 2)) for page in range(2)), boxes=boxes))
    assert apart(reading) == [(number.format(page + 1), page, PAGE_NUMBER) for page in (1, 2)]
    # PDFium reads less where a font has no shapes, and that is said of the whole page.
    assert {note.number for note in reading.notes} <= {0}


def test_a_table_over_two_turned_pages_is_one_beside_their_numbers(read_bytes: ReadBytes) -> None:
    pages = []
    for at, words in enumerate((("甲", "乙", "丙", "丁"), ("戊", "己", "庚", "辛"))):
        rules = "".join(
            f"72 {y} m 772 {y} l S 72 {low} m 72 {high} l S\n" for y, low, high in ((500, 300, 500), (300, 300, 500))
        )
        rules += "72 400 m 772 400 l S 422 300 m 422 500 l S 772 300 m 772 500 l S\n"
        cells = "".join(show(word, 100 + 350 * (at % 2), 440 - 100 * (at // 2)) for at, word in enumerate(words))
        pages.append(f"q 0 1 -1 0 595 0 cm {rules}{cells} Q {show(f'‑{at + 2}‑', 290, FOOT_Y)}")
    reading = read_bytes(handmade(*pages))
    (grid,) = [block for block in reading.blocks if isinstance(block, Grid)]
    assert [[cell.text for cell in row.cells] for row in grid.rows] == [
        ["甲", "乙"],
        ["丙", "丁"],
        ["戊", "己"],
        ["庚", "辛"],
    ]
    assert apart(reading) == [("‑2‑", 1, PAGE_NUMBER), ("‑3‑", 2, PAGE_NUMBER)]


@pytest.mark.parametrize("number", ["2", "‑2‑", "2/9"])
@pytest.mark.parametrize("x", [20, 550])
@pytest.mark.parametrize("y", [680, 670])
def test_an_upright_number_beside_all_text_is_the_pages(number: str, x: float, y: float, read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(body(x=110) + show(number, x, y, size=8)))
    assert apart(reading) == [(number, 1, PAGE_NUMBER)]
    assert first_lines(reading, 4) == [KANA[row:] + KANA[:row] for row in range(4)]


@pytest.mark.parametrize(
    ("text", "x"), [("２", 72), ("（２）", 20), ("注", 20), ("2", 90)], ids=["further in", "a label", "a word", "near"]
)
def test_what_else_stands_beside_the_text_is_text(text: str, x: float, read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(body(x=110) + show(text, x, 680)))
    assert apart(reading) == []
    assert text in "".join(first_lines(reading, 8))


def test_words_along_the_side_of_a_turned_page_are_text_and_said(read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(on_its_side(0, "別紙"), on_its_side(1, "別表")))
    assert apart(reading) == []
    assert [note.number for note in reading.notes if note.number] == [9, 9]


def test_small_words_across_the_text_of_three_pages_are_theirs_with_one_doubt(read_bytes: ReadBytes) -> None:
    across = f"q .7 .7 -.7 .7 250 300 cm {show('取扱注意', 0, 0)} Q"
    reading = read_bytes(handmade(*(body(page) + across for page in range(3))))
    assert apart(reading) == [("取扱注意", page, OVER) for page in (1, 2, 3)]
    assert len(doubts(reading)) == 1
