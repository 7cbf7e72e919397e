"""What the template of the review is given: plain values, and links within the page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """A stretch of text. ``facts`` are the marks of the facts it carries, ``anchors`` those of them that begin here.

    ``only_here`` tells that the other side does not have it; ``doubted`` that a doubt is about a fact it carries.
    """

    text: str
    facts: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    only_here: bool = False
    doubted: bool = False


@dataclass(frozen=True)
class LineView:
    """A line of the source; ``left_out`` says why it is no part of the document, or is empty."""

    number: int
    runs: tuple[Run, ...]
    left_out: str


@dataclass(frozen=True)
class CellView:
    """A cell of a table: its paragraphs, and how many rows and columns it spans."""

    paragraphs: tuple[tuple[Run, ...], ...]
    rows: int
    columns: int


@dataclass(frozen=True)
class TableRowView:
    """A row of a table."""

    cells: tuple[CellView, ...]
    header: bool


@dataclass(frozen=True)
class ColumnView:
    """A column of a table whose rows are not known."""

    heading: tuple[Run, ...]
    cells: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True)
class DoubtView:
    """A doubt: its words, the lines that are held back, its lines in file and source, and the doubts around it.

    The words that it quotes are marked with ``mark``; ``advice`` says how to settle it. ``source_line`` is 0 where none
    is known, ``section`` (how one cites it) empty where the file cannot be read; ``previous`` and ``next`` are
    ordinals, or 0 where there is none.
    """

    ordinal: int
    mark: str
    message: str
    held_back: str
    advice: str
    line: int
    source_line: int
    section: str
    previous: int
    next: int


@dataclass(frozen=True)
class BlockView:
    """A heading (``level`` is that of the HTML heading), a paragraph (``level`` 0) or a table, beside its source lines.

    ``line`` is the block's in the file. ``note`` says which line of the source it shares with what stands before it, or
    that it has none; ``doubts`` are the ordinals of those about it, and ``notes`` those of them that begin here.
    """

    line: int
    level: int
    runs: tuple[Run, ...]
    columns: tuple[ColumnView, ...]
    rows: tuple[TableRowView, ...]
    lines: tuple[LineView, ...]
    note: str
    doubts: tuple[int, ...]
    notes: tuple[DoubtView, ...]


@dataclass(frozen=True)
class ChipView:
    """A fact; ``anchor`` is that of the words that carry it, or of their section, or empty where none are found."""

    mark: str
    text: str
    anchor: str
    doubted: bool


@dataclass(frozen=True)
class FactsView:
    """The facts of one kind, and the line of the file in which the first of them stands."""

    label: str
    line: int
    chips: tuple[ChipView, ...]


@dataclass(frozen=True)
class ReviewedSectionView:
    """A section with its text and its facts. ``name`` is how one cites it; ``notes`` are the doubts about its facts."""

    anchor: str
    name: str
    depth: int
    blocks: tuple[BlockView, ...]
    facts: tuple[FactsView, ...]
    notes: tuple[DoubtView, ...]


@dataclass(frozen=True)
class ProblemView:
    """A problem; ``place`` is its file and line, ``anchor`` that of the section it is in, or empty."""

    place: str
    message: str
    remedy: str
    anchor: str


@dataclass(frozen=True)
class ProblemsView:
    """Problems with one remedy: folded under the words of their ``kind``, or told one by one where that is empty."""

    kind: str
    remedy: str
    problems: tuple[ProblemView, ...]


@dataclass(frozen=True)
class EntryView:
    """A registry entry, and the place of the doubt at it."""

    name: str
    place: str


@dataclass(frozen=True)
class EntryDoubtsView:
    """A doubt at the registry entries of names that the file uses, of all that have it in the same words."""

    message: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True)
class AdviceView:
    """How to settle the doubts of ``ordinals`` (1、3〜9), which are not named where it holds for all."""

    ordinals: str
    text: str


@dataclass(frozen=True)
class DifferenceView:
    """Where file and source differ: the same words before it, then each side's own, either of which may be empty."""

    before: str
    ours: str
    theirs: str
    line: int
    source_line: int


@dataclass(frozen=True)
class ProofView:
    """Whether the document is its source, character for character, and where it is not."""

    whole: bool
    text: str
    differences: tuple[DifferenceView, ...]
    more: int


@dataclass(frozen=True)
class FindingView:
    """What was found, under a label, and what of it is held back until a doubt is settled.

    ``may_have_more`` tells that something is held back that cannot be read.
    """

    label: str
    values: tuple[str, ...]
    held: tuple[str, ...] = ()
    may_have_more: bool = False


@dataclass(frozen=True)
class ReviewView:
    """The whole page. ``stale`` says that the result is that of an earlier state of the file, or is empty.

    ``uncounted`` says why the doubts are not known, or is empty; ``advice`` is how to settle them. ``lines`` are those
    of the source where there are no ``sections`` to set them beside.
    """

    stamp: str
    name: str
    title: str
    file: str
    source_file: str
    verdict: str
    is_ready: bool
    stale: str
    errors: tuple[ProblemView, ...]
    warnings: tuple[ProblemView, ...]
    registry_errors: tuple[ProblemsView, ...]
    doubts: tuple[DoubtView, ...]
    uncounted: str
    advice: tuple[AdviceView, ...]
    entry_doubts: tuple[EntryDoubtsView, ...]
    findings: tuple[FindingView, ...]
    proof: ProofView
    sections: tuple[ReviewedSectionView, ...]
    lines: tuple[LineView, ...]
