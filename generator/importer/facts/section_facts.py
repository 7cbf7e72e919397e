"""What each topic makes of the words of a section."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from generator.evidence.counts import COUNTER
from generator.importer.facts.collected import Collected
from generator.importer.facts.found import Doubt, Found, each_once, gathered
from generator.importer.facts.headings import Above
from generator.importer.facts.item_facts import ItemFacts
from generator.importer.facts.periods import read_period
from generator.importer.facts.readers import Readers
from generator.importer.facts.references import points_only, points_somewhere
from generator.importer.facts.stated import introduces, stated
from generator.importer.facts.topics import Topic, direction_of, seems_a_direction
from generator.model.consultation import Counterparty
from generator.model.vocabulary import Role

NOT_REFERRED: Final = "相手方が「{words}」とありますが、指す所から名前を読み取れませんでした。"
PERHAPS_DIRECTION: Final = "見出しが項目の向きを表すなら、その言い方を確かめて direction に書いてください。"

# A count and what belongs to it: whose it is stands before.
_COUNT: Final = re.compile(
    rf"[\s：:・、]*(?:年間|延べ|各|最大)*[\s]*(?:約|およそ|概ね)?\s*[0-9０-９，,．千万億]+\s*(?:{COUNTER}).*"
)


def read_section(readers: Readers, into: Collected, here: Above) -> None:
    """Read into ``into`` what its section states under the headings that say what holds ``here``."""
    heading = into.section.heading
    direction = direction_of(heading) if heading and here.topic is Topic.ITEMS else None
    if direction is not None:
        into.facts["direction"] = direction
    elif heading and here.topic is Topic.ITEMS and seems_a_direction(heading):
        into.doubt(Doubt(("heading",), PERHAPS_DIRECTION))
    into.take(readers.references.read(into.place), "references")
    if here.topic in _OF_TOPIC:
        _OF_TOPIC[here.topic](readers, into, here)


def _items(readers: Readers, into: Collected, here: Above) -> None:
    ItemFacts(readers, into, here).read(into.section.paragraphs)


def _items_and_volumes(readers: Readers, into: Collected, here: Above) -> None:
    counted, others = _parted_by_counts(readers, into)
    ItemFacts(readers, into, here).read(others)
    _read_volumes(readers, into, here, counted)


def _volumes(readers: Readers, into: Collected, here: Above) -> None:
    _read_volumes(readers, into, here, into.section.paragraphs)


def _subjects_and_volumes(readers: Readers, into: Collected, here: Above) -> None:
    counted, others = _parted_by_counts(readers, into)
    people = [_COUNT.sub("", text) for text in counted]
    _read_subjects(readers, into, (*others, *filter(None, people)))
    _read_volumes(readers, into, here, counted)


def _subjects(readers: Readers, into: Collected, _: Above) -> None:
    _read_subjects(readers, into, into.section.paragraphs)


def _period(_: Readers, into: Collected, __: Above) -> None:
    text = into.section.text
    if text is not None and not points_only(text):
        period, doubts = read_period(text)
        into.doubt(*doubts)
        if period is not None:
            into.facts["period"] = period


def _parties(readers: Readers, into: Collected, here: Above) -> None:
    found = readers.parties.read(stated(into, into.section.paragraphs), here.role)
    if any(map(points_only, into.section.paragraphs)):
        found = each_once(gathered((found, *_referred_parties(readers, into, here))))
    into.take(found, "counterparties")


def _holder(readers: Readers, into: Collected, _: Above) -> None:
    _read_departments(readers, into, Role.HOLDER)


def _user(readers: Readers, into: Collected, _: Above) -> None:
    _read_departments(readers, into, Role.USER)


_OF_TOPIC: Final[Mapping[Topic | None, Callable[[Readers, Collected, Above], None]]] = {
    Topic.ITEMS: _items,
    Topic.ITEMS_AND_VOLUMES: _items_and_volumes,
    Topic.VOLUMES: _volumes,
    Topic.SUBJECTS: _subjects,
    Topic.SUBJECTS_AND_VOLUMES: _subjects_and_volumes,
    Topic.PERIOD: _period,
    Topic.PARTIES: _parties,
    Topic.HOLDER: _holder,
    Topic.USER: _user,
}


def _parted_by_counts(readers: Readers, into: Collected) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the paragraphs that state counts, and the others."""
    counted = tuple(text for text in into.section.paragraphs if readers.volumes.read(text).values)
    return counted, tuple(text for text in into.section.paragraphs if text not in counted)


def _read_volumes(readers: Readers, into: Collected, here: Above, paragraphs: tuple[str, ...]) -> None:
    texts = stated(into, paragraphs)
    found = gathered(readers.volumes.read(text, here.subject) for text in texts)
    if not introduces(into, found):
        into.take(found, "volumes")


def _read_subjects(readers: Readers, into: Collected, paragraphs: tuple[str, ...]) -> None:
    texts = stated(into, paragraphs)
    found = each_once(gathered(map(readers.subjects.read, texts)))
    if not introduces(into, found):
        into.take(found, "subjects")


def _referred_parties(readers: Readers, into: Collected, here: Above) -> Iterator[Found[Counterparty]]:
    for reference in readers.references.read(into.place).values:
        target = readers.record.by_anchor.get(reference.section or "")
        found = readers.parties.read(target.section.paragraphs if target else (), here.role)
        if found.values and not found.doubts:
            yield found
        else:
            into.tell([NOT_REFERRED.format(words=reference.words)])


def _read_departments(readers: Readers, into: Collected, role: Role) -> None:
    texts = [text for text in into.section.paragraphs if not points_somewhere(text)]
    into.take(gathered(readers.parties.read_department(text, role) for text in texts), "counterparties")
