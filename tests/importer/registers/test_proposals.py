"""Proposed entries, held against those that people registered: each is left out, then proposed as it is printed."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.archive import Archive
from generator.archive.checks.naming import check_names
from generator.importer.registers.name_readings import NameReader
from generator.importer.registers.printed_names import strip_legal_form, to_half_width
from generator.importer.registers.proposals import Proposer, article_entry, write_entry
from generator.kinds.every_kind import NAME_KINDS
from generator.kinds.kind import Entry, Kind
from generator.kinds.names import Names
from generator.kinds.registered_counterparty import COUNTERPARTIES, RegisteredCounterparty
from generator.kinds.registered_department import DEPARTMENTS, RegisteredDepartment
from generator.kinds.registered_item import ITEMS, RegisteredItem
from generator.kinds.registered_law import ARTICLES as LAWS
from generator.kinds.registered_law import RegisteredArticle
from generator.kinds.registered_subject import SUBJECTS, RegisteredSubject
from generator.model.article_number import ArticleNumber
from generator.model.vocabulary import CounterpartyKind, DepartmentKind, ItemCategory
from generator.store.files import Stored, shape_of
from tests.store.making import ARTICLES, NASTY
from tests.store.reading import read

NAMES: Final = st.lists(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
    | st.sampled_from(NASTY)
    | st.text("株式会社部課区・氏名ＡＢab12（） \n", max_size=12),
    max_size=6,
)
PROPOSER: Final = Proposer(Names.holding({}), NameReader())


def file_of(kind: Kind[Any]) -> str:
    return kind.file


def proposed_anew(archive: Archive, kind: Kind[Any]) -> Sequence[tuple[Entry, Entry]]:
    """Each registered entry of ``kind``, and what is proposed for it as printed where it alone is not registered."""
    entries = archive.names.entries(kind)
    pairs = []
    for entry in entries:
        others = tuple(other for other in entries if other != entry)
        proposer = Proposer.of(archive.names.with_entries(kind, others))
        (proposal,) = proposer.propose(kind, [printed(entry)]).entries
        pairs.append((entry, proposal))
    return pairs


def printed(entry: Entry) -> str:
    """The name of ``entry``, with its legal form where one is known."""
    return next((alias for alias in entry.aliases if strip_legal_form(alias) != alias), entry.name)


def share(pairs: Sequence[tuple[Entry, Entry]], *keys: str) -> float:
    return sum(all(getattr(one, key) == getattr(other, key) for key in keys) for one, other in pairs) / len(pairs)


def test_departments_are_proposed_as_people_registered_them(archive: Archive) -> None:
    pairs = proposed_anew(archive, DEPARTMENTS)
    assert share(pairs, "name", "reading", "division", "kind") == 1
    assert share(pairs, "slug") == 1


def test_counterparties_are_proposed_much_as_people_registered_them(archive: Archive) -> None:
    pairs = proposed_anew(archive, COUNTERPARTIES)
    assert share(pairs, "name") >= 0.9
    assert share(pairs, "reading") >= 0.8
    assert share(pairs, "kind") >= 0.85
    assert share(pairs, "slug") >= 0.7
    assert share(pairs, "name", "reading", "kind", "slug") >= 0.5


@pytest.mark.parametrize("kind", [ITEMS, SUBJECTS], ids=file_of)
def test_items_and_subjects_are_read_as_people_read_them(archive: Archive, kind: Kind[Any]) -> None:
    pairs = proposed_anew(archive, kind)
    assert share(pairs, "name") == 1
    assert share(pairs, "reading") >= 0.95


def test_the_category_of_an_item_is_more_than_a_guess_at_the_commonest(archive: Archive) -> None:
    registered = archive.names.entries(ITEMS)
    commonest = max(sum(item.category is category for item in registered) for category in ItemCategory)
    assert share(proposed_anew(archive, ITEMS), "category") > 1.5 * commonest / len(registered)


def test_every_registered_article_is_proposed_as_it_stands(archive: Archive) -> None:
    for law in archive.names.entries(LAWS):
        for version in law.versions:
            assert tuple(article_entry(article.name) for article in version.articles) == version.articles


@pytest.mark.parametrize("kind", NAME_KINDS, ids=file_of)
def test_entries_are_written_as_the_files_hold_them(content: Path, archive: Archive, kind: Kind[Entry]) -> None:
    written = "".join(map(write_entry, archive.names.entries(kind)))
    assert written == (content / kind.file).read_text(encoding="utf-8")


def test_an_article_is_written_as_its_file_holds_it() -> None:
    text = write_entry(article_entry(ArticleNumber.parse("第12条")))
    assert text == "- name: 第12条\n  reading: だいじゅうにじょう\n  slug: '12'\n"


@pytest.mark.parametrize(
    ("printed", "entry"),
    [
        (
            "公益財団法人日本獣医師会",
            RegisteredCounterparty(
                name="日本獣医師会",
                reading="にほんじゅういしかい",
                slug="nihon-juishikai",
                kind=CounterpartyKind.BODY,
                aliases=("公益財団法人日本獣医師会",),
            ),
        ),
        (
            "ＮＴＴデータ株式会社",
            RegisteredCounterparty(
                name="NTTデータ",
                reading="えぬてぃーてぃーでーた",
                slug="ntt-data",
                kind=CounterpartyKind.COMPANY,
                aliases=("ＮＴＴデータ株式会社",),
            ),
        ),
        (
            "世田谷警察署",
            RegisteredCounterparty(
                name="世田谷警察署",
                reading="せたがやけいさつしょ",
                slug="setagaya-keisatsusho",
                kind=CounterpartyKind.AUTHORITY,
            ),
        ),
        (
            "予約システム",
            RegisteredCounterparty(
                name="予約システム", reading="よやくしすてむ", slug="yoyaku-system", kind=CounterpartyKind.SERVICE
            ),
        ),
    ],
)
def test_a_counterparty_is_proposed_without_its_legal_form(printed: str, entry: RegisteredCounterparty) -> None:
    assert PROPOSER.propose(COUNTERPARTIES, [printed]).entries == (entry,)


@pytest.mark.parametrize(
    ("printed", "division", "kind", "slug"),
    [
        ("砧総合支所区民課", "砧総合支所", DepartmentKind.GENERAL_BRANCH, "kumin-ka"),
        ("世田谷保健所健康企画課", "世田谷保健所", DepartmentKind.HEALTH_CENTRE, "kenko-kikaku-ka"),
        ("児童相談所", "児童相談所", DepartmentKind.CHILD_GUIDANCE_CENTRE, "jido-sodanjo"),
        ("教育委員会事務局学校教育部学務課", "教育委員会事務局", DepartmentKind.BUREAU, "gakumu-ka"),
        ("ＤＸ推進担当部", "ＤＸ推進担当部", DepartmentKind.BUREAU, "dx-suishin-tanto-bu"),
        ("会計室", "会計室", DepartmentKind.BUREAU, "kaikei-shitsu"),
    ],
)
def test_a_department_is_proposed_with_its_division(
    printed: str, division: str, kind: DepartmentKind, slug: str
) -> None:
    (entry,) = PROPOSER.propose(DEPARTMENTS, [printed]).entries
    assert (entry.name, entry.division, entry.kind, entry.slug) == (printed, division, kind, slug)


def test_departments_of_one_name_have_slugs_of_their_own() -> None:
    names = ["砧総合支所区民課", "玉川総合支所区民課"]
    assert [entry.slug for entry in PROPOSER.propose(DEPARTMENTS, names).entries] == [
        "kumin-ka",
        "tamagawa-sogo-shisho-kumin-ka",
    ]


def test_items_are_written_in_half_width_and_departments_as_printed() -> None:
    assert PROPOSER.propose(ITEMS, ["ＩＰアドレス"]).entries[0].name == "IPアドレス"
    assert PROPOSER.propose(SUBJECTS, ["５歳児（区民）"]).entries[0].name == "5歳児（区民）"
    assert PROPOSER.propose(DEPARTMENTS, ["ＩＴ推進課"]).entries[0].name == "ＩＴ推進課"
    assert to_half_width(" Ｚｏｏｍ　Ｖｉｄｅｏ\n会 社\u200b ") == "Zoom Video会社"


def test_bodies_of_one_name_and_other_legal_forms_are_proposed_apart(archive: Archive) -> None:
    printed = ["株式会社見本桜", "社会福祉法人見本桜", "見本桜㈱", "（福）見本桜", "学校法人結核予防会"]
    proposed = Proposer.of(archive.names).propose(COUNTERPARTIES, printed)
    assert [(entry.name, entry.aliases) for entry in proposed.entries] == [
        ("見本桜", ("株式会社見本桜",)),
        ("社会福祉法人見本桜", ()),
        ("学校法人結核予防会", ()),
    ]
    assert [proposed.registered_as[name] for name in printed] == [
        "見本桜",
        "社会福祉法人見本桜",
        "見本桜",
        "社会福祉法人見本桜",
        "学校法人結核予防会",
    ]


def test_a_name_is_proposed_once_and_a_registered_one_not_at_all(archive: Archive) -> None:
    proposed = Proposer.of(archive.names).propose(
        COUNTERPARTIES, ["ＬＩＮＥ", "甲社", "株式会社甲社", " 甲社", "（公財）結核予防会", "社協", "", "株式会社"]
    )
    assert [entry.name for entry in proposed.entries] == ["甲社", "株式会社"]
    assert proposed.registered_as == {
        "ＬＩＮＥ": "LINE",
        "甲社": "甲社",
        "株式会社甲社": "甲社",
        " 甲社": "甲社",
        "（公財）結核予防会": "結核予防会",
        "社協": "社会福祉協議会",
        "株式会社": "株式会社",
    }


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("株式会社日立製作所", "日立製作所"),
        ("日立製作所（株）", "日立製作所"),
        ("認定ＮＰＯ法人甲", "甲"),
        ("社会福祉法人 甲 ", "甲"),
        ("特定非営利活動法人", "特定非営利活動法人"),
        ("国立大学法人東京大学", "東京大学"),
        ("甲株式会社東京支社", "甲株式会社東京支社"),
    ],
)
def test_legal_forms_are_taken_off(name: str, bare: str) -> None:
    assert strip_legal_form(name) == bare


def test_what_resembles_no_item_is_of_no_category() -> None:
    item = RegisteredItem(name="氏名", reading="しめい", slug="name", category=ItemCategory.BASIC)
    proposer = Proposer(Names.holding({ITEMS: (item,)}), NameReader())
    entries = proposer.propose(ITEMS, ["通称氏名", "肖像"]).entries
    assert [entry.category for entry in entries] == [ItemCategory.BASIC, ItemCategory.OTHER]


@pytest.mark.parametrize("kind", NAME_KINDS, ids=file_of)
@given(names=NAMES)
def test_whatever_the_names_the_registry_is_sound(kind: Kind[Entry], names: list[str]) -> None:
    proposed = PROPOSER.propose(kind, names)
    assert {entry.name for entry in proposed.entries} == set(proposed.registered_as.values())
    if not proposed.entries:
        return
    assert read("".join(map(write_entry, proposed.entries)), shape_of(kind)) == proposed.entries
    assert list(check_names(Stored(proposed.entries, "a.yml", {}))) == []


@given(ARTICLES)
def test_whatever_the_article_it_is_read_back(number: ArticleNumber) -> None:
    article = article_entry(number)
    assert read(write_entry(article), tuple[RegisteredArticle, ...]) == (article,)


def test_a_subject_has_nothing_but_its_name() -> None:
    assert PROPOSER.propose(SUBJECTS, ["妊婦"]).entries == (
        RegisteredSubject(name="妊婦", reading="にんぷ", slug="ninpu"),
    )


def test_a_department_is_whole() -> None:
    assert PROPOSER.propose(DEPARTMENTS, ["総務部人事課"]).entries == (
        RegisteredDepartment(
            name="総務部人事課",
            reading="そうむぶじんじか",
            slug="jinji-ka",
            division="総務部",
            kind=DepartmentKind.BUREAU,
        ),
    )
