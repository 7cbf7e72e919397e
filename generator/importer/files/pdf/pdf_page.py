"""What stands on a page of a PDF: its glyphs, ruled edges and filled areas, in points, y downwards.

All are given as a reader sees them who has turned the page so that most of its text is upright.
"""

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from generator.japanese.private_use import GETA
from generator.japanese.radicals import mend_radicals
from generator.japanese.unseen import UNSEEN

# How much of a character's size stands above and below the line it stands on, in Japanese fonts.
ASCENT = 0.88
DESCENT = 0.12
_SLACK: Final = 3
RIGHT_ANGLE: Final = 90
# Stands for a glyph to which the PDF gives no character.
UNNAMED: Final = "\N{REPLACEMENT CHARACTER}"

# White space as wide as a character; all other is a space.
_SPACES: Final = dict.fromkeys("\N{IDEOGRAPHIC SPACE}\N{EM SPACE}\N{EM QUAD}", "\N{IDEOGRAPHIC SPACE}")
_UNNAMED: Final = frozenset({"Co", "Cn", "Cc", "Cs"})


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

    def overlaps(self, other: "Box") -> bool:
        """Tell whether the two have more than a side in common."""
        across = min(self.x1, other.x1) > max(self.x0, other.x0)
        return across and min(self.bottom, other.bottom) > max(self.top, other.top)

    @property
    def width(self) -> float:
        """How far it goes from left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """How far it goes from top to bottom."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """How much it covers."""
        return self.width * self.height

    @property
    def middle(self) -> tuple[float, float]:
        """The x and y of its middle."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character (or several that one glyph stands for): its text and where it stands.

    A character that prints nothing, such as U+200B, has no text and may take room.
    ``base`` is the y of the line it stands on, ``turn`` the degrees by which its own line is turned against the page.
    ``named`` is what the PDF calls it where that is a radical, a sign or a soft hyphen, or 〓 where it does not say.
    ``margin`` tells that the PDF itself marks it as a part of the page's head or foot. ``sign`` is what stands there of
    a symbol font; it is ``supposed`` where the PDF does not say which.
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
    sign: str = ""
    supposed: bool = False

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

    ``white`` are the filled areas that are white, ``dark`` the others; ``pictures`` is where pictures stand, ``shapes``
    where what is painted is no rectangle and may be letters, ``comments`` counts the notes and form fields laid over
    it, ``doubled`` the characters printed over themselves (once each in ``glyphs``), and ``recognised`` tells that the
    text is a machine's reading of a picture.
    """

    number: int
    box: Box
    glyphs: tuple[Glyph, ...]
    edges: tuple[Edge, ...]
    dark: tuple[Box, ...]
    white: tuple[Box, ...]
    pictures: tuple[Box, ...] = ()
    shapes: tuple[Box, ...] = ()
    comments: int = 0
    doubled: str = ""
    recognised: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Its width and height, in whole points."""
        return round(self.box.width), round(self.box.height)


def find_turn(across: float, along: float) -> int:
    """Return the degrees by which a line that runs in this direction is turned; a slip of 3 degrees is none."""
    degrees = round(math.degrees(math.atan2(along, across))) if math.isfinite(across + along) else 0
    nearest = round(degrees / RIGHT_ANGLE) * RIGHT_ANGLE
    return (nearest if abs(degrees - nearest) <= _SLACK else degrees) % 360


def find_usual_turn(glyphs: Iterable[Glyph]) -> int:
    """Return the right angle by which most of the text is turned; 0 where most is at none or there is no text."""
    turns = Counter(glyph.turn for glyph in glyphs).most_common(1)
    return turns[0][0] if turns and turns[0][0] % RIGHT_ANGLE == 0 else 0


@dataclass(frozen=True)
class Turning:
    """Turns by ``degrees``, clockwise, about the origin."""

    degrees: int

    def point(self, point: tuple[float, float]) -> tuple[float, float]:
        """Return where a point of the PDF is, from left to right and downwards; and back, for it is the same way."""
        quarter = {0: (1.0, 0.0), 90: (0.0, 1.0), 180: (-1.0, 0.0), 270: (0.0, -1.0)}
        angle = math.radians(self.degrees)
        cos, sin = quarter.get(self.degrees % 360, (math.cos(angle), math.sin(angle)))
        x, y = point
        return x * cos + y * sin, x * sin - y * cos

    def box(self, rectangle: tuple[float, float, float, float]) -> Box:
        """Return where a rectangle is, given by its least and its greatest x and y."""
        left, low, right, high = rectangle
        corners = [self.point((x, y)) for x in (left, right) for y in (low, high)]
        across, down = [x for x, _ in corners], [y for _, y in corners]
        return Box(min(across), min(down), max(across), max(down))

    def edge(self, start: tuple[float, float], end: tuple[float, float]) -> Edge | None:
        """Return the line between two points where it is level or upright, and long enough to see."""
        (x0, y0), (x1, y1) = self.point(start), self.point(end)
        slack = 0.5
        if abs(y0 - y1) <= slack < abs(x0 - x1):
            return Edge(level=True, place=(y0 + y1) / 2, start=min(x0, x1), end=max(x0, x1))
        if abs(x0 - x1) <= slack < abs(y0 - y1):
            return Edge(level=False, place=(x0 + x1) / 2, start=min(y0, y1), end=max(y0, y1))
        return None


def read_printed(text: str) -> str:
    """Return ``text`` as it is printed: no names of glyphs, no characters that print nothing, 〓 for unknown ones."""
    return "".join(_read_letter(letter) for letter in text)


def has_radical(text: str) -> bool:
    """Tell whether ``text`` holds a character that names a radical, or that of a dot as like the 中黒."""
    return mend_radicals(text) != text


def _read_letter(letter: str) -> str:
    if letter.isspace():
        return _SPACES.get(letter, " ")
    category = unicodedata.category(letter)
    if category in _UNNAMED or letter == UNNAMED:
        return GETA
    return "" if category == "Cf" or UNSEEN.match(letter) else mend_radicals(letter)
