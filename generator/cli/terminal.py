"""What the commands have in common: where the archive lies, and how to speak to the clerk."""

import sys
from pathlib import Path
from typing import Final

import click

CONTENT: Final = Path("content")
CONFIG: Final = Path("site_config.yml")

FAILED: Final = 1
UNUSABLE: Final = 2


def say(message: str) -> None:
    """Tell the clerk ``message``. Standard output stays free for what a script reads."""
    click.echo(message, err=True)


def require_content(content: Path) -> None:
    """End the command where there is no folder ``content``."""
    if not content.is_dir():
        say(f"内容のフォルダ「{shown(content)}」がありません。")
        say("アーカイブのフォルダ（site_config.yml のある所）で実行してください。")
        sys.exit(UNUSABLE)


def shown(path: Path) -> str:
    """Return ``path`` as the clerk reads it: from the folder of the command, or the name alone."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.name
