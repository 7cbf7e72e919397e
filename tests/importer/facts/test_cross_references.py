"""Words that point at another section or another consultation."""

import pytest

from generator.importer.facts import cross_references as module
from generator.importer.facts.cross_references import ReferenceReader, points_only, points_somewhere, words_besides
from generator.model.consultation import Section
from tests.importer.facts.cases import in_short
from tests.importer.facts.consulting import record, section

FIRST = section(
    "第１ 外部提供について",
    None,
    section("１ 相手方", "環境省"),
    section("２ 対象となる個人の範囲", "里親"),
    section("３ 項目及び件数", None, section("（１）個人情報の項目", "氏名"), section("（２）件数", "約１０件")),
)
ANNEXES = (section("【別紙１】 項目一覧表"), section("別紙２「様式集」"))


def read(words: str, heading: str = "１ 相手方", *annexes: Section) -> list[str]:
    whole = record(FIRST, section("第２ 回線結合について", None, section(heading, words)), *annexes)
    found = ReferenceReader(whole).read(whole.by_anchor["p2-s1"])
    targets = [f"{each.words} → {each.section or each.consultation}" for each in found.values]
    return [*targets, *in_short(found.doubts, module)]


@pytest.mark.parametrize(
    ("words", "read_as"),
    [
        ("第１の２のとおり", ["第１の２のとおり → p1-s2"]),
        ("第 1 の２のとおり", ["第 1 の２のとおり → p1-s2"]),
        ("第１の３（１）のとおり", ["第１の３（１）のとおり → p1-s3-1"]),
        ("第１の１に同じ", ["第１の１に同じ → p1-s1"]),
        ("第１の１と同様", ["第１の１と同様 → p1-s1"]),
        ("第１の２及び第１の１のとおり", ["第１の２ → p1-s2", "第１の１のとおり → p1-s1"]),
        ("前記第１の３（１）及び（２）のとおり", ["前記第１の３（１） → p1-s3-1", "（２）のとおり → p1-s3-2"]),
        ("第１の２、第３の１のとおり", ["第１の２ → p1-s2", "not found: 第３の１のとおり"]),
        ("第３の１のとおり", ["not found: 第３の１のとおり"]),
        ("１\n第１の２のとおり", ["第１の２のとおり → p1-s2"]),
        ("諮問第９６４号の条件を超える。", ["諮問第９６４号 → 964"]),
        ("本諮問第９０１号", []),
        ("同様の措置を講じる。", []),
        ("第１２条のとおり", []),
        ("図１のとおり", []),
        ("氏名（様式 ２のとおり）", []),
        ("資料１－２のとおり", []),
        ("資料Ｎｏ．２のとおり", []),
        ("仕様書第１のとおり", []),
        ("対象は第１の２のとおり", ["第１の２のとおり → p1-s2"]),
    ],
)
def test_words_lead_to_their_section(words: str, read_as: list[str]) -> None:
    assert read(words) == read_as


def test_a_list_is_sought_under_the_heading_it_has_itself() -> None:
    assert read("第１の３のとおり", "１ 件数") == ["第１の３のとおり → p1-s3-2"]


@pytest.mark.parametrize(
    ("words", "read_as"),
    [
        ("別紙１のとおり", ["別紙１のとおり → a1"]),
        ("別紙２「様式集」参照", ["別紙２「様式集」参照 → a2"]),
        ("別紙「項目一覧表」を参照", ["別紙「項目一覧表」を参照 → a1"]),
        ("別紙のとおり", ["別紙のとおり → a1"]),
        ("【別紙】のとおり", ["【別紙】のとおり → a1"]),
        ("（別紙１）を参照", ["（別紙１）を参照 → a1"]),
        ("別紙３のとおり", ["not found: 別紙３のとおり"]),
    ],
)
def test_an_annex_is_found_by_its_number_or_its_title(words: str, read_as: list[str]) -> None:
    assert [each.replace("h1", "a2") for each in read(words, "１ 項目", *ANNEXES)] == read_as


def test_above_is_the_last_section_beside_it_that_says_something() -> None:
    lists = section(
        "１ 個人情報の項目",
        None,
        section("・区から委託先へ提供するもの", "氏名"),
        section("・委託先が本人から収集するもの", "上記と同項目"),
        section("・区及び本人以外から委託先へ提供するもの", "同上。"),
    )
    whole = record(lists)
    reader = ReferenceReader(whole)
    for anchor in ("s1-b2", "s1-b3"):
        assert [each.section for each in reader.read(whole.by_anchor[anchor]).values] == ["s1-b1"]


def test_above_within_a_sentence_points_at_no_list() -> None:
    assert read("上記のとおり、情報が共有されている。") == []


@pytest.mark.parametrize(
    "words",
    [
        "第１の２のとおり",
        "第１の２及び第１の３（１）のとおり",
        "上記と同項目",
        "同上。",
        "別紙１「一覧」のとおり",
        "【別紙】のとおり",
    ],
)
def test_words_that_only_point(words: str) -> None:
    assert points_only(words)
    assert points_somewhere(words)


@pytest.mark.parametrize("words", ["第１の２のとおり。ただし氏名を除く。", "氏名、住所及び第１の３（１）のとおり"])
def test_words_that_point_and_say_something(words: str) -> None:
    assert not points_only(words)
    assert points_somewhere(words)


def test_other_words_point_nowhere() -> None:
    assert not points_somewhere("次のとおり")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("前記１（２）のほか、次のとおり", "前記１（２）のほか"),
        ("第１の２に加え、職業", "第１の２に加え"),
        ("氏名のほか、次のとおり", ""),
    ],
)
def test_words_that_point_besides(words: str, said: str) -> None:
    assert words_besides(words) == said
