"""Finds words in a stretch of a document, and says which of its characters they are."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from generator.japanese.eras import era_dates, fiscal_years
from generator.japanese.fold import fold, without_space
from generator.japanese.numerals import numbers_in
from generator.model.consultation import Volume
from generator.model.labels import read_label
from generator.model.partial_date import PartialDate
from generator.review.alignment import Span, Text

_ASCII_WORD: Final = re.compile("[0-9a-z]")
# Stands where a text ends, and between digits where its label does.
_END: Final = "\n"
_COUNTED: Final = re.compile("[0-9.千万億]+(?:件|人|名|世帯|頭|匹|台|枚|通|回)?")


class FoldedText:
    """A stretch of a document's characters, folded one by one, so that what is found has a place among them.

    Folding a whole text also joins what stood apart and composes marks: a word that depends on it is not found here.
    """

    def __init__(self, texts: Iterable[Text]) -> None:
        """Take ``texts``, which follow each other in the document. What one ends and the next begins is no word."""
        folded = [pair for text in texts for pair in (*_folded(text), (_END, text.span.end))]
        kept = [
            (letter, place)
            for index, (letter, place) in enumerate(folded)
            if not (letter == "," and index and folded[index - 1][0].isdigit())
        ]
        self._text = "".join(letter for letter, _ in kept)
        self._places = [place for _, place in kept]

    def word(self, spellings: Iterable[str], start: int = 0) -> Span | None:
        """Return where one of ``spellings`` first stands from ``start`` on, the longest of those that begin there."""
        begin = bisect_left(self._places, start)
        found = (self._find("".join(map(_fold, without_space(spelling))), begin) for spelling in spellings)
        places = [(at, -length) for at, length in found if at >= 0]
        return self._span(min(places)[0], -min(places)[1]) if places else None

    def count(self, volume: Volume, start: int = 0) -> Span | None:
        """Return where the count of ``volume`` first stands from ``start`` on, with 約 and what it counts."""
        begin = bisect_left(self._places, start)
        for number, at in numbers_in(self._text):
            counted = _COUNTED.match(self._text, at)
            if number == volume.count and at >= begin and counted:
                about = volume.approximate and self._text[:at].endswith("約")
                return self._span(at - about, counted.end() - at + about)
        return None

    def date(self, date: PartialDate) -> Span | None:
        """Return where ``date`` is named in an era."""
        wanted = (date.year, date.month, date.day)
        found = (each for each in era_dates(self._text) if (each.year, each.month, each.day) == wanted)
        return next((self._span(each.start, each.end - each.start) for each in found), None)

    def fiscal_year(self, year: int) -> Span | None:
        """Return where the fiscal ``year`` is named in an era."""
        found = (each for each in fiscal_years(self._text) if each.year == year)
        return next((self._span(each.start, each.end - each.start) for each in found), None)

    def _find(self, word: str, begin: int) -> tuple[int, int]:
        at = self._text.find(word, begin) if word else -1
        while at >= 0 and self._is_part_of_a_word(word, at):
            at = self._text.find(word, at + 1)
        return at, len(word)

    def _is_part_of_a_word(self, word: str, at: int) -> bool:
        """Tell whether what stands at ``at`` goes on in Latin letters: LINE is not found inside ONLINE."""
        text, end = self._text, at + len(word)
        return any(
            _ASCII_WORD.match(edge) and _ASCII_WORD.match(beside)
            for edge, beside in ((word[0], text[at - 1 : at]), (word[-1], text[end : end + 1]))
        )

    def _span(self, at: int, length: int) -> Span:
        return Span(self._places[at], self._places[at + length - 1] + 1)


def _folded(text: Text) -> Iterator[tuple[str, int]]:
    label = len(without_space(read_label(text.text).printed))
    before = ""
    for index, character in enumerate(without_space(text.text)):
        letters = _fold(character)
        if index == label and before.isdigit() and letters[:1].isdigit():  # ②３０件 counts thirty
            yield _END, text.span.start + index
        yield from ((letter, text.span.start + index) for letter in letters)
        before = letters[-1:]


@lru_cache(maxsize=10_000)
def _fold(character: str) -> str:
    return fold(character)
