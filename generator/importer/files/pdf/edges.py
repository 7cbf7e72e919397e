"""Puts the straight lines of a page together: those that are one, those that hang together, and those not drawn."""

from collections.abc import Iterable, Sequence
from typing import Final

from generator.importer.files.pdf.page import Box, Edge

# Points: lines as near as this are one, and a gap as narrow as this is none.
NEAR: Final = 3.5
# A piece as short as this is a dash, which may be as far as this from the next.
_DASH: Final = 12.0
_BETWEEN_DASHES: Final = 6.0
# More lines than a table has; a drawing has.
_MOST: Final = 400


def merged(edges: Iterable[Edge]) -> list[Edge]:
    """Return ``edges`` with those on one line, end to end, put together; what is no longer than a dot is left out."""
    whole: list[Edge] = []
    for level in (True, False):
        alike = [edge for edge in edges if edge.level is level]
        places = _snapped([edge.place for edge in alike])
        run: Edge | None = None
        for edge in sorted(
            (Edge(level, places[edge.place], edge.start, edge.end) for edge in alike),
            key=lambda edge: (edge.place, edge.start),
        ):
            gap = _BETWEEN_DASHES if edge.end - edge.start < _DASH else NEAR
            if run and run.place == edge.place and edge.start <= run.end + gap:
                run = Edge(level, run.place, run.start, max(run.end, edge.end))
                continue
            if run:
                whole.append(run)
            run = edge
        if run:
            whole.append(run)
    return [edge for edge in whole if edge.end - edge.start > 2 * NEAR]


def _snapped(places: Iterable[float]) -> dict[float, float]:
    """Return for each of ``places`` the place that it and those near it are taken for."""
    snapped: dict[float, float] = {}
    first = None
    for place in sorted(set(places)):
        if first is None or place - first > NEAR:
            first = place
        snapped[place] = first
    return snapped


def touching(edges: Sequence[Edge]) -> list[list[Edge]]:
    """Return ``edges`` in groups that hang together."""
    levels = [edge for edge in edges if edge.level]
    uprights = [edge for edge in edges if not edge.level]
    if len(levels) > _MOST or len(uprights) > _MOST:
        return []
    groups = {index: [edge] for index, edge in enumerate((*levels, *uprights))}
    owner = {index: index for index in groups}
    for across, level in enumerate(levels):
        for down, upright in enumerate(uprights, start=len(levels)):
            if owner[across] != owner[down] and _touch(level, upright):
                lost = owner[down]
                groups[owner[across]].extend(groups.pop(lost))
                owner = {index: owner[across] if held == lost else held for index, held in owner.items()}
    return [group for group in groups.values() if len(group) > 2]  # noqa: PLR2004 - two lines close in nothing


def _touch(level: Edge, upright: Edge) -> bool:
    return (
        level.start - NEAR <= upright.place <= level.end + NEAR
        and upright.start - NEAR <= level.place <= upright.end + NEAR
    )


def open_sides(group: Sequence[Edge]) -> list[Edge]:
    """Return the outer upright sides of a table that is set without them."""
    levels = [edge for edge in group if edge.level]
    uprights = [edge for edge in group if not edge.level]
    if len(levels) < 2 or not uprights:  # noqa: PLR2004 - a table has a line above and below
        return []
    left, right = min(edge.start for edge in levels), max(edge.end for edge in levels)
    top, bottom = min(levels, key=lambda edge: edge.place), max(levels, key=lambda edge: edge.place)
    if any(edge.start - left > NEAR or right - edge.end > NEAR for edge in (top, bottom)):
        return []
    return [
        Edge(level=False, place=side, start=top.place, end=bottom.place)
        for side in (left, right)
        if not any(abs(edge.place - side) <= 2 * NEAR for edge in uprights)
    ]


def closing_lines(edges: Sequence[Edge]) -> list[Edge]:
    """Return the lines that close a table whose upright ones run on above or below it, where a page's edge cuts it."""
    levels = [edge for edge in edges if edge.level]
    uprights = [edge for edge in edges if not edge.level]
    if not levels or len(uprights) < 2:  # noqa: PLR2004 - a cell lies between two lines
        return []
    highest, lowest = min(edge.place for edge in levels), max(edge.place for edge in levels)
    closing = []
    for above in (True, False):
        end = min(edge.start for edge in uprights) if above else max(edge.end for edge in uprights)
        along = [edge.place for edge in uprights if abs((edge.start if above else edge.end) - end) <= NEAR]
        outside = highest - end if above else end - lowest
        if outside > 2 * NEAR and len(along) > 1:
            closing.append(Edge(level=True, place=end, start=min(along), end=max(along)))
    return closing


def frame_edges(box: Box) -> tuple[Edge, ...]:
    """Return the four sides of ``box``."""
    return (
        Edge(level=True, place=box.top, start=box.x0, end=box.x1),
        Edge(level=True, place=box.bottom, start=box.x0, end=box.x1),
        Edge(level=False, place=box.x0, start=box.top, end=box.bottom),
        Edge(level=False, place=box.x1, start=box.top, end=box.bottom),
    )
