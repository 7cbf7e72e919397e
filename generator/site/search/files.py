"""Files for the browser to read."""

import json
import shutil
from pathlib import Path


def emptied(folder: Path) -> Path:
    """Return ``folder``, which now exists and holds nothing."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def write_json(value: object, file: Path) -> None:
    """Write ``value`` to ``file``, as short as JSON can be."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
    file.write_text(text, encoding="utf-8", newline="\n")
