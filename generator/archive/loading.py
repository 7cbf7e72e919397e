"""Loads and checks everything under the content folder; nothing stops at the first problem."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator.archive.archive import Archive
from generator.archive.checks.enumerations import check_enumerations
from generator.archive.checks.facts import check_facts
from generator.archive.checks.references import check_references
from generator.archive.checks.registries import check_article_use, check_names, check_ordinances, check_use
from generator.archive.checks.wholeness import check_wholeness
from generator.archive.names import Names
from generator.archive.record import Record
from generator.archive.sources import SourceDocument, split_source
from generator.model.consultation import Consultation
from generator.model.registry import Registries
from generator.problems import Problem
from generator.store.files import CONSULTATIONS, REGISTRIES, SOURCES, Stored, read_file
from generator.store.source_text import read_text

_FILE_NAME: Final = re.compile(r"[1-9][0-9]*\.yml")


@dataclass(frozen=True)
class Loaded:
    """What the content folder holds. ``archive`` is None where errors keep it from being put together."""

    archive: Archive | None
    problems: tuple[Problem, ...]
    consultations: int
    sources: dict[str, str]


def load(content: Path) -> Loaded:
    """Load the archive of the ``content`` folder and find every problem in it, sorted by file and line."""
    loader = _Loader(content)
    loader.load()
    return Loaded(
        archive=loader.archive(),
        problems=tuple(sorted(loader.problems)),
        consultations=len(loader.records),
        sources=loader.source_texts,
    )


class _Loader:
    def __init__(self, content: Path) -> None:
        self.problems: list[Problem] = []
        self.records: list[Record] = []
        self.source_texts: dict[str, str] = {}
        self._content = content
        self._registries: dict[str, Stored[Any]] = {}
        self._every_consultation_was_read = True

    def load(self) -> None:
        """Read every file, then check each alone and all together."""
        self._read_registries()
        self._read_consultations()
        self._check_numbers()
        self._check_sources()
        if len(self._registries) == len(REGISTRIES):
            names = self._names()
            for record in self.records:
                self.problems.extend(check_facts(record, names))
                self.problems.extend(check_enumerations(record, names))
            # Where a file could not be read, nobody knows what it would have used.
            if self._every_consultation_was_read:
                self.problems.extend(self._check_use(Archive(tuple(self.records), names)))
        for record in self.records:
            self.problems.extend(check_references(record))

    def archive(self) -> Archive | None:
        """Return the archive as far as it could be read, or None without its registries."""
        if len(self._registries) < len(REGISTRIES):
            return None
        return Archive(tuple(sorted(self.records, key=lambda record: record.number)), self._names())

    def _name(self, path: Path) -> str:
        return f"{self._content.name}/{path.relative_to(self._content).as_posix()}"

    def _names(self) -> Names:
        return Names(
            Registries(
                items=self._registries["items.yml"].value,
                counterparties=self._registries["counterparties.yml"].value,
                departments=self._registries["departments.yml"].value,
                subjects=self._registries["subjects.yml"].value,
                ordinances=self._registries["articles.yml"].value,
            ),
        )

    def _read(self, path: Path, shape: Any) -> Stored[Any] | None:  # noqa: ANN401 - follows the shape
        name = self._name(path)
        try:
            stored, problems = read_file(path, name, shape)
        except OSError as error:
            message = f"ファイルを読めません（{error.strerror}）。"
            stored, problems = None, (Problem(name, 1, 1, message, "ファイルの場所と権限を確かめてください。"),)
        self.problems.extend(problems)
        return stored

    def _read_registries(self) -> None:
        for file, shape in REGISTRIES.items():
            stored = self._read(self._content / file, shape)
            if stored is not None:
                self._registries[file] = stored
                check = check_ordinances if file == "articles.yml" else check_names
                self.problems.extend(check(stored))

    def _read_consultations(self) -> None:
        folder = self._content / CONSULTATIONS
        paths = sorted(folder.iterdir()) if folder.is_dir() else []
        for path in paths:
            if path.name.startswith((".", "~")) or path.is_dir():
                continue
            if path.suffix in (".yml", ".yaml", ".txt"):
                self._read_consultation(path)
        if not paths:
            name = f"{self._content.name}/{CONSULTATIONS}"
            self.problems.append(
                Problem(name, 1, 1, "諮問のファイルが1件もありません。", "NUMBER.yml の形の名前で置いてください。")
            )

    def _read_consultation(self, path: Path) -> None:
        if not _FILE_NAME.fullmatch(path.name):
            message = f"ファイル名「{path.name}」は諮問の番号ではありません。"
            remedy = "975.yml のように、諮問の番号（半角の数字）に .yml を付けた名前にしてください。"
            self.problems.append(Problem(self._name(path), 1, 1, message, remedy))
        stored: Stored[Consultation] | None = self._read(path, Consultation)
        if stored is None:
            self._every_consultation_was_read = False
        else:
            self.records.append(Record(stored))

    def _check_numbers(self) -> None:
        by_number: dict[int, str] = {}
        by_document: dict[tuple[Any, int], str] = {}
        for record in self.records:
            stored = record.stored
            consultation = record.consultation
            stem = Path(stored.file).stem
            if stem.isascii() and stem.isdigit() and stem != str(consultation.number):
                message = f"番号 {consultation.number} がファイル名「{Path(stored.file).name}」と違います。"
                remedy = f"ファイル名を {consultation.number}.yml にするか、number を直してください。"
                self.problems.append(stored.problem(("number",), message, remedy))
            if consultation.number in by_number:
                message = f"諮問第{consultation.number}号のファイルが {by_number[consultation.number]} にもあります。"
                self.problems.append(
                    stored.problem(("number",), message, "どちらか一方を消すか、番号を直してください。")
                )
            by_number.setdefault(consultation.number, stored.file)
            key = (consultation.meeting, consultation.document)
            if key in by_document:
                message = f"同じ審議会の審議資料 {consultation.document} が {by_document[key]} にもあります。"
                self.problems.append(
                    stored.problem(("document",), message, "審議資料の番号と開催日を確かめてください。")
                )
            by_document.setdefault(key, stored.file)

    def _check_sources(self) -> None:
        documents = self._read_sources()
        unread = {record.number for record in self.records}
        for record in self.records:
            day = record.consultation.meeting.isoformat()
            source = documents.get(day, {}).get(record.number)
            if source is None:
                file = f"{self._content.name}/{SOURCES}/{day}.txt"
                message = f"元の文書 {file} に諮問第{record.number}号がありません。"
                remedy = "開催日と番号を確かめ、審議会の資料の文字をこの名前のファイルに置いてください。"
                self.problems.append(record.stored.problem(("meeting",), message, remedy))
            else:
                self.problems.extend(check_wholeness(record, source))
        if self._every_consultation_was_read:
            for held in documents.values():
                self.problems.extend(_not_carried_over(held, unread))

    def _read_sources(self) -> dict[str, dict[int, SourceDocument]]:
        documents = {}
        for path in sorted((self._content / SOURCES).glob("*.txt")):
            name = self._name(path)
            text, problems = read_text(name, path.read_bytes().replace(b"\f", b"\n"))
            self.problems.extend(problems)
            self.source_texts[path.stem] = name
            documents[path.stem] = split_source(name, text)
        return documents

    def _check_use(self, archive: Archive) -> Iterator[Problem]:
        articles = {(cited.citation.version.slug, cited.citation.article.slug) for cited in archive.cited_articles}
        departments = {name for record in archive.records for name in record.consultation.departments}
        used: dict[str, set[str]] = {
            "items.yml": set(archive.sharings),
            "counterparties.yml": set(archive.appearances),
            "departments.yml": departments | set(archive.inside_appearances),
            "subjects.yml": set(archive.subject_records),
        }
        for file, names in used.items():
            yield from check_use(self._registries[file], names)
        yield from check_article_use(self._registries["articles.yml"], articles)


def _not_carried_over(held: dict[int, SourceDocument], numbers: set[int]) -> Iterator[Problem]:
    for number, source in held.items():
        if number not in numbers:
            message = f"この文書にある諮問第{number}号のファイルがありません。"
            remedy = f"{CONSULTATIONS}/{number}.yml を作ってください。"
            yield Problem(source.file, source.first_line, 1, message, remedy)
