"""Finds the tables of a page: edges, put together, close in cells, and cells beside each other are a table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Final

from generator.importer.files.pdf.pdf_page import Box, Edge

# Points: lines as near as this are one, and a gap as narrow as this is none.
_NEAR: Final = 3.5
# A piece as short as this is a dash, which may be as far as this from the next.
_DASH: Final = 12.0
_BETWEEN_DASHES: Final = 6.0
# More lines than a table has; a drawing has.
_MOST_LINES: Final = 400


@dataclass(frozen=True)
class CellPlace:
    """A cell's place: its first row and column, how many of them it spans, and where it is on the page."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box


@dataclass(frozen=True)
class Table:
    """A table: its cells row by row, and the y and x of the lines between them, the outer ones included.

    ``cut`` tells that no line is above its first row: it goes on with a row of the page before.
    """

    places: tuple[CellPlace, ...]
    ys: tuple[float, ...]
    xs: tuple[float, ...]
    cut: bool = False

    @property
    def box(self) -> Box:
        """The rectangle around the table."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def draw_frame(box: Box) -> tuple[Edge, ...]:
    """Return the four sides of ``box``."""
    levels = (Edge(level=True, place=y, start=box.x0, end=box.x1) for y in (box.top, box.bottom))
    return (*levels, *(Edge(level=False, place=x, start=box.top, end=box.bottom) for x in (box.x0, box.x1)))


def find_tables(edges: Sequence[Edge]) -> list[Table]:
    """Return the tables that ``edges`` make, from top to bottom. A single frame is a table of one cell."""
    found = [table for group in _group_touching(_merge(edges)) for table in _make_tables(group)]
    outer = [table for table in found if not any(_lies_within(table, other) for other in found if other is not table)]
    return sorted(outer, key=lambda table: (table.box.top, table.box.x0))


def _merge(edges: Sequence[Edge]) -> list[Edge]:
    """Return ``edges`` with those on one line, end to end, put together; what is no longer than a dot is left out."""
    whole: list[Edge] = []
    for level in (True, False):
        alike = [edge for edge in edges if edge.level is level]
        places = _snap([edge.place for edge in alike])
        run: Edge | None = None
        for edge in sorted(
            (Edge(level, places[edge.place], edge.start, edge.end) for edge in alike),
            key=lambda edge: (edge.place, edge.start),
        ):
            gap = _BETWEEN_DASHES if edge.end - edge.start < _DASH else _NEAR
            if run and run.place == edge.place and edge.start <= run.end + gap:
                run = Edge(level, run.place, run.start, max(run.end, edge.end))
                continue
            if run:
                whole.append(run)
            run = edge
        if run:
            whole.append(run)
    return [edge for edge in whole if edge.end - edge.start > 2 * _NEAR]


def _snap(places: Iterable[float]) -> dict[float, float]:
    """Return for each of ``places`` the place that it and those near it are taken for."""
    snapped: dict[float, float] = {}
    first = None
    for place in sorted(set(places)):
        if first is None or place - first > _NEAR:
            first = place
        snapped[place] = first
    return snapped


def _group_touching(edges: Sequence[Edge]) -> list[list[Edge]]:
    """Return ``edges`` in groups that hang together."""
    levels = [edge for edge in edges if edge.level]
    uprights = [edge for edge in edges if not edge.level]
    if len(levels) > _MOST_LINES or len(uprights) > _MOST_LINES:
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
        level.start - _NEAR <= upright.place <= level.end + _NEAR
        and upright.start - _NEAR <= level.place <= upright.end + _NEAR
    )


def _open_sides(group: Sequence[Edge]) -> list[Edge]:
    """Return the outer upright sides of a table that is set without them."""
    levels = [edge for edge in group if edge.level]
    uprights = [edge for edge in group if not edge.level]
    if len(levels) < 2 or not uprights:  # noqa: PLR2004 - a table has a line above and below
        return []
    left, right = min(edge.start for edge in levels), max(edge.end for edge in levels)
    top, bottom = min(levels, key=lambda edge: edge.place), max(levels, key=lambda edge: edge.place)
    if any(edge.start - left > _NEAR or right - edge.end > _NEAR for edge in (top, bottom)):
        return []
    return [
        Edge(level=False, place=side, start=top.place, end=bottom.place)
        for side in (left, right)
        if not any(abs(edge.place - side) <= 2 * _NEAR for edge in uprights)
    ]


def _closing_lines(edges: Sequence[Edge]) -> list[Edge]:
    """Return the lines that close a table whose upright ones run on above or below it, where a page's edge cuts it."""
    levels = [edge for edge in edges if edge.level]
    uprights = [edge for edge in edges if not edge.level]
    if not levels or len(uprights) < 2:  # noqa: PLR2004 - a cell lies between two lines
        return []
    highest, lowest = min(edge.place for edge in levels), max(edge.place for edge in levels)
    closing = []
    for above in (True, False):
        end = min(edge.start for edge in uprights) if above else max(edge.end for edge in uprights)
        along = [edge.place for edge in uprights if abs((edge.start if above else edge.end) - end) <= _NEAR]
        outside = highest - end if above else end - lowest
        if outside > 2 * _NEAR and len(along) > 1:
            closing.append(Edge(level=True, place=end, start=min(along), end=max(along)))
    return closing


def _make_tables(group: Sequence[Edge]) -> Iterator[Table]:
    """Yield the tables of edges that hang together."""
    sided = [*group, *_open_sides(group)]
    drawn = min(edge.place for edge in group if edge.level)
    for cells in _group_beside(list(_find_cells([*sided, *_closing_lines(sided)]))):
        yield _make_table(cells, drawn)


def _find_cells(edges: Sequence[Edge]) -> Iterator[Box]:
    """Yield the rectangles that ``edges`` close in; what the ones in a frame leave of it falls into its parts."""
    ys = sorted({edge.place for edge in edges if edge.level})
    xs = sorted({edge.place for edge in edges if not edge.level})
    walls = {(True, *at) for at in _find_walls(edges, ys, xs, level=True)}
    walls |= {(False, *at) for at in _find_walls(edges, xs, ys, level=False)}
    corners = product(range(len(ys) - 1), range(len(xs) - 1))
    closed = {cell for row, column in corners if (cell := _find_smallest_cell(walls, row, column))}
    frame = (0, 0, len(ys) - 1, len(xs) - 1)
    if closed and _is_closed(walls, *frame):
        closed.add(frame)
    taken: set[tuple[int, int]] = set()
    for top, left, bottom, right in sorted(closed, key=lambda cell: (cell[2] - cell[0]) * (cell[3] - cell[1])):
        spaces = set(product(range(top, bottom), range(left, right)))
        if taken.isdisjoint(spaces):
            yield Box(xs[left], ys[top], xs[right], ys[bottom])
        else:
            yield from (Box(xs[x], ys[y], xs[x + 1], ys[y + 1]) for y, x in spaces - taken)
        taken |= spaces


def _find_walls(
    edges: Iterable[Edge], places: Sequence[float], along: Sequence[float], *, level: bool
) -> Iterator[tuple[int, int]]:
    """Yield where a line is drawn: the index of its place, and of the span along it."""
    for edge in edges:
        for at, (start, end) in enumerate(pairwise(along)):
            if edge.level is level and edge.start <= start + _NEAR and edge.end >= end - _NEAR:
                yield places.index(edge.place), at


def _find_smallest_cell(walls: set[tuple[bool, int, int]], top: int, left: int) -> tuple[int, int, int, int] | None:
    """Return the indexes of the lines (top, left, bottom, right) that close in a cell from a corner on, if they do."""
    bottom = top
    while (False, left, bottom) in walls:
        bottom += 1
        right = left
        while (True, top, right) in walls:
            right += 1
            if _is_closed(walls, top, left, bottom, right):
                return top, left, bottom, right
    return None


def _is_closed(walls: set[tuple[bool, int, int]], top: int, left: int, bottom: int, right: int) -> bool:
    levels = all((True, row, column) in walls for row in (top, bottom) for column in range(left, right))
    return levels and all((False, column, row) in walls for column in (left, right) for row in range(top, bottom))


def _group_beside(boxes: Sequence[Box]) -> list[list[Box]]:
    """Return ``boxes`` in groups that share sides."""
    groups: list[list[Box]] = []
    for box in boxes:
        near = [group for group in groups if any(_share_a_side(box, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([box, *(other for group in near for other in group)])
    return groups


def _share_a_side(box: Box, other: Box) -> bool:
    across = min(box.x1, other.x1) - max(box.x0, other.x0)
    down = min(box.bottom, other.bottom) - max(box.top, other.top)
    return (across > 0 and down == 0) or (down > 0 and across == 0)


def _make_table(cells: Sequence[Box], drawn: float) -> Table:
    """Return the table of ``cells``, with an empty cell where its rectangle has none; no line is above ``drawn``."""
    ys = sorted({y for cell in cells for y in (cell.top, cell.bottom)})
    xs = sorted({x for cell in cells for x in (cell.x0, cell.x1)})
    places, taken = [], set()
    for cell in cells:
        row, column = ys.index(cell.top), xs.index(cell.x0)
        rows, columns = ys.index(cell.bottom) - row, xs.index(cell.x1) - column
        places.append(CellPlace(row, column, rows, columns, cell))
        taken |= {(row + down, column + across) for down in range(rows) for across in range(columns)}
    for row, (top, bottom) in enumerate(pairwise(ys)):
        for column, (x0, x1) in enumerate(pairwise(xs)):
            if (row, column) not in taken:
                places.append(CellPlace(row, column, 1, 1, Box(x0, top, x1, bottom)))
    places.sort(key=lambda place: (place.row, place.column))
    return Table(tuple(places), tuple(ys), tuple(xs), ys[0] < drawn)


def _lies_within(table: Table, other: Table) -> bool:
    """Tell whether ``table`` lies in a cell of ``other``, which is more than a frame."""
    box = table.box
    around = (place.box for place in other.places if len(other.places) > 1)
    return any(cell.holds(*box.middle) and cell.width > box.width and cell.height > box.height for cell in around)
