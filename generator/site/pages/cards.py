"""Consultations in a list, with what distinguishes them there."""

from collections.abc import Iterable

from generator.archive.record import Record
from generator.archive.stated import Party
from generator.model.vocabulary import INSIDE_ROLES, PARTY_ROLES, Role
from generator.site.pages.links import Links
from generator.site.pages.parts import Card, Link, Note
from generator.site.wording import day_of, number_name


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


def summary_notes(record: Record, links: Links) -> tuple[Note, ...]:
    """Return what a reader of a list wants to know: who asks, for what, and who is on the other side."""
    departments = tuple(links.department(name) for name in record.consultation.departments)
    measures = tuple(links.measure(measure.type) for measure in record.consultation.measures)
    return (
        Note("所管課", departments),
        Note("措置", measures),
        Note("相手方", party_links(record, links)),
    )


def party_links(record: Record, links: Links) -> tuple[Link, ...]:
    """Return the parties of the measures of ``record``, each once: outside the ward, or the user inside it."""
    wanted = PARTY_ROLES | INSIDE_ROLES
    parties = (links.party(party.counterparty) for party in record.parties if party.counterparty.role in wanted)
    return tuple(dict.fromkeys(parties))


_NOT_A_PARTY = {
    Role.SERVICE: "利用するサービスとして名前が挙がっています。情報を渡す相手方とは述べられていません。",
    Role.CHANNEL: "連絡や相談の経路として名前が挙がっています。情報を渡す相手方とは述べられていません。",
    Role.EXAMPLE: "例として名前が挙がっています。情報を渡す相手方とは述べられていません。",
}


def role_meaning(parties: Iterable[Party]) -> Note:
    """Return, for roles that are named beside the party of a measure, that no item is said to go to them."""
    meanings = (_NOT_A_PARTY[party.counterparty.role] for party in parties if party.counterparty.role in _NOT_A_PARTY)
    return Note("役割の意味", tuple(Link(meaning) for meaning in dict.fromkeys(meanings)))


def role_note(parties: Iterable[Party]) -> Note:
    """Return the roles of one counterparty in a consultation, each once."""
    return Note("役割", tuple(dict.fromkeys(Link(str(party.counterparty.role)) for party in parties)))
