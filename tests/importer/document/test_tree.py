"""The tree of the numbering."""

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importer.document import tree as module
from generator.importer.document.paragraphs import paragraphs
from generator.importer.document.tree import Node, tree
from tests.importer.document.reading import Case, cases, lines, outline
from tests.importer.facts.cases import constant_names

LABELS = (
    "第１ ",
    "１ ",
    "２ ",
    "（１）",
    "（２）",
    "①",
    "（ア）",
    "ア ",
    "・",
    "○",
    "《",
    "【別紙】",
    "",
    "1.",
    "１）",
)


def built(text: str) -> tuple[Node, ...]:
    return tree(paragraphs(lines(text)))


def everything(nodes: Iterable[Node], depth: int = 1) -> Iterator[tuple[Node, int]]:
    for node in nodes:
        yield node, depth
        yield from everything(node.children, depth + 1)


@pytest.mark.parametrize("case", cases("outlines"), ids=str)
def test_pieces_stand_where_their_numbers_say(case: Case) -> None:
    found = built(case.lines)
    assert list(outline(found)) == case.become
    doubts = [doubt for node, _ in everything(found) for doubt in node.doubts]
    assert [": ".join(constant_names(doubt, module)) for doubt in doubts] == case.doubts


@given(st.lists(st.sampled_from(LABELS), max_size=60))
def test_every_line_is_in_one_piece_in_its_order_and_none_is_deep(labels: list[str]) -> None:
    text = "\n".join(f"{label}語{index}" for index, label in enumerate(labels))
    pieces = list(everything(built(text)))
    said = [part.text for node, _ in pieces for part in (node.lead, *node.parts) if part and hasattr(part, "text")]
    assert said == [paragraph.text for paragraph in paragraphs(lines(text)) if hasattr(paragraph, "text")]
    assert max((depth for _, depth in pieces), default=0) <= 12
