"""A site of several laws: two ordinances of one title, and an act. None is taken for another."""

import json
from pathlib import Path

import pytest

from generator.building import build_site
from tests.publishing import copy_site
from tests.site.pages.reading import body_of, page


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(copy_site("horei", tmp_path_factory.mktemp("horei")), None, strict=True)


OLD, NEW, ACT = "articles/12/", "articles/kojin-joho-2023/12/", "articles/kojin-joho-hogo-ho/12/"
PARAGRAPH = "articles/kojin-joho-hogo-ho/69-2-4/"


@pytest.mark.parametrize(
    ("address", "title", "numbers"),
    [
        (OLD, "法令区個人情報保護条例（2023年3月31日（令和5年）まで） 第12条", ["諮問第1号"]),
        (NEW, "法令区個人情報保護条例（2023年4月1日（令和5年）から） 第12条", ["諮問第2号"]),
        (ACT, "個人情報の保護に関する法律 第12条", ["諮問第3号"]),
        (PARAGRAPH, "個人情報の保護に関する法律 第69条第2項第4号", ["諮問第3号"]),
    ],
)
def test_an_article_lists_only_what_cites_it_of_its_law(
    site: Path, address: str, title: str, numbers: list[str]
) -> None:
    body = body_of(site, address)
    assert body.one("h1").text == title
    assert [card.text.split(" ")[0] for card in body.all("li", class_="archive-card")] == numbers


def test_an_article_leads_to_its_law_and_to_those_of_the_same_number(site: Path) -> None:
    links = body_of(site, OLD).all("dl", class_="archive-notes")[0].links
    assert links["法令区個人情報保護条例（2023年3月31日（令和5年）まで）"] == "../kojin-joho/"
    assert links["個人情報保護法第12条"] == "../kojin-joho-hogo-ho/12/"
    assert links["法令区個人情報保護条例（2023年4月1日（令和5年）から）第12条"] == "../kojin-joho-2023/12/"


def test_the_page_of_a_law_tells_until_when_it_applied_and_says_where_that_stands(site: Path) -> None:
    notes = body_of(site, "articles/kojin-joho/").one("dl", class_="archive-notes")
    assert "適用された期間 2023年3月31日（令和5年）まで" in notes.text
    assert notes.links["法令区公報第1号"] == "https://horei.test/koho/1"


def test_the_index_lists_each_law_with_its_articles(site: Path) -> None:
    hrefs = {link.attributes["href"] for link in body_of(site, "articles/").all("a")}
    assert {"12/", "kojin-joho-2023/12/", "kojin-joho-hogo-ho/12/", "kojin-joho-hogo-ho/69-2-4/"} <= hrefs
    assert {"kojin-joho/", "kojin-joho-2023/", "kojin-joho-hogo-ho/"} <= hrefs


def test_no_two_parts_of_the_contents_have_one_name(site: Path) -> None:
    contents = page(site, "articles/").one("nav", class_="md-nav--secondary")
    names = [part.attributes["aria-label"] for part in contents.all("nav")]
    assert "法令区個人情報保護条例（2023年4月1日（令和5年）から）" in names
    assert len(set(names)) == len(names)
    assert {"第12条", "第69条"}.isdisjoint(names)


def test_a_consultation_lists_every_law_it_cites_also_without_a_measure(site: Path) -> None:
    facts = body_of(site, "consultations/3/").one("section", class_="archive-facts")
    links = facts.links
    assert "根拠の条項" in {question.text for question in facts.all("dt")}
    assert links["個人情報保護法第69条第2項第4号"] == "../../articles/kojin-joho-hogo-ho/69-2-4/"
    assert links["個人情報保護法第12条"] == "../../articles/kojin-joho-hogo-ho/12/"


def test_facets_and_names_of_the_search_tell_laws_apart(site: Path) -> None:
    values = json.loads((site / "search/facets/article.json").read_text(encoding="utf-8"))
    assert {value["key"]: value["name"] for value in values} == {
        "12": "法令区個人情報保護条例（2023年3月31日（令和5年）まで）第12条",
        "kojin-joho-2023/12": "法令区個人情報保護条例（2023年4月1日（令和5年）から）第12条",
        "kojin-joho-hogo-ho/12": "個人情報保護法第12条",
        "kojin-joho-hogo-ho/69-2-4": "個人情報保護法第69条第2項第4号",
    }
