"""What a kind of registry is: all that tells one kind from another where the house speaks of every kind.

``aliases`` are other names that the documents give a thing, former ones too; they carry facts. ``also_called`` are
names that only readers give it: the search takes them for it, and nothing else does. A name is one however it is
printed, as far as folding goes; what folding keeps apart (髙 and 高, （株） and 株式会社) is an alias.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Generic, Protocol, TypeVar

from generator.model.consultation import Consultation, Section
from generator.model.outline import Path, Place, outline
from generator.model.vocabulary import Role

# What the search's address calls a counterparty that was 未定: no entry may have this slug.
UNDECIDED_SLUG: Final = "undecided"


class Entry(Protocol):
    """A registered name: what it is called, how that is read, and what addresses call it."""

    @property
    def name(self) -> str:
        """The canonical name."""

    @property
    def reading(self) -> str:
        """The name in hiragana, by which indexes are in order."""

    @property
    def slug(self) -> str:
        """What addresses call it."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names that documents give it."""

    @property
    def also_called(self) -> tuple[str, ...]:
        """Other names that only readers give it."""


def spellings(entry: Entry) -> tuple[str, ...]:
    """Return the name of ``entry`` and its aliases."""
    return (entry.name, *entry.aliases)


@dataclass(frozen=True)
class Facet:
    """A way to divide consultations: ``/search/?counterparty=line``.

    ``key`` is what an address calls it, ``name`` what readers are told it is, ``position`` decides the order in which
    the search page shows the facets. What is ``open`` is loaded and shown with every search; the rest waits until
    somebody asks for it.
    """

    key: str
    name: str
    position: int
    open: bool = False


@dataclass(frozen=True)
class Use:
    """A name that a consultation states a fact by, at ``path`` from what states it: from the section, or the file.

    ``role`` is that of a party, whom the sections that its own refers to may name instead; ``within`` is the name in
    whose parentheses this one stands, if it does.
    """

    path: Path
    name: str
    role: Role | None = None
    within: str | None = None


@dataclass(frozen=True)
class PlacedUse:
    """A use at its ``path`` in the file; ``place`` is the section that states it, None where the title block does."""

    path: Path
    use: Use
    place: Place | None


def _no_use(_states_none: object) -> Iterator[Use]:
    return iter(())


E_co = TypeVar("E_co", covariant=True)


@dataclass(frozen=True, eq=False, kw_only=True)
class Kind(Generic[E_co]):
    """A kind of registry.

    ``entry`` is what ``file`` lists, ``title`` how readers and problems call one, ``folder`` where the addresses of
    their pages lie, which begin with it and end in the slug. ``about`` is said of the kind on the home page, ``lead``
    on its index page, and ``page_lead`` of {name} on the page of one. ``in_section`` and ``in_title`` yield how a
    consultation names them: in the facts of a section, or outside the sections.
    """

    file: str
    entry: type[E_co]
    title: str
    folder: str
    facet: Facet
    about: str
    lead: str
    page_lead: str
    in_section: Callable[[Section], Iterator[Use]] = _no_use
    in_title: Callable[[Consultation], Iterator[Use]] = _no_use
    # A name may stand in a file under an open question before it is registered.
    may_be_new: bool = False
    # A name is used only where a measure is about it, be it through a reference: not in a section beside all measures.
    only_of_measures: bool = False
    # A consultation ranks higher in the search where it prints the name.
    ranks: bool = False

    @property
    def is_of_the_whole(self) -> bool:
        """Tell whether a consultation names one as a whole, be it that its sections name others."""
        return self.in_title is not _no_use

    def uses(self, consultation: Consultation, places: Iterable[Place]) -> Iterator[PlacedUse]:
        """Yield every use that ``consultation``, whose sections are ``places``, makes of names of this kind."""
        for use in self.in_title(consultation):
            yield PlacedUse(use.path, use, None)
        for place in places:
            for use in self.in_section(place.section):
                yield PlacedUse((*place.path, *use.path), use, place)

    def names_in(self, consultation: Consultation) -> frozenset[str]:
        """Return the names of this kind that ``consultation`` uses."""
        return frozenset(each.use.name for each in self.uses(consultation, outline(consultation)))
