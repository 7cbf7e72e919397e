"""The published site and the folder beside it, also when a program is killed at any step."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

import pytest

from generator.disk.exchanging import exchange
from generator.release.live_site import LiveSite
from generator.release.manifest import MANIFEST, compose_manifest, is_whole
from generator.release.site_folder import ReleaseError

MOST_STEPS = 40


class KilledError(BaseException):
    """Stands for kill -9: what the program would do after it is not done."""


def fill(folder: Path, words: str) -> Path:
    """Put a site that says ``words`` into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(words, encoding="utf-8")
    (folder / MANIFEST).write_bytes(compose_manifest({"index.html": sha256(words.encode()).hexdigest()}))
    return folder


def words_of(site: Path) -> str:
    """What the site says, which is whole, or nothing where there is none."""
    assert not site.exists() or is_whole(site)
    return (site / "index.html").read_text(encoding="utf-8") if site.exists() else ""


def publish(live: LiveSite, words: str) -> None:
    with live.hold():
        live.put_in_place(fill(live.make_folder(), words))


def publish_one(live: LiveSite) -> None:
    publish(live, "1")


def publish_three(live: LiveSite) -> None:
    publish(live, "3")


def roll_back(live: LiveSite) -> None:
    with live.hold():
        live.roll_back()


@contextmanager
def killed_at(step: int) -> Iterator[list[str]]:
    """Kill whoever moves, writes or deletes something for the ``step``-th time, before it is done."""
    done: list[str] = []

    def count(name: str, work: Callable[..., object]) -> Callable[..., object]:
        def counted(*arguments: object, **options: object) -> object:
            done.append(name)
            if len(done) >= step:
                raise KilledError
            return work(*arguments, **options)

        return counted

    with (
        patch.object(Path, "rename", count("rename", Path.rename)),
        patch.object(Path, "replace", count("replace", Path.replace)),
        patch.object(Path, "unlink", count("unlink", Path.unlink)),
        patch.object(shutil, "rmtree", count("rmtree", shutil.rmtree)),
        patch("generator.release.live_site.exchange", count("exchange", exchange)),
    ):
        yield done


@pytest.fixture(params=["at once", "in two moves"])
def live(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[LiveSite]:
    """A site on a system that exchanges two folders at once, and on one that cannot."""
    if request.param == "at once":
        yield LiveSite.at(tmp_path / "site")
    else:
        with patch("generator.disk.exchanging._find_exchange", lambda: None):
            yield LiveSite.at(tmp_path / "site")


def left_beside(live: LiveSite) -> set[str]:
    return {path.name for path in live.beside.iterdir()} - {"lock", "holder.txt"}


@pytest.mark.parametrize(
    ("before", "act", "after"),
    [
        pytest.param((), publish_one, ("1", ""), id="the first"),
        pytest.param(("0",), publish_one, ("1", "0"), id="the second"),
        pytest.param(("1", "2"), publish_three, ("3", "2"), id="the third"),
        pytest.param(("1", "2"), roll_back, ("1", "2"), id="back"),
    ],
)
@pytest.mark.parametrize("step", range(1, MOST_STEPS, 1))
def test_who_is_killed_has_published_everything_or_nothing(
    live: LiveSite,
    before: tuple[str, ...],
    act: Callable[[LiveSite], None],
    after: tuple[str, str],
    step: int,
) -> None:
    for words in before:
        publish(live, words)
    state = (words_of(live.site), words_of(live.previous))
    with killed_at(step), suppress(KilledError):
        act(live)
    with live.hold():
        pass
    assert (words_of(live.site), words_of(live.previous)) in (state, after)
    assert left_beside(live) <= {"previous"}


def test_enough_steps_are_tried(tmp_path: Path) -> None:
    live = LiveSite.at(tmp_path / "site")
    publish(live, "1")
    publish(live, "2")
    with killed_at(MOST_STEPS) as done:
        publish(live, "3")
        roll_back(live)
    assert {"exchange", "rename", "replace", "unlink", "rmtree"} <= set(done)


def test_the_version_before_is_kept_and_comes_back(live: LiveSite) -> None:
    for words in ("1", "2", "3"):
        publish(live, words)
    assert (words_of(live.site), words_of(live.previous)) == ("3", "2")
    roll_back(live)
    assert (words_of(live.site), words_of(live.previous)) == ("2", "3")
    roll_back(live)
    assert (words_of(live.site), words_of(live.previous)) == ("3", "2")


def test_what_is_published_already_does_not_push_out_the_version_before(live: LiveSite) -> None:
    for words in ("1", "2", "2"):
        publish(live, words)
    assert (words_of(live.site), words_of(live.previous)) == ("2", "1")
    assert left_beside(live) == {"previous"}


def test_a_published_site_that_was_damaged_is_replaced_by_the_same(live: LiveSite) -> None:
    publish(live, "1")
    (live.site / "index.html").write_text("damaged", encoding="utf-8")
    publish(live, "1")
    assert words_of(live.site) == "1"


def test_a_damaged_site_does_not_push_out_the_version_before(live: LiveSite) -> None:
    publish(live, "1")
    publish(live, "2")
    (live.site / "index.html").write_text("damaged", encoding="utf-8")
    publish(live, "2")
    assert (words_of(live.site), words_of(live.previous)) == ("2", "1")
    assert left_beside(live) == {"previous"}


def test_what_somebody_puts_into_the_site_meanwhile_stays(live: LiveSite) -> None:
    publish(live, "1")
    with live.hold():
        new = fill(live.make_folder(), "2")
        (live.site / "memo.txt").touch()
        with pytest.raises(ReleaseError, match=r"memo\.txt"):
            live.put_in_place(new)
    assert words_of(live.site) == "1"
    assert (live.site / "memo.txt").exists()


def test_what_somebody_puts_beside_the_site_stays(live: LiveSite) -> None:
    (live.beside / "backup-2025").mkdir(parents=True)
    (live.beside / "memo.txt").touch()
    (live.beside / "new-0a1b2c3d").mkdir()
    publish(live, "1")
    publish(live, "2")
    assert left_beside(live) == {"backup-2025", "memo.txt", "previous"}


def test_what_somebody_puts_into_the_version_before_is_never_published(live: LiveSite) -> None:
    publish(live, "1")
    publish(live, "2")
    (live.previous / "memo.txt").touch()
    with live.hold(), pytest.raises(ReleaseError, match=r"1つ前の版に.*memo\.txt"):
        live.roll_back()
    assert words_of(live.site) == "2"


@pytest.mark.parametrize("kind", ["link", "file"])
def test_no_folder_of_somebody_else_is_taken_for_the_one_beside(tmp_path: Path, kind: str) -> None:
    live = LiveSite.at(tmp_path / "site")
    documents = tmp_path / "documents"
    (documents / "new-0a1b2c3d").mkdir(parents=True)
    if kind == "link":
        live.beside.symlink_to(documents)
    else:
        live.beside.touch()
    with pytest.raises(ReleaseError, match="リンクかファイル"):
        publish(live, "1")
    assert (documents / "new-0a1b2c3d").is_dir()


def test_a_journal_that_is_none_is_swept(live: LiveSite) -> None:
    (live.beside / "journal.json").mkdir(parents=True)
    publish(live, "1")
    publish(live, "2")
    assert (words_of(live.site), words_of(live.previous)) == ("2", "1")


def test_there_is_nothing_to_go_back_to_at_first(live: LiveSite) -> None:
    publish(live, "1")
    with live.hold(), pytest.raises(ReleaseError, match="1つ前の版がありません"):
        live.roll_back()
    assert words_of(live.site) == "1"


def test_nobody_goes_back_to_a_damaged_version(live: LiveSite) -> None:
    publish(live, "1")
    publish(live, "2")
    (live.previous / "index.html").write_text("damaged", encoding="utf-8")
    with live.hold(), pytest.raises(ReleaseError, match="壊れている"):
        live.roll_back()
    assert words_of(live.site) == "2"


def test_the_version_before_can_be_dropped(live: LiveSite) -> None:
    publish(live, "1")
    publish(live, "2")
    with live.hold():
        assert live.drop_previous()
        assert not live.drop_previous()
    assert words_of(live.site) == "2"


@pytest.mark.parametrize("code", [errno.EACCES, errno.EBUSY, errno.ENOSPC])
def test_what_cannot_be_moved_leaves_everything_as_it_was(tmp_path: Path, code: int) -> None:
    live = LiveSite.at(tmp_path / "site")
    publish(live, "1")
    publish(live, "2")

    def refuse(_new: Path, _site: Path) -> bool:
        raise OSError(code, os.strerror(code), "site")

    for act in (publish_three, roll_back):
        with patch("generator.release.live_site.exchange", refuse), pytest.raises((OSError, ReleaseError)) as refused:
            act(live)
        assert ("マウントポイント" in str(refused.value)) is (code == errno.EBUSY)
        with live.hold():
            pass
        assert (words_of(live.site), words_of(live.previous)) == ("2", "1")


def test_a_site_that_was_moved_away_is_never_swept(tmp_path: Path) -> None:
    live = LiveSite.at(tmp_path / "site")
    publish(live, "1")
    publish(live, "2")
    move = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if target == live.site:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return move(path, target)

    with patch("generator.disk.exchanging._find_exchange", lambda: None), patch.object(Path, "rename", refuse):
        for act in (publish_three, publish_three, roll_back):
            with pytest.raises(PermissionError):
                act(live)
    with live.hold():
        assert (words_of(live.site), words_of(live.previous)) == ("2", "1")


@pytest.mark.parametrize("journal", ["", "{", "[]", "{}", '{"new": 1}'])
def test_a_site_that_was_moved_away_comes_back_without_a_journal(tmp_path: Path, journal: str) -> None:
    live = LiveSite.at(tmp_path / "site")
    publish(live, "1")
    live.site.rename(live.beside / "old-new-1")
    (live.beside / "journal.json").write_text(journal, encoding="utf-8")
    with live.hold():
        assert words_of(live.site) == "1"
    assert left_beside(live) == set()


def test_a_second_program_is_told_who_holds_the_site(tmp_path: Path) -> None:
    live = LiveSite.at(tmp_path / "site")
    with live.hold(), pytest.raises(ReleaseError, match=f"プロセス {os.getpid()}"), live.hold():
        pass


def test_who_is_killed_holds_nothing_any_more(tmp_path: Path) -> None:
    program = (
        "import os, signal, sys; from pathlib import Path; from generator.release.live_site import LiveSite\n"
        "with LiveSite.at(Path(sys.argv[1])).hold(): os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "site")], check=False, timeout=60)  # noqa: S603
    publish(LiveSite.at(tmp_path / "site"), "1")
    assert words_of(tmp_path / "site") == "1"


def test_a_link_to_the_folder_of_the_site_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "www")
    publish(LiveSite.at(tmp_path / "site"), "1")
    assert (tmp_path / "site").is_symlink()
    assert words_of(tmp_path / "www") == "1"


def test_the_new_site_is_open_to_whom_the_old_one_was(tmp_path: Path) -> None:
    live = LiveSite.at(tmp_path / "site")
    publish(live, "1")
    live.site.chmod(0o750)
    publish(live, "2")
    assert live.site.stat().st_mode & 0o777 == 0o750
