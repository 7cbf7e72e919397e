"""The outline: the sections in the document's order, each at an anchor of its own."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.archive import Archive
from generator.model.consultation import Section
from generator.model.outline import Place, outline
from tests.golden.reading import NUMBERS, golden_outline
from tests.model.making import made_up

# Headings of every kind, few enough that siblings often carry the same.
HEADINGS = st.sampled_from(
    [
        "第１ 外部提供について",
        "１ 理由",
        "10 体制",
        "（１）項目",
        "（ア）細目",
        "①児童",
        "・区から",
        "《概要》",
        "【別紙】 一覧",
        "まえがき",
    ]
)
SECTIONS = st.recursive(
    st.builds(Section, heading=HEADINGS),
    lambda inner: st.builds(Section, heading=HEADINGS, sections=st.lists(inner, max_size=4).map(tuple)),
    max_leaves=20,
)


def anchors(*sections: Section) -> list[str]:
    return [place.anchor for place in outline(made_up(*sections))]


def headed(heading: str, *sections: Section) -> Section:
    return Section(heading=heading, sections=sections)


def as_golden(place: Place) -> str:
    return "  " * place.depth + (place.section.heading or f"{place.label.printed}…")


@pytest.mark.parametrize("number", NUMBERS)
def test_the_outline_is_the_one_a_reader_sees(archive: Archive, number: int) -> None:
    places = outline(archive.by_number[number].consultation)
    assert [as_golden(place) for place in places] == golden_outline(number).splitlines()


@pytest.mark.parametrize(
    ("number", "anchor", "words"),
    [
        (975, "s8-3-2", "②広聴業務実施所管課は"),
        (976, "s5-1-1-b2", "・委託先が本人から収集するもの"),
        (976, "s13-2", "（２）里親登録者に対する相談業務"),
        (978, "a1", "【別紙】 個人情報の項目一覧表"),
        (980, "s10-1", "（１）個人情報保護管理に関する社内規程"),
        (981, "h1", "《諮問の理由及び趣旨》"),
        (981, "p1-s3-1", "（１）個人情報の項目"),
        (981, "p3-s7", "７ 回線結合の開始時期及び期間"),
        (982, "s6-1", "（１）個人情報の項目"),
        (983, "s2-5", "（５）関係者連絡会の開催"),
    ],
)
def test_published_anchors_do_not_change(archive: Archive, number: int, anchor: str, words: str) -> None:
    section = archive.by_number[number].by_anchor[anchor].section
    assert (section.heading or section.text or "").startswith(words)


def test_parts_sections_and_items_join_their_numbers() -> None:
    inner = headed("３ 項目", headed("（１）個人情報の項目", headed("①児童", headed("・氏名"), headed("・住所"))))
    assert anchors(headed("第２ 収集について", inner)) == [
        "p2",
        "p2-s3",
        "p2-s3-1",
        "p2-s3-1-1",
        "p2-s3-1-1-b1",
        "p2-s3-1-1-b2",
    ]


def test_sections_without_a_number_are_counted_among_their_siblings() -> None:
    nested = headed("１ 理由", Section(text="前文"), headed("（１）例"), Section(text="後文"))
    assert anchors(headed("《概要》"), nested, headed("《趣旨》")) == ["h1", "s1", "s1-h1", "s1-1", "s1-h2", "h2"]


def test_half_width_numbers_follow_full_width_ones() -> None:
    sections = [headed(f"{number} 題") for number in ("８", "９", "10", "11", "１２", "13")]
    assert anchors(*sections) == ["s8", "s9", "s10", "s11", "s12", "s13"]


def test_letters_are_counted_in_their_order() -> None:
    assert anchors(headed("１ 題", headed("（ア）甲"), headed("（イ）乙"), headed("(ウ)丙"))) == [
        "s1",
        "s1-1",
        "s1-2",
        "s1-3",
    ]


def test_a_number_given_twice_still_yields_two_anchors() -> None:
    twice = (headed("（１）甲"), headed("（１）乙", headed("①丙")), headed("（１）丁"))
    assert anchors(headed("５ 項目", *twice)) == ["s5", "s5-1", "s5-1x2", "s5-1x2-1", "s5-1x3"]


def test_a_label_is_read_from_a_paragraph_too() -> None:
    (place,) = outline(made_up(Section(text="（２）区は、体制を\n整える。")))
    assert (place.anchor, place.label.printed) == ("s2", "（２）")


def test_a_place_knows_where_it_lies() -> None:
    places = outline(made_up(headed("第１ 提供", headed("１ 理由", headed("（１）例"))), headed("第２ 収集")))
    inmost = places[2]
    assert inmost.above == ("p1", "p1-s1")
    assert inmost.path == ("sections", 0, "sections", 0, "sections", 0)
    assert [inmost.lies_in(anchor) for anchor in ("p1", "p1-s1", "p1-s1-1", "p2", "p")] == [
        True,
        True,
        True,
        False,
        False,
    ]


@given(st.lists(SECTIONS, max_size=6))
def test_anchors_are_unique_ascii_and_lead_down(sections: list[Section]) -> None:
    places = outline(made_up(*sections))
    found = [place.anchor for place in places]
    assert len(set(found)) == len(found)
    for place in places:
        assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", place.anchor)
        assert all(place.anchor.startswith(f"{above}-") for above in place.above)


@pytest.mark.parametrize("number", NUMBERS)
def test_anchors_of_the_real_documents_are_unique(archive: Archive, number: int) -> None:
    places = outline(archive.by_number[number].consultation)
    assert len({place.anchor for place in places}) == len(places)
    assert not any("x" in place.anchor for place in places)
