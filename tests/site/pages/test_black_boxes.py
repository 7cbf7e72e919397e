"""The page of a consultation that withholds words: a box for each row that says why, and how many they are."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from generator.archive.loading import load
from generator.archive.record import Record
from generator.model.consultation import Withheld
from generator.site.pages.black_boxes import draw_boxes, withheld_view
from generator.site.pages.rendering import Renderer
from tests.publishing import ROOT

DAY = dt.date(2022, 7, 1)


def test_a_box_is_read_out_as_its_reason_and_shows_its_marks() -> None:
    drawn = draw_boxes("電話■■■まで<", (Withheld("■■■", '個人の"電話"のため', DAY),))
    said = "非公開（3字）: 個人の&#34;電話&#34;のため"
    assert drawn == (
        f'電話<span class="document-withheld" role="img" aria-label="{said}" title="{said}">■■■</span>まで&lt;'
    )


def test_marks_that_the_ward_printed_are_no_box() -> None:
    assert draw_boxes("■ 申込方法 ■■■", (Withheld("■■", "試し", DAY),)) == "■ 申込方法 ■■■"


@pytest.fixture(scope="module")
def record() -> Record:
    loaded = load(ROOT / "content")
    assert loaded.archive is not None
    return loaded.archive.by_number[984]


def test_characters_are_counted_by_their_reasons(record: Record) -> None:
    consultation = replace(
        record.consultation,
        title="「■■■業務」における回線結合について",
        subtitle="■■の実施",
        withheld=(Withheld("「■■■業務」", "甲", DAY), Withheld("■■の", "乙", DAY)),
    )
    view = withheld_view(consultation)
    assert view.characters == 5
    assert [(each.reason, each.characters) for each in view.reasons] == [("甲", 3), ("乙", 2)]
    assert withheld_view(record.consultation).characters == 0


def test_phrases_of_a_title_are_broken_around_its_boxes_and_not_in_them() -> None:
    environment = Renderer.from_folder(Path(ROOT / "theme/pages")).environment
    template = environment.from_string("{{ words|phrases(entries) }}")
    drawn = template.render(words="生活保健業務■■■■における回線結合", entries=(Withheld("■■■■", "甲", DAY),))
    assert ">■■■■</span>" in drawn
