"""The generator's own check of wholeness lets no damage pass, wherever it is done to a real document."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.archive.checks.wholeness import check_wholeness
from generator.archive.loading import load
from generator.archive.sources import SourceDocument, split_source
from generator.model.consultation import Cell, Consultation, Section, TableRow
from generator.problems import Problem
from generator.store.files import Stored, locate, read_file
from tests.golden.reading import NUMBERS

CONTENT = Path(__file__).parents[2] / "content"
SOURCES = split_source("2022-06-17.txt", (CONTENT / "sources/2022-06-17.txt").read_text(encoding="utf-8"))
ARCHIVE = load(CONTENT).archive
assert ARCHIVE is not None
RECORDS = {number: ARCHIVE.by_number[number] for number in NUMBERS}


def stored_file(number: int) -> Stored[Consultation]:
    file = f"consultations/{number}.yml"
    stored, _ = read_file(CONTENT / file, f"content/{file}", Consultation)
    assert stored is not None
    return stored


FILES = {number: stored_file(number) for number in NUMBERS}

Path_ = tuple[str | int, ...]
# Characters that stand for others in a hurried eye: another width, another script, another dash.
INTRUDERS = st.sampled_from("ＳSоО０0１1、，。．ー－—（(々者猫") | st.characters(exclude_categories=["Z", "C"])


def strings(value: Any, path: Path_ = ()) -> Iterator[tuple[Path_, str]]:  # noqa: ANN401 - any part of a document
    """Every piece of the document's words in ``value``, with the way to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from strings(entry, (*path, index))
    elif isinstance(value, Consultation):
        for key in ("title", "subtitle", "departments", "sections"):
            yield from strings(getattr(value, key), (*path, key))
    elif isinstance(value, Section):
        for key in ("heading", "text", "sections"):
            yield from strings(getattr(value, key), (*path, key))


def replaced(value: Any, path: Path_, new: Any) -> Any:  # noqa: ANN401 - any part of a document
    """``value`` with ``new`` at the end of ``path``."""
    if not path:
        return new
    step, *rest = path
    if isinstance(step, int):
        return (*value[:step], replaced(value[step], tuple(rest), new), *value[step + 1 :])
    return replace(value, **{step: replaced(getattr(value, step), tuple(rest), new)})


def problems(number: int, consultation: Consultation, source: SourceDocument | None = None) -> list[Problem]:
    """What the check finds when this file is held against the source."""
    return list(locate(FILES[number], check_wholeness(consultation, source or SOURCES[number])))


PLACES = [
    (number, path, position)
    for number, record in RECORDS.items()
    for path, text in strings(record.consultation)
    for position, letter in enumerate(text)
    if not letter.isspace()
]


def damaged(place: tuple[int, Path_, int], cut: int, added: str) -> Consultation:
    """The document with ``cut`` characters at ``place`` taken out and ``added`` put in."""
    number, path, position = place
    consultation = RECORDS[number].consultation
    text = dict(strings(consultation))[path]
    new: Consultation = replaced(consultation, path, text[:position] + added + text[position + cut :])
    return new


@pytest.mark.parametrize("number", NUMBERS)
def test_an_undamaged_document_is_whole(number: int) -> None:
    assert problems(number, RECORDS[number].consultation) == []


@given(st.sampled_from(PLACES), INTRUDERS)
def test_a_changed_character_is_found_where_it_stands(place: tuple[int, Path_, int], intruder: str) -> None:
    number, path, position = place
    text = dict(strings(RECORDS[number].consultation))[path]
    assume(text[position] != intruder)
    (problem,) = problems(number, damaged(place, 1, intruder))
    written = (CONTENT.parent / problem.file).read_text(encoding="utf-8").split("\n")
    paragraph = text[text.rfind("\n", 0, position) + 1 :].partition("\n")[0]
    assert paragraph in written[problem.line - 1]
    assert intruder in problem.message


@given(st.sampled_from(PLACES))
def test_a_missing_character_is_found(place: tuple[int, Path_, int]) -> None:
    assert len(problems(place[0], damaged(place, 1, ""))) == 1


@given(st.sampled_from(PLACES), INTRUDERS)
def test_an_added_character_is_found(place: tuple[int, Path_, int], intruder: str) -> None:
    assert len(problems(place[0], damaged(place, 0, intruder))) == 1


PARAGRAPHS = [
    (number, path, text.split("\n"))
    for number, record in RECORDS.items()
    for path, text in strings(record.consultation)
    if "\n" in text
]


@given(st.sampled_from(PARAGRAPHS), st.data())
def test_swapped_paragraphs_are_found(place: tuple[int, Path_, list[str]], data: st.DataObject) -> None:
    number, path, paragraphs = place
    swapped = data.draw(st.permutations(paragraphs))
    assume(swapped != paragraphs)
    assert len(problems(number, replaced(RECORDS[number].consultation, path, "\n".join(swapped)))) == 1


SIBLINGS = [
    (number, place.path) for number, record in RECORDS.items() for place in record.places if place.path[-1] != 0
]


@given(st.sampled_from(SIBLINGS))
def test_swapped_sections_are_found(place: tuple[int, Path_]) -> None:
    number, path = place
    consultation: Any = RECORDS[number].consultation
    siblings = consultation
    for step in path[:-1]:
        siblings = siblings[step] if isinstance(step, int) else getattr(siblings, step)
    index = int(path[-1])
    swapped = (*siblings[: index - 1], siblings[index], siblings[index - 1], *siblings[index + 1 :])
    assert len(problems(number, replaced(consultation, path[:-1], swapped))) == 1


@pytest.mark.parametrize("number", NUMBERS)
def test_a_lost_end_is_found(number: int) -> None:
    consultation = RECORDS[number].consultation
    (problem,) = problems(number, replace(consultation, sections=consultation.sections[:-1]))
    assert "から後がありません" in problem.message


ANNEX = RECORDS[978].consultation.sections[-1]
CELLS = [(column, cell) for column, table in enumerate(ANNEX.torn_table) for cell in range(len(table.cells))]


def with_cells(column: int, cells: tuple[str, ...]) -> Consultation:
    path = ("sections", len(RECORDS[978].consultation.sections) - 1, "torn_table", column, "cells")
    new: Consultation = replaced(RECORDS[978].consultation, path, cells)
    return new


@pytest.mark.parametrize(("column", "cell"), CELLS)
def test_a_lost_a_doubled_and_a_changed_row_of_the_annex_are_found(column: int, cell: int) -> None:
    cells = ANNEX.torn_table[column].cells
    lost = (*cells[:cell], *cells[cell + 1 :])
    doubled = (*cells, cells[cell])
    changed = (*lost, cells[cell][:-1] + "々")
    for damage in (lost, doubled, changed):
        assert len(problems(978, with_cells(column, damage))) == 1


def test_letters_that_changed_places_within_the_annex_are_found() -> None:
    cells = ANNEX.torn_table[1].cells
    swapped = tuple({"相談情報": "情報相談", "援助情報": "助援情報"}.get(cell, cell) for cell in cells)
    assert sum(one != other for one, other in zip(cells, swapped, strict=True)) == 2
    assert len(problems(978, with_cells(1, swapped))) == 1


def test_the_rows_of_the_annex_may_stand_in_any_order() -> None:
    assert problems(978, with_cells(1, ANNEX.torn_table[1].cells[::-1])) == []


def with_table(*rows: TableRow) -> Consultation:
    """Consultation 978 with the annex as a table whose rows are known."""
    sections = RECORDS[978].consultation.sections
    return replace(
        RECORDS[978].consultation, sections=(*sections[:-1], replace(sections[-1], torn_table=(), table=rows))
    )


def rows_of_the_annex() -> tuple[TableRow, ...]:
    fields, items = ANNEX.torn_table
    cells = [TableRow((Cell(item), Cell(""))) for item in items.cells]
    ends = [TableRow((Cell(""), Cell(field))) for field in fields.cells]
    return (TableRow((Cell(fields.column), Cell(items.column)), header=True), *cells, *ends)


def test_the_cells_of_a_table_stand_row_by_row_or_in_any_order() -> None:
    rows = rows_of_the_annex()
    assert problems(978, with_table(*rows)) == []
    assert problems(978, with_table(*rows[::-1])) == []


def test_a_lost_a_doubled_and_a_changed_cell_of_a_table_are_found() -> None:
    rows = rows_of_the_annex()
    for row in range(1, 25):
        cells = rows[row].cells
        changed = TableRow((Cell(cells[0].text + "々"), *cells[1:]))
        for damaged in ((), (rows[row], rows[row]), (changed,)):
            assert len(problems(978, with_table(*rows[:row], *damaged, *rows[row + 1 :]))) == 1


def test_a_cell_that_the_source_does_not_hold_is_told_where_it_stands() -> None:
    rows = rows_of_the_annex()
    consultation = with_table(rows[0], TableRow((Cell("余"), Cell(""))), *rows[1:])
    section = ("sections", len(consultation.sections) - 1)
    (objection,) = check_wholeness(consultation, SOURCES[978])
    assert (objection.path, "表のセル「余」が" in objection.message) == ((*section, "table", 1, "cells", 0), True)


def test_a_document_longer_than_its_source_is_found() -> None:
    source = SOURCES[985]
    shorter = replace(source, text=source.text[:-1], lines=source.lines[:-1])
    assert len(problems(985, RECORDS[985].consultation, shorter)) == 1
