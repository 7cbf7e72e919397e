"""The facts of a consultation as values that can be compared, each with the lines of the file that carry it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from generator.archive.record import Record
from generator.model.consultation import Consultation, Counterparty, Item, Period, Volume
from generator.model.outline import Path, Place

NONE: Final = "なし"


class Kind(StrEnum):
    """The kinds of fact, in the order of the table's columns. ``OTHER`` is what no document says and no import may."""

    NUMBER = "number"
    DOCUMENT = "document"
    MEETING = "meeting"
    TITLE = "title"
    SUBTITLE = "subtitle"
    DEPARTMENT = "department"
    BUSINESS = "business"
    MEASURE = "measure"
    ARTICLE = "article"
    COUNTERPARTY = "party"
    SUBJECT = "subject"
    DIRECTION = "direction"
    ITEM = "item"
    VOLUME = "volume"
    DATE = "date"
    REFERENCE = "reference"
    OTHER = "other"


# Those the issue names: 98 % of them are to be found.
ASKED: Final = (
    Kind.ITEM,
    Kind.COUNTERPARTY,
    Kind.ARTICLE,
    Kind.VOLUME,
    Kind.DATE,
    Kind.DIRECTION,
    Kind.SUBJECT,
)


@dataclass(frozen=True, order=True)
class Fact:
    """A fact: its kind, the anchor of its section (empty for the title block), and all that is said of it."""

    kind: Kind
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.kind} {self.where or '-'}: {self.what}"


@dataclass(frozen=True)
class Stated:
    """A fact with the paths of the keys that carry it."""

    fact: Fact
    paths: tuple[Path, ...]


def all_of(*said: object) -> str:
    """What is said of a fact, in one line; nothing stands for what is not said."""
    return " | ".join(str(each) for each in said if each not in (None, False, "", ()))


def title_facts(consultation: Consultation) -> Iterator[Stated]:
    """The facts above the first section, but for the measures."""
    for kind, key, said in (
        (Kind.NUMBER, "number", consultation.number),
        (Kind.DOCUMENT, "document", consultation.document),
        (Kind.MEETING, "meeting", consultation.meeting),
        (Kind.TITLE, "title", consultation.title),
        (Kind.SUBTITLE, "subtitle", consultation.subtitle),
        (Kind.OTHER, "source_url", consultation.source_url),
        (Kind.OTHER, "decision", consultation.decision),
    ):
        if said is not None:
            yield Stated(Fact(kind, "", str(said)), ((key,),))
    for kind, key, names in (
        (Kind.DEPARTMENT, "departments", consultation.departments),
        (Kind.BUSINESS, "businesses", consultation.businesses),
    ):
        for index, name in enumerate(names):
            yield Stated(Fact(kind, "", name), ((key, index),))


def measure_facts(consultation: Consultation, *, with_part: bool) -> Iterator[Stated]:
    """The measures and their articles; the hand-made golden facts do not say which part a measure stands in."""
    for index, measure in enumerate(consultation.measures):
        path: Path = ("measures", index)
        part = measure.section if with_part else None
        carriers: tuple[Path, ...] = ((*path, "type"), (*path, "section"))
        yield Stated(Fact(Kind.MEASURE, "", all_of(measure.type, part)), carriers)
        for place, article in enumerate(measure.articles):
            fact = Fact(Kind.ARTICLE, "", all_of(measure.type, part, article))
            yield Stated(fact, (*carriers, (*path, "articles", place)))


def section_facts(record: Record) -> Iterator[Stated]:
    """The facts of the sections that no reference carries elsewhere: parties, subjects and the references themselves.

    The two yardsticks write these the same way.
    """
    for place in record.places:
        section = place.section
        for index, party in enumerate(section.counterparties):
            yield Stated(party_fact(place.anchor, party), ((*place.path, "counterparties", index),))
        for index, subject in enumerate(section.subjects):
            yield Stated(Fact(Kind.SUBJECT, place.anchor, subject), ((*place.path, "subjects", index),))
        for index, reference in enumerate(section.references):
            to = reference.section or f"consultation {reference.consultation}"
            fact = Fact(Kind.REFERENCE, place.anchor, f"{reference.words} → {to}")
            yield Stated(fact, ((*place.path, "references", index),))


def party_fact(anchor: str, party: Counterparty) -> Fact:
    return Fact(Kind.COUNTERPARTY, anchor, all_of(party.role, party.name, party.state))


def item_facts(
    anchor: str, items: tuple[Item, ...], *about: object, whose: str
) -> Iterator[tuple[Fact, tuple[Path, ...]]]:
    """An item and each of its parts, with the keys in the list that carry it; なし where the list is empty."""
    if not items:
        yield Fact(Kind.ITEM, anchor, all_of(NONE, *about)), ((),)
    for index, item in enumerate(items):
        said = (*about, item.subject or whose)
        subject: Path = (index, "subject")
        yield Fact(Kind.ITEM, anchor, all_of(item.name, *said)), ((index, "name"), subject)
        for place, part in enumerate(item.parts):
            fact = Fact(Kind.ITEM, anchor, all_of(f"{item.name} › {part}", *said))
            yield fact, ((index, "parts", place), subject)


def volume_fact(anchor: str, volume: Volume) -> Fact:
    return Fact(
        Kind.VOLUME,
        anchor,
        all_of(
            volume.subject,
            volume.fiscal_year and f"FY{volume.fiscal_year}",
            volume.onward and "以降",
            f"{'約' if volume.approximate else ''}{volume.count}件",
            volume.per,
        ),
    )


def date_facts(anchor: str, period: Period, *about: object) -> Iterator[tuple[Fact, str]]:
    """Start, end, that it continues and how it repeats: each a fact, with its key."""
    for key, said in (
        ("start", period.start),
        ("end", period.end),
        ("continues", "継続" if period.continues else None),
        ("repeats", period.repeats),
    ):
        if said is not None:
            yield Fact(Kind.DATE, anchor, all_of(f"{key} {said}", *about)), key


def direction_place(record: Record, place: Place) -> Place | None:
    """The section that says which way the items of ``place`` go: itself, or the nearest above it."""
    for anchor in (place.anchor, *reversed(place.above)):
        if record.by_anchor[anchor].section.direction is not None:
            return record.by_anchor[anchor]
    return None
