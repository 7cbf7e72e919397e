"""Counterparties outside the ward (相手方)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.kinds.kind import Facet, Kind, Use
from generator.model.consultation import Section
from generator.model.vocabulary import INSIDE_ROLES, CounterpartyKind, PartyState


@dataclass(frozen=True, kw_only=True)
class RegisteredCounterparty:
    """A counterparty under its canonical name."""

    name: str
    reading: str
    slug: str
    kind: CounterpartyKind
    aliases: tuple[str, ...] = ()
    also_called: tuple[str, ...] = ()


def named_parties(section: Section, *, inside: bool) -> Iterator[Use]:
    """Yield the parties ``inside`` the ward, or those outside, that ``section`` states by name, and not as 未定."""
    for index, party in enumerate(section.counterparties):
        is_named = party.name is not None and party.state is None and party.name not in tuple(PartyState)
        if is_named and (party.role in INSIDE_ROLES) is inside:
            yield Use(("counterparties", index, "name"), party.name or "", role=party.role)


def _in_section(section: Section) -> Iterator[Use]:
    return named_parties(section, inside=False)


COUNTERPARTIES: Final = Kind(
    file="counterparties.yml",
    entry=RegisteredCounterparty,
    title="相手方",
    folder="counterparties/",
    facet=Facet("counterparty", "相手方", 1, open=True),
    about="名前の出てくる事業者、団体、サービス",
    lead="諮問に名前の出てくる相手方です。役割は諮問ごとに異なります。",
    page_lead="{name}の名前が出てくる諮問と、そこでの役割の一覧です。",
    in_section=_in_section,
    ranks=True,
)
