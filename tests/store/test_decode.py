"""From nodes to the model: what a field expects, and every problem at its place."""

import datetime as dt

import pytest

from generator.kinds.kind import Entry
from generator.kinds.registered_counterparty import RegisteredCounterparty
from generator.kinds.registered_department import RegisteredDepartment
from generator.kinds.registered_item import RegisteredItem
from generator.kinds.registered_subject import RegisteredSubject
from generator.model.article_number import ArticleNumber, LawArticle
from generator.model.consultation import (
    Cell,
    Consultation,
    Counterparty,
    Item,
    Measure,
    Period,
    Printed,
    Reference,
    Section,
    TableRow,
    Volume,
)
from generator.model.partial_date import PartialDate
from generator.model.vocabulary import Direction, MeasureType, Role
from generator.problems import Problem
from generator.store.encode import encode
from generator.store.nodes import Mark
from tests.store.reading import decoded, read, told

CONSULTATION = """number: 975
document: 1
meeting: 2022-06-17
title: 題名
departments:
  - 広報課
businesses:
  - 広報業務
measures:
  - type: 回線結合
    articles:
      - 第18条第3号
sections:
  - heading: １ 理由
"""


def test_a_consultation_is_read() -> None:
    assert read(CONSULTATION, Consultation) == Consultation(
        number=975,
        document=1,
        meeting=dt.date(2022, 6, 17),
        title="題名",
        departments=("広報課",),
        businesses=("広報業務",),
        measures=(Measure(MeasureType.CONNECTION, (LawArticle(ArticleNumber(18, item=3)),)),),
        sections=(Section(heading="１ 理由"),),
    )


def test_a_document_need_not_name_a_business_a_measure_or_an_article() -> None:
    start, _, rest = CONSULTATION.partition("businesses:")
    end = rest[rest.index("sections:") :]
    read_without = read(f"{start}{end}", Consultation)
    assert (read_without.businesses, read_without.measures) == ((), ())
    assert read("type: 外部委託\n", Measure) == Measure(MeasureType.OUTSOURCING)


def test_a_document_need_not_have_a_number() -> None:
    without = "".join(line for line in CONSULTATION.splitlines(keepends=True) if not line.startswith("document:"))
    assert without != CONSULTATION
    value = read(without, Consultation)
    assert value.document is None
    assert encode(value, Consultation) == without


def test_the_lines_of_a_title_block_may_be_said_as_printed() -> None:
    printed = "printed:\n  document: 審議資料No.1\n  subtitle: (副題)\n  date: 令和4年6月17日\n"
    value = read(CONSULTATION.replace("sections:", f"{printed}sections:"), Consultation)
    assert value.printed == Printed(document="審議資料No.1", subtitle="(副題)", date="令和4年6月17日")
    assert encode(value, Consultation).replace(printed, "") == CONSULTATION


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("text: 甲", Section(text="甲")),
        ("text: |\n  甲\n\n   乙  \n", Section(text="甲\n乙")),
        ("text: >\n  甲\n  乙\n", Section(text="甲 乙")),
        ("text: 'no'", Section(text="no")),
        ('text: "12:30"', Section(text="12:30")),
        ("items: なし", Section(items=())),
        ("items: 'なし'", Section(items=())),
        ("items:\n  - なし", Section(items=(Item("なし"),))),
        ("items:\n  - 氏名\n  - name: 住所", Section(items=(Item("氏名"), Item("住所")))),
        ("items:\n  - name: 氏名\n    subject: 里親", Section(items=(Item("氏名", "里親"),))),
        ("items: [{name: 甲, parts: [乙, 丙]}]", Section(items=(Item("甲", parts=("乙", "丙")),))),
        ("added_items: なし", Section(added_items=())),
        ("direction: 委託先が本人から収集", Section(direction=Direction.CONTRACTOR_FROM_PERSON)),
        (
            "counterparties:\n  - role: 例示\n    name: Zoom",
            Section(counterparties=(Counterparty(name="Zoom", role=Role.EXAMPLE),)),
        ),
        ("volumes:\n  - count: 0\n    approximate: true", Section(volumes=(Volume(count=0, approximate=True),))),
        ("volumes:\n  - count: 1\n    approximate: false", Section(volumes=(Volume(count=1),))),
        ("volumes:\n  - count: '9000'", Section(volumes=(Volume(count=9000),))),
        ("period: {end: 2022-07}", Section(period=Period(end=PartialDate(2022, 7)))),
        ("period:\n  start: 2022-07", Section(period=Period(PartialDate(2022, 7)))),
        (
            "period: {start: 2022-07-01, end: '2023-03'}",
            Section(period=Period(PartialDate(2022, 7, 1), PartialDate(2023, 3))),
        ),
        ("references:\n  - words: 甲\n    consultation: 964", Section(references=(Reference("甲", consultation=964),))),
        ("table: [{cells: [甲, '']}]", Section(table=(TableRow((Cell("甲"), Cell(""))),))),
        (
            "table:\n  - header: true\n    cells:\n      - text: 甲\n        rows: 2\n      - {text: '', columns: 3}\n",
            Section(table=(TableRow((Cell("甲", 2), Cell("", columns=3)), header=True),)),
        ),
        ("sections:\n  - sections:\n      - text: 甲", Section(sections=(Section(sections=(Section(text="甲"),)),))),
    ],
)
def test_a_section_is_read(text: str, section: Section) -> None:
    assert read(text, Section) == section


@pytest.mark.parametrize(
    ("text", "message"),
    [
        *(
            (f"text: {value}", "文字ではなく")
            for value in ("no", "on", "0012", "12:30", "2022-06-17", "1.5", "~", "null")
        ),
        *((f"text:{value}", "値がありません。") for value in ("", " # 注")),
        *((f"text: {value}", "値が空です。") for value in ("''", '"  "', "|\n  \n")),
        *(
            (f"volumes: [{{count: {value}}}]", "数として読めません")
            for value in ("007", "1.5", "-1", "１", "約5", "1e3")
        ),
        *(
            (f"volumes: [{{count: 1, onward: {value}}}]", "とは書けません")
            for value in ("yes", "no", "'true'", "True", "1")
        ),
        *(
            (f"period: {{start: {value}}}", "正しい値ではありません")
            for value in ("2022", "2022-13", "2022-7-1", "2022-02-30")
        ),
        *((f"direction: {value}", "使えない語です") for value in ("区から", "TO_CONTRACTOR", "なし")),
        ("period: {start: }", "値がありません。"),
        ("table: [{cells: ['  ']}]", "値が空です。"),
        ("table:\n  - cells:\n      -\n", "値がありません。"),
        ("table: [{cells: [{text: }]}]", "値がありません。"),
        ("table: [{cells: [12]}]", "文字ではなく"),
        ("table: [{cells: [{rows: 2}]}]", "text がありません。"),
        ("items: ['']", "値が空です。"),
        ("subjects: なし", "subjectsは一覧で書きます。"),
        ("subjects: []", "一覧が空です。"),
        ("items: 氏名", "itemsは一覧で書きます。"),
        ("items: [[氏名]]", "「キー: 値」の形で書きます。"),
        ("period: 2022-07", "「キー: 値」の形で書きます。"),
        ("text: [甲]", "値を1つだけ書きます。"),
        ("text: {甲: 乙}", "値を1つだけ書きます。"),
        ("sections: [{}]", "「キー: 値」の形で書きます。"),
        ("sections:\n  -\n", "「キー: 値」の形で書きます。"),
        ("name: 甲", "「name」というキーはありません。"),
        ("'': 甲", "「」というキーはありません。"),
    ],
)
def test_what_a_field_does_not_expect_is_told(text: str, message: str) -> None:
    ((_, _, said),) = told(text, Section)
    assert message in said


def test_every_problem_is_told_at_its_place() -> None:
    text = CONSULTATION.replace("975", "0975").replace("2022-06-17", "2022/06/17").replace("type", "kind")
    assert [(line, column) for line, column, _ in told(text, Consultation)] == [(1, 9), (3, 10), (10, 5), (10, 5)]
    messages = [message for _, _, message in told(text, Consultation)]
    assert "「kind」というキーはありません。" in messages
    assert "measures: type がありません。" in messages


@pytest.mark.parametrize(("written", "meant"), [("titel", "title"), ("meating", "meeting"), ("section", "sections")])
def test_a_misspelt_key_is_told_once_with_the_right_one(written: str, meant: str) -> None:
    text = CONSULTATION.replace(f"\n{meant}:", f"\n{written}:")
    result = decoded(text, Consultation)
    (problem,) = result.problems
    assert problem.message == f"「{written}」というキーはありません。"
    assert problem.remedy.startswith(f"「{meant}」ではありませんか。")


def test_a_registry_is_a_list() -> None:
    registry = tuple[RegisteredSubject, ...]
    entry = "name: 里親\nreading: さとおや\nslug: foster-parents\n"
    assert told(entry, registry) == [(1, 1, "ファイル全体は一覧で書きます。")]
    listed = "- name: 里親\n  reading: さとおや\n  slug: '2022'\n"
    assert read(listed, registry) == (RegisteredSubject(name="里親", reading="さとおや", slug="2022"),)


@pytest.mark.parametrize(
    ("shape", "more"),
    [
        (RegisteredItem, "category: 基本情報\n"),
        (RegisteredCounterparty, "kind: 法人・団体\n"),
        (RegisteredDepartment, "division: 総務部\nkind: 部\n"),
        (RegisteredSubject, ""),
    ],
)
def test_an_entry_of_a_registry_says_what_else_readers_call_it(shape: type[Entry], more: str) -> None:
    entry = f"name: 社会福祉協議会\nreading: しゃかいふくしきょうぎかい\nslug: shakyo\n{more}"
    assert read(entry, shape).also_called == ()
    also_called = "also_called:\n  - 社協\n  - Zoom Video Communications\n"
    called = read(f"{also_called}{entry}aliases:\n  - 協議会\n", shape)
    assert (called.aliases, called.also_called) == (("協議会",), ("社協", "Zoom Video Communications"))
    assert encode(called, shape) == f"{entry}aliases:\n  - 協議会\n{also_called}"


@pytest.mark.parametrize(("also_called", "message"), [("社協", "一覧"), ("[]", "空"), ("\n  社協: しゃきょう", "一覧")])
def test_what_else_readers_call_it_is_a_list(also_called: str, message: str) -> None:
    entry = f"name: 里親\nreading: さとおや\nslug: foster-parents\nalso_called: {also_called}\n"
    assert [message in text for _, _, text in told(entry, RegisteredSubject)] == [True]


def test_long_values_are_shown_short() -> None:
    ((_, _, message),) = told(f"direction: {'あ' * 1000}", Section)
    assert len(message) < 100


def test_every_part_knows_its_place() -> None:
    marks = decoded("text: |\n  甲\n\n  乙\nitems:\n  - 氏名\n  - name: 住所\n    parts: [番地]\n", Section).marks
    assert marks == {
        (): Mark(1, 1),
        ("text",): Mark(1, 7),
        ("text", 0): Mark(2, 3),
        ("text", 1): Mark(4, 3),
        ("items",): Mark(6, 3),
        ("items", 0): Mark(6, 5),
        ("items", 1): Mark(7, 5),
        ("items", 1, "name"): Mark(7, 11),
        ("items", 1, "parts"): Mark(8, 12),
        ("items", 1, "parts", 0): Mark(8, 13),
    }
    marks = decoded("table:\n  - cells:\n      - ''\n      - text: ''\n", Section).marks
    assert (marks["table", 0, "cells", 0], marks["table", 0, "cells", 1, "text"]) == (Mark(3, 9), Mark(4, 15))


def test_a_problem_reads_as_editors_and_clerks_expect() -> None:
    (problem,) = decoded("direction: 甲\n", Section).problems
    assert isinstance(problem, Problem)
    first, second = str(problem).split("\n")
    assert first == "a.yml:1:12: エラー: direction: 「甲」は使えない語です。"
    assert second == f"    → 次のどれかを書いてください: {'、'.join(Direction)}"
