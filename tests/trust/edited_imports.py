"""A file is edited while the import waits for an answer, and the edit is kept, told, and nothing is written."""

import subprocess
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from tests.trust.imports import (
    DAY,
    KNOWN,
    KNOWN_DAY,
    NEW,
    NOTHING_WRITTEN,
    QUESTION,
    QUESTIONS,
    OpenImport,
    open_import,
)
from tests.trust.promise import Form, Promise, Trial

_BY_HAND: Final = "# 担当課に電話で確かめた\n".encode()
_CONSULTATION: Final = f"consultations/{KNOWN}.yml"


def _add(path: Path) -> None:
    """Save the file with one more line, or a new file, as an editor does that writes into it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((path.read_bytes() if path.exists() else b"") + _BY_HAND)


def _replace(path: Path) -> None:
    """Save it as an editor does that writes beside it and renames."""
    draft = path.with_name("draft")
    draft.write_bytes(path.read_bytes() + _BY_HAND)
    draft.replace(path)


def _make_folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir(parents=True)


def _link(path: Path) -> None:
    elsewhere = path.parent.parent.parent / "elsewhere.yml"
    path.replace(elsewhere)
    path.symlink_to(elsewhere)


def _import(path: Path) -> None:
    """Let somebody else import the same, from beginning to end."""
    OpenImport(path.parents[2]).import_at_once()


# Each kind of file, and what happens to it; the first of them are tried in every test run.
_EDITS: Final[Mapping[str, tuple[str, Callable[[Path], None]]]] = {
    "the consultation's file is edited": (_CONSULTATION, _add),
    "a file appears where a new draft goes": (f"consultations/{NEW}.yml", _add),
    "a registry that names are added to is edited": ("departments.yml", _add),
    "the consultation's file is edited by renaming": (_CONSULTATION, _replace),
    "the consultation's file is deleted": (_CONSULTATION, Path.unlink),
    "the consultation's file becomes a folder": (_CONSULTATION, _make_folder),
    "the consultation's file becomes a link": (_CONSULTATION, _link),
    "the copy of the first reading is edited": (f".private/drafts/{KNOWN}.yml", _add),
    "the copy of the first reading is deleted": (f".private/drafts/{KNOWN}.yml", Path.unlink),
    "a copy appears where a new draft's goes": (f".private/drafts/{NEW}.yml", _add),
    "the source is edited": (f"sources/{KNOWN_DAY}.txt", _add),
    "the source is edited by renaming": (f"sources/{KNOWN_DAY}.txt", _replace),
    "the source is deleted": (f"sources/{KNOWN_DAY}.txt", Path.unlink),
    "a source appears where a new one goes": (f"sources/{DAY}.txt", _add),
    "a folder appears where a new source goes": (f"sources/{DAY}.txt", _make_folder),
    "a registry that nothing is added to is edited": ("subjects.yml", _add),
    "a registry is edited by renaming": ("items.yml", _replace),
    "a registry is deleted": ("counterparties.yml", Path.unlink),
    "another import writes all of it": (_CONSULTATION, _import),
}
_SHORT: Final = 3


def _trials(form: Form) -> Iterator[Trial]:
    if form is Form.SHORT:
        tried = [(edit, number % QUESTIONS, "y") for number, edit in enumerate(list(_EDITS)[:_SHORT])]
    else:
        tried = [(edit, *when) for edit in _EDITS for when in ((0, "y"), (1, "y"), (0, "n"))]
    for edit, question, answer in tried:
        name = f"{edit} at question {question + 1} before the answer {answer}"
        yield Trial(name, partial(_edit_at, edit=edit, question=question, answer=answer))
    yield Trial("the source is edited before the answer to what is withheld", _edit_at_withholding)


def _edit_at(folder: Path, edit: str, question: int, answer: str) -> str:
    archive = open_import(folder)
    place, change = _EDITS[edit]
    process = archive.start()
    said = b""
    for number in range(QUESTIONS):
        said += _read_to_question(process)
        if number == question:
            change(archive.content / place)
            expected = archive.read()
        _answer(process, answer)
    said += process.communicate(timeout=120)[1]
    return _find_fault(archive, process, said.decode(), expected, f"content/{place}")


def _edit_at_withholding(folder: Path) -> str:
    archive = open_import(folder)
    place = f"sources/{KNOWN_DAY}.txt"
    process = archive.start(arguments=("withhold", str(KNOWN), "--words", "公園見本課", "--reason", "見本のため"))
    said = _read_to_question(process)
    _add(archive.content / place)
    expected = archive.read()
    _answer(process, "y")
    said += process.communicate(timeout=120)[1]
    return _find_fault(archive, process, said.decode(), expected, f"content/{place}")


def _find_fault(
    archive: OpenImport,
    process: subprocess.Popen[bytes],
    said: str,
    expected: dict[str, bytes],
    name: str,
) -> str:
    if archive.read() != expected:
        return f"something was written, or the edit is lost: {said}"
    if process.returncode != 1 or "Traceback" in said:
        return f"it ends with {process.returncode}: {said}"
    if name not in said or not any(words in said for words in NOTHING_WRITTEN):
        return f"the edit is not told: {said}"
    if "書きました" in said or "一致しています" in said or "書き直しました" in said:
        return f"it claims to have written: {said}"
    return ""


def _read_to_question(process: subprocess.Popen[bytes]) -> bytes:
    said = b""
    while process.stderr is not None and not said.endswith(QUESTION):
        letter = process.stderr.read(1)
        if not letter:
            message = f"it ends without asking: {said.decode()}"
            raise RuntimeError(message)
        said += letter
    return said


def _answer(process: subprocess.Popen[bytes], answer: str) -> None:
    if process.stdin is not None:
        process.stdin.write(f"{answer}\n".encode())
        process.stdin.flush()


PROMISE: Final = Promise("An edit made during an import is kept, and told", _trials)
