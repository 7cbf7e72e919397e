"""The pages of items: the index, a page for each, and the table of items and counterparties."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.archive.archive import Archive, SharedWith, Sharing
from generator.archive.placed_facts import Flow
from generator.evidence.enumerations import segment_of
from generator.japanese.kana import kana_key
from generator.kinds.kind import spellings
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.kinds.registered_item import ITEMS, RegisteredItem
from generator.kinds.registered_subject import SUBJECTS
from generator.model.vocabulary import ItemCategory
from generator.site import addresses
from generator.site.pages.listing_page import card, one_group, parties_note
from generator.site.pages.page_parts import Link, Links, Note, PageView
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


@dataclass(frozen=True)
class MatrixCell:
    """Where an item meets a counterparty: each consultation with the measures, and whether it adds the item."""

    consultations: tuple[tuple[Link, str, bool], ...]


@dataclass(frozen=True)
class MatrixRow:
    """An item with a cell for each counterparty."""

    item: Link
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True)
class MatrixGroup:
    """The items of a category."""

    heading: str
    anchor: str
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True)
class MatrixView:
    """The table, and the consultations that are not in it because no party stands outside the ward."""

    columns: tuple[Link, ...]
    groups: tuple[MatrixGroup, ...]
    inside: tuple[Link, ...]


_Column = str | None  # the name of a counterparty; None for parties that were undecided


def matrix_page(archive: Archive) -> PageView:
    """Return the page of the table."""
    address = addresses.ITEMS_BY_COUNTERPARTY
    links = Links(address, archive.names)
    met = archive.shared_with
    columns = _columns(archive, met)
    groups = tuple(
        MatrixGroup(
            str(category),
            category.name.lower().replace("_", "-"),
            tuple(
                MatrixRow(
                    links.entry(ITEMS, entry.name),
                    tuple(_cell(archive, entry.name, column, links) for column in columns),
                )
                for entry in sorted(archive.names.entries(ITEMS), key=lambda entry: kana_key(entry.reading))
                if entry.category is category and any((entry.name, column) in met for column in columns)
            ),
        )
        for category in ItemCategory
    )
    shown = tuple(group for group in groups if group.rows)
    outside = {number for numbers in met.values() for number in numbers}
    view = MatrixView(
        columns=tuple(
            Link("未定", links.to(addresses.UNDECIDED)) if column is None else links.entry(COUNTERPARTIES, column)
            for column in columns
        ),
        groups=shown,
        inside=tuple(links.number(record) for record in archive.records if record.number not in outside),
    )
    return PageView(
        address=address,
        title="項目と相手方の表",
        description="どの個人情報の項目が、どの相手方についての諮問に挙げられているかを一つの表にまとめました。",
        template="matrix.html",
        view=view,
        crumbs=(Link("ホーム", links.to(addresses.HOME)),),
        anchors=frozenset(group.anchor for group in shown),
    )


def _columns(archive: Archive, met: SharedWith) -> tuple[_Column, ...]:
    columns = dict.fromkeys(column for _, column in met)
    named = [column for column in columns if column is not None]
    named.sort(key=lambda name: kana_key(archive.names.by_name(COUNTERPARTIES)[name].reading))
    return (*named, None) if None in columns else tuple(named)


def _cell(archive: Archive, item: str, column: _Column, links: Links) -> MatrixCell:
    added = {sharing.record.number for sharing in archive.sharings[item] if sharing.flow.stated.added}
    numbers = archive.shared_with.get((item, column), {})
    return MatrixCell(
        tuple(
            (Link(str(number), links.consultation(number)), "・".join(measures), number in added)
            for number, measures in numbers.items()
        )
    )
