"""Digests of a consultation's words and facts: what readers are shown of it that may not change in silence.

Words are the document as it is published, with the anchors of its sections. Facts are what is read from it, each name
by the entry it is registered as. Readings, categories, comments, the order of keys and where the document lies on the
ward's own site are neither: they may change freely.

Each part of the consultation is a line of its name, a space and its value in JSON (UTF-8, no white space, keys in the
order of the alphabet). A digest is the SHA-256 of all lines of words or of facts, each with its line feed, or of one.
``model/ledger.py`` numbers the scheme; a change of what this module returns is a change of the scheme.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Final

from generator.archive.record import Record
from generator.kinds.every_kind import KINDS
from generator.kinds.kind import Kind
from generator.model.consultation import Consultation, Section
from generator.model.document import title_block
from generator.model.ledger import Digest, DigestedConsultation, Parts
from generator.model.outline import Path
from generator.store.shapes import defaults, is_model, keys

# What every key of a file and of a section is: words, facts, or free to change. tests/archive/test_digests.py holds
# the lists to the model, so that a new key has to be decided on.
WORDS: Final = frozenset({"title", "subtitle", "printed", "heading", "text", "torn_table", "table"})
FACTS_OF_THE_WHOLE: Final = (
    "number", "document", "meeting", "departments", "businesses", "measures", "articles", "decision",
    "withheld",
)  # fmt: skip
FACTS_OF_A_SECTION: Final = (
    "direction", "subjects", "items", "added_items", "counterparties", "volumes", "period", "references",
)  # fmt: skip
FREE: Final = frozenset({"source_url", "allowed", "corrections", "sections"})
TITLE_PART: Final = "title"

_SHORT: Final = 8
_JSON: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

# Gives what a name of a kind stands for, which stays the same however it is printed or registered anew.
Identify = Callable[[Kind[Any], str, dt.date], str]


def digest(record: Record, identify: Identify, kinds: tuple[Kind[Any], ...] = KINDS) -> DigestedConsultation:
    """Return the digests of ``record``, which is as its file has it, whose names are of ``kinds``."""
    words = _lines(_words(record))
    facts = _lines(_facts(record, identify, kinds))
    return DigestedConsultation(
        number=record.number,
        words=Digest(_sha256("".join(words.values()))),
        facts=Digest(_sha256("".join(facts.values()))),
        parts=Parts(" ".join(f"{name}={_sha256(line)[:_SHORT]}" for name, line in (words | facts).items())),
        corrections=record.consultation.corrections,
    )


def _lines(parts: Iterator[tuple[str, Any]]) -> dict[str, str]:
    return {name: f"{name} {_JSON.encode(value)}\n" for name, value in parts}


def _words(record: Record) -> Iterator[tuple[str, Any]]:
    yield TITLE_PART, _plain(title_block(record.consultation), {}, ())
    for place in record.places:
        section = place.section
        tables = _plain((section.torn_table, section.table), {}, ()) if section.cells else ()
        yield place.anchor, [section.heading, section.text, *tables]


def _facts(record: Record, identify: Identify, kinds: tuple[Kind[Any], ...]) -> Iterator[tuple[str, Any]]:
    consultation = record.consultation
    day = consultation.meeting
    named = {use.path: identify(kind, use.name, day) for kind in kinds for use in kind.in_title(consultation)}
    for key, unsaid in _unsaid(Consultation, FACTS_OF_THE_WHOLE):
        if getattr(consultation, key) != unsaid:
            yield f".{key}", _plain(getattr(consultation, key), named, (key,))
    for place in record.places:
        yield from _facts_of(place.section, place.anchor, identify, kinds, day)


def _facts_of(
    section: Section, anchor: str, identify: Identify, kinds: tuple[Kind[Any], ...], day: dt.date
) -> Iterator[tuple[str, Any]]:
    stated = [key for key, unsaid in _unsaid(Section, FACTS_OF_A_SECTION) if getattr(section, key) != unsaid]
    if stated:
        named = {use.path: identify(kind, use.name, day) for kind in kinds for use in kind.in_section(section)}
        for key in stated:
            yield f"{anchor}.{key}", _plain(getattr(section, key), named, (key,))


def _plain(value: Any, named: Mapping[Path, str], path: Path) -> Any:  # noqa: ANN401 - follows the model
    """Return ``value``, which stands at ``path``, as JSON has it; what is ``named`` by what its name stands for."""
    if isinstance(value, tuple):
        return [_plain(each, named, (*path, index)) for index, each in enumerate(value)]
    if value is None or isinstance(value, bool | int):
        return value
    model: Any = type(value)
    if model is str or not _is_mapping(model):
        return named.get(path, str(value))
    stated = ((key, getattr(value, key)) for key, unsaid in _unsaid(model) if getattr(value, key) != unsaid)
    plain = {key: _plain(part, named, (*path, key)) for key, part in stated}
    return plain | ({"name": named[path]} if path in named else {})


@cache
def _is_mapping(model: type) -> bool:
    return is_model(model)


@cache
def _unsaid(model: Any, wanted: tuple[str, ...] = ()) -> tuple[tuple[str, Any], ...]:  # noqa: ANN401 - a model's type
    """Return the ``wanted`` keys of ``model``, or all, each with the value that says nothing; Ellipsis is no value."""
    return tuple((key, defaults(model).get(key, ...)) for key in wanted or keys(model))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
