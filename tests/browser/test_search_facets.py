"""What was found can be narrowed down: by what the consultations say, with counts that hold."""

import re
from collections import Counter
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.searching import all_shown, answers, ask, counted, open_search, shown, status
from tests.browser.truth import Truth, Value, golden_values
from tests.publishing import Site

FACETS: Final = ("counterparty", "item", "department", "article", "measure", "subject", "meeting")
LINE: Final = ("LINE", "")
OUTSOURCING: Final = ("外部委託", "")
PROVISION: Final = ("外部提供", "")
NAME: Final = ("氏名", "")
# A request: its address, its words, and what is chosen in each facet.
REQUESTS: Final[list[tuple[str, list[str], dict[str, list[Value]]]]] = [
    ("", [], {}),
    ("q=LINE", ["LINE"], {}),
    ("q=理管", ["理管"], {}),
    ("counterparty=line", [], {"counterparty": [LINE]}),
    ("counterparty=line:channel", [], {"counterparty": [("連絡経路", "LINE")]}),
    ("measure=outsourcing&measure=provision", [], {"measure": [OUTSOURCING, PROVISION]}),
    ("q=住所&measure=connection", ["住所"], {"measure": [("回線結合", "")]}),
    (
        "q=相談&item=name&counterparty=line&counterparty=zoom",
        ["相談"],
        {"item": [NAME], "counterparty": [LINE, ("Zoom", "")]},
    ),
    (
        "item=name&measure=outsourcing&measure=connection",
        [],
        {"item": [NAME], "measure": [OUTSOURCING, ("回線結合", "")]},
    ),
    (
        "counterparty=undecided&meeting=fy2022",
        [],
        {"counterparty": [("未定", "")], "meeting": [("2022年度（令和4年度）", "")]},
    ),
    (
        "article=18-3&subject=foster-parents",
        [],
        {"article": [("個人情報保護条例第18条第3号", "")], "subject": [("里親", "")]},
    ),
]


def left(truth: Truth, words: list[str], chosen: dict[str, list[Value]]) -> set[int]:
    """The consultations that hold all words and have one of the values chosen in each facet."""
    numbers = truth.holding(*words)
    for facet, values in chosen.items():
        numbers &= set().union(*(golden_values(facet)[value] for value in values))
    return numbers


def group(page: Page, name: str) -> Locator:
    return page.locator("details.archive-facet").filter(has=page.locator("summary", has_text=re.compile(f"^{name}$")))


def box(page: Page, facet: str, value: str) -> Locator:
    return group(page, facet).locator("label", has_text=value).first.get_by_role("checkbox")


def chips(page: Page) -> Locator:
    return page.get_by_role("list", name="選んだ条件").get_by_role("button")


@pytest.mark.parametrize("asked", REQUESTS, ids=[text for text, _, _ in REQUESTS])
def test_what_is_found_and_every_count_hold(
    page: Page, at_root: Site, truth: Truth, asked: tuple[str, list[str], dict[str, list[Value]]]
) -> None:
    """A facet's counts follow the words and the other facets, but not what is chosen in it."""
    request_text, words, chosen = asked
    page.goto(f"{at_root.url}search/")
    if request_text:
        [answer] = answers(page, at_root, [request_text])
        assert set(answer["numbers"]) == left(truth, words, chosen)
    for facet in FACETS:
        counts = counted(page, at_root, request_text, facet)
        names = {value["key"]: value["name"] for value in counts}
        said = Counter({(value["name"], names.get(value["within"], "")): value["count"] for value in counts})
        assert len(said) == len(counts)
        others = left(truth, words, {name: values for name, values in chosen.items() if name != facet})
        expected = {value: len(numbers & others) for value, numbers in golden_values(facet).items()}
        assert set(golden_values(facet)) <= set(said)
        assert said == Counter(expected), facet


def test_a_facet_alone_is_a_question(page: Page, under_path: Site) -> None:
    open_search(page, under_path, "counterparty=line")
    assert shown(page) == [979, 975]
    expect(status(page)).to_have_text("選んだ条件に合う諮問は2件です。")
    expect(chips(page)).to_have_text([re.compile("相手方: LINE")])
    open_search(page, under_path, "counterparty=line:channel")
    assert shown(page) == [979]
    expect(chips(page)).to_have_text([re.compile("相手方: LINE（連絡経路）")])


@pytest.mark.parametrize("request_text", ["counterparty=nobody", "q=LINE&item=nothing", "meeting=fy1999"])
def test_a_value_that_does_not_exist_gives_nothing(page: Page, at_root: Site, request_text: str) -> None:
    open_search(page, at_root, request_text)
    assert shown(page) == []
    expect(status(page)).to_contain_text("諮問はありません。")
    expect(chips(page)).to_have_count(1)
    chips(page).click()
    expect(chips(page)).to_have_count(0)
    expect(page).to_have_url(re.compile(r"/search/(\?q=LINE)?$"))


def test_a_box_narrows_what_is_found_and_back_takes_it_back(page: Page, at_root: Site) -> None:
    open_search(page, at_root, "q=LINE")
    role = box(page, "相手方", "ダイヤル・サービス")
    expect(box(page, "相手方", "LINE").locator("..")).to_contain_text("2件")
    role.check()
    expect(page).to_have_url(f"{at_root.url}search/?q=LINE&counterparty=dial-service")
    assert shown(page) == [979]
    expect(role).to_be_focused()
    expect(status(page)).to_have_text("「LINE」を含み、選んだ条件に合う諮問は1件です。")
    expect(box(page, "相手方", "LINE").locator("..")).to_contain_text("2件")
    expect(box(page, "措置", "回線結合").locator("..")).to_contain_text("1件")
    page.go_back()
    expect(role).not_to_be_checked()
    assert shown(page) == [975, 979]
    expect(chips(page)).to_have_count(0)
    expect(box(page, "措置", "回線結合").locator("..")).to_contain_text("2件")
    page.go_forward()
    expect(role).to_be_checked()
    assert shown(page) == [979]


def test_one_of_a_facet_is_enough_and_all_facets_count(page: Page, at_root: Site, truth: Truth) -> None:
    open_search(page, at_root, "q=個人情報")
    box(page, "措置", "外部委託").check()
    box(page, "措置", "外部提供").check()
    expect(chips(page)).to_have_count(2)
    assert set(all_shown(page)) == left(truth, ["個人情報"], {"measure": [OUTSOURCING, PROVISION]})
    box(page, "相手方", "社会福祉協議会").check()
    expect(chips(page)).to_have_count(3)
    assert shown(page) == [981]
    chips(page).filter(has_text="外部提供").click()
    expect(chips(page)).to_have_count(2)
    assert shown(page) == []
    expect(box(page, "措置", "外部提供")).not_to_be_checked()
    expect(page).to_have_url(re.compile("counterparty=shakyo&measure=outsourcing$"))


def test_a_role_takes_the_place_of_its_counterparty(page: Page, at_root: Site) -> None:
    open_search(page, at_root, "q=LINE")
    box(page, "相手方", "LINE").check()
    expect(page).to_have_url(re.compile("counterparty=line$"))
    box(page, "相手方", "連絡経路").check()
    expect(page).to_have_url(re.compile("counterparty=line%3Achannel$"))
    assert shown(page) == [979]
    expect(box(page, "相手方", "LINE")).not_to_be_checked()


def test_a_facet_that_is_closed_loads_when_it_is_opened(page: Page, at_root: Site) -> None:
    loaded: list[str] = []
    page.context.on("request", lambda request: loaded.append(request.url.rpartition("/")[2]))
    open_search(page, at_root, "q=LINE")
    expect(box(page, "措置", "回線結合")).to_be_visible()
    assert "counterparty.json" in loaded
    assert "item.json" not in loaded
    group(page, "個人情報の項目").locator("summary").click()
    expect(box(page, "個人情報の項目", "意見の内容").locator("..")).to_contain_text("1件")
    assert "item.json" in loaded
    assert "subject.json" not in loaded
    box(page, "個人情報の項目", "意見の内容").check()
    expect(page).to_have_url(re.compile("item=opinion$"))
    assert shown(page) == [975]


def test_all_values_can_be_shown(page: Page, at_root: Site) -> None:
    open_search(page, at_root, "q=個人情報")
    group(page, "個人情報の項目").locator("summary").click()
    items = golden_values("item")
    everything = group(page, "個人情報の項目").get_by_role("button")
    expect(everything).to_have_text(f"すべて表示（{len(items)}）")
    visible = group(page, "個人情報の項目").get_by_role("checkbox")
    expect(visible).to_have_count(8)
    everything.click()
    expect(visible).to_have_count(len(items))
    expect(everything).to_be_hidden()


def test_what_is_typed_anew_keeps_what_was_chosen(page: Page, at_root: Site, truth: Truth) -> None:
    open_search(page, at_root, "measure=outsourcing")
    ask(page, "氏名")
    expect(page).to_have_url(re.compile("&measure=outsourcing$"))
    assert set(shown(page)) == left(truth, ["氏名"], {"measure": [OUTSOURCING]})
