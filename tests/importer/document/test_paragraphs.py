"""Which lines are one paragraph."""

from dataclasses import replace
from time import perf_counter
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importer.document import latin_breaks
from generator.importer.document import paragraphs as module
from generator.importer.document.paragraphs import Paragraph, join_lines
from generator.importer.files.reading import Block, Grid, Line
from generator.japanese.fold import without_space
from generator.model.consultation import Cell, TableRow
from tests.importer.document.reading import Case, cases, lines
from tests.importer.facts.cases import constant_names

# Where each line looks at all those before it, this takes more than a minute.
ENOUGH_SECONDS: Final = 10


def joined(blocks: tuple[Block, ...]) -> list[Paragraph]:
    return [part for part in join_lines(blocks) if isinstance(part, Paragraph)]


@pytest.mark.parametrize("case", cases("paragraphs"), ids=str)
def test_lines_are_joined(case: Case) -> None:
    found = joined(lines(case.lines))
    assert [paragraph.text for paragraph in found] == case.become
    doubts = [constant_names(doubt, module, latin_breaks)[0] for paragraph in found for doubt in paragraph.doubts]
    assert [doubt.split(":")[0] for doubt in doubts] == case.doubts


@given(st.text("本件は。、（）「」・１（）第のとおり 《》別紙氏名abＡ\n", max_size=200))
def test_no_character_is_lost_whatever_the_lines(text: str) -> None:
    assert without_space("".join(paragraph.text for paragraph in joined(lines(text)))) == without_space(text)


def test_a_paragraph_of_very_many_lines_is_joined_at_once() -> None:
    begin = perf_counter()
    assert len(joined(lines("本件は、次のとおりである。区は、\n" * 12_000))) == 1
    assert perf_counter() - begin < ENOUGH_SECONDS


def test_a_paragraph_holds_its_lines() -> None:
    found = lines("氏名、\n住所\n性別")
    assert [paragraph.lines for paragraph in joined(found)] == [found[:2], found[2:]]


def test_a_table_ends_a_paragraph() -> None:
    first, second = lines("氏名、\n住所")
    grid = Grid((TableRow((Cell("甲"),)),), 1, 2)
    assert [getattr(part, "text", part) for part in join_lines((first, grid, second))] == ["氏名、", grid, "住所"]


def test_where_the_file_knows_the_measure_it_decides() -> None:
    blocks = tuple(replace(line, measure=12, reach=len(line.text)) for line in lines("電話番号及びメールアド\nレス"))
    assert [paragraph.text for paragraph in joined(blocks)] == ["電話番号及びメールアドレス"]
    shorter = tuple(replace(line, measure=20) for line in blocks)
    assert [paragraph.text for paragraph in joined(shorter)] == ["電話番号及びメールアド", "レス"]


def test_where_the_file_ends_a_paragraph_it_ends() -> None:
    first, second = lines("氏名、\n住所")
    assert len(joined((replace(first, ends_paragraph=True), second))) == 2


def test_a_measured_first_line_that_is_set_off_begins_a_paragraph() -> None:
    sentence = "区は見本の事業を行っている。"
    blocks = tuple(
        Line(sentence, 1, number, indent, len(sentence) + indent, measure=len(sentence) + 1)
        for number, indent in enumerate((1.0, 0.0, 1.0))
    )
    assert [len(paragraph.lines) for paragraph in joined(blocks)] == [2, 1]
