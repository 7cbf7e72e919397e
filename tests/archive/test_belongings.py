"""What lies in the content folder and does not belong there is named, with what to do about it."""

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.archive.belongings import look_through
from generator.archive.hand_written_pages import HandWritten
from generator.archive.loading import load
from generator.archive.strays import Lying
from generator.kinds.every_kind import KINDS
from generator.problems import Problem
from tests.publishing import ROOT

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The content of the repository."""
    return shutil.copytree(ROOT / "content", tmp_path / "content")


def strays(content: Path, *named: str) -> tuple[Problem, ...]:
    return load(content, pages=HandWritten(frozenset(named), frozenset({"items", "assets"}))).problems


def put(content: Path, name: str, data: bytes = b"x") -> Path:
    file = content / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


# The name of a file, and a part of what is said and of what may be done.
STRAYS = {
    "memo.txt": ("content に置くものの一覧にないファイル", "content/.private/drafts"),
    "consultations/975.yml~": ("エディタなどが残した控え", "消して"),
    "consultations/.975.yml.swp": ("エディタが、開いている間だけ", "文書を閉じて"),
    "consultations/#975.yml#": ("エディタなどが残した控え", "消して"),
    "consultations/975.yml.bak": ("エディタなどが残した控え", "消して"),
    "~$shiryo.docx": ("開いている間だけ", "文書を閉じて"),
    ".~lock.shiryo.odt#": ("開いている間だけ", "文書を閉じて"),
    "Thumbs.db": ("パソコンが自動で作った", "消して"),
    "assets/.DS_Store": ("パソコンが自動で作った", "消して"),
    "consultations/._975.yml": ("パソコンが自動で作った", "消して"),
    "個人メモ.xlsx": ("区の元の文書", "content/.private/originals"),
    "sources/meeting.PDF": ("区の元の文書", "content/.private/originals"),
    "assets/annex.pdf": ("区の元の文書", "content/.private/originals"),
    "consultations/資料.docx": ("区の元の文書", "content/.private/originals"),
    "sources/foo.txt": ("元の文書の名前は、審議会の開催日", "2022-06-17.txt"),
    "sources/2022-6-17.txt": ("元の文書の名前は、審議会の開催日", "2022-06-17.txt"),
    "README.md": ("自動で作られるページと同じアドレス", "名前を変え"),
    "index.md": ("自動で作られるページと同じアドレス", "名前を変え"),
    "items.md": ("自動で作られるページと同じアドレス", "名前を変え"),
    "guide.md": ("どこにも名前のない手書きのページ", "nav"),
    "ITEMS.YML": ("「items.yml」と似ています", "名前を直し"),
    "ｉｔｅｍｓ.yml": ("「items.yml」と似ています", "名前を直し"),
    "sources/２０２２-06-17.txt": ("「sources/2022-06-17.txt」と似ています", "名前を直し"),
    "About.md": ("「about.md」と似ています", "名前を直し"),
    "items.yaml": ("このままでは公開されません", "content の外"),
    "items (1).yml": ("このままでは公開されません", "content の外"),
    "975.yml": ("このままでは公開されません", "content の外"),
    "robots.txt": ("このままでは公開されません", "content の外"),
    "assets/logo.svg": ("動くプログラムになりうる", "PNG"),
    "assets/javascripts/search.js": ("動くプログラムになりうる", "PNG"),
    "main.html": ("動くプログラムになりうる", "theme"),
    "map.png": ("PNG・JPEG・GIF・WebPの画像を", "content/assets"),
    "assets/地図.png": ("画像は、content/assets に、決まった形の名前", "半角英小文字"),
    ".well-known/Thumbs.db": ("パソコンが自動で作った", "消して"),
    "memo\n975.yml": ("見えない文字や、改行", "名前に変えて"),
    "consultations/97\u200b5.yml": ("見えない文字や、改行", "名前に変えて"),
    "\u202elmy.meti": ("見えない文字や、改行", "名前に変えて"),
    ".gitkeep": ("このままでは公開されません", "content の外"),
}


@pytest.mark.parametrize("name", STRAYS)
def test_a_stray_file_is_named(name: str, copy: Path) -> None:
    put(copy, name)
    (problem,) = strays(copy)
    message, remedy = STRAYS[name]
    assert message in problem.message + problem.remedy
    assert remedy in problem.remedy
    assert (problem.line, problem.column) == (1, 1)
    assert problem.file.startswith("content/")
    assert problem.file.isprintable()


def test_a_name_that_is_almost_a_page_s_is_told_with_its_braces(copy: Path) -> None:
    put(copy, "メモ{1}.MD")
    (problem,) = strays(copy, "メモ{1}.md")
    assert "「メモ{1}.md」のつもりなら" in problem.remedy


def test_a_name_is_shown_so_that_it_can_be_read(copy: Path) -> None:
    put(copy, "a\n\x1b[31m\u202eb.txt")
    put(copy, os.fsdecode(b"\x83\x81\x83\x82.txt"))
    shown = {problem.file for problem in strays(copy)}
    assert shown == {"content/a<U+000A><U+001B>[31m<U+202E>b.txt", "content/<0x83><0x81><0x83><0x82>.txt"}


def link_to_a_file(path: Path) -> None:
    path.symlink_to(ROOT / "README.md")


def link_to_nothing(path: Path) -> None:
    path.symlink_to("nowhere")


def link_in_a_circle(path: Path) -> None:
    path.symlink_to(path.parent)


def bind_a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        before = Path.cwd()
        os.chdir(path.parent)
        try:
            server.bind(path.name)
        finally:
            os.chdir(before)


@pytest.mark.parametrize(
    ("make", "called"),
    [
        (link_to_a_file, "リンク"),
        (link_to_nothing, "リンク"),
        (link_in_a_circle, "リンク"),
        (os.mkfifo, "パイプ"),
        (bind_a_socket, "ソケット"),
        (Path.mkdir, "フォルダ"),
    ],
)
@pytest.mark.parametrize(
    "name",
    [
        "990.yml",
        "consultations/990.yml",
        "items.yml",
        "sources/2022-06-17.txt",
        "about.md",
        "consultations/975.yml",
        "assets/map.png",
        "CNAME",
    ],
)
def test_what_is_no_file_is_named_and_never_opened(
    name: str, make: Callable[[Path], object], called: str, copy: Path
) -> None:
    path = copy / name
    path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    make(path)
    (problem,) = (problem for problem in strays(copy) if problem.file == f"content/{name}")
    assert called in problem.message


@pytest.mark.parametrize("name", ["consultations", "sources", "assets", ".well-known", ".private"])
def test_a_file_with_the_name_of_a_folder_is_named(name: str, copy: Path) -> None:
    shutil.rmtree(copy / name, ignore_errors=True)
    put(copy, name)
    told = [problem.message for problem in strays(copy) if problem.file == f"content/{name}"]
    assert "フォルダの名前です" in told[0]


def test_a_folder_is_named_and_not_each_file_in_it(copy: Path) -> None:
    put(copy, "メモ/一.txt")
    put(copy, "メモ/二.txt")
    (problem,) = strays(copy)
    assert problem.file == "content/メモ"
    assert "このフォルダの中のものは、どれも公開しません" in problem.message


def test_in_the_private_folder_lies_what_the_ward_wants(copy: Path) -> None:
    put(copy, ".private/originals/資料.pdf")
    put(copy, ".private/メモ/a\nb.txt")
    os.mkfifo(copy / ".private/memo")
    assert strays(copy) == ()


def test_a_link_in_the_private_folder_is_named_since_the_frame_would_follow_it(copy: Path) -> None:
    put(copy, ".private/originals/資料.pdf")
    (copy / ".private/originals/上").symlink_to("..")
    (problem,) = strays(copy)
    assert problem.file == "content/.private/originals/上"
    assert "リンク" in problem.message


def test_folders_may_lie_in_folders_without_end(copy: Path) -> None:
    before = Path.cwd()
    os.chdir(copy)
    try:
        for _ in range(1100):
            Path("x").mkdir()
            os.chdir("x")
    finally:
        os.chdir(before)
    (copy / "x").rename(copy / ".private")
    assert strays(copy) == ()
    remove_deep(copy / ".private")


def remove_deep(folder: Path) -> None:
    """Remove folders in folders, deeper than shutil goes down."""
    deepest = [folder]
    while (inner := deepest[-1] / "x").exists():
        deepest.append(inner)
    for path in reversed(deepest):
        path.rmdir()


def test_a_private_folder_anywhere_else_is_a_stray(copy: Path) -> None:
    put(copy, "sources/.private/memo.txt")
    (problem,) = strays(copy)
    assert problem.file == "content/sources/.private"


def test_the_former_place_of_drafts_is_told_where_to_go(copy: Path) -> None:
    put(copy, ".drafts/975.yml")
    (problem,) = strays(copy)
    assert problem.file == "content/.drafts"
    assert "content/.private/drafts" in problem.remedy


def test_what_is_published_as_it_is_belongs_there(copy: Path) -> None:
    own = {"assets/map.png": PNG, "assets/2022/map-2.png": PNG, "CNAME": b"archive.example.jp\n"}
    own |= {".well-known/security.txt": b"Contact: x\n", ".well-known/acme-challenge/a_B-1": b"token"}
    own |= {"guide.md": b"# x\n", "help/steps.md": b"# x\n"}
    for name, data in own.items():
        put(copy, name, data)
    assert strays(copy, "guide.md", "help/steps.md") == ()
    belongings = look_through(copy, KINDS, HandWritten(frozenset({"guide.md", "help/steps.md"})))
    assert belongings.published_as_they_are == {"about.md", *own}


@pytest.mark.parametrize(
    "named",
    ["../x.md", "/etc/x.md", ".private/x.md", "a/../b.md", "items/x.md", "index.md", "a/.b/c.md", "memo.txt"],
)
def test_the_navigation_cannot_make_a_page_of_what_is_none(named: str) -> None:
    assert HandWritten(frozenset({named}), frozenset({"items"})).owned() == {"about.md"}


@pytest.mark.parametrize("name", ["assets/a.png", "assets/a.jpg", "assets/a.jpeg", "assets/a.gif", "assets/a.webp"])
def test_an_image_is_one(name: str, copy: Path) -> None:
    put(copy, name, b"PK\x03\x04 a Word file")
    (problem,) = strays(copy)
    assert "種類の画像ではありません" in problem.message


@pytest.mark.parametrize("data", [b"", b"localhost", "担当者メモ 内線1234".encode(), b"a.example.jp\nb.example.jp\n"])
def test_a_cname_holds_a_domain_and_nothing_else(data: bytes, copy: Path) -> None:
    put(copy, "CNAME", data)
    (problem,) = strays(copy)
    assert "ドメイン" in problem.message


def test_what_cannot_be_read_is_named(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(self), mode)

    monkeypatch.setattr(Path, "open", refuse)
    problem, *_ = look_through(copy, KINDS, HandWritten()).strays
    assert problem.file == "content/about.md"
    assert "中を読めません（権限がない" in problem.message


def test_what_goes_while_somebody_looks_is_not_missed(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(copy, "aa.txt")
    put(copy, "zz.txt")

    def look(entry: os.DirEntry[str]) -> object:
        if entry.name == "aa.txt":
            raise FileNotFoundError
        if entry.name == "zz.txt":
            raise PermissionError(13, "Permission denied")
        return Lying.FOLDER if entry.is_dir() else Lying.FILE

    monkeypatch.setattr("generator.archive.belongings._lying", look)
    (problem,) = strays(copy)
    assert problem.file == "content/zz.txt"
    assert "中を読めません" in problem.message


def test_a_folder_that_cannot_be_listed_is_named(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(copy, "assets/map.png", PNG)
    listed = os.scandir

    def look(folder: Path) -> object:
        if folder.name == "assets":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(os, "scandir", look)
    (problem,) = look_through(copy, KINDS, HandWritten()).strays
    assert problem.file == "content/assets"


def test_a_content_folder_may_itself_be_a_link(copy: Path) -> None:
    link = copy.parent / "linked"
    link.symlink_to(copy)
    assert load(link).problems == ()


def test_a_stray_hides_no_other_problem(copy: Path) -> None:
    put(copy, "memo.txt")
    registry = copy / "subjects.yml"
    entry = "- name: 使われない人\n  reading: つかわれないひと\n  slug: unused\n"
    registry.write_text(registry.read_text(encoding="utf-8") + entry, encoding="utf-8")
    assert [problem.file for problem in strays(copy)] == ["content/memo.txt", "content/subjects.yml"]
