"""Files as offices write them: other line ends, a byte order mark, spaces nobody sees. They say the same."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from generator.archive.archive import Archive
from generator.archive.loading import load
from tests.archive.broken import broken_content

BOM = b"\xef\xbb\xbf"
# A mistake of each kind: in the bytes, in the YAML, in its shape, in a fact, in the words, on the first line.
MISTAKES = [
    "invisible-character",
    "unclosed-quote",
    "key-misspelt",
    "item-misspelt",
    "character-altered",
    "registry-key-missing",
    "tab-indentation",
]


def with_crlf(data: bytes) -> bytes:
    return data.replace(b"\n", b"\r\n")


def with_bom(data: bytes) -> bytes:
    return BOM + data


def with_trailing_spaces(data: bytes) -> bytes:
    return data.replace(b"\n", b"  \n")


def without_final_newline(data: bytes) -> bytes:
    return data.removesuffix(b"\n")


def with_everything(data: bytes) -> bytes:
    return with_bom(with_crlf(with_trailing_spaces(without_final_newline(data))))


VARIANTS: dict[str, Callable[[bytes], bytes]] = {
    "CRLF": with_crlf,
    "BOM": with_bom,
    "CRLF and BOM": lambda data: with_bom(with_crlf(data)),
    "CR": lambda data: data.replace(b"\n", b"\r"),
    "trailing spaces": with_trailing_spaces,
    "trailing tabs": lambda data: data.replace(b"\n", b"\t\n"),
    "no final newline": without_final_newline,
    "blank lines at the end": lambda data: data + b"\n\n  \n",
    "a line that ends the document": lambda data: data + b"...\n",
    "everything": with_everything,
}


def rewritten(content: Path, variant: Callable[[bytes], bytes], suffixes: set[str]) -> list[Path]:
    """Rewrite the files of ``content`` with these suffixes, and return them."""
    paths = [path for path in content.rglob("*") if path.suffix in suffixes]
    for path in paths:
        path.write_bytes(variant(path.read_bytes()))
    return paths


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_file_says_the_same(variant: str, content: Path, archive: Archive, tmp_path: Path) -> None:
    copy = copytree(content, tmp_path / "content")
    paths = rewritten(copy, VARIANTS[variant], {".yml"})
    assert all(path.read_bytes() != (content / path.relative_to(copy)).read_bytes() for path in paths)
    loaded = load(copy)
    assert loaded.problems == ()
    assert loaded.archive is not None
    assert loaded.archive.names == archive.names
    consultations = [record.consultation for record in loaded.archive.records]
    assert consultations == [record.consultation for record in archive.records]


@pytest.mark.parametrize("variant", [name for name in VARIANTS if "ends" not in name])
def test_the_source_says_the_same(variant: str, content: Path, tmp_path: Path) -> None:
    copy = copytree(content, tmp_path / "content")
    assert rewritten(copy, VARIANTS[variant], {".txt"})
    assert load(copy).problems == ()


def test_the_pages_of_a_source_may_begin_with_form_feeds(content: Path, tmp_path: Path) -> None:
    copy = copytree(content, tmp_path / "content")
    (source,) = (copy / "sources").glob("*.txt")
    first_lines = source.read_bytes().replace(" 審議資料Ｎｏ".encode(), "\f 審議資料Ｎｏ".encode())
    source.write_bytes(first_lines)
    assert first_lines.count(b"\f") == 11
    assert load(copy).problems == ()
    (copy / "consultations/985.yml").unlink()
    (problem, *_) = load(copy).problems
    lines = source.read_text(encoding="utf-8").split("\n")
    assert lines[problem.line - 1].strip() == "審議資料Ｎｏ．１１"


@pytest.mark.parametrize("variant", [with_crlf, with_bom, with_everything])
@pytest.mark.parametrize("case", MISTAKES)
def test_a_mistake_is_told_at_the_same_place(case: str, variant: Callable[[bytes], bytes], tmp_path: Path) -> None:
    plain, varied = (broken_content(case, tmp_path / name) for name in ("plain", "varied"))
    rewritten(varied, variant, {".yml"})
    wanted = load(plain).problems
    assert wanted
    assert load(varied).problems == wanted


@pytest.mark.parametrize("name", [".975.yml.swp", "~$975.yml", ".DS_Store", "Thumbs.db", "975.yml.bak", "975.yml~"])
def test_what_editors_and_systems_leave_behind_is_no_consultation(name: str, content: Path, tmp_path: Path) -> None:
    copy = copytree(content, tmp_path / "content")
    (copy / "consultations" / name).write_bytes(b"\x00\x01 no consultation")
    (problem,) = load(copy).problems
    assert problem.file == f"content/consultations/{name}"
    assert "消して" in problem.remedy
