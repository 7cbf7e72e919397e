"""All kinds of registry and all facets. What speaks of every kind takes the kinds from here, or is given others."""

from collections.abc import Iterable
from typing import Any, Final

from generator.kinds.kind import Entry, Facet, Kind
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.kinds.registered_department import DEPARTMENTS
from generator.kinds.registered_item import ITEMS
from generator.kinds.registered_law import ARTICLES
from generator.kinds.registered_subject import SUBJECTS
from generator.model.consultation import Counterparty
from generator.model.vocabulary import INSIDE_ROLES

# The kinds whose entries are names that consultations use. Articles belong to versions of a law instead.
NAME_KINDS: Final[tuple[Kind[Entry], ...]] = (ITEMS, COUNTERPARTIES, DEPARTMENTS, SUBJECTS)
KINDS: Final[tuple[Kind[Any], ...]] = (*NAME_KINDS, ARTICLES)

# Facets that come from no registry.
MEASURE: Final = Facet("measure", "措置", 5, open=True)
MEETING: Final = Facet("meeting", "開催日", 7)


def kind_of_party(counterparty: Counterparty) -> Kind[Entry]:
    """Return the kind of registry that lists ``counterparty``, by its role."""
    return DEPARTMENTS if counterparty.role in INSIDE_ROLES else COUNTERPARTIES


def kinds_of_the_whole(kinds: tuple[Kind[Any], ...] = KINDS) -> tuple[Kind[Any], ...]:
    """Return those of ``kinds`` that a consultation names as a whole: who asks, and by which article."""
    return _in_order(kind for kind in kinds if kind.is_of_the_whole)


def kinds_of_sections(kinds: tuple[Kind[Any], ...] = KINDS) -> tuple[Kind[Any], ...]:
    """Return those of ``kinds`` that only the sections of a consultation name."""
    return _in_order(kind for kind in kinds if not kind.is_of_the_whole)


def _in_order(kinds: Iterable[Kind[Any]]) -> tuple[Kind[Any], ...]:
    return tuple(sorted(kinds, key=lambda kind: kind.facet.position))


def all_facets(kinds: tuple[Kind[Any], ...] = KINDS) -> tuple[Facet, ...]:
    """Return the facets of ``kinds`` and the others, in the order the search page shows them."""
    return tuple(sorted((*(kind.facet for kind in kinds), MEASURE, MEETING), key=lambda facet: facet.position))
