"""The documents that an import read lie in the private folder, as they came."""

from pathlib import Path

import pytest

from generator.disk.changes import FilesRead
from generator.importer.originals import file_originals, take_over_former_drafts

FOLDER = Path(".private/originals")


def filed(content: Path, read: dict[str, bytes]) -> dict[str, bytes]:
    copies = file_originals(content, {Path(name): data for name, data in read.items()}, FilesRead())
    return {path.relative_to(content / FOLDER).as_posix(): data for path, data in copies.items()}


def put(content: Path, name: str, data: bytes) -> None:
    file = content / FOLDER / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def test_a_document_is_kept_under_its_name(tmp_path: Path) -> None:
    assert filed(tmp_path, {"他所/資料.pdf": b"1"}) == {"資料.pdf": b"1"}


def test_what_lies_there_already_is_not_copied(tmp_path: Path) -> None:
    put(tmp_path, "資料.pdf", b"0")
    put(tmp_path, "資料 (2).pdf", b"1")
    assert filed(tmp_path, {"資料.pdf": b"0"}) == {}
    assert filed(tmp_path, {"資料.pdf": b"1"}) == {}
    assert filed(tmp_path, {str(tmp_path / FOLDER / "資料 (2).pdf"): b"1"}) == {}


def test_another_document_of_the_same_name_is_kept_beside_it(tmp_path: Path) -> None:
    put(tmp_path, "資料.pdf", b"0")
    put(tmp_path, "資料 (2).pdf", b"1")
    assert filed(tmp_path, {"資料.pdf": b"2"}) == {"資料 (3).pdf": b"2"}


def test_two_documents_of_one_name_are_both_kept(tmp_path: Path) -> None:
    read = {"a/資料.docx": b"1", "b/資料.docx": b"2", "c/資料.docx": b"1"}
    assert filed(tmp_path, read) == {"資料.docx": b"1", "資料 (2).docx": b"2"}


def test_the_drafts_of_an_earlier_version_are_taken_over(tmp_path: Path) -> None:
    (tmp_path / ".drafts").mkdir()
    (tmp_path / ".drafts/975.yml").write_bytes(b"1")
    moved = take_over_former_drafts(tmp_path, FilesRead())
    assert moved == {tmp_path / ".private/drafts/975.yml": b"1", tmp_path / ".drafts/975.yml": None}


@pytest.mark.parametrize("make", ["both", "link"])
def test_drafts_are_never_mixed_nor_taken_from_elsewhere(make: str, tmp_path: Path) -> None:
    if make == "both":
        (tmp_path / ".drafts").mkdir()
        (tmp_path / ".private/drafts").mkdir(parents=True)
    else:
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / ".drafts").symlink_to("elsewhere")
    assert take_over_former_drafts(tmp_path, FilesRead()) == {}
