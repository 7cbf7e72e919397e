"""Words where they stand in a text in whatever width and spacing, and their characters in black."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.evidence.plain_letters import plain_letters
from generator.japanese.fold import Span
from generator.model.blackout import BLACK

_ON_A_LINE: Final = r"[^\S\n]*"
# A line may break anywhere in a source, and where a page ends its number stands between the lines.
_ACROSS_LINES: Final = r"(\s*(?:(?<=\n)\s*[0-9]{1,4}[^\S\n]*\n\s*)?)"


def find_words(words: str, text: str, *, across_lines: bool = False) -> tuple[Span, ...]:
    """Return where ``words`` stand in ``text``, on one line or also ``across_lines``; a page's number cuts a place."""
    letters = "".join(plain_letters(words).split())
    gap = _ACROSS_LINES if across_lines else _ON_A_LINE
    pattern = re.compile(gap.join(map(re.escape, letters)))
    return tuple(span for match in pattern.finditer(plain_letters(text)) for span in _without_page_numbers(match))


def _without_page_numbers(match: re.Match[str]) -> Iterator[Span]:
    start = match.start()
    for number, gap in enumerate(match.groups(), start=1):
        if gap.strip():
            yield Span(start, match.start(number))
            start = match.end(number)
    yield Span(start, match.end())


def blacken(text: str, spans: Iterable[Span]) -> str:
    """Return ``text`` with a ■ for each character of ``spans``; white space stays, so that the lines do."""
    letters = list(text)
    for span in spans:
        for place in range(span.start, span.end):
            letters[place] = letters[place] if letters[place].isspace() else BLACK
    return "".join(letters)
