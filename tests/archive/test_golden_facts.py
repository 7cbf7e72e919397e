"""Every fact a careful reader found in the source is what the archive says, and the archive says nothing more."""

import pytest

from generator.archive.archive import Archive
from tests.archive.saying import said_facts
from tests.golden.reading import NUMBERS, golden_facts

QUOTES = "quotes"
KEYS = tuple(key for key in golden_facts(NUMBERS[0]) if key != QUOTES)


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("key", KEYS)
def test_the_archive_says_what_the_document_says(archive: Archive, number: int, key: str) -> None:
    assert said_facts(archive.by_number[number])[key] == golden_facts(number)[key]


@pytest.mark.parametrize("number", NUMBERS)
def test_every_golden_fact_is_compared(archive: Archive, number: int) -> None:
    assert set(golden_facts(number)) == {*KEYS, QUOTES}
    assert set(said_facts(archive.by_number[number])) == set(KEYS)


@pytest.mark.parametrize("number", NUMBERS)
def test_no_statement_in_the_file_is_lost_on_the_way_to_the_archive(archive: Archive, number: int) -> None:
    record = archive.by_number[number]
    written = {
        (place.anchor, added)
        for place in record.places
        for added, items in ((False, place.section.items), (True, place.section.added_items))
        if items is not None
    }
    assert written == {(stated.stated_at.anchor, stated.added) for stated in record.item_lists}
    periods = {place.anchor for place in record.places if place.section.period is not None}
    assert periods == {stated.place.anchor for stated in record.periods}
