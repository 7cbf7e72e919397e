"""Links from one page to the things of the archive."""

import datetime as dt
from dataclasses import dataclass, field

from generator.archive.record import Record
from generator.kinds.kind import Entry, Kind
from generator.kinds.names import Names
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.kinds.registered_department import DEPARTMENTS
from generator.model.article_number import ArticleNumber
from generator.model.consultation import Counterparty
from generator.model.vocabulary import INSIDE_ROLES, MeasureType
from generator.site import addresses
from generator.site.pages.page_parts import Link
from generator.site.wording import number_name


@dataclass(frozen=True)
class Links:
    """Makes the links of the page at ``page``, each once."""

    page: str
    names: Names
    _made: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def to(self, address: str) -> str:
        """Return the link to ``address``."""
        if address not in self._made:
            self._made[address] = addresses.relative(address, self.page)
        return self._made[address]

    def consultation(self, number: int, anchor: str = "") -> str:
        """Return the link to a consultation or to a section of it."""
        return self.to(addresses.consultation(number, anchor))

    def number(self, record: Record) -> Link:
        """Return a link to ``record`` by its number."""
        return Link(number_name(record.number), self.consultation(record.number))

    def meeting(self, day: dt.date) -> str:
        """Return the link to the meeting on ``day``."""
        return self.to(addresses.meeting(day))

    def entry(self, kind: Kind[Entry], name: str) -> Link:
        """Return the link to what is registered as ``name``: no more than the name while it is not registered."""
        registered = self.names.by_name(kind).get(name)
        return Link(name, self.to(addresses.entry(kind, registered)) if registered is not None else "")

    def article(self, number: ArticleNumber) -> Link:
        """Return the link to an article."""
        return Link(str(number), self.to(addresses.article(number)))

    def measure(self, measure_type: MeasureType) -> Link:
        """Return the link to a type of measure."""
        return Link(str(measure_type), self.to(addresses.measure(measure_type)))

    def party(self, counterparty: Counterparty) -> Link:
        """Return the link to a counterparty, to a department inside the ward, or to what was undecided."""
        if counterparty.name is None:
            return Link(str(counterparty.state), self.to(addresses.UNDECIDED))
        if counterparty.role in INSIDE_ROLES:
            return self.entry(DEPARTMENTS, counterparty.name)
        return self.entry(COUNTERPARTIES, counterparty.name)
