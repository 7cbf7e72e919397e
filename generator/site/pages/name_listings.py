"""The pages of one counterparty, item or data subject, and of what was undecided."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.archive.archive import Archive, Sharing
from generator.evidence.enumerations import segment_of
from generator.kinds.kind import Entry, spellings
from generator.kinds.registered_counterparty import COUNTERPARTIES, RegisteredCounterparty
from generator.kinds.registered_item import ITEMS, RegisteredItem
from generator.kinds.registered_subject import SUBJECTS, RegisteredSubject
from generator.site import addresses
from generator.site.pages.cards import card, party_links, summary_notes
from generator.site.pages.links import Links
from generator.site.pages.listing import About, all_subjects, appearance_cards, direction_name, listing_page, one_group
from generator.site.pages.page_view import PageView
from generator.site.pages.parts import Link, Note


def name_pages(archive: Archive) -> Iterator[PageView]:
    """Yield a page for every counterparty, item and data subject, and one for what was undecided."""
    for counterparty in archive.names.registries.counterparties:
        yield _counterparty(archive, counterparty)
    for item in archive.names.registries.items:
        yield _item(archive, item)
    for subject in archive.names.registries.subjects:
        yield _data_subject(archive, subject)
    yield _undecided(archive)


def _counterparty(archive: Archive, counterparty: RegisteredCounterparty) -> PageView:
    address = addresses.registered(COUNTERPARTIES, counterparty)
    links = Links(address, archive.names)
    description = f"{counterparty.name}の名前が出てくる諮問と、そこでの役割の一覧です。"
    about = About(address, "相手方", COUNTERPARTIES.folder, counterparty.name, description, counterparty.reading)
    notes = (
        Note("種別", (Link(str(counterparty.kind)),)),
        *_other_names(counterparty),
    )
    return listing_page(about, one_group(appearance_cards(archive.appearances[counterparty.name], links)), notes)


def _item(archive: Archive, item: RegisteredItem) -> PageView:
    address = addresses.registered(ITEMS, item)
    links = Links(address, archive.names)
    description = f"個人情報の項目「{item.name}」が挙げられている諮問の一覧です。"
    about = About(address, "個人情報の項目", ITEMS.folder, item.name, description, item.reading)
    sharings = archive.sharings[item.name]
    cards = []
    for _, group in groupby(sharings, key=lambda sharing: sharing.record.number):
        members = tuple(group)
        cards.append(card(members[0].record, links, _sharing_notes(archive, item, members, links)))
    parts = dict.fromkeys(part for sharing in sharings if sharing.within is None for part in sharing.flow.item.parts)
    notes = (
        Note("分類", (Link(str(item.category)),)),
        *_other_names(item),
        Note("括弧の中に挙げられた項目", tuple(links.item(part) for part in parts)),
    )
    return listing_page(about, one_group(cards), notes)


def _sharing_notes(
    archive: Archive, item: RegisteredItem, sharings: Sequence[Sharing], links: Links
) -> tuple[Note, ...]:
    record = sharings[0].record
    directions = dict.fromkeys(Link(direction_name(sharing.flow)) for sharing in sharings)
    subjects = dict.fromkeys(
        links.subject(name) for sharing in sharings for name in sharing.flow.subjects or all_subjects(record)
    )
    within = dict.fromkeys(links.item(sharing.within) for sharing in sharings if sharing.within is not None)
    printed: dict[Link, None] = {}
    for sharing in sharings:
        owner = archive.names.items[sharing.within] if sharing.within else item
        place = sharing.flow.stated.stated_at
        words = segment_of(place.section, spellings(owner))
        if words is not None:
            text = f"{record.citation(place)}「{words}」"
            printed[Link(text, links.consultation(record.number, place.anchor))] = None
    return (
        Note("文書での書き方", tuple(printed)),
        Note("次の項目の括弧の中", tuple(within)),
        Note("向き", tuple(direction for direction in directions if direction.text)),
        Note("対象となる個人", tuple(subjects)),
        Note("相手方", party_links(record, links)),
    )


def _data_subject(archive: Archive, data_subject: RegisteredSubject) -> PageView:
    address = addresses.registered(SUBJECTS, data_subject)
    links = Links(address, archive.names)
    description = f"{data_subject.name}の個人情報についての諮問の一覧です。"
    about = About(address, "対象となる個人", SUBJECTS.folder, data_subject.name, description, data_subject.reading)
    cards = []
    for record in archive.subject_records[data_subject.name]:
        stated = [stated for stated in record.subjects if stated.name == data_subject.name]
        printed = dict.fromkeys(
            Link(words, links.consultation(record.number, each.place.anchor))
            for each in stated
            for words in (each.place.section.text or each.place.section.heading or "").split("\n")[:1]
        )
        cards.append(card(record, links, (Note("文書での書き方", tuple(printed)), *summary_notes(record, links))))
    return listing_page(about, one_group(cards), _other_names(data_subject))


def _other_names(entry: Entry) -> tuple[Note, Note]:
    return (
        Note("文書での呼び方", tuple(Link(alias) for alias in entry.aliases)),
        Note("検索で使えるほかの呼び方", tuple(Link(name) for name in entry.also_called)),
    )


def _undecided(archive: Archive) -> PageView:
    address = addresses.UNDECIDED
    links = Links(address, archive.names)
    description = "諮問の時点で、相手方がまだ決まっていなかった（文書に「未定」とある）案件の一覧です。"
    about = About(address, "未定", address, "相手方が未定の諮問", description)
    return listing_page(about, one_group(appearance_cards(archive.undecided, links)))
