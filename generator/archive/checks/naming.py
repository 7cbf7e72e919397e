"""Names: each that a consultation uses is registered, said and complete; each registry is sound, unique and used."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any, Final

from generator.archive.checks.addressing import check_slug_and_reading
from generator.archive.checks.spacing import needless_space
from generator.archive.checks.spellings import check_other_names, check_owners
from generator.archive.record import Record
from generator.evidence.enumerations import is_just, segment_of, table_columns
from generator.evidence.finding import Name, find, says, words_of
from generator.evidence.no_names import names_nothing
from generator.japanese.fold import fold, without_space
from generator.japanese.look_alikes import mend_look_alikes
from generator.kinds.kind import Entry, Kind, PlacedUse, Use, spellings
from generator.kinds.names import Names
from generator.kinds.registered_item import ITEMS
from generator.model.outline import Place
from generator.problems import Objection, Problem, Severity
from generator.store.files import Stored

_EVIDENCE_REMEDY: Final = (
    "本文の言葉を確かめ、その言葉のある節に移すか、消してください。表記が違うだけなら登録に別名を足してください。"
)
READERS_NAME: Final = (
    "{file} の「{name}」の also_called にあります。also_called は検索だけに使われます。"
    "文書での書き方なら、aliases に移してください。"
)
_SAID_OTHERWISE: Final = "そこには「{said}」とあります。そのとおりに書くか、登録の名前「{name}」を書いてください。"


def check_names_used(record: Record, names: Names, kinds: Iterable[Kind[Any]]) -> Iterator[Objection]:
    """Yield every name of ``kinds`` that is not registered, and every one that the words it stands at do not say.

    A name may be written as it is registered, where the words say it by an alias, or as the words say it.
    """
    for kind in kinds:
        for placed in kind.uses(record.consultation, record.places):
            entry: Entry | None = names.find(kind, placed.use.name)
            if entry is None:
                yield _unregistered(placed, kind, names)
                continue
            if placed.place is not None:
                yield from _written_otherwise(placed, entry, record)
                owner = names.find(kind, placed.use.within) if placed.use.within else None
                yield from _unsaid(placed, kind, entry, *_words_at(placed.place, placed.use, record, owner))


def _written_otherwise(placed: PlacedUse, entry: Entry, record: Record) -> Iterator[Objection]:
    """Yield where a name, which readers see, is written neither as it is registered nor as the document has it."""
    name = placed.use.name
    if name in spellings(entry) or without_space(name) in without_space(mend_look_alikes(record.text)):
        message = needless_space(name, lambda: "\n".join((*spellings(entry), record.text)))
    else:
        message = f"「{name}」は、登録の名前とも、文書での書き方とも、字が違います。"
    if message is not None:
        yield Objection(
            placed.path, message, f"「{entry.name}」か、文書の文字のとおりに書いてください。", Severity.WARNING
        )


def _unregistered(placed: PlacedUse, kind: Kind[Any], names: Names) -> Objection:
    name = placed.use.name
    owner: Entry | None = names.find_by_readers_name(kind, name)
    return Objection(
        placed.path,
        f"{kind.title}「{name}」は登録されていません。",
        READERS_NAME.format(file=kind.file, name=owner.name) if owner else _remedy_by_nearest(name, kind, names),
        answered_by_a_question=kind.may_be_new,
    )


def _remedy_by_nearest(name: str, kind: Kind[Any], names: Names) -> str:
    known = [spelling for entry in names.entries(kind) for spelling in spellings(entry)]
    near = next(iter(get_close_matches(name, known, n=1)), None)
    guess = f"「{near}」ではありませんか。新しい名前なら" if near else "書き誤りでなければ"
    other = "登録済みの名前の別の書き方なら、その登録の aliases に書き足してください。"
    return f"{guess}、{kind.file} に書き足してください。{other}"


def _words_at(place: Place, use: Use, record: Record, owner: Entry | None) -> tuple[str, str]:
    """Return where the words stand that are to say ``use``, and the words; ``owner`` is what it stands within."""
    if use.role is not None:
        return "この節", record.words_holding_at(place)
    segment = segment_of(record.enumerated(place), spellings(owner)) if owner is not None else None
    return (f"「{segment}」の中", segment) if segment else ("この節", words_of(place.section))


def _unsaid(placed: PlacedUse, kind: Kind[Any], entry: Entry, where: str, words: str) -> Iterator[Objection]:
    name = placed.use.name
    # What is written otherwise than the entry is called is quoted: another alias in the words does not carry it.
    is_quoted = fold(name) != fold(entry.name)
    if not says(Name((name,) if is_quoted else spellings(entry)), words):
        said = find(Name(spellings(entry)), words) if is_quoted else None
        message = f"{kind.title}「{name}」の根拠になる言葉が{where}にありません。"
        remedy = (
            _SAID_OTHERWISE.format(said=words[said.start : said.end], name=entry.name) if said else _EVIDENCE_REMEDY
        )
        yield Objection(placed.path, message, remedy)


def check_items_complete(record: Record, names: Names) -> Iterator[Objection]:
    """Yield a warning for each part of an enumeration that none of the section's items stands for."""
    for place in record.places:
        for key, items in (("items", place.section.items), ("added_items", place.section.added_items)):
            entries = [names.find(ITEMS, item.name) for item in items or ()]
            known = [spellings(entry) for entry in entries if entry is not None]
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
        yield from (part for part in parts if not names_nothing(part) and not says(Name(stated), part))


def check_names(registry: Stored[tuple[Entry, ...]]) -> Iterator[Problem]:
    """Yield the problems of a registry of names."""
    yield from check_owners(registry)
    yield from check_other_names(registry)
    slugs: dict[str, str] = {}
    for index, entry in enumerate(registry.value):
        yield from check_slug_and_reading(registry, (index,), entry)
        if entry.slug in slugs:
            message = f"slug「{entry.slug}」が「{slugs[entry.slug]}」と重なっています。"
            yield registry.problem((index, "slug"), message, "ほかと重ならない slug にしてください。")
        slugs.setdefault(entry.slug, entry.name)
