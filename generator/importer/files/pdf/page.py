"""What stands on a page of a PDF: its glyphs, ruled edges and filled areas, in points, y downwards.

All are given as a reader sees them who has turned the page so that most of its text is upright.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

# How much of a character's size stands above and below the line it stands on, in Japanese fonts.
ASCENT = 0.88
DESCENT = 0.12


class Hidden(Enum):
    """Why a reader of the printed page does not see a glyph; the value says it to a clerk."""

    OUTSIDE = "ページの外にあり、印刷されない文字"
    INVISIBLE = "見えないように置かれた文字（透明）"
    WHITE = "見えない文字（白い紙に白）"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Tell whether the point lies inside."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character (or several that one glyph stands for): its text and where it stands.

    ``base`` is the y of the line it stands on, ``turn`` the degrees by which its own line is turned against the page.
    ``named`` is what the PDF calls it where that is a radical, or 〓 where it does not say. ``margin`` tells that the
    PDF itself marks it as a part of the page's head or foot.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    turn: int = 0
    named: str = ""
    hidden: Hidden | None = None
    margin: bool = False

    @property
    def x(self) -> float:
        """The middle, from left to right."""
        return (self.x0 + self.x1) / 2

    @property
    def y(self) -> float:
        """The middle, from top to bottom."""
        return self.base - (ASCENT - DESCENT) / 2 * self.size


@dataclass(frozen=True, slots=True)
class Edge:
    """A straight line, level or upright: at ``place`` (its y or x), from ``start`` to ``end``."""

    level: bool
    place: float
    start: float
    end: float


@dataclass(frozen=True)
class Sheet:
    """A page: what is printed on it, and what of it cannot be read.

    ``white`` are the filled areas that are white, ``dark`` the others; ``pictures`` is the part of the page that
    pictures cover, ``comments`` counts the notes and form fields laid over it, ``doubled`` the characters printed over
    themselves (once each in ``glyphs``), and ``recognised`` tells that the text is a machine's reading of a picture.
    """

    number: int
    box: Box
    glyphs: tuple[Glyph, ...]
    edges: tuple[Edge, ...]
    dark: tuple[Box, ...]
    white: tuple[Box, ...]
    pictures: float = 0
    comments: int = 0
    doubled: str = ""
    recognised: bool = False


def letters(text: str) -> Iterator[str]:
    """Yield the characters of ``text`` that are not white space."""
    return (letter for letter in text if not letter.isspace())


def bounds(glyphs: Iterable[Glyph]) -> Box:
    """Return the rectangle around ``glyphs``, of which there is at least one."""
    found = tuple(glyphs)
    return Box(
        min(glyph.x0 for glyph in found),
        min(glyph.base - ASCENT * glyph.size for glyph in found),
        max(glyph.x1 for glyph in found),
        max(glyph.base + DESCENT * glyph.size for glyph in found),
    )
