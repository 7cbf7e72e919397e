"""A publication is a deliberate act: it says what changes, asks, and only then writes the ledger and the site."""

import datetime as dt
import errno
import subprocess
from pathlib import Path

import pytest

from generator.release.live_site import LiveSite
from tests.commands import run, run_archive
from tests.publishing import copy_site
from tests.trust.archives import read_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a small site whose configuration is no sample any more, and which was never published."""
    folder = copy_site("mihon", tmp_path).parent
    config = folder / "site_config.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace(".test/", ".jp/"), encoding="utf-8")
    return folder


def publish(folder: Path, answer: str = "y\n") -> subprocess.CompletedProcess[str]:
    return run_archive(folder, "publish", answers=answer)


def ledger_of(folder: Path) -> str:
    return (folder / "content/ledger.yml").read_text(encoding="utf-8")


def test_what_changes_is_said_before_it_is_published(folder: Path) -> None:
    published = publish(folder)
    assert published.returncode == 0, published.stderr
    assert "はじめての公開とみなします。" in published.stderr
    assert "新しく公開する諮問: 諮問第12号、諮問第13号、諮問第14号（3件）" in published.stderr
    assert published.stderr.index("公開しますか") < published.stderr.index("できました: site")
    assert "content/ledger.yml に書きました。" in published.stderr
    assert (folder / "site/index.html").is_file()


@pytest.mark.parametrize("answer", ["", "\n", "n\n"])
def test_without_a_yes_nothing_is_published(folder: Path, answer: str) -> None:
    before = read_folder(folder)
    refused = publish(folder, answer)
    assert refused.returncode == 1
    assert "取りやめました。" in refused.stderr
    after = {name: data for name, data in read_folder(folder).items() if not name.startswith(".site.archive/")}
    assert after == before


def test_a_second_publication_of_the_same_has_nothing_to_say(folder: Path) -> None:
    publish(folder)
    before, site = ledger_of(folder), read_folder(folder / "site")
    again = publish(folder)
    assert again.returncode == 0
    assert "読む人にとって変わることはありません。" in again.stderr
    assert "に書きました" not in again.stderr
    assert "はじめての公開" not in again.stderr
    assert (ledger_of(folder), read_folder(folder / "site")) == (before, site)


def test_only_what_was_published_is_built_for_a_host(folder: Path) -> None:
    refused = run_archive(folder, "build", "--published")
    assert refused.returncode == 1
    assert "台帳（ledger.yml）にない変更があります。" in refused.stderr
    publish(folder)
    site = read_folder(folder / "site")
    built = run_archive(folder, "build", "--strict", "--published", "--site-dir", "other")
    assert built.returncode == 0, built.stderr
    assert read_folder(folder / "other") == site


def test_a_build_says_what_is_still_to_be_done_with_what_was_not_published(folder: Path) -> None:
    told = "台帳にない変更があります。このサイトを公開するときは、archive publish を実行してください。"
    assert told in run_archive(folder, "build", "--strict").stderr
    published = publish(folder)
    assert told not in published.stderr
    built = run_archive(folder, "build", "--strict")
    assert built.returncode == 0
    assert told not in built.stderr


def test_a_build_and_a_check_leave_the_ledger_alone(folder: Path) -> None:
    for arguments in (("build",), ("check",)):
        assert run_archive(folder, *arguments).returncode == 0
    assert run(folder, "mkdocs", "build", "-q", "-f", "site_config.yml").returncode == 0
    assert not (folder / "content/ledger.yml").exists()


def test_samples_keep_an_archive_from_being_published(tmp_path: Path) -> None:
    folder = copy_site("mihon", tmp_path).parent
    refused = publish(folder)
    assert refused.returncode == 1
    assert (
        "site_config.yml:3:11: エラー: site_url: 「https://archive.test/mihon/」は見本のアドレスです。"
        in refused.stderr
    )
    assert not (folder / "content/ledger.yml").exists()
    assert run_archive(folder, "build", "--published").returncode == 1


def test_a_warning_keeps_it_from_being_published(folder: Path) -> None:
    file = folder / "content/consultations/13.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("departments:", "# 要確認: 本当ですか\ndepartments:"), encoding="utf-8")
    refused = publish(folder)
    assert refused.returncode == 1
    assert "本当ですか" in refused.stderr
    assert not (folder / "content/ledger.yml").exists()


def test_the_day_is_that_of_japan(folder: Path) -> None:
    days = [dt.datetime.now(dt.timezone(dt.timedelta(hours=9))).date()]
    publish(folder)
    days.append(dt.datetime.now(dt.timezone(dt.timedelta(hours=9))).date())
    assert any(f"date: {day}" in ledger_of(folder) for day in days)


def test_words_that_were_published_change_only_with_a_correction(folder: Path) -> None:
    publish(folder)
    site = read_folder(folder / "site")
    old, new = "１，２００件", "２，２００件"
    for name in ("content/consultations/14.yml", "content/sources/2023-05-12.txt"):
        file = folder / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new).replace("count: 1200", "count: 2200"), encoding="utf-8")
    refused = publish(folder)
    assert refused.returncode == 1
    assert "公開した内容が、訂正の記録なしに変わっています" in refused.stderr
    assert read_folder(folder / "site") == site


def test_an_edit_of_the_ledger_while_it_asks_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(folder)
    page = folder / "content/about.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n追記\n", encoding="utf-8")
    ledger = folder / "content/ledger.yml"
    site = read_folder(folder / "site")

    def answer(*_: str) -> bool:
        ledger.write_bytes(ledger.read_bytes() + b"\n")
        return True

    monkeypatch.setattr("generator.cli.site_commands.is_agreed", answer)
    text = ledger.read_text(encoding="utf-8")
    refused = publish(folder)
    assert refused.returncode == 1
    assert "ledger.yml は、読み取ったあとに書き換えられました。" in refused.stderr
    assert ledger.read_text(encoding="utf-8") == text + "\n"
    assert read_folder(folder / "site") == site


def test_a_site_that_cannot_be_put_in_its_place_is_announced_and_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = run_archive(folder, "build")
    assert build.returncode == 0
    (folder / "content/about.md").write_text("# 別の説明\n", encoding="utf-8")

    def refuse(_live: LiveSite, _new: Path) -> Path:
        raise PermissionError(errno.EACCES, "", "site")

    site = read_folder(folder / "site")
    with monkeypatch.context() as patched:
        patched.setattr(LiveSite, "_swap", refuse)
        refused = publish(folder)
    assert refused.returncode == 1
    assert "台帳（ledger.yml）には、公開したと書きました。" in refused.stderr
    assert "新しいサイトは作られませんでした。" in refused.stderr
    assert (folder / "content/ledger.yml").is_file()
    assert read_folder(folder / "site") == site
    assert publish(folder).returncode == 0
    assert read_folder(folder / "site") != site


def test_a_no_is_a_no_also_after_a_yes_to_something_else(folder: Path) -> None:
    assert publish(folder).returncode == 0
    (folder / "content/about.md").write_text("# 別の説明\n", encoding="utf-8")
    site = read_folder(folder / "site")
    assert publish(folder, "n\n").returncode == 1
    assert read_folder(folder / "site") == site
