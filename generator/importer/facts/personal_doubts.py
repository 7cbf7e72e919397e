"""Doubts what looks like personal data in a document, so that a person decides before it is published."""

from collections.abc import Iterator
from typing import Final

from generator.archive.personal_places import find_in_consultation, undecided
from generator.importer.facts.found import DraftDoubt
from generator.model.consultation import Consultation
from generator.model.outline import Path
from generator.model.public_contact import PublicContact
from generator.store.contacts import CONTACTS

PERSONAL: Final = (
    "{kind}のような文字「{masked}」があります。このままではサイトを作れません。"
    "個人のものなら archive withhold {number} で伏せ、役所などが公表しているものなら {contacts} に登録し、"
    "ほかに公開してよいわけがあれば allowed に書いてください。"
)


def doubt_personal(consultation: Consultation, registered: tuple[PublicContact, ...]) -> Iterator[DraftDoubt]:
    """Yield a doubt for personal data in ``consultation`` that it does not allow and that are not ``registered``."""
    for placed in undecided(consultation, find_in_consultation(consultation), registered):
        kind, masked = placed.data.kind, placed.data.masked
        message = PERSONAL.format(kind=kind, masked=masked, number=consultation.number, contacts=CONTACTS)
        yield DraftDoubt(_key_of(placed.path), message)


def _key_of(path: Path) -> Path:
    """Return the path of the key or the cell that the text at ``path`` is a paragraph of: no comment stands within."""
    within = path[-2:-1] == ("text",) or path[-3:-2] == ("cells",)
    return path[:-1] if within else path
