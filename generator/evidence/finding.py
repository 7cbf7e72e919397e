"""What a document's words may say, where they say it, and whether: the check asks whether, who shows or links it where.

Words are compared folded: width, case, thousands separators and white space beside Japanese make no difference.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.evidence.citations import citations_in
from generator.evidence.counts import counting_form, counts_in
from generator.evidence.law_names import LawNames
from generator.evidence.paragraph_ends import mark_paragraphs
from generator.japanese.eras import era_dates, fiscal_years
from generator.japanese.fold import Span, fold, fold_with_places
from generator.model.article_number import ArticleNumber
from generator.model.consultation import Section, Volume
from generator.model.partial_date import PartialDate


@dataclass(frozen=True)
class Name:
    """A name, said where one of its ``spellings`` stands: that under which it is registered, and its aliases."""

    spellings: tuple[str, ...]


@dataclass(frozen=True)
class Quoted:
    """Words that stand between 「 and 」."""

    words: str


@dataclass(frozen=True)
class FiscalYear:
    """A fiscal year (年度), with 以降 after it exactly where it goes ``onward``."""

    year: int
    onward: bool = False


@dataclass(frozen=True)
class Cited:
    """An article of ``law``, a folded title, as a document cites it that calls laws by ``names``."""

    number: ArticleNumber
    law: str
    names: LawNames


# A string is a phrase, found as it is. Of a volume it is the count that is found.
FactValue = Name | Quoted | str | Cited | Volume | FiscalYear | PartialDate


_ASCII_WORD: Final = "[0-9a-z]"
_NEVER: Final = re.compile("(?!)")
# A section is asked for one fact after the other, a name is looked for in section after section.
_TEXTS_REMEMBERED: Final = 200
_NAMES_REMEMBERED: Final = 5_000


def find(fact: FactValue, text: str, start: int = 0) -> Span | None:
    """Return the characters of ``text`` that first say ``fact`` at or after its character ``start``; None if none do.

    - A ``Name``: the longest of its spellings that begin there. LINE is not found inside ONLINE.
    - ``Quoted`` words: what stands between 「 and 」. A string: the phrase.
    - What is ``Cited``: the citation after its law's name, or as much of it as is written where it goes on from another
      one (第5号 of 第16条第1項第4号及び第5号). Not a longer number, nor that of another law.
    - A ``Volume``: its count with what it counts by, and with 約 before it, 程度 after it or their like exactly where
      it is approximate.
    - A ``FiscalYear``: the year, in an era, with 以降 exactly where it goes onward.
    - A ``PartialDate``: the date, in an era. A month without a day is not found in a full date.
    """
    folded = _with_places(_form_for(fact, text))
    index = folded.index_from(start)
    found = next(((begin, end) for begin, end in _places(fact, folded.text, index) if begin >= index), None)
    return folded.span(*found) if found else None


def says(fact: FactValue, text: str) -> bool:
    """Tell whether ``text`` says ``fact``: whether ``find`` finds it there."""
    return next(_places(fact, _folded(_form_for(fact, text)), 0), None) is not None


def words_of(section: Section) -> str:
    """Return the words of ``section`` itself, without those of the sections beneath it."""
    return "\n".join((section.heading or "", section.text or "", *section.cells))


def name_pattern(name: str) -> str:
    """Return the pattern that finds the folded ``name`` in folded text, but not within a longer Latin word."""
    before = rf"(?<!{_ASCII_WORD})" if re.match(_ASCII_WORD, name) else ""
    after = rf"(?!{_ASCII_WORD})" if re.search(rf"{_ASCII_WORD}$", name) else ""
    return before + re.escape(name) + after


_folded: Final = lru_cache(_TEXTS_REMEMBERED)(fold)
_with_places: Final = lru_cache(_TEXTS_REMEMBERED)(fold_with_places)


def _form_for(fact: FactValue, text: str) -> str:
    """Return what of ``text`` is read for ``fact``, character for character in the same places."""
    if isinstance(fact, Cited):
        return mark_paragraphs(text)
    return counting_form(text) if isinstance(fact, Volume) else text


def _places(fact: FactValue, folded: str, index: int) -> Iterator[tuple[int, int]]:  # noqa: PLR0911 - one for each kind
    """Return from where to where ``folded`` says ``fact``, in its order; nobody asks what stands before ``index``."""
    match fact:
        case Name(spellings):
            return _places_of_pattern(_pattern_of_names(spellings), folded, index)
        case Quoted(words):
            return _places_of_pattern(_pattern_of_phrase(words, "(?<=「)", "(?=」)"), folded, index)
        case str():
            return _places_of_pattern(_pattern_of_phrase(fact), folded, index)
        case Cited():
            return _places_of_article(fact, folded)
        case Volume():
            return _places_of_count(fact, folded)
        case FiscalYear():
            return _places_of_year(fact, folded)
        case PartialDate(year, month, day):
            said = (year, month, day)
            return ((date.start, date.end) for date in era_dates(folded) if (date.year, date.month, date.day) == said)


def _places_of_pattern(pattern: re.Pattern[str], folded: str, index: int) -> Iterator[tuple[int, int]]:
    return (match.span() for match in pattern.finditer(folded, index))


def _places_of_article(fact: Cited, folded: str) -> Iterator[tuple[int, int]]:
    for cited in citations_in(folded, fact.names):
        if (cited.law, cited.number) == (fact.law, fact.number):
            yield cited.start, cited.end


def _places_of_count(volume: Volume, folded: str) -> Iterator[tuple[int, int]]:
    for count in counts_in(folded):
        if count.value == volume.count and count.approximate == volume.approximate:
            yield count.said


def _places_of_year(fact: FiscalYear, folded: str) -> Iterator[tuple[int, int]]:
    for year, start, end in fiscal_years(folded):
        if year == fact.year and folded.startswith("以降", end) is fact.onward:
            yield start, end


@lru_cache(_NAMES_REMEMBERED)
def _pattern_of_names(spellings: tuple[str, ...]) -> re.Pattern[str]:
    folded = sorted(filter(None, map(fold, spellings)), key=len, reverse=True)
    return re.compile("|".join(map(name_pattern, folded))) if folded else _NEVER


@lru_cache(_NAMES_REMEMBERED)
def _pattern_of_phrase(words: str, before: str = "", after: str = "") -> re.Pattern[str]:
    folded = fold(words)
    return re.compile(before + re.escape(folded) + after) if folded else _NEVER
