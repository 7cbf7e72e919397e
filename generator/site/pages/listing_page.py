"""A page that lists consultations under what it is about, each as a card with what distinguishes it there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.archive.archive import Appearance
from generator.archive.placed_facts import Party
from generator.archive.record import Record
from generator.evidence.finding import Name, find, words_of
from generator.kinds.every_kind import kind_of_party
from generator.kinds.kind import Entry, spellings
from generator.kinds.registered_department import DEPARTMENTS
from generator.kinds.registered_item import ITEMS
from generator.model.blackout import count_withheld
from generator.model.outline import Place
from generator.model.vocabulary import INSIDE_ROLES, PARTY_ROLES, Role
from generator.site import addresses
from generator.site.pages.page_parts import Card, CardGroup, Heading, Link, Links, Note, PageView
from generator.site.wording import day_of, number_name


@dataclass(frozen=True)
class ListingView:
    """A page that lists consultations. ``kind`` says what the page is about, ``notes`` what is known of it."""

    kind: str
    title: str
    reading: str
    notes: tuple[Note, ...]
    total: int
    groups: tuple[CardGroup, ...]


@dataclass(frozen=True)
class About:
    """What a listing is about, and where its index is."""

    address: str
    kind: str
    index: str
    title: str
    description: str
    reading: str = ""


def listing_page(about: About, groups: Sequence[CardGroup], notes: Iterable[Note] = ()) -> PageView:
    """Return the page ``about`` something, with its consultations in ``groups``."""
    crumbs = [Link("ホーム", addresses.relative(addresses.HOME, about.address))]
    if about.index != about.address:
        crumbs.append(Link(about.kind, addresses.relative(about.index, about.address)))
    numbers = {listed.number for group in groups for listed in group.cards}
    view = ListingView(
        kind=about.kind if about.index != about.address else "",
        title=about.title,
        reading=about.reading,
        notes=tuple(note for note in notes if note.values),
        total=len(numbers),
        groups=tuple(groups),
    )
    return PageView(
        address=about.address,
        title=about.title,
        description=about.description,
        template="listing.html",
        view=view,
        crumbs=tuple(crumbs),
        contents=tuple(Heading(group.heading, group.anchor) for group in groups if group.heading),
        anchors=frozenset(group.anchor for group in groups if group.anchor),
    )


def one_group(cards: Iterable[Card]) -> list[CardGroup]:
    """Return ``cards`` as the only group of a page."""
    return [CardGroup("", "", tuple(cards))]


def card(record: Record, links: Links, notes: Iterable[Note] = ()) -> Card:
    """Return ``record`` as an entry of a list with ``notes``."""
    consultation = record.consultation
    return Card(
        number=number_name(record.number),
        title=consultation.title,
        subtitle=consultation.subtitle or "",
        href=links.consultation(record.number),
        meeting=day_of(consultation.meeting),
        notes=tuple(note for note in notes if note.values),
    )


def summary_card(record: Record, links: Links) -> Card:
    """Return ``record`` as an entry of a list that distinguishes it by nothing in particular."""
    return card(record, links, summary_notes(record, links))


def summary_notes(record: Record, links: Links) -> tuple[Note, ...]:
    """Return what a reader of a list wants to know: who asks, for what, and who is on the other side."""
    notes = departments_note(record, links), measures_note(record, links), parties_note(record, links)
    withheld = count_withheld(record.consultation)
    return (*notes, Note("非公開（黒塗り）", (Link(f"{withheld:,}字"),))) if withheld else notes


def departments_note(record: Record, links: Links) -> Note:
    """Return who asks in ``record``."""
    return Note("所管課", tuple(links.entry(DEPARTMENTS, name) for name in record.consultation.departments))


def measures_note(record: Record, links: Links) -> Note:
    """Return what ``record`` asks for."""
    return Note("措置", tuple(links.measure(measure.type) for measure in record.consultation.measures))


def parties_note(record: Record, links: Links) -> Note:
    """Return the parties of the measures of ``record``, each once: outside the ward, or the user inside it."""
    wanted = PARTY_ROLES | INSIDE_ROLES
    parties = (links.party(party.counterparty) for party in record.parties if party.counterparty.role in wanted)
    return Note("相手方", tuple(dict.fromkeys(parties)))


def appearance_cards(appearances: Iterable[Appearance], links: Links) -> Iterator[Card]:
    """Yield the consultations a party appears in, with its roles and, where the measure is about it, the items."""
    for _, group in groupby(appearances, key=lambda appearance: appearance.record.number):
        members = tuple(group)
        record = members[0].record
        parties = [member.party for member in members]
        where = (
            Link(record.citation(party.place), links.consultation(record.number, party.place.anchor))
            for party in parties
        )
        items, added = _items_of(members, links)
        notes = (
            Note("役割", tuple(dict.fromkeys(Link(str(party.counterparty.role)) for party in parties))),
            _role_meaning(parties),
            Note("書かれている箇所", tuple(where)),
            _printed_otherwise(record, parties, links),
            departments_note(record, links),
            measures_note(record, links),
            Note("個人情報の項目", items),
            Note("新たな項目", added),
        )
        yield card(record, links, notes)


def _printed_otherwise(record: Record, parties: Iterable[Party], links: Links) -> Note:
    """Return the words of ``record`` for a party where they are not as it is registered."""
    printed: dict[Link, None] = {}
    for party in parties:
        entry = links.names.find(kind_of_party(party.counterparty), party.counterparty.name or "")
        place, words = _find_words(entry, record.origins(party.place)) if entry else (party.place, "")
        if entry is not None and words not in ("", entry.name):
            text = f"{record.citation(place)}「{words}」"
            printed[Link(text, links.consultation(record.number, place.anchor))] = None
    return Note("文書での書き方", tuple(printed))


def _find_words(entry: Entry, places: Sequence[Place]) -> tuple[Place, str]:
    """Return the first of ``places`` that says ``entry``, and the words that do, or the first place of all."""
    for place in places:
        words = words_of(place.section)
        said = find(Name(spellings(entry)), words)
        if said is not None:
            return place, words[said.start : said.end]
    return places[0], ""


_NOT_A_PARTY = {
    Role.SERVICE: "利用するサービスとして名前が挙がっています。情報を渡す相手方とは述べられていません。",
    Role.CHANNEL: "連絡や相談の経路として名前が挙がっています。情報を渡す相手方とは述べられていません。",
    Role.EXAMPLE: "例として名前が挙がっています。情報を渡す相手方とは述べられていません。",
}


def _role_meaning(parties: Iterable[Party]) -> Note:
    """Return, for roles that are named beside the party of a measure, that no item is said to go to them."""
    meanings = (_NOT_A_PARTY[party.counterparty.role] for party in parties if party.counterparty.role in _NOT_A_PARTY)
    return Note("役割の意味", tuple(Link(meaning) for meaning in dict.fromkeys(meanings)))


def _items_of(appearances: Sequence[Appearance], links: Links) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Return the items of the measures a party is the party of, in one consultation: those listed, and those added."""
    measures = [
        measure
        for appearance in appearances
        if appearance.party.counterparty.role in PARTY_ROLES
        for measure in appearance.party.measures
    ]
    flows = [flow for flow in appearances[0].record.flows if flow.stated.measure in measures]
    listed = dict.fromkeys(links.entry(ITEMS, flow.item.name) for flow in flows if not flow.stated.added)
    added = dict.fromkeys(links.entry(ITEMS, flow.item.name) for flow in flows if flow.stated.added)
    return tuple(listed), tuple(added)
