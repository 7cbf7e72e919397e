"""What a careful reader looks for on the pages of the real archive."""

import json
from pathlib import Path

import pytest
import yaml

from tests.golden.reading import NUMBERS
from tests.publishing import Site
from tests.site.pages.reading import Element, body_of, page


def facts(site: Site, number: int) -> dict[str, Element]:
    """The answers at a glance by their questions."""
    listed = body_of(site.folder, f"consultations/{number}/").one("section", class_="archive-facts").all("dl")[0]
    questions, answers = listed.all("dt"), listed.all("dd")
    return {question.text: answer for question, answer in zip(questions, answers, strict=True)}


def notes(element: Element) -> dict[str, Element]:
    """The labelled remarks on a card."""
    return dict(zip((term.text for term in element.all("dt")), element.all("dd"), strict=True))


def cards(site: Site, address: str) -> dict[int, Element]:
    """The consultations a page lists, by their numbers."""
    listed = body_of(site.folder, address).all("li", class_="archive-card")
    return {int(card.one("p", class_="archive-card__number").text[3:6]): card for card in listed}


def test_the_facts_of_976_lead_to_their_indexes(at_root: Site) -> None:
    links = {words: href for answer in facts(at_root, 976).values() for words, href in answer.links.items()}
    assert {words: href for words, href in links.items() if not href.startswith("#")} == {
        "子ども・若者部児童相談支援課": "../../departments/jido-sodan-shien-ka/",
        "外部委託": "../../measures/outsourcing/",
        "個人情報保護条例第12条": "../../articles/12/",
        "東京育成園": "../../counterparties/tokyo-ikuseien/",
        "東京公認心理師協会": "../../counterparties/tokyo-konin-shinrishi-kyokai/",
        "東京養育家庭の会": "../../counterparties/tokyo-yoiku-katei-no-kai/",
        "Zoom": "../../counterparties/zoom/",
        "里親登録希望者": "../../subjects/foster-parent-applicants/",
        "里親登録者": "../../subjects/registered-foster-parents/",
        "メールアドレス": "../../items/email-address/",
    }


def test_an_example_is_not_shown_as_a_party(at_root: Site) -> None:
    found = facts(at_root, 976)
    assert "Zoom" not in found["相手方"].text
    assert "例示 Zoom" in found["名前の挙がったサービスなど"].text


def test_the_facts_of_981_lead_to_their_indexes_and_to_their_words(at_root: Site) -> None:
    found = facts(at_root, 981)
    [measures, parties] = [found[question].links for question in ("措置と根拠の条項", "相手方")]
    assert measures["個人情報保護条例第16条第1項第4号"] == "../../articles/16-1-4/"
    assert measures["個人情報保護条例第8条第2項第6号"] == "../../articles/8-2-6/"
    assert measures["個人情報保護条例第18条第3号"] == "../../articles/18-3/"
    assert measures["本人外収集"] == "../../measures/collection-from-others/"
    assert parties["社会福祉協議会"] == "../../counterparties/shakyo/"
    assert {"#p1-s1", "#p2-s1", "#p3-s1"} <= set(parties.values())
    assert found["だれの情報か（対象となる個人）"].links["行方不明者等"] == "../../subjects/missing-persons/"


@pytest.mark.parametrize("number", NUMBERS)
def test_every_fact_leads_to_words_of_the_document(at_root: Site, number: int) -> None:
    root = body_of(at_root.folder, f"consultations/{number}/")
    document = root.one("article", data_document="")
    anchors = {element.attributes["id"] for element in document if "id" in element.attributes}
    evidence = root.one("section", class_="archive-facts").all("a", class_="archive-facts__evidence")
    assert len(evidence) >= 5
    assert {link.attributes["href"].removeprefix("#") for link in evidence} <= anchors


@pytest.mark.parametrize(
    ("number", "words", "href"),
    [
        (981, "第１の３（１）のとおり", "#p1-s3-1"),
        (981, "第 1 の２のとおり", "#p1-s2"),
        (981, "第１の５のとおり", "#p1-s5"),
        (981, "第１の６のとおり", "#p1-s6"),
        (978, "別紙「個人情報の項目一覧表」参照", "#a1"),
        (983, "上記と同項目", "#s5-1-b1"),
        (977, "諮問第９６４号", "../964/"),
    ],
)
def test_words_that_point_elsewhere_are_links(at_root: Site, number: int, words: str, href: str) -> None:
    document = body_of(at_root.folder, f"consultations/{number}/").one("article", data_document="")
    assert {link.attributes["href"] for link in document.all("a") if link.raw_text == words} == {href}


def test_a_consultation_that_is_not_held_says_so_and_who_refers_to_it(at_root: Site) -> None:
    assert "収録していません" in body_of(at_root.folder, "consultations/964/").text
    assert list(cards(at_root, "consultations/964/")) == [977]


def test_what_was_undecided(at_root: Site) -> None:
    assert sorted(cards(at_root, "undecided/")) == [978, 980, 983]


def test_an_address_is_collected_by_the_contractor_from_the_person(at_root: Site) -> None:
    [(number, card)] = cards(at_root, "items/email-address/").items()
    assert number == 976
    assert "委託先が本人から収集" in notes(card)["向き"].text
    assert set(notes(card)["対象となる個人"].links) == {"里親登録希望者", "里親登録者"}


def test_a_platform_and_a_channel_are_told_apart(at_root: Site) -> None:
    listed = cards(at_root, "counterparties/line/")
    roles = {number: notes(card)["役割"].text for number, card in listed.items()}
    assert roles == {975: "利用サービス", 979: "連絡経路"}
    assert [number for number, card in listed.items() if "個人情報の項目" in notes(card)] == []


def test_no_platform_receives_an_item_in_the_table(at_root: Site) -> None:
    table = body_of(at_root.folder, "items-by-counterparty/").one("table")
    columns = [cell.text for cell in table.one("thead").all("th")]
    assert columns == [
        "項目",
        "環境省",
        "管理サイト",
        "結核予防会",
        "Cisco Systems",
        "社会福祉協議会",
        "Zoom",
        "ダイヤル・サービス",
        "東京育成園",
        "東京公認心理師協会",
        "東京養育家庭の会",
        "Microsoft",
        "未定",
    ]
    rows = [[cell.text for cell in row.all("th", "td")] for body in table.all("tbody") for row in body.all("tr")]
    [mail] = [row for row in rows if row[0] == "メールアドレス"]
    assert {columns[index] for index, cell in enumerate(mail) if cell == "976（追加）"} == {
        "東京育成園",
        "東京公認心理師協会",
        "東京養育家庭の会",
    }
    # Zoom is a party in 977, and an example in 976.
    assert {row[columns.index("Zoom")] for row in rows if len(row) > 1} == {"", "977"}
    [dogs] = [row for row in rows if row[0] == "犬の品種"]
    assert [columns[index] for index, cell in enumerate(dogs) if cell == "984"] == ["環境省"]


@pytest.mark.parametrize(
    ("index", "first", "last"),
    [
        ("counterparties/", ["環境省", "管理サイト", "結核予防会", "Cisco Systems"], "LINE"),
        ("subjects/", ["犬の所有者", "介護保険の要介護（支援）認定者", "区民等"], "行方不明者等"),
    ],
)
def test_an_index_stands_in_the_order_of_the_syllabary(at_root: Site, index: str, first: list[str], last: str) -> None:
    names = [name.all("a")[0].text for name in body_of(at_root.folder, index).all("span", class_="archive-index__name")]
    assert names[: len(first)] == first
    assert names[-1] == last


@pytest.mark.parametrize("file", ["counterparties", "items", "subjects"])
def test_an_index_holds_everything_that_is_registered(content: Path, at_root: Site, file: str) -> None:
    registered = yaml.safe_load((content / f"{file}.yml").read_text(encoding="utf-8"))
    readings = page(at_root.folder, f"{file}/").all("span", class_="archive-index__reading")
    assert sorted(reading.text for reading in readings) == sorted(entry["reading"] for entry in registered)


def test_an_index_counts_the_consultations_its_pages_list(at_root: Site) -> None:
    for index in ("counterparties/", "items/", "subjects/", "departments/", "articles/", "measures/", "meetings/"):
        for entry in body_of(at_root.folder, index).all("li"):
            counts = entry.all("span", class_="archive-index__count")
            if counts:
                listed = cards(at_root, index + entry.all("a")[0].attributes["href"])
                assert counts[0].text == f"{len(listed)}件", entry.text


@pytest.mark.parametrize("number", NUMBERS)
def test_the_data_of_a_consultation_can_be_downloaded(content: Path, at_root: Site, number: int) -> None:
    links = page(at_root.folder, f"consultations/{number}/").one("section", class_="archive-source").links
    assert links["この諮問のデータ（YAML）"] == f"../{number}.yml"
    published = at_root.folder / "consultations" / f"{number}.yml"
    assert published.read_bytes() == (content / "consultations" / f"{number}.yml").read_bytes()
    source = at_root.folder / "consultations" / str(number) / links["資料から取り出した文字（テキスト）"]
    assert source.read_bytes() == (content / "sources/2022-06-17.txt").read_bytes()


def test_previous_and_next_lead_through_the_archive(at_root: Site) -> None:
    for number in NUMBERS:
        beside = {
            link.attributes["rel"]: link.attributes["href"]
            for link in body_of(at_root.folder, f"consultations/{number}/").all("a")
            if link.attributes.get("rel") in {"prev", "next"}
        }
        expected = {"prev": f"../{number - 1}/", "next": f"../{number + 1}/"}
        assert beside == {rel: href for rel, href in expected.items() if int(href.strip("./")) in NUMBERS}


def test_no_answer_of_the_council_is_inferred(at_root: Site) -> None:
    for number in NUMBERS:
        assert facts(at_root, number)["審議会の答申"].text == "収録した資料には載っていません。"


def notes_above(site: Site, address: str) -> dict[str, Element]:
    """The labelled remarks on the thing a page is about, above the cards."""
    [first, *_] = body_of(site.folder, address).all("dl")
    return notes(first)


@pytest.mark.parametrize(
    ("address", "label", "names"),
    [
        ("counterparties/shakyo/", "文書での呼び方", ["社会福祉法人世田谷区社会福祉協議会"]),
        ("counterparties/shakyo/", "検索で使えるほかの呼び方", ["社協"]),
        ("counterparties/zoom/", "検索で使えるほかの呼び方", ["Zoom Video Communications"]),
        ("items/registered-name/", "文書での呼び方", ["ニックネーム"]),
        ("subjects/dog-owners/", "文書での呼び方", ["犬を所有する者"]),
    ],
)
def test_a_name_says_what_else_it_is_called(at_root: Site, address: str, label: str, names: list[str]) -> None:
    shown = notes_above(at_root, address)[label]
    assert shown.text.replace(" ", "") == "、".join(names).replace(" ", "")


@pytest.mark.parametrize("address", ["counterparties/line/", "counterparties/cisco-systems/", "items/name/"])
def test_a_name_that_readers_call_nothing_else_says_nothing_of_it(at_root: Site, address: str) -> None:
    assert "検索で使えるほかの呼び方" not in body_of(at_root.folder, address).text


def test_the_search_page_has_a_place_for_every_facet(at_root: Site) -> None:
    places = body_of(at_root.folder, "search/").one("section", data_facets="").all("details", data_facet="")
    assert [(place.attributes["data-facet"], place.one("summary").text) for place in places] == [
        ("counterparty", "相手方"),
        ("item", "個人情報の項目"),
        ("department", "所管課"),
        ("article", "根拠の条項"),
        ("measure", "措置"),
        ("subject", "対象となる個人"),
        ("meeting", "開催日"),
    ]
    opened = [place.attributes["data-facet"] for place in places if "open" in place.attributes]
    assert opened == ["counterparty", "measure"]
    assert [place.one("ul").attributes["aria-label"] for place in places] == [
        place.one("summary").text for place in places
    ]


@pytest.mark.parametrize("number", [975, 985])
def test_a_consultation_loads_what_marks_the_words_that_were_found(
    at_root: Site, under_path: Site, number: int
) -> None:
    for site in (at_root, under_path):
        address = f"consultations/{number}/"
        [script] = body_of(site.folder, address).all("script", type="module")
        file = (site.folder / address / script.attributes["src"]).resolve()
        assert file == (site.folder / "assets/javascripts/found-words.js").resolve()
        assert file.is_file()


@pytest.mark.parametrize("number", [975, 985])
def test_a_consultation_has_the_heading_its_title_block_is_found_at(at_root: Site, number: int) -> None:
    text = json.loads((at_root.folder / f"search/text/{number}.json").read_text(encoding="utf-8"))
    assert text["sections"][0]["anchor"] == "document"
    ids = {each.attributes.get("id") for each in body_of(at_root.folder, f"consultations/{number}/")}
    assert {section["anchor"] for section in text["sections"]} <= ids
