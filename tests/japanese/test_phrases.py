"""Where a heading may break."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.archive import Archive
from generator.japanese.phrases import PhraseBreaker

phrases = PhraseBreaker().phrases


@given(st.text() | st.text(alphabet="回線結合する個人情報の項目及び件数（１） LINE"))
def test_phrases_joined_are_the_text(text: str) -> None:
    assert "".join(phrases(text)) == text
    assert all(phrases(text))


def test_the_headings_of_the_archive_lose_nothing(archive: Archive) -> None:
    headings = [place.section.heading for record in archive.records for place in record.places if place.section.heading]
    assert ["".join(phrases(heading)) for heading in headings] == headings


def test_no_number_is_cut() -> None:
    for text in ("約９，０００件（年間）", "約1,000,000件である。", "令和１０年１２月"):
        edges = [one[-1:] + other[:1] for one, other in pairwise(phrases(text))]
        assert not [edge for edge in edges if set(edge) <= set("0123456789０１２３４５６７８９,，")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("条例第１８条第３号の規定", ("条例第１８条第３号の", "規定")),
        ("令和４年６月１７日", ("令和４年６月１７日",)),
        ("令和元年度", ("令和元年度",)),
        ("約９，０００件（年間）", ("約９，０００件（年間）",)),
    ],
)
def test_full_width_digits_break_a_phrase_no_more_than_half_width_ones(text: str, expected: tuple[str, ...]) -> None:
    assert phrases(text) == expected
    half_width = unicodedata.normalize("NFKC", text)
    assert phrases(half_width) == tuple(unicodedata.normalize("NFKC", phrase) for phrase in expected)


@given(st.text(alphabet="条例第１８条第３号の規定令和４年６月１７日約９，０００件（年間）と"))
def test_digits_of_either_width_break_alike(text: str) -> None:
    half_width = text.translate(str.maketrans("０１２３４５６７８９", "0123456789"))
    assert list(map(len, phrases(text))) == list(map(len, phrases(half_width)))


def test_a_heading_breaks_after_a_particle_and_not_within_a_word() -> None:
    assert phrases("回線結合の方法") == ("回線結合の", "方法")
    assert phrases("氏名") == ("氏名",)


def test_a_text_is_broken_once_however_often_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    breaker = PhraseBreaker()
    once = breaker.phrases("回線結合の方法")
    monkeypatch.setattr(breaker.parser, "parse", lambda _: pytest.fail("it is broken again"))
    assert breaker.phrases("回線結合の方法") == once == ("回線結合の", "方法")
