"""Copies of frozen.yml, once the repository's site_config.yml, with a mistake in each, as mistakes/*.yml have them.

A case says what becomes of the file: ``old``, which stands there just once, becomes ``new``; or ``text`` is all that it
holds. ``files`` lie beside it, and ``environment`` holds variables. ``told`` are all the problems that must be
found, and nothing else with them: line, column, and a part of the message and of the remedy; the file is
site_config.yml, where ``file`` says no other, and each is an error, where ``severity`` does not say it is none.
"""

from pathlib import Path
from shutil import copyfile
from typing import Any, Final

import yaml

from tests.publishing import ROOT

MISTAKES: Final[dict[str, dict[str, Any]]] = {
    name: case
    for file in sorted(Path(__file__).with_name("mistakes").glob("*.yml"))
    for name, case in yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader).items()
}
CONFIG: Final = "site_config.yml"
FROZEN: Final = Path(__file__).with_name("frozen.yml")


def archive_folder(folder: Path) -> Path:
    """Make ``folder`` an archive like this repository, and return its configuration."""
    (folder / "theme").symlink_to(ROOT / "theme")
    (folder / "content").symlink_to(ROOT / "content")
    copyfile(FROZEN, folder / CONFIG)
    return folder / CONFIG


def mistaken(case: dict[str, Any], folder: Path) -> Path:
    """Make ``folder`` an archive with the mistake of ``case``, and return its configuration."""
    config = archive_folder(folder)
    text = config.read_text(encoding="utf-8")
    if "old" in case:
        assert text.count(case["old"]) == 1, f"{case['old']!r} stands there {text.count(case['old'])} times"
    config.write_text(case["text"] if "text" in case else text.replace(case["old"], case["new"]), encoding="utf-8")
    for name, content in case.get("files", {}).items():
        (folder / name).write_text(content, encoding="utf-8")
    return config
