"""The registered names that a consultation uses: each is registered and stands in the words it is stated at.

And of the items that a section enumerates, none is forgotten.
"""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, Final

from generator.archive.record import Record
from generator.evidence.enumerations import is_just, segment_of, table_columns
from generator.evidence.fact_values import Name
from generator.evidence.finding import says, words_of
from generator.japanese.fold import fold
from generator.kinds.kind import Entry, Kind, PlacedUse, spellings
from generator.kinds.names import Names
from generator.kinds.registered_item import ITEMS
from generator.model.consultation import NONE_WORD
from generator.model.outline import Place
from generator.problems import Objection, Severity

_EVIDENCE_REMEDY: Final = (
    "本文の言葉を確かめ、その言葉のある節に移すか、消してください。表記が違うだけなら登録に別名を足してください。"
)


def check_names_used(record: Record, names: Names, kinds: Iterable[Kind[Any]]) -> Iterator[Objection]:
    """Yield every name of ``kinds`` that is not registered, and every one that the words it stands at do not say."""
    for kind in kinds:
        registered: Mapping[str, Entry] = names.by_name(kind)
        for placed in kind.uses(record.consultation, record.places):
            if placed.use.name not in registered:
                yield _unregistered(placed, kind, registered)
            elif placed.place is not None:
                yield from _unsaid(placed, placed.place, record, kind, registered)


def _unregistered(placed: PlacedUse, kind: Kind[Any], registered: Mapping[str, Entry]) -> Objection:
    near = _nearest(placed.use.name, registered)
    remedy = f"「{near}」ではありませんか。新しい名前なら" if near else "書き誤りでなければ"
    return Objection(
        placed.path,
        f"{kind.title}「{placed.use.name}」は登録されていません。",
        f"{remedy}、{kind.file} に書き足してください。",
        answered_by_a_question=kind.may_be_new,
    )


def _nearest(name: str, registered: Mapping[str, Entry]) -> str | None:
    """Return the registered name that is spelt otherwise as ``name`` or nearly so: LINE for ＬＩＮＥ."""
    for entry in registered.values():
        if fold(name) in (fold(spelling) for spelling in spellings(entry)):
            return entry.name
    return next(iter(get_close_matches(name, registered, n=1)), None)


def _unsaid(
    placed: PlacedUse, place: Place, record: Record, kind: Kind[Any], registered: Mapping[str, Entry]
) -> Iterator[Objection]:
    use = placed.use
    where, words = "この節", words_of(place.section)
    if use.role is not None:
        words = record.words_holding_at(place)
    elif use.within is not None and use.within in registered:
        segment = segment_of(record.enumerated(place), spellings(registered[use.within]))
        where, words = (f"「{segment}」の中", segment) if segment else (where, words)
    if not says(Name(spellings(registered[use.name])), words):
        message = f"{kind.title}「{use.name}」の根拠になる言葉が{where}にありません。"
        yield Objection(placed.path, message, _EVIDENCE_REMEDY)


def check_items_complete(record: Record, names: Names) -> Iterator[Objection]:
    """Yield a warning for each part of an enumeration that none of the section's items stands for."""
    registered = names.by_name(ITEMS)
    for place in record.places:
        for key, items in (("items", place.section.items), ("added_items", place.section.added_items)):
            known = [spellings(registered[item.name]) for item in items or () if item.name in registered]
            # An item that is not registered or not in the text has its own problem, and may be what seems forgotten.
            if items and len(known) == len(items) and all(says(Name(said), words_of(place.section)) for said in known):
                stated = tuple(spelling for said in known for spelling in said)
                yield from (_forgotten(place, key, part) for part in _parts(record, place, stated))


def _forgotten(place: Place, key: str, part: str) -> Objection:
    message = f"本文に挙げられた「{part}」に当たる項目が {key} にありません。"
    remedy = "項目なら書き足してください。項目でなければ、節の分け方を確かめてください。"
    return Objection((*place.path, key), message, remedy, Severity.WARNING)


def _parts(record: Record, place: Place, stated: tuple[str, ...]) -> Iterator[str]:
    """Yield the parts of the enumerations at ``place`` that stand for an item, and for none of those ``stated``."""
    columns = set(table_columns(place.section))
    for parts in record.enumerated(place):
        # Without a single item a torn column is another's heading (978's 分野), and a paragraph leads to the table.
        if place.section.cells and not any(says(Name(stated), part) for part in parts):
            continue
        # Where none of a column's cells is just an item, it is about them: their reasons, or remarks.
        if parts in columns and not any(is_just(part, stated) for part in parts):
            continue
        yield from (part for part in parts if part != NONE_WORD and not says(Name(stated), part))
