"""A configuration is data: whichever command reads it, nothing that it names is run, and all that is wrong is told."""

import time
from pathlib import Path

import pytest

from tests.commands import run, run_archive
from tests.publishing import copy_site
from tests.test_preview import BUILT, SOON, edit, serving, wait_for

_APPLY = "!!python/object/apply:os.system ['echo > owned']"
_HOOK = "from pathlib import Path\nPath('owned').touch()\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a small site, with its configuration and content."""
    return copy_site("mihon", tmp_path).parent


def change(folder: Path, old: str, new: str) -> None:
    config = folder / "site_config.yml"
    text = config.read_text(encoding="utf-8")
    assert text.count(old) == 1
    config.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("command", ["check", "build", "serve"])
@pytest.mark.parametrize("place", ["site_dir: site\nextra: ", "site_dir: "])
def test_no_command_makes_what_a_tag_names(folder: Path, command: str, place: str) -> None:
    change(folder, "site_dir: site\n", f"{place}{_APPLY}\n")
    done = run_archive(folder, command)
    assert done.returncode == 1
    assert "YAMLのタグ（tag:yaml.org,2002:python/object/apply:os.system）は使えません。" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "owned").exists()


def test_a_parent_is_no_way_around_it(folder: Path) -> None:
    (folder / "parent.yml").write_text(f"extra: {_APPLY}\n", encoding="utf-8")
    change(folder, "site_dir: site\n", "site_dir: site\nINHERIT: parent.yml\n")
    done = run_archive(folder, "build")
    assert done.returncode == 1
    assert "parent.yml:1:8: エラー: YAMLのタグ" in done.stderr
    assert not (folder / "owned").exists()


@pytest.mark.parametrize("tool", ["archive", "mkdocs", "properdocs"])
def test_no_hook_is_imported(folder: Path, tool: str) -> None:
    (folder / "hook.py").write_text(_HOOK, encoding="utf-8")
    change(folder, "site_dir: site\n", "site_dir: site\nhooks: [hook.py]\n")
    change(folder, "ward: 見本区", "ward: 3")
    option = "--config" if tool == "archive" else "-f"
    done = run(folder, tool, "build", option, "site_config.yml")
    assert done.returncode == 1
    assert "site_config.yml:6:1: エラー: hooks は使えません。" in done.stderr
    assert "ward: 「3」は文字ではなく、数と読まれます。" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "owned").exists()


@pytest.mark.parametrize("tool", ["archive", "mkdocs"])
def test_the_archive_cannot_be_left_out_of_its_site(folder: Path, tool: str) -> None:
    change(folder, "      ward: 見本区\n", "      ward: 見本区\n      enabled: false\n")
    option = "--config" if tool == "archive" else "-f"
    done = run(folder, tool, "build", option, "site_config.yml")
    assert done.returncode == 1
    assert "site_config.yml:20:7: エラー: 「enabled」というキーはありません。" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_preview_reads_an_edited_configuration_as_strictly(folder: Path) -> None:
    with serving(folder, "archive", "serve", "--address") as site:
        edit(folder / "site_config.yml", "site_dir: site\n", f"site_dir: site\nextra: {_APPLY}\n")
        deadline = time.monotonic() + SOON
        while "python/object" not in (folder / "log.txt").read_text(encoding="utf-8"):
            assert time.monotonic() < deadline, "the tag is not told"
            time.sleep(0.05)
        edit(folder / "site_config.yml", f"extra: {_APPLY}\n", "")
        edit(folder / "site_config.yml", "ward: 見本区", "ward: 見本の区")
        edit(folder / "site_config.yml", "      adopted_by: 見本区個人情報保護審議会\n", "")
        wait_for(site, "見本の区の公式サイトではありません", BUILT)
    assert not (folder / "owned").exists()


def test_the_check_reads_the_configuration_beside_the_content(folder: Path) -> None:
    assert run_archive(folder, "check").returncode == 0
    change(folder, "ward: 見本区", "ward: 3")
    (folder / "content/consultations/14.yml").write_text("number: 14\n", encoding="utf-8")
    done = run_archive(folder.parent, "check", "--content", "mihon/content")
    assert done.returncode == 1
    assert "content/consultations/14.yml:1:1: エラー: " in done.stderr
    assert "mihon/site_config.yml:19:13: エラー: ward: 「3」は文字ではなく、数と読まれます。" in done.stderr


def test_the_check_of_another_configuration(folder: Path) -> None:
    (folder / "other.yml").write_text("INHERIT: site_config.yml\nsite_url: あとで書く\n", encoding="utf-8")
    done = run_archive(folder, "check", "--config", "other.yml")
    assert done.returncode == 1
    assert "other.yml:2:11: エラー: site_url: 「あとで書く」はアドレスではありません" in done.stderr
    assert run_archive(folder, "check", "--config", "nowhere.yml").returncode == 2


def test_the_check_needs_no_configuration(folder: Path) -> None:
    (folder / "site_config.yml").unlink()
    assert run_archive(folder, "check").returncode == 0


@pytest.mark.parametrize("command", [["check"], ["build"], ["build", "--strict"]])
def test_a_day_without_a_meeting_is_told(folder: Path, command: list[str]) -> None:
    change(folder, "        2023-02-10: ", "        2023-02-11: ")
    done = run_archive(folder, *command)
    assert done.returncode == (1 if "--strict" in command else 0)
    assert "site_config.yml:27:9: 注意: source_urls: 2023-02-11 に開かれた審議会の諮問は、" in done.stderr


@pytest.mark.parametrize("command", [["check"], ["build"], ["build", "--strict"]])
def test_a_page_of_the_menu_that_is_none_is_told(folder: Path, command: list[str]) -> None:
    change(folder, "  - 検索: search/index.md", "  - 検索: search/index.md\n  - 案内: guide.md\n  - about.md")
    done = run_archive(folder, *command)
    assert done.returncode == (1 if "--strict" in command else 0)
    assert "site_config.yml:33:9: 注意: nav: 「guide.md」というページはありません。" in done.stderr
    assert "about.md" not in done.stderr


def test_a_build_tells_what_is_still_a_sample_and_builds(folder: Path) -> None:
    done = run_archive(folder, "build", "--strict")
    assert done.returncode == 0
    assert "設定ファイルの site_url、contact_url、source_urls.2023-02-10 が見本のままです。" in done.stderr
