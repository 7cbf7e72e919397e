"""Reads colours and paths of a PDF: what is white, and which straight lines are drawn."""

from collections.abc import Iterator, Sequence
from typing import Final

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.utils import PathSegment, Point

_INKS: Final = frozenset({"Separation", "Indexed", "Pattern", "Lab", "DeviceN"})
_CMYK: Final = 4
_SLACK: Final = 0.02


def is_white(colour: object, space: PDFColorSpace | None) -> bool:
    """Tell whether ``colour`` prints nothing on white paper."""
    parts = colour if isinstance(colour, (tuple, list)) else (colour,)
    values = [part for part in parts if isinstance(part, (int, float))]
    if len(values) != len(parts) or not values or (space and space.name in _INKS):
        return False
    if len(values) == _CMYK:
        return all(value <= _SLACK for value in values)
    return all(value >= 1 - _SLACK for value in values)


def strokes(path: Sequence[PathSegment]) -> Iterator[list[Point]]:
    """Yield the runs of straight lines in ``path`` as their points; a closed run ends where it began."""
    points: list[Point] = []
    for operator, *numbers in path:
        if operator == "h":
            if points:
                yield [*points, points[0]]
            points = points[:1]
        elif operator == "l" and points:
            points.append((numbers[-2], numbers[-1]))
        else:  # a new place to draw from, or a curve that ends there
            if len(points) > 1:
                yield points
            points = [(numbers[-2], numbers[-1])] if len(numbers) > 1 else []
    if len(points) > 1:
        yield points
