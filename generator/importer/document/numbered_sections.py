"""From paragraphs to sections: the tree of their numbering (第１ › １ › （１） › ① › ・), headings and text told apart.

The slips that the documents have in their numbering stay as they are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from generator.evidence.finding import says
from generator.importer.document.paragraphs import Paragraph, Part
from generator.importer.document.printed_labels import is_annex, is_framed, style_of_number
from generator.importer.document.table_columns import (
    UNREAD,
    IsItem,
    TornReading,
    heads_columns,
    mark_headings,
    read_torn_table,
)
from generator.importer.files.notes import ReaderNote
from generator.importer.files.reading import Grid
from generator.japanese.fold import fold
from generator.model.consultation import Section
from generator.model.outline import NO_LABEL, Label, LabelKind, Path
from generator.model.vocabulary import Direction

_TOP_STYLES: Final = ("第", "《》", "【】", "body")
# No document is numbered deeper. A file that is nothing but labels must not be either.
_DEEPEST: Final = 12
# A list of these does not hold another list of the same.
_NEVER_NESTED: Final = (*_TOP_STYLES, "1")
_MOST_COLUMNS: Final = 3
# Boxes of one list, ticked or not.
_BOXES: Final = "□☐☑☒"
_SENTENCE_ENDS: Final = ("。", "．", "。）", "。」")

SKIPPED: Final = "番号が{before}から{after}へ飛んでいます（文書の番号のとおりにしてあります）。"
TWICE: Final = "番号{after}が2回あります（文書の番号のとおりにしてあります）。"


@dataclass
class Node:
    """A numbered piece of the document while it is put together: its own line, what follows it, and what is below."""

    lead: Paragraph | None
    style: str
    number: int
    parts: list[Part] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    @property
    def label(self) -> Label:
        """The label of the piece's own line."""
        return self.lead.label if self.lead else NO_LABEL


def build_tree(parts: Iterable[Part]) -> tuple[Node, ...]:
    """Return the pieces of a document, outermost first; text before the first label is a piece without a line."""
    return _Builder().build(parts)


class _Builder:
    def __init__(self) -> None:
        self._root = Node(None, "", 0)
        self._open = [self._root]

    def build(self, parts: Iterable[Part]) -> tuple[Node, ...]:
        for part in parts:
            if isinstance(part, Paragraph) and style_of(part):
                self._begin(part)
            else:
                self._open_body().parts.append(part)
        return tuple(self._root.children)

    def _open_body(self) -> Node:
        if len(self._open) == 1:
            self._add(Node(None, "body", 0))
        return self._open[-1]

    def _begin(self, lead: Paragraph) -> None:
        node = Node(lead, style_of(lead), lead.label.number)
        level = self._find_level(node)
        if level is not None:
            node.doubts.extend(_slips_between(self._open[level], node))
            del self._open[level:]
        elif node.style in _TOP_STYLES:
            del self._open[1:]
        elif node.style == "1":
            # Numbered headings stand in a part, in an annex or at the top, never under an unnumbered heading.
            while self._open[-1].style not in ("", "第", "【】"):
                self._open.pop()
        self._add(node)

    def _find_level(self, node: Node) -> int | None:
        """Return where the piece stands that ``node`` follows as its sibling, or None where it is a child."""
        alike = [level for level, other in enumerate(self._open) if level and other.style == node.style]
        if _leads_to_a_list(node):
            alike = [level for level in alike if _leads_to_a_list(self._open[level])] or alike
        elif alike and _leads_to_a_list(self._open[alike[-1]]) and not self._open[alike[-1]].parts:
            return None
        successor = [level for level in alike if self._open[level].number + 1 == node.number]
        if successor or not alike:
            return successor[-1] if successor else None
        restarts = node.number == 1 and alike[-1] < len(self._open) - 1 and node.style not in _NEVER_NESTED
        return None if restarts and len(self._open) < _DEEPEST else alike[-1]

    def _add(self, node: Node) -> None:
        self._open[-1].children.append(node)
        self._open.append(node)


def _leads_to_a_list(node: Node) -> bool:
    """Tell whether ``node`` is a bullet that may hold others like it: ・区から委託先へ提供するもの, and then ・氏名."""
    words = node.label.words
    return (
        node.label.kind is LabelKind.BULLET and ":" not in fold(words) and any(says(each, words) for each in Direction)
    )


def style_of(part: Paragraph) -> str:
    """Return how a paragraph is numbered, "" where it is not: pieces of one style in a row are siblings."""
    label = part.label
    if label.kind is LabelKind.PART:
        return "第"
    if is_annex(part.text):
        return "【】"
    if label.kind is LabelKind.BULLET:
        return "□" if label.printed in _BOXES else label.printed
    if label.kind is LabelKind.NUMBER:
        return style_of_number(label.printed)
    return "《》" if is_framed(part.text) else ""


def _slips_between(before: Node, node: Node) -> Iterator[str]:
    if before.number and node.number > before.number + 1:
        yield SKIPPED.format(before=before.label.printed, after=node.label.printed)
    elif before.number and node.number <= before.number:
        yield TWICE.format(after=node.label.printed)


@dataclass(frozen=True)
class Structure:
    """The sections of a document without their facts, and what could not be settled, each at the path it is about.

    What the readers noted is among it.
    """

    sections: tuple[Section, ...]
    doubts: tuple[tuple[Path, str | ReaderNote], ...]


def build_sections(nodes: Iterable[Node], is_item: IsItem) -> Structure:
    """Return the sections that ``nodes`` are; ``is_item`` tells the registered items, which tell torn columns apart."""
    doubts: list[tuple[Path, str | ReaderNote]] = []
    sections = tuple(_build_section(node, ("sections", index), is_item, doubts) for index, node in enumerate(nodes))
    return Structure(sections, tuple(doubts))


def _build_section(node: Node, path: Path, is_item: IsItem, doubts: list[tuple[Path, str | ReaderNote]]) -> Section:
    own, rest = _part_after_table(node, is_item)
    torn = _read_torn(node, own, is_item)
    heading = _heading_of(node)
    words = (*path, "heading" if heading else "text")
    doubts.extend((words, note) for note in (node.lead.notes if node.lead else ()))
    doubts.extend(((*path, "table" if isinstance(part, Grid) else "text"), note) for part in own for note in part.notes)
    texts = [] if heading or node.lead is None else [node.lead.text]
    texts += [part.text for part in torn.paragraphs]
    table = next((mark_headings(part.rows, is_item) for part in own if isinstance(part, Grid)), ())
    below = [*_as_pieces(rest), *node.children]
    sections = tuple(
        _build_section(child, (*path, "sections", index), is_item, doubts) for index, child in enumerate(below)
    )
    section = Section(
        heading=heading, text="\n".join(texts) or None, torn_table=torn.columns, table=table, sections=sections
    )
    doubts.extend((words, doubt) for doubt in node.doubts)
    doubts.extend(((*path, "text") if texts else words, doubt) for doubt in _joining_doubts(node, own))
    doubts.extend(((*path, "torn_table" if torn.columns else "text"), doubt) for doubt in torn.doubts)
    return section


def _part_after_table(node: Node, is_item: IsItem) -> tuple[list[Part], list[Part]]:
    """Part what follows a piece's line after its first table: a section has one, and its text stands before it."""
    parts = _join_halves(node.parts, is_item)
    for index, part in enumerate(parts):
        if isinstance(part, Grid):
            return parts[: index + 1], parts[index + 1 :]
    return parts, []


def _join_halves(parts: list[Part], is_item: IsItem) -> list[Part]:
    """Join tables that follow each other under the same headings: one table set in halves, side by side."""
    joined: list[Part] = []
    for part in parts:
        before = joined[-1] if joined else None
        if isinstance(part, Grid) and isinstance(before, Grid) and part.rows[0].cells == before.rows[0].cells:
            first = before.rows[0].cells
            rows = (*before.rows, *part.rows)
            marked = tuple(replace(row, header=row.header or row.cells == first) for row in rows)
            rows = marked if mark_headings(before.rows, is_item)[0].header else rows
            joined[-1] = replace(before, rows=rows, notes=(*before.notes, *part.notes))
        else:
            joined.append(part)
    return joined


def _as_pieces(parts: list[Part]) -> Iterator[Node]:
    """Yield ``parts`` as pieces without a line of their own, a new one after each table."""
    node = Node(None, "body", 0)
    for part in parts:
        node.parts.append(part)
        if isinstance(part, Grid):
            yield node
            node = Node(None, "body", 0)
    if node.parts:
        yield node


def _read_torn(node: Node, own: list[Part], is_item: IsItem) -> TornReading:
    texts = tuple(part for part in own if isinstance(part, Paragraph))
    torn = read_torn_table(texts, is_item, in_annex=node.style == "【】")
    return replace(torn, doubts=(UNREAD,)) if node.children and _ends_with_columns(texts, is_item) else torn


def _ends_with_columns(texts: tuple[Paragraph, ...], is_item: IsItem) -> bool:
    """Tell whether ``texts`` end with the names of columns, on one line or each on its own.

    Numbers in a column below have become the labels of what stood beside them.
    """
    words = [text.text for text in texts]
    return any(
        heads_columns(" ".join(words[-count:]), is_item) for count in range(1, min(len(words), _MOST_COLUMNS) + 1)
    )


def _heading_of(node: Node) -> str | None:
    if node.lead is None:
        return None
    unnumbered = node.style in ("《》", "【】")
    leads_something = bool(node.parts or node.children) and not node.lead.text.endswith(_SENTENCE_ENDS)
    return node.lead.text if unnumbered or leads_something else None


def _joining_doubts(node: Node, own: list[Part]) -> Iterator[str]:
    for part in (node.lead, *own):
        if isinstance(part, Paragraph):
            yield from part.doubts
