"""Counts the automatic numbering of a Word document: what is printed before a paragraph is not in its text."""

import re
from dataclasses import dataclass
from typing import Final

from generator.importer.files.word.definitions import Definitions, Level, Numbering
from generator.importer.files.word.numerals import is_doubtful, numeral
from generator.importer.files.word.styles import Styles
from generator.importer.files.word.symbols import sign
from generator.importer.files.word.xml import Element, attribute, down, number

_NO_NUMBERING: Final = "0"
WIDTH: Final = "数字が全角か半角か"
PARENT: Final = "上の階層の番号"

_PLACE: Final = re.compile("%([1-9])")


@dataclass(frozen=True)
class Mark:
    """What is printed before a paragraph, with the gap after it; None where that cannot be told for certain.

    ``doubt`` names in Japanese what of it Word may print otherwise.
    """

    text: str | None
    doubt: str = ""
    level: Element | None = None


class Counter:
    """Counts the numbered paragraphs as they come."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        """Count by the definitions in ``root``."""
        self._definitions = Definitions(root, styles)
        self._styles = styles
        self._numberings: dict[str, Numbering | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def mark(self, paragraph: Element) -> Mark | None:
        """Count ``paragraph``, and return its mark, or None where it is not numbered."""
        key, index, style = self._numbered_as(paragraph)
        if key is None or key == _NO_NUMBERING:
            return None
        if key not in self._numberings:
            self._numberings[key] = self._definitions.numbering(key)
        numbering = self._numberings[key]
        if numbering is None:
            return None
        if index is None:
            index = numbering.of_styles.get(style, 0)
        if index not in numbering.levels:
            return Mark(None)
        self._count(key, numbering, index)
        return self._mark(numbering, index)

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

    def _mark(self, numbering: Numbering, index: int) -> Mark:
        level = numbering.levels[index]
        if level.kind == "bullet":
            signs = [sign(letter, level.font) for letter in level.text]
            text = None if None in signs else "".join(one for one in signs if one)
            return Mark(text if text is None else text + level.gap, level=level.element)
        return self._printed(numbering, level, index, self._counts[numbering.counter])

    def _printed(self, numbering: Numbering, level: Level, index: int, counts: dict[int, int]) -> Mark:
        text, doubts, position = "", [], 0
        for place in _PLACE.finditer(level.text):
            named = int(place.group(1)) - 1
            other = numbering.levels.get(named)
            if other is None or named > index:
                return Mark(None, level=level.element)
            if named not in counts:
                doubts.append(PARENT)
            value = counts.get(named, numbering.starts.get(named, other.start))
            kind = "decimal" if level.digits else other.kind
            written = numeral(value, kind)
            if written is None:
                return Mark(None, level=level.element)
            doubts.extend([WIDTH] if is_doubtful(value, kind) else [])
            text += level.text[position : place.start()] + written
            position = place.end()
        text += level.text[position:]
        if level.kind == "unknown":
            return Mark(None, level=level.element)
        return Mark(text + level.gap if text else "", "と".join(dict.fromkeys(doubts)), level.element)
