"""A made-up site of another ward: whatever its words are, they are shown as they are and do nothing."""

import json
from pathlib import Path
from typing import Final

import pytest
from jinja2 import UndefinedError

from generator.building import build_site
from generator.site.pages.page_parts import Link, PageView
from generator.site.pages.rendering import Renderer
from tests.publishing import copy_site
from tests.site.pages.reading import Element, body_of, html_files, page

SENTENCE: Final = "予約の受付を改める。画面に「<script>alert(\"&amp;'1'\")</script>」と表示される不具合がある。"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(copy_site("mihon", tmp_path_factory.mktemp("mihon")), None, strict=True)


def rendered(template: str, view: object, folder: Path) -> str:
    (folder / "page.html").write_text(template, encoding="utf-8")
    return Renderer.from_folder(folder).body(PageView("", "", "", "page.html", view))


def test_a_template_that_asks_for_what_its_view_does_not_hold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError, match="missing"):
        rendered("{{ view.missing }}", Link("words"), tmp_path)


def test_a_template_escapes_what_it_shows(tmp_path: Path) -> None:
    words = """<i class='a' id="b">&amp;</i>"""
    html = rendered('<p title="{{ view.text }}">{{ view.text }}{{ view.text|phrases }}</p>', Link(words), tmp_path)
    assert not {"<i", "</i>", "&amp;<", "'"} & {html[at : at + 2] for at in range(len(html))}
    assert html.count("&lt;i") == 3
    assert html.count("&amp;amp;") == 3


def test_the_words_of_a_document_are_shown_as_they_are(site: Path) -> None:
    document = body_of(site, "consultations/12/").one("article", data_document="")
    texts = [paragraph.text for paragraph in document.all("p")]
    assert SENTENCE in texts
    assert "（予約の受付の<b>改善</b>）" in texts
    assert '氏名、<em>貸出</em>の"記録"' in texts


def test_nothing_in_the_content_becomes_an_element(site: Path) -> None:
    for file in html_files(site):
        root = page(site, file.relative_to(site).as_posix())
        assert root.all("b", "em", "i", "s", "社", "総務課", "保護", "と") == [], file
        assert [script for script in root.all("script") if "alert" in script.text] == [], file
        assert [element for element in root if set(element.attributes) & {"onclick", '記録"', '外部委託"'}] == [], file


def test_the_frame_shows_the_words_as_they_are(site: Path) -> None:
    title = '「図書館業務」における<i>電子計算機への記録</i>及び"外部委託"について'
    root = page(site, "consultations/12/")
    assert root.one("title").text == f"諮問第12号 {title} - 見本区 諮問アーカイブ"
    assert root.one("meta", name="description").attributes["content"].endswith(title)
    assert root.one("div", data_md_component="header-topic").text == f"諮問第12号 {title}"
    contents = {link.text for link in root.one("ul", data_md_component="toc").all("a")}
    assert '５　開始<s onclick="alert(1)">時期</s>'.replace("　", " ") in contents


def test_the_names_of_an_index_are_shown_as_they_are(site: Path) -> None:
    assert body_of(site, "items/loans/").one("h1").text == '<em>貸出</em>の"記録"'
    assert body_of(site, "counterparties/and-and/").one("h1").text == "A&A <社>"
    columns = body_of(site, "items-by-counterparty/").one("thead").all("th")
    assert [column.text for column in columns] == ["項目", "A&A <社>", "見本市民活動センター"]


def test_the_site_says_who_has_adopted_it(site: Path) -> None:
    for file in html_files(site):
        root = page(site, file.relative_to(site).as_posix())
        assert "見本区個人情報保護審議会が公開するアーカイブです。" in root.one("aside", class_="md-banner").text, file
        assert "公式サイトではありません" not in root.text, file
        footer = root.one("footer")
        assert '見本区 <総務課> & "広報"' in footer.text
        assert footer.links["見本区総務部総務課"] == "https://mihon.test/contact?a=1&b=2"


def source_links(site: Path, number: int) -> list[str]:
    links = body_of(site, f"consultations/{number}/").one("section", class_="archive-source").links.values()
    return [link for link in links if link.startswith("https:")]


def test_the_source_is_linked_where_its_address_is_known(site: Path) -> None:
    assert source_links(site, 12) == ["https://mihon.test/shingikai/2023-02-10.pdf"]
    assert source_links(site, 13) == ["https://mihon.test/shiryo?no=13&part=1"]
    assert source_links(site, 14) == []


def answer(site: Path, number: int) -> Element:
    *_, last = body_of(site, f"consultations/{number}/").one("section", class_="archive-facts").all("dl")[0].all("dd")
    return last


def test_the_answer_of_the_council_is_shown_with_its_source_and_date(site: Path) -> None:
    assert "「適当である」<と>認める" in answer(site, 12).text
    assert "答申第7号 & 附帯意見" in answer(site, 12).text
    assert [date.attributes["datetime"] for date in answer(site, 12).all("time")] == ["2023-02-24"]
    assert answer(site, 13).text == "収録した資料には載っていません。"


def test_a_consultation_that_is_held_is_linked_both_ways(site: Path) -> None:
    assert body_of(site, "consultations/13/").one("article", data_document="").links["諮問第１２号"] == "../12/"
    assert "../13/" in body_of(site, "consultations/12/").one("section", class_="archive-facts").links.values()


def test_combined_measures_stand_under_their_own_articles(site: Path) -> None:
    cards = {
        address: [card.text[:7] for card in body_of(site, address).all("li", class_="archive-card")]
        for address in ("articles/18-p3/", "articles/12/", "articles/9no2/", "measures/computer-recording/")
    }
    assert cards == {
        "articles/18-p3/": ["諮問第12号 "],
        "articles/12/": ["諮問第14号 ", "諮問第12号 "],  # the newest version of the ordinance first
        "articles/9no2/": ["諮問第13号 "],
        "measures/computer-recording/": ["諮問第12号 "],
    }
    versions = [heading.text for heading in body_of(site, "articles/12/").all("h2")]
    assert versions == ["令和5年の条例", "令和4年の条例"]


def test_the_meetings_stand_by_fiscal_year_the_newest_first(site: Path) -> None:
    main = body_of(site, "meetings/")
    assert [heading.text for heading in main.all("h2")] == ["2023年度（令和5年度）", "2022年度（令和4年度）"]
    assert list(main.links.values())[-2:] == ["2023-05-12/", "2023-02-10/"]
    assert "../../meetings/2023-05-12/" not in page(site, "").one("main").links.values()
    latest = [card.text[:7] for card in page(site, "").one("main").all("li", class_="archive-card")]
    assert latest == ["諮問第13号 ", "諮問第14号 "]


def test_the_search_is_given_the_words_as_they_are(site: Path) -> None:
    text = json.loads((site / "search/text/12.json").read_text(encoding="utf-8"))
    blocks = [block.replace("\n", "") for section in text["sections"] for block in section["blocks"]]
    assert SENTENCE in blocks
    assert "（予約の受付の<b>改善</b>）" in blocks
    assert '氏名、<em>貸出</em>の"記録"' in blocks
    assert dict(text["notes"])["相手方・サービス"] == "A&A <社>（委託先）"


def test_the_search_is_given_the_names_as_they_are(site: Path) -> None:
    kinds = json.loads((site / "search/names.json").read_text(encoding="utf-8"))["names"]
    names = {entry[0] for kind in kinds for entry in kind["entries"]}
    assert {"A&A <社>", '<em>貸出</em>の"記録"'} <= names
    values = json.loads((site / "search/facets/item.json").read_text(encoding="utf-8"))
    assert '<em>貸出</em>の"記録"' in {value["name"] for value in values}
