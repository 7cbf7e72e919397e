"""The command line as a clerk meets it: what it says, with which status it ends, and never a traceback."""

import re
import socket
import subprocess
import sys
from pathlib import Path

import click
import pytest

from generator.cli.terminal import run_commands
from tests.commands import run, run_archive
from tests.publishing import ROOT, copy_site

NOT_RENEWED = "新しいサイトは作られませんでした。これまでのサイトがあれば、前のまま残っています。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a small site, with its configuration and content."""
    return copy_site("mihon", tmp_path).parent


def said(finished: subprocess.CompletedProcess[str]) -> str:
    """What a command has said, which is never a traceback."""
    assert "Traceback" not in finished.stderr
    assert finished.stdout == ""
    return finished.stderr


def test_content_without_problems(folder: Path) -> None:
    checked = run(folder, "archive", "check")
    assert said(checked).endswith("諮問3件を調べました。問題はありません。\n")
    assert "台帳（ledger.yml）がないので、公開したものとの違いは調べません。" in said(checked)
    assert checked.returncode == 0


def test_all_problems_are_shown_at_once(folder: Path) -> None:
    for number, right, wrong in ((12, "type: 外部委託", "type: 外部委任"), (14, "count: 1200", "count: 1,200")):
        file = folder / "content/consultations" / f"{number}.yml"
        text = file.read_text(encoding="utf-8")
        assert right in text
        file.write_text(text.replace(right, wrong), encoding="utf-8")
    checked = run_archive(folder, "check")
    problems = [line for line in said(checked).splitlines() if line.startswith("content/")]
    assert [problem.split(" ")[0] for problem in problems] == [
        "content/consultations/12.yml:14:11:",
        "content/consultations/14.yml:34:20:",
    ]
    assert said(checked).splitlines()[-1] == "諮問1件を調べました。エラー2件"
    assert checked.returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("build",),
        ("serve",),
        ("schema",),
        ("check", "--content", "nowhere"),
        ("build", "--config", "nowhere.yml"),
    ],
)
def test_a_folder_without_an_archive_is_told(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    finished = run_archive(tmp_path, *arguments)
    assert "がありません。" in said(finished)
    assert "アーカイブのフォルダ（site_config.yml のある所）で実行してください。" in said(finished)
    assert finished.returncode == 2


def test_progress_and_a_summary_are_shown(folder: Path) -> None:
    built = run(folder, "archive", "build", "--strict")
    first, *between, last = said(built).splitlines()
    assert first == "サイトを作っています…"
    assert "諮問3件を調べました。" in "".join(between)
    assert last.startswith("できました: site に 35ページ（")
    assert built.returncode == 0


def test_the_summary_counts_the_real_pages(folder: Path) -> None:
    built = run_archive(folder, "build")
    pages = sum(1 for _ in (folder / "site").rglob("*.html"))
    assert f"site に {pages}ページ" in said(built)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("docs_dir: content", "docs_dir: nowhere"),
        ("      ward: 見本区", "      word: 見本区"),
        ("plugins:", "plugins: ["),
        ("site_dir: site", "site_dir: content/site"),
    ],
)
def test_a_broken_configuration_is_told(folder: Path, right: str, wrong: str) -> None:
    config = folder / "site_config.yml"
    text = config.read_text(encoding="utf-8")
    assert right in text
    config.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    built = run_archive(folder, "build")
    assert said(built).endswith(NOT_RENEWED)
    assert len(said(built).splitlines()) > 2
    assert built.returncode == 1


def test_a_site_that_cannot_be_written_is_told(folder: Path) -> None:
    (folder / "file").write_text("", encoding="utf-8")
    built = run_archive(folder, "build", "--site-dir", str(folder / "file/site"))
    assert said(built).endswith(NOT_RENEWED)
    assert built.returncode == 1


def test_the_schema_in_the_repository_is_the_one_the_command_writes(folder: Path) -> None:
    written = run_archive(folder, "schema")
    assert said(written) == "書き出しました: content/consultation.schema.json\n"
    assert written.returncode == 0
    name = "content/consultation.schema.json"
    assert (folder / name).read_bytes() == (ROOT / name).read_bytes()


def test_help_is_in_japanese(tmp_path: Path) -> None:
    shown = run(tmp_path, "archive", "--help")
    assert shown.returncode == 0
    for command in ("check", "build", "serve", "schema"):
        assert command in shown.stdout
    assert "審議アーカイブのサイトを作ります" in shown.stdout


def test_an_address_that_is_taken_is_told(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        served = run_archive(folder, "serve", "--address", f"127.0.0.1:{taken.getsockname()[1]}")
    assert "で表示を始められません" in said(served)
    assert "別の番号を指定してください。" in said(served)
    assert served.returncode == 1


@pytest.mark.parametrize("address", ["8001", "127.0.0.1:99999", "127.0.0.1:", "nowhere"])
def test_what_is_no_address_is_told(folder: Path, address: str) -> None:
    served = run_archive(folder, "serve", "--address", address)
    assert served.returncode in {1, 2}
    assert "127.0.0.1:8001 のように" in said(served)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("improt",), "その命令や書き方はありません。使い方は archive --help で見られます。"),
        (("import",), "取り込むファイル"),
        (("import", "--foo"), "「--foo」は使えません。"),
        (("review", "九百"), "諮問の番号（数字だけ）"),
    ],
)
def test_what_was_mistyped_is_told_in_japanese(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    finished = run(tmp_path, "archive", *arguments)
    assert told in said(finished)
    assert not re.search(r"\b(?:Error|Usage|Try)\b", finished.stderr)
    assert finished.returncode == 2


def test_an_unforeseen_fault_is_told_without_a_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    @click.command
    def broken() -> None:
        message = "不意のこと"
        raise RuntimeError(message)

    group = click.Group("archive", commands={"broken": broken})
    monkeypatch.setattr(sys, "argv", ["archive", "broken"])
    with pytest.raises(SystemExit) as ended:
        run_commands(group)
    told = capsys.readouterr().err
    assert ended.value.code == 1
    assert "思いがけない誤りが起きました" in told
    assert "RuntimeError: 不意のこと（tests.cli.test_main:" in told
