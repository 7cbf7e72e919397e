"""What consultations can be narrowed down by."""

from enum import StrEnum
from typing import Final


class Facet(StrEnum):
    """A way to divide consultations, in the order the search page shows them.

    The value is what an address calls it: ``/search/?counterparty=line``.
    """

    COUNTERPARTY = "counterparty"
    ITEM = "item"
    DEPARTMENT = "department"
    ARTICLE = "article"
    MEASURE = "measure"
    SUBJECT = "subject"
    MEETING = "meeting"


# What readers are told a facet is.
FACET_NAMES: Final = {
    Facet.COUNTERPARTY: "相手方",
    Facet.ITEM: "個人情報の項目",
    Facet.DEPARTMENT: "所管課",
    Facet.ARTICLE: "条例の条項",
    Facet.MEASURE: "措置",
    Facet.SUBJECT: "対象となる個人",
    Facet.MEETING: "開催日",
}
