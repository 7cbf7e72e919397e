"""Everything a review is made of, read from the files as they are at this moment."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from generator.archive.checks.wholeness import check_wholeness
from generator.archive.loading import Loaded, load
from generator.archive.record import Record
from generator.archive.sources import SourceDocument, split_source
from generator.kinds.names import Names
from generator.model.consultation import Consultation
from generator.problems import Problem, Severity
from generator.review.doubts import Question, questions_in
from generator.review.entries import EntryDoubt, entry_doubts
from generator.store.files import CONSULTATIONS, REGISTRIES, SOURCES, Stored, read_file
from generator.store.source_text import read_text, without_form_feeds


@dataclass(frozen=True)
class Source:
    """The document of a consultation in its source: its characters, and its lines as they stand in the file.

    ``written`` are the lines that are not blank, each with its number.
    """

    document: SourceDocument
    written: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Draft:
    """A consultation's file with what there is to compare it with.

    ``stored`` is None where the file cannot be read (``is_gone``: because it is not there), ``questions`` where nobody
    can tell them, ``source`` where no source holds the consultation. Of the problems of ``archive check``, ``problems``
    are those in this file and its source, its open questions apart, and ``elsewhere`` the errors in the registries.
    ``difference`` is the one of them that says where the document differs from its source. ``entry_doubts`` are the
    open questions at the registry entries that this file uses.
    """

    number: int
    file: str
    lines: tuple[str, ...]
    is_gone: bool
    questions: tuple[Question, ...] | None
    stored: Stored[Consultation] | None
    source: Source | None
    names: Names
    problems: tuple[Problem, ...]
    elsewhere: tuple[Problem, ...]
    entry_doubts: tuple[EntryDoubt, ...]
    difference: Problem | None


def read_draft(content: Path, number: int) -> Draft:
    """Read the consultation ``number`` of the ``content`` folder, and check it as ``archive check`` does."""
    file = file_of(content, number)
    name = f"{content.name}/{CONSULTATIONS}/{file.name}"
    stored, text = _read(file, name)
    is_gone = not file.exists()
    source = _source(content, number, stored)
    loaded = load(content)
    questions = questions_in(text)
    record = Record(stored) if stored else None
    asked = {question.doubt.line for question in questions or ()}
    own = _concerning(loaded, name, f"{content.name}/{SOURCES}/", source)
    registries = {f"{content.name}/{name}" for name in REGISTRIES}
    return Draft(
        number=number,
        file=name,
        lines=tuple(text.split("\n")),
        is_gone=is_gone,
        questions=questions,
        stored=stored,
        source=source,
        names=loaded.archive.names if loaded.archive else Names.holding({}),
        problems=tuple(problem for problem in own if not _asks(problem, asked)) or ((_gone(name),) if is_gone else ()),
        elsewhere=tuple(
            problem for problem in loaded.problems if problem.file in registries and problem.severity is Severity.ERROR
        ),
        entry_doubts=tuple(entry_doubts(content, stored.value)) if stored else (),
        difference=next(check_wholeness(record, source.document), None) if record and source else None,
    )


def _read(file: Path, name: str) -> tuple[Stored[Consultation] | None, str]:
    """Return what stands in ``file``, and its text; what keeps it from being read is said by the check."""
    try:
        stored, _ = read_file(file, name, Consultation)
        text, _ = read_text(name, file.read_bytes())
    except OSError:
        return None, ""
    return stored, text


def file_of(content: Path, number: int) -> Path:
    """Return the file of the consultation ``number``."""
    return content / CONSULTATIONS / f"{number}.yml"


def stamp_of(content: Path, number: int) -> str:
    """Return a stamp that changes as soon as a file is saved that the review of ``number`` depends on."""
    files = [file_of(content, number), *(content / name for name in REGISTRIES), *_source_files(content)]
    said = []
    for file in files:
        try:
            status = file.stat()
            said.append(f"{file.name} {status.st_mtime_ns} {status.st_size}")
        except OSError:
            said.append(f"{file.name} -")
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]


def _source_files(content: Path) -> list[Path]:
    return sorted((content / SOURCES).glob("*.txt"))


def _source(content: Path, number: int, stored: Stored[Consultation] | None) -> Source | None:
    """Return what the sources hold of the consultation, that of its meeting first."""
    day = stored.value.meeting.isoformat() if stored else ""
    for file in sorted(_source_files(content), key=lambda file: file.stem != day):
        try:
            text, _ = read_text(name := f"{content.name}/{SOURCES}/{file.name}", without_form_feeds(file.read_bytes()))
        except OSError:
            continue
        documents = split_source(name, text)
        if number in documents:
            return Source(documents[number], _written_lines(text, documents, number))
    return None


def _written_lines(text: str, documents: dict[int, SourceDocument], number: int) -> tuple[tuple[int, str], ...]:
    first = documents[number].first_line
    lines = list(enumerate(text.split("\n"), start=1))
    end = min((other.first_line for other in documents.values() if other.first_line > first), default=len(lines) + 1)
    return tuple((at, line) for at, line in lines[first - 1 : end - 1] if line.strip())


def _gone(file: str) -> Problem:
    message = "ファイルがありません。消したか、名前を変えたようです。"
    return Problem(file, 1, 1, message, "元の名前に戻すか、archive import で、もう一度取り込んでください。")


def _concerning(loaded: Loaded, file: str, sources: str, source: Source | None) -> tuple[Problem, ...]:
    """Return the problems in ``file`` and in what its source says of it."""

    def concerns(problem: Problem) -> bool:
        if source and problem.file == source.document.file:
            return source.written[0][0] <= problem.line <= source.written[-1][0]
        return problem.file == file or (source is None and problem.file.startswith(sources))

    return tuple(problem for problem in loaded.problems if concerns(problem))


def _asks(problem: Problem, lines: set[int]) -> bool:
    """Tell whether ``problem`` is the warning of an open question in one of ``lines``, which is shown by itself."""
    return problem.severity is Severity.WARNING and problem.line in lines
