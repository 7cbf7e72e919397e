"""The pages of a kind of registry: its index, and one page for each name. Kinds that say more have rooms of their own.

An index lists names, each with the number of consultations it leads to.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final, TypeVar

from generator.archive.archive import Archive
from generator.archive.record import Record
from generator.japanese.kana import kana_key, kana_row
from generator.kinds.kind import Entry, Kind
from generator.site import addresses
from generator.site.pages.listing_page import About, card, listing_page, one_group, summary_notes
from generator.site.pages.page_parts import CardGroup, Group, Heading, IndexEntry, Link, Links, Note, PageView

E = TypeVar("E", bound=Entry)

# An anchor is part of an address: it names its row, whatever other rows there are.
_ROW_ANCHORS: Final = dict(
    zip("あかさたなはまやらわ他", ("a", "ka", "sa", "ta", "na", "ha", "ma", "ya", "ra", "wa", "other"), strict=True)
)


@dataclass(frozen=True)
class IndexView:
    """An index page. ``total`` counts its entries, ``see_also`` leads to pages beside it, ``notes`` tell about it."""

    title: str
    lead: str
    notes: tuple[Note, ...]
    see_also: tuple[Link, ...]
    total: int
    groups: tuple[Group, ...]


def index_page(  # noqa: PLR0913 - what an index page shows
    address: str,
    title: str,
    lead: str,
    groups: Iterable[Group],
    see_also: tuple[Link, ...] = (),
    *,
    notes: Iterable[Note] = (),
    crumbs: tuple[Link, ...] = (),
) -> PageView:
    """Return the index page ``title`` with ``groups`` of entries; ``crumbs`` are the way down to it below home."""
    shown = tuple(groups)
    return PageView(
        address=address,
        title=title,
        description=lead,
        template="index.html",
        view=IndexView(
            title,
            lead,
            tuple(note for note in notes if note.values),
            see_also,
            sum(_count(group) for group in shown),
            shown,
        ),
        crumbs=(Link("ホーム", addresses.relative(addresses.HOME, address)), *crumbs),
        contents=tuple(_heading(group) for group in shown if group.heading),
        anchors=frozenset(anchor for group in shown for anchor in _anchors(group)),
    )


def name_index(
    archive: Archive,
    kind: Kind[E],
    notes_of: Callable[[E], Iterable[str]] = lambda _entry: (),
    see_also: tuple[Link, ...] = (),
) -> PageView:
    """Return the index of the names of ``kind`` in 五十音順, a group for each row of the syllabary.

    ``notes_of`` returns what is remarked on a name.
    """
    links = Links(kind.folder, archive.names)
    records = archive.records_naming(kind)
    ordered = sorted(archive.names.entries(kind), key=lambda entry: kana_key(entry.reading))
    groups = [
        Group(
            f"{row}行" if row != "他" else "その他",
            _ROW_ANCHORS[row],
            tuple(
                IndexEntry(
                    links.entry(kind, entry.name), len(records[entry.name]), tuple(notes_of(entry)), entry.reading
                )
                for entry in entries
            ),
        )
        for row, entries in groupby(ordered, key=lambda entry: kana_row(entry.reading))
    ]
    return index_page(kind.folder, kind.title, kind.lead, groups, see_also)


def name_page(kind: Kind[E], entry: E, groups: list[CardGroup], notes: Iterable[Note] = ()) -> PageView:
    """Return the page of ``entry``, with its consultations in ``groups``."""
    about = About(
        address=addresses.entry(kind, entry),
        kind=kind.title,
        index=kind.folder,
        title=entry.name,
        description=kind.page_lead.format(name=entry.name),
        reading=entry.reading,
    )
    return listing_page(about, groups, notes)


def name_pages(archive: Archive, kind: Kind[Entry]) -> Iterator[PageView]:
    """Yield a page for each name of ``kind`` with its consultations, and what each says where it states the name."""
    for entry in archive.names.entries(kind):
        links = Links(addresses.entry(kind, entry), archive.names)
        cards = [
            card(record, links, (_note_printed_words(kind, entry, record, links), *summary_notes(record, links)))
            for record in archive.records_naming(kind)[entry.name]
        ]
        yield name_page(kind, entry, one_group(cards), other_names(entry))


def other_names(entry: Entry) -> tuple[Note, Note]:
    """Return what else ``entry`` is called, by documents and by readers."""
    return (
        Note("文書での呼び方", tuple(Link(alias) for alias in entry.aliases)),
        Note("検索で使えるほかの呼び方", tuple(Link(name) for name in entry.also_called)),
    )


def _note_printed_words(kind: Kind[Entry], entry: Entry, record: Record, links: Links) -> Note:
    """Return the first line of each section that states the name of ``entry``."""
    places = [stated.place for stated in record.stated_names(kind) if stated.name == entry.name]
    printed = dict.fromkeys(
        Link(words, links.consultation(record.number, place.anchor))
        for place in places
        for words in (place.section.text or place.section.heading or "").split("\n")[:1]
    )
    return Note("文書での書き方", tuple(printed))


def _count(group: Group) -> int:
    return len(group.entries) + sum(_count(inner) for inner in group.groups)


def _heading(group: Group) -> Heading:
    """Return the entry of ``group`` in the table of contents, which goes two deep.

    The frame makes what stands beneath an entry a landmark of its name: deeper, the 第12条 of two laws would be alike.
    """
    inner = (Heading(each.heading, each.anchor) for each in group.groups if each.heading)
    return Heading(group.heading, group.anchor, tuple(inner))


def _anchors(group: Group) -> Iterator[str]:
    if group.anchor:
        yield group.anchor
    for inner in group.groups:
        yield from _anchors(inner)
