"""What a record says of made-up consultations."""

import pytest

from generator.archive.citing import citing_place
from generator.archive.record import Record
from generator.kinds.names import Names
from generator.kinds.registered_law import ARTICLES
from generator.model.article_number import ArticleNumber, LawArticle
from generator.model.consultation import Counterparty, Item, Measure, Period, Reference, Section, Volume
from generator.model.outline import Place
from generator.model.partial_date import PartialDate
from generator.model.vocabulary import Direction, MeasureType, PartyState, Role
from tests.archive.making import record_of
from tests.archive.saying import said_measure
from tests.evidence.laws import ORDINANCE

NAME, ADDRESS, MAIL = Item("氏名"), Item("住所"), Item("メールアドレス")
PROVISION = Measure(MeasureType.PROVISION, (LawArticle(ArticleNumber(16, paragraph=1, item=4)),), "p1")
COLLECTION = Measure(MeasureType.COLLECTION_FROM_OTHERS, (LawArticle(ArticleNumber(8, paragraph=2, item=6)),), "p2")
PERIOD = Period(PartialDate(2022, 7), continues=True)


def place_of(measure: Measure, record: Record) -> Place | None:
    """The section that cites the articles of ``measure``."""
    return citing_place(measure.articles, measure, record, Names.holding({ARTICLES: (ORDINANCE,)}))


@pytest.fixture
def two_parts() -> Record:
    """A preamble and two parts, each with a measure; the second refers to the first."""
    stated = Section(heading="１ 項目", text="氏名、住所", items=(NAME, ADDRESS), subjects=("児童",))
    words = "第１の１のとおり"
    adopting = Section(heading="１ 項目", text=words, references=(Reference(words, section="p1-s1"),))
    party = Section(heading="２ 相手方", text="甲", counterparties=(Counterparty(name="甲", role=Role.RECIPIENT),))
    volume = Section(heading="３ 件数", text="10件", volumes=(Volume(subject="保護者", count=10),))
    return record_of(
        Section(heading="《趣旨》", text="条例第１６条第１項第４号と条例第８条第２項第６号の規定に基づく。"),
        Section(heading="第１ 外部提供", sections=(stated, party, Section(heading="４ 期間", period=PERIOD))),
        Section(heading="第２ 本人外収集", sections=(adopting, volume)),
        measures=(PROVISION, COLLECTION),
    )


def test_a_measure_has_the_items_of_its_part(two_parts: Record) -> None:
    first, second = two_parts.item_lists
    assert (first.measure, first.place.anchor, first.stated_at.anchor) == (PROVISION, "p1-s1", "p1-s1")
    assert (second.measure, second.place.anchor, second.stated_at.anchor) == (COLLECTION, "p2-s1", "p1-s1")
    assert first.items == second.items == (NAME, ADDRESS)


def test_every_item_of_a_list_is_a_flow(two_parts: Record) -> None:
    flows = [(said_measure(flow.stated.measure), flow.item.name, flow.subjects) for flow in two_parts.flows]
    assert flows == [
        (measure, name, ("児童",))
        for measure in (MeasureType.PROVISION, MeasureType.COLLECTION_FROM_OTHERS)
        for name in ("氏名", "住所")
    ]


def test_facts_belong_to_the_measure_of_their_part(two_parts: Record) -> None:
    assert [(party.place.anchor, party.measures) for party in two_parts.parties] == [("p1-s2", (PROVISION,))]
    assert [(volume.place.anchor, volume.measures) for volume in two_parts.volumes] == [("p2-s3", (COLLECTION,))]
    assert [(period.period, period.measure) for period in two_parts.periods] == [(PERIOD, PROVISION)]


def test_subjects_are_named_once_for_each_measure(two_parts: Record) -> None:
    subjects = [(subject.name, subject.measure, subject.place.anchor) for subject in two_parts.subjects]
    assert subjects == [
        ("児童", PROVISION, "p1-s1"),
        ("児童", COLLECTION, "p1-s1"),
        ("保護者", COLLECTION, "p2-s3"),
    ]


def test_the_article_of_a_measure_is_looked_for_in_its_part_first(two_parts: Record) -> None:
    place = place_of(COLLECTION, two_parts)
    assert place is not None
    assert place.anchor == "h1"
    cited_in_part = record_of(
        Section(heading="《趣旨》", text="条例第８条第２項第６号"),
        Section(heading="第１ 提供", text="条例第８条第２項第６号"),
        Section(heading="第２ 収集", text="条例第８条第２項第６号"),
        measures=(COLLECTION,),
    )
    place = place_of(COLLECTION, cited_in_part)
    assert place is not None
    assert place.anchor == "p2"


def test_an_article_no_section_cites_has_no_place() -> None:
    record = record_of(Section(heading="１ 理由", text="児童福祉法第１８条第３号"))
    assert place_of(record.consultation.measures[0], record) is None


def test_a_direction_holds_for_the_sections_beneath() -> None:
    inner = Section(heading="①児童", text="氏名", items=(NAME,))
    other = Section(heading="②里親", text="住所", items=(ADDRESS,), direction=Direction.OTHERS_TO_CONTRACTOR)
    bullet = Section(heading="・区から委託先へ提供", direction=Direction.TO_CONTRACTOR, sections=(inner, other))
    record = record_of(bullet, Section(heading="２ 件数", text="氏名", items=(NAME,)))
    directions = [stated.direction for stated in record.item_lists]
    assert directions == [Direction.TO_CONTRACTOR, Direction.OTHERS_TO_CONTRACTOR, None]


def test_the_nearest_direction_holds() -> None:
    inmost = Section(heading="①児童", sections=(Section(heading="（ア）氏名", text="氏名", items=(NAME,)),))
    middle = Section(heading="・本人以外から", direction=Direction.OTHERS_TO_CONTRACTOR, sections=(inmost,))
    record = record_of(Section(heading="１ 項目", direction=Direction.TO_CONTRACTOR, sections=(middle,)))
    assert [stated.direction for stated in record.item_lists] == [Direction.OTHERS_TO_CONTRACTOR]


def test_added_items_are_those_of_the_subjects_of_their_section() -> None:
    record = record_of(Section(heading="①保護者", text="新たな項目：氏名", added_items=(NAME,), subjects=("保護者",)))
    assert [flow.subjects for flow in record.flows] == [("保護者",)]


def test_added_items_are_told_apart_from_items() -> None:
    record = record_of(Section(heading="１ 項目", text="氏名", items=(NAME,), added_items=(MAIL,)))
    assert [(stated.added, stated.items) for stated in record.item_lists] == [(False, (NAME,)), (True, (MAIL,))]


def test_nothing_said_differs_from_none() -> None:
    record = record_of(Section(heading="１ 項目", text="なし", items=()), Section(heading="２ 場所", text="なし"))
    assert [(stated.place.anchor, stated.items) for stated in record.item_lists] == [("s1", ())]
    assert record.flows == ()


def test_an_item_said_to_be_someones_is_theirs_alone() -> None:
    items = (Item("氏名", subject="犬の所有者"), ADDRESS)
    record = record_of(Section(heading="１ 項目", text="氏名、住所", items=items, subjects=("児童", "保護者")))
    assert [flow.subjects for flow in record.flows] == [("犬の所有者",), ("児童", "保護者")]
    assert [subject.name for subject in record.subjects] == ["児童", "保護者", "犬の所有者"]


def test_whose_the_items_are_is_not_taken_from_elsewhere() -> None:
    record = record_of(Section(heading="１ 範囲", text="児童", subjects=("児童",)), Section(text="氏名", items=(NAME,)))
    assert record.item_lists[0].subjects == ()


def test_only_a_party_said_to_be_undecided_is() -> None:
    undecided = Counterparty(role=Role.CONTRACTOR, state=PartyState.UNDECIDED)
    parties = (Counterparty(name="甲", role=Role.OPERATOR), undecided)
    record = record_of(Section(heading="１ 委託先", text="甲、未定", counterparties=parties))
    assert [party.counterparty for party in record.undecided] == [undecided]


def test_a_consultation_referred_to_twice_is_named_once() -> None:
    references = (Reference("諮問第９号", consultation=9), Reference("諮問第８号", consultation=8))
    again = Section(text="諮問第９号", references=references[:1])
    record = record_of(Section(text="諮問第９号、諮問第８号", references=references), again)
    assert record.referred_consultations == (9, 8)


def test_without_a_measure_the_facts_belong_to_the_document() -> None:
    party = Section(heading="１ 相手方", text="甲", counterparties=(Counterparty(name="甲", role=Role.RECIPIENT),))
    items = Section(heading="２ 項目", text="児童の氏名、10件", items=(NAME,), subjects=("児童",), period=PERIOD)
    volume = Section(heading="３ 件数", text="10件", volumes=(Volume(count=10),))
    record = record_of(party, items, volume, measures=())
    assert [(flow.item, flow.subjects, flow.stated.measure) for flow in record.flows] == [(NAME, ("児童",), None)]
    assert [(period.period, period.measure) for period in record.periods] == [(PERIOD, None)]
    assert [(subject.name, subject.measure) for subject in record.subjects] == [("児童", None)]
    assert [party.measures for party in record.parties] == [(None,)]
    assert [stated.measures for stated in record.volumes] == [(None,)]


def test_a_measure_without_articles_is_cited_nowhere() -> None:
    measure = Measure(MeasureType.PROVISION)
    record = record_of(Section(text="条例第１６条第１項第４号"), measures=(measure,))
    assert place_of(measure, record) is None
