"""Names that a document gives only by an alias."""

import pytest

from generator.importer.facts.aliases import alias_doubts
from generator.model.consultation import Counterparty, Item, Section, Volume
from generator.model.vocabulary import Role
from tests.importer.facts.cases import NAMES
from tests.importer.facts.consulting import consultation

PATIENTS = "結核の患者"


def doubted(*sections: Section) -> list[str]:
    doubts = alias_doubts(consultation(*sections), NAMES)
    assert all(doubt.held for doubt in doubts)
    return ["/".join(map(str, doubt.path)) for doubt in doubts]


def test_every_fact_whose_name_the_document_does_not_give_is_held_back() -> None:
    assert doubted(
        Section(text="見本施設の利用者", subjects=(PATIENTS,)),
        Section(text="利用者の氏名", items=(Item("住所"), Item("氏名", subject=PATIENTS))),
        Section(text="新たな項目：利用者の氏名", added_items=(Item("氏名", subject=PATIENTS),)),
        Section(text="利用者 約１０件", volumes=(Volume(subject=PATIENTS, count=10),)),
        Section(text="都委託事業者", counterparties=(Counterparty(name="ダイヤル・サービス", role=Role.CONTRACTOR),)),
    ) == [
        "sections/0/subjects/0",
        "sections/1/items/1",
        "sections/2/added_items/0",
        "sections/3/volumes/0",
        "sections/4/counterparties/0",
    ]


@pytest.mark.parametrize("words", ["結核の患者（以下「利用者」という。）", "結核患者", "患者（結核に限る。）"])
def test_a_name_is_given_anywhere_in_the_document_by_its_words(words: str) -> None:
    assert doubted(Section(text=words), Section(text="利用者", subjects=(PATIENTS,))) == []


def test_undecided_parties_and_sections_of_the_ward_are_not_asked_about() -> None:
    parties = (
        Counterparty(name="高齢福祉部介護保険課", role=Role.HOLDER),
        Counterparty(name="株式会社見本", role=Role.CONTRACTOR),
    )
    assert doubted(Section(text="甲", counterparties=parties)) == []
