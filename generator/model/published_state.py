"""What is published: the sum of the ledger's entries, or the content as it stands. The two are compared."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.model.ledger import (
    SCHEME,
    DigestedConsultation,
    LedgerEntry,
    PublishedAddress,
    Redirect,
    Renaming,
    Withdrawal,
)


@dataclass(frozen=True)
class PublishedState:
    """What is published, by address and by number.

    ``addresses`` are all that ever were, each with the name of the entry whose page it is. Those that are redirected or
    withdrawn have no page of their own. ``origins`` gives for those that took another's place the first address of that
    entry's page, ``changed`` for each consultation the day on which it last changed, ``schemes`` how its digests were
    made.
    """

    addresses: dict[str, str | None] = field(default_factory=dict)
    consultations: dict[int, DigestedConsultation] = field(default_factory=dict)
    redirects: dict[str, Redirect] = field(default_factory=dict)
    withdrawn: dict[str, Withdrawal] = field(default_factory=dict)
    renamed: tuple[Renaming, ...] = ()
    origins: dict[str, str] = field(default_factory=dict)
    changed: dict[int, dt.date] = field(default_factory=dict)
    schemes: dict[int, int] = field(default_factory=dict)

    def is_gone(self, address: str) -> bool:
        """Tell whether ``address`` was redirected or withdrawn."""
        return address in self.redirects or address in self.withdrawn

    @property
    def living(self) -> dict[str, str | None]:
        """The addresses that have a page or a file of their own."""
        return {address: name for address, name in self.addresses.items() if not self.is_gone(address)}


def sum_up(entries: Iterable[LedgerEntry]) -> PublishedState:
    """Return what is published after ``entries``."""
    state = PublishedState()
    renamed: list[Renaming] = []
    for entry in entries:
        for known in entry.addresses:
            state.addresses[known.address] = known.name
            if known.was is not None:
                state.origins[known.address] = known.was
            state.redirects.pop(known.address, None)
            state.withdrawn.pop(known.address, None)
        for redirect in entry.redirects:
            state.withdrawn.pop(redirect.address, None)
            state.redirects[redirect.address] = redirect
        for withdrawal in entry.withdrawn:
            state.redirects.pop(withdrawal.address, None)
            state.withdrawn[withdrawal.address] = withdrawal
        renamed.extend(entry.renamed)
        for digested in entry.consultations:
            _take_over(state, digested, entry)
    return replace(state, renamed=tuple(renamed))


def _take_over(state: PublishedState, digested: DigestedConsultation, entry: LedgerEntry) -> None:
    before = state.consultations.get(digested.number)
    earlier = before.corrections if before else ()
    corrections = (*earlier, *(each for each in digested.corrections if each not in earlier))
    # Digests that a newer program makes otherwise of the same words and facts are no change of these.
    if before is None or entry.scheme == state.schemes[digested.number] or digested.corrections:
        state.changed[digested.number] = entry.date
    state.consultations[digested.number] = replace(digested, corrections=corrections)
    state.schemes[digested.number] = entry.scheme


def difference(before: PublishedState, now: PublishedState, day: dt.date) -> LedgerEntry:
    """Return the entry of a publication on ``day`` that leads from ``before`` to ``now``."""
    living = before.living
    return LedgerEntry(
        date=day,
        scheme=SCHEME,
        consultations=tuple(_changed_consultations(before, now)),
        addresses=tuple(
            PublishedAddress(
                address=address, name=name, was=None if address in before.addresses else now.origins.get(address)
            )
            for address, name in now.living.items()
            if address not in living or living[address] != name
        ),
        redirects=tuple(each for address, each in now.redirects.items() if before.redirects.get(address) != each),
        withdrawn=tuple(each for address, each in now.withdrawn.items() if before.withdrawn.get(address) != each),
        renamed=tuple(each for each in now.renamed if each not in before.renamed),
    )


def _changed_consultations(before: PublishedState, now: PublishedState) -> Iterable[DigestedConsultation]:
    for number, digested in now.consultations.items():
        known = before.consultations.get(number)
        if known is None:
            yield digested
            continue
        new = replace(
            digested, corrections=tuple(each for each in digested.corrections if each not in known.corrections)
        )
        same = (known.words, known.facts, known.parts) == (new.words, new.facts, new.parts)
        if not same or new.corrections or before.schemes[number] != SCHEME:
            yield new
