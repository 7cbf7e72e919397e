"""Registered counterparties that a document only speaks of, such as LINE or Zoom."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.archive.names import Names
from generator.importer.facts.found import Doubt
from generator.importer.facts.lexicon import Lexicon
from generator.importer.facts.parties import NAMED, service_role
from generator.japanese.fold import fold
from generator.model.consultation import Consultation, Counterparty, Section
from generator.model.outline import Path


@dataclass(frozen=True)
class Mentioned:
    """A section of running text, where a name may be mentioned."""

    path: Path
    section: Section


def services(
    sections: tuple[Section, ...], prose: list[Mentioned], names: Names, consultation: Consultation
) -> tuple[tuple[Section, ...], tuple[Doubt, ...]]:
    """Add to ``sections`` the names that are mentioned in ``prose`` and are no party there, each where it comes first.

    A name whose role its words do not show is a doubt.
    """
    lexicon = Lexicon(names.registries.counterparties)
    parties = {party.name for section in _all(sections) for party in section.counterparties}
    texts = [consultation.title, consultation.subtitle or "", *(each.section.text or "" for each in prose)]
    doubts: list[Doubt] = []
    added: dict[Path, list[Counterparty]] = {}
    for path, name in _first_mentions(prose, lexicon):
        role = None if name in parties else service_role(texts, lexicon, name)
        if role is not None:
            added.setdefault(path, []).append(Counterparty(name=name, role=role))
        elif name not in parties:
            doubts.append(Doubt((*path, "text"), NAMED.format(name=name)))
    return _with(sections, ("sections",), added), tuple(doubts)


def _first_mentions(prose: list[Mentioned], lexicon: Lexicon) -> Iterator[tuple[Path, str]]:
    seen = set()
    for each in prose:
        for mention in lexicon.mentions(fold(each.section.text or "")):
            if mention.name not in seen:
                seen.add(mention.name)
                yield each.path, mention.name


def _with(sections: tuple[Section, ...], path: Path, added: dict[Path, list[Counterparty]]) -> tuple[Section, ...]:
    return tuple(
        replace(
            section,
            counterparties=(*section.counterparties, *added.get((*path, index), ())),
            sections=_with(section.sections, (*path, index, "sections"), added),
        )
        for index, section in enumerate(sections)
    )


def _all(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all(section.sections)
