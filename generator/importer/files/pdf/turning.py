"""Turns a page so that a line of text runs level: PDF points (y upwards) become points as a reader sees them."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.importer.files.pdf.page import Box, Edge, Glyph

_SLACK: Final = 3
_RIGHT: Final = 90


def turn_of(across: float, along: float) -> int:
    """Return the degrees by which a line that runs in this direction is turned; a slip of 3 degrees is none."""
    degrees = round(math.degrees(math.atan2(along, across))) if math.isfinite(across + along) else 0
    nearest = round(degrees / _RIGHT) * _RIGHT
    return (nearest if abs(degrees - nearest) <= _SLACK else degrees) % 360


def usual_turn(glyphs: Iterable[Glyph]) -> int:
    """Return the right angle by which most of the text is turned; 0 where most is at none or there is no text."""
    turns = Counter(glyph.turn for glyph in glyphs).most_common(1)
    return turns[0][0] if turns and turns[0][0] % _RIGHT == 0 else 0


@dataclass(frozen=True)
class Turning:
    """Turns by ``degrees``, clockwise, about the origin."""

    degrees: int

    def point(self, point: tuple[float, float]) -> tuple[float, float]:
        """Return where a point of the PDF is, from left to right and downwards."""
        cos, sin = self._ratios()
        x, y = point
        return x * cos + y * sin, x * sin - y * cos

    def back(self, point: tuple[float, float]) -> tuple[float, float]:
        """Return the point of the PDF that is here."""
        cos, sin = self._ratios()
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

    def _ratios(self) -> tuple[float, float]:
        quarter = {0: (1.0, 0.0), 90: (0.0, 1.0), 180: (-1.0, 0.0), 270: (0.0, -1.0)}
        angle = math.radians(self.degrees)
        return quarter.get(self.degrees % 360, (math.cos(angle), math.sin(angle)))
