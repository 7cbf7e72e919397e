"""The ledger: what was published when, so that nothing of it changes in silence; and what a person says of changes.

The program alone writes it (``archive publish``). A digest stands for words and facts: it tells that something is not
as it was published, and the digests of the parts tell where.
"""

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Self

from generator.model.consultation import Correction
from generator.model.outline import Path

# How words and facts are made into digests (archive/digests.py). A program that makes them otherwise counts on.
SCHEME: Final = 1

# The part that says what is withheld of a consultation.
_WITHHELD: Final = ".withheld"

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_PART: Final = r"(?:[a-z][a-z0-9-]*)?(?:\.[a-z_]+)?=[0-9a-f]{8}"
_PARTS: Final = re.compile(rf"{_PART}(?: {_PART})*")


@dataclass(frozen=True)
class Digest:
    """A SHA-256 in hexadecimal digits."""

    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read 64 hexadecimal digits. Raises ValueError for anything else."""
        return cls(_fully(_DIGEST, text))

    def __str__(self) -> str:
        """Return the digits."""
        return self.text


@dataclass(frozen=True)
class Parts:
    """The short digests of a consultation's parts, as ``title=1a2b3c4d s1=… s5-2.volumes=…``.

    ``title`` is the title block and ``s5-2`` the words of the section at that anchor; ``s5-2.volumes`` are facts of
    that section, ``.meeting`` facts of the whole.
    """

    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the parts. Raises ValueError where they are none."""
        return cls(_fully(_PARTS, text))

    @cached_property
    def digests(self) -> dict[str, str]:
        """The digest of each part by its name, in the order of the document."""
        return dict(part.split("=") for part in self.text.split(" "))

    def __str__(self) -> str:
        """Return the parts as the ledger writes them."""
        return self.text


def _fully(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.fullmatch(text):
        message = f"not what the ledger writes: {text}"
        raise ValueError(message)
    return text


@dataclass(frozen=True, kw_only=True)
class DigestedConsultation:
    """A consultation as it was published: digests of its words and facts, and the corrections that were new then."""

    number: int
    words: Digest
    facts: Digest
    parts: Parts
    corrections: tuple[Correction, ...] = ()

    @property
    def is_forgotten(self) -> bool:
        """Tell whether nothing is known of its words and facts any more."""
        return self.words == _FORGOTTEN

    def forget(self) -> Self:
        """Return it without anything that its words and facts could be guessed from."""
        return replace(self, words=_FORGOTTEN, facts=_FORGOTTEN, parts=_NO_PARTS)


_FORGOTTEN: Final = Digest("0" * 64)
_NO_PARTS: Final = Parts("title=00000000")


@dataclass(frozen=True, kw_only=True)
class PublishedAddress:
    """An address under which something was published, and the name of the registry's entry it is the page of.

    ``was`` is the first address of that entry's page where this one took its place: facts that name the entry do not
    change with its address.
    """

    address: str
    name: str | None = None
    was: str | None = None


@dataclass(frozen=True, kw_only=True)
class Redirect:
    """An address that was published and leads to another now."""

    address: str
    to: str


@dataclass(frozen=True, kw_only=True)
class Withdrawal:
    """An address whose page was withdrawn: when and why, and if it shall be told, what stood there.

    ``also`` are addresses that went with it, on the same day and for the same reason. The ledger has one for each.
    """

    address: str
    also: tuple[str, ...] = ()
    what: str | None = None
    date: dt.date
    reason: str


@dataclass(frozen=True, kw_only=True)
class Renaming:
    """A registry's entry that has another name now: the address of its page, when, what was changed, and why."""

    address: str
    date: dt.date
    what: str
    why: str


@dataclass(frozen=True, kw_only=True)
class AddressChanges:
    """What a person writes of published addresses, in content/changes.yml."""

    redirects: tuple[Redirect, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()
    renamed: tuple[Renaming, ...] = ()

    @property
    def withdrawals(self) -> tuple[tuple[Path, Withdrawal], ...]:
        """Each address that was withdrawn, with the path of the file that names it."""
        return tuple(
            (path, replace(said, address=address, also=(), what=said.what if path[-1] == "address" else None))
            for index, said in enumerate(self.withdrawn)
            for path, address in (
                (("withdrawn", index, "address"), said.address),
                *((("withdrawn", index, "also", place), address) for place, address in enumerate(said.also)),
            )
        )

    @property
    def gone(self) -> frozenset[str]:
        """The addresses that are redirected or withdrawn."""
        return frozenset((*(each.address for each in self.redirects), *(each.address for _, each in self.withdrawals)))


NO_CHANGES: Final = AddressChanges()


@dataclass(frozen=True, kw_only=True)
class LedgerEntry:
    """What one publication added to the archive and changed in it; ``scheme`` is how its digests were made."""

    date: dt.date
    scheme: int
    consultations: tuple[DigestedConsultation, ...] = ()
    addresses: tuple[PublishedAddress, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()
    renamed: tuple[Renaming, ...] = ()

    @property
    def says_nothing(self) -> bool:
        """Tell whether it adds and changes nothing."""
        return not (self.consultations or self.addresses or self.redirects or self.withdrawn or self.renamed)


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """Every publication, the oldest first. The ``seal`` is the digest of the file above its own line."""

    publications: tuple[LedgerEntry, ...]
    seal: Digest


def forget_withheld(publications: tuple[LedgerEntry, ...], newest: LedgerEntry) -> tuple[LedgerEntry, ...]:
    """Return ``publications`` without the digests of consultations in which ``newest`` withholds more (黒塗り).

    From a digest, and the words around them, a few withheld digits can be guessed.
    """
    last = {digested.number: digested for entry in publications for digested in entry.consultations}
    doomed = {each.number for each in newest.consultations if each.number in last and _withholds_more(each, last)}
    return tuple(
        replace(
            entry,
            consultations=tuple(each.forget() if each.number in doomed else each for each in entry.consultations),
        )
        for entry in publications
    )


def _withholds_more(now: DigestedConsultation, last: dict[int, DigestedConsultation]) -> bool:
    withheld, before = (each.parts.digests.get(_WITHHELD) for each in (now, last[now.number]))
    return withheld not in (None, before)
