"""The words that carry a fact are found where they stand, in whatever width they are written."""

from pathlib import Path

import pytest

from generator.evidence.finding import FiscalYear, Name
from generator.japanese.fold import Span
from generator.model.consultation import Volume
from generator.model.partial_date import PartialDate
from generator.review.alignment import Text
from generator.review.reviewed_facts import ReviewedWords
from tests.evidence.laws import article
from tests.review.content import CONTENT, draft_content, edit, edit_file
from tests.review.reading import marked, reviewed, section


def words(*texts: str) -> ReviewedWords:
    """The texts of a document that holds nothing else."""
    made, start = [], 0
    for text in texts:
        end = start + len("".join(text.split()))
        made.append(Text(text, Span(start, end)))
        start = end
    return ReviewedWords(tuple(made))


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
    span = ReviewedWords((Text(text, Span(100, 100 + len(text))),)).find(Name(spellings))
    assert (span and text[span.start - 100 : span.end - 100]) == found


def test_a_latin_word_is_not_found_inside_another() -> None:
    assert words("ＯＮＬＩＮＥとＬＩＮＥ").find(Name(("LINE",))) == Span(7, 11)


def test_a_word_is_looked_for_from_a_place_on() -> None:
    text = words("世帯情報（住所）", "里親 情報（住所）")
    assert text.find(Name(("住所",)), 7) == Span(13, 15)
    assert text.find(Name(("住所",)), 15) is None
    assert text.find_next(Name(("住所",)), 15) == Span(5, 7)


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
    span = words(text).find(volume)
    assert (span and characters[span.start : span.end]) == found


def test_what_one_text_ends_and_the_next_begins_is_no_word() -> None:
    text = words("１０", "２０件", "氏", "名")
    assert text.find(Volume(count=20)) == Span(2, 5)
    assert text.find(Name(("氏名",))) is None


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
    span = words(text).find(date)
    assert (span and text[span.start : span.end]) == found


def test_a_fiscal_year_is_found() -> None:
    assert words("令和４年度 約１０件 令和５年度以降").find(FiscalYear(2023, onward=True)) == Span(9, 14)


def test_an_article_is_found_where_the_ordinance_is_cited() -> None:
    said = "個人情報保護法第１２条及び 条例第１６条第１項第４号及び第５号"
    text = words(said)
    assert text.find(article("第12条", said)) is None
    assert text.find(article("第16条第1項第4号", said)) == Span(15, 25)
    assert text.find(article("第16条第1項第5号", said)) == Span(27, 30)


@pytest.mark.parametrize(
    ("text", "count", "carried"),
    [
        ("条例第３０条の規定による３０件", "count: 30", "３０件"),
        ("第３０回審議会で報告した３０件", "count: 30", "３０件"),
        ("令和３０年に３０人（３０頁）", "count: 30", "３０人"),
        ("約３０件のうち３０件", "count: 30", "３０件"),
    ],
)
def test_the_count_is_marked_and_no_other_number(tmp_path: Path, text: str, count: str, carried: str) -> None:
    content = draft_content(tmp_path)
    edit(content, {"        text: 約９，０００件\n": f"        text: {text}\n"})
    edit(content, {"count: 9000\n            approximate: true\n": f"{count}\n"})
    edit_file(content / "sources/2022-06-17.txt", {"約９，０００件": text})
    view = reviewed(content)
    assert view.proof.whole
    part = section(view, "s5-2")
    [volumes] = [facts for facts in part.facts if facts.label == "件数"]
    assert marked(part, volumes.chips[0].mark) == [carried]


def test_an_article_is_not_marked_in_another_law() -> None:
    view = reviewed(CONTENT, 978)
    [cited] = [chip for facts in section(view, "document").facts if facts.label == "条項" for chip in facts.chips]
    assert cited.text == "世田谷区個人情報保護条例第12条"
    runs = [
        (line.number, run.text)
        for part in view.sections
        for block in part.blocks
        for line in block.lines
        for run in line.runs
        if cited.mark in run.facts
    ]
    assert runs == [(429, "第１２条")]  # and not 児童福祉法第１２条 in line 402
