"""The text that the archive keeps of a meeting: nothing in it is changed, and what it lacks is added."""

from pathlib import Path

import pytest

from generator.archive.sources import split_source
from generator.disk.changes import FilesRead
from generator.importer.document.cutting import Document
from generator.importer.files.reading import Grid
from generator.importer.source_files import SourceFile, add_to_source
from generator.japanese.fold import without_space
from generator.model.consultation import Cell, TableRow
from generator.store.source_text import read_text, without_form_feeds
from tests.importer.reading_text import HEAD, document

OTHER = HEAD.replace("Ｎｏ．１", "Ｎｏ．２").replace("９０１", "９０２")
BODY = "１ 件名\n\n見本"
ORIGINAL = f"{HEAD}{BODY}\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "2022-06-17.txt"


def held(data: bytes) -> dict[int, str]:
    text, problems = read_text("", without_form_feeds(data))
    assert problems == ()
    return {number: each.text for number, each in split_source("", text).items()}


def words(*documents: Document) -> list[str]:
    return [without_space("".join(getattr(block, "text", "") for block in each.blocks)) for each in documents]


def test_a_new_file_is_the_text_that_was_read(path: Path) -> None:
    original = ORIGINAL.encode()
    assert add_to_source(path.name, FilesRead().read(path), {901: document(BODY)}, original) == SourceFile(original)


def test_a_new_file_is_composed_where_the_text_that_was_read_says_something_else(path: Path) -> None:
    found = document(BODY)
    for original in (None, ORIGINAL.replace("見本\n", "別\n").encode(), b""):
        data = add_to_source(path.name, FilesRead().read(path), {901: found}, original).data
        assert data is not None
        assert list(held(data).values()) == words(found)


def test_what_a_file_holds_stays_as_it_is(path: Path) -> None:
    path.write_text(ORIGINAL, encoding="utf-8")
    assert add_to_source(path.name, FilesRead().read(path), {901: document(BODY)}, None) == SourceFile(None)
    assert add_to_source(path.name, FilesRead().read(path), {}, None) == SourceFile(None)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("is_ended", [True, False])
def test_what_a_file_lacks_is_added_at_its_end(path: Path, line_end: str, *, is_ended: bool) -> None:
    before = ORIGINAL.replace("\n", line_end)
    path.write_bytes((before if is_ended else before.removesuffix(line_end)).encode())
    second = document(BODY, OTHER)
    data = add_to_source(path.name, FilesRead().read(path), {901: document(BODY), 902: second}, None).data
    assert data is not None
    assert data.startswith(f"{before}{line_end}審議資料Ｎｏ．２{line_end}".encode())
    assert data.endswith(f"見本{line_end}".encode())
    assert list(held(data)) == [901, 902]
    assert held(data)[902] == words(second)[0]


def test_a_document_that_the_file_has_in_other_words_is_told_and_nothing_is_written(path: Path) -> None:
    path.write_text(ORIGINAL.replace("見本\n", "別\n"), encoding="utf-8")
    assert add_to_source(path.name, FilesRead().read(path), {901: document(BODY)}, ORIGINAL.encode()) == SourceFile(
        None, (901,)
    )


@pytest.mark.parametrize("number", [901, 902, 903])
@pytest.mark.parametrize(
    ("before", "line_end"),
    [
        pytest.param("", "\n", id="lines"),
        pytest.param("会議の記録\n\n", "\r\n", id="CRLF"),
        pytest.param("会議の記録\n\f", "\n\f", id="every line on a page of its own"),
        pytest.param("\f\f会議の記録\f\f", "\f", id="no line ends but of pages"),
        pytest.param("\r\f会議の記録\r", "\r", id="CR"),
    ],
)
def test_a_document_that_is_replaced_goes_to_the_end_and_no_other_byte_changes(
    path: Path, before: str, line_end: str, number: int
) -> None:
    heads = {901: HEAD, 902: OTHER, 903: OTHER.replace("９０２", "９０３").replace("Ｎｏ．２", "Ｎｏ．３")}
    parts = {each: f"{head}{BODY}\n".replace("\n", line_end) for each, head in heads.items()}
    path.write_bytes((before + "".join(parts.values())).encode())
    new = document("１ 件名\n\n別の見本", heads[number])
    documents = {each: document(BODY, head) for each, head in heads.items()} | {number: new}
    assert add_to_source(path.name, FilesRead().read(path), documents, None) == SourceFile(None, (number,))
    data = add_to_source(path.name, FilesRead().read(path), documents, None, frozenset({number})).data
    assert data is not None
    rest = before + "".join(part for each, part in parts.items() if each != number)
    assert data.startswith(rest.removesuffix("\f").encode())
    assert set(held(data)) == set(heads)
    assert held(data)[number] == words(new)[0]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_only_document_of_a_file_is_replaced_with_the_line_ends_of_the_file(path: Path, line_end: str) -> None:
    path.write_bytes(ORIGINAL.replace("\n", line_end).encode())
    new = document("１ 件名\n\n別の見本")
    data = add_to_source(path.name, FilesRead().read(path), {901: new}, None, frozenset({901})).data
    assert data is not None
    assert list(held(data).values()) == words(new)
    assert data.startswith("審議資料".encode())
    assert data.decode().replace(line_end, "").isprintable()


def test_a_number_alone_on_a_line_is_no_page_number_in_a_composed_file(path: Path) -> None:
    found = document("１ 件数\n\n120\n\n30")
    data = add_to_source(path.name, FilesRead().read(path), {901: found}, None).data
    assert data is not None
    assert list(held(data).values()) == words(found)


def test_the_cells_of_a_table_are_all_kept(path: Path) -> None:
    plain = document(BODY)
    rows = (TableRow((Cell("番号"), Cell("項目名"))), TableRow((Cell("1"), Cell("氏名\n住所"))))
    found = Document(plain.files, plain.document_line, plain.number_line, (*plain.body, Grid(rows, 1, 1)))
    data = add_to_source(path.name, FilesRead().read(path), {901: found}, None).data
    assert data is not None
    assert list(held(data).values()) == [words(plain)[0] + "番号項目名1氏名住所"]
