"""The facts as a consultation's file writes them: each once, in the section that names it."""

from collections.abc import Iterator

from generator.archive.record import Record
from generator.model.outline import Path, Place
from tests.importer.stated_facts import (
    Fact,
    Kind,
    Stated,
    date_facts,
    direction_place,
    item_facts,
    measure_facts,
    section_facts,
    title_facts,
    volume_fact,
)


def written_facts(record: Record) -> Iterator[Stated]:
    """Every fact that the file of ``record`` writes; a reference is a fact, and what it leads to is not repeated."""
    yield from title_facts(record.consultation)
    yield from measure_facts(record.consultation, with_part=True)
    yield from section_facts(record)
    for place in record.places:
        yield from _items(record, place)
        yield from _volumes_and_dates(place)


def _items(record: Record, place: Place) -> Iterator[Stated]:
    section = place.section
    if section.direction is not None:
        yield Stated(Fact(Kind.DIRECTION, place.anchor, str(section.direction)), ((*place.path, "direction"),))
    said = direction_place(record, place)
    direction = said and said.section.direction
    above: tuple[Path, ...] = ((*said.path, "direction"),) if said else ()
    whose = "、".join(section.subjects)
    for key, added, items in (("items", None, section.items), ("added_items", "新たな項目", section.added_items)):
        if items is not None:
            for fact, keys in item_facts(place.anchor, items, added, direction, whose=whose):
                yield Stated(fact, (*((*place.path, key, *path) for path in keys), *above))


def _volumes_and_dates(place: Place) -> Iterator[Stated]:
    for index, volume in enumerate(place.section.volumes):
        yield Stated(volume_fact(place.anchor, volume), ((*place.path, "volumes", index),))
    if place.section.period is not None:
        for fact, key in date_facts(place.anchor, place.section.period):
            yield Stated(fact, ((*place.path, "period", key),))
