"""Finds text that runs downwards letter by letter, and reads it so."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Final

from generator.importer.files.pdf.lines import Row, rows_of
from generator.importer.files.pdf.page import ASCENT, DESCENT, Glyph

# How many such rows lie under each other at least, how many letters each has, and in ems how far they are apart.
_FEWEST: Final = 4
_LETTERS: Final = 3
_STEP: Final = 1.2
_APART: Final = 0.4
_RIGHT: Final = 90


def without_columns_of_letters(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Return the rows that are lines, and the columns of letters that the others are, from right to left."""
    kept: list[Row] = []
    columns: list[Row] = []
    for run in _runs(rows):
        if len(run) >= _FEWEST and sum(_is_across_columns(row) for row in run) >= _FEWEST:
            columns.extend(rows_of(_downwards(glyph) for row in run for glyph in row.glyphs))
        else:
            kept.extend(run)
    return kept, columns


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield ``rows`` in runs: those that might be rows through one block of columns, and each other by itself."""
    run: list[Row] = []
    for before, row in pairwise((None, *rows)):
        if row is None:
            continue
        near = before is not None and 0 < row.base - before.base <= _STEP * row.size
        if run and not (near and _might_be_across(row)):
            yield run
            run = []
        if _might_be_across(row):
            run.append(row)
        else:
            yield [row]
    if run:
        yield run


def _might_be_across(row: Row) -> bool:
    return len(row.printed) < _LETTERS or _is_across_columns(row)


def _is_across_columns(row: Row) -> bool:
    gaps = [right.x0 - left.x1 for left, right in pairwise(row.printed)]
    return len(row.printed) >= _LETTERS and median(gaps) >= _APART * row.size


def _downwards(glyph: Glyph) -> Glyph:
    """Return ``glyph`` as a letter of a line that runs downwards."""
    top, bottom = glyph.base - ASCENT * glyph.size, glyph.base + DESCENT * glyph.size
    return replace(glyph, x0=top, x1=bottom, base=-(glyph.x + (DESCENT - 0.5) * glyph.size), turn=_RIGHT)
