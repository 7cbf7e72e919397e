"""Which block a reader's note is about."""

from generator.importer.document.noted_places import place_notes
from generator.importer.files.notes import ReaderNote
from generator.importer.files.reading import Block, FiledBlock, LeftOut, Line, Reading


def line(text: str, page: int, number: int) -> Line:
    return Line(text, page, number, 0, len(text))


PAGES: tuple[Block, ...] = (
    line("一", 1, 1),
    line("二", 1, 2),
    line("三の終わり", 1, 4),
    line("四", 3, 1),
    line("五", 3, 3),
)


def placed(*notes: ReaderNote, starts: tuple[int, ...] = (0,)) -> dict[int, list[str]]:
    reading = Reading("資料.pdf", PAGES, notes=notes)
    found = place_notes([FiledBlock("資料.pdf", block) for block in PAGES], starts, [reading])
    return {index: list(map(str, held)) for index, held in found.items()}


def test_a_note_on_a_line_stands_there_or_at_the_next_that_is_read() -> None:
    assert placed(ReaderNote("甲", 1, 2), ReaderNote("乙", 1, 3)) == {1: ["資料.pdf: 甲"], 2: ["資料.pdf: 乙"]}


def test_a_note_on_what_follows_the_last_line_of_a_page_stands_there() -> None:
    assert placed(ReaderNote("甲", 1, 9), ReaderNote("乙", 3, 9)) == {2: ["資料.pdf: 甲"], 4: ["資料.pdf: 乙"]}


def test_a_note_on_a_page_stands_in_each_document_of_the_page() -> None:
    assert placed(ReaderNote("甲", 3), starts=(0,)) == {3: ["資料.pdf: 甲"]}
    assert placed(ReaderNote("甲", 3), starts=(0, 4)) == {3: ["資料.pdf: 甲"], 4: ["資料.pdf: 甲"]}


def test_a_page_without_text_stands_where_it_would_be() -> None:
    note = ReaderNote("{}は画像です。", 2, words="2ページ")
    said = "資料.pdf: 2ページ（「…三の終わり」の後）は画像です。"
    assert placed(note) == {3: [said]}
    # A page after the end of a document is its annex rather than the beginning of the next.
    assert placed(note, starts=(0, 3)) == {2: [said]}


def test_a_page_without_text_before_or_after_all_others() -> None:
    assert placed(ReaderNote("{}は画像です。", 0, words="表紙")) == {0: ["資料.pdf: 表紙は画像です。"]}
    assert placed(ReaderNote("{}は画像です。", 4, words="4ページ")) == {
        4: ["資料.pdf: 4ページ（「…五」の後）は画像です。"]
    }


def test_a_doubtful_text_that_is_left_out_is_noted_at_its_place() -> None:
    left_out = (LeftOut("あ", 1, 2, "ふりがな", doubtful=True), LeftOut("1", 1, 5, "ページ番号"))
    reading = Reading("資料.pdf", PAGES, left_out)
    (found,) = place_notes([FiledBlock("資料.pdf", block) for block in PAGES], (0,), [reading]).items()
    assert found[0] == 1
    assert [(str(note), note.lost) for note in found[1]] == [
        ("資料.pdf: 「あ」は、ふりがななので、本文に入れていません。原本と見比べてください。", True)
    ]


def test_files_keep_their_notes_apart() -> None:
    first, second = Reading("甲.pdf", PAGES[:1], notes=(ReaderNote("一", 1),)), Reading("乙.pdf", PAGES[:1])
    filed = [FiledBlock("甲.pdf", PAGES[0]), FiledBlock("乙.pdf", PAGES[0])]
    assert list(place_notes(filed, (0,), [first, second])) == [0]
