"""The definitions of a Word document's automatic numbering."""

from dataclasses import dataclass
from typing import Final

from generator.importer.files.word.styles import Styles
from generator.importer.files.word.xml import Element, attribute, children, down, number, switch

_DEEPEST: Final = 8
_UNKNOWN: Final = "unknown"


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

    def numbering(self, key: str) -> Numbering | None:
        """Return the numbering with the number ``key``, or None where there is none."""
        found = self._numbers.get(key)
        counter = self._counter(found)
        if found is None or counter is None:
            return None
        levels, of_styles = _levels(self._abstract[counter])
        starts = {}
        for name, override in children(found):
            index = number(override, "ilvl")
            if name != "w:lvlOverride" or index is None:
                continue
            own = down(override, "w:lvl")
            if own is not None:
                levels[index] = _level(own)
            start = number(down(override, "w:startOverride"))
            if start is not None:
                starts[index] = start
        return Numbering(counter, levels, starts, of_styles)

    def _counter(self, found: Element | None) -> str | None:
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


def _levels(abstract: Element) -> tuple[dict[int, Level], dict[str, int]]:
    levels, of_styles = {}, {}
    for name, element in children(abstract):
        index = number(element, "ilvl")
        if name == "w:lvl" and index is not None:
            levels[index] = _level(element)
            style = attribute(down(element, "w:pStyle"))
            if style is not None:
                of_styles[style] = index
    return levels, of_styles


def _level(element: Element) -> Level:
    start = number(down(element, "w:start"))
    fonts = down(element, "w:rPr", "w:rFonts")
    return Level(
        start=0 if start is None else start,
        kind=_kind(element),
        text=attribute(down(element, "w:lvlText")) or "",
        gap="" if attribute(down(element, "w:suff")) == "nothing" else " ",
        restart=number(down(element, "w:lvlRestart")),
        digits=switch(down(element, "w:isLgl")) or False,
        font=attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or "",
        element=element,
    )


def _kind(element: Element) -> str:
    names = {name for name, _ in children(element)}
    hidden = switch(down(element, "w:rPr", "w:vanish"))
    if hidden or "mc:AlternateContent" in names or "w:lvlPicBulletId" in names:
        return _UNKNOWN  # hidden, a format of one's own, a picture
    return attribute(down(element, "w:numFmt")) or "decimal"
