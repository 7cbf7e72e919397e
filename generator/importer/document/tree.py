"""Rebuilds the tree of the numbering: 第１ › １ › （１） › ① › ・, with the slips the documents have."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from generator.importer.document.numbering import style_of_number
from generator.importer.document.paragraphs import Paragraph, Part, is_annex, is_heading_mark
from generator.japanese.fold import fold
from generator.model.labels import NO_LABEL, Label, LabelKind
from generator.model.vocabulary import Direction

_TOP_STYLES: Final = ("第", "《》", "【】", "body")
# No document is numbered deeper. A file that is nothing but labels must not be either.
_DEEPEST: Final = 12
# A list of these does not hold another list of the same.
_NEVER_NESTED: Final = (*_TOP_STYLES, "1")

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


def tree(parts: Iterable[Part]) -> tuple[Node, ...]:
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
                self._body().parts.append(part)
        return tuple(self._root.children)

    def _body(self) -> Node:
        if len(self._open) == 1:
            self._add(Node(None, "body", 0))
        return self._open[-1]

    def _begin(self, lead: Paragraph) -> None:
        node = Node(lead, style_of(lead), lead.label.number)
        level = self._level(node)
        if level is not None:
            node.doubts.extend(_slip(self._open[level], node))
            del self._open[level:]
        elif node.style in _TOP_STYLES:
            del self._open[1:]
        elif node.style == "1":
            # Numbered headings stand in a part, in an annex or at the top, never under an unnumbered heading.
            while self._open[-1].style not in ("", "第", "【】"):
                self._open.pop()
        self._add(node)

    def _level(self, node: Node) -> int | None:
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
    words = fold(node.label.words)
    return node.label.kind is LabelKind.BULLET and ":" not in words and any(fold(each) in words for each in Direction)


def style_of(part: Paragraph) -> str:
    """Return how a paragraph is numbered, "" where it is not: pieces of one style in a row are siblings."""
    label = part.label
    if label.kind is LabelKind.PART:
        return "第"
    if is_annex(part.text):
        return "【】"
    if label.kind is LabelKind.BULLET:
        return label.printed
    if label.kind is LabelKind.NUMBER:
        return style_of_number(label.printed)
    return "《》" if is_heading_mark(part.text) else ""


def _slip(before: Node, node: Node) -> Iterator[str]:
    if before.number and node.number > before.number + 1:
        yield SKIPPED.format(before=before.label.printed, after=node.label.printed)
    elif before.number and node.number <= before.number:
        yield TWICE.format(after=node.label.printed)
