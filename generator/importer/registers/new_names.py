"""The names an import met that no registry knows: an entry proposed for each, and the registries with them in."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Any, Final

import yaml

from generator.disk.changes import FilesRead
from generator.disk.reasons import reason_of
from generator.evidence.no_names import names_nothing
from generator.importer.draft import Draft, Drafts
from generator.importer.facts.found import NewName
from generator.importer.registers.proposals import ProposedArticle, Proposer, propose_article, write_entry
from generator.importer.registers.registering import RegistrationError, register, register_article
from generator.japanese.fold import fold
from generator.kinds.every_kind import NAME_KINDS
from generator.kinds.kind import Entry, Kind, spellings
from generator.kinds.names import Names
from generator.kinds.registered_law import ARTICLES
from generator.model.article_number import LawArticle
from generator.model.consultation import Consultation
from generator.model.renaming import rename
from generator.problems import Problem
from generator.store.files import REGISTRIES, read_data

ADDED: Final = (
    "archive import が書き足しました。読み、slug、分類（category、kind、division）は推測です。"
    "確かめて、違っていれば直してください。公開した後は slug を変えられません。"
)

Proposal = Entry | ProposedArticle


class RegistriesError(Exception):
    """The registries cannot be read; the message says to the clerk, in Japanese, where and why."""


@dataclass(frozen=True)
class RegistryFiles:
    """The registries and the texts of their files, by name. Those named in ``changed`` are to be written."""

    names: Names
    texts: Mapping[str, str]
    changed: frozenset[str] = frozenset()

    def with_text(self, file: str, text: str) -> "RegistryFiles":
        """Return the registries with ``text`` in ``file``. Raises RegistriesError where it cannot be read."""
        stored, problems = read_data(text.encode(), file, REGISTRIES[file])
        if stored is None:
            raise RegistriesError("\n".join(map(str, problems)))
        names = Names({**self.names.listed, file: stored.value})
        return RegistryFiles(names, {**self.texts, file: text}, self.changed | {file})


def read_registries(content: Path, read: FilesRead) -> RegistryFiles:
    """Read the registries in the ``content`` folder. Raises RegistriesError where one cannot be read."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for file, shape in REGISTRIES.items():
        stored, found = _read_registry(content / file, read, f"{content.name}/{file}", shape)
        problems.extend(found)
        values[file] = stored.value if stored else ()
    if problems:
        raise RegistriesError("\n".join(map(str, problems)))
    texts = {file: (read.read(content / file) or b"").decode("utf-8") for file in REGISTRIES}
    return RegistryFiles(Names(values), texts)


def _read_registry(path: Path, read: FilesRead, name: str, shape: Any) -> Any:  # noqa: ANN401 - as read_data
    try:
        data, reason = read.read(path), "ありません"
    except OSError as error:
        data, reason = None, reason_of(error)
    if data is None:
        remedy = "登録のファイルを、この名前で置いてください。"
        return None, (Problem(name, 1, 1, f"ファイルを読めません（{reason}）。", remedy),)
    return read_data(data, name, shape)


@dataclass(frozen=True)
class NewNames:
    """Proposed entries for each kind of registry; ``registered_as`` is each printed name's name there."""

    entries: Mapping[Kind[Any], tuple[Proposal, ...]]
    registered_as: Mapping[NewName, str] = field(default_factory=dict)

    def __len__(self) -> int:
        """Return how many entries are proposed."""
        return sum(map(len, self.entries.values()))

    def lines(self) -> Iterator[str]:
        """Yield the proposals, each on a line that the registry's file takes as it is."""
        for kind, entries in self.entries.items():
            for law, members in groupby(entries, key=_law_of):
                yield f"{kind.file}{f'（{law}）' if law else ''}:"
                yield from (f"  - {_write_on_one_line(entry)}" for entry in members)

    def used_in(self, consultations: Iterable[Consultation]) -> "NewNames":
        """Return the proposals whose names stand in ``consultations`` as facts."""
        consultations = tuple(consultations)
        used = {
            kind: {fold(name) for consultation in consultations for name in kind.names_in(consultation)}
            for kind in self.entries
        }
        return self._keep(lambda kind, entry: not used[kind].isdisjoint(map(fold, _spellings_of(entry))))

    def without(self, other: "NewNames") -> "NewNames":
        """Return the proposals that are not among those of ``other``."""
        others = {(kind, str(entry.name)) for kind, entries in other.entries.items() for entry in entries}
        return self._keep(lambda kind, entry: (kind, str(entry.name)) not in others)

    def _keep(self, wanted: Callable[[Kind[Any], Proposal], bool]) -> "NewNames":
        kept = {
            kind: tuple(entry for entry in entries if wanted(kind, entry)) for kind, entries in self.entries.items()
        }
        return replace(self, entries=kept)


def _spellings_of(entry: Proposal) -> tuple[str, ...]:
    return (str(entry.name),) if isinstance(entry, ProposedArticle) else spellings(entry)


def _law_of(entry: Proposal) -> str:
    """Return the law whose list of articles takes ``entry``; empty where the registry itself does."""
    return entry.cited.law if isinstance(entry, ProposedArticle) and entry.new_law is None else ""


def _write_on_one_line(entry: Proposal) -> str:
    (said,) = yaml.safe_load(write_entry(entry.shown if isinstance(entry, ProposedArticle) else entry))
    return yaml.safe_dump(said, allow_unicode=True, sort_keys=False, default_flow_style=True, width=math.inf).strip()


def propose_entries(drafts: Drafts, registries: RegistryFiles) -> NewNames:
    """Return an entry for each name in ``drafts`` that no registry knows."""
    met: dict[NewName, list[Consultation]] = {}
    for draft in (each.draft for each in drafts.drafted if each.draft):
        for doubt in draft.doubts:
            # A last look: whatever a reader takes for a name, a registry is never offered a page number or a sentence.
            if doubt.new is not None and not (doubt.new.kind in NAME_KINDS and names_nothing(doubt.new.printed)):
                met.setdefault(doubt.new, []).append(draft.consultation)
    proposer = Proposer.of(registries.names) if met else None
    entries: dict[Kind[Any], tuple[Proposal, ...]] = {}
    registered_as: dict[NewName, str] = {}
    for kind in NAME_KINDS:
        printed = [name.printed for name in met if name.kind is kind]
        if proposer is not None and printed:
            proposed = proposer.propose(kind, printed)
            entries[kind] = proposed.entries
            registered_as.update({NewName(kind, name): known for name, known in proposed.registered_as.items()})
    if proposer is not None:
        entries[ARTICLES] = tuple(
            propose_article(LawArticle.parse(name.printed), meeting, proposer)
            for name, citing in met.items()
            if name.kind is ARTICLES
            for meeting in dict.fromkeys(consultation.meeting for consultation in citing)
        )
    return NewNames(entries, registered_as)


def rename_facts(drafts: Drafts, names: NewNames) -> Drafts:
    """Return ``drafts`` with each fact that waits for its name under the one it will have: 甲社 for 株式会社甲社."""
    renamed = (replace(each, draft=_rename(each.draft, names)) if each.draft else each for each in drafts.drafted)
    return replace(drafts, drafted=tuple(renamed))


def _rename(draft: Draft, names: NewNames) -> Draft:
    consultation = draft.consultation
    for doubt in draft.doubts:
        name = names.registered_as.get(doubt.new) if doubt.new and doubt.held else None
        if name is not None:
            consultation = rename(consultation, doubt.path, name)
    return replace(draft, consultation=consultation)


@dataclass(frozen=True)
class Registered:
    """The registries with new names in them, the names that are, and why the others are not (Japanese)."""

    registries: RegistryFiles
    names: NewNames
    problems: tuple[str, ...] = ()


def register_names(registries: RegistryFiles, names: NewNames) -> Registered:
    """Return ``registries`` with ``names`` in them, as far as their files take them."""
    problems: list[str] = []
    added: dict[Kind[Any], tuple[Proposal, ...]] = {}
    for kind, entries in names.entries.items():
        try:
            if kind is ARTICLES:
                registries, added[kind] = _register_cited(registries, names, problems)
            elif entries:
                text = register(registries.texts[kind.file], entries, ADDED)  # type: ignore[arg-type]
                registries = registries.with_text(kind.file, text)
                added[kind] = entries
        except RegistrationError as error:
            problems.append(str(error))
    return Registered(registries, replace(names, entries=added), tuple(dict.fromkeys(problems)))


def _register_cited(
    registries: RegistryFiles, names: NewNames, problems: list[str]
) -> tuple[RegistryFiles, tuple[Proposal, ...]]:
    """Add each article to the version of its law that its meeting cites."""
    added: list[Proposal] = []
    for article in names.entries[ARTICLES]:
        if isinstance(article, ProposedArticle) and registries.names.cited(article.cited, article.meeting) is None:
            try:
                text = register_article(registries.texts[ARTICLES.file], article, ADDED)
            except RegistrationError as error:
                problems.append(str(error))
                continue
            registries = registries.with_text(ARTICLES.file, text)
            added.append(article)
    return registries, tuple(added)
