"""Lists of items: nothing the document enumerates is forgotten."""

from collections.abc import Iterator

from generator.archive.record import Record
from generator.evidence.enumerations import enumerations, is_just, table_columns
from generator.evidence.fact_values import Name
from generator.evidence.finding import says, words_of
from generator.kinds.kind import spellings
from generator.kinds.names import Names
from generator.model.consultation import NONE_WORD
from generator.model.outline import Place
from generator.problems import Problem, Severity


def check_enumerations(record: Record, names: Names) -> Iterator[Problem]:
    """Yield a warning for each part of an enumeration that none of the section's items stands for."""
    for place in record.places:
        for key, items in (("items", place.section.items), ("added_items", place.section.added_items)):
            known = [spellings(names.items[item.name]) for item in items or () if item.name in names.items]
            # An item that is not registered or not in the text has its own problem, and may be what seems forgotten.
            if items and len(known) == len(items) and all(says(Name(said), words_of(place.section)) for said in known):
                yield from _forgotten(record, place, key, [spelling for said in known for spelling in said])


def _forgotten(record: Record, place: Place, key: str, stated: list[str]) -> Iterator[Problem]:
    for part in _parts(place, stated):
        if part != NONE_WORD and not says(Name(tuple(stated)), part):
            message = f"本文に挙げられた「{part}」に当たる項目が {key} にありません。"
            remedy = "項目なら書き足してください。項目でなければ、節の分け方を確かめてください。"
            yield record.stored.problem((*place.path, key), message, remedy, Severity.WARNING)


def _parts(place: Place, stated: list[str]) -> Iterator[str]:
    columns = set(table_columns(place.section))
    for parts in enumerations(place.section):
        # Without a single item a torn column is another's heading (978's 分野), and a paragraph leads to the table.
        if place.section.cells and not any(says(Name(tuple(stated)), part) for part in parts):
            continue
        # Where none of a column's cells is just an item, it is about them: their reasons, or remarks.
        if parts in columns and not any(is_just(part, stated) for part in parts):
            continue
        yield from parts
