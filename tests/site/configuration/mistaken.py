"""Copies of the repository's site_config.yml with a mistake in each, as mistakes.yml has them.

A case says what becomes of the file: ``old``, which stands there just once, becomes ``new``; or ``text`` is all that it
holds. ``files`` lie beside it, and ``environment`` holds variables. ``told`` are all the problems that must be
found, and nothing else with them: line, column, and a part of the message and of the remedy; the file is
site_config.yml, where ``file`` says no other.
"""

from pathlib import Path
from shutil import copyfile
from typing import Any, Final

import yaml

from tests.publishing import ROOT

MISTAKES: Final[dict[str, dict[str, Any]]] = yaml.load(
    Path(__file__).with_name("mistakes.yml").read_text(encoding="utf-8"), yaml.CSafeLoader
)
CONFIG: Final = "site_config.yml"


def archive_folder(folder: Path) -> Path:
    """Make ``folder`` an archive like this repository, and return its configuration."""
    (folder / "theme").symlink_to(ROOT / "theme")
    (folder / "content").symlink_to(ROOT / "content")
    copyfile(ROOT / CONFIG, folder / CONFIG)
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
