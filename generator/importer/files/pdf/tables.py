"""Finds the tables of a page: cells that lines close in on all sides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.importer.files.pdf.edges import NEAR, closing_lines, merged, open_sides, touching
from generator.importer.files.pdf.page import Box, Edge


@dataclass(frozen=True)
class Place:
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

    places: tuple[Place, ...]
    ys: tuple[float, ...]
    xs: tuple[float, ...]
    cut: bool = False

    @property
    def box(self) -> Box:
        """The rectangle around the table."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def tables_of(edges: Iterable[Edge]) -> list[Table]:
    """Return the tables that ``edges`` make, from top to bottom. A single frame is a table of one cell."""
    straight = merged(edges)
    found = [table for group in touching(straight) for table in _tables(group)]
    outer = [table for table in found if not any(_within(table, other) for other in found if other is not table)]
    return sorted(outer, key=lambda table: (table.box.top, table.box.x0))


def _within(table: Table, other: Table) -> bool:
    """Tell whether ``table`` lies in a cell of ``other``, which is more than a frame."""
    box = table.box
    middle = ((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2)
    around = (place.box for place in other.places if len(other.places) > 1)
    return any(
        cell.holds(*middle) and cell.x1 - cell.x0 > box.x1 - box.x0 and cell.bottom - cell.top > box.bottom - box.top
        for cell in around
    )


def _tables(group: Sequence[Edge]) -> list[Table]:
    sided = [*group, *open_sides(group)]
    edges = [*sided, *closing_lines(sided)]
    ys = sorted({edge.place for edge in edges if edge.level})
    xs = sorted({edge.place for edge in edges if not edge.level})
    if len(ys) < 2 or len(xs) < 2:  # noqa: PLR2004 - a cell lies between two lines
        return []
    regions = [Box(xs[left], ys[top], xs[right], ys[bottom]) for top, left, bottom, right in _regions(edges, ys, xs)]
    drawn = min(edge.place for edge in group if edge.level)
    return [_table(cells, drawn) for cells in _neighbours(regions)]


def _regions(edges: Sequence[Edge], ys: Sequence[float], xs: Sequence[float]) -> list[tuple[int, int, int, int]]:
    """Return the rectangles that are closed in, as the indexes of their lines: top, left, bottom, right."""
    walls = {True: _walls(edges, ys, xs, level=True), False: _walls(edges, xs, ys, level=False)}
    unseen = {(row, column) for row in range(len(ys) - 1) for column in range(len(xs) - 1)}
    found = []
    while unseen:
        start = min(unseen)
        region, is_open = _flood(start, walls, len(ys) - 1, len(xs) - 1)
        unseen -= region
        if is_open:
            continue
        rows, columns = {row for row, _ in region}, {column for _, column in region}
        if len(region) == len(rows) * len(columns):
            found.append((min(rows), min(columns), max(rows) + 1, max(columns) + 1))
        else:
            found.extend((row, column, row + 1, column + 1) for row, column in sorted(region))
    return found


def _walls(
    edges: Sequence[Edge], places: Sequence[float], along: Sequence[float], *, level: bool
) -> set[tuple[int, int]]:
    """Return where a line is drawn: the index of its place, and of the span along it."""
    drawn = set()
    index = {place: at for at, place in enumerate(places)}
    for edge in edges:
        if edge.level is level:
            for at, (start, end) in enumerate(pairwise(along)):
                if edge.start <= start + NEAR and edge.end >= end - NEAR:
                    drawn.add((index[edge.place], at))
    return drawn


def _flood(
    start: tuple[int, int], walls: dict[bool, set[tuple[int, int]]], rows: int, columns: int
) -> tuple[set[tuple[int, int]], bool]:
    """Return what lies in one space with ``start``, and whether that is open to the outside."""
    region, waiting, is_open = {start}, [start], False
    while waiting:
        row, column = waiting.pop()
        for wall, level, there in (
            ((row, column), True, (row - 1, column)),
            ((row + 1, column), True, (row + 1, column)),
            ((column, row), False, (row, column - 1)),
            ((column + 1, row), False, (row, column + 1)),
        ):
            if wall in walls[level] or there in region:
                continue
            if 0 <= there[0] < rows and 0 <= there[1] < columns:
                region.add(there)
                waiting.append(there)
            else:
                is_open = True
    return region, is_open


def _neighbours(boxes: Sequence[Box]) -> list[list[Box]]:
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


def _table(cells: Sequence[Box], drawn: float) -> Table:
    """Return the table of ``cells``, with an empty cell where its rectangle has none; no line is above ``drawn``."""
    ys = sorted({y for cell in cells for y in (cell.top, cell.bottom)})
    xs = sorted({x for cell in cells for x in (cell.x0, cell.x1)})
    places, taken = [], set()
    for cell in cells:
        row, column = ys.index(cell.top), xs.index(cell.x0)
        rows, columns = ys.index(cell.bottom) - row, xs.index(cell.x1) - column
        places.append(Place(row, column, rows, columns, cell))
        taken |= {(row + down, column + across) for down in range(rows) for across in range(columns)}
    for row, (top, bottom) in enumerate(pairwise(ys)):
        for column, (x0, x1) in enumerate(pairwise(xs)):
            if (row, column) not in taken:
                places.append(Place(row, column, 1, 1, Box(x0, top, x1, bottom)))
    places.sort(key=lambda place: (place.row, place.column))
    return Table(tuple(places), tuple(ys), tuple(xs), ys[0] < drawn)
