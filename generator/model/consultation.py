"""A consultation: the document, whole, and the facts that stand in it.

Field order is the order of the keys in the file. ``None`` in a list's place means that the document says nothing,
an empty list that it says なし.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.model.article_number import LawArticle
from generator.model.partial_date import PartialDate
from generator.model.vocabulary import Direction, MeasureType, PartyState, Per, Role

# A list that the document states to be empty. It differs from a list of which the document says nothing.
NONE_WORD: Final = "なし"
# How a document says that what it has begun goes on.
CONTINUES: Final = "継続して行う"


@dataclass(frozen=True)
class Item:
    """An item of personal data: its registered name, the items in its parentheses, and whose it is said to be."""

    name: str
    subject: str | None = None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Counterparty:
    """Who is on the other side, in a role; ``state`` stands where no name is given."""

    name: str | None = None
    role: Role
    state: PartyState | None = None


@dataclass(frozen=True, kw_only=True)
class Volume:
    """How many records, of whom and over which time."""

    subject: str | None = None
    fiscal_year: int | None = None
    onward: bool = False
    count: int
    approximate: bool = False
    per: Per | None = None

    @property
    def words(self) -> str:
        """The number as readers are told it: 約9,000件（年間）."""
        return f"{'約' if self.approximate else ''}{self.count:,}件" + (f"（{self.per}）" if self.per else "")


@dataclass(frozen=True)
class Period:
    """When the handling of data starts and ends, as far as the document says."""

    start: PartialDate | None = None
    end: PartialDate | None = None
    continues: bool = False
    repeats: str | None = None


@dataclass(frozen=True)
class Reference:
    """Words that point elsewhere: at a section of this document, whose facts hold here too, or at a consultation."""

    words: str
    section: str | None = None
    consultation: int | None = None


@dataclass(frozen=True)
class TornColumn:
    """A column of a table whose rows are not known: its heading and its cells from top to bottom."""

    column: str
    cells: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The heading and the cells."""
        return (self.column, *self.cells)


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its text, which may be empty, and how many rows and columns it spans."""

    text: str
    rows: int = 1
    columns: int = 1

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of the text; none where the cell is empty."""
        return tuple(self.text.split("\n")) if self.text else ()


@dataclass(frozen=True)
class TableRow:
    """A row of a table: the cells that begin in it, from left to right, as in HTML."""

    cells: tuple[Cell, ...]
    header: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of the cells that are not empty."""
        return tuple(cell.text for cell in self.cells if cell.text)


def cell_texts(torn_table: tuple[TornColumn, ...], table: tuple[TableRow, ...]) -> tuple[str, ...]:
    """Return the texts in the cells of both kinds of table, in the order of the file."""
    return (*(text for column in torn_table for text in column.texts), *(text for row in table for text in row.texts))


@dataclass(frozen=True)
class Section:
    """A piece of the document: a heading, paragraphs (one a line), sections beneath, and the facts of these words."""

    heading: str | None = None
    text: str | None = None
    torn_table: tuple[TornColumn, ...] = ()
    table: tuple[TableRow, ...] = ()
    direction: Direction | None = None
    subjects: tuple[str, ...] = ()
    items: tuple[Item, ...] | None = None
    added_items: tuple[Item, ...] | None = None
    counterparties: tuple[Counterparty, ...] = ()
    volumes: tuple[Volume, ...] = ()
    period: Period | None = None
    references: tuple[Reference, ...] = ()
    sections: tuple["Section", ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of the text, without those of the sections beneath."""
        return tuple(self.text.split("\n")) if self.text else ()

    @property
    def cells(self) -> tuple[str, ...]:
        """The texts in the cells of its tables, in the order of the file."""
        return cell_texts(self.torn_table, self.table)


@dataclass(frozen=True)
class Measure:
    """What is asked for, the articles that make the ward ask, and the part of the document it stands in, if any."""

    type: MeasureType
    articles: tuple[LawArticle, ...] = ()
    section: str | None = None


@dataclass(frozen=True)
class Decision:
    """The council's answer (答申), with where it was published. It is never inferred from the consultation."""

    date: dt.date
    words: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Printed:
    """Lines of the title block as the ward printed them, where they differ from those that follow from the file.

    ``document`` is 「審議資料No.1」, ``number`` 「諮問第975号」, ``subtitle`` 「(オンラインによる受付)」, ``date``
    「令和4年6月17日」.
    """

    document: str | None = None
    number: str | None = None
    subtitle: str | None = None
    date: str | None = None


@dataclass(frozen=True)
class Allowed:
    """Words of the document that look like personal data, and that a person has found may be published, and why."""

    words: str
    reason: str
    date: dt.date


@dataclass(frozen=True)
class Withheld:
    """Words of the document that are not published (黒塗り), each character a ■, with why and since when."""

    words: str
    reason: str
    date: dt.date


# What a person has decided about words that should perhaps not be published.
Decided = Allowed | Withheld


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What was changed in a consultation after it was published: when, what, and why. Readers are shown it."""

    date: dt.date
    what: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Consultation:
    """One consultation (諮問), from its title block to its last section; ``document`` is None where none is printed.

    ``articles`` make the ward ask, and the document does not say for which of the measures.
    """

    number: int
    document: int | None = None
    meeting: dt.date
    title: str
    subtitle: str | None = None
    departments: tuple[str, ...]
    businesses: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    articles: tuple[LawArticle, ...] = ()
    source_url: str | None = None
    decision: Decision | None = None
    printed: Printed | None = None
    corrections: tuple[Correction, ...] = ()
    allowed: tuple[Allowed, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    sections: tuple[Section, ...]

    def decided(self) -> Iterator[tuple[tuple[str | int, ...], Decided]]:
        """Yield each entry of ``allowed`` and ``withheld`` with its path."""
        yield from ((("allowed", index), entry) for index, entry in enumerate(self.allowed))
        yield from ((("withheld", index), entry) for index, entry in enumerate(self.withheld))

    def cited_articles(self) -> Iterator[tuple[tuple[str | int, ...], Measure | None, LawArticle]]:
        """Yield each article with its path and the measure it is cited for, None where that is not said."""
        for index, measure in enumerate(self.measures):
            for number, article in enumerate(measure.articles):
                yield ("measures", index, "articles", number), measure, article
        for number, article in enumerate(self.articles):
            yield ("articles", number), None, article
