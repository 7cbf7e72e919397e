"""What is no document is refused before anybody reads it."""

import os
from pathlib import Path

import pytest

from generator.importer.files.read_file import read
from generator.importer.files.reading import UnreadableError


@pytest.mark.parametrize("name", ["資料.txt", "資料.pdf", "資料.docx"])
def test_a_pipe_is_not_waited_for(name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(UnreadableError, match=f"{name} はふつうのファイルではありません"):
        read(tmp_path / name)
