"""The open questions at the registry entries that a consultation uses."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.kinds.ordinance import Ordinance, version_at
from generator.model.consultation import Consultation, Counterparty
from generator.model.outline import Path as KeyPath
from generator.model.outline import outline
from generator.model.vocabulary import INSIDE_ROLES
from generator.review.doubts import ends_what_is_above, path_below
from generator.store.doubts import Doubt
from generator.store.files import REGISTRIES, Stored, read_data
from generator.store.source_text import read_text


@dataclass(frozen=True)
class EntryDoubt:
    """An open question in ``line`` of a registry's ``file``, at the entry of ``name``."""

    file: str
    line: int
    name: str
    message: str


def entry_doubts(content: Path, consultation: Consultation) -> Iterator[EntryDoubt]:
    """Yield the open questions at the entries of ``content``'s registries whose names ``consultation`` uses.

    What keeps a registry from being read is said by the check.
    """
    used = _used(consultation)
    for registry, shape in REGISTRIES.items():
        file = f"{content.name}/{registry}"
        try:
            data = (content / registry).read_bytes()
        except OSError:
            continue
        stored, _ = read_data(data, file, shape)
        if stored is not None and stored.doubts:
            text, _ = read_text(file, data)
            entries = _articles(stored, consultation) if registry == "articles.yml" else _names(stored, used[registry])
            yield from _doubts(stored, text.split("\n"), dict(entries))


def _doubts(stored: Stored[Any], lines: list[str], entries: dict[KeyPath, str]) -> Iterator[EntryDoubt]:
    for doubt in stored.doubts:
        path = (
            _entry_above(doubt, stored) if ends_what_is_above(doubt, lines) else path_below(doubt, stored.marks, lines)
        )
        names = [name for entry, name in entries.items() if path and _is_about(path, entry)]
        if names:
            yield EntryDoubt(stored.file, doubt.line, "、".join(names), doubt.message)


def _entry_above(doubt: Doubt, stored: Stored[Any]) -> KeyPath:
    """Return the path of the innermost list entry before ``doubt`` that is no less indented than it."""
    above = [
        (mark.line, len(path), path)
        for path, mark in stored.marks.items()
        if path and isinstance(path[-1], int) and mark.line < doubt.line and mark.column <= doubt.column
    ]
    return max(above, key=lambda each: each[:2])[2] if above else ()


def _is_about(path: KeyPath, entry: KeyPath) -> bool:
    shorter = min(len(path), len(entry))
    return path[:shorter] == entry[:shorter]


def _names(registry: Stored[Any], used: set[str]) -> Iterator[tuple[KeyPath, str]]:
    yield from (((index,), entry.name) for index, entry in enumerate(registry.value) if entry.name in used)


def _articles(registry: Stored[tuple[Ordinance, ...]], consultation: Consultation) -> Iterator[tuple[KeyPath, str]]:
    cited = {article for measure in consultation.measures for article in measure.articles}
    for index, ordinance in enumerate(registry.value):
        valid = version_at(ordinance, consultation.meeting)
        for number, version in enumerate(ordinance.versions):
            for place, article in enumerate(version.articles):
                if version is valid and article.name in cited:
                    yield (index, "versions", number, "articles", place), str(article.name)


def _used(consultation: Consultation) -> dict[str, set[str]]:
    """Return the names that ``consultation`` uses, by the file they are registered in."""
    sections = [place.section for place in outline(consultation)]
    items = [item for section in sections for item in (*(section.items or ()), *(section.added_items or ()))]
    volumes = [volume for section in sections for volume in section.volumes]
    parties = [party for section in sections for party in section.counterparties]
    subjects = [part.subject for parts in (items, volumes) for part in parts if part.subject]
    return {
        "items.yml": {name for item in items for name in (item.name, *item.parts)},
        "counterparties.yml": _names_of(parties, inside=False),
        "departments.yml": {*consultation.departments, *_names_of(parties, inside=True)},
        "subjects.yml": {*subjects, *(subject for section in sections for subject in section.subjects)},
    }


def _names_of(parties: list[Counterparty], *, inside: bool) -> set[str]:
    return {party.name for party in parties if party.name and (party.role in INSIDE_ROLES) is inside}
