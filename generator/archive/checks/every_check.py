"""Everything that is checked of one consultation or one registry, one small question after the other.

What a check objects to stands at a path of the consultation; the store knows the line of its file. That a consultation
is whole is asked of it and its source (wholeness.py), and that it stands in the right file of all files (filing.py).
"""

from collections.abc import Callable, Iterator
from typing import Any, Final

from generator.archive.checks.consistency import check_printed, check_references, check_tables
from generator.archive.checks.grounding import (
    check_articles,
    check_directions,
    check_empty_lists,
    check_figures,
    check_measures,
    check_parties,
    check_title,
)
from generator.archive.checks.law_registry import check_laws
from generator.archive.checks.naming import check_items_complete, check_names, check_names_used
from generator.archive.checks.source_addresses import check_source_addresses
from generator.archive.checks.spacing import check_words_spacing
from generator.archive.checks.withholding import check_black_rows, check_decisions
from generator.archive.record import Record
from generator.kinds.every_kind import KINDS
from generator.kinds.kind import Kind
from generator.kinds.names import Names
from generator.kinds.registered_law import ARTICLES
from generator.problems import Objection, Problem
from generator.store.files import Stored

_CHECKS: Final[tuple[Callable[[Record], Iterator[Objection]], ...]] = (
    check_printed,
    check_tables,
    check_references,
    check_words_spacing,
    check_source_addresses,
    check_title,
    check_measures,
    check_directions,
    check_empty_lists,
    check_parties,
    check_figures,
    check_decisions,
    check_black_rows,
)


def check_alone(record: Record) -> Iterator[Objection]:
    """Yield what is wrong with a consultation in itself."""
    for check in _CHECKS:
        yield from check(record)


def check_with_names(record: Record, names: Names, kinds: tuple[Kind[Any], ...] = KINDS) -> Iterator[Objection]:
    """Yield what is wrong with a consultation in view of the names that are registered of ``kinds``."""
    yield from check_articles(record, names)
    # Articles are no names: they belong to versions of a law.
    yield from check_names_used(record, names, (kind for kind in kinds if kind is not ARTICLES))
    yield from check_items_complete(record, names)


def check_registry(kind: Kind[Any], registry: Stored[Any]) -> Iterator[Problem]:
    """Yield the problems of ``registry``, which is of ``kind``, whatever uses it."""
    return check_laws(registry) if kind is ARTICLES else check_names(registry)
