"""The pages of items: which way each goes and whose it is, and how the documents print it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.archive.archive import Archive, Sharing
from generator.archive.placed_facts import Flow
from generator.evidence.enumerations import segment_of
from generator.kinds.kind import spellings
from generator.kinds.registered_item import ITEMS, RegisteredItem
from generator.kinds.registered_subject import SUBJECTS
from generator.site import addresses
from generator.site.pages.links import Links
from generator.site.pages.listing_page import card, one_group, parties_note
from generator.site.pages.page_parts import Link, Note, PageView
from generator.site.pages.registry_pages import name_index, name_page, other_names


def item_index(archive: Archive) -> PageView:
    """Return the index of the items."""
    table = Link("項目と相手方の表", Links(ITEMS.folder, archive.names).to(addresses.ITEMS_BY_COUNTERPARTY))
    return name_index(archive, ITEMS, lambda entry: _ways(archive.sharings[entry.name]), (table,))


def _ways(sharings: Sequence[Sharing]) -> Iterator[str]:
    """Yield for each consultation which way the item goes and whose it is: 979号 回線結合（相談者）."""
    notes: dict[str, dict[str, None]] = {}
    for sharing in sharings:
        way = f"{sharing.record.number}号 {_way_of(sharing.flow)}".rstrip()
        notes.setdefault(way, {}).update(dict.fromkeys(_subjects_of(sharing)))
    for way, subjects in notes.items():
        yield f"{way}（{'・'.join(subjects)}）" if subjects else way


def _way_of(flow: Flow) -> str:
    """Return what the document says of the way ``flow`` goes: its direction, or the measure alone, or nothing."""
    measure, direction = flow.stated.measure, flow.stated.direction
    name = str(measure.type) if measure else ""
    if direction:
        name = f"{name}（{direction}）" if name else str(direction)
    return "・".join(filter(None, (name, "新たな項目" if flow.stated.added else "")))


def _subjects_of(sharing: Sharing) -> tuple[str, ...]:
    """Return whose the item is said to be, or else whom the consultation is about."""
    return sharing.flow.subjects or sharing.record.names_of(SUBJECTS)


def item_pages(archive: Archive) -> Iterator[PageView]:
    """Yield a page for each item."""
    for item in archive.names.entries(ITEMS):
        links = Links(addresses.entry(ITEMS, item), archive.names)
        sharings = archive.sharings[item.name]
        cards = []
        for _, group in groupby(sharings, key=lambda sharing: sharing.record.number):
            members = tuple(group)
            cards.append(card(members[0].record, links, _notes(archive, item, members, links)))
        parts = dict.fromkeys(
            part for sharing in sharings if sharing.within is None for part in sharing.flow.item.parts
        )
        notes = (
            Note("分類", (Link(str(item.category)),)),
            *other_names(item),
            Note("括弧の中に挙げられた項目", tuple(links.entry(ITEMS, part) for part in parts)),
        )
        yield name_page(ITEMS, item, one_group(cards), notes)


def _notes(archive: Archive, item: RegisteredItem, sharings: Sequence[Sharing], links: Links) -> tuple[Note, ...]:
    record = sharings[0].record
    ways = dict.fromkeys(Link(_way_of(sharing.flow)) for sharing in sharings)
    subjects = dict.fromkeys(links.entry(SUBJECTS, name) for sharing in sharings for name in _subjects_of(sharing))
    within = dict.fromkeys(links.entry(ITEMS, each.within) for each in sharings if each.within is not None)
    return (
        Note("文書での書き方", _link_printed_words(archive, item, sharings, links)),
        Note("次の項目の括弧の中", tuple(within)),
        Note("向き", tuple(way for way in ways if way.text)),
        Note("対象となる個人", tuple(subjects)),
        parties_note(record, links),
    )


def _link_printed_words(
    archive: Archive, item: RegisteredItem, sharings: Sequence[Sharing], links: Links
) -> tuple[Link, ...]:
    """Return the words in which a consultation enumerates ``item``, or the item in whose parentheses it stands."""
    record = sharings[0].record
    printed: dict[Link, None] = {}
    for sharing in sharings:
        owner = archive.names.by_name(ITEMS)[sharing.within] if sharing.within else item
        place = sharing.flow.stated.stated_at
        words = segment_of(record.enumerated(place), spellings(owner))
        if words is not None:
            text = f"{record.citation(place)}「{words}」"
            printed[Link(text, links.consultation(record.number, place.anchor))] = None
    return tuple(printed)
