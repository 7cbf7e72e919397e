"""The text of each document as a file, from which the browser shows what was found in the document's own words."""

import json
import shutil
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from generator.search.documents import SearchDocument


def write_texts(documents: Iterable[SearchDocument], folder: Path) -> None:
    """Write ``NUMBER.json`` to ``folder`` for each of ``documents``. What stood in ``folder`` is gone."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for document in documents:
        fields = asdict(document) | {"date": document.date.isoformat()}
        write_json(fields, folder / f"{document.number}.json")


def write_json(value: object, file: Path) -> None:
    """Write ``value`` to ``file`` for the browser to read."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
    file.write_text(text, encoding="utf-8", newline="\n")
