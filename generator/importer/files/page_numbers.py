"""Which lines of a text are the numbers of its pages, and not the document's own."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from generator.japanese.numerals import numeral_value

# Why such a line is left out, as a clerk is told.
PAGE_NUMBER: Final = "ページ番号"

_DIGITS: Final = "([0-9０-９]{1,3})"
_BARE: Final = re.compile(_DIGITS)
_BARE_HALF_WIDTH: Final = re.compile("[0-9]{1,3}")
_DASH: Final = "[-－‐‑–—―−]"
# - 3 -, 3/12, 3ページ, P.3: nobody writes a cell or a count like that.
_DECORATED: Final = re.compile(
    "|".join(
        (
            rf"{_DASH}\s*{_DIGITS}\s*{_DASH}",
            rf"{_DIGITS}\s*[/／]\s*[0-9０-９]{{1,3}}",
            rf"{_DIGITS}\s*(?:ページ|頁)",
            rf"[PpＰｐ][.．]?\s*{_DIGITS}",
        )
    )
)
# Between two page numbers there is a page of text. Numbers that follow each other closely are a table's.
_FEWEST_LINES_OF_A_PAGE: Final = 8


def page_number_lines(lines: Sequence[str], pages: Sequence[int]) -> frozenset[int]:
    """Return the indexes of the ``lines`` that hold nothing but the number of a page; ``pages`` is the page of each.

    A bare number at the edge of a page is the page's if the numbers of half the pages count on from it, or if it is, in
    half width, the page's place in the file. Where the text does not say where its pages end, it is a half-width number
    that stands apart from the text, with no other such number near: numbers in full width are those of headings.
    """
    decorated = {index: _value(match) for index, match in _matching(_DECORATED, lines)}
    bare = set(_at_edges(lines, pages, decorated)) if len(set(pages)) > 1 else set(_apart(lines))
    return frozenset({*decorated, *bare})


def looks_like_page_number(text: str) -> bool:
    """Tell whether ``text``, which stands in a margin, is the number of its page."""
    return _BARE.fullmatch(text.strip()) is not None or _DECORATED.fullmatch(text.strip()) is not None


def _matching(pattern: re.Pattern[str], lines: Sequence[str]) -> Iterator[tuple[int, re.Match[str]]]:
    for index, line in enumerate(lines):
        match = pattern.fullmatch(line.strip())
        if match is not None:
            yield index, match


def _value(match: re.Match[str]) -> int:
    return numeral_value(next(group for group in match.groups() if group))


def _at_edges(lines: Sequence[str], pages: Sequence[int], decorated: dict[int, int]) -> Iterator[int]:
    written = [index for index, line in enumerate(lines) if line.strip()]
    edges = {
        index
        for place, index in enumerate(written)
        if place in (0, len(written) - 1)
        or pages[index] != pages[written[place - 1]]
        or pages[index] != pages[written[place + 1]]
    }
    numbers = {index: _value(match) for index, match in _matching(_BARE, lines) if index in edges}
    ahead = Counter(value - pages[index] for index, value in (numbers | decorated).items())
    enough = max(2, len(set(pages)) // 2)
    for index, value in numbers.items():
        is_its_place = value == pages[index] and _BARE_HALF_WIDTH.fullmatch(lines[index].strip())
        if is_its_place or ahead[value - pages[index]] >= enough:
            yield index


def _apart(lines: Sequence[str]) -> Iterator[int]:
    written = [index for index, line in enumerate(lines) if line.strip()]
    numbers = {index for index, _ in _matching(_BARE_HALF_WIDTH, lines)}
    apart = {place for place, index in enumerate(written) if index in numbers and _is_between_blanks(lines, index)}
    for place in apart:
        if not any(0 < abs(other - place) < _FEWEST_LINES_OF_A_PAGE for other in apart):
            yield written[place]


def _is_between_blanks(lines: Sequence[str], index: int) -> bool:
    before = index == 0 or not lines[index - 1].strip()
    return before and (index + 1 == len(lines) or not lines[index + 1].strip())
