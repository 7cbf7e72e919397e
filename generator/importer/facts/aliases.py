"""Names that a document gives only by an alias: another document may have meant somebody else by it."""

import re
from collections.abc import Iterator
from typing import Final

from generator.evidence.finding import words_of
from generator.importer.facts.found import Doubt
from generator.japanese.fold import fold
from generator.kinds.names import Names
from generator.kinds.registered_counterparty import RegisteredCounterparty
from generator.kinds.registered_subject import RegisteredSubject
from generator.model.consultation import Consultation, Section
from generator.model.outline import Path, outline
from generator.model.vocabulary import INSIDE_ROLES

ALIAS: Final = "「{alias}」は「{name}」の別名として登録されていますが、この文書に「{name}」という言葉はありません。"

_BETWEEN_WORDS: Final = re.compile("[ぁ-ん・()\\s]+")

_Named = RegisteredCounterparty | RegisteredSubject


def alias_doubts(consultation: Consultation, names: Names) -> tuple[Doubt, ...]:
    """Return a doubt for each fact whose name the document gives only by an alias, such as 利用者 for 結核の患者.

    A name is given where each of its words stands somewhere in the document, as 結核 and 患者 do in 結核患者.
    """
    sections = (place.section for place in outline(consultation))
    folded = fold("\n".join((consultation.title, consultation.subtitle or "", *map(words_of, sections))))
    registered: tuple[_Named, ...] = (*names.registries.subjects, *names.registries.counterparties)
    unsaid = {entry.name: entry for entry in registered if not _says(folded, entry.name)}
    return tuple(
        Doubt((*place.path, *path), ALIAS.format(alias=_alias(folded, unsaid[name]), name=name), held=True)
        for place in outline(consultation)
        for path, name in _names_in(place.section)
        if name in unsaid
    )


def _says(folded: str, name: str) -> bool:
    return all(word in folded for word in _BETWEEN_WORDS.split(fold(name)))


def _alias(folded: str, entry: _Named) -> str:
    return next((alias for alias in entry.aliases if fold(alias) in folded), entry.name)


def _names_in(section: Section) -> Iterator[tuple[Path, str]]:
    """Yield the people and parties of ``section``, each with the path of the fact that names it."""
    yield from ((("subjects", index), name) for index, name in enumerate(section.subjects))
    for index, party in enumerate(section.counterparties):
        if party.name is not None and party.role not in INSIDE_ROLES:
            yield ("counterparties", index), party.name
    owners = {
        "volumes": [volume.subject for volume in section.volumes],
        "items": [item.subject for item in section.items or ()],
        "added_items": [item.subject for item in section.added_items or ()],
    }
    for key, subjects in owners.items():
        yield from (((key, index), name) for index, name in enumerate(subjects) if name is not None)
