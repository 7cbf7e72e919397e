"""The pages that are written by hand: text that can be read, without characters that are not what they seem."""

from collections.abc import Iterator

from generator.problems import Problem
from generator.store.deceits import tell_deceits_in_text
from generator.store.source_text import read_text


def check_page(name: str, data: bytes) -> Iterator[Problem]:
    """Yield the problems of ``data``, the content of the Markdown file that problems call ``name``."""
    text, problems = read_text(name, data)
    yield from problems
    yield from tell_deceits_in_text(name, text)
