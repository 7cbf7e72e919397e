"""Documents with tables, with a title block of another form or not whole, and without articles or measures."""

import json
import re
import shutil
from pathlib import Path
from typing import Final

import pytest

from generator.archive.archive import Archive
from generator.archive.loading import load
from generator.building import build_site
from generator.kinds.registered_department import DEPARTMENTS
from generator.model.consultation import Cell, Section, TableRow
from generator.problems import Severity
from generator.site.pages.document_view import DocumentView, document_view
from generator.site.pages.page_parts import Links
from generator.site.pages.rendering import Renderer, site_pages
from generator.site.search.material import search_material, values_of
from generator.site.settings import Settings
from tests.archive.making import record_of
from tests.publishing import ROOT, SITES, copy_site
from tests.site.pages.reading import Element, body_of, html_files, page, parse

CONTENT: Final = SITES / "hyo/content"
SETTINGS: Final = Settings(
    "表区", "個人情報保護審議会", "総務課", "総務課", "https://hyo.test/", "自由に利用できます。"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(copy_site("hyo", tmp_path_factory.mktemp("hyo")), None, strict=True)


@pytest.fixture(scope="module")
def archive() -> Archive:
    loaded = load(CONTENT)
    assert loaded.problems == ()
    assert loaded.archive is not None
    return loaded.archive


def document(site: Path, number: int) -> Element:
    return body_of(site, f"consultations/{number}/").one("article", data_document="")


def rows(table: Element) -> list[list[tuple[str, str]]]:
    return [[(cell.tag, cell.text) for cell in row.all("th", "td")] for row in table.all("tr")]


def test_a_table_is_a_table(site: Path) -> None:
    region, _ = document(site, 21).all("div", class_="document-table")
    assert (region.attributes["role"], region.attributes["tabindex"]) == ("region", "0")
    assert region.attributes["aria-label"] == "１個人情報の項目の表"
    assert rows(region.one("thead")) == [[("th", "区分"), ("th", "記録する項目")], [("th", "項目"), ("th", "備考")]]
    assert rows(region.one("tbody")) == [
        [("td", "受診者"), ("td", "氏名、住所"), ("td", "")],
        [("td", "血圧"), ("td", "測定の日ごと 氏名とともに")],
        [("td", "１０"), ("td", "合計")],
    ]
    spans = [(cell.attributes.get("rowspan"), cell.attributes.get("colspan")) for cell in region.all("th", "td")]
    assert spans[:3] == [("2", None), (None, "2"), (None, None)]
    assert (spans[4], spans[-1]) == (("2", None), (None, "2"))
    assert [cell.attributes["scope"] for cell in region.all("th")] == ["col", "colgroup", "col", "col"]
    assert [cell.text for cell in region.all("td") if not cell.all("p")] == [""]


def shown_table(*table: TableRow) -> DocumentView:
    record = record_of(Section(heading="１ 表", table=table))
    return document_view(record, Links("", load(CONTENT).archive.names))  # type: ignore[union-attr]


def test_a_cell_that_reaches_out_of_the_headings_is_not_cut_off() -> None:
    reaching = (TableRow((Cell("甲", rows=2), Cell("乙")), header=True), TableRow((Cell("丙"),)))
    (section,) = shown_table(*reaching).sections
    assert section.table is not None
    assert (section.table.head, section.table.body) == ((), reaching)
    only_headings = tuple(TableRow((Cell(text),), header=True) for text in "甲乙")
    (section,) = shown_table(*only_headings).sections
    assert section.table is not None
    assert (section.table.head, section.table.body) == (only_headings, ())


@pytest.mark.parametrize("number", [21, 22, 23, 24])
def test_the_page_shows_every_character_of_the_document(site: Path, number: int) -> None:
    text = (CONTENT / "sources/2019-07-05.txt").read_text(encoding="utf-8")
    starts = [text.index(line) for line in ("資料№３", "審議資料Ｎｏ．４", "諮問第２３号", "審議資料Ｎｏ．５")]
    source = text[starts[number - 21] : [*starts, len(text)][number - 20]]
    assert sorted("".join(document(site, number).raw_text.split())) == sorted("".join(source.split()))


def test_the_title_block_is_as_printed(site: Path) -> None:
    block = [line.text for line in document(site, 21).one("header").all("p")]
    assert (block[0], block[1], block[3]) == ("資料№３", "諮問第21号", "令和１年7月5日")
    assert document(site, 21).one("header").one("time").attributes["datetime"] == "2019-07-05"
    assert [line.text for line in document(site, 22).one("header").all("p")][:2] == ["審議資料Ｎｏ．４", "諮問第２２号"]


def test_a_document_without_a_number_shows_none(site: Path) -> None:
    title_block = document(site, 23).one("header")
    assert [line.text for line in title_block.all("p")] == [
        "諮問第２３号",
        "健診の予約の記録について",
        "（電話による受付）",
        "令和元年７月５日",
        "保健部健康課",
    ]
    sources = {
        number: body_of(site, f"consultations/{number}/").one("section", class_="archive-source").text
        for number in (22, 23)
    }
    assert "出典: 審議資料No.4（諮問第22号）、" in sources[22]
    assert "出典: 諮問第23号、" in sources[23]
    for file in html_files(site):
        assert "None" not in page(site, file.relative_to(site).as_posix()).one("main").text, file
    assert "審議資料" not in body_of(site, "consultations/23/").text
    stored = json.loads((site / "search/text/23.json").read_text(encoding="utf-8"))
    assert stored["sections"][0]["blocks"][0].replace("\n", "") == "諮問第２３号"
    assert "document" not in (site / "consultations/23.yml").read_text(encoding="utf-8")


def test_at_a_meeting_the_documents_with_a_number_come_first(site: Path, archive: Archive) -> None:
    assert [record.number for record in archive.at_meeting(archive.meetings[0])] == [21, 22, 24, 23]
    cards = body_of(site, "meetings/2019-07-05/").all("li", class_="archive-card")
    assert [card.text[:6] for card in cards] == ["諮問第21号", "諮問第22号", "諮問第24号", "諮問第23号"]


def test_a_subtitle_in_the_document_stands_between_its_own_parentheses(site: Path) -> None:
    body = body_of(site, "consultations/24/")
    assert body.one("p", class_="document-title__subtitle").text == "(オンラインによる受付)"
    assert body.one("p", class_="archive-subtitle").text == "オンラインによる受付"
    stored = json.loads((site / "search/text/24.json").read_text(encoding="utf-8"))
    assert stored["subtitle"] == "オンラインによる受付"
    assert "(オンラインによる受付)" in [block.replace("\n", "") for block in stored["sections"][0]["blocks"]]


def facts(site: Path, number: int) -> dict[str, str]:
    section = body_of(site, f"consultations/{number}/").one("section", class_="archive-facts")
    terms, values = section.all("dt"), section.all("dd")
    return {term.text: value.text for term, value in zip(terms, values, strict=True)}


def test_what_a_document_does_not_say_has_no_heading(site: Path) -> None:
    with_measures, without = facts(site, 21), facts(site, 22)
    assert (
        with_measures["措置と根拠の条項"] == "電子計算機への記録 外部提供、表区個人情報保護条例第16条第1項第5号 原文 ３"
    )
    assert not {"業務"} & set(with_measures)
    assert not {"業務", "措置と根拠の条項"} & set(without)
    assert without["どの情報か（個人情報の項目）"] == "氏名 原文 ３"
    assert without["いつから（開始時期及び期間）"].startswith("2019年8月1日（令和元年）から")


def test_no_page_has_an_empty_heading_or_note(site: Path) -> None:
    for file in html_files(site):
        main = page(site, file.relative_to(site).as_posix()).one("main")
        for element in main.all("h1", "h2", "h3", "h4", "dt", "dd", "li"):
            assert element.text, (file, element)


def test_the_indexes_hold_a_consultation_without_a_measure(site: Path) -> None:
    cards = {
        address: [card.text[:6] for card in body_of(site, address).all("li", class_="archive-card")]
        for address in ("items/name/", "counterparties/ishikai/", "subjects/examinees/", "measures/provision/")
    }
    both = ["諮問第21号", "諮問第22号"]
    assert cards == {
        "items/name/": both,
        "counterparties/ishikai/": ["諮問第22号"],
        "subjects/examinees/": both,
        "measures/provision/": ["諮問第21号"],
    }
    assert "22" in body_of(site, "items-by-counterparty/").one("table").links
    names = {entry.text for entry in body_of(site, "items/").all("li")}
    assert any("22号（受診者）" in entry for entry in names)


def test_every_paragraph_of_a_cell_is_searched_by_itself(site: Path) -> None:
    text = json.loads((site / "search/text/21.json").read_text(encoding="utf-8"))
    blocks = [block.replace("\n", "") for section in text["sections"] for block in section["blocks"]]
    start = blocks.index("次の表のとおり") + 1
    expected = [
        "区分",
        "記録する項目",
        "項目",
        "備考",
        "受診者",
        "氏名、住所",
        "血圧",
        "測定の日ごと",
        "氏名とともに",
        "１０",
        "合計",
    ]
    assert blocks[start : start + len(expected)] == expected
    assert "資料№３" in blocks
    assert "措置" not in dict(json.loads((site / "search/text/22.json").read_text(encoding="utf-8"))["notes"])


@pytest.fixture
def drafted(tmp_path: Path) -> Path:
    """The content with a department in 22 that is not registered, and a question above it."""
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    for file, old, new in (
        ("consultations/22.yml", "  - 保健部健康課\n", "  # 要確認: 新しい課\n  - 保健部衛生課\n"),
        ("sources/2019-07-05.txt", "令和元年７月５日\n保健部健康課", "令和元年７月５日\n保健部衛生課"),
    ):
        text = (content / file).read_text(encoding="utf-8")
        assert old in text
        (content / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return content


def test_a_department_in_doubt_is_told_by_its_question_alone(drafted: Path) -> None:
    (problem,) = load(drafted).problems
    assert (problem.severity, problem.line, problem.column) == (Severity.WARNING, 6, 3)
    assert problem.message == "確認が済んでいません: 新しい課"
    file = drafted / "consultations/22.yml"
    file.write_text(re.sub(".*要確認.*\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    (problem,) = load(drafted).problems
    assert (problem.severity, problem.line) == (Severity.ERROR, 6)
    assert "「保健部衛生課」は登録されていません" in problem.message


def test_a_department_in_doubt_is_named_without_a_link_and_in_no_index(drafted: Path) -> None:
    archive = load(drafted).archive
    assert archive is not None
    renderer = Renderer.from_folder(ROOT / "theme/pages")
    bodies = {each.address: parse(renderer.body(each)) for each in site_pages(archive, SETTINGS)}
    for address in ("consultations/22/", "consultations/", "meetings/2019-07-05/", "subjects/examinees/"):
        assert "保健部衛生課" in bodies[address].text, address
        assert "保健部衛生課" not in bodies[address].links, address
    assert "保健部衛生課" not in bodies["departments/"].text
    assert values_of(archive, archive.by_number[22])[DEPARTMENTS.facet] == ()
    (document,) = [each for each in search_material(archive).documents if each.number == 22]
    assert dict(document.notes)["所管課"] == "保健部衛生課"
