"""How a consultation names what each kind of registry lists, and where."""

from typing import Any

import pytest

from generator.archive.archive import Archive
from generator.kinds.kind import Kind
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.kinds.registered_department import DEPARTMENTS
from generator.kinds.registered_item import ITEMS
from generator.kinds.registered_law import ARTICLES
from generator.kinds.registered_subject import SUBJECTS
from generator.model.consultation import Counterparty, Item, Section, Volume
from generator.model.outline import outline
from generator.model.vocabulary import PartyState, Role
from tests.model.making import made_up

CONSULTATION = made_up(
    Section(
        heading="１ 項目",
        subjects=("児童",),
        items=(Item("氏名", parts=("姓", "名")),),
        added_items=(Item("住所", subject="保護者"),),
        counterparties=(
            Counterparty(name="LINE", role=Role.SERVICE),
            Counterparty(name="試験部利用課", role=Role.USER),
            Counterparty(state=PartyState.UNDECIDED, role=Role.CONTRACTOR),
            Counterparty(name="未定", role=Role.CONTRACTOR),
            Counterparty(name="二重", state=PartyState.UNDECIDED, role=Role.CONTRACTOR),
        ),
        sections=(Section(heading="（１）件数", volumes=(Volume(count=3), Volume(count=5, subject="犬の所有者"))),),
    ),
)
FIRST = ("sections", 0)
SECOND = (*FIRST, "sections", 0)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (
            ITEMS,
            {
                (*FIRST, "items", 0): "氏名",
                (*FIRST, "items", 0, "parts", 0): "姓",
                (*FIRST, "items", 0, "parts", 1): "名",
                (*FIRST, "added_items", 0): "住所",
            },
        ),
        # A party is not named where its state says that nobody knows it.
        (COUNTERPARTIES, {(*FIRST, "counterparties", 0, "name"): "LINE"}),
        (
            DEPARTMENTS,
            {("departments", 0): "試験部試験課", (*FIRST, "counterparties", 1, "name"): "試験部利用課"},
        ),
        (
            SUBJECTS,
            {
                (*FIRST, "subjects", 0): "児童",
                (*FIRST, "added_items", 0, "subject"): "保護者",
                (*SECOND, "volumes", 1, "subject"): "犬の所有者",
            },
        ),
        (ARTICLES, {("measures", 0, "articles", 0): "第18条第3号"}),
    ],
    ids=lambda value: value.file if isinstance(value, Kind) else "",
)
def test_a_kind_says_where_a_consultation_names_one(
    kind: Kind[Any], expected: dict[tuple[str | int, ...], str]
) -> None:
    uses = list(kind.uses(CONSULTATION, outline(CONSULTATION)))
    assert {placed.path: placed.use.name for placed in uses} == expected
    assert [placed.path for placed in uses] == list(expected)
    assert kind.names_in(CONSULTATION) == frozenset(expected.values())


def test_a_name_in_parentheses_stands_within_that_of_its_item() -> None:
    within = {placed.use.name: placed.use.within for placed in ITEMS.uses(CONSULTATION, outline(CONSULTATION))}
    assert within == {"氏名": None, "姓": "氏名", "名": "氏名", "住所": None}


def test_what_is_used_is_what_the_pages_show(archive: Archive) -> None:
    assert set(archive.records_naming(ITEMS)) == set(archive.sharings)
    assert set(archive.records_naming(COUNTERPARTIES)) == set(archive.appearances)
    asking = {name for record in archive.records for name in record.consultation.departments}
    assert set(archive.records_naming(DEPARTMENTS)) == asking | set(archive.inside_appearances)
