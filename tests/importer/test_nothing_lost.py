"""Whatever text goes in, every character but white space comes out once, in its order, or is listed as left out."""

from collections import Counter
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disk.changes import FilesRead
from generator.importer.document.cutting import Document, cut
from generator.importer.draft import NoDraftError, draft
from generator.importer.draft_text import write_draft
from generator.importer.files.reading import Grid, Line, Reading, UnreadableError
from generator.importer.files.text_file import read_text_file
from generator.importer.proof import prove
from generator.importer.registers.new_names import read_registries
from generator.japanese.fold import without_space
from generator.model.consultation import Consultation
from generator.model.document import pieces
from generator.store.files import read_data
from tests.publishing import ROOT

NAMES = read_registries(ROOT / "content", FilesRead()).names
SOURCE = (ROOT / "content" / "sources" / "2022-06-17.txt").read_text(encoding="utf-8").split("\n")

NUMBERS = st.integers(1, 12).map(str) | st.sampled_from("０１２３４５６７８９")
LABELS = st.one_of(
    st.builds("第{} ".format, NUMBERS),
    st.builds("{} ".format, NUMBERS),
    st.builds("（{}）".format, NUMBERS),
    st.builds("({})".format, NUMBERS),
    st.sampled_from(("①", "②", "③", "（ア）", "（イ）", "ア ", "・", "○", "【別紙】 ", "《", "1.", "１）", "⑴")),
)
WORDS = st.text("氏名住所、。・（）「」のとおり同件約０１12３年月日令和なし未定ＬＩＮＥ 　ab,.-", max_size=50)
LINES = st.one_of(
    st.builds("{}{}".format, LABELS, WORDS),
    WORDS,
    st.sampled_from(SOURCE),
    st.sampled_from(("22", "- 3 -", "分野 項目名", "個人情報の項目", "審議資料Ｎｏ．２", "諮問第１号", "\f", "")),
)
HEAD = [
    "審議資料Ｎｏ．１",
    "諮問第９０１号",
    "「見本業務」における外部委託について",
    "令和４年６月１７日",
    "見本部見本課",
]


def read(lines: list[str]) -> Reading | None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "文書.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
        try:
            return read_text_file(path)
        except UnreadableError:
            return None


def characters(document: Document) -> str:
    texts = (
        block.text if isinstance(block, Line) else "".join(cell.text for row in block.rows for cell in row.cells)
        for block in document.blocks
    )
    return without_space("".join(texts))


@given(st.lists(LINES, max_size=40))
def test_each_character_of_a_text_is_in_one_document_or_left_out(lines: list[str]) -> None:
    reading = read([*HEAD, *lines])
    if reading is None:
        return
    found = cut([reading])
    left = "".join(without_space(each.text) for each in (*reading.left_out, *found.left_out))
    whole = without_space("".join([*HEAD, *lines]))
    assert Counter("".join(map(characters, found.documents)) + left) == Counter(whole)


@given(st.lists(LINES, min_size=1, max_size=40))
def test_the_file_of_a_draft_says_what_its_document_says(lines: list[str]) -> None:
    reading = read([*HEAD, *lines])
    for document in cut([reading]).documents if reading else ():
        try:
            text = write_draft(draft(document, NAMES))
        except NoDraftError:
            continue
        assert prove(document, text.encode()).differences == ()
        stored, problems = read_data(text.encode(), "", Consultation)
        assert problems == ()
        assert stored is not None
        said = "".join(without_space(text) for piece in pieces(stored.value) for text in (piece.text, *piece.cells))
        assert Counter(said) == Counter(characters(document))


@given(st.lists(LINES, max_size=40), st.lists(WORDS, max_size=8))
def test_a_document_of_any_shape_is_read_or_refused(lines: list[str], head: list[str]) -> None:
    reading = read([*head, *lines])
    for document in cut([reading]).documents if reading else ():
        assert not any(isinstance(block, Grid) for block in document.blocks)
        with suppress(NoDraftError):
            assert prove(document, write_draft(draft(document, NAMES)).encode()).holds


ENDLESS = "9" * 6000  # more digits than Python makes a number of
WHERE_NUMBERS_STAND = (
    "{} 個人情報の項目",
    "（{}）個人情報の項目",
    "第{} 外部提供について",
    "条例第{}条の規定に基づき諮問する。",
    "条例第１８条第{}号の規定に基づき諮問する。",
    "諮問第{}号の条件",
    "諮問第{}号",
    "審議資料Ｎｏ．{}",
    "第１の{}（{}）のとおり",
    "別紙{} 内訳",
    "令和{}年４月１日から",
    "令和{}年度 約{}件（年間）",
    "約{}万件",
)


@pytest.mark.parametrize("words", WHERE_NUMBERS_STAND)
@pytest.mark.parametrize("heading", ["２ 個人情報の項目", "２ 件数", "２ 委託先", "２ 開始時期", "２ 諮問の趣旨"])
def test_a_number_of_any_length_is_only_text(heading: str, words: str) -> None:
    reading = read([*HEAD, heading, words.replace("{}", ENDLESS), "乙"])
    assert reading is not None
    for document in cut([reading]).documents:
        with suppress(NoDraftError):
            assert prove(document, write_draft(draft(document, NAMES)).encode()).holds
