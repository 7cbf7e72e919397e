"""From the tree of the numbering to sections: which words are a heading, and which are its text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from generator.importer.document.paragraphs import Paragraph
from generator.importer.document.table_headings import with_headings
from generator.importer.document.torn_tables import UNREAD, IsItem, TornReading, heads_columns, read_torn_table
from generator.importer.document.tree import Node
from generator.importer.files.reading import Grid
from generator.model.consultation import Section
from generator.model.outline import Path

_MOST_COLUMNS: Final = 3
_SENTENCE_ENDS: Final = ("。", "．", "。）", "。」")


@dataclass(frozen=True)
class Structure:
    """The sections of a document without their facts, and what could not be settled, each at the path it is about."""

    sections: tuple[Section, ...]
    doubts: tuple[tuple[Path, str], ...]


def structure(nodes: Iterable[Node], is_item: IsItem) -> Structure:
    """Return the sections that ``nodes`` are; ``is_item`` tells the registered items, which tell torn columns apart."""
    doubts: list[tuple[Path, str]] = []
    sections = tuple(_section(node, ("sections", index), is_item, doubts) for index, node in enumerate(nodes))
    return Structure(sections, tuple(doubts))


def _section(node: Node, path: Path, is_item: IsItem, doubts: list[tuple[Path, str]]) -> Section:
    own, rest = _own_and_rest(node, is_item)
    torn = _torn(node, own, is_item)
    heading = _heading(node)
    texts = [] if heading or node.lead is None else [node.lead.text]
    texts += [part.text for part in torn.paragraphs]
    table = next((with_headings(part.rows, is_item) for part in own if isinstance(part, Grid)), ())
    below = [*_unnumbered(rest), *node.children]
    sections = tuple(_section(child, (*path, "sections", index), is_item, doubts) for index, child in enumerate(below))
    section = Section(
        heading=heading, text="\n".join(texts) or None, torn_table=torn.columns, table=table, sections=sections
    )
    words = (*path, "heading" if heading else "text")
    doubts.extend((words, doubt) for doubt in node.doubts)
    doubts.extend(((*path, "text") if texts else words, doubt) for doubt in _joining_doubts(node, own))
    doubts.extend(((*path, "torn_table" if torn.columns else "text"), doubt) for doubt in torn.doubts)
    return section


def _own_and_rest(node: Node, is_item: IsItem) -> tuple[list[Paragraph | Grid], list[Paragraph | Grid]]:
    """Part what follows a piece's line after its first table: a section has one, and its text stands before it."""
    parts = _tables_put_together(node.parts, is_item)
    for index, part in enumerate(parts):
        if isinstance(part, Grid):
            return parts[: index + 1], parts[index + 1 :]
    return parts, []


def _tables_put_together(parts: list[Paragraph | Grid], is_item: IsItem) -> list[Paragraph | Grid]:
    """Join tables that follow each other under the same headings: one table set in halves, side by side."""
    joined: list[Paragraph | Grid] = []
    for part in parts:
        before = joined[-1] if joined else None
        if isinstance(part, Grid) and isinstance(before, Grid) and part.rows[0].cells == before.rows[0].cells:
            first = before.rows[0].cells
            rows = (*before.rows, *part.rows)
            marked = tuple(replace(row, header=row.header or row.cells == first) for row in rows)
            joined[-1] = replace(before, rows=marked if with_headings(before.rows, is_item)[0].header else rows)
        else:
            joined.append(part)
    return joined


def _unnumbered(parts: list[Paragraph | Grid]) -> Iterator[Node]:
    """Yield ``parts`` as pieces without a line of their own, a new one after each table."""
    node = Node(None, "body", 0)
    for part in parts:
        node.parts.append(part)
        if isinstance(part, Grid):
            yield node
            node = Node(None, "body", 0)
    if node.parts:
        yield node


def _torn(node: Node, own: list[Paragraph | Grid], is_item: IsItem) -> TornReading:
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


def _heading(node: Node) -> str | None:
    if node.lead is None:
        return None
    unnumbered = node.style in ("《》", "【】")
    leads_something = bool(node.parts or node.children) and not node.lead.text.endswith(_SENTENCE_ENDS)
    return node.lead.text if unnumbered or leads_something else None


def _joining_doubts(node: Node, own: list[Paragraph | Grid]) -> Iterator[str]:
    for part in (node.lead, *own):
        if isinstance(part, Paragraph):
            yield from part.doubts
