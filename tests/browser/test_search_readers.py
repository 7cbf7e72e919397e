"""Readers of every kind can search: by keyboard alone, on a phone, and where only little is allowed."""

import mimetypes
import re
from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.searching import ask, open_search, shown, status, wait_for_answer
from tests.publishing import Site

POLICY: Final = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'self'"
)
# The frame's own scripts stand within its pages, and would need more than this policy allows.
FRAMES_OWN: Final = re.compile(r"<script(?![^>]*type=\"module\")[^>]*>.*?</script>", re.DOTALL)


def focus_by_tab(page: Page, script: str) -> None:
    """Move on with the Tab key until what has the focus is what a script tells."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate(f"(() => {{ const active = document.activeElement; return {script}; }})()"):
            return
    pytest.fail(f"the Tab key does not reach what {script} tells")


def test_the_keyboard_alone_searches_narrows_down_and_follows(page: Page, at_root: Site) -> None:
    page.goto(at_root.url)
    page.keyboard.press("/")
    page.keyboard.type("個人情報")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=%"))
    wait_for_answer(page)
    expect(page.get_by_role("checkbox", name="外部委託")).to_be_visible()
    focus_by_tab(page, "active.dataset.key === 'outsourcing'")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("measure=outsourcing$"))
    assert set(shown(page)) == {976, 978, 980, 983}
    expect(page.get_by_role("checkbox", name="外部委託")).to_be_focused()
    focus_by_tab(page, "active.closest('summary')?.textContent === '個人情報の項目'")
    page.keyboard.press("Enter")
    focus_by_tab(page, "active.dataset.key === 'name'")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("item=name&measure=outsourcing$"))
    assert set(shown(page)) == {978, 980, 983}
    focus_by_tab(page, "active.href?.includes('/consultations/978/') && active.closest('h2') !== null")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/consultations/978/"))
    expect(page.locator("[data-document] mark").first).to_be_attached()


@pytest.fixture(params=[390, 320])
def phone(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    failures: list[str] = []
    context = browser.new_context(
        locale="ja-JP",
        viewport={"width": request.param, "height": 740},
        has_touch=True,
        is_mobile=True,
        device_scale_factor=2,
    )
    context.on("weberror", lambda failure: failures.append(str(failure.error)))
    yield context.new_page()
    context.close()
    assert failures == []


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def test_a_phone_searches_narrows_down_and_follows(phone: Page, under_path: Site) -> None:
    phone.goto(under_path.url)
    box = phone.get_by_role("search", name="サイト内の検索").get_by_role("combobox")
    box.tap()
    box.press_sequentially("らい")
    option = phone.get_by_role("option", name="LINE").first
    expect(option).to_be_in_viewport(ratio=1)
    assert fits(phone)
    box.press_sequentially("ん")
    phone.keyboard.press("Enter")
    expect(phone).to_have_url(re.compile("/search/"))
    assert shown(phone) == [975, 979]
    narrow = phone.get_by_role("heading", name="絞り込む")
    expect(phone.get_by_role("checkbox", name="ダイヤル・サービス")).to_be_hidden()
    narrow.tap()
    phone.get_by_role("checkbox", name="ダイヤル・サービス").tap()
    expect(phone).to_have_url(re.compile("counterparty=dial-service$"))
    assert shown(phone) == [979]
    assert fits(phone)
    expect(phone.get_by_role("list", name="選んだ条件").get_by_role("button")).to_be_visible()
    phone.locator(".archive-result h2 a").tap()
    expect(phone).to_have_url(re.compile("/consultations/979/"))
    expect(phone.locator("[data-document] mark").first).to_be_attached()
    expect(phone.locator(":target mark").first).to_be_in_viewport()
    assert fits(phone)


def test_a_suggestion_can_be_tapped(phone: Page, at_root: Site) -> None:
    phone.goto(at_root.url)
    box = phone.get_by_role("search", name="サイト内の検索").get_by_role("combobox")
    box.tap()
    box.press_sequentially("かんきょう")
    phone.get_by_role("option", name="環境省").tap()
    expect(phone).to_have_url(f"{at_root.url}counterparties/kankyosho/")


def open_every_facet(page: Page) -> None:
    page.get_by_role("heading", name="絞り込む").tap()
    for facet in ("item", "department", "article", "subject", "meeting"):
        page.locator(f"details[data-facet={facet}] > summary").tap()
    expect(page.locator("details[data-facet=meeting]").get_by_role("checkbox")).to_have_count(2)


def test_nothing_stands_out_of_a_narrow_window(phone: Page, at_root: Site) -> None:
    for request in ("q=理管", "q=ずーむ&counterparty=zoom:connected-party&item=name", "q=個人情報&measure=outsourcing"):
        open_search(phone, at_root, request)
        if shown(phone):
            open_every_facet(phone)
        outside = phone.evaluate("""[...document.querySelectorAll("main *")]
            .filter((each) => each.checkVisibility({visibilityProperty: true}))
            .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
            .map((each) => each.outerHTML.slice(0, 100))""")
        assert outside == [], request
        assert fits(phone), request


@pytest.fixture
def guarded(browser: Browser, under_path: Site) -> Iterator[Page]:
    """A browser that knows the site, under a strict content policy, and no other place in the world."""
    elsewhere: list[str] = []

    def serve(route: Route) -> None:
        url = route.request.url
        path = url.removeprefix(under_path.url).partition("?")[0].partition("#")[0]
        file = under_path.folder / (f"{path}index.html" if path.endswith("/") or not path else path)
        if not url.startswith(under_path.url):
            elsewhere.append(url)
            route.abort()
        elif file.is_file():
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            body = file.read_bytes()
            if file.suffix == ".html":
                kind, body = "text/html; charset=utf-8", FRAMES_OWN.sub("", body.decode()).encode()
            route.fulfill(body=body, headers={"Content-Type": kind, "Content-Security-Policy": POLICY})
        else:
            route.fulfill(status=404)

    context = browser.new_context(locale="ja-JP", viewport={"width": 1280, "height": 900})
    context.route("**/*", serve)
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert elsewhere == []
    assert refused == []


def test_a_strict_policy_and_no_other_host_is_enough(guarded: Page, under_path: Site) -> None:
    open_search(guarded, under_path, "q=LINE&counterparty=dial-service")
    assert shown(guarded) == [979]
    ask(guarded, "理管")
    expect(status(guarded)).to_have_text("「理管」を含み、選んだ条件に合う諮問はありません。")
    ask(guarded, "らいん")
    guarded.get_by_role("checkbox", name="ダイヤル・サービス").uncheck()
    assert shown(guarded) == [975, 979]
    box = guarded.get_by_role("search", name="サイト内の検索").get_by_role("combobox")
    box.press_sequentially("かんきょう")
    expect(guarded.get_by_role("option", name="環境省")).to_be_visible()
    guarded.locator(".archive-result h2 a").first.click()
    expect(guarded).to_have_url(re.compile("/consultations/975/"))
    expect(guarded.locator("[data-document] mark").first).to_be_attached()
