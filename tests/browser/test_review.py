"""A clerk reviews a draft in the browser: by keyboard, by pointer, without scripts, on any screen, while editing it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from generator.review.serving import reviewing
from tests.browser.looking import Scheme, with_schemes
from tests.review.content import NUMBER, draft_content, edit, edit_file

CURRENT: Final = "[aria-current]"
# What stands out of the window to the right; what a region of its own scrolls does not.
OUTSIDE: Final = """() => [...document.querySelectorAll("body *")]
    .filter((element) => !element.closest(".table, .skip, .side-name"))
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
    .map((element) => element.outerHTML.slice(0, 100))"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return draft_content(tmp_path)


@pytest.fixture
def address(content: Path) -> Iterator[str]:
    with reviewing(content, NUMBER) as address:
        yield address


def background(part: Locator) -> str:
    colour: str = part.evaluate("(part) => getComputedStyle(part).backgroundColor")
    return colour


def add_to_registries(content: Path) -> None:
    """Leave a question at an entry that the draft uses, and five entries that nobody uses."""
    file = content / "items.yml"
    edit_file(file, {"- name: 性別\n": "# 要確認: 読みを確かめてください。\n- name: 性別\n"})
    with file.open("a", encoding="utf-8") as items:
        for number in range(5):
            items.write(f"- name: 名前{number}\n  reading: なまえ\n  slug: name-{number}\n  category: 基本情報\n")


def test_a_listed_question_leads_to_its_place(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="「年代」は登録された").click()
    note = page.get_by_role("note", name="要確認4")
    expect(note).to_be_in_viewport()
    expect(note).to_contain_text("「年代」は登録された「年代」と同じものですか。")
    expect(page.locator("#L79 .word--doubted")).to_be_in_viewport()


def test_the_keys_lead_from_question_to_question(page: Page, address: str) -> None:
    page.goto(address)
    for ordinal in (1, 2, 3, 2):
        page.keyboard.press("n" if ordinal != 2 or page.locator("#doubt-1:focus").count() else "p")
        note = page.locator(f"#doubt-{ordinal}")
        expect(note).to_be_focused()
        expect(note).to_be_in_viewport()
        expect(page.locator(CURRENT)).to_have_count(1)
        expect(page.locator(CURRENT).locator(f"#doubt-{ordinal}")).to_have_count(1)
    for _ in range(4):
        page.keyboard.press("n")
    expect(page.locator("#doubt-5")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("この先に要確認はありません。")


@pytest.mark.parametrize(("forward", "back"), [("j", "k"), ("ArrowDown", "ArrowUp")])
def test_the_keys_lead_from_section_to_section(page: Page, address: str, forward: str, back: str) -> None:
    page.goto(address)
    page.locator("#s5").focus()
    for key, anchor in ((forward, "s5-1"), (forward, "s5-2"), (back, "s5-1")):
        page.keyboard.press(key)
        chosen = page.locator(f"#{anchor}")
        expect(chosen).to_be_focused()
        expect(chosen).to_have_attribute("aria-current", "true")
        expect(chosen.locator(".line").first).to_be_in_viewport()
        expect(chosen.locator(".chip").first).to_be_in_viewport()


def test_arrow_keys_scroll_where_no_section_is_chosen(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("ArrowDown")
    # Not wait_for_function, which the page's policy keeps from looking twice.
    page.evaluate("new Promise((done) => scrollY > 0 ? done() : addEventListener('scroll', () => done()))")
    expect(page.locator(CURRENT)).to_have_count(0)


def test_the_letters_can_be_switched_off(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_text("この画面の使い方").click()
    page.get_by_role("checkbox").uncheck()
    page.reload()
    page.keyboard.press("n")
    expect(page.locator(CURRENT)).to_have_count(0)


@pytest.mark.parametrize("part", ["#L83", "#s5-2 h4", "#s5-2 .chip"])
def test_pointing_at_either_side_chooses_the_section(page: Page, address: str, part: str) -> None:
    page.goto(address)
    page.locator(part).click()
    expect(page.locator("#s5-2")).to_have_attribute("aria-current", "true")
    expect(page.locator(CURRENT)).to_have_count(1)
    expect(page.locator("#L83")).to_be_in_viewport()
    assert background(page.locator("#s5-2")) != background(page.locator("#s5-1"))


def test_source_and_result_stand_side_by_side(page: Page, address: str) -> None:
    page.goto(address)
    for line, paragraph in ((19, "#s1 .text > p >> nth=0"), (45, "#s1 .text > p >> nth=3"), (83, "#s5-2 .text > p")):
        left, right = page.locator(f"#L{line}").bounding_box(), page.locator(paragraph).bounding_box()
        assert left
        assert right
        assert abs(left["y"] - right["y"]) < 4
        assert left["x"] + left["width"] <= right["x"]


def test_a_fact_shows_its_words_and_a_word_its_fact(page: Page, address: str) -> None:
    page.goto(address)
    chip = page.get_by_role("link", name="LINEアカウント")
    chip.focus()
    shown = page.locator(".word.is-shown")
    expect(shown).to_have_text(["ＬＩＮＥアカウント", "ＬＩＮＥアカウント"])
    page.locator("#L79 .word", has_text="性別").hover()
    expect(page.locator(".chip.is-shown")).to_have_text(["性別"])


def test_saving_the_file_shows_the_new_state_at_the_same_place(page: Page, address: str, content: Path) -> None:
    page.goto(address)
    section = page.locator("#s5-2")
    section.focus()
    page.evaluate("document.querySelector('#s5-2').scrollIntoView({block: 'center'})")
    before = section.bounding_box()
    edit(content, {"# 要確認: 業務の名前は「広聴業務」でよいですか。\n": "", "count: 9000": "count: 9001"})
    expect(page.locator("#s5-2 .chip", has_text="約9,001件")).to_be_visible()
    expect(section).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("表示を新しくしました")
    after = section.bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) < 2
    expect(page).to_have_title("（要確認4件）諮問第975号の確認")


def test_registering_a_name_is_followed_too(page: Page, address: str, content: Path) -> None:
    page.goto(address)
    with (content / "items.yml").open("a", encoding="utf-8") as file:
        file.write("- name: 新しい項目\n")
    expect(page.locator("#registry-errors")).to_be_visible()


def test_an_error_is_shown_and_goes_when_it_is_mended(page: Page, address: str, content: Path) -> None:
    page.goto(address)
    edit(content, {"count: 9000": "cuont: 9000"})
    expect(page.locator("#errors")).to_be_visible()
    expect(page.get_by_text("「cuont」というキーはありません。")).to_be_visible()
    expect(page.locator("#s5-2 h4")).to_have_text("（２）件数（見込み）")
    edit(content, {"cuont: 9000": "count: 9000"})
    expect(page.locator("#errors")).to_have_count(0)


def test_of_a_file_that_is_deleted_nobody_is_told_that_it_was_saved(page: Page, address: str, content: Path) -> None:
    page.goto(address)
    (content / "consultations/975.yml").unlink()
    expect(page.get_by_role("status")).to_contain_text("ファイルが変わったので、表示を新しくしました")
    expect(page.locator(".errors .stale")).to_contain_text("ファイルがないため、最後に読めたときの内容")
    expect(page.locator(".verdict")).not_to_contain_text("残っていません")
    expect(page.get_by_text("保存されたので")).to_have_count(0)


def test_the_errors_of_the_registries_are_folded_and_can_be_unfolded(page: Page, address: str, content: Path) -> None:
    add_to_registries(content)
    page.goto(address)
    registries = page.get_by_role("region", name=re.compile("登録のファイルのエラー"))
    expect(registries.get_by_text("「名前4」は、どの諮問でも使われていません。")).to_be_hidden()
    registries.get_by_text("「…」は、どの諮問でも使われていません。").click()
    expect(registries.get_by_text("「名前4」は、どの諮問でも使われていません。")).to_be_visible()
    expect(page.locator(".entries li")).to_contain_text(["性別 content/items.yml"])


def test_it_is_told_when_the_program_has_ended(page: Page, content: Path) -> None:
    with reviewing(content, NUMBER) as address:
        page.goto(address)
    expect(page.get_by_role("status")).to_contain_text("接続が切れました")


def test_without_scripts_all_is_there_and_links_lead_both_ways(scriptless: Page, address: str, content: Path) -> None:
    scriptless.goto(address)
    scriptless.get_by_role("link", name="元の文書 79行目", exact=True).click()
    expect(scriptless.locator("#L79")).to_be_in_viewport()
    scriptless.locator("#s5-1").get_by_role("link", name="年代").click()
    expect(scriptless.locator("#L79 .word", has_text="年代")).to_be_in_viewport()
    scriptless.locator("#L81 ~ .badge").click()
    expect(scriptless.get_by_role("note", name="要確認5")).to_be_in_viewport()
    scriptless.get_by_role("note", name="要確認5").get_by_role("link", name="前の要確認").click()
    expect(scriptless.get_by_role("note", name="要確認4")).to_be_in_viewport()
    scriptless.get_by_role("note", name="要確認4").get_by_role("link", name="一覧へ").click()
    expect(scriptless.get_by_role("heading", name=re.compile("確かめること"))).to_be_in_viewport()
    expect(scriptless.locator("[data-keys]")).to_be_hidden()
    edit(content, {"count: 9000": "count: 9001"})
    scriptless.reload()
    expect(scriptless.locator("#s5-2 .chip", has_text="約9,001件")).to_be_visible()


@pytest.mark.parametrize(("state", "scheme"), with_schemes(["draft", "differing", "unreadable", "registries"]))
def test_axe_finds_nothing(page: Page, address: str, content: Path, state: str, scheme: Scheme) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    if state == "differing":
        edit(content, {"現在、パブリック": "現在パブリック", "速やかに管理サイト": "速やかに管理区サイト"})
    if state == "unreadable":
        edit(content, {"count: 9000": "cuont: 9000"})
    if state == "registries":
        add_to_registries(content)
    page.goto(address)
    for summary in page.locator("summary").all():
        summary.click()
    page.keyboard.press("n")
    found = []
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        results = Axe().run(page)
        found += [f"{width} px: {results.generate_report()}"] if results.violations_count else []
        assert results.response["passes"]
    assert found == []


@pytest.mark.parametrize("number", [975, 978, 981])
def test_nothing_stands_out_of_the_window(page: Page, content: Path, number: int) -> None:
    found = {}
    with reviewing(content, number) as address:
        page.goto(address)
        for width in (320, 390, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            outside = page.evaluate(OUTSIDE)
            if overflow > 0 or outside:
                found[width] = (overflow, outside[:5])
    assert found == {}


def test_on_a_narrow_screen_the_result_stands_below_its_lines(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address)
    line, paragraph = page.locator("#L83").bounding_box(), page.locator("#s5-2 .text > p").bounding_box()
    assert line
    assert paragraph
    assert line["y"] + line["height"] <= paragraph["y"]
    assert page.locator("#s5-2 .side-name").first.evaluate("(name) => name.offsetHeight") > 10
    expect(page.locator("#s5-2 .side-name").first).to_have_text("元の文書")


def test_on_paper_everything_that_is_to_be_signed_stands(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 718, "height": 1047})
    page.goto(address)
    page.emulate_media(media="print")
    for part in page.locator(".line, .chip, .doubt, .proof__text").all():
        expect(part).to_be_visible()
    expect(page.locator(".help")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_what_has_the_focus_is_marked_and_not_hidden(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="元の文書との見比べへ進む")).to_be_in_viewport()
    lost = page.evaluate("""async () => {
        const lost = [];
        for (const control of document.querySelectorAll("a[href], summary, [tabindex='0']")) {
            if (!control.checkVisibility()) continue;
            control.focus();
            await new Promise(requestAnimationFrame);
            const {outlineStyle, outlineWidth} = getComputedStyle(control);
            const {left, top} = control.getClientRects()[0];
            const above = document.elementFromPoint(left + 3, top + 3);
            const seen = control.contains(above) || above?.contains(control);
            if (outlineStyle === "none" || parseFloat(outlineWidth) === 0 || !seen || above.closest(".heads")) {
                lost.push(control.outerHTML.slice(0, 100));
            }
        }
        return lost;
    }""")
    assert lost == []


def test_a_script_in_a_document_is_only_text(page: Page, content: Path) -> None:
    bad = "<img src=x onerror=document.title='bad'><script>document.title='bad'</script>"
    source = content / "sources/2022-06-17.txt"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("   管理サイト \n", f"{bad}\n", 1), encoding="utf-8")
    edit(content, {"    text: 管理サイト\n": f'    text: "{bad}"\n'})
    with reviewing(content, NUMBER) as address:
        page.goto(address)
        expect(page.locator("#s2 .text > p").first).to_have_text(bad)
        expect(page.locator("#s2 .source")).to_contain_text([bad, ""])
        expect(page).to_have_title(re.compile("諮問第975号の確認"))


def test_the_page_loads_from_its_own_host_and_all_is_there(page: Page, address: str) -> None:
    asked: list[str] = []
    failed: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: failed.append(response.url) if response.status != 200 else None)
    page.on("console", lambda message: said.append(message.text))
    page.goto(address, wait_until="load")
    page.wait_for_timeout(1500)
    assert f"{address}stamp" in asked
    assert [url for url in asked if not url.startswith(address)] == []
    assert failed == []
    assert said == []
