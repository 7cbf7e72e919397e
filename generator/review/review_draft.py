"""Everything a review is made of, read from the files as they are at this moment."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from generator.archive.checks.wholeness import check_wholeness
from generator.archive.loading import LoadedAlone, load_alone
from generator.archive.sources import SourceDocument, Sources
from generator.japanese.fold import fold
from generator.kinds.every_kind import KINDS
from generator.kinds.kind import Kind, spellings
from generator.kinds.names import Names
from generator.kinds.registered_law import ARTICLES, RegisteredLaw, find_citations
from generator.model.consultation import Consultation
from generator.model.outline import Path as KeyPath
from generator.problems import Problem, Severity
from generator.review.questions import (
    Question,
    ends_what_is_above,
    is_entry,
    path_above,
    path_below,
    questions_in,
)
from generator.store.files import CONSULTATIONS, SOURCES, Stored, locate, read_regular
from generator.store.source_text import read_text


@dataclass(frozen=True)
class ReviewedSource:
    """The document of a consultation in its source: its characters, and its lines as they stand in the file.

    ``written`` are the lines that are not blank, each with its number.
    """

    document: SourceDocument
    written: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class EntryDoubt:
    """An open question in ``line`` of a registry's ``file``, at the entry of ``name``."""

    file: str
    line: int
    name: str
    message: str


@dataclass(frozen=True)
class ReviewedDraft:
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
    source: ReviewedSource | None
    names: Names
    problems: tuple[Problem, ...]
    elsewhere: tuple[Problem, ...]
    entry_doubts: tuple[EntryDoubt, ...]
    difference: Problem | None


def read_draft(content: Path, number: int) -> ReviewedDraft:
    """Read the consultation ``number`` of the ``content`` folder, and check it as ``archive check`` does."""
    file = file_of(content, number)
    name = f"{content.name}/{CONSULTATIONS}/{file.name}"
    is_gone = not file.exists()
    text = _text_of(file)
    loaded = load_alone(content, number)
    source = _source_of(number, loaded.sources)
    questions = questions_in(text)
    asked = {question.doubt.line for question in questions or ()}
    own = _problems_in(loaded, name, f"{content.name}/{SOURCES}/", source)
    registries = {f"{content.name}/{kind.file}" for kind in KINDS}
    stored = loaded.stored
    return ReviewedDraft(
        number=number,
        file=name,
        lines=tuple(text.split("\n")),
        is_gone=is_gone,
        questions=questions,
        stored=stored,
        source=source,
        names=loaded.names or Names.holding({}),
        problems=tuple(problem for problem in own if not _asks(problem, asked))
        or ((_report_gone(name),) if is_gone else ()),
        elsewhere=tuple(
            problem for problem in loaded.problems if problem.file in registries and problem.severity is Severity.ERROR
        ),
        entry_doubts=tuple(_entry_doubts(content, loaded, stored.value)) if stored else (),
        difference=_difference(stored, source.document) if stored and source else None,
    )


def _difference(stored: Stored[Consultation], source: SourceDocument) -> Problem | None:
    return next(locate(stored, check_wholeness(stored.value, source)), None)


def file_of(content: Path, number: int) -> Path:
    """Return the file of the consultation ``number``."""
    return content / CONSULTATIONS / f"{number}.yml"


def stamp_of(content: Path, number: int) -> str:
    """Return a stamp that changes as soon as a file is saved that the review of ``number`` depends on."""
    sources = sorted((content / SOURCES).glob("*.txt"))
    files = [file_of(content, number), *(content / kind.file for kind in KINDS), *sources]
    said = []
    for file in files:
        try:
            status = file.stat()
            said.append(f"{file.name} {status.st_mtime_ns} {status.st_size}")
        except OSError:
            said.append(f"{file.name} -")
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]


def _text_of(file: Path) -> str:
    """Return the text of ``file``, empty where it cannot be read: what keeps it from that is said by the check."""
    try:
        data = read_regular(file)
    except OSError:
        return ""
    return read_text(file.name, data)[0]


def _source_of(number: int, sources: Sources) -> ReviewedSource | None:
    document = sources.holding(number)
    if document is None:
        return None
    day, first = PurePosixPath(document.file).stem, document.first_line
    lines = sources.texts[day].split("\n")
    starts = (other.first_line for other in sources.by_day[day].values() if other.first_line > first)
    numbered = enumerate(lines[first - 1 : min(starts, default=len(lines) + 1) - 1], start=first)
    return ReviewedSource(document, tuple((at, line) for at, line in numbered if line.strip()))


def _report_gone(file: str) -> Problem:
    message = "ファイルがありません。消したか、名前を変えたようです。"
    return Problem(file, 1, 1, message, "元の名前に戻すか、archive import で、もう一度取り込んでください。")


def _problems_in(loaded: LoadedAlone, file: str, sources: str, source: ReviewedSource | None) -> tuple[Problem, ...]:
    """Return the problems in ``file`` and in what its source says of it."""

    def concerns(problem: Problem) -> bool:
        if source and problem.file == source.document.file:
            return source.written[0][0] <= problem.line <= source.written[-1][0]
        return problem.file == file or (source is None and problem.file.startswith(sources))

    return tuple(problem for problem in loaded.problems if concerns(problem))


def _asks(problem: Problem, lines: set[int]) -> bool:
    """Tell whether ``problem`` is the warning of an open question in one of ``lines``, which is shown by itself."""
    return problem.severity is Severity.WARNING and problem.line in lines


def _entry_doubts(content: Path, loaded: LoadedAlone, consultation: Consultation) -> Iterator[EntryDoubt]:
    """Yield the open questions at the entries of ``content``'s registries whose names ``consultation`` uses."""
    for kind in KINDS:
        registry = loaded.registries.get(kind)
        if registry is not None and registry.doubts:
            lines = _text_of(content / kind.file).split("\n")
            yield from _doubts_at(registry, lines, dict(_used_entries(kind, registry, consultation)))


def _doubts_at(registry: Stored[Any], lines: list[str], entries: dict[KeyPath, str]) -> Iterator[EntryDoubt]:
    for doubt in registry.doubts:
        if ends_what_is_above(doubt, lines):
            path = path_above(doubt, registry.marks, is_entry)
        else:
            path = path_below(doubt, registry.marks, lines)
        names = [name for entry, name in entries.items() if path and _is_about(path, entry)]
        if names:
            yield EntryDoubt(registry.file, doubt.line, "、".join(names), doubt.message)


def _is_about(path: KeyPath, entry: KeyPath) -> bool:
    shorter = min(len(path), len(entry))
    return path[:shorter] == entry[:shorter]


def _used_entries(kind: Kind[Any], registry: Stored[Any], consultation: Consultation) -> Iterator[tuple[KeyPath, str]]:
    """Yield the paths and the names of the entries that ``consultation`` uses; of articles those in its version."""
    if kind is ARTICLES:
        yield from _used_articles(registry.value, consultation)
        return
    used = {fold(name) for name in kind.names_in(consultation)}
    for index, entry in enumerate(registry.value):
        if not used.isdisjoint(map(fold, spellings(entry))):
            yield (index,), entry.name


def _used_articles(laws: tuple[RegisteredLaw, ...], consultation: Consultation) -> Iterator[tuple[KeyPath, str]]:
    for _, _, article in consultation.cited_articles():
        for citation in find_citations(laws, article, consultation.meeting):
            version = citation.law.versions.index(citation.version)
            place = citation.version.articles.index(citation.article)
            yield (laws.index(citation.law), "versions", version, "articles", place), str(article)
