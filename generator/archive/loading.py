"""Loads and checks everything under the content folder; nothing stops at the first problem."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from generator.archive.archive import Archive
from generator.archive.belongings import Belongings, look_through
from generator.archive.checks.every_check import check_alone, check_registry, check_with_names
from generator.archive.checks.filing import (
    check_doubts,
    check_file_name,
    check_numbers,
    numbers_in,
    rightly_numbered,
)
from generator.archive.checks.hand_written import check_page
from generator.archive.checks.privacy import check_privacy
from generator.archive.checks.registry_use import check_all_use
from generator.archive.checks.spacing import check_registered_spacing
from generator.archive.checks.wholeness import check_carried_over, check_origins, check_used
from generator.archive.hand_written_pages import NO_PAGES, HandWritten
from generator.archive.meeting_day import day_written_in
from generator.archive.record import Record
from generator.archive.sources import SourceDocument, Sources, split_source
from generator.kinds.every_kind import KINDS
from generator.kinds.kind import Kind
from generator.kinds.names import Names
from generator.model.consultation import Consultation
from generator.problems import Objection, Problem, Severity
from generator.store.deceits import tell_deceits_in_source
from generator.store.files import CONSULTATIONS, SOURCES, Stored, locate, not_readable, read_file, shape_of
from generator.store.source_text import read_text, without_form_feeds


@dataclass(frozen=True)
class Loaded:
    """What the content folder holds. ``archive`` is None where errors keep it from being put together.

    ``files`` are the consultations', ``sources`` the texts of the meetings, ``belongings`` all that lies there.
    """

    archive: Archive | None
    problems: tuple[Problem, ...]
    files: tuple[Stored[Consultation], ...]
    registries: dict[Kind[Any], Stored[Any]]
    sources: Sources
    belongings: Belongings


Progress = Callable[[int, int], None]


def load(
    content: Path,
    progress: Progress = lambda _done, _total: None,
    kinds: tuple[Kind[Any], ...] = KINDS,
    pages: HandWritten = NO_PAGES,
) -> Loaded:
    """Load the archive of the ``content`` folder and find every problem in it, sorted by file and line.

    ``progress`` is told, after each consultation's file, how many have been read and how many there are. ``kinds`` are
    the kinds of registry that the folder holds, ``pages`` the hand-written ones that belong there.
    """
    loader = _Loader(content, progress, kinds, pages)
    sources = loader.load()
    problems = tuple(sorted(loader.problems))
    return Loaded(loader.archive, problems, tuple(loader.files), loader.registries, sources, loader.belongings)


@dataclass(frozen=True)
class LoadedAlone:
    """A consultation's file with the registries and the source of its meeting, checked without reading the others.

    ``stored`` is None where the file cannot be read, ``names`` where a registry cannot; ``registries`` are those that
    can, by kind. ``sources`` are more than one where that of the meeting does not hold the consultation.
    """

    stored: Stored[Consultation] | None
    sources: Sources
    registries: dict[Kind[Any], Stored[Any]]
    names: Names | None
    problems: tuple[Problem, ...]


def load_alone(content: Path, number: int) -> LoadedAlone:
    """Load the consultation ``number`` of the ``content`` folder and find the problems in its file and its source.

    Of the others only the files' names are known, and that a name which stands anywhere in them may be used there. A
    problem elsewhere is found where it is met, and may be missing.
    """
    loader = _Loader(content, lambda _done, _total: None, KINDS, NO_PAGES)
    sources = loader.load_alone(number)
    return LoadedAlone(
        stored=loader.files[0] if loader.files else None,
        sources=sources,
        registries=loader.registries,
        names=loader.archive.names if loader.archive else None,
        problems=tuple(sorted(loader.problems)),
    )


class _Loader:
    def __init__(self, content: Path, progress: Progress, kinds: tuple[Kind[Any], ...], pages: HandWritten) -> None:
        self.problems: list[Problem] = []
        self.belongings = look_through(content, kinds, pages)
        self.files: list[Stored[Consultation]] = []
        self.archive: Archive | None = None
        self._content = content
        self._progress = progress
        self._kinds = kinds
        self.registries: dict[Kind[Any], Stored[Any]] = {}
        self._unread: list[Path] = []

    def load(self) -> Sources:
        """Read every file, then check each alone and all together; return the sources."""
        self._read_registries()
        self._read_consultations()
        sources = self._read_sources(self._paths(self.belongings.sources))
        self._check(sources)
        if not self._unread:
            self.problems.extend(check_used(sources, {stored.value.meeting.isoformat() for stored in self.files}))
        for page in self._paths(self.belongings.pages):
            self.problems.extend(check_page(self._name(page), page.read_bytes()))
        self.problems.extend(self.belongings.strays)
        return sources

    def load_alone(self, number: int) -> Sources:
        """Read and check the file of consultation ``number``; return the sources that had to be read for it."""
        own = self._file_of(number)
        needed = {self._name(own), *(self._name(self._content / kind.file) for kind in self._kinds)}
        self.problems.extend(stray for stray in self.belongings.strays if stray.file in needed)
        self._read_registries()
        files = self._paths(self.belongings.consultations)
        self._unread = [path for path in files if path != own]
        if own in files:
            self._read_consultation(own)
        for namesake in {self._file_of(stored.value.number) for stored in self.files}.intersection(self._unread):
            self._unread.remove(namesake)
            self._read_consultation(namesake)
        day = day_written_in(own) if own in files else ""
        ordered = sorted(self._paths(self.belongings.sources), key=lambda path: path.stem != day)
        sources = self._read_sources(ordered, until=number)
        self._check(sources)
        return sources

    def _check(self, sources: Sources) -> None:
        self.problems.extend(check_numbers(self.files))
        self.problems.extend(check_origins(rightly_numbered(self.files), sources))
        self._check_carried_over(sources)
        records = [Record(stored.value) for stored in self.files]
        told, texts = zip(self.files, records, strict=True), self.belongings.texts
        self.problems.extend(check_privacy(self._content, told, self.registries.values(), sources, texts))
        self._check_each(records, check_alone)
        if len(self.registries) == len(self._kinds):
            names = Names.holding({kind: stored.value for kind, stored in self.registries.items()})
            self.archive = Archive(tuple(sorted(records, key=lambda record: record.number)), names, self._kinds)
            self._check_each(records, partial(check_with_names, names=names, kinds=self._kinds))
            self._check_use(self.archive)

    def _check_each(self, records: list[Record], check: Callable[[Record], Iterator[Objection]]) -> None:
        for stored, record in zip(self.files, records, strict=True):
            self.problems.extend(locate(stored, check(record)))

    def _check_carried_over(self, sources: Sources) -> None:
        read = {stored.value.number for stored in self.files}
        unread = [numbers_in(path.name) for path in self._unread]
        named = (numbers_in(PurePosixPath(stored.file).name) for stored in self.files)
        # Any consultation may stand in a file that is not read and whose name holds no number.
        if all(unread):
            self.problems.extend(check_carried_over(sources, read.union(*unread, *named)))

    def _check_use(self, archive: Archive) -> None:
        registries = {stored.file for stored in self.registries.values()}
        # While anything is wrong elsewhere, nobody knows what would be used if it were right.
        if all(problem.file in registries for problem in self.problems if problem.severity is Severity.ERROR):
            with suppress(OSError, UnicodeDecodeError):
                elsewhere = "\n".join(path.read_text(encoding="utf-8") for path in self._unread)
                self.problems.extend(check_all_use(self.registries, archive, elsewhere))
                self.problems.extend(check_registered_spacing(self.registries, archive.written, elsewhere))

    def _name(self, path: Path) -> str:
        return f"{self._content.name}/{path.relative_to(self._content).as_posix()}"

    def _read(self, path: Path, shape: Any) -> Stored[Any] | None:  # noqa: ANN401 - follows the shape
        name = self._name(path)
        try:
            stored, problems = read_file(path, name, shape)
        except OSError as error:
            stored, problems = None, (not_readable(name, error),)
        self.problems.extend(problems)
        if stored is not None:
            self.problems.extend((*check_doubts(stored), *stored.noticed))
        return stored

    def _read_registries(self) -> None:
        strays = {problem.file for problem in self.belongings.strays}
        for kind in self._kinds:
            file = self._content / kind.file
            stored = None if self._name(file) in strays else self._read(file, shape_of(kind))
            if stored is not None:
                self.registries[kind] = stored
                self.problems.extend(check_registry(kind, stored))

    def _file_of(self, number: int) -> Path:
        return self._content / CONSULTATIONS / f"{number}.yml"

    def _paths(self, names: tuple[str, ...]) -> list[Path]:
        return [self._content / name for name in names]

    def _read_consultations(self) -> None:
        paths = self._paths(self.belongings.consultations)
        for done, path in enumerate(paths, start=1):
            self._read_consultation(path)
            self._progress(done, len(paths))
        if not paths:
            name, remedy = f"{self._content.name}/{CONSULTATIONS}", "NUMBER.yml の形の名前で置いてください。"
            self.problems.append(Problem(name, 1, 1, "諮問のファイルが1件もありません。", remedy))

    def _read_consultation(self, path: Path) -> None:
        stored: Stored[Consultation] | None = self._read(path, Consultation)
        if stored is None:
            self._unread.append(path)
            self.problems.extend(check_file_name(self._name(path)))
        else:
            self.files.append(stored)

    def _read_sources(self, files: list[Path], until: int | None = None) -> Sources:
        """Read the sources ``files``, no further than to the one that holds the consultation ``until``."""
        texts: dict[str, str] = {}
        documents: dict[str, dict[int, SourceDocument]] = {}
        unreadable = set()
        for path in files:
            name = self._name(path)
            try:
                text, problems = read_text(name, without_form_feeds(path.read_bytes()))
            except OSError as error:
                text, problems = "", (not_readable(name, error),)
            self.problems.extend((*problems, *tell_deceits_in_source(name, text)))
            if problems:
                unreadable.add(path.stem)
            else:
                texts[path.stem] = text
                documents[path.stem] = split_source(name, text)
            if until in documents.get(path.stem, ()):
                break
        return Sources(f"{self._content.name}/{SOURCES}", documents, frozenset(unreadable), texts)
