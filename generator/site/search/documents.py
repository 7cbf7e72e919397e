"""What the search is given: the documents as they are published, and the names registered for what stands in them."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.japanese.fold import fold_for_search
from generator.japanese.variants import in_usual_form, with_whole_forms
from generator.kinds.kind import Facet

Areas = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet: ``key`` in an address, ``name`` for readers; ``within`` is the key of the value above it.

    A counterparty holds its roles (``line:service`` within ``line``), a fiscal year its meetings.
    """

    key: str
    name: str
    within: str = ""


@dataclass(frozen=True)
class SearchSection:
    """A section in the document's own characters: each heading, paragraph or list entry is a block of its own.

    ``anchor`` leads to it on its page, and ``name`` is how one cites it.
    """

    anchor: str
    name: str
    blocks: tuple[str, ...]


@dataclass(frozen=True)
class SearchDocument:
    """A consultation.

    It is found by the blocks of ``sections``. Two kinds of words serve the ranking: ``headline`` are those blocks that
    are title and subtitle, ``names`` those parts of blocks that are the name of a counterparty or an item. ``values``
    are the keys of what each facet says of it. The other fields are only shown: ``address`` is relative to the root of
    the site (``consultations/975/``), ``date_text`` is ``date`` for readers, ``notes`` are labels with what they say.
    """

    address: str
    number: int
    title: str
    subtitle: str | None
    date: dt.date
    date_text: str
    sections: tuple[SearchSection, ...]
    headline: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    values: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[tuple[str, str], ...] = ()

    @property
    def label(self) -> str:
        """What the messages call the document."""
        return f"諮問第{self.number}号"

    @property
    def blocks(self) -> tuple[str, ...]:
        """The blocks of the sections, in their order."""
        return tuple(block for section in self.sections for block in section.blocks)


@dataclass(frozen=True)
class SearchName:
    """A registered name: its page, its reading, how documents spell it, and what only readers call it."""

    facet: Facet
    name: str
    reading: str
    address: str
    spellings: tuple[str, ...]
    also_called: tuple[str, ...] = ()


@dataclass(frozen=True)
class SearchMaterial:
    """Everything the search of a site is made of; ``facets`` are the values of each in the order they are shown."""

    documents: tuple[SearchDocument, ...]
    names: tuple[SearchName, ...] = ()
    facets: Mapping[Facet, tuple[FacetValue, ...]] = field(default_factory=dict)


def areas_of(document: SearchDocument) -> Areas:
    """Return the folded blocks of ``document`` by area: title and subtitle, the names in it, everything else.

    A name stands in a block too, so it adds nothing that is not there; a block that folds to nothing is left out.
    """
    rest = (block for block in document.blocks if block not in document.headline)
    return tuple(
        tuple(filter(None, map(fold_for_search, texts))) for texts in (document.headline, document.names, rest)
    )


@dataclass(frozen=True)
class IndexedPage:
    """What the index holds as one page: a document, or, where its words have one, their usual form (``is_usual``)."""

    address: str
    document: SearchDocument
    areas: Areas
    is_usual: bool = False


def pages_of(documents: Iterable[SearchDocument]) -> Iterator[IndexedPage]:
    """Yield the pages of ``documents``: each itself, and after it those of its blocks in usual form that differ in it.

    So what is asked for in usual form stands in the first where a document says just that, and in the second where it
    says the same otherwise (variants.py). No word is looked up in more than these two forms, however many it has.
    """
    for document in documents:
        areas = areas_of(document)
        yield IndexedPage(document.address, document, areas)
        usual = tuple(
            tuple(with_whole_forms(in_usual_form(block)) for block in area if in_usual_form(block) != block)
            for area in areas
        )
        if any(usual):
            yield IndexedPage(f"{document.address}usual/", document, usual, is_usual=True)
