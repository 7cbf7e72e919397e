"""The archive's answers across all consultations are those a careful reader would give."""

from collections.abc import Iterable
from typing import Any

import pytest

from generator.archive.archive import Appearance, Archive
from generator.archive.record import Record
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.kinds.registered_department import DEPARTMENTS
from generator.kinds.registered_subject import SUBJECTS
from generator.model.vocabulary import MeasureType
from tests.golden.reading import NUMBERS, golden_indexes

GOLDEN = golden_indexes()


@pytest.fixture(scope="module")
def first(archive: Archive) -> Archive:
    """The archive as it began: what comes later is not in the golden indexes."""
    return Archive(tuple(record for record in archive.records if record.number in NUMBERS), archive.names)


def numbers(records: Iterable[Record]) -> list[int]:
    """The numbers of ``records``, each once, in their order."""
    return list(dict.fromkeys(record.number for record in records))


def appearances(stated: Iterable[Appearance]) -> list[dict[str, Any]]:
    return [{"number": each.record.number, "role": str(each.party.counterparty.role)} for each in stated]


def said_indexes(archive: Archive) -> dict[str, Any]:
    articles: dict[str, list[Record]] = {}
    for cited in archive.cited_articles:
        articles.setdefault(cited.citation.article.slug, []).append(cited.record)
    measures = {str(measure): numbers(archive.with_measure(measure)) for measure in MeasureType}
    departments = archive.names.entries(DEPARTMENTS)
    parties = archive.appearances | archive.inside_appearances
    return {
        "articles": {slug: numbers(records) for slug, records in articles.items()},
        "measures": {measure: records for measure, records in measures.items() if records},
        "counterparties": {name: appearances(stated) for name, stated in parties.items()},
        "departments": {entry.name: found for entry in departments if (found := numbers(archive.of_department(entry)))},
        "items": {name: numbers(sharing.record for sharing in sharings) for name, sharings in archive.sharings.items()},
        "subjects": {name: numbers(records) for name, records in archive.records_naming(SUBJECTS).items()},
        "undecided": numbers(appearance.record for appearance in archive.undecided),
        "not_held": {number: numbers(records) for number, records in archive.not_held.items()},
    }


@pytest.mark.parametrize("index", GOLDEN)
def test_the_archive_answers_what_a_reader_would(first: Archive, index: str) -> None:
    assert said_indexes(first)[index] == GOLDEN[index]


def test_every_index_of_the_archive_is_compared(first: Archive) -> None:
    assert set(GOLDEN) == set(said_indexes(first))


def test_articles_stand_in_the_order_of_the_ordinance(first: Archive) -> None:
    slugs = dict.fromkeys(cited.citation.article.slug for cited in first.cited_articles)
    assert list(slugs) == ["8-2-6", "12", "15-1-4", "16-1-4", "18-3"]


def test_the_meeting_lists_its_documents_in_their_order(first: Archive) -> None:
    (meeting,) = first.meetings
    assert meeting.isoformat() == "2022-06-17"
    assert [record.consultation.document for record in first.at_meeting(meeting)] == list(range(1, 12))


def test_a_consultation_says_which_others_refer_to_it(first: Archive) -> None:
    assert {number: numbers(records) for number, records in first.referring.items()} == {964: [977]}


def test_an_item_within_another_says_in_which(first: Archive) -> None:
    within = {(sharing.record.number, sharing.within) for sharing in first.sharings["氏名"]}
    assert within >= {(975, None), (978, "世帯情報"), (978, "里親情報")}
    assert {sharing.within for sharing in first.sharings["既往歴"]} == {"心身の状況"}


def test_departments_that_hold_or_use_data_stand_apart_from_parties_outside_the_ward(first: Archive) -> None:
    assert list(first.inside_appearances) == ["高齢福祉部介護保険課", "高齢福祉部高齢福祉課"]
    assert not set(first.inside_appearances) & set(first.appearances)
    assert set(first.appearances) <= set(first.names.by_name(COUNTERPARTIES))


def test_a_service_is_never_said_to_be_a_party_of_the_measure(first: Archive) -> None:
    roles = {str(appearance.party.counterparty.role) for appearance in first.appearances["LINE"]}
    assert roles == {"利用サービス", "連絡経路"}
