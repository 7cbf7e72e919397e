"""Lines of text for the tests of a document's structure, and how these tests write what becomes of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from generator.importer.document.numbered_sections import Node
from generator.importer.files.reading import Line
from generator.importer.files.text_file import width_of
from generator.model.consultation import Section

CASES: Final = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """Lines of a document, and what becomes of them; ``shows`` is a habit of the documents or a slip in them."""

    shows: str
    lines: str
    become: list[str]
    doubts: list[str]

    def __str__(self) -> str:
        return self.shows


def cases(name: str) -> list[Case]:
    """The cases in ``cases/NAME.yml``."""
    return [_case(**entry) for entry in yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))]


def _case(shows: str, lines: str, become: Any, doubts: Iterable[str] = ()) -> Case:  # noqa: ANN401 - YAML
    outline = become.rstrip("\n").split("\n") if isinstance(become, str) else become
    return Case(shows, lines, outline, list(doubts))


def lines(text: str) -> tuple[Line, ...]:
    """Return the lines of ``text`` as a text file's reader makes them; a blank one is a gap before the next."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    gap = False
    for number, line in enumerate(text.split("\n"), start=1):
        words = line.strip()
        if words:
            indent = width_of(line[: len(line) - len(line.lstrip())])
            yield Line(words, 1, number, indent, indent + width_of(words), after_gap=gap)
        gap = not words


def outline(nodes: Iterable[Node], depth: int = 0) -> Iterator[str]:
    """Yield the pieces of a tree, each with its own line, those beneath further in; other lines after a bar."""
    for node in nodes:
        if node.lead:
            yield "  " * depth + node.lead.text
        inner = depth + 1 if node.lead else depth
        yield from (f"{'  ' * inner}| {getattr(part, 'text', '(table)')}" for part in node.parts)
        yield from outline(node.children, inner)


def written(sections: Iterable[Section], depth: int = 0) -> Iterator[str]:
    """Yield sections as the file has them: headings after #, paragraphs after a bar, those beneath further in."""
    for section in sections:
        indent = "  " * depth
        if section.heading:
            yield f"{indent}# {section.heading}"
        yield from (f"{indent}| {paragraph}" for paragraph in section.paragraphs)
        yield from (f"{indent}{column.column}: {' / '.join(column.cells)}" for column in section.torn_table)
        yield from (f"{indent}{' / '.join(cell.text for cell in row.cells)}" for row in section.table)
        yield from written(section.sections, depth + 1)
