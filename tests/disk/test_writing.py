"""Many files written as one act: compared first, all or none, and brought to an end by whoever comes next."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from generator.disk import writing
from generator.disk.changes import FileChange, FilesRead
from generator.disk.write_journal import ActStage, WriteJournal, new_beside, old_beside
from generator.disk.writing import NotWrittenError, Settled, UnfinishedError, settle, write_together
from tests.disk.failing import Fault, KilledError, failing_disk

UNDONE = "前に途中で止まった書き込みがあったので、取り消しました。ファイルはその前のままです。"


def journal_of(root: Path) -> WriteJournal:
    return WriteJournal(root, root / ".private" / "journal")


def held(root: Path) -> dict[str, bytes]:
    """What the folder holds; of its private folder only what would be left of an act."""
    files = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if name != ".private/journal/lock"}


def fill(root: Path, files: dict[str, bytes | None]) -> None:
    for name, data in files.items():
        if data is not None:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(data)


def known(files: dict[str, bytes | None]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if data is not None}


def changes(root: Path, before: dict[str, bytes | None], after: dict[str, bytes | None]) -> list[FileChange]:
    return [FileChange(root / name, before[name], after[name]) for name in before]


BEFORE: dict[str, bytes | None] = {"一.yml": b"old 1\r\n", "sources/三.txt": None, "二.yml": b"old 2", "四.yml": b"4"}
AFTER: dict[str, bytes | None] = {"一.yml": b"new 1\r\n", "sources/三.txt": b"new 3", "二.yml": None, "四.yml": b"4"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    fill(tmp_path, BEFORE)
    return tmp_path


def test_all_are_written_and_nothing_else_stays(root: Path) -> None:
    write_together(journal_of(root), changes(root, BEFORE, AFTER))
    assert held(root) == known(AFTER)
    assert settle(journal_of(root)) is None


CONTENTS = st.none() | st.binary(max_size=3)
NAMES = st.sampled_from(["一.yml", "二.yml", "a/三.txt", "a/b/四.yml", "c/五.txt"])
FILES = st.dictionaries(NAMES, st.tuples(CONTENTS, CONTENTS), min_size=1)


@given(files=FILES, step=st.integers(1, 60), fault=st.sampled_from(Fault), again=st.integers(1, 30))
def test_whatever_fails_at_whatever_step_all_are_old_or_all_are_new(
    files: dict[str, tuple[bytes | None, bytes | None]], step: int, fault: Fault, again: int
) -> None:
    before = {name: old for name, (old, _) in files.items()}
    after = {name: new for name, (_, new) in files.items()}
    with TemporaryDirectory() as folder:
        root = Path(folder)
        fill(root, before)
        error = write_failing(root, changes(root, before, after), step, fault)
        with suppress(UnfinishedError, KilledError, NotWrittenError), failing_disk(again, Fault.KILLED):
            settle(journal_of(root))  # who comes next may be killed, too
        settle(journal_of(root))
        assert held(root) in (known(before), known(after))
        if isinstance(error, NotWrittenError):
            assert held(root) == known(before)
        if error is None:
            assert held(root) == known(after)
        assert settle(journal_of(root)) is None


def write_failing(root: Path, changed: list[FileChange], step: int, fault: Fault) -> BaseException | None:
    try:
        with failing_disk(step, fault):
            write_together(journal_of(root), changed)
    except (NotWrittenError, UnfinishedError, KilledError, KeyboardInterrupt) as error:
        return error
    return None


def test_what_the_disk_refuses_is_told_and_leaves_nothing_behind(root: Path) -> None:
    for step in range(1, 100):
        error = write_failing(root, changes(root, BEFORE, AFTER), step, Fault.REFUSED_ONCE)
        if error is None:
            assert step > len(BEFORE)
            return
        assert str(error) == "読み書きできません: 見本（ディスクがいっぱいです）"
        assert held(root) == known(BEFORE)
    pytest.fail("it never ends")


def stop_at(root: Path, stage: ActStage) -> None:
    """Be killed as soon as the act has come to ``stage``."""
    for step in range(1, 100):
        with suppress(KilledError), failing_disk(step, Fault.KILLED):
            write_together(journal_of(root), changes(root, BEFORE, AFTER))
        if journal_of(root).stage is stage:
            return
        settle(journal_of(root))
        assert held(root) == known(BEFORE)
    pytest.fail(f"it never comes to {stage}")


def test_who_comes_next_undoes_what_was_only_begun_and_says_so(root: Path) -> None:
    stop_at(root, ActStage.BEGUN)
    assert str(settle(journal_of(root))) == UNDONE
    assert held(root) == known(BEFORE)


def test_who_comes_next_finishes_what_was_ready_and_says_so(root: Path) -> None:
    stop_at(root, ActStage.READY)
    assert str(settle(journal_of(root))) == "前に途中で止まった書き込みがあったので、最後まで終えました。"
    assert held(root) == known(AFTER)


def test_an_edit_after_a_killed_act_is_kept_and_the_act_undone(root: Path) -> None:
    stop_at(root, ActStage.READY)
    (root / "二.yml").write_bytes(b"by hand")
    assert settle(journal_of(root)) == Settled(finished=False)
    assert held(root) == {**known(BEFORE), "二.yml": b"by hand"}


def test_edits_on_both_sides_of_a_killed_act_are_kept_and_told(root: Path) -> None:
    stop_at(root, ActStage.READY)
    new_beside(root / "一.yml").replace(root / "一.yml")
    for name in ("一.yml", "二.yml"):
        (root / name).write_bytes(b"by hand")
    settled = settle(journal_of(root))
    assert settled == Settled(finished=False, kept=("一.yml",))
    assert (
        str(settled) == UNDONE + "ただし、そのあとに書き換えられたものは、そのままにしました。確かめてください: 一.yml"
    )
    assert held(root) == {**known(BEFORE), "一.yml": b"by hand", "二.yml": b"by hand"}


def test_the_next_writer_settles_first(root: Path) -> None:
    stop_at(root, ActStage.READY)
    write_together(journal_of(root), [FileChange(root / "五.yml", None, b"5")])
    assert held(root) == {**known(AFTER), "五.yml": b"5"}


@pytest.mark.parametrize(
    ("name", "edit", "said"),
    [
        ("一.yml", lambda path: path.write_bytes(b"by hand"), "一.yml は、読み取ったあとに書き換えられました。"),
        ("四.yml", lambda path: path.write_bytes(b"by hand"), "四.yml は、読み取ったあとに書き換えられました。"),
        ("sources/三.txt", lambda path: fill(path.parent, {path.name: b""}), "三.txt は、読み取ったときにはなかった"),
        ("二.yml", Path.unlink, "二.yml は、読み取ったあとに、なくなりました。"),
        ("一.yml", lambda path: (path.unlink(), path.mkdir()), "一.yml の場所に、フォルダがあります。"),
        ("sources", lambda path: path.write_bytes(b""), "読み書きできません"),
    ],
)
def test_what_is_not_as_it_was_read_is_named_and_nothing_is_written(
    root: Path, name: str, edit: object, said: str
) -> None:
    assert callable(edit)
    edit(root / name)
    before = held(root)
    with pytest.raises(NotWrittenError, match=r"(?s).*") as refused:
        write_together(journal_of(root), changes(root, BEFORE, AFTER))
    assert said in str(refused.value)
    assert held(root) == before
    assert settle(journal_of(root)) is None


def test_an_edit_while_the_new_contents_are_written_is_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flush = os.fsync

    def edit_and_flush(descriptor: int) -> None:
        (root / "一.yml").write_bytes(b"by hand")
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", edit_and_flush)
    with pytest.raises(NotWrittenError, match=r"一\.yml は、読み取ったあとに書き換えられました"):
        write_together(journal_of(root), changes(root, BEFORE, AFTER))
    assert held(root) == {**known(BEFORE), "一.yml": b"by hand"}


def test_an_edit_between_two_files_that_are_put_in_place_is_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace

    def replace_and_edit(path: Path, target: Path) -> Path:
        if target.name == "一.yml" and path.name.endswith("new"):
            (root / "二.yml").write_bytes(b"by hand")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", replace_and_edit)
    with pytest.raises(NotWrittenError, match=r"二\.yml は、読み取ったあとに書き換えられました"):
        write_together(journal_of(root), changes(root, BEFORE, AFTER))
    assert held(root) == {**known(BEFORE), "二.yml": b"by hand"}


def test_a_read_only_file_is_named(root: Path) -> None:
    (root / "一.yml").chmod(0o444)
    with pytest.raises(NotWrittenError, match=r"一\.yml は、読み取り専用なので、書けません"):
        write_together(journal_of(root), changes(root, BEFORE, AFTER))
    (root / "一.yml").chmod(0o644)
    assert held(root) == known(BEFORE)


def test_who_may_read_a_file_stays_as_it_was(root: Path) -> None:
    (root / "一.yml").chmod(0o600)
    write_together(journal_of(root), changes(root, BEFORE, AFTER))
    kept, new = (stat.S_IMODE((root / name).stat().st_mode) for name in ("一.yml", "sources/三.txt"))
    (root / "as the system makes it").touch()
    assert kept == (0o600 if sys.platform != "win32" else 0o666)
    assert new == stat.S_IMODE((root / "as the system makes it").stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets only administrators make links")
class TestWhereWindowsCannotGo:
    def test_a_link_is_neither_followed_nor_replaced(self, root: Path) -> None:
        (root / "一.yml").rename(root / "ほか.yml")
        (root / "一.yml").symlink_to("ほか.yml")
        with pytest.raises(NotWrittenError, match=r"一\.yml は、ほかの場所を指すリンクなので、書き換えません"):
            write_together(journal_of(root), changes(root, BEFORE, AFTER))
        assert (root / "一.yml").is_symlink()
        assert (root / "ほか.yml").read_bytes() == BEFORE["一.yml"]

    def test_a_link_to_nowhere_is_not_replaced(self, root: Path) -> None:
        (root / "五.yml").symlink_to("nowhere")
        with pytest.raises(NotWrittenError, match=r"五\.yml は、ほかの場所を指すリンク"):
            write_together(journal_of(root), FilesRead().changes({root / "五.yml": b"5"}))
        assert (root / "五.yml").is_symlink()

    def test_nothing_is_written_through_a_folder_that_is_a_link(
        self, root: Path, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        elsewhere = tmp_path_factory.mktemp("elsewhere")
        (root / "sources").symlink_to(elsewhere)
        with pytest.raises(NotWrittenError, match="sources は、ほかの場所を指すリンク"):
            write_together(journal_of(root), changes(root, BEFORE, AFTER))
        assert not [*elsewhere.iterdir()]

    def test_a_read_only_folder_is_named(self, root: Path) -> None:
        (root / "sources").mkdir(mode=0o555)
        with pytest.raises(NotWrittenError, match="sources は、読み取り専用なので、書けません"):
            write_together(journal_of(root), changes(root, BEFORE, AFTER))
        assert held(root) == known(BEFORE)

    def test_a_pipe_is_named_and_not_waited_for(self, root: Path) -> None:
        (root / "一.yml").unlink()
        os.mkfifo(root / "一.yml")
        with pytest.raises(NotWrittenError, match=r"一\.yml の場所に、ふつうのファイルではないものがあります"):
            write_together(journal_of(root), changes(root, BEFORE, AFTER))


def test_a_damaged_journal_is_told_and_nothing_is_touched(root: Path) -> None:
    stop_at(root, ActStage.READY)
    before = held(root)
    note = root / ".private" / "journal" / "ready.json"
    for damaged in (
        b"",
        b"{}",
        b'{"steps": [{"place": "../../etc/passwd", "before": null, "after": ""}], "folders": []}',
    ):
        note.write_bytes(damaged)
        with pytest.raises(UnfinishedError, match=r"\.private/journal の控えが壊れている"):
            settle(journal_of(root))
        assert held(root) == before | {".private/journal/ready.json": damaged}


def test_a_note_that_was_cut_off_means_that_nothing_was_done(root: Path) -> None:
    journal_of(root).folder.mkdir(parents=True)
    (journal_of(root).folder / "begun.json").write_bytes(b'{"steps": [')
    assert str(settle(journal_of(root))) == UNDONE
    assert held(root) == known(BEFORE)


def test_what_waits_beside_lies_beside(root: Path) -> None:
    assert {new_beside(root / "一.yml").parent, old_beside(root / "一.yml").parent} == {root}


def test_files_are_read_once_and_what_they_held_then_is_expected(root: Path) -> None:
    read = FilesRead()
    assert read.read(root / "一.yml") == BEFORE["一.yml"]
    assert read.read(root / "ない.yml") is None
    (root / "一.yml").write_bytes(b"by hand")
    assert read.read(root / "一.yml") == BEFORE["一.yml"]
    assert read.changes({root / "二.yml": b"new 2"}) == (
        FileChange(root / "一.yml", BEFORE["一.yml"], BEFORE["一.yml"]),
        FileChange(root / "ない.yml", None, None),
        FileChange(root / "二.yml", b"old 2", b"new 2"),
    )


def test_two_programs_do_not_write_at_the_same_time(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_SECONDS_TO_WAIT", 0)
    stop_at(root, ActStage.READY)
    before = held(root)
    with FileLock(journal_of(root).folder / "lock"):
        for write in (settle, lambda journal: write_together(journal, [FileChange(root / "五.yml", None, b"5")])):
            with pytest.raises(NotWrittenError, match="ほかで動いている archive が、ファイルを書いています"):
                write(journal_of(root))
    assert held(root) == before
