"""The words that carry a fact are found where they stand, in whatever width they are written."""

import pytest

from generator.model.consultation import Volume
from generator.model.partial_date import PartialDate
from generator.review.alignment import Span, Text
from generator.review.words import FoldedText


def folded(*texts: str) -> FoldedText:
    """The texts of a document that holds nothing else."""
    made, start = [], 0
    for text in texts:
        end = start + len("".join(text.split()))
        made.append(Text(text, Span(start, end)))
        start = end
    return FoldedText(made)


@pytest.mark.parametrize(
    ("text", "spellings", "found"),
    [
        ("氏名、ＬＩＮＥアカウント", ("LINEアカウント",), "ＬＩＮＥアカウント"),
        ("ＺＯＯＭ等オンライン", ("Zoom",), "ＺＯＯＭ"),
        ("メールＳОＳ", ("メールSOS",), "メールＳОＳ"),
        ("ＯＮＬＩＮＥとＬＩＮＥ", ("LINE",), "ＬＩＮＥ"),
        ("社会福祉協議会", ("協議会", "社会福祉協議会"), "社会福祉協議会"),
        ("第１８条第３号の規定", ("第18条第3号",), "第１８条第３号"),
        ("氏名", ("住所",), None),
        ("", ("住所",), None),
        ("氏名", ("",), None),
    ],
)
def test_a_word_is_found(text: str, spellings: tuple[str, ...], found: str | None) -> None:
    span = FoldedText([Text(text, Span(100, 100 + len(text)))]).word(spellings)
    assert (span and text[span.start - 100 : span.end - 100]) == found


def test_a_latin_word_is_not_found_inside_another() -> None:
    assert folded("ＯＮＬＩＮＥとＬＩＮＥ").word(("LINE",)) == Span(7, 11)


def test_a_word_is_looked_for_from_a_place_on() -> None:
    text = folded("世帯情報（住所）里親情報（住所）")
    assert text.word(("住所",), 7) == Span(13, 15)


@pytest.mark.parametrize(
    ("text", "volume", "found"),
    [
        ("約９，０００件", Volume(count=9000, approximate=True), "約９，０００件"),
        ("②３０件", Volume(count=30), "３０件"),
        ("里親 約１万２千人（年間）", Volume(count=12000, approximate=True), "約１万２千人"),
        ("３０件と５０件", Volume(count=50), "５０件"),
        ("３０件", Volume(count=50), None),
    ],
)
def test_a_count_is_found(text: str, volume: Volume, found: str | None) -> None:
    characters = "".join(text.split())
    span = folded(text).count(volume)
    assert (span and characters[span.start : span.end]) == found


def test_what_one_text_ends_and_the_next_begins_is_no_word() -> None:
    text = folded("１０", "２０件", "氏", "名")
    assert text.count(Volume(count=20)) == Span(2, 5)
    assert text.word(("氏名",)) is None


@pytest.mark.parametrize(
    ("text", "date", "found"),
    [
        ("令和４年７月１日から", PartialDate(2022, 7, 1), "令和４年７月１日"),
        ("令和４年７月から令和５年３月まで", PartialDate(2023, 3), "令和５年３月"),
        ("平成３１年７月から", PartialDate(2019, 7), "平成３１年７月"),
        ("令和４年７月１日から", PartialDate(2022, 7), None),
    ],
)
def test_a_date_is_found(text: str, date: PartialDate, found: str | None) -> None:
    span = folded(text).date(date)
    assert (span and text[span.start : span.end]) == found


def test_a_fiscal_year_is_found() -> None:
    assert folded("令和４年度 約１０件 令和５年度以降").fiscal_year(2023) == Span(9, 14)
