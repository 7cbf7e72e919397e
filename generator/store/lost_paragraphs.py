"""Line ends that YAML takes for something else than was meant: a paragraph's end for a space."""

from collections.abc import Iterator
from typing import Final

from generator.problems import Problem, Severity
from generator.store.nodes import Entries, Node, Scalar

# What may have several paragraphs, each on a line.
_OF_PARAGRAPHS: Final = frozenset({"text", "words", "cells"})
_JOINED: Final = "この値は{first}行目から{last}行目までありますが、改行は YAML では空白になり、段落がなくなります。"
_TO_A_BLOCK: Final = (
    "「{key}: |」と書いて改行し、1段落を1行ずつ、字下げして書いてください。1段落なら1行で書いてください。"
)
_ON_ONE_LINE: Final = "改行せず、1行で書いてください。"


def tell_lost_paragraphs(file: str, root: Node) -> Iterator[Problem]:
    """Yield a warning for each value of ``root`` that lost the ends of its lines, or has several where one is meant."""
    for key, scalar in _values(root):
        if not scalar.last_joined and "\n" not in scalar.text:
            continue
        remedy = _TO_A_BLOCK.format(key=key) if key in _OF_PARAGRAPHS else _ON_ONE_LINE
        if scalar.last_joined:
            message = _JOINED.format(first=scalar.mark.line, last=scalar.last_joined)
        elif key not in _OF_PARAGRAPHS and "\n" in scalar.text.strip():
            message = f"{key} に改行が入っています。" if key else "値に改行が入っています。"
        else:
            continue
        yield Problem(file, scalar.mark.line, scalar.mark.column, message, remedy, Severity.WARNING)


def _values(root: Node) -> Iterator[tuple[str, Scalar]]:
    """Yield the scalars of ``root``, each with the key it belongs to."""
    waiting: list[tuple[str, Node]] = [("", root)]
    while waiting:
        key, node = waiting.pop()
        if isinstance(node, Scalar):
            yield key, node
        elif isinstance(node, Entries):
            waiting.extend((key, entry) for entry in node.nodes)
        else:
            waiting.extend((name, child) for name, (_, child) in node.nodes.items())
