"""What an import makes of the files, and several files written as one: all of them, or none."""

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.importer import proof
from generator.importer.draft import Drafted, Drafts
from generator.importer.importing import import_drafts, plan_files, write_all
from generator.importer.summary import conclude, summarize_all
from generator.store.files import read_data
from tests.importer.reading_text import document, drafted

REPLACE = Path.replace


@pytest.fixture
def files(tmp_path: Path) -> dict[Path, bytes]:
    """Two files that are there and one in a folder that is not."""
    (tmp_path / "一.yml").write_bytes(b"old 1")
    (tmp_path / "二.yml").write_bytes(b"old 2")
    return {
        tmp_path / "一.yml": b"new 1",
        tmp_path / "sources" / "三.txt": b"new 3",
        tmp_path / "二.yml": b"new 2",
    }


def held(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def failing_at(call: int, error: BaseException) -> Callable[[Path, Path], Path]:
    calls = 0

    def replace(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == call:
            raise error
        return REPLACE(self, target)

    return replace


def test_all_are_written_and_nothing_else_stays(files: dict[Path, bytes], tmp_path: Path) -> None:
    write_all(files)
    assert held(tmp_path) == {"一.yml": b"new 1", "二.yml": b"new 2", "sources/三.txt": b"new 3"}


@pytest.mark.parametrize("call", [1, 2, 3])
@pytest.mark.parametrize("error", [OSError("disk full"), PermissionError("no"), KeyboardInterrupt()], ids=repr)
def test_where_one_cannot_be_put_in_its_place_all_are_as_before(
    call: int, error: BaseException, files: dict[Path, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = held(tmp_path)
    monkeypatch.setattr(Path, "replace", failing_at(call, error))
    with pytest.raises(type(error)):
        write_all(files)
    assert held(tmp_path) == before


def test_where_one_cannot_be_written_none_is_touched(files: dict[Path, bytes], tmp_path: Path) -> None:
    before = held(tmp_path)
    with pytest.raises(OSError, match=r"."):
        write_all({**files, tmp_path / "一.yml" / "四.yml": b"new 4"})
    assert held(tmp_path) == before


def test_where_a_folder_stands_in_its_place_all_are_as_before(files: dict[Path, bytes], tmp_path: Path) -> None:
    (tmp_path / "五.yml").mkdir()
    before = held(tmp_path)
    with pytest.raises(OSError, match=r"."):
        write_all({**files, tmp_path / "五.yml": b"new 5"})
    assert held(tmp_path) == before


def test_who_may_read_a_file_stays_as_it_was(tmp_path: Path) -> None:
    old, new = tmp_path / "一.yml", tmp_path / "二.yml"
    old.write_bytes(b"")
    old.chmod(0o600)
    write_all({old: b"1", new: b"2"})
    assert [stat.S_IMODE(path.stat().st_mode) for path in (old, new)] == [0o600, 0o644]


@pytest.mark.parametrize("update", [False, True])
def test_what_an_import_writes_is_parsed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, update: bool) -> None:
    parsed = []

    def parse(data: bytes, *arguments: Any) -> Any:  # noqa: ANN401 - as the function that it stands for
        parsed.append(data)
        return read_data(data, *arguments)

    monkeypatch.setattr(proof, "read_data", parse)
    drafts = Drafts((Drafted(document("１ 件名\n\n見本"), drafted("１ 件名\n\n見本")),))
    if update:
        write_all(plan_files(tmp_path, import_drafts(tmp_path, drafts, update=False), None)[0])
        parsed.clear()
    results = import_drafts(tmp_path, drafts, update=update)
    write_all(plan_files(tmp_path, results, None)[0])
    assert list(summarize_all(results, str))
    assert list(conclude(results, 0))
    assert parsed == [(tmp_path / "consultations" / "901.yml").read_bytes()]


def test_nothing_to_write_is_no_error() -> None:
    write_all({})
