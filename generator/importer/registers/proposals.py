"""Entries for names that no registry knows: everything in them is a guess, made so that a clerk only confirms it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import GenericAlias
from typing import Any, Final, Generic, Self, TypeVar

from generator.evidence.law_titles import kind_of_title
from generator.importer.registers.name_readings import NameReader, speak_article
from generator.importer.registers.printed_names import (
    clean_name,
    find_department_kind,
    find_division,
    find_section,
    guess_category,
    guess_party_kind,
    strip_legal_form,
    to_half_width,
)
from generator.importer.registers.slugs import make_slug
from generator.japanese.fold import fold
from generator.japanese.legal_forms import forms_of
from generator.japanese.look_alikes import mend_look_alikes
from generator.kinds.every_kind import NAME_KINDS
from generator.kinds.kind import Entry, Kind, spellings
from generator.kinds.names import Names
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.kinds.registered_department import DEPARTMENTS
from generator.kinds.registered_item import ITEMS
from generator.kinds.registered_law import ARTICLES, LawVersion, RegisteredArticle, RegisteredLaw, laws_called
from generator.model.article_number import ArticleNumber, LawArticle
from generator.store.encode import encode

_LIST_INDENT: Final = "  "

E = TypeVar("E", bound=Entry)
E_co = TypeVar("E_co", bound=Entry, covariant=True)


@dataclass(frozen=True)
class Proposed(Generic[E_co]):
    """New ``entries``, and for each name as it was given the name under which it is registered now."""

    entries: tuple[E_co, ...]
    registered_as: Mapping[str, str]


@dataclass(frozen=True)
class Proposer:
    """Proposes entries for names as printed, in the order of the names.

    There is none for a name that is blank, registered already or, but for its width or legal form, proposed before.
    """

    names: Names
    reader: NameReader

    @classmethod
    def of(cls, names: Names) -> Self:
        """Return a proposer for ``names`` that reads names as the clerks have read those."""
        return cls(names, NameReader.knowing(entry for kind in NAME_KINDS for entry in names.entries(kind)))

    def propose(self, kind: Kind[E], names: Iterable[str]) -> Proposed[E]:
        """Return what the registry of ``kind`` needs for ``names``; articles have ``propose_article``."""
        rule = _RULES.get(kind, _Rule())
        namesakes: dict[str, list[E]] = defaultdict(list)
        rule.add_to(namesakes, self.names.entries(kind))
        slugs = frozenset(entry.slug for entry in self.names.entries(kind))
        entries: list[E] = []
        registered_as: dict[str, str] = {}
        for printed in names:
            seen = mend_look_alikes(printed)
            name = rule.name_of(seen)
            if not fold(name):
                continue
            same = (*namesakes.get(fold(seen), ()), *namesakes.get(fold(name), ()))
            owner = next((entry for entry in same if not _is_other_body(seen, entry)), None)
            if owner is None:
                # The bare name is the other body's.
                owner = self._propose(kind, rule, seen, to_half_width(seen) if same else name, slugs)
                entries.append(owner)
                slugs |= {owner.slug}
                rule.add_to(namesakes, (owner,))
            registered_as[printed] = owner.name
        return Proposed(tuple(entries), registered_as)

    def _propose(self, kind: Kind[Any], rule: "_Rule", printed: str, name: str, taken: frozenset[str]) -> Any:  # noqa: ANN401 - as kind
        return kind.entry(
            name=name,
            reading=self.reader.reading_of(name),
            slug=make_slug(self.reader, *rule.slug_words(name), taken=taken),
            **rule.details(printed, name, self.names),
        )


@dataclass(frozen=True)
class _Rule:
    """How an entry of a kind follows from its printed name: its name, the words of its slug, and its other fields."""

    name_of: Callable[[str], str] = to_half_width
    slug_words: Callable[[str], tuple[str, ...]] = lambda name: (name,)
    details: Callable[[str, str, Names], dict[str, Any]] = lambda _printed, _name, _names: {}

    def add_to(self, namesakes: dict[str, list[E]], entries: Iterable[E]) -> None:
        """Add ``entries`` to the ``namesakes`` of each of their names, folded, as it is and as it would be proposed."""
        for entry in entries:
            names = (*spellings(entry), *entry.also_called)
            for folded in dict.fromkeys(fold(each) for name in names for each in (name, self.name_of(name))):
                namesakes[folded].append(entry)


def _strip_name(printed: str) -> str:
    return strip_legal_form(to_half_width(printed))


def _describe_item(_printed: str, name: str, names: Names) -> dict[str, Any]:
    return {"category": guess_category(name, names.entries(ITEMS))}


def _describe_counterparty(printed: str, name: str, _names: Names) -> dict[str, Any]:
    alias = clean_name(printed)
    return {"kind": guess_party_kind(printed), "aliases": () if fold(alias) == fold(name) else (alias,)}


def _describe_department(_printed: str, name: str, _names: Names) -> dict[str, Any]:
    division = find_division(name)
    return {"division": division, "kind": find_department_kind(division)}


_RULES: Final[Mapping[Kind[Any], _Rule]] = {
    ITEMS: _Rule(details=_describe_item),
    COUNTERPARTIES: _Rule(name_of=_strip_name, details=_describe_counterparty),
    DEPARTMENTS: _Rule(
        name_of=clean_name, slug_words=lambda name: (find_section(name), name), details=_describe_department
    ),
}


@dataclass(frozen=True)
class ProposedArticle:
    """An article for articles.yml as consultations of ``meeting`` cite it, and its law where that is not registered."""

    cited: LawArticle
    meeting: dt.date
    entry: RegisteredArticle
    new_law: RegisteredLaw | None

    @property
    def name(self) -> str:
        """The article with its law, as consultations name it."""
        return str(self.cited)

    @property
    def shown(self) -> RegisteredArticle | RegisteredLaw:
        """What the registry needs: the article, or its law with it."""
        return self.entry if self.new_law is None else self.new_law


def article_entry(number: ArticleNumber) -> RegisteredArticle:
    """Return the entry of an article in the version of its law; nothing in it is a guess."""
    return RegisteredArticle(name=number, reading=speak_article(number), slug=number.slug)


def propose_article(cited: LawArticle, meeting: dt.date, proposer: Proposer) -> ProposedArticle:
    """Return the entry of articles.yml for what consultations of ``meeting`` cite; only a new law's is a guess."""
    entry = article_entry(cited.number)
    laws = proposer.names.entries(ARTICLES)
    if laws_called(laws, cited.law, meeting):
        return ProposedArticle(cited, meeting, entry, None)
    day = f"{meeting.year}年{meeting.month}月{meeting.day}日"
    version = LawVersion(
        name=f"{day}の諮問が引いている版",
        reading=proposer.reader.reading_of(f"{day}の諮問が引いている版"),
        slug=meeting.isoformat(),
        since=meeting,
        articles=(entry,),
    )
    law = RegisteredLaw(
        name=cited.law,
        reading=proposer.reader.reading_of(cited.law),
        slug=make_slug(proposer.reader, cited.law, taken=frozenset(law.slug for law in laws)),
        kind=kind_of_title(fold(cited.law)),
        versions=(version,),
    )
    return ProposedArticle(cited, meeting, entry, law)


def write_entry(entry: Entry | RegisteredArticle | RegisteredLaw) -> str:
    """Return ``entry`` as a registry's file holds it: a list of one, from the left margin."""
    shape: Any = GenericAlias(tuple, (type(entry), ...))
    lines = encode((entry,), shape).splitlines(keepends=True)
    return "".join(line.removeprefix(_LIST_INDENT) for line in lines)


def _is_other_body(printed: str, namesake: Entry) -> bool:
    """Tell whether ``printed`` has a legal form, and ``namesake`` none but others: 株式会社見本, 学校法人見本."""
    forms, known = forms_of((printed,)), forms_of(spellings(namesake))
    return bool(forms and known) and forms.isdisjoint(known)
