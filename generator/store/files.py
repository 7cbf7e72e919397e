"""The files of an archive: where they lie, and what one of them holds."""

import errno
import hashlib
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import GenericAlias
from typing import Any, Final, Generic, TypeVar

from generator.disk.reasons import reason_of
from generator.kinds.every_kind import KINDS
from generator.kinds.kind import Kind
from generator.model.consultation import Consultation
from generator.model.outline import Path as KeyPath
from generator.problems import Objection, Problem, Severity
from generator.store.deceits import tell_deceits_in_values
from generator.store.decode import Marks, decode
from generator.store.doubts import Doubt, doubts_in
from generator.store.encode import encode
from generator.store.lost_paragraphs import tell_lost_paragraphs
from generator.store.nodes import Mark, read_nodes
from generator.store.shapes import every_key
from generator.store.source_text import MOST_BYTES, check_yaml_text, read_text
from generator.store.typing_slips import Slips, find_slips

T = TypeVar("T")

CONSULTATIONS: Final = "consultations"
SOURCES: Final = "sources"
LEDGER_FILE: Final = "ledger.yml"
ADDRESS_CHANGES_FILE: Final = "changes.yml"
# What is the ward's own and never published: the documents that were imported, and what each import wrote, so that a
# later one can tell what hands have changed since.
PRIVATE: Final = ".private"
ORIGINALS: Final = f"{PRIVATE}/originals"
DRAFTS: Final = f"{PRIVATE}/drafts"
# Where earlier versions kept the drafts.
FORMER_DRAFTS: Final = ".drafts"
SCHEMA_FILE: Final = "consultation.schema.json"
# An editor with a YAML language server takes the schema from this line; so does VS Code's YAML extension.
SCHEMA_COMMENT: Final = f"# yaml-language-server: $schema=../{SCHEMA_FILE}\n"


def shape_of(kind: Kind[Any]) -> Any:  # noqa: ANN401 - a list of what the kind says
    """Return the shape of the registry of ``kind``."""
    return GenericAlias(tuple, (kind.entry, ...))


_NO_FILE: Final = "ふつうのファイルではありません"
REGISTRIES: Final[dict[str, Any]] = {kind.file: shape_of(kind) for kind in KINDS}


@dataclass(frozen=True)
class Stored(Generic[T]):
    """A value with the file it was read from, the place of each of its parts, and the file's open questions.

    ``noticed`` is what does not keep the file from being read, and is a problem all the same. ``digest`` tells the text
    of the file from others.
    """

    value: T
    file: str
    marks: Marks
    doubts: tuple[Doubt, ...] = ()
    noticed: tuple[Problem, ...] = ()
    digest: bytes = b""

    def is_read_from(self, text: str) -> bool:
        """Tell whether ``text`` is what the file holds."""
        return self.digest == _digest(text)

    def is_doubted(self, path: KeyPath) -> bool:
        """Tell whether an open question stands above the line of ``path``."""
        return path in self.marks and any(doubt.about == self.marks[path].line for doubt in self.doubts)

    def line_of(self, path: KeyPath) -> int:
        """Return the line of ``path``, or that of the nearest enclosing part that the file writes."""
        return self._mark_of(path).line

    def _mark_of(self, path: KeyPath) -> Mark:
        written = (path[:length] for length in range(len(path), -1, -1) if path[:length] in self.marks)
        return next((self.marks[path] for path in written), Mark(1, 1))

    def problem(self, path: KeyPath, message: str, remedy: str, severity: Severity = Severity.ERROR) -> Problem:
        """Return a problem at ``path``, or at the nearest enclosing part that the file writes."""
        mark = self._mark_of(path)
        return Problem(self.file, mark.line, mark.column, message, remedy, severity)


def locate(stored: Stored[Any], objections: Iterable[Objection]) -> Iterator[Problem]:
    """Yield ``objections`` to the value of ``stored`` as problems of its file."""
    for each in objections:
        if not (each.answered_by_a_question and stored.is_doubted(each.path)):
            yield stored.problem(each.path, each.message, each.remedy, each.severity)


def read_file(path: Path, name: str, shape: Any) -> tuple[Stored[Any] | None, tuple[Problem, ...]]:  # noqa: ANN401
    """Read the YAML file at ``path`` as ``shape``; ``name`` is what problems call it.

    Returns no value where there are problems. Raises OSError where the file cannot be read from the disk.
    """
    return read_data(read_regular(path), name, shape)


def read_regular(path: Path) -> bytes:
    """Return what the file at ``path`` holds. Raises OSError where it is none: to read a pipe would take for ever."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, _NO_FILE, str(path))
    return path.read_bytes()


def not_readable(name: str, error: OSError) -> Problem:
    """Return the problem that the file called ``name`` cannot be read from the disk."""
    if isinstance(error, FileNotFoundError):
        return Problem(name, 1, 1, "ファイルがありません。", "この名前のファイルを置いてください。")
    message = f"ファイルを読めません（{reason_of(error)}）。"
    return Problem(name, 1, 1, message, "ファイルの場所と権限を確かめてください。")


def read_data(
    data: bytes,
    name: str,
    shape: Any,  # noqa: ANN401
    most_bytes: int = MOST_BYTES,
) -> tuple[Stored[Any] | None, tuple[Problem, ...]]:
    """Read ``data``, the content of a YAML file of at most ``most_bytes``, as ``read_file`` reads the file."""
    text, problems = read_text(name, data, most_bytes)
    problems = problems or tuple(check_yaml_text(name, text))
    if problems:
        return None, problems
    stored, problems = _read_yaml(text, name, shape)
    slips = find_slips(name, text, every_key(shape), broken=bool(problems) and read_nodes(name, text)[0] is None)
    if slips.problems:
        return None, (*slips.problems, *_told_besides(slips, name, shape))
    return stored, problems


def _read_yaml(text: str, name: str, shape: Any) -> tuple[Stored[Any] | None, tuple[Problem, ...]]:  # noqa: ANN401
    node, problems = read_nodes(name, text)
    if node is None:
        return None, problems
    decoded = decode(name, node, shape)
    problems = (*problems, *decoded.problems)
    if problems:
        return None, problems
    noticed = (*tell_deceits_in_values(name, text, node), *tell_lost_paragraphs(name, node))
    return Stored(decoded.value, name, decoded.marks, doubts_in(text), noticed, _digest(text)), ()


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def registry_text(entries: tuple[Any, ...], kind: Kind[Any]) -> str:
    """Return the canonical file of the registry of ``kind`` that lists ``entries``."""
    return re.sub("^  ", "", encode(entries, shape_of(kind)), flags=re.MULTILINE)


def _told_besides(slips: Slips, name: str, shape: Any) -> Iterator[Problem]:  # noqa: ANN401 - follows the shape
    """Yield what is wrong in the other lines of a file with ``slips``."""
    can_be_read = read_nodes(name, slips.mended)[0] is not None
    if can_be_read or not slips.moved:
        _, problems = _read_yaml(slips.mended, name, shape)
        yield from (problem for problem in problems if problem.line not in slips.lines)


def consultation_text(consultation: Consultation) -> str:
    """Return the canonical file of ``consultation``."""
    return SCHEMA_COMMENT + encode(consultation, Consultation)
