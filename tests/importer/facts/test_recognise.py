"""The facts of whole sections: which reader reads them, and what the headings above them say."""

from typing import Final

import pytest

from generator.importer.document import table_columns
from generator.importer.facts import cross_references, items, parties, recognise, subjects, volumes
from generator.importer.facts.recognise import quote_aliases
from generator.importer.facts.volumes import NO_COUNT
from generator.model.consultation import Consultation, Counterparty, Item, Section, Volume
from generator.model.vocabulary import Direction, Role
from tests.importer.facts.cases import NAMES, in_short
from tests.importer.facts.consulting import consultation
from tests.importer.reading_text import drafted

MODULES: Final = (items, recognise, cross_references, parties, subjects, volumes, table_columns)
PATIENTS: Final = "結核の患者"


def read(body: str) -> tuple[Consultation, list[str]]:
    """Return what is read in ``body``, and the doubts about its sections."""
    draft = drafted(body)
    mine = [doubt for doubt in draft.doubts if doubt.path[0] == "sections" and doubt.path != ("sections",)]
    return draft.consultation, in_short(mine, *MODULES)


def first(body: str) -> Section:
    return read(body)[0].sections[0]


def test_lists_by_direction() -> None:
    section = first(
        "１ 個人情報の項目\n\n・区から委託先へ提供するもの\n\n・氏名\n\n・住所\n\n"
        "・委託先が本人から収集するもの\n\n上記と同項目\n\n・区及び本人以外から委託先へ提供するもの\n\nなし"
    )
    given, collected, others = section.sections
    assert [given.direction, collected.direction, others.direction] == list(Direction)
    assert [item.name for each in given.sections for item in each.items or ()] == ["氏名", "住所"]
    assert (collected.items, collected.references[0].section) == (None, "s1-b1")
    assert others.items == ()


def test_items_that_are_added() -> None:
    for body in (
        "１ 個人情報の項目\n\n新たな項目：氏名",
        "１ 追加する個人情報の項目\n\n氏名",
        "１ 項目（追加）\n\n氏名",
    ):
        section = first(body)
        assert (section.items, [item.name for item in section.added_items or ()]) == (None, ["氏名"])


def test_a_heading_may_hold_items_and_volumes() -> None:
    section = first("１ 個人情報の項目及び件数\n\n氏名、住所\n\n約１，２００件（年間）")
    assert [item.name for item in section.items or ()] == ["氏名", "住所"]
    assert [volume.count for volume in section.volumes] == [1200]


def test_the_person_in_a_heading_owns_what_stands_below() -> None:
    body = "１ 項目及び件数\n\n（１）個人情報の項目\n\n①里親\n\n氏名\n\n②児童\n\n住所\n\n（２）件数\n\n①里親 約２０件"
    items_, counts = first(body).sections
    assert [section.subjects for section in items_.sections] == [("里親",), ("児童",)]
    assert [volume.subject for volume in counts.sections[0].volumes] == ["里親"]


def test_counts_that_are_numbered_within_a_line() -> None:
    (section,) = first("１ 件数\n\n①里親 約２０件（年間） ②児童 約３０件（年間）").sections
    assert [(volume.subject, volume.count) for volume in section.volumes] == [("里親", 20), ("児童", 30)]


@pytest.mark.parametrize(
    "body",
    [
        "１ 件数\n\n約２０件\n\n※ 令和３年度実績 １７件",
        "１ 対象となる個人の範囲\n\n里親\n\n※ 児童を含む。",
        "１ 個人情報の項目\n\n氏名\n\n※ 下線部は追加する項目",
        "１ 委託先\n\n環境省\n\n※ 令和４年４月１日現在",
    ],
)
def test_a_note_is_told_and_nothing_is_read_from_it(body: str) -> None:
    consultation, doubts = read(body)
    note = body.rsplit("\n", maxsplit=1)[-1]
    section = consultation.sections[0]
    facts = (*section.volumes, *section.subjects, *(section.items or ()), *section.counterparties)
    assert len(facts) == 1
    assert doubts == [f"note: {note}"]


@pytest.mark.parametrize(
    ("body", "doubts"),
    [
        ("１ 個人情報の項目\n\n・区から委託先に提供するもの\n\n氏名", ["perhaps direction"]),
        ("１ 個人情報の項目\n\nア 氏名、住所\n\n（区内に限る。）", ["items in heading", "sentence"]),
        ("１ 個人情報の項目\n\n①里親\n\n氏名\n\n②経理\n\n住所", ["perhaps whose: 里親"]),
        ("１ 相手方\n\n第１の９のとおり", ["not found: 第１の９のとおり"]),
        ("１ 件数\n\n未定", ["no count"]),
        ("１ 対象となる個人の範囲\n\n見本施設の利用者", ["# alias: 利用者, 結核の患者, 結核の患者"]),
    ],
)
def test_what_is_not_sure_is_told(body: str, doubts: list[str]) -> None:
    assert read(body)[1] == doubts


def test_an_introduction_to_lists_is_no_list() -> None:
    section, doubts = read("１ 個人情報の項目\n\n以下のとおり\n\n（１）氏名\n\n（２）住所")
    assert section.sections[0].items is None
    assert doubts == []


def test_an_introduction_that_points_elsewhere_is_told() -> None:
    body = "１ 個人情報の項目\n\n前記２（２）のほか、次のとおり\n\n（１）氏名\n\n（２）住所"
    assert read(body)[1] == ["besides: 前記２（２）のほか"]


def test_a_heading_may_hold_people_and_volumes() -> None:
    found, doubts = read("１ 対象となる個人の範囲及び件数\n\n里親\n\n児童 約１０件（年間）")
    section = found.sections[0]
    assert section.subjects == ("里親", "児童")
    assert [(volume.subject, volume.count) for volume in section.volumes] == [("児童", 10)]
    assert doubts == []


@pytest.mark.parametrize(
    ("body", "items_", "doubts"),
    [
        ("１ 取り扱わない個人情報の項目\n\n氏名", [], []),
        ("１ 個人情報の項目\n\n氏名\n\n（収集しない項目）\n\n住所", ["氏名"], ["denied: （収集しない項目）"]),
        ("１ 個人情報の項目\n\n収集しない項目：住所", [], ["denied list: 収集しない項目"]),
        ("１ 個人情報の項目\n\n氏名、同意しない理由", ["氏名", "同意しない理由"], ["# unknown: 同意しない理由"]),
    ],
)
def test_what_is_not_handed_on_is_no_item(body: str, items_: list[str], doubts: list[str]) -> None:
    found, told = read(body)
    assert [item.name for item in found.sections[0].items or ()] == items_
    assert told == doubts


@pytest.mark.parametrize(
    ("annex", "doubts"),
    [
        ("【別紙】 個人情報の項目\n\n１ 氏名\n\n２ 住所", []),
        ("【別紙】\n\n個人情報の項目一覧\n\n１ 氏名\n\n２ 住所", []),
        ("【別紙】\n\nNo 項目\n\n１\n\n氏名\n\n２\n\n住所", ["unread"]),
        ("【別紙】 個人情報の項目\n\nNo\n\n項目\n\n１\n\n氏名\n\n２\n\n住所", ["unread"]),
    ],
)
def test_labelled_lines_of_an_annex_are_items(annex: str, doubts: list[str]) -> None:
    found, told = read(f"１ 個人情報の項目\n\n別紙参照\n\n{annex}")
    assert [item.name for each in found.sections[1].sections for item in each.items or ()] == ["氏名", "住所"]
    assert told == doubts


def test_a_torn_table_may_stand_under_any_heading() -> None:
    section = first("１ 個人情報の項目\n\n分野 項目名\n\n氏名\n\n住所\n\n電話番号\n\n里親\n\n児童")
    assert [item.name for item in section.items or ()] == ["氏名", "住所", "電話番号"]
    assert [column.cells for column in section.torn_table] == [("里親", "児童"), ("氏名", "住所", "電話番号")]


def test_columns_that_cannot_be_told_apart_are_told() -> None:
    body = "１ 個人情報の項目\n\n番号 項目名 備考\n\n氏名\n\n住所\n\n電話番号"
    assert read(body)[1] == ["unread"]


def test_parties_are_taken_from_the_section_that_is_referred_to() -> None:
    body = (
        "第１ 外部提供について\n\n１ 外部提供の相手方\n\n環境省\n\n"
        "第２ 外部委託について\n\n１ 委託先\n\n第１の１のとおり"
    )
    party = read(body)[0].sections[1].sections[0].counterparties[0]
    assert (party.name, party.role) == ("環境省", "委託先")


def test_prose_holds_no_facts() -> None:
    section = first("１ 委託の内容\n\n氏名、住所を約１，２００件、令和４年７月１日から里親が入力する。")
    assert section == Section(heading=section.heading, text=section.text)


def test_messages_are_polite_sentences() -> None:
    for module in MODULES:
        for name, value in vars(module).items():
            # What has alternatives is a pattern.
            if name.isupper() and not name.startswith("_") and isinstance(value, str) and "|" not in value:
                assert value.endswith("。"), name
    assert NO_COUNT


def doubted(*sections: Section) -> list[str]:
    _, doubts = quote_aliases(consultation(*sections), NAMES)
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


def test_a_fact_whose_name_the_document_does_not_give_is_written_in_its_words() -> None:
    quoting, _ = quote_aliases(
        consultation(
            Section(text="見本施設の利用者", subjects=(PATIENTS,), volumes=(Volume(subject=PATIENTS, count=10),)),
            Section(
                text="都委託事業者", counterparties=(Counterparty(name="ダイヤル・サービス", role=Role.CONTRACTOR),)
            ),
            Section(text="甲", counterparties=(Counterparty(name="ダイヤル・サービス", role=Role.CONTRACTOR),)),
        ),
        NAMES,
    )
    first, second, third = quoting.sections
    assert (first.subjects, first.volumes[0].subject) == (("利用者",), "利用者")
    assert [section.counterparties[0].name for section in (second, third)] == ["都委託事業者", "ダイヤル・サービス"]


@pytest.mark.parametrize("words", ["結核の患者（以下「利用者」という。）", "結核患者", "患者（結核に限る。）"])
def test_a_name_is_given_anywhere_in_the_document_by_its_words(words: str) -> None:
    assert doubted(Section(text=words), Section(text="利用者", subjects=(PATIENTS,))) == []


def test_undecided_parties_and_sections_of_the_ward_are_not_asked_about() -> None:
    parties = (
        Counterparty(name="高齢福祉部介護保険課", role=Role.HOLDER),
        Counterparty(name="株式会社見本", role=Role.CONTRACTOR),
    )
    assert doubted(Section(text="甲", counterparties=parties)) == []
