"""Doubts what looks like personal data in a document, so that a person decides before it is published."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from generator.archive.personal_places import find_in_consultation, undecided
from generator.importer.facts.earlier_decisions import EarlierDecisions
from generator.importer.facts.found import DraftDoubt
from generator.model.consultation import Consultation
from generator.store.contacts import CONTACTS

PERSONAL: Final = (
    "{kind}のような文字「{masked}」があります。このままではサイトを作れません。"
    "個人のものなら archive withhold {number} で伏せ、役所などが公表しているものなら {contacts} に登録し、"
    "ほかに公開してよいわけがあれば allowed に書いてください。"
)


def doubt_personal(consultation: Consultation, decisions: EarlierDecisions) -> Iterator[DraftDoubt]:
    """Yield a doubt for all personal data in ``consultation`` about which nobody has decided before."""
    found = find_in_consultation(consultation)
    earlier = decisions.file_of(consultation.number) if found else None
    decided = replace(consultation, allowed=earlier.allowed if earlier else ())
    for placed in undecided(decided, found, decisions.contacts):
        kind, masked = placed.data.kind, placed.data.masked
        message = PERSONAL.format(kind=kind, masked=masked, number=consultation.number, contacts=CONTACTS)
        yield DraftDoubt(placed.path, message)
