"""Without scripts everything but the search can be read and reached."""

import pytest
from playwright.sync_api import Page, expect

from tests.publishing import Site


@pytest.mark.parametrize(
    ("way", "name", "number"),
    [
        ("相手方", "LINE", 975),
        ("個人情報の項目", "メールアドレス", 976),
        ("対象となる個人", "犬の所有者", 984),
        ("所管課", "地域行政部地域行政課", 980),
        ("根拠の条項", "第15条第1項第4号", 982),
        ("措置", "本人外収集", 981),
        ("開催日", "2022年6月17日（令和4年）", 985),
    ],
)
def test_three_clicks_lead_from_home_to_a_consultation(
    scriptless: Page, under_path: Site, way: str, name: str, number: int
) -> None:
    scriptless.goto(under_path.url)
    main = scriptless.get_by_role("main")
    main.locator(".archive-ways").get_by_role("link", name=way, exact=True).click()
    main.get_by_role("link", name=name, exact=True).click()
    card = main.locator(".archive-card", has_text=f"諮問第{number}号").first
    card.locator(".archive-card__title a").click()
    expect(scriptless).to_have_url(f"{under_path.url}consultations/{number}/")


@pytest.mark.parametrize("number", [975, 978, 981])
def test_the_facts_and_the_document_can_be_read(scriptless: Page, at_root: Site, number: int) -> None:
    scriptless.goto(f"{at_root.url}consultations/{number}/")
    for words in scriptless.locator(
        ".archive-facts dt, .archive-facts dd, [data-document] p, [data-document] li"
    ).all():
        expect(words).to_be_visible()
    assert scriptless.locator("[data-document] p").count() > 10


def test_a_table_of_contents_leads_to_its_section(scriptless: Page, at_root: Site) -> None:
    scriptless.set_viewport_size({"width": 1280, "height": 800})
    scriptless.goto(f"{at_root.url}consultations/981/")
    scriptless.get_by_role("navigation", name="目次").get_by_role("link", name="個人情報の本人外収集について").click()
    expect(scriptless.locator("#p2:target")).to_be_in_viewport()
