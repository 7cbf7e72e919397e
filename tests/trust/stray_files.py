"""Only what is meant goes online: whatever else lies in content/ is named, and not a byte of it is in the site."""

import gzip
import os
import random
import shutil
import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final
from unittest import mock

from generator.archive import loading
from generator.archive.belongings import MISNAMED, Belongings, look_through
from generator.archive.hand_written_pages import HandWritten
from generator.archive.strays import show_name
from generator.building import build_site
from generator.kinds.every_kind import KINDS
from generator.kinds.kind import Kind
from tests.commands import run
from tests.trust.archives import BUILD, copy_archive, read_folder, read_published
from tests.trust.promise import Form, NotTriedError, Promise, Trial

_MEMO: Final = "内緒内線1234"
_MARK: Final = _MEMO.encode()

_FILES: Final = (
    *("memo.txt", "個人メモ.xlsx", "~$shiryo.docx", "Thumbs.db", "items.yml~", "資料.pdf", "README.md", "メモ.md"),
    *("ITEMS.YML", "main.html", "robots.txt", ".env", ".gitkeep", "975.yml", "consultations", "items.yml.orig"),
    *("consultations/975.yml~", "consultations/.975.yml.swp", "consultations/~975.yml", "consultations/#975.yml#"),
    *("consultations/975.html", "consultations/975.json", "consultations/975/index.html", "consultations/a/b/c.yml"),
    *(
        "consultations/９７５.yml",
        "consultations/975.YML",
        "consultations/975 - コピー.yml",
        "consultations/975.yml.txt",
    ),
    *("sources/foo.txt", "sources/2022-06-17.txt.bak", "sources/2022-06-17.pdf", "sources/2023-01-01.txt"),
    *("sources/2022-06-17", "sources/2022-06-18.TXT", "sources/.private/memo.txt", "sources/index.md"),
    *("assets/logo.svg", "assets/memo.txt", "assets/map.png", "assets/地図.png", "assets/stylesheets/frame.css"),
    *("assets/javascripts/search.js", "assets/images/favicon.png", "assets/annex.pdf", "assets/page.html"),
    *(".well-known/Thumbs.db", ".well-known/.hidden", ".well-known/資料.txt", "CNAME", ".drafts/975.yml"),
    *("memo\n.txt", "a\tb.txt", "\u202etxt.omem", "97\u200b5.yml", "con.txt", "a" * 240 + ".txt", "-rf", "$(memo).txt"),
    *("search/index.md", "index.md", "items.md", "404.md", "sitemap.xml", "files.json", "メモ/一.txt", ".git/config"),
)
_FEW_FILES: Final = ("memo.txt", "~$shiryo.docx", "consultations/975.yml~", "assets/logo.svg", "memo\n.txt")


def _put_a_file(path: Path) -> None:
    path.write_bytes(_MARK)


def _put_a_folder(path: Path) -> None:
    path.mkdir()
    (path / "memo.txt").write_bytes(_MARK)


def _link_to_a_file(path: Path) -> None:
    path.symlink_to(_outside(path) / "memo.txt")


def _link_to_a_folder(path: Path) -> None:
    path.symlink_to(_outside(path), target_is_directory=True)


def _link_to_what_lies_above(path: Path) -> None:
    path.symlink_to("..", target_is_directory=True)


def _link_to_nothing(path: Path) -> None:
    path.symlink_to("nowhere")


def _make_a_pipe(path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        reason = "this system has no pipes in folders"
        raise NotTriedError(reason)
    os.mkfifo(path)


def _make_a_socket(path: Path) -> None:
    if not hasattr(socket, "AF_UNIX"):
        reason = "this system has no sockets in folders"
        raise NotTriedError(reason)
    short = Path("/tmp") / f"{os.getpid()}.socket"  # noqa: S108 - a socket's path is 100 characters at most
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(short))
        short.rename(path)


def _outside(path: Path) -> Path:
    """Make a folder with a memo in it beside the archive that ``path`` lies in."""
    content = next(folder for folder in path.parents if folder.name == "content")
    outside = content.parents[1] / "outside"
    outside.mkdir(exist_ok=True)
    (outside / "memo.txt").write_bytes(_MARK)
    return outside


_OTHERS: Final[tuple[Callable[[Path], None], ...]] = (
    _put_a_folder,
    _link_to_a_file,
    _link_to_a_folder,
    _link_to_what_lies_above,
    _link_to_nothing,
    _make_a_pipe,
    _make_a_socket,
)
_PLACES: Final = (
    *("990.yml", "items.yml", "consultations/975.yml", "consultations/990.yml", "sources/2022-06-17.txt"),
    *("about.md", "memo", "CNAME", "ledger.yml", "assets/map.png"),
)
_FOLDERS: Final = ("assets", "consultations", "sources", ".private", ".well-known")


def _trials(form: Form) -> Iterator[Trial]:
    yield Trial("what is private, comments and text before the first document", _publish_what_has_secrets)
    yield Trial("what MkDocs itself would publish", _build_without_the_check)
    yield Trial("some of every kind at once", _drop_together)
    if form is Form.SHORT:
        return
    for name in _FILES:
        yield Trial(f"a file {ascii(name)[:40]}", partial(_drop, name=name, make=_put_a_file))
    for place in (*_PLACES, *_FOLDERS):
        for make in _OTHERS[1:] if place in _FOLDERS else _OTHERS:
            words = make.__name__.strip("_").replace("_", " ")
            yield Trial(f"{words}: {place}", partial(_drop, name=place, make=make))
    for seed in range(20):
        yield Trial(f"30 names at random, {seed}", partial(_drop_many, seed=seed))


def _drop_together(folder: Path) -> str:
    archive = _copy(folder)
    strays = dict.fromkeys(_FEW_FILES, _put_a_file) | {f"{kind.__name__}.yml": kind for kind in _OTHERS}
    for name, make in strays.items():
        _make_at(archive / "content" / name, make)
    return _fault(archive, [*strays])


def _drop(folder: Path, name: str, make: Callable[[Path], None]) -> str:
    archive = _copy(folder)
    _make_at(archive / "content" / name, make)
    return _fault(archive, [name])


def _drop_many(folder: Path, seed: int) -> str:
    archive = _copy(folder)
    names = {*_random_names(random.Random(seed))}  # noqa: S311 - the same names in every run
    for name in names:
        _make_at(archive / "content" / name, _put_a_file)
    return _fault(archive, sorted(names))


def _random_names(chance: random.Random) -> Iterator[str]:
    letters = "abcZ019-_.~$# 　あ漢ｱ\u00e9\u202e\n\t'\"&;%+"
    endings = ("", ".md", ".yml", ".txt", ".html", ".png", ".pdf", ".json", ".js", ".xlsx", "~")
    for _ in range(30):
        stem = "".join(chance.choice(letters) for _ in range(chance.randint(1, 12)))
        folder = chance.choice(("", "", "consultations/", "sources/", "assets/", ".well-known/あ", "x/"))
        # What begins so is no name that the program gives, whatever follows.
        yield f"{folder}#{stem}{chance.choice(endings)}"


def _make_at(path: Path, make: Callable[[Path], None]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    make(path)


def _copy(folder: Path) -> Path:
    archive = folder / "archive"
    archive.mkdir()
    return copy_archive(archive)


def _fault(archive: Path, names: list[str]) -> str:
    """Return which of ``names`` check or build do not name, or where a site holds what is secret."""
    for command in (("archive", "check"), BUILD):
        told = run(archive, *command)
        if told.returncode != 1 or "Traceback" in told.stderr:
            return f"{command} ends with {told.returncode}: {told.stderr[-500:]}"
        unnamed = [name for name in names if not _is_named(name, told.stderr)]
        if unnamed:
            return f"{command} does not name {unnamed[0]!r}: {told.stderr[-500:]}"
    return _find_secret(archive / "site") if (archive / "site").exists() else ""


def _is_named(name: str, said: str) -> bool:
    parts = show_name(f"content/{name}").split("/")
    return any(f"{'/'.join(parts[:length])}:1:1: エラー" in said for length in range(2, len(parts) + 1))


# Without these the content is another, and Material's own file is another.
_SEEN_OTHERWISE: Final = ("consultations", "sources/2023-01-01.txt", "assets/images/favicon.png")


def _publish_what_has_secrets(folder: Path) -> str:
    archive = _copy(folder)
    content = archive / "content"
    for file in (*content.glob("consultations/*.yml"), *(content / kind.file for kind in KINDS)):
        text = file.read_text(encoding="utf-8")
        first, rest = text.split("\n", 1)
        file.write_text(f"# {_MEMO}\n{first} # {_MEMO}\n# {_MEMO}\n{rest}# {_MEMO}\n", encoding="utf-8")
    (source,) = content.glob("sources/*.txt")
    source.write_text(f"{_MEMO}\n\n" + source.read_text(encoding="utf-8"), encoding="utf-8")
    about = content / "about.md"
    about.write_text(about.read_text(encoding="utf-8") + f"\n<!-- {_MEMO} -->\n", encoding="utf-8")
    schema = content / "consultation.schema.json"
    schema.write_text(schema.read_text(encoding="utf-8").replace("{", f'{{"$comment": "{_MEMO}",', 1), encoding="utf-8")
    for name in (".private/originals/資料.pdf", ".private/drafts/975.yml", ".private/memo.txt"):
        _make_at(content / name, _put_a_file)
    built = run(archive, *BUILD)
    if built.returncode != 0:
        return f"not built: {built.stderr[-500:]}"
    return _find_secret(archive / "site")


def _build_without_the_check(folder: Path) -> str:
    """Build as if the check named nothing: the site is what it is without the strays."""
    archive = _copy(folder)
    config = archive / "site_config.yml"
    clean = read_published()
    for name in _FILES:
        if not (MISNAMED.where.fullmatch(name) or name in _SEEN_OTHERWISE or (archive / "theme" / name).exists()):
            _make_at(archive / "content" / name, _put_a_file)
    for make in (_link_to_a_file, _link_to_a_folder, _link_to_nothing, _make_a_pipe, _make_a_socket):
        make(archive / "content/assets" / make.__name__)
    with mock.patch.object(loading, "look_through", _look_away):
        built = read_folder(build_site(config, archive / "stray", strict=False))
    different = sorted(name for name in {*clean, *built} if clean.get(name) != built.get(name))
    return f"the site is another: {different[:5]}" if different else ""


def _look_away(content: Path, kinds: tuple[Kind[Any], ...], pages: HandWritten) -> Belongings:
    return replace(look_through(content, kinds, pages), strays=(), obstacles=())


def _find_secret(site: Path) -> str:
    for name, data in read_folder(site).items():
        readable = gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
        if _MARK in readable or _MARK in name.encode(errors="surrogateescape"):
            return f"{name} holds what is secret"
    return ""


PROMISE: Final = Promise("Only what is meant goes online", _trials)
