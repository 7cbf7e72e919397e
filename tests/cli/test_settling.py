"""Every command that looks at the content first brings to an end what a killed one was writing there, and says so."""

from contextlib import suppress
from pathlib import Path

import pytest

from generator.disk.changes import FilesRead
from generator.disk.write_journal import ActStage
from generator.store.content_files import settle_content, write_content
from tests.commands import run, run_archive
from tests.disk.failing import Fault, KilledError, failing_disk
from tests.disk.test_writing import journal_of
from tests.publishing import copy_site

FINISHED = "前に途中で止まった書き込みがあったので、最後まで終えました。"
EDIT = "# 確かめた\n".encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a small site, where a command was killed as it put two files into their places."""
    folder = copy_site("mihon", tmp_path).parent
    content = folder / "content"
    files = [content / "consultations/12.yml", content / "items.yml"]
    for step in range(1, 100):
        read = FilesRead()
        new: dict[Path, bytes | None] = {file: (read.read(file) or b"") + EDIT for file in files}
        with suppress(KilledError), failing_disk(step, Fault.KILLED):
            write_content(content, read.changes(new))
        if journal_of(content).stage is ActStage.READY:
            return folder
        settle_content(content)
    pytest.fail("it is never killed there")


def assert_settled(folder: Path, said: str) -> None:
    assert said.count(FINISHED) == 1
    assert "Traceback" not in said
    content = folder / "content"
    for file in ("consultations/12.yml", "items.yml"):
        assert (content / file).read_bytes().endswith(EDIT)
    assert not [*content.rglob("*.archive-*")]
    assert [path.name for path in (content / ".private/journal").iterdir()] == ["lock"]


@pytest.mark.parametrize(
    "arguments", [("check",), ("schema",), ("history", "12"), ("import", "nothing.pdf"), ("review", "99"), ("build",)]
)
def test_it_is_finished_and_said_in_a_line(folder: Path, arguments: tuple[str, ...]) -> None:
    assert_settled(folder, run_archive(folder, *arguments).stderr)
    assert FINISHED not in run_archive(folder, *arguments).stderr


def test_mkdocs_finishes_it_too(folder: Path) -> None:
    assert_settled(folder, run(folder, "mkdocs", "build", "-f", "site_config.yml").stderr)


def test_what_cannot_be_brought_to_an_end_is_told(folder: Path) -> None:
    (folder / "content/.private/journal/ready.json").write_bytes(b"{")
    for arguments in (("check",), ("schema",), ("build",)):
        ended = run_archive(folder, *arguments)
        assert "content/.private/journal の控えが壊れている" in ended.stderr
        assert ended.returncode == 1


def test_a_schema_that_cannot_be_written_is_told(folder: Path) -> None:
    schema = folder / "content/consultation.schema.json"
    schema.write_bytes(b"{}")
    schema.chmod(0o444)
    ended = run_archive(folder, "schema")
    assert "content/consultation.schema.json は、読み取り専用なので、書けません。" in ended.stderr
    assert ended.stderr.endswith("ファイルは1つも書いていません。\n")
    assert (ended.returncode, schema.read_bytes()) == (1, b"{}")
    schema.chmod(0o644)
