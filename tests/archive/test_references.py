"""Words that point elsewhere: the facts they adopt, and the references that go wrong."""

import pytest

from generator.archive.archive import Archive
from generator.archive.checks.consistency import check_references
from generator.model.consultation import Item, Reference, Section
from generator.model.vocabulary import Direction
from generator.problems import Severity
from tests.archive.making import record_of
from tests.archive.saying import said_measure

NAME = Item("氏名")


def section(label: str, text: str, to: str | None = None, **facts: tuple[Item, ...]) -> Section:
    """A section whose text refers as a whole, where ``to`` is given."""
    references = (Reference(text, section=to),) if to else ()
    return Section(heading=label, text=text, references=references, items=facts.get("items"))


def test_as_in_part_one_adopts_its_items(archive: Archive) -> None:
    lists = archive.by_number[981].item_lists
    assert [(said_measure(stated.measure), stated.place.anchor) for stated in lists] == [
        ("外部提供", "p1-s3-1"),
        ("本人外収集", "p2-s3-1"),
        ("回線結合", "p3-s3-1"),
    ]
    assert {stated.stated_at.anchor for stated in lists} == {"p1-s3-1"}
    assert {len(stated.items) for stated in lists} == {14}


def test_as_in_part_one_adopts_its_subjects_and_its_period(archive: Archive) -> None:
    record = archive.by_number[981]
    subjects = [(said_measure(subject.measure), subject.name, subject.place.anchor) for subject in record.subjects]
    assert subjects == [(str(measure.type), "行方不明者等", "p1-s2") for measure in record.consultation.measures]
    assert {str(period.period.start) for period in record.periods} == {"2022-07"}
    assert len(record.periods) == 3


def test_volumes_are_each_parts_own(archive: Archive) -> None:
    volumes = archive.by_number[981].volumes
    stated = {said_measure(measure): volume.volume.count for volume in volumes for measure in volume.measures}
    assert stated == {"外部提供": 10, "本人外収集": 5, "回線結合": 15}


def test_the_same_items_as_above_keep_their_own_direction(archive: Archive) -> None:
    lists = archive.by_number[983].item_lists
    assert [stated.direction for stated in lists] == list(Direction)
    assert [stated.stated_at.anchor for stated in lists] == ["s5-1-b1"] * 3
    assert {len(stated.items) for stated in lists} == {12}


def test_an_annex_is_stated_where_the_text_refers_to_it_and_only_there(archive: Archive) -> None:
    first, *others = archive.by_number[978].item_lists
    assert (first.place.anchor, first.stated_at.anchor, len(first.items)) == ("s5-1-b1", "a1", 24)
    assert first.direction is Direction.TO_CONTRACTOR
    assert [stated.items for stated in others] == [(), ()]


def test_an_annex_nobody_refers_to_speaks_for_itself() -> None:
    record = record_of(Section(heading="１ 理由", text="略"), section("【別紙】 一覧", "氏名", items=(NAME,)))
    assert [stated.place.anchor for stated in record.item_lists] == ["a1"]


def test_a_section_adopts_what_stands_beneath_the_one_it_names() -> None:
    inner = section("（１）項目", "氏名", items=(NAME,))
    record = record_of(Section(heading="１ 項目及び件数", sections=(inner,)), section("２ 項目", "上記と同項目", "s1"))
    assert [(stated.place.anchor, stated.stated_at.anchor) for stated in record.item_lists] == [
        ("s1-1", "s1-1"),
        ("s2", "s1-1"),
    ]


def test_references_are_followed_through_others() -> None:
    record = record_of(
        section("１ 甲", "氏名", items=(NAME,)),
        section("２ 乙", "第１の１のとおり", "s1"),
        section("３ 丙", "第１の２のとおり", "s2"),
    )
    assert [place.anchor for place in record.origins(record.by_anchor["s3"])] == ["s3", "s2", "s1"]
    assert list(check_references(record)) == []


def test_a_circle_ends() -> None:
    record = record_of(section("１ 甲", "第１の２のとおり", "s2"), section("２ 乙", "第１の１のとおり", "s1"))
    assert [place.anchor for place in record.origins(record.by_anchor["s1"])] == ["s1", "s2"]
    messages = [problem.message for problem in check_references(record)]
    assert len(messages) == 2
    assert all("堂々巡り" in message for message in messages)


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        (Reference("上記と同項目", section="s9"), "参照先の節「s9」がありません。"),
        (Reference("上記と同項目", section="s2-1"), "この節自身かこの節を含む節です"),
        (Reference("上記と同項目", section="s2"), "この節自身かこの節を含む節です"),
        (Reference("上記と 同項目", section="s1"), "参照の言葉「上記と 同項目」が、この節の本文にありません。"),
        (Reference("上記と同項目"), "どちらか一方だけを書きます"),
        (Reference("上記と同項目", section="s1", consultation=9), "どちらか一方だけを書きます"),
    ],
)
def test_a_reference_that_goes_wrong_is_told(reference: Reference, message: str) -> None:
    inner = Section(heading="（１）乙", text="上記と同項目", references=(reference,))
    record = record_of(Section(heading="１ 甲", text="氏名"), Section(heading="２ 乙", sections=(inner,)))
    errors = [problem.message for problem in check_references(record) if problem.severity is Severity.ERROR]
    assert len(errors) == 1
    assert message in errors[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("第１の３（１）のとおり", "第１の３（１）のとおり"),
        ("第 1 の２のとおり", "第 1 の２のとおり"),
        ("項目は上記と同項目とする。", "上記と同項目"),
        ("別紙「個人情報の項目一覧表」参照", "別紙「個人情報の項目一覧表」参照"),
        ("以前の諮問第９６４号の条件", "諮問第９６４号"),
    ],
)
def test_the_usual_words_of_a_reference_are_not_overlooked(text: str, words: str) -> None:
    (problem,) = check_references(record_of(Section(heading="１ 甲"), Section(heading="２ 乙", text=text)))
    assert problem.severity is Severity.WARNING
    assert f"「{words}」" in problem.message


@pytest.mark.parametrize(
    "text", ["上記のとおり、現在、区では", "概要は以下のとおり。", "第１８条第３号の規定に基づき", "別紙を添える"]
)
def test_words_that_refer_to_nothing_are_left_alone(text: str) -> None:
    assert list(check_references(record_of(Section(heading="１ 甲", text=text)))) == []
