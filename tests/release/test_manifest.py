"""A site's list of files tells a folder of this program's own from any other."""

from pathlib import Path

import pytest

from generator.release.live_site import LiveSite
from generator.release.manifest import MANIFEST, find_foreign, is_whole, read_manifest
from generator.release.site_folder import ReleaseError
from tests.release.test_live_site import fill


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b'{"files": {}}',
        b'{"program": "another", "files": {}}',
        b'{"program": "deliberation-archive"}',
        b'{"program": "deliberation-archive", "files": []}',
        b"[" * 100_000,
        "{'程'}".encode("cp932"),
    ],
)
def test_what_is_no_list_marks_no_site(tmp_path: Path, data: bytes) -> None:
    fill(tmp_path, "1")
    (tmp_path / MANIFEST).write_bytes(data)
    assert read_manifest(tmp_path) is None
    assert not is_whole(tmp_path)
    assert find_foreign(tmp_path) == (MANIFEST, "index.html")


def test_files_of_others_are_found_and_those_of_the_system_overlooked(tmp_path: Path) -> None:
    fill(tmp_path, "1")
    (tmp_path / "a").mkdir()
    for name in ("a/memo.txt", "b.txt", "Thumbs.db", "a/.DS_Store"):
        (tmp_path / name).touch()
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert find_foreign(tmp_path) == ("b.txt", "link", "a/memo.txt")
    assert is_whole(tmp_path)


def test_a_site_that_is_exchanged_meanwhile_holds_nothing_foreign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, "1")
    builds = iter(("one", "another", "another", "another"))
    monkeypatch.setattr("generator.release.manifest.name_build", lambda _: next(builds))
    lists = iter(({}, {"index.html": ""}))
    monkeypatch.setattr("generator.release.manifest.read_manifest", lambda _: next(lists))
    assert find_foreign(tmp_path) == ()


def test_a_folder_of_this_programs_or_an_empty_one_is_taken(tmp_path: Path) -> None:
    LiveSite.at(tmp_path / "new").require_own()
    (tmp_path / "empty").mkdir()
    LiveSite.at(tmp_path / "empty").require_own()
    fill(tmp_path / "site", "1")
    LiveSite.at(tmp_path / "site").require_own()


def test_a_folder_with_files_of_others_is_refused_by_their_names(tmp_path: Path) -> None:
    for number in range(8):
        (tmp_path / f"{number}.txt").touch()
    with pytest.raises(ReleaseError, match=r"0\.txt、1\.txt、2\.txt、3\.txt、4\.txt、ほか3件"):
        LiveSite.at(tmp_path).require_own()


def test_a_mount_point_is_refused_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.path.ismount", lambda path: path == tmp_path)
    with pytest.raises(ReleaseError, match="マウントポイント"):
        LiveSite.at(tmp_path).require_own()


def test_a_site_of_an_earlier_program_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "pagefind").mkdir()
    (tmp_path / "pagefind/pagefind-entry.json").touch()
    with pytest.raises(ReleaseError, match="前の版のプログラムで作ったサイトなら、フォルダごと消してから"):
        LiveSite.at(tmp_path).require_own()
