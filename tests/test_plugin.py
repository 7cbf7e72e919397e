"""The site is the same whichever command builds it."""

from pathlib import Path

import pytest

from generator.site.addresses import TAKEN
from tests.commands import run, run_archive
from tests.publishing import SITES, copy_site
from tests.trust.archives import copy_archive, read_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a small site, with its configuration and content."""
    return copy_site("mihon", tmp_path).parent


def files_in(site: Path) -> dict[str, bytes]:
    """Every file of a site, with what its pages hold."""
    files = (file for file in site.rglob("*") if file.is_file())
    return {
        file.relative_to(site).as_posix(): file.read_bytes() if file.suffix in {".html", ".json", ".yml"} else b""
        for file in files
    }


def test_archive_and_mkdocs_build_the_same_site(folder: Path) -> None:
    ours = run(folder, "archive", "build", "--site-dir", str(folder / "ours"))
    assert ours.returncode == 0, ours.stderr
    theirs = run(folder, "mkdocs", "build", "-f", "site_config.yml", "--strict", "-d", str(folder / "theirs"))
    assert theirs.returncode == 0, theirs.stderr
    assert "WARNING -" not in theirs.stderr
    built = files_in(folder / "ours")
    assert {"index.html", "404.html", "consultations/13/index.html", "search/text/14.json", "sitemap.xml"} <= set(built)
    assert files_in(folder / "theirs") == built


def test_a_build_leaves_the_content_as_it_was(folder: Path) -> None:
    assert run_archive(folder, "build", "--strict").returncode == 0
    assert files_in(folder / "content") == files_in(SITES / "mihon" / "content")


def test_a_second_build_changes_nothing(folder: Path) -> None:
    assert run_archive(folder, "build").returncode == 0
    first = files_in(folder / "site")
    assert run_archive(folder, "build").returncode == 0
    assert files_in(folder / "site") == first


def test_what_is_gone_from_the_content_is_gone_from_the_site(folder: Path) -> None:
    assert run_archive(folder, "build").returncode == 0
    (folder / "content/consultations/14.yml").unlink()
    source = folder / "content/sources/2023-05-12.txt"
    kept, _, _ = source.read_text(encoding="utf-8").partition("審議資料Ｎｏ．２")
    source.write_text(kept, encoding="utf-8")
    articles = folder / "content/articles.yml"
    lines = articles.read_text(encoding="utf-8").splitlines(keepends=True)
    articles.write_text("".join(lines[:-3]), encoding="utf-8")
    built = run_archive(folder, "build", "--strict")
    assert built.returncode == 0, built.stderr
    assert not [name for name in files_in(folder / "site") if "/14" in name or name.startswith("undecided/1")]


@pytest.mark.parametrize("tool", ["archive", "mkdocs", "properdocs"])
def test_broken_content_is_not_published(folder: Path, tool: str) -> None:
    file = folder / "content/consultations/14.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("第12条", "第13条"), encoding="utf-8")
    arguments = ["--config", "site_config.yml"] if tool == "archive" else ["-f", "site_config.yml"]
    built = run(folder, tool, "build", *arguments)
    assert built.returncode == 1
    assert (
        "content/consultations/14.yml:13:9: エラー: 条項「第13条」の根拠になる言葉が本文にありません。" in built.stderr
    )
    assert "Traceback" not in built.stderr
    assert not (folder / "site/index.html").exists()


@pytest.mark.parametrize(("strict", "status"), [([], 0), (["--strict"], 1)])
def test_a_warning_stops_only_a_strict_build(folder: Path, strict: list[str], status: int) -> None:
    file = folder / "content/consultations/13.yml"
    text = file.read_text(encoding="utf-8")
    reference = "        references:\n          - words: 諮問第１２号\n            consultation: 12\n"
    assert reference in text
    file.write_text(text.replace(reference, ""), encoding="utf-8")
    built = run_archive(folder, "build", *strict)
    assert built.returncode == status
    assert "content/consultations/13.yml:19:15: 注意: 「諮問第１２号」が参照として登録されていません。" in built.stderr
    assert ("サイトは作られませんでした。" in built.stderr) is bool(strict)


def test_a_warning_that_is_not_shown_stops_a_strict_build_too(folder: Path) -> None:
    (folder / "content/about.md").unlink()
    built = run(folder, "mkdocs", "build", "--strict", "--quiet", "-f", "site_config.yml")
    assert built.returncode == 1
    assert not (folder / "site").exists()


def test_a_page_of_ones_own_must_not_take_the_address_of_another(folder: Path) -> None:
    (folder / "content/items.md").write_text("# 項目\n", encoding="utf-8")
    config = folder / "site_config.yml"
    named = config.read_text(encoding="utf-8").replace("- 検索: search/index.md", "- 項目: items.md")
    config.write_text(named, encoding="utf-8")
    for command in ("check", "build"):
        told = run_archive(folder, command)
        assert told.returncode == 1
        assert "content/items.md:1:1: エラー: 自動で作られるページと同じアドレスになります。" in told.stderr


@pytest.mark.parametrize("link", ["consultations/99/index.md", "consultations/13/index.md#s9"])
def test_a_link_of_a_page_of_ones_own_is_checked(folder: Path, link: str) -> None:
    page = folder / "content/about.md"
    page.write_text(f"# 案内\n\n[諮問]({link})と[節](consultations/13/index.md#p2-s1)\n", encoding="utf-8")
    built = run_archive(folder, "build", "--strict")
    assert built.returncode == 1
    assert link.partition("#")[0] in built.stderr
    assert "p2-s1" not in built.stderr
    page.write_text("# 案内\n\n[節](consultations/13/index.md#p2-s1)\n", encoding="utf-8")
    assert run_archive(folder, "build", "--strict").returncode == 0


PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452")


def test_what_is_listed_as_published_is_in_the_site(folder: Path) -> None:
    published = {
        "assets/map.png": PNG,
        "CNAME": b"archive.example.jp\n",
        ".well-known/security.txt": b"Contact: https://example.jp/\n",
        ".well-known/acme-challenge/a_B-1": b"token",
    }
    pages = {
        "guide.md": "# 手引き <!-- 内線1234 -->\n\n![地図](assets/map.png) `<!-- 引用 -->`\n",
        "help/steps.md": "# 手順\n",
    }
    for name, data in (published | {name: text.encode() for name, text in pages.items()}).items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    config = folder / "site_config.yml"
    named = "  - 手引き:\n      - guide.md\n      - 手順: help/steps.md\n"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("  - 検索: search/index.md\n", named), encoding="utf-8")
    assert run_archive(folder, "check").returncode == 0
    built = run_archive(folder, "build", "--strict")
    assert built.returncode == 0, built.stderr
    site = folder / "site"
    assert {name: (site / name).read_bytes() for name in published} == published
    assert "手順" in (site / "help/steps/index.html").read_text(encoding="utf-8")
    guide = (site / "guide/index.html").read_text(encoding="utf-8")
    assert "内線1234" not in guide
    assert "&lt;!-- 引用 --&gt;" in guide


def test_a_page_that_nothing_names_is_not_published(folder: Path) -> None:
    (folder / "content/memo.md").write_text("# メモ\n", encoding="utf-8")
    for command in ("check", "build"):
        told = run_archive(folder, command)
        assert told.returncode == 1
        assert "content/memo.md:1:1: エラー: content に置くものの一覧にないファイルです。" in told.stderr


def test_a_file_of_the_content_cannot_hide_one_of_the_theme(folder: Path) -> None:
    file = folder / "content/assets/images/favicon.png"
    file.parent.mkdir(parents=True)
    file.write_bytes(PNG)
    built = run_archive(folder, "build")
    assert built.returncode == 1
    assert "assets/images/favicon.png は、ページの見た目を作るファイルと同じ名前です。" in built.stderr


def test_the_folders_that_the_program_fills_are_known(folder: Path) -> None:
    assert run_archive(folder, "build").returncode == 0
    made = {path.name for path in (folder / "site").iterdir() if path.is_dir()}
    assert made - {"about"} <= TAKEN


@pytest.mark.parametrize("place", ["content/site", "content/.private/site", "content", ".", "/"])
def test_a_site_is_put_into_no_other_folder_of_the_archive(folder: Path, place: str) -> None:
    before = read_folder(folder)
    built = run_archive(folder, "build", "--site-dir", place)
    assert built.returncode == 1
    assert "このアーカイブのほかのフォルダと重なります。" in built.stderr
    assert read_folder(folder) == before


def test_a_site_is_not_put_into_the_theme_from_which_it_would_be_copied(tmp_path: Path) -> None:
    copy_archive(tmp_path)
    before = read_folder(tmp_path)
    for command in (("archive", "build", "--site-dir"), ("mkdocs", "build", "-q", "-f", "site_config.yml", "-d")):
        built = run(tmp_path, *command, "theme/site")
        assert built.returncode == 1
        assert "このアーカイブのほかのフォルダと重なります。" in built.stderr
    assert read_folder(tmp_path) == before


def test_mkdocs_deploys_nothing_past_the_ledger(folder: Path) -> None:
    before = read_folder(folder)
    refused = run(folder, "mkdocs", "gh-deploy", "-f", "site_config.yml")
    assert refused.returncode == 1
    assert "archive publish で公開し" in refused.stderr
    assert read_folder(folder) == before


@pytest.mark.parametrize(
    "words",
    [
        "&#48;90-0000-1234",
        "090-**0000**-1234",
        "taro&#64;example.jp",
        "[宛先](https://mihon.test/?to=taro%40example.jp)",
        "[電話](tel:090-0000-1234)",
    ],
)
def test_personal_data_that_only_a_reader_sees_are_refused(folder: Path, words: str) -> None:
    page = folder / "content/about.md"
    page.write_text(f"# 案内\n\n{words}\n", encoding="utf-8")
    built = run_archive(folder, "build")
    assert built.returncode == 1
    assert "content/about.md:" in built.stderr
    assert "個人の情報" in built.stderr or "のような" in built.stderr
    assert not (folder / "site").exists()


@pytest.mark.parametrize("memo", ["<!DOCTYPE 内線1234>", "<!-- 内線1234 -->", "<? 内線1234 ?>"])
def test_what_no_reader_sees_of_a_page_is_not_published(folder: Path, memo: str) -> None:
    page = folder / "content/about.md"
    page.write_text(f"# 案内\n\n{memo}\n\n案内です。\n", encoding="utf-8")
    built = run_archive(folder, "build")
    assert built.returncode == 0, built.stderr
    shown = (folder / "site/about/index.html").read_text(encoding="utf-8")
    assert "案内です。" in shown
    assert "内線1234" not in shown
