"""What a heading says its section is about."""

from collections.abc import Iterator

import pytest

from generator.importer.facts.headings import Topic, adds_items, direction_of, role_of, seems_a_direction, topic_of
from generator.model.vocabulary import MeasureType, Role
from tests.importer.facts.cases import Case, cases

TWO = (MeasureType.OUTSOURCING, MeasureType.CONNECTION)


@pytest.mark.parametrize("case", cases("topics"), ids=str)
def test_headings(case: Case) -> None:
    assert list(_said(case.words)) == case.found


def test_where_a_heading_names_no_role_the_only_measure_gives_it() -> None:
    assert role_of("相手方", (MeasureType.PROVISION,)) is Role.RECIPIENT
    assert role_of("相手方", (MeasureType.OTHER_PURPOSE, MeasureType.CONNECTION)) is Role.CONNECTED_PARTY
    assert role_of("相手方", ()) is None


def test_a_subcontractor_has_no_role_whatever_the_measure() -> None:
    assert role_of("再委託先", (MeasureType.OUTSOURCING,)) is None


def _said(heading: str) -> Iterator[str]:
    topic = topic_of(heading)
    if topic is not None:
        yield topic.name
    role = role_of(heading, TWO) if topic is Topic.PARTIES else None
    if role is not None:
        yield role
    direction = direction_of(heading)
    if direction is not None:
        yield direction
    if seems_a_direction(heading):
        yield "perhaps a direction"
    if adds_items(heading):
        yield "added"
