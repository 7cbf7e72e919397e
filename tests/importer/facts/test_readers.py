"""The readers of facts, on phrases of the eleven documents and on others that the ward's documents use."""

import pytest

from generator.importer.facts import departments, items, parties, periods, subjects, volumes
from generator.importer.facts.cross_references import ReferenceReader
from generator.importer.facts.departments import DepartmentReader
from generator.importer.facts.items import ItemReader, says_none
from generator.importer.facts.parties import PartyReader
from generator.importer.facts.periods import read_period
from generator.importer.facts.subjects import SubjectReader
from generator.importer.facts.volumes import VolumeReader
from generator.model.consultation import Counterparty, Item, Period, Volume
from generator.model.vocabulary import Role
from tests.importer.facts.cases import COUNTERPARTIES, DEPARTMENTS, ITEMS, SUBJECTS, Case, cases, in_short
from tests.importer.facts.consulting import record

READ_ITEMS = ItemReader(ITEMS, SUBJECTS)
READ_SUBJECTS = SubjectReader(SUBJECTS)
READ_VOLUMES = VolumeReader(READ_SUBJECTS)
READ_PARTIES = PartyReader(COUNTERPARTIES, ReferenceReader(record()))
READ_DEPARTMENTS = DepartmentReader(DEPARTMENTS)


@pytest.mark.parametrize("case", cases("items"), ids=str)
def test_items(case: Case) -> None:
    found = READ_ITEMS.read(case.words)
    assert [_item(item) for item in found.values] == case.found
    assert in_short(found.doubts, items) == case.doubts


@pytest.mark.parametrize("case", cases("subjects"), ids=str)
def test_subjects(case: Case) -> None:
    found = READ_SUBJECTS.read(case.words)
    assert list(found.values) == case.found
    assert in_short(found.doubts, subjects) == case.doubts


@pytest.mark.parametrize("case", cases("volumes"), ids=str)
def test_volumes(case: Case) -> None:
    found = READ_VOLUMES.read(case.words)
    assert [_volume(volume) for volume in found.values] == case.found
    assert in_short(found.doubts, volumes, subjects) == case.doubts


@pytest.mark.parametrize("case", cases("periods"), ids=str)
def test_periods(case: Case) -> None:
    period, doubts = read_period(case.words)
    assert ([_period(period)] if period else []) == case.found
    assert in_short(doubts, periods) == case.doubts


@pytest.mark.parametrize("case", cases("parties"), ids=str)
def test_parties(case: Case) -> None:
    paragraphs = [case.words] if isinstance(case.words, str) else case.words
    found = READ_PARTIES.read(paragraphs, Role.CONTRACTOR)
    assert [_party(party) for party in found.values] == case.found
    assert in_short(found.doubts, parties) == case.doubts


@pytest.mark.parametrize("case", cases("departments"), ids=str)
def test_departments(case: Case) -> None:
    found = READ_DEPARTMENTS.read(case.words, Role.HOLDER)
    assert [_party(party) for party in found.values] == case.found
    assert in_short(found.doubts, departments) == case.doubts


@pytest.mark.parametrize("words", ["なし", "なし。", "・なし", "新たな項目：なし", "無し", "特になし", "該当なし"])
def test_none_is_said(words: str) -> None:
    assert says_none(words)


@pytest.mark.parametrize("words", ["氏名", "氏名、なし", "未定", "－", "", "問題なし"])
def test_other_words_do_not_say_none(words: str) -> None:
    assert not says_none(words)


@pytest.mark.parametrize("words", ["氏名", "ＬＩＮＥアカウント", "氏名（フリガナ）", "住所等"])
def test_an_item_is_known(words: str) -> None:
    assert READ_ITEMS.is_item(words)


@pytest.mark.parametrize("words", ["学校名", "分野", "氏名、住所", "（氏名）"])
def test_other_words_are_no_known_item(words: str) -> None:
    assert not READ_ITEMS.is_item(words)


def test_a_count_without_a_person_is_of_the_one_in_its_heading() -> None:
    assert READ_VOLUMES.read("約２５０件（年間）", "児童").values[0].subject == "児童"
    assert READ_VOLUMES.read("保護者　約２５０件", "児童").values[0].subject == "保護者"
    assert READ_VOLUMES.read("契約者　約２５０件", "児童").values[0].subject is None


def test_parties_without_a_role_are_told() -> None:
    found = READ_PARTIES.read(["環境省"], None)
    assert (found.values, in_short(found.doubts, parties)) == ((), ["no role"])


def test_what_is_new_is_proposed_under_the_words_of_the_document() -> None:
    doubts = (
        *READ_ITEMS.read("学校名（区立に限る。）").doubts,
        *READ_PARTIES.read(["（１）名称　ﾐﾎﾝ株式会社　ほか２社"], Role.CONTRACTOR).doubts,
        *READ_VOLUMES.read("契約者　約３００人").doubts,
    )
    assert [doubt.new.printed for doubt in doubts if doubt.new] == ["学校名", "ﾐﾎﾝ株式会社", "契約者"]


def _item(item: Item) -> str:
    parts = f" ({'、'.join(item.parts)})" if item.parts else ""
    return f"{item.name}{parts}{f', of {item.subject}' if item.subject else ''}"


def _volume(volume: Volume) -> str:
    words = (
        "about" if volume.approximate else "",
        str(volume.count),
        f"of {volume.subject}" if volume.subject else "",
        f"in {volume.fiscal_year}" if volume.fiscal_year else "",
        "onward" if volume.onward else "",
        volume.per or "",
    )
    return " ".join(filter(None, words))


def _period(period: Period) -> str:
    words = (
        f"from {period.start}" if period.start else "",
        f"until {period.end}" if period.end else "",
        "goes on" if period.continues else "",
        f"repeats {period.repeats}" if period.repeats else "",
    )
    return " ".join(filter(None, words))


def _party(party: Counterparty) -> str:
    return f"{party.name or party.state}, {party.role}"
