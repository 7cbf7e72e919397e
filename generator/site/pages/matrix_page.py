"""The table of items shared and counterparties."""

from dataclasses import dataclass

from generator.archive.archive import Archive, SharedWith
from generator.japanese.kana import kana_key
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.kinds.registered_item import ITEMS
from generator.model.vocabulary import ItemCategory
from generator.site import addresses
from generator.site.pages.links import Links
from generator.site.pages.page_parts import Link, PageView


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
