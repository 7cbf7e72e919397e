"""Names and parts in running text: registered names, what stands around them, and what the words enumerate."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.evidence.enumerations import split_outside_parentheses
from generator.evidence.finding import name_pattern
from generator.japanese.conjunctions import AND_OR
from generator.japanese.fold import fold
from generator.japanese.legal_forms import forms_between, forms_of
from generator.kinds.kind import Entry, spellings

AND: Final = re.compile(AND_OR)
# What stands before 「：」: 新たな項目：氏名, 保護者：住所.
LABELLED: Final = re.compile(r"^([^、：:（(]*)[：:]")

_COMMAS: Final = "、，"
_OPENING, _CLOSING = "（(「『", "）)」』"
_LETTERS: Final = "[\u4e00-\u9fff々ァ-ヶーa-z]*"
_BEFORE: Final = re.compile(f"{_LETTERS}$")
_AFTER: Final = re.compile(_LETTERS)


@dataclass(frozen=True)
class Mention:
    """A registered name where folded text says it, in whatever spelling.

    ``other_body`` are the words there that give it a legal form which none of its spellings has: 株式会社結核予防会 is
    perhaps not 公益財団法人結核予防会.
    """

    name: str
    start: int
    end: int
    other_body: str = ""


@dataclass(frozen=True)
class Lexicon:
    """The names of one registry and their aliases: in a text the longest spelling wins, and no text is read twice."""

    entries: tuple[Entry, ...]

    def exactly(self, text: str) -> str | None:
        """Return the registered name that ``text`` is a spelling of."""
        return self._names.get(fold(text))

    def mentions(self, folded: str) -> tuple[Mention, ...]:
        """Return the names that ``folded`` text says, in its order. LINE is not found inside ONLINE."""
        if not self._names:
            return ()
        return tuple(self._mention(folded, match) for match in self._pattern.finditer(folded))

    def _mention(self, folded: str, match: re.Match[str]) -> Mention:
        name = self._names[match.group()]
        forms, known = forms_between(folded[: match.start()], folded[match.end() :]), self._forms[name]
        is_other = forms.meant and known and forms.meant.isdisjoint(known)
        other_body = f"{forms.before}{match.group()}{forms.after}" if is_other else ""
        return Mention(name, match.start(), match.end(), other_body)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {fold(spelling): entry.name for entry in self.entries for spelling in spellings(entry)}

    @cached_property
    def _forms(self) -> dict[str, frozenset[str]]:
        return {entry.name: forms_of(spellings(entry)) for entry in self.entries}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(name_pattern, sorted(self._names, key=len, reverse=True))))


def letters_around(folded: str, mention: Mention, mentions: Iterable[Mention] = ()) -> tuple[str, str]:
    """Return the kanji, katakana and Latin letters that touch a name before and after it: 被保護者, 児童福祉法.

    Other ``mentions`` are words of their own, even where folding has taken away the white space between.
    """
    begin = max((other.end for other in mentions if other.end <= mention.start), default=0)
    end = min((other.start for other in mentions if other.start >= mention.end), default=len(folded))
    before = _BEFORE.search(folded[begin : mention.start])
    after = _AFTER.match(AND.split(folded[mention.end : end])[0])
    return (before.group() if before else "", after.group() if after else "")


def parentheses(folded: str) -> Iterator[tuple[int, int]]:
    """Yield where the outermost parentheses of ``folded`` text open and close."""
    depth, opening = 0, 0
    for place, letter in enumerate(folded):
        if letter == "(":
            opening = place if depth == 0 else opening
            depth += 1
        elif letter == ")" and depth:
            depth -= 1
            if depth == 0:
                yield opening, place


def parts_of(words: str) -> tuple[str, ...]:
    """Return what ``words`` enumerate with 、, 及び or 又は, each with its parentheses."""
    return tuple(part for part in _split_parts(words) if part)


def _split_parts(words: str) -> Iterator[str]:
    for part in split_outside_parentheses(words, _COMMAS):
        begin = 0
        for found in AND.finditer(part):
            if _is_outside_parentheses(part[begin : found.start()]):
                yield part[begin : found.start()].strip()
                begin = found.end()
        yield part[begin:].strip()


def _is_outside_parentheses(before: str) -> bool:
    return sum(map(before.count, _OPENING)) <= sum(map(before.count, _CLOSING))


def label_before(words: str) -> str:
    """Return the label before 「：」 that ``words`` begin with, or nothing."""
    match = LABELLED.match(words)
    return match.group(1) if match else ""
