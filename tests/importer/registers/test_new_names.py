"""Which of the proposed entries a file uses, however it writes their names."""

import pytest

from generator.importer.registers.new_names import NewNames
from generator.kinds.registered_counterparty import COUNTERPARTIES, RegisteredCounterparty
from generator.model.consultation import Counterparty, Section
from generator.model.vocabulary import CounterpartyKind, Role
from tests.model.making import made_up

PROPOSED = RegisteredCounterparty(
    name="見本緑地協会2",
    reading="みほんりょくちきょうかい",
    slug="mihon",
    kind=CounterpartyKind.BODY,
    aliases=("一般財団法人見本緑地協会2",),
)


@pytest.mark.parametrize(
    ("name", "is_used"),
    [
        ("見本緑地協会2", True),
        ("見本緑地協会２", True),
        ("一般財団法人　見本緑地協会２", True),
        ("見本緑地協会", False),
    ],
)
def test_an_entry_is_used_by_any_of_its_spellings(name: str, *, is_used: bool) -> None:
    consultation = made_up(Section(counterparties=(Counterparty(name=name, role=Role.CONTRACTOR),)))
    used = NewNames({COUNTERPARTIES: (PROPOSED,)}).used_in([consultation])
    assert used.entries[COUNTERPARTIES] == ((PROPOSED,) if is_used else ())
