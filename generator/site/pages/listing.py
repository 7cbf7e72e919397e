"""A page that lists consultations under what it is about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.archive.archive import Appearance
from generator.archive.record import Record
from generator.archive.stated import Flow
from generator.model.vocabulary import PARTY_ROLES
from generator.site import addresses
from generator.site.pages.cards import card, role_meaning, role_note, summary_notes
from generator.site.pages.links import Links
from generator.site.pages.page_view import Heading, PageView
from generator.site.pages.parts import Card, CardGroup, Link, Note


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


def subject_links(record: Record, links: Links) -> tuple[Link, ...]:
    """Return the data subjects of ``record``."""
    return tuple(links.subject(name) for name in all_subjects(record))


def all_subjects(record: Record) -> tuple[str, ...]:
    """Return the names of the data subjects of ``record``, each once."""
    return tuple(dict.fromkeys(subject.name for subject in record.subjects))


def appearance_cards(appearances: Iterable[Appearance], links: Links) -> Iterator[Card]:
    """Yield the consultations a party appears in, with its roles and, where the measure is about it, the items."""
    for _, group in groupby(appearances, key=lambda appearance: appearance.record.number):
        members = tuple(group)
        record = members[0].record
        items, added = _items_of(members, links)
        where = tuple(
            Link(record.citation(member.party.place), links.consultation(record.number, member.party.place.anchor))
            for member in members
        )
        asked, measures, _ = summary_notes(record, links)
        roles = role_note(member.party for member in members)
        yield card(
            record,
            links,
            (
                roles,
                role_meaning(member.party for member in members),
                Note("書かれている箇所", where),
                asked,
                measures,
                Note("個人情報の項目", items),
                Note("新たな項目", added),
            ),
        )


def _items_of(appearances: Sequence[Appearance], links: Links) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Return the items of the measures a party is the party of, in one consultation: those listed, and those added."""
    measures = [
        measure
        for appearance in appearances
        if appearance.party.counterparty.role in PARTY_ROLES
        for measure in appearance.party.measures
    ]
    flows = [flow for flow in appearances[0].record.flows if flow.stated.measure in measures]
    listed = dict.fromkeys(links.item(flow.item.name) for flow in flows if not flow.stated.added)
    added = dict.fromkeys(links.item(flow.item.name) for flow in flows if flow.stated.added)
    return tuple(listed), tuple(added)


def direction_name(flow: Flow) -> str:
    """Return what the document says of the way ``flow`` goes: its direction, or the measure alone, or nothing."""
    measure, direction = flow.stated.measure, flow.stated.direction
    name = str(measure.type) if measure else ""
    if direction:
        name = f"{name}（{direction}）" if name else str(direction)
    return "・".join(filter(None, (name, "新たな項目" if flow.stated.added else "")))
