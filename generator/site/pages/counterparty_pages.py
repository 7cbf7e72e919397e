"""The pages of counterparties, and of those that were undecided: which roles they have, and which items meet them."""

from collections.abc import Iterator

from generator.archive.archive import Archive
from generator.kinds.registered_counterparty import COUNTERPARTIES, RegisteredCounterparty
from generator.site import addresses
from generator.site.pages.listing_page import About, appearance_cards, listing_page, one_group
from generator.site.pages.page_parts import Link, Links, Note, PageView
from generator.site.pages.registry_pages import name_index, name_page, other_names


def counterparty_index(archive: Archive) -> PageView:
    """Return the index of the counterparties, with the role of each in each consultation."""
    links = Links(COUNTERPARTIES.folder, archive.names)

    def roles(entry: RegisteredCounterparty) -> Iterator[str]:
        appearances = archive.appearances[entry.name]
        yield from dict.fromkeys(f"{each.record.number}号 {each.party.counterparty.role}" for each in appearances)

    undecided = Link("相手方が未定の諮問", links.to(addresses.UNDECIDED))
    table = Link("項目と相手方の表", links.to(addresses.ITEMS_BY_COUNTERPARTY))
    return name_index(archive, COUNTERPARTIES, roles, (undecided, table))


def counterparty_pages(archive: Archive) -> Iterator[PageView]:
    """Yield a page for each counterparty."""
    for entry in archive.names.entries(COUNTERPARTIES):
        links = Links(addresses.entry(COUNTERPARTIES, entry), archive.names)
        cards = appearance_cards(archive.appearances[entry.name], links)
        notes = (Note("種別", (Link(str(entry.kind)),)), *other_names(entry))
        yield name_page(COUNTERPARTIES, entry, one_group(cards), notes)


def undecided_page(archive: Archive) -> PageView:
    """Return the page of the consultations whose party was not decided on."""
    address = addresses.UNDECIDED
    description = "諮問の時点で、相手方がまだ決まっていなかった（文書に「未定」とある）案件の一覧です。"
    about = About(address, "未定", address, "相手方が未定の諮問", description)
    return listing_page(about, one_group(appearance_cards(archive.undecided, Links(address, archive.names))))
