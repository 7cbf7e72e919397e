"""The scoring notices what an import gets wrong: each fact that is moved, missing, invented or doubted."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.article_number import ArticleNumber, LawArticle
from generator.model.consultation import Consultation, Counterparty, Item, Measure, Section
from generator.model.partial_date import PartialDate
from generator.model.vocabulary import Direction, MeasureType, Role
from tests.golden.reading import NUMBERS
from tests.importer.altering import hand_made, with_section, written
from tests.importer.scoring import CONTENT, Score, Yardstick, details, score, scores, total
from tests.importer.stated_facts import Kind

BOTH = pytest.mark.parametrize("yardstick", Yardstick)

ITEMS_OF_975 = (4, 0)
FIRST_ITEMS_OF_983 = (4, 0, 0)
FIRST_PARTY_OF_981 = (1, 0)
VOLUME_OF_975 = (4, 1)
PERIOD_OF_978 = (11,)


def scored(folder: Path, consultation: Consultation, yardstick: Yardstick, *doubted: str) -> Score:
    return score(consultation.number, written(folder, consultation, *doubted), yardstick)


def said(found: Score) -> list[str]:
    return [line.split(" ", 1)[1] for line in details([found])]


@BOTH
def test_the_hand_made_files_are_found_whole(yardstick: Yardstick) -> None:
    found = scores(CONTENT, yardstick)
    assert [each.number for each in found] == list(NUMBERS)
    assert list(details(found)) == []
    assert total(found).share == 1
    assert total(found).golden == {Yardstick.WRITTEN: 256, Yardstick.GOLDEN: 312}[yardstick]


@BOTH
def test_a_missing_item_is_missing(tmp_path: Path, yardstick: Yardstick) -> None:
    altered = with_section(hand_made(975), ITEMS_OF_975, lambda old: replace(old, items=(old.items or ())[1:]))
    found = scored(tmp_path, altered, yardstick)
    assert [line.split(" | ")[0] for line in said(found)] == ["missing: item s5-1: 氏名"]
    assert found.tally(Kind.ITEM).found == 5


def test_an_item_that_references_repeat_is_missing_wherever_it_holds(tmp_path: Path) -> None:
    altered = with_section(hand_made(983), FIRST_ITEMS_OF_983, lambda old: replace(old, items=(old.items or ())[1:]))
    assert sum(scored(tmp_path, altered, Yardstick.WRITTEN).missing.values()) == 1
    assert sum(scored(tmp_path, altered, Yardstick.GOLDEN).missing.values()) == 3


@BOTH
def test_a_moved_item_is_missing_and_invented(tmp_path: Path, yardstick: Yardstick) -> None:
    emptied = with_section(hand_made(975), ITEMS_OF_975, lambda old: replace(old, items=None))
    moved = with_section(emptied, VOLUME_OF_975, lambda old: replace(old, items=(Item("氏名"),)))
    found = scored(tmp_path, moved, yardstick)
    assert (sum(found.missing.values()), sum(found.invented.values())) == (6, 1)


@BOTH
def test_an_item_named_twice_is_invented_once(tmp_path: Path, yardstick: Yardstick) -> None:
    altered = with_section(
        hand_made(975), ITEMS_OF_975, lambda old: replace(old, items=(*(old.items or ()), Item("氏名")))
    )
    assert sum(scored(tmp_path, altered, yardstick).invented.values()) == 1


@BOTH
def test_a_part_is_a_fact_of_its_own(tmp_path: Path, yardstick: Yardstick) -> None:
    found = scored(tmp_path, _without_parts(hand_made(978)), yardstick)
    assert len(found.missing) == 12
    assert all("情報 › " in fact.what for fact in found.missing)


@BOTH
@pytest.mark.parametrize("first", [Item("氏名", "区民等"), Item("年齢")])
def test_an_item_of_others_or_of_another_name_is_not_found(tmp_path: Path, yardstick: Yardstick, first: Item) -> None:
    altered = with_section(
        hand_made(975),
        ITEMS_OF_975,
        lambda old: replace(old, items=(first, *(old.items or ())[1:])),
    )
    found = scored(tmp_path, altered, yardstick)
    assert (sum(found.missing.values()), sum(found.invented.values())) == (1, 1)


@BOTH
def test_a_new_item_is_not_a_plain_one(tmp_path: Path, yardstick: Yardstick) -> None:
    altered = with_section(
        hand_made(976), (4, 0, 0, 1), lambda old: replace(old, items=old.added_items, added_items=None)
    )
    found = scored(tmp_path, altered, yardstick)
    assert (sum(found.missing.values()), sum(found.invented.values())) == (1, 1)


@BOTH
def test_a_wrong_direction_loses_its_items_too(tmp_path: Path, yardstick: Yardstick) -> None:
    altered = with_section(
        hand_made(980), FIRST_ITEMS_OF_983, lambda old: replace(old, direction=Direction.CONTRACTOR_FROM_PERSON)
    )
    found = scored(tmp_path, altered, yardstick)
    assert found.tally(Kind.DIRECTION).missing == 1
    assert found.tally(Kind.ITEM).missing == 1
    assert sum(found.invented.values()) == 2


@BOTH
def test_none_stated_is_not_nothing_said(tmp_path: Path, yardstick: Yardstick) -> None:
    altered = with_section(hand_made(980), (4, 0, 1), lambda old: replace(old, items=None))
    assert [
        fact.what.split(" | ")[0] for fact in scored(tmp_path, altered, yardstick).missing if fact.kind == "item"
    ] == ["なし"]


@BOTH
def test_a_counterparty_in_another_role_is_not_found(tmp_path: Path, yardstick: Yardstick) -> None:
    party = Counterparty(name="社会福祉協議会", role=Role.SOURCE)
    altered = with_section(hand_made(981), FIRST_PARTY_OF_981, lambda old: replace(old, counterparties=(party,)))
    assert said(scored(tmp_path, altered, yardstick)) == [
        "missing: party p1-s1: 外部提供の相手方 | 社会福祉協議会",
        "invented: party p1-s1: 本人外収集の相手方 | 社会福祉協議会",
    ]


@BOTH
def test_a_name_in_place_of_undecided_is_invented(tmp_path: Path, yardstick: Yardstick) -> None:
    party = Counterparty(name="東京育成園", role=Role.CONTRACTOR)
    altered = with_section(hand_made(978), (12,), lambda old: replace(old, counterparties=(party,)))
    assert said(scored(tmp_path, altered, yardstick)) == [
        "missing: party s13: 委託先 | 未定",
        "invented: party s13: 委託先 | 東京育成園",
    ]


@BOTH
def test_a_volume_is_found_with_all_that_is_said_of_it(tmp_path: Path, yardstick: Yardstick) -> None:
    altered = with_section(
        hand_made(975),
        VOLUME_OF_975,
        lambda old: replace(old, volumes=(replace(old.volumes[0], approximate=False),)),
    )
    assert said(scored(tmp_path, altered, yardstick)) == [
        "missing: volume s5-2: 約9000件",
        "invented: volume s5-2: 9000件",
    ]


@BOTH
def test_a_day_that_the_document_does_not_name_is_invented(tmp_path: Path, yardstick: Yardstick) -> None:
    def change(old: Section) -> Section:
        assert old.period is not None
        return replace(old, period=replace(old.period, start=PartialDate(2022, 7, 1), repeats=None))

    found = scored(tmp_path, with_section(hand_made(978), PERIOD_OF_978, change), yardstick)
    assert found.tally(Kind.DATE) == total([found], Kind.DATE)
    tally = found.tally(Kind.DATE)
    assert (tally.found, tally.missing, tally.invented) == (1, 2, 1)


@BOTH
def test_an_article_of_another_measure_is_not_found(tmp_path: Path, yardstick: Yardstick) -> None:
    old = hand_made(981)
    measures = (
        replace(old.measures[0], articles=(LawArticle(ArticleNumber(18, item=3), "世田谷区個人情報保護条例"),)),
        *old.measures[1:],
    )
    tally = scored(tmp_path, replace(old, measures=measures), yardstick).tally(Kind.ARTICLE)
    assert (tally.found, tally.missing, tally.invented) == (2, 1, 1)


@BOTH
def test_a_measure_tied_to_another_part_is_noticed(tmp_path: Path, yardstick: Yardstick) -> None:
    old = hand_made(981)
    measures = (replace(old.measures[0], section="p2"), replace(old.measures[1], section="p1"), old.measures[2])
    found = scored(tmp_path, replace(old, measures=measures), yardstick)
    assert found.missing
    assert found.invented


@BOTH
def test_a_measure_more_is_invented(tmp_path: Path, yardstick: Yardstick) -> None:
    old = hand_made(980)
    more = Measure(MeasureType.PROVISION, ())
    assert scored(tmp_path, replace(old, measures=(*old.measures, more)), yardstick).tally(Kind.MEASURE).invented == 1


@BOTH
def test_a_reference_that_leads_elsewhere_is_missing_and_invented(tmp_path: Path, yardstick: Yardstick) -> None:
    altered = with_section(
        hand_made(981),
        (2, 2, 0),
        lambda old: replace(old, references=(replace(old.references[0], section="p1-s2"),)),
    )
    found = scored(tmp_path, altered, yardstick)
    assert found.tally(Kind.REFERENCE).missing == found.tally(Kind.REFERENCE).invented == 1
    assert found.tally(Kind.ITEM).missing == {Yardstick.WRITTEN: 0, Yardstick.GOLDEN: 14}[yardstick]


@BOTH
def test_the_title_block_is_compared(tmp_path: Path, yardstick: Yardstick) -> None:
    old = hand_made(975)
    altered = replace(old, document=2, subtitle=None, departments=old.departments[:1], source_url="https://見本")
    assert said(scored(tmp_path, altered, yardstick)) == [
        "missing: department -: ＤＸ推進担当部ＤＸ推進担当課",
        "missing: document -: 1",
        "missing: subtitle -: ＬＩＮＥを活用した広聴業務の実施",
        "invented: document -: 2",
        "invented: other -: https://見本",
    ]


@BOTH
def test_a_consultation_that_was_not_imported_is_missing_whole(tmp_path: Path, yardstick: Yardstick) -> None:
    written(tmp_path, hand_made(975))
    found = scores(tmp_path, yardstick)
    assert len(found) == len(NUMBERS)
    assert found[0].tally(*Kind).share == 1
    assert all(each.tally(*Kind).found == 0 and each.missing == each.golden for each in found[1:])


@BOTH
def test_a_consultation_that_there_is_not_is_invented_whole(tmp_path: Path, yardstick: Yardstick) -> None:
    found = scored(tmp_path, replace(hand_made(975), number=1975), yardstick)
    assert not found.golden
    assert found.invented == Counter({**found.invented, **found.found})
    assert total([found]).invented == 13


def _without_parts(old: Consultation) -> Consultation:
    return with_section(
        old, (13,), lambda annex: replace(annex, items=tuple(replace(item, parts=()) for item in annex.items or ()))
    )
