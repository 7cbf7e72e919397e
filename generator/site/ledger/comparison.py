"""The content as it stands, held against what the ledger says was published."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.archive.archive import Archive
from generator.archive.digests import Identify, digest
from generator.archive.loading import Loaded
from generator.archive.record import Record
from generator.kinds.kind import Kind
from generator.kinds.names import Names
from generator.kinds.registered_law import ARTICLES
from generator.model.article_number import LawArticle
from generator.model.ledger import (
    AddressChanges,
    Digest,
    DigestedConsultation,
    Ledger,
    LedgerEntry,
    Redirect,
    forget_withheld,
)
from generator.model.published_state import PublishedState, difference, sum_up
from generator.site import addresses
from generator.site.ledger.published_addresses import published_addresses
from generator.store.files import LEDGER_FILE, Stored
from generator.store.ledger_file import ledger_text


@dataclass(frozen=True)
class Comparison:
    """What is published and what would be. ``ledger`` is None where nothing was published yet."""

    content: Path
    loaded: Loaded
    archive: Archive
    ledger: Stored[Ledger] | None
    changes: Stored[AddressChanges]

    @property
    def publications(self) -> tuple[LedgerEntry, ...]:
        """Every publication so far, the oldest first."""
        return self.ledger.value.publications if self.ledger else ()

    @cached_property
    def before(self) -> PublishedState:
        """What was published last."""
        return sum_up(self.publications)

    @cached_property
    def now(self) -> PublishedState:
        """What the content would publish."""
        said = self.changes.value
        redirects = {each.address: each for each in said.redirects}
        withdrawn = {each.address: each for _, each in said.withdrawals}
        return PublishedState(
            addresses=self._addresses,
            consultations={
                record.number: digest(record, self._identify, self.archive.kinds) for record in self.archive.written
            },
            redirects=redirects,
            withdrawn=withdrawn,
            renamed=said.renamed,
            origins=self._origins,
        )

    def digest_as(self, number: int, record: Record) -> DigestedConsultation:
        """Return the digests that ``record`` would have, were ``number`` its number."""
        if number == record.number:
            return self.now.consultations[number]
        renumbered = replace(record, consultation=replace(record.consultation, number=number))
        return digest(renumbered, self._identify, self.archive.kinds)

    @cached_property
    def _addresses(self) -> dict[str, str | None]:
        return published_addresses(self.archive, self.loaded.belongings, self.changes.value.gone)

    @cached_property
    def _origins(self) -> dict[str, str]:
        return _origins(self.before, self._addresses, self.changes.value.redirects, self.archive)

    @cached_property
    def _identify(self) -> Identify:
        return _identify(self.archive.names, self._origins)

    @property
    def last_day(self) -> dt.date:
        """The day of the last publication; the earliest there is where nothing was published."""
        return self.publications[-1].date if self.publications else dt.date.min

    @cached_property
    def moved_entries(self) -> dict[str, str]:
        """For addresses that are no more the new one of the entry whose page was there, where it is called so still."""
        return _moved_entries(self.before, self.now.addresses, self.archive)

    def entry_on(self, day: dt.date) -> LedgerEntry:
        """Return the ledger's entry of a publication on ``day``; it says nothing where nothing is new."""
        return difference(self.before, self.now, day)

    @property
    def is_exact(self) -> bool:
        """Tell whether the ledger says exactly what the content publishes."""
        return self.ledger is not None and self.entry_on(self.last_day).says_nothing

    def after(self, day: dt.date) -> "Comparison":
        """Return the comparison as it is once the content has been published on ``day``: nothing is new then."""
        entry = self.entry_on(day)
        publications = self.publications if entry.says_nothing else (*forget_withheld(self.publications, entry), entry)
        ledger = Ledger(publications=publications, seal=Digest(""))
        return replace(self, ledger=Stored(ledger, f"{self.content.name}/{LEDGER_FILE}", {}))

    def ledger_after(self, day: dt.date) -> str:
        """Return the ledger's file after a publication on ``day``: as it is where nothing is new."""
        return ledger_text(self.after(day).publications)


def _moved_entries(before: PublishedState, now: dict[str, str | None], archive: Archive) -> dict[str, str]:
    """Return for addresses that are no more the new ones of entries that are still called, or also called, the same."""
    moved = {}
    for address, name in before.living.items():
        if name is not None and address not in now:
            new = _address_of_name(archive, address, name, now)
            if new in now and new not in before.addresses:
                moved[address] = new
    return moved


def _address_of_name(archive: Archive, address: str, name: str, now: dict[str, str | None]) -> str:
    kind = next((kind for kind in archive.kinds if address.startswith(kind.folder)), None)
    if kind is None:
        return ""
    if kind is ARTICLES:
        return next((other for other, called in now.items() if called == name and other.startswith(kind.folder)), "")
    entry = archive.names.find(kind, name)
    return addresses.entry(kind, entry) if entry else ""


def _origins(
    before: PublishedState, now: dict[str, str | None], redirects: tuple[Redirect, ...], archive: Archive
) -> dict[str, str]:
    """Return for addresses that took another's place the first one of the same entry.

    One that is new takes the place of what leads to it, or, where no word is said of that, of what had its name: told
    is then that it moved, and not every fact that names it.
    """
    moved = {new: old for old, new in reversed(_moved_entries(before, now, archive).items())}
    led = {each.address: each.to for each in redirects if each.to in now and each.to not in before.addresses}
    moved |= {led[old]: old for old in reversed(before.addresses) if old in led}
    return before.origins | {new: before.origins.get(old, old) for new, old in moved.items()}


def _identify(names: Names, origins: dict[str, str]) -> Identify:
    """Return what says which entry of ``names`` a name means: by the address that its page was published at first."""
    known: dict[tuple[str, str, dt.date | None], str] = {}

    def identify(kind: Kind[Any], name: str, day: dt.date) -> str:
        key = (kind.file, name, day if kind is ARTICLES else None)
        if key not in known:
            address = _address_of(names, kind, name, day)
            known[key] = origins.get(address, address) or name
        return known[key]

    return identify


def _address_of(names: Names, kind: Kind[Any], name: str, day: dt.date) -> str:
    if kind is ARTICLES:
        cited = names.cited(LawArticle.parse(name), day)
        return addresses.article(cited.law, cited.article.name) if cited else ""
    entry = names.find(kind, name)
    return addresses.entry(kind, entry) if entry else ""
