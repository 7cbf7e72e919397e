"""What the archive says of a consultation, in the words of the golden facts."""

from collections.abc import Iterator
from typing import Any

from generator.archive.placed_facts import ItemList
from generator.archive.record import Record
from generator.model.consultation import Item, Measure

Said = dict[str, Any]


def said_facts(record: Record) -> Said:
    """Everything the archive says of ``record``."""
    return {
        **_title_block(record),
        "measures": [
            {"type": str(measure.type), "articles": [str(number) for number in measure.articles]}
            for measure in record.consultation.measures
        ],
        "counterparties": list(_counterparties(record)),
        "subjects": [
            {"section": place.anchor, "names": list(place.section.subjects)}
            for place in record.places
            if place.section.subjects
        ],
        "flows": [_flow(stated) for stated in record.item_lists],
        "volumes": list(_volumes(record)),
        "periods": list(_periods(record)),
        "references": list(_references(record)),
        "undecided": [str(party.counterparty.role) for party in record.undecided],
    }


def _title_block(record: Record) -> Said:
    consultation = record.consultation
    return {
        "number": consultation.number,
        "document": consultation.document,
        "meeting": consultation.meeting.isoformat(),
        "title": consultation.title,
        "subtitle": consultation.subtitle,
        "departments": list(consultation.departments),
        "businesses": list(consultation.businesses),
    }


def _counterparties(record: Record) -> Iterator[Said]:
    for party in record.parties:
        name = party.counterparty.name or str(party.counterparty.state)
        yield {"section": party.place.anchor, "name": name, "role": str(party.counterparty.role)}


def _flow(stated: ItemList) -> Said:
    subjects = "、".join(stated.subjects)
    return {
        "measure": said_measure(stated.measure),
        "section": stated.place.anchor,
        "direction": stated.direction and str(stated.direction),
        **_without_nothing(added=stated.added, subject=subjects),
        "items": [_item(item) for item in stated.items] or "なし",
    }


def _item(item: Item) -> Said | str:
    more = _without_nothing(subject=item.subject, parts=list(item.parts))
    return {"name": item.name, **more} if more else item.name


def _volumes(record: Record) -> Iterator[Said]:
    for stated in record.volumes:
        volume = stated.volume
        yield {
            "section": stated.place.anchor,
            **_without_nothing(
                subject=volume.subject,
                fiscal_year=volume.fiscal_year,
                onward=volume.onward,
                count=volume.count,
                approximate=volume.approximate,
                per=volume.per and str(volume.per),
            ),
        }


def _periods(record: Record) -> Iterator[Said]:
    for stated in record.periods:
        period = stated.period
        yield {
            "measure": said_measure(stated.measure),
            "section": stated.place.anchor,
            "start": str(period.start),
            **_without_nothing(end=period.end and str(period.end), continues=period.continues, repeats=period.repeats),
        }


def said_measure(measure: Measure | None) -> str:
    """The type of ``measure``, or nothing where the document names none."""
    return str(measure.type) if measure else ""


def _references(record: Record) -> Iterator[Said]:
    for place in record.places:
        for reference in place.section.references:
            to = reference.section or f"consultation {reference.consultation}"
            yield {"section": place.anchor, "words": reference.words, "to": to}


def _without_nothing(**values: object) -> Said:
    return {key: value for key, value in values.items() if value}
