"""A site is built only into a folder that this program has made, or an empty one: nothing else is ever emptied."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from tests.commands import run
from tests.trust.archives import copy_archive, copy_published, read_folder
from tests.trust.promise import Form, Promise, Trial

_SETTING: Final = "site_dir: site\n"


def _make_documents(folder: Path) -> None:
    folder.mkdir()
    (folder / "sitemap.xml").write_text("<urlset/>", encoding="utf-8")
    (folder / "index.html").write_text("<h1>区のページ</h1>", encoding="utf-8")


def _add_a_file_by_hand(folder: Path) -> None:
    copy_published(folder)
    (folder / "google123.html").write_text("by hand", encoding="utf-8")


def _make_a_file(folder: Path) -> None:
    folder.write_text("a file", encoding="utf-8")


def _link_to_documents(folder: Path) -> None:
    _make_documents(folder.parent / "documents")
    folder.symlink_to(folder.parent / "documents")


def _copy_the_theme(folder: Path) -> None:
    shutil.copytree(folder.parent / "theme", folder)


_FOLDERS: Final[tuple[Callable[[Path], None], ...]] = (
    _make_documents,
    _add_a_file_by_hand,
    _make_a_file,
    _link_to_documents,
    _copy_the_theme,
)


_SETTINGS: Final = ("theme", "..", ".", "content/sources", "content", "tests", "site_config.yml")
_FEW: Final = 2
_OPTIONS: Final = ("--site-dir", "-d")


def _trials(form: Form) -> Iterator[Trial]:
    for setting in _SETTINGS if form is Form.LONG else _SETTINGS[:_FEW]:
        yield Trial(f"site_dir: {setting}", partial(_configure, setting=setting))
    for number, make in enumerate(_FOLDERS):
        name = make.__name__.strip("_").replace("_", " ")
        for option in _OPTIONS if form is Form.LONG else _OPTIONS[number % 2 :][:1]:
            yield Trial(f"{option}: {name}", partial(_give, make=make, option=option))


def _configure(folder: Path, setting: str) -> str:
    archive = folder / "archive"
    (archive / "tests").mkdir(parents=True)
    copy_archive(archive)
    (archive / "tests/test.txt").write_text("theirs", encoding="utf-8")
    config = archive / "site_config.yml"
    config.write_text(config.read_text(encoding="utf-8").replace(_SETTING, f"site_dir: {setting}\n"), encoding="utf-8")
    before = read_folder(folder)
    return _build(folder, before, archive, "archive", "build") or _build(
        folder, before, archive, "mkdocs", "build", "-q", "-f", "site_config.yml"
    )


def _give(folder: Path, make: Callable[[Path], None], option: str) -> str:
    copy_archive(folder)
    make(folder / "there")
    before = read_folder(folder)
    command = ("archive", "build") if option == "--site-dir" else ("mkdocs", "build", "-q", "-f", "site_config.yml")
    return _build(folder, before, folder, *command, option, "there")


def _build(folder: Path, before: dict[str, bytes], archive: Path, *command: str) -> str:
    built = run(archive, *command)
    if built.returncode == 0:
        return f"the site was built: {built.stderr}"
    after = {name: data for name, data in read_folder(folder).items() if ".archive/" not in name}
    kept = {name: data for name, data in before.items() if ".archive/" not in name}
    return "" if after == kept else f"changed: {sorted(after.items() ^ kept.items())[:3]}"


PROMISE: Final = Promise("Only a folder of this program's own is ever emptied", _trials)
