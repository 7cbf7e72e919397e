"""Lines of a title block as printed: right, and not more than needed."""

import datetime as dt

import pytest

from generator.archive.checks.consistency import check_printed
from generator.model.consultation import Printed
from tests.archive.making import record_of

SUBTITLE = "（仮称）オンラインによる 受付"


def told(meeting: str = "2022-06-17", **lines: str) -> list[str]:
    record = record_of(number=975, document=1, meeting=dt.date.fromisoformat(meeting), printed=Printed(**lines))
    return [problem.message for problem in check_printed(record)]


def told_of_subtitle(line: str, subtitle: str | None = SUBTITLE) -> list[str]:
    record = record_of(subtitle=subtitle, printed=Printed(subtitle=line))
    return [problem.message for problem in check_printed(record)]


@pytest.mark.parametrize("line", ["審議資料No.1", "審議資料№１", "資料１", "審議資料　ＮＯ：１"])
def test_the_line_of_the_document_says_its_number(line: str) -> None:
    assert told(document=line) == []


@pytest.mark.parametrize("line", ["審議資料No.2", "審議資料", "審議資料1-1", "審議資料No.11"])
def test_another_number_is_told(line: str) -> None:
    assert told(document=line) == [f"印刷された形「{line}」が、document（1）と合いません。"]


def test_the_line_of_the_consultation_says_its_number() -> None:
    assert told(number="諮問第975号") == []
    assert told(number="諮問第９７６号") == ["印刷された形「諮問第９７６号」が、number（975）と合いません。"]


@pytest.mark.parametrize(
    ("meeting", "line"),
    [
        ("2022-06-17", "令和4年6月17日"),
        ("2022-06-17", "令和 ４ 年 ６ 月 17 日（金）"),
        ("2019-05-10", "令和1年5月10日"),
        ("2019-05-10", "平成３１年５月１０日"),
    ],
)
def test_the_line_of_the_date_names_the_day_of_the_meeting(meeting: str, line: str) -> None:
    assert told(meeting, date=line) == []


@pytest.mark.parametrize("line", ["令和4年6月18日", "令和4年6月", "2022年6月17日", "令和4年6月17日、令和4年6月17日"])
def test_another_day_is_told(line: str) -> None:
    assert told(date=line) == [f"印刷された形「{line}」が、meeting（2022-06-17）と合いません。"]


def test_a_line_that_would_follow_anyway_is_told() -> None:
    usual = {"document": "審議資料Ｎｏ．１", "number": "諮問第９７５号", "date": "令和４年 ６月１７日"}
    assert told(**usual) == [f"「{line}」は、何も書かないときに作られる形と同じです。" for line in usual.values()]


def test_no_line_of_the_document_stands_without_its_number() -> None:
    (problem,) = check_printed(record_of(document=None, printed=Printed(document="審議資料No.1")))
    assert problem.message == "document がないのに、印刷された形「審議資料No.1」があります。"
    assert "document を書き足してください" in problem.remedy
    assert list(check_printed(record_of(document=None))) == []


@pytest.mark.parametrize(
    "line",
    [
        "(（仮称）オンラインによる受付)",
        "（（仮称）オンラインによる受付)",
        "〔（仮称）オンライン による受付〕",
        "－（仮称）オンラインによる受付－",
        "～（仮称）オンラインによる受付～",
        "ー（仮称）オンラインによる受付ー",
        "―― （仮称）オンラインによる受付 ――",
        "＜（仮称）オンラインによる受付＞",
        "（仮称）オンラインによる受付",
    ],
)
def test_a_subtitle_may_stand_between_signs_of_its_own(line: str) -> None:
    assert told_of_subtitle(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "(（仮称）オンラインによる受付",
        "(（仮称）オンラインによる受付))",
        "((仮称)オンラインによる受付)",
        "(（仮称）オンラインによる申込)",
        "(（仮称）ｵﾝﾗｲﾝによる受付)",
        "〔仮称）オンラインによる受付〕",
        "甲（仮称）オンラインによる受付乙",
        "１（仮称）オンラインによる受付１",
        "(（仮称）オンラインによる受付ー",
        "()",
    ],
)
def test_another_subtitle_is_told(line: str) -> None:
    assert told_of_subtitle(line) == [f"印刷された形「{line}」が、subtitle（{SUBTITLE}）と合いません。"]


def test_a_subtitle_that_would_follow_anyway_is_told() -> None:
    line = "（ （仮称）オンラインによる受付）"
    assert told_of_subtitle(line) == [f"「{line}」は、何も書かないときに作られる形と同じです。"]


def test_no_printed_subtitle_stands_without_the_subtitle() -> None:
    assert told_of_subtitle("(甲)", None) == ["subtitle がないのに、印刷された形「(甲)」があります。"]


def test_nothing_printed_is_nothing_to_tell() -> None:
    assert list(check_printed(record_of())) == []
