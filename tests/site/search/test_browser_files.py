"""What the browser reads of all documents together says again, decoded, what it was made of."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.disk.output_folder import OutputFolder
from generator.kinds.every_kind import all_facets
from generator.kinds.kind import Facet
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.kinds.registered_item import ITEMS
from generator.site.search.browser_files import newest_first, write_catalogue
from generator.site.search.documents import FacetValue, SearchDocument, SearchMaterial, SearchName
from tests.site.search.making import document

ROOMS = (40, 7)
DAYS = (dt.date(2022, 6, 17), dt.date(2022, 9, 1), dt.date(2023, 2, 10))
VALUES = (
    FacetValue("line", "LINE"),
    FacetValue("line:service", "利用サービス", "line"),
    FacetValue("line:channel", "連絡経路", "line"),
    FacetValue("zoom", "Zoom"),
    FacetValue("undecided", "未定"),
    FacetValue("undecided:contractor", "委託先", "undecided"),
)
WITHIN = {value.key: value.within for value in VALUES}


@dataclass(frozen=True)
class Catalogue:
    """The files, decoded as a browser does."""

    numbers: list[int]
    ids: list[str]
    usual_ids: dict[int, str]
    rooms: list[int]
    names: Any
    titles: dict[str, list[list[object]]]
    facets: dict[str, list[dict[str, Any]]]

    def holding(self, facet: Facet) -> dict[str, set[int]]:
        """For each value of ``facet`` the numbers of the documents that have it."""
        stored = self.facets[facet.key]
        own = {value["key"]: {self.numbers[place - 1] for place in accumulate(value["steps"])} for value in stored}
        inner = {key: [value["key"] for value in stored if value["within"] == key] for key in own}
        return {key: numbers.union(*(own[each] for each in inner[key])) for key, numbers in own.items()}


def catalogue(
    material: SearchMaterial, ids: dict[int, str] | None = None, usual_ids: dict[int, str] | None = None
) -> Catalogue:
    """Write the files and read them again."""
    ids = ids or {each.number: f"ja_{each.number:07x}" for each in material.documents}
    with TemporaryDirectory() as folder:
        write_catalogue(material, ids, usual_ids or {}, ROOMS, OutputFolder(Path(folder)))
        return read_catalogue(Path(folder, "search"))


def read_catalogue(folder: Path) -> Catalogue:
    written = {
        file.relative_to(folder).as_posix().removesuffix(".json"): json.loads(file.read_text(encoding="utf-8"))
        for file in folder.rglob("*.json")
    }
    documents = written["documents"]
    numbers = [first - step for first, count in documents["numbers"] for step in range(count)]
    prefix, usual = documents["ids"]["prefix"], documents["usual"]
    in_usual = [numbers[place - 1] for place in accumulate(usual["steps"])]
    return Catalogue(
        numbers=numbers,
        ids=[prefix + rest for rest in documents["ids"]["rests"].split(" ")],
        usual_ids={number: prefix + rest for number, rest in zip(in_usual, usual["rests"].split(" "), strict=False)},
        rooms=documents["rooms"],
        names=written["names"],
        titles={name: value for name, value in written.items() if name.startswith("titles/")},
        facets={name.removeprefix("facets/"): value for name, value in written.items() if name.startswith("facets/")},
    )


def by_date(documents: Sequence[SearchDocument]) -> list[int]:
    """The numbers of ``documents``: the latest day first, within it the highest number."""
    return [number for _, number in sorted(((each.date, each.number) for each in documents), reverse=True)]


@st.composite
def collections(draw: st.DrawFn) -> tuple[SearchDocument, ...]:
    """Documents with gaps between their numbers, meetings in any order, and values each with the one above it."""
    numbers = draw(st.lists(st.integers(1, 30) | st.integers(1, 5000), min_size=1, max_size=12, unique=True))
    keys = st.sets(st.sampled_from([value.key for value in VALUES if value.key not in WITHIN.values()]))
    documents = []
    for number in numbers:
        own = sorted(draw(keys))
        values = {COUNTERPARTIES.facet: tuple(filter(None, (*(WITHIN[key] for key in own), *own)))}
        documents.append(document(number, date=draw(st.sampled_from(DAYS)), values=values))
    return tuple(documents)


@given(collections())
@example((document(7),))
@example((document(3), document(1), document(2, date=DAYS[2])))
def test_the_documents_stand_newest_first(documents: tuple[SearchDocument, ...]) -> None:
    written = catalogue(SearchMaterial(documents))
    assert written.numbers == by_date(documents)
    assert written.ids == [f"ja_{number:07x}" for number in written.numbers]
    assert written.rooms == [40, 7]


@given(collections())
def test_numbers_that_follow_one_another_are_one_run(documents: tuple[SearchDocument, ...]) -> None:
    ids = {each.number: f"ja_{each.number}" for each in documents}
    with TemporaryDirectory() as folder:
        write_catalogue(SearchMaterial(documents), ids, {}, ROOMS, OutputFolder(Path(folder)))
        runs = json.loads(Path(folder, "search/documents.json").read_text(encoding="utf-8"))["numbers"]
    ends = [first - count for first, count in runs]
    assert all(count > 0 for _, count in runs)
    assert not any(end == first for end, (first, _) in zip(ends, runs[1:], strict=False))


@pytest.mark.parametrize(
    ("numbers", "runs"),
    [
        (range(975, 986), [[985, 11]]),
        ([1, 2, 3, 7, 9, 10], [[10, 2], [7, 1], [3, 3]]),
        ([5], [[5, 1]]),
    ],
)
def test_the_runs_of_numbers(numbers: Sequence[int], runs: list[list[int]], tmp_path: Path) -> None:
    ids = {number: f"ja_{number}" for number in numbers}
    write_catalogue(SearchMaterial(tuple(map(document, numbers))), ids, {}, ROOMS, OutputFolder(tmp_path))
    assert json.loads((tmp_path / "search/documents.json").read_text(encoding="utf-8"))["numbers"] == runs


@given(st.lists(st.text("ja_0f", min_size=1, max_size=6), min_size=1, max_size=8, unique=True), st.integers(0, 4))
def test_any_ids_can_be_read_back(ids: list[str], in_usual: int) -> None:
    """The last of ``ids`` are those of usual forms, which the first documents have."""
    own = ids[: max(1, len(ids) - in_usual)]
    usual = dict(enumerate(ids[len(own) :][: len(own)], 1))
    documents = tuple(document(number) for number in range(1, len(own) + 1))
    written = catalogue(SearchMaterial(documents), dict(enumerate(own, 1)), usual)
    assert dict(zip(written.numbers, written.ids, strict=True)) == dict(enumerate(own, 1))
    assert written.usual_ids == usual


@given(collections())
def test_a_value_holds_the_documents_that_have_it(documents: tuple[SearchDocument, ...]) -> None:
    written = catalogue(SearchMaterial(documents, facets={COUNTERPARTIES.facet: VALUES}))
    assert written.holding(COUNTERPARTIES.facet) == {
        value.key: {each.number for each in documents if value.key in each.values[COUNTERPARTIES.facet]}
        for value in VALUES
    }


@given(collections())
def test_what_the_values_within_a_value_hold_is_not_said_twice(documents: tuple[SearchDocument, ...]) -> None:
    stored = catalogue(SearchMaterial(documents, facets={COUNTERPARTIES.facet: VALUES})).facets["counterparty"]
    assert [(value["key"], value["name"], value["within"]) for value in stored] == [
        (value.key, value.name, value.within) for value in VALUES
    ]
    steps = {value["key"]: value["steps"] for value in stored}
    assert steps["line"] == steps["undecided"] == []
    assert all(step > 0 for each in steps.values() for step in each)


def test_places_stand_as_steps_from_the_newest() -> None:
    keys = {975: ("zoom",), 976: (), 977: ("line", "line:service"), 978: ("line", "line:service", "zoom")}
    documents = tuple(document(number, values={COUNTERPARTIES.facet: has}) for number, has in keys.items())
    facets = catalogue(SearchMaterial(documents, facets={COUNTERPARTIES.facet: VALUES})).facets
    assert {value["key"]: value["steps"] for value in facets["counterparty"]} == {
        "line": [],
        "line:service": [1, 1],
        "line:channel": [],
        "zoom": [1, 3],
        "undecided": [],
        "undecided:contractor": [],
    }


def test_every_facet_has_a_file(tmp_path: Path) -> None:
    write_catalogue(SearchMaterial((document(1),)), {1: "ja_1"}, {}, ROOMS, OutputFolder(tmp_path))
    assert read_catalogue(tmp_path / "search").facets == {facet.key: [] for facet in all_facets()}


def name(facet: Facet, word: str, *spellings: str, also_called: tuple[str, ...] = ()) -> SearchName:
    return SearchName(facet, word, f"よみ{word}", f"names/{word}/", (word, *spellings), also_called)


def test_a_name_says_no_more_than_it_has() -> None:
    names = (
        name(COUNTERPARTIES.facet, "環境省"),
        name(COUNTERPARTIES.facet, "社会福祉協議会", "社会福祉法人世田谷区社会福祉協議会", also_called=("社協",)),
        name(ITEMS.facet, "住所", "居所"),
        name(COUNTERPARTIES.facet, "LINE", also_called=("ライン", "ラインアプリ")),
    )
    assert catalogue(SearchMaterial((document(975),), names)).names["names"] == [
        {
            "kind": "相手方",
            "entries": [
                ["環境省", "よみ環境省", "names/環境省/"],
                [
                    "社会福祉協議会",
                    "よみ社会福祉協議会",
                    "names/社会福祉協議会/",
                    ["社会福祉法人世田谷区社会福祉協議会"],
                    ["社協"],
                ],
                ["LINE", "よみLINE", "names/LINE/", [], ["ライン", "ラインアプリ"]],
            ],
        },
        {"kind": "個人情報の項目", "entries": [["住所", "よみ住所", "names/住所/", ["居所"], []]]},
    ]


@pytest.mark.parametrize("facet", all_facets())
def test_a_kind_of_names_is_called_as_its_facet(facet: Facet) -> None:
    [kind] = catalogue(SearchMaterial((document(1),), (name(facet, "名"),))).names["names"]
    assert kind["kind"] == facet.name


def test_titles_stand_in_files_of_five_hundred_numbers() -> None:
    documents = (
        document(499, title="甲", subtitle=None),
        document(500, title="乙", subtitle="副題"),
        document(999, title="丙", subtitle=None, date=DAYS[0]),
        document(501, title="丁", subtitle=None, date=DAYS[1]),
        document(2500, title="戊", subtitle=None),
    )
    written = catalogue(SearchMaterial(documents))
    assert written.names["titles"] == {"files": [5, 1, 0], "numbersPerFile": 500}
    assert written.titles == {
        "titles/0": [[499, "甲", "", "consultations/499/"]],
        "titles/1": [
            [501, "丁", "", "consultations/501/"],
            [999, "丙", "", "consultations/999/"],
            [500, "乙", "副題", "consultations/500/"],
        ],
        "titles/5": [[2500, "戊", "", "consultations/2500/"]],
    }


@given(collections())
def test_every_document_is_in_the_file_of_titles_that_its_number_names(documents: tuple[SearchDocument, ...]) -> None:
    written = catalogue(SearchMaterial(documents))
    index = written.names["titles"]
    assert {f"titles/{file}" for file in index["files"]} == set(written.titles)
    for each in documents:
        file = written.titles[f"titles/{each.number // index['numbersPerFile']}"]
        assert [each.number, each.title, each.subtitle, each.address] in file
    assert sum(map(len, written.titles.values())) == len(documents)


def test_later_meetings_come_first_and_then_higher_numbers() -> None:
    documents = [
        document(3, date=DAYS[0]),
        document(1, date=DAYS[1]),
        document(2, date=DAYS[1]),
        document(4, date=DAYS[2]),
    ]
    assert [each.number for each in newest_first(documents)] == [4, 2, 1, 3]
