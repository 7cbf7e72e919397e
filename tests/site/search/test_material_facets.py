"""What the facets of the search say of the real consultations is what a careful reader found in them."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from generator.archive.archive import Archive
from generator.archive.loading import load
from generator.japanese.kana import kana_key
from generator.kinds.every_kind import MEASURE, MEETING, all_facets
from generator.kinds.kind import Facet
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.kinds.registered_department import DEPARTMENTS
from generator.kinds.registered_item import ITEMS
from generator.kinds.registered_law import ARTICLES
from generator.kinds.registered_subject import SUBJECTS
from generator.site.search.documents import FacetValue
from generator.site.search.material import all_values, values_of
from tests.golden.reading import NUMBERS, golden_facts, golden_indexes
from tests.publishing import SITES

Values = Mapping[Facet, tuple[FacetValue, ...]]

INSIDE: Final = {"保有課", "利用課"}
UNUSED_MEASURE: Final = "computer-recording"
SHAKYO: Final = """
    shakyo shakyo:recipient shakyo:source shakyo:connected-party
    yukue-fumei-site yukue-fumei-site:service mail-sos-network mail-sos-network:service
"""
MICROCHIPS: Final = """
    microchip-registration microchip-registration:service
    kankyosho kankyosho:connected-party nihon-juishikai nihon-juishikai:operator
"""
REGISTRIES: Final = {ITEMS.facet: "items.yml", DEPARTMENTS.facet: "departments.yml", SUBJECTS.facet: "subjects.yml"}


@pytest.fixture(scope="module")
def values(archive: Archive) -> Values:
    """All values of the real archive."""
    return all_values(archive)


@pytest.fixture(scope="module")
def holding(archive: Archive) -> dict[Facet, dict[str, list[int]]]:
    """For each facet and value the consultations that have it."""
    found: dict[Facet, dict[str, list[int]]] = {facet: {} for facet in all_facets()}
    for record in archive.records:
        for facet, keys in values_of(archive, record).items():
            for key in keys:
                found[facet].setdefault(key, []).append(record.number)
    return found


def of(archive: Archive, number: int, facet: Facet) -> set[str]:
    return set(values_of(archive, archive.by_number[number])[facet])


@pytest.mark.parametrize(
    ("number", "facet", "keys"),
    [
        (975, COUNTERPARTIES.facet, "line line:service kanri-site kanri-site:connected-party"),
        (976, ITEMS.facet, "email-address"),
        (976, SUBJECTS.facet, "foster-parent-applicants registered-foster-parents"),
        (
            977,
            COUNTERPARTIES.facet,
            "zoom zoom:connected-party microsoft microsoft:connected-party cisco-systems cisco-systems:connected-party",
        ),
        (977, DEPARTMENTS.facet, "kodomo-katei-shien-ka jido-sodan-shien-ka jido-sodanjo-fuku-shocho"),
        (978, COUNTERPARTIES.facet, "undecided undecided:contractor"),
        (979, COUNTERPARTIES.facet, "line line:channel dial-service dial-service:connected-party"),
        (980, COUNTERPARTIES.facet, "undecided undecided:contractor"),
        (980, ITEMS.facet, "name"),
        (981, ARTICLES.facet, "16-1-4 8-2-6 18-3"),
        (981, MEASURE, "provision collection-from-others connection"),
        (981, COUNTERPARTIES.facet, SHAKYO),
        (982, COUNTERPARTIES.facet, ""),
        (982, DEPARTMENTS.facet, "korei-fukushi-ka kaigo-hoken-ka"),
        (982, MEASURE, "other-purpose"),
        (984, COUNTERPARTIES.facet, MICROCHIPS),
        (985, MEETING, "fy2022 2022-06-17"),
    ],
)
def test_what_a_facet_says_of_a_consultation(archive: Archive, number: int, facet: Facet, keys: str) -> None:
    assert of(archive, number, facet) == set(keys.split())


@pytest.mark.parametrize("number", NUMBERS)
def test_every_facet_says_each_value_once(archive: Archive, number: int) -> None:
    said = values_of(archive, archive.by_number[number])
    assert list(said) == list(all_facets())
    assert all(len(set(keys)) == len(keys) for keys in said.values())
    assert said[MEETING] == ("fy2022", "2022-06-17")
    assert of(archive, number, MEASURE)


@pytest.mark.parametrize("number", NUMBERS)
def test_the_parts_of_an_item_are_items_too(archive: Archive, values: Values, number: int) -> None:
    names = {value.key: value.name for value in values[ITEMS.facet]}
    expected = set()
    for flow in golden_facts(number)["flows"]:
        for item in flow["items"] if flow["items"] != "なし" else []:
            expected |= {item} if isinstance(item, str) else {item["name"], *item.get("parts", [])}
    assert {names[key] for key in of(archive, number, ITEMS.facet)} == expected


def test_every_value_is_used_but_a_measure_that_nobody_asked_for(
    values: Values, holding: dict[Facet, dict[str, list[int]]]
) -> None:
    for facet in all_facets():
        keys = [value.key for value in values[facet]]
        assert len(set(keys)) == len(keys)
        assert set(keys) - set(holding[facet]) == ({UNUSED_MEASURE} if facet is MEASURE else set())
        assert set(holding[facet]) <= set(keys)
        assert [key for key in keys if not re.fullmatch("[a-z0-9-]+(:[a-z-]+)?", key)] == []


@pytest.mark.parametrize(
    "facet", [ITEMS.facet, DEPARTMENTS.facet, MEASURE, SUBJECTS.facet], ids=lambda facet: facet.key
)
def test_the_consultations_of_a_value_are_those_a_reader_found(
    values: Values, holding: dict[Facet, dict[str, list[int]]], facet: Facet
) -> None:
    counted = {value.name: holding[facet][value.key] for value in values[facet] if value.key in holding[facet]}
    assert counted == golden_indexes()[f"{facet.key}s"]


def test_the_consultations_of_an_article_are_those_a_reader_found(holding: dict[Facet, dict[str, list[int]]]) -> None:
    assert holding[ARTICLES.facet] == golden_indexes()["articles"]


def test_the_consultations_of_a_counterparty_and_its_roles_are_those_a_reader_found(
    values: Values, holding: dict[Facet, dict[str, list[int]]]
) -> None:
    names = {value.key: value.name for value in values[COUNTERPARTIES.facet]}
    counted = {
        (names[value.within], value.name) if value.within else value.name: holding[COUNTERPARTIES.facet][value.key]
        for value in values[COUNTERPARTIES.facet]
    }
    expected: dict[str | tuple[str, str], list[int]] = {
        "未定": golden_indexes()["undecided"],
        ("未定", "委託先"): golden_indexes()["undecided"],
    }
    for name, appearances in golden_indexes()["counterparties"].items():
        outside = [each for each in appearances if each["role"] not in INSIDE]
        for each in outside:
            expected.setdefault((name, each["role"]), []).append(each["number"])
        if outside:
            expected[name] = sorted({each["number"] for each in outside})
    assert counted == expected


def entries(content: Path, file: str) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = yaml.safe_load((content / file).read_text(encoding="utf-8"))
    return sorted(read, key=lambda entry: kana_key(entry["reading"]))


@pytest.mark.parametrize(("facet", "file"), REGISTRIES.items())
def test_registered_names_stand_in_the_order_of_the_syllabary(
    content: Path, values: Values, facet: Facet, file: str
) -> None:
    expected = [FacetValue(entry["slug"], entry["name"]) for entry in entries(content, file)]
    assert list(values[facet]) == expected


def test_counterparties_stand_in_the_order_of_the_syllabary_and_the_undecided_last(
    content: Path, values: Values
) -> None:
    outer = [value for value in values[COUNTERPARTIES.facet] if not value.within]
    expected = [FacetValue(entry["slug"], entry["name"]) for entry in entries(content, "counterparties.yml")]
    assert outer == [*expected, FacetValue("undecided", "未定")]


def test_the_roles_of_a_counterparty_follow_it(values: Values) -> None:
    above = ""
    for value in values[COUNTERPARTIES.facet]:
        assert value.within in {"", above}
        assert value.key.partition(":")[0] == (value.within or value.key)
        above = value.within or value.key
    assert [value for value in values[COUNTERPARTIES.facet] if "shakyo" in {value.key, value.within}] == [
        FacetValue("shakyo", "社会福祉協議会"),
        FacetValue("shakyo:connected-party", "回線結合の相手方", "shakyo"),
        FacetValue("shakyo:recipient", "外部提供の相手方", "shakyo"),
        FacetValue("shakyo:source", "本人外収集の相手方", "shakyo"),
    ]
    assert [value.key for value in values[COUNTERPARTIES.facet] if "line" in {value.key, value.within}] == [
        "line",
        "line:service",
        "line:channel",
    ]


def test_articles_stand_in_the_order_of_the_ordinance(values: Values) -> None:
    assert values[ARTICLES.facet] == (
        FacetValue("8-2-6", "個人情報保護条例第8条第2項第6号"),
        FacetValue("12", "個人情報保護条例第12条"),
        FacetValue("15-1-4", "個人情報保護条例第15条第1項第4号"),
        FacetValue("16-1-4", "個人情報保護条例第16条第1項第4号"),
        FacetValue("18-3", "個人情報保護条例第18条第3号"),
    )


def test_measures_stand_in_the_order_of_the_vocabulary(values: Values) -> None:
    assert values[MEASURE] == (
        FacetValue("connection", "回線結合"),
        FacetValue("outsourcing", "外部委託"),
        FacetValue("provision", "外部提供"),
        FacetValue("computer-recording", "電子計算機への記録"),
        FacetValue("collection-from-others", "本人外収集"),
        FacetValue("other-purpose", "目的外利用"),
    )


def test_a_fiscal_year_stands_before_its_meetings_and_the_newest_first() -> None:
    archive = load(SITES / "mihon" / "content").archive
    assert archive is not None
    assert all_values(archive)[MEETING] == (
        FacetValue("fy2023", "2023年度（令和5年度）"),
        FacetValue("2023-05-12", "2023年5月12日（令和5年）", "fy2023"),
        FacetValue("fy2022", "2022年度（令和4年度）"),
        FacetValue("2023-02-10", "2023年2月10日（令和5年）", "fy2022"),
    )
    assert of(archive, 12, MEETING) == {"fy2022", "2023-02-10"}
    assert of(archive, 14, MEETING) == {"fy2023", "2023-05-12"}
