"""The text that the archive keeps of a meeting: nothing in it is changed, and what it lacks is added."""

from pathlib import Path

import pytest

from generator.archive.sources import split_source
from generator.importer.document.cutting import Document
from generator.importer.files.reading import Grid
from generator.importer.source_files import SourceFile, add_to_source
from generator.japanese.fold import without_space
from generator.model.consultation import Cell, TableRow
from tests.importer.reading_text import HEAD, document

OTHER = HEAD.replace("Ｎｏ．１", "Ｎｏ．２").replace("９０１", "９０２")
BODY = "１ 件名\n\n見本"
ORIGINAL = f"{HEAD}{BODY}\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "2022-06-17.txt"


def held(data: bytes) -> dict[int, str]:
    return {number: each.text for number, each in split_source("", data.decode()).items()}


def words(*documents: Document) -> list[str]:
    return [without_space("".join(getattr(block, "text", "") for block in each.blocks)) for each in documents]


def test_a_new_file_is_the_text_that_was_read(path: Path) -> None:
    original = ORIGINAL.encode()
    assert add_to_source(path, {901: document(BODY)}, original) == SourceFile(original)


def test_a_new_file_is_composed_where_the_text_that_was_read_says_something_else(path: Path) -> None:
    found = document(BODY)
    for original in (None, ORIGINAL.replace("見本\n", "別\n").encode(), b""):
        data = add_to_source(path, {901: found}, original).data
        assert data is not None
        assert list(held(data).values()) == words(found)


def test_what_a_file_holds_stays_as_it_is(path: Path) -> None:
    path.write_text(ORIGINAL, encoding="utf-8")
    assert add_to_source(path, {901: document(BODY)}, None) == SourceFile(None)
    assert add_to_source(path, {}, None) == SourceFile(None)


def test_what_a_file_lacks_is_added_at_its_end(path: Path) -> None:
    before = ORIGINAL.rstrip("\n").encode()
    path.write_bytes(before)
    second = document(BODY, OTHER)
    data = add_to_source(path, {901: document(BODY), 902: second}, None).data
    assert data is not None
    assert data.startswith(before + b"\n\n")
    assert list(held(data)) == [901, 902]
    assert held(data)[902] == words(second)[0]


def test_a_document_that_the_file_has_in_other_words_is_told_and_nothing_is_written(path: Path) -> None:
    path.write_text(ORIGINAL.replace("見本\n", "別\n"), encoding="utf-8")
    assert add_to_source(path, {901: document(BODY)}, ORIGINAL.encode()) == SourceFile(None, (901,))


def test_a_number_alone_on_a_line_is_no_page_number_in_a_composed_file(path: Path) -> None:
    found = document("１ 件数\n\n120\n\n30")
    data = add_to_source(path, {901: found}, None).data
    assert data is not None
    assert list(held(data).values()) == words(found)


def test_the_cells_of_a_table_are_all_kept(path: Path) -> None:
    plain = document(BODY)
    rows = (TableRow((Cell("番号"), Cell("項目名"))), TableRow((Cell("1"), Cell("氏名\n住所"))))
    found = Document(plain.files, plain.document_line, plain.number_line, (*plain.body, Grid(rows, 1, 1)))
    data = add_to_source(path, {901: found}, None).data
    assert data is not None
    assert list(held(data).values()) == [words(plain)[0] + "番号項目名1氏名住所"]
