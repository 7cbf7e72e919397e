"""Links from one page to the things of the archive."""

import datetime as dt
from dataclasses import dataclass

from generator.archive.record import Record
from generator.kinds.names import Names
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.kinds.registered_department import DEPARTMENTS
from generator.kinds.registered_item import ITEMS
from generator.kinds.registered_subject import SUBJECTS
from generator.model.article_number import ArticleNumber
from generator.model.consultation import Counterparty
from generator.model.vocabulary import INSIDE_ROLES, MeasureType
from generator.site import addresses
from generator.site.pages.parts import Link
from generator.site.wording import number_name


@dataclass(frozen=True)
class Links:
    """Makes the links of the page at ``page``."""

    page: str
    names: Names

    def to(self, address: str) -> str:
        """Return the link to ``address``."""
        return addresses.relative(address, self.page)

    def consultation(self, number: int, anchor: str = "") -> str:
        """Return the link to a consultation or to a section of it."""
        return self.to(addresses.consultation(number, anchor))

    def numbered(self, record: Record) -> Link:
        """Return a link to ``record`` by its number."""
        return Link(number_name(record.number), self.consultation(record.number))

    def meeting(self, day: dt.date) -> str:
        """Return the link to the meeting on ``day``."""
        return self.to(addresses.meeting(day))

    def department(self, name: str) -> Link:
        """Return the link to a department by its name: no more than the name while it is not registered."""
        registered = self.names.departments.get(name)
        return Link(name, self.to(addresses.registered(DEPARTMENTS, registered)) if registered else "")

    def article(self, number: ArticleNumber) -> Link:
        """Return the link to an article."""
        return Link(str(number), self.to(addresses.article(number)))

    def measure(self, measure_type: MeasureType) -> Link:
        """Return the link to a type of measure."""
        return Link(str(measure_type), self.to(addresses.measure(measure_type)))

    def item(self, name: str) -> Link:
        """Return the link to an item by its name."""
        return Link(name, self.to(addresses.registered(ITEMS, self.names.items[name])))

    def subject(self, name: str) -> Link:
        """Return the link to a data subject by its name."""
        return Link(name, self.to(addresses.registered(SUBJECTS, self.names.subjects[name])))

    def party(self, counterparty: Counterparty) -> Link:
        """Return the link to a counterparty, to a department inside the ward, or to what was undecided."""
        if counterparty.name is None:
            return Link(str(counterparty.state), self.to(addresses.UNDECIDED))
        if counterparty.role in INSIDE_ROLES:
            return self.department(counterparty.name)
        return Link(
            counterparty.name,
            self.to(addresses.registered(COUNTERPARTIES, self.names.counterparties[counterparty.name])),
        )
