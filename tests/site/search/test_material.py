"""The search is given every word of the real documents, and names only where the documents state them."""

import re
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from generator.archive.archive import Archive
from generator.japanese.fold import fold
from generator.kinds.kind import Facet
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.kinds.registered_department import DEPARTMENTS
from generator.kinds.registered_item import ITEMS
from generator.kinds.registered_law import ARTICLES
from generator.kinds.registered_subject import SUBJECTS
from generator.site.search.documents import SearchDocument, SearchMaterial
from generator.site.search.material import search_material
from tests.golden.reading import NUMBERS, golden_facts
from tests.publishing import Site
from tests.site.pages.reading import Element, page

INSIDE: Final = {"保有課", "利用課"}
FILES: Final = {
    "counterparties.yml": COUNTERPARTIES.facet,
    "items.yml": ITEMS.facet,
    "departments.yml": DEPARTMENTS.facet,
    "subjects.yml": SUBJECTS.facet,
}


@pytest.fixture(scope="module")
def material(archive: Archive) -> SearchMaterial:
    """What the search of the real archive is made of."""
    return search_material(archive)


@pytest.fixture(scope="module")
def documents(material: SearchMaterial) -> dict[int, SearchDocument]:
    """The documents by their numbers."""
    return {document.number: document for document in material.documents}


def squeezed(*texts: str) -> str:
    return "".join("".join(texts).split())


def registered(content: Path, file: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = yaml.safe_load((content / file).read_text(encoding="utf-8"))
    return entries


def own_text(section: Element) -> str:
    """What a section shows without the sections within it."""
    children = [child for child in section.children if isinstance(child, str) or child.tag != "section"]
    return "".join(child if isinstance(child, str) else child.raw_text for child in children)


def items_of(number: int) -> dict[str, set[str]]:
    """The sections that state items, each with the names of its items and of those in their parentheses."""
    stated: dict[str, set[str]] = {}
    for flow in golden_facts(number)["flows"]:
        for item in flow["items"] if flow["items"] != "なし" else []:
            words = {item} if isinstance(item, str) else {item["name"], *item.get("parts", [])}
            stated.setdefault(flow["section"], set()).update(words)
    return stated


def test_there_is_a_document_for_every_consultation(documents: dict[int, SearchDocument]) -> None:
    assert list(documents) == list(NUMBERS)


@pytest.mark.parametrize("number", NUMBERS)
def test_the_blocks_are_all_the_words_of_the_page(
    documents: dict[int, SearchDocument], at_root: Site, number: int
) -> None:
    shown = page(at_root.folder, f"consultations/{number}/").one("article", data_document="")
    assert squeezed(*documents[number].blocks) == squeezed(shown.raw_text)


@pytest.mark.parametrize("number", NUMBERS)
def test_every_paragraph_and_cell_is_a_block_of_its_own(
    documents: dict[int, SearchDocument], content: Path, number: int
) -> None:
    def lines(section: dict[str, Any]) -> list[str]:
        own = [section.get("heading", ""), *section.get("text", "").split("\n")]
        for column in section.get("torn_table", []):
            own += [column["column"], *column["cells"]]
        return own + [line for inner in section.get("sections", []) for line in lines(inner)]

    consultation = yaml.safe_load((content / "consultations" / f"{number}.yml").read_text(encoding="utf-8"))
    written = [line.strip() for section in consultation["sections"] for line in lines(section)]
    _, *sections = documents[number].sections
    assert [block for section in sections for block in section.blocks] == [line for line in written if line]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_section_is_found_at_its_anchor(documents: dict[int, SearchDocument], at_root: Site, number: int) -> None:
    root = page(at_root.folder, documents[number].address)
    anchors = [section.anchor for section in documents[number].sections]
    assert len(set(anchors)) == len(anchors)
    for section in documents[number].sections[1:]:
        assert squeezed(*section.blocks) == squeezed(own_text(root.one("section", id=section.anchor))), section.anchor
    assert root.one("h2", id=anchors[0]).text == "諮問の文書"


def test_a_section_is_called_as_one_cites_it(documents: dict[int, SearchDocument]) -> None:
    names = {number: {each.anchor: each.name for each in documents[number].sections} for number in (975, 976, 978, 981)}
    assert names[975]["document"] == "題名の部分"
    assert names[975]["s5-1"] == "５（１） 個人情報の項目"
    assert names[975]["s8-3-1"] == "８（３）①"
    assert names[976]["s5-1-2-b2"] == "５（１）②・ 委託先が本人から収集するもの"
    assert names[978]["a1"] == "【別紙】 個人情報の項目一覧表"
    assert names[981]["h1"] == "《諮問の理由及び趣旨》"
    assert names[981]["p1-s3-1"] == "第１の３（１） 個人情報の項目"


@pytest.mark.parametrize("number", NUMBERS)
def test_the_headline_is_title_and_subtitle_as_printed(documents: dict[int, SearchDocument], number: int) -> None:
    facts, document = golden_facts(number), documents[number]
    assert document.headline == (facts["title"], f"（{facts['subtitle']}）")
    assert set(document.headline) < set(document.sections[0].blocks)
    assert (document.title, document.subtitle) == (facts["title"], facts["subtitle"])
    assert (document.date.isoformat(), document.date_text) == ("2022-06-17", "2022年6月17日（令和4年）")


@pytest.mark.parametrize("number", NUMBERS)
def test_the_title_block_holds_what_stands_above_the_sections(
    documents: dict[int, SearchDocument], number: int
) -> None:
    facts = golden_facts(number)
    block, number_line, _, _, date, *departments = documents[number].sections[0].blocks
    assert (fold(block), fold(number_line)) == (f"審議資料no.{facts['document']}", f"諮問第{number}号")
    assert (fold(date), departments) == ("令和4年6月17日", facts["departments"])


@pytest.mark.parametrize("number", NUMBERS)
def test_a_name_stands_in_a_section_that_states_it(
    documents: dict[int, SearchDocument], content: Path, number: int
) -> None:
    stated = {section: set(names) for section, names in items_of(number).items()}
    for party in golden_facts(number)["counterparties"]:
        if party["role"] not in INSIDE and party["name"] != "未定":
            stated.setdefault(party["section"], set()).add(party["name"])
    blocks = {section.anchor: list(map(fold, section.blocks)) for section in documents[number].sections}
    origins = {reference["section"]: reference["to"] for reference in golden_facts(number)["references"]}
    entries = registered(content, "counterparties.yml") + registered(content, "items.yml")
    spelt = {entry["name"]: [entry["name"], *entry.get("aliases", [])] for entry in entries}
    expected = {
        fold(spelling)
        for section, names in stated.items()
        for name in names
        for spelling in spelt[name]
        if any(fold(spelling) in block for block in blocks[origins.get(section, section)])
    }
    whole = {name for name in expected if not any(name in other for other in expected - {name})}
    assert set(map(fold, documents[number].names)) == whole
    assert expected or number == 980


@pytest.mark.parametrize(
    ("number", "names"),
    [
        (975, {"管理サイト", "氏名", "住所", "性別", "年代", "LINEアカウント", "意見の内容"}),
        (980, {"氏名"}),
        (
            985,
            {
                "登録名",
                "治療薬の種類",
                "服薬日",
                "服薬状況の確認内容",
                "飲みきるミカタ",
                "公益財団法人結核予防会",
                "ニックネーム",
            },
        ),
    ],
)
def test_the_names_of_a_document(documents: dict[int, SearchDocument], number: int, names: set[str]) -> None:
    assert set(documents[number].names) == names


def test_a_department_of_the_ward_is_no_name_of_a_counterparty(documents: dict[int, SearchDocument]) -> None:
    assert not [name for name in documents[982].names if "課" in name]


@pytest.mark.parametrize("number", NUMBERS)
def test_no_name_of_a_document_stands_twice(documents: dict[int, SearchDocument], number: int) -> None:
    folded = sorted(map(fold, documents[number].names))
    assert folded == sorted(set(folded))


@pytest.mark.parametrize("number", NUMBERS)
def test_the_notes_say_who_asks_for_what_and_name_everybody_in_their_roles(
    documents: dict[int, SearchDocument], number: int
) -> None:
    facts = golden_facts(number)
    notes = dict(documents[number].notes)
    assert notes["所管課"].split("、") == facts["departments"]
    assert notes["措置"].split("、") == [measure["type"] for measure in facts["measures"]]
    for party in facts["counterparties"]:
        [roles] = re.findall(rf"(?:^|、){re.escape(party['name'])}（(.*?)）", notes["相手方・サービス"])
        assert party["role"] in roles.split("、")


@pytest.mark.parametrize(("file", "facet"), FILES.items())
def test_every_registered_name_can_be_looked_up(
    material: SearchMaterial, content: Path, file: str, facet: Facet
) -> None:
    assert [
        {
            "name": name.name,
            "reading": name.reading,
            "slug": name.address.rstrip("/").rpartition("/")[2],
            "spellings": list(name.spellings),
            "also_called": list(name.also_called),
        }
        for name in material.names
        if name.facet is facet
    ] == [
        {
            "name": entry["name"],
            "reading": entry["reading"],
            "slug": entry["slug"],
            "spellings": [entry["name"], *entry.get("aliases", [])],
            "also_called": entry.get("also_called", []),
        }
        for entry in registered(content, file)
    ]


def test_every_cited_article_can_be_looked_up_once(material: SearchMaterial) -> None:
    articles = {name.name: name for name in material.names if name.facet is ARTICLES.facet}
    numbers = ["第8条第2項第6号", "第12条", "第15条第1項第4号", "第16条第1項第4号", "第18条第3号"]
    assert list(articles) == [f"個人情報保護条例{number}" for number in numbers]
    assert len([name for name in material.names if name.facet is ARTICLES.facet]) == len(articles)
    assert articles["個人情報保護条例第12条"].reading == "だいじゅうにじょう"


def test_an_article_is_found_by_its_laws_short_names_and_only_under_its_title(material: SearchMaterial) -> None:
    [article] = [name for name in material.names if name.address == "articles/12/"]
    assert article.spellings == ("世田谷区個人情報保護条例第12条",)
    assert article.also_called == ("個人情報保護条例第12条",)


def test_every_name_leads_to_its_page(material: SearchMaterial, at_root: Site) -> None:
    for name in material.names:
        assert page(at_root.folder, name.address).one("h1").text.replace(" 第", "第").endswith(name.name), name
