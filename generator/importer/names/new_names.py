"""The names an import met that no registry knows: an entry proposed for each, and the registries with them in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from generator.importer.draft import Draft
from generator.importer.drafting import Drafts
from generator.importer.facts.found import NewName, Registry
from generator.importer.names.proposals import Proposer, entry_text, proposed_article
from generator.importer.names.registering import RegistrationError, register, register_articles
from generator.importer.names.registries import RegistryFiles
from generator.model.article_number import ArticleNumber
from generator.model.consultation import Counterparty, Item
from generator.model.outline import Path
from generator.model.registry import Entry, RegisteredArticle

ADDED: Final = (
    "archive import が書き足しました。読み、slug、種類を確かめてください。公開した後は slug を変えられません。"
)

_NAME_REGISTRIES: Final = (Registry.ITEMS, Registry.COUNTERPARTIES, Registry.DEPARTMENTS, Registry.SUBJECTS)


@dataclass(frozen=True)
class NewNames:
    """Proposed entries, as the lines of each registry's file; ``registered_as`` is each printed name's name there."""

    entries: Mapping[Registry, tuple[Entry | RegisteredArticle, ...]]
    registered_as: Mapping[NewName, str] = field(default_factory=dict)

    def __len__(self) -> int:
        """Return how many entries are proposed."""
        return sum(map(len, self.entries.values()))

    def lines(self) -> Iterator[str]:
        """Yield the proposals as the registries' files would hold them."""
        for registry, entries in self.entries.items():
            if entries:
                yield f"{registry}:"
                for entry in entries:
                    yield from (f"  {line}" for line in entry_text(entry).splitlines())


def new_names(drafts: Drafts, registries: RegistryFiles) -> NewNames:
    """Return an entry for each name in ``drafts`` that no registry knows."""
    doubts = (doubt for each in drafts.drafted if each.draft for doubt in each.draft.doubts)
    met = tuple(dict.fromkeys(doubt.new for doubt in doubts if doubt.new is not None))
    proposer = Proposer.of(registries.names.registries) if met else None
    entries: dict[Registry, tuple[Entry | RegisteredArticle, ...]] = {}
    registered_as: dict[NewName, str] = {}
    for registry in _NAME_REGISTRIES:
        printed = [name.printed for name in met if name.registry is registry]
        if proposer is not None and printed:
            proposed = proposer.for_registry(registry, printed)
            entries[registry] = proposed.entries
            registered_as.update({NewName(registry, name): known for name, known in proposed.registered_as.items()})
    numbers = [ArticleNumber.parse(name.printed) for name in met if name.registry is Registry.ARTICLES]
    entries[Registry.ARTICLES] = tuple(map(proposed_article, numbers))
    return NewNames(entries, registered_as)


def under_their_names(drafts: Drafts, names: NewNames) -> Drafts:
    """Return ``drafts`` with each fact that waits for its name under the one it will have: 甲社 for 株式会社甲社."""
    renamed = (replace(each, draft=_renamed(each.draft, names)) if each.draft else each for each in drafts.drafted)
    return replace(drafts, drafted=tuple(renamed))


def _renamed(draft: Draft, names: NewNames) -> Draft:
    consultation = draft.consultation
    for doubt in draft.doubts:
        name = names.registered_as.get(doubt.new) if doubt.new and doubt.held else None
        if name is not None:
            consultation = _with_name(consultation, doubt.path, name)
    return replace(draft, consultation=consultation)


def _with_name(value: Any, path: Path, name: str) -> Any:  # noqa: ANN401 - follows the path
    """Return ``value``, where what stands at ``path`` is called ``name``."""
    if not path:
        return replace(value, name=name) if isinstance(value, Item | Counterparty) else name
    first, rest = path[0], path[1:]
    if isinstance(first, int):
        return (*value[:first], _with_name(value[first], rest, name), *value[first + 1 :])
    return replace(value, **{first: _with_name(getattr(value, first), rest, name)})


def with_new_names(registries: RegistryFiles, names: NewNames, drafts: Drafts) -> tuple[RegistryFiles, tuple[str, ...]]:
    """Return the registries with ``names`` in them, and why some could not be added (Japanese)."""
    problems: list[str] = []
    for registry, entries in names.entries.items():
        try:
            if registry is Registry.ARTICLES:
                registries = _with_articles(registries, drafts)
            elif entries:
                text = register(registries.texts[registry], entries, ADDED)  # type: ignore[arg-type]
                registries = registries.with_text(registry, text)
        except RegistrationError as error:
            problems.append(str(error))
    return registries, tuple(problems)


def _with_articles(registries: RegistryFiles, drafts: Drafts) -> RegistryFiles:
    """Add each article to the version of the ordinance that its own meeting cites."""
    for each in drafts.drafted:
        drafted = each.draft
        if drafted is not None:
            met = dict.fromkeys(d.new.printed for d in drafted.doubts if d.new and d.new.registry is Registry.ARTICLES)
            numbers = [ArticleNumber.parse(printed) for printed in met]
            wanting = [n for n in numbers if registries.names.cited(n, drafted.consultation.meeting) is None]
            if wanting:
                text = registries.texts[Registry.ARTICLES]
                articles = tuple(map(proposed_article, wanting))
                text = register_articles(text, articles, drafted.consultation.meeting, ADDED)
                registries = registries.with_text(Registry.ARTICLES, text)
    return registries
