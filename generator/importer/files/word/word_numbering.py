"""Counts the automatic numbering of a Word document: what is printed before a paragraph is not in its text."""

import re
from dataclasses import dataclass
from typing import Final

from generator.importer.files.symbol_fonts import read_sign
from generator.importer.files.word.word_numerals import is_doubtful, write_numeral
from generator.importer.files.word.word_xml import Element, Styles, attribute, children, down, number, switch

_DEEPEST: Final = 8
_UNKNOWN: Final = "unknown"
_NO_NUMBERING: Final = "0"
_PLACE: Final = re.compile("%([1-9])")
WIDTH: Final = "数字が全角か半角か"
PARENT: Final = "上の階層の番号"


@dataclass(frozen=True)
class Level:
    """How a level is numbered.

    ``restart`` is the level, from 1, up to which a use of another one begins it anew: 0 is none, None is any above.
    """

    start: int
    kind: str
    text: str
    gap: str
    restart: int | None
    digits: bool
    font: str
    element: Element


@dataclass(frozen=True)
class Numbering:
    """The levels of a numbering, what counts them (``counter``), and where it begins them anew (``starts``)."""

    counter: str
    levels: dict[int, Level]
    starts: dict[int, int]
    of_styles: dict[str, int]


class Definitions:
    """The numberings of a document by their numbers."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        """Read the definitions in ``root``; without one there are none."""
        self._styles = styles
        self._numbers: dict[str, Element] = {}
        self._abstract: dict[str, Element] = {}
        for name, element in children(root) if root is not None else ():
            if name == "w:num":
                self._numbers[attribute(element, "numId") or ""] = element
            elif name == "w:abstractNum":
                self._abstract[attribute(element, "abstractNumId") or ""] = element

    def find_numbering(self, key: str) -> Numbering | None:
        """Return the numbering with the number ``key``, or None where there is none."""
        found = self._numbers.get(key)
        counter = self._find_counter(found)
        if found is None or counter is None:
            return None
        levels, of_styles = _read_levels(self._abstract[counter])
        starts = {}
        for name, override in children(found):
            index = number(override, "ilvl")
            if name != "w:lvlOverride" or index is None:
                continue
            own = down(override, "w:lvl")
            if own is not None:
                levels[index] = _read_level(own)
            start = number(down(override, "w:startOverride"))
            if start is not None:
                starts[index] = start
        return Numbering(counter, levels, starts, of_styles)

    def _find_counter(self, found: Element | None) -> str | None:
        """Return which definition counts for ``found``: a list style has its own elsewhere."""
        for _ in range(_DEEPEST):
            key = attribute(down(found, "w:abstractNumId"))
            if key is None or key not in self._abstract:
                return None
            link = attribute(down(self._abstract[key], "w:numStyleLink"))
            style = self._styles.style(link) if link is not None else None
            if style is None:
                return key
            found = self._numbers.get(attribute(down(style, "w:pPr", "w:numPr", "w:numId")) or "")
        return None


def _read_levels(abstract: Element) -> tuple[dict[int, Level], dict[str, int]]:
    levels, of_styles = {}, {}
    for name, element in children(abstract):
        index = number(element, "ilvl")
        if name == "w:lvl" and index is not None:
            levels[index] = _read_level(element)
            style = attribute(down(element, "w:pStyle"))
            if style is not None:
                of_styles[style] = index
    return levels, of_styles


def _read_level(element: Element) -> Level:
    start = number(down(element, "w:start"))
    fonts = down(element, "w:rPr", "w:rFonts")
    return Level(
        start=0 if start is None else start,
        kind=_read_kind(element),
        text=attribute(down(element, "w:lvlText")) or "",
        gap="" if attribute(down(element, "w:suff")) == "nothing" else " ",
        restart=number(down(element, "w:lvlRestart")),
        digits=switch(down(element, "w:isLgl")) or False,
        font=attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or "",
        element=element,
    )


def _read_kind(element: Element) -> str:
    names = {name for name, _ in children(element)}
    hidden = switch(down(element, "w:rPr", "w:vanish"))
    if hidden or "mc:AlternateContent" in names or "w:lvlPicBulletId" in names:
        return _UNKNOWN  # hidden, a format of one's own, a picture
    return attribute(down(element, "w:numFmt")) or "decimal"


@dataclass(frozen=True)
class PrintedMark:
    """What is printed before a paragraph, with the gap after it; None where that cannot be told for certain.

    ``doubt`` names in Japanese what of it Word may print otherwise.
    """

    text: str | None
    doubt: str = ""
    level: Element | None = None


class MarkCounter:
    """Counts the numbered paragraphs as they come."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        """Count by the definitions in ``root``."""
        self._definitions = Definitions(root, styles)
        self._styles = styles
        self._numberings: dict[str, Numbering | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def mark(self, paragraph: Element) -> PrintedMark | None:
        """Count ``paragraph``, and return its mark, or None where it is not numbered."""
        key, index, style = self._numbered_as(paragraph)
        if key is None or key == _NO_NUMBERING:
            return None
        if key not in self._numberings:
            self._numberings[key] = self._definitions.find_numbering(key)
        numbering = self._numberings[key]
        if numbering is None:
            return None
        if index is None:
            index = numbering.of_styles.get(style, 0)
        if index not in numbering.levels:
            return PrintedMark(None)
        self._count(key, numbering, index)
        return self._print_mark(numbering, index)

    def _numbered_as(self, paragraph: Element) -> tuple[str | None, int | None, str]:
        """Return the numbering of ``paragraph``, its level, and the style that says so, as far as they are said."""
        own = down(paragraph, "w:pPr", "w:numPr")
        key, index = attribute(down(own, "w:numId")), number(down(own, "w:ilvl"))
        if key is not None:
            return key, index or 0, ""
        for name, style in self._styles.of(paragraph):
            numbered = down(style, "w:pPr", "w:numPr")
            key = attribute(down(numbered, "w:numId"))
            if key is not None:
                return key, number(down(numbered, "w:ilvl")) if index is None else index, name
        return None, None, ""

    def _count(self, key: str, numbering: Numbering, index: int) -> None:
        counts = self._counts.setdefault(numbering.counter, {})
        begins_anew = index in numbering.starts and (key, index) not in self._begun
        self._begun.add((key, index))
        if index in counts and not begins_anew:
            counts[index] += 1
        else:
            counts[index] = numbering.starts.get(index, numbering.levels[index].start)
        for deeper in [other for other in counts if other > index]:
            restart = numbering.levels[deeper].restart if deeper in numbering.levels else None
            if restart is None or index < restart:
                del counts[deeper]

    def _print_mark(self, numbering: Numbering, index: int) -> PrintedMark:
        level = numbering.levels[index]
        if level.kind == "bullet":
            signs = [read_sign(letter, level.font) for letter in level.text]
            text = None if None in signs else "".join(one for one in signs if one)
            return PrintedMark(text if text is None else text + level.gap, level=level.element)
        return self._print_number(numbering, level, index, self._counts[numbering.counter])

    def _print_number(self, numbering: Numbering, level: Level, index: int, counts: dict[int, int]) -> PrintedMark:
        text, doubts, position = "", [], 0
        for place in _PLACE.finditer(level.text):
            named = int(place.group(1)) - 1
            other = numbering.levels.get(named)
            if other is None or named > index:
                return PrintedMark(None, level=level.element)
            if named not in counts:
                doubts.append(PARENT)
            value = counts.get(named, numbering.starts.get(named, other.start))
            kind = "decimal" if level.digits else other.kind
            written = write_numeral(value, kind)
            if written is None:
                return PrintedMark(None, level=level.element)
            doubts.extend([WIDTH] if is_doubtful(value, kind) else [])
            text += level.text[position : place.start()] + written
            position = place.end()
        text += level.text[position:]
        if level.kind == _UNKNOWN:
            return PrintedMark(None, level=level.element)
        return PrintedMark(text + level.gap if text else "", "と".join(dict.fromkeys(doubts)), level.element)
