"""The facts as the golden files state them: measure by measure, with the references between sections followed."""

from collections.abc import Iterator
from typing import Any

from generator.archive.placed_facts import ItemList
from generator.archive.record import Record
from generator.model.consultation import Item, Period, Volume
from generator.model.outline import Path, Place
from generator.model.partial_date import PartialDate
from generator.model.vocabulary import Per
from tests.golden.reading import golden_facts
from tests.importer.stated_facts import (
    NONE,
    Fact,
    Kind,
    Stated,
    all_of,
    date_facts,
    direction_place,
    item_facts,
    measure_facts,
    section_facts,
    title_facts,
    volume_fact,
)


def resolved_facts(record: Record) -> Iterator[Stated]:
    """Every fact that the archive states of ``record``."""
    yield from title_facts(record.consultation)
    yield from measure_facts(record.consultation, with_part=False)
    yield from section_facts(record)
    for stated in record.item_lists:
        yield from _flow(record, stated)
    for volume in record.volumes:
        origin, index = _origin(record, volume.volume)
        paths = ((*origin.path, "volumes", index), *_carriers(volume.place, origin))
        yield Stated(volume_fact(volume.place.anchor, volume.volume), paths)
    for period in record.periods:
        for fact, key in date_facts(period.place.anchor, period.period, period.measure and period.measure.type):
            yield Stated(fact, ((*period.place.path, "period", key),))


def _flow(record: Record, stated: ItemList) -> Iterator[Stated]:
    anchor, measure = stated.place.anchor, stated.measure and stated.measure.type
    said = direction_place(record, stated.place)
    above: tuple[Path, ...] = ((*said.path, "direction"),) if said else ()
    if said is not None:
        yield Stated(Fact(Kind.DIRECTION, anchor, all_of(stated.direction, measure)), above)
    key = "added_items" if stated.added else "items"
    added = "新たな項目" if stated.added else None
    whose = "、".join(stated.subjects)
    carriers = (*above, *_carriers(stated.place, stated.stated_at))
    for fact, keys in item_facts(anchor, stated.items, added, stated.direction, measure, whose=whose):
        yield Stated(fact, (*((*stated.stated_at.path, key, *path) for path in keys), *carriers))


def _carriers(place: Place, origin: Place) -> tuple[Path, ...]:
    if place.anchor == origin.anchor:
        return ()
    return tuple((*place.path, "references", index) for index, _ in enumerate(place.section.references))


def _origin(record: Record, wanted: Volume) -> tuple[Place, int]:
    return next(
        (place, index)
        for place in record.places
        for index, volume in enumerate(place.section.volumes)
        if volume is wanted
    )


def golden(number: int) -> Iterator[Fact]:
    """Every fact that the careful reader wrote down of consultation ``number``."""
    said = golden_facts(number)
    for kind, key in (
        (Kind.NUMBER, "number"),
        (Kind.DOCUMENT, "document"),
        (Kind.MEETING, "meeting"),
        (Kind.TITLE, "title"),
        (Kind.SUBTITLE, "subtitle"),
    ):
        if said[key] is not None:
            yield Fact(kind, "", str(said[key]))
    yield from (Fact(Kind.DEPARTMENT, "", name) for name in said["departments"])
    yield from (Fact(Kind.BUSINESS, "", name) for name in said["businesses"])
    for measure in said["measures"]:
        yield Fact(Kind.MEASURE, "", measure["type"])
        yield from (Fact(Kind.ARTICLE, "", all_of(measure["type"], article)) for article in measure["articles"])
    for party in said["counterparties"]:
        yield Fact(Kind.COUNTERPARTY, party["section"], all_of(party["role"], party["name"]))
    for subjects in said["subjects"]:
        yield from (Fact(Kind.SUBJECT, subjects["section"], name) for name in subjects["names"])
    for reference in said["references"]:
        yield Fact(Kind.REFERENCE, reference["section"], f"{reference['words']} → {reference['to']}")
    for flow in said["flows"]:
        yield from _golden_flow(flow)
    yield from (_golden_volume(dict(volume)) for volume in said["volumes"])
    for period in said["periods"]:
        yield from _golden_period(period)


def _golden_flow(flow: dict[str, Any]) -> Iterator[Fact]:
    anchor, direction = flow["section"], flow["direction"]
    if direction is not None:
        yield Fact(Kind.DIRECTION, anchor, all_of(direction, flow["measure"]))
    added = "新たな項目" if flow.get("added") else None
    items = () if flow["items"] == NONE else tuple(_golden_item(item) for item in flow["items"])
    for fact, _ in item_facts(anchor, items, added, direction, flow["measure"], whose=flow.get("subject", "")):
        yield fact


def _golden_item(item: str | dict[str, Any]) -> Item:
    if isinstance(item, str):
        return Item(item)
    return Item(item["name"], item.get("subject"), tuple(item.get("parts", ())))


def _golden_volume(volume: dict[str, Any]) -> Fact:
    anchor, per = volume.pop("section"), volume.pop("per", None)
    return volume_fact(anchor, Volume(**volume, per=per and Per(per)))


def _golden_period(period: dict[str, Any]) -> Iterator[Fact]:
    start, end = (PartialDate.parse(period[key]) if key in period else None for key in ("start", "end"))
    assert start is not None
    said = Period(start, end, period.get("continues", False), period.get("repeats"))
    assert set(period) <= {"section", "measure", "start", "end", "continues", "repeats"}
    for fact, _ in date_facts(period["section"], said, period["measure"]):
        yield fact
