"""The search page in a real browser, over the real documents: it finds what stands in them, and nothing else."""

import datetime as dt
import mimetypes
import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from playwright.sync_api import Browser, Page, Route, expect

from generator.japanese.fold import fold
from generator.model.consultation import Consultation
from generator.model.document import pieces
from generator.model.outline import outline
from generator.search.documents import SearchBlock, SearchDocument
from generator.search.index import build_index
from generator.store.files import read_file

ROOT = Path(__file__).parents[2]
SITE = "https://archive.test/under/a/path/"
CONTENT_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'"


@dataclass(frozen=True)
class Index:
    text: str
    href: str
    count: int


@dataclass(frozen=True)
class View:
    site_root: str
    indexes: tuple[Index, ...]


def documents() -> Iterator[SearchDocument]:
    for file in sorted((ROOT / "content/consultations").glob("*.yml")):
        stored, problems = read_file(file, file.name, Consultation)
        assert stored is not None, problems
        consultation = stored.value
        anchors = {place.path: place.anchor for place in outline(consultation)}
        blocks = (SearchBlock(anchors.get(piece.path[:-1], ""), piece.text) for piece in pieces(consultation))
        yield SearchDocument(
            address=f"consultations/{consultation.number}/",
            number=consultation.number,
            title=consultation.title,
            subtitle=consultation.subtitle,
            date=consultation.meeting,
            date_text="2022年6月17日（令和4年）",
            blocks=tuple(block for block in blocks if block.text),
        )


DOCUMENTS = tuple(documents())


def holding(*terms: str) -> list[int]:
    """The truth: the numbers of the documents in which each term stands within one block, the newest first."""
    folded = [(document.number, [fold(block.text) for block in document.blocks]) for document in DOCUMENTS]
    return [
        number
        for number, blocks in reversed(folded)
        if all(any(fold(term) in block for block in blocks) for term in terms)
    ]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    build_index(DOCUMENTS, folder)
    copytree(ROOT / "theme/assets", folder / "assets")
    environment = Environment(loader=FileSystemLoader(ROOT / "theme/pages"), autoescape=True, undefined=StrictUndefined)
    view = View("../", (Index("相手方", "../counterparties/", 12), Index("個人情報の項目", "../items/", 40)))
    body = environment.get_template("search.html").render(view=view)
    html = f'<!doctype html><html lang="ja"><meta charset="utf-8"><title>検索</title><body>{body}</body></html>'
    (folder / "search/index.html").write_text(html, encoding="utf-8")
    for document in DOCUMENTS:
        page = folder / document.address / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f'<!doctype html><html lang="ja"><title>{document.name}</title></html>', encoding="utf-8")
    return folder


@pytest.fixture
def page(site: Path, browser: Browser) -> Iterator[Page]:
    """A browser that knows the site, under a strict content policy, and no other place in the world."""
    requests_elsewhere: list[str] = []

    def serve(route: Route) -> None:
        path = route.request.url.removeprefix(SITE).partition("?")[0].partition("#")[0]
        file = site / (f"{path}index.html" if path.endswith("/") else path)
        if not route.request.url.startswith(SITE):
            requests_elsewhere.append(route.request.url)
            route.abort()
        elif file.is_file():
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            headers = {"Content-Type": kind, "Content-Security-Policy": CONTENT_POLICY}
            route.fulfill(body=file.read_bytes(), headers=headers)
        else:
            route.fulfill(status=404)

    context = browser.new_context(locale="ja-JP")
    context.route("**/*", serve)
    yield context.new_page()
    context.close()
    assert requests_elsewhere == []


def ask(page: Page, query: str) -> None:
    page.get_by_label("探す言葉").fill(query)
    page.get_by_role("button", name="検索").click()


def shown(page: Page) -> list[int]:
    expect(page.locator("[data-search-status]")).not_to_be_empty()
    expect(page.locator("[data-search-results]")).to_have_attribute("aria-busy", "false")
    return [int(text[3:6]) for text in page.locator(".archive-result__number").all_inner_texts()]


@pytest.mark.parametrize(
    "query",
    [
        "ＬＩＮＥ",
        "line",
        "LINE",
        "ZOOM",
        "ＺＯＯＭ",
        "zoom",
        "メールSOS",
        "犬",
        "9000件",
        "９，０００",
        "世田谷",
        "ﾒｰﾙ",
    ],
)
def test_any_spelling_finds_what_stands_in_the_documents(page: Page, query: str) -> None:
    page.goto(f"{SITE}search/")
    ask(page, query)
    assert shown(page) == holding(query) != []
    expect(page.get_by_role("status")).to_have_text(f"「{query}」を含む諮問は{len(holding(query))}件です。")


def test_two_words_find_the_documents_that_hold_both(page: Page) -> None:
    page.goto(f"{SITE}search/")
    ask(page, " line\u3000相談　")
    assert shown(page) == holding("LINE", "相談") != []
    expect(page.get_by_role("status")).to_contain_text("「line」と「相談」を含む諮問は")


@pytest.mark.parametrize("query", ["理管", '"><img src=x>', "LINE 理管", "Ｍａｎａｇｅｒｒ", "-"])
def test_what_stands_nowhere_is_not_found(page: Page, query: str) -> None:
    page.goto(f"{SITE}search/")
    ask(page, query)
    assert shown(page) == holding(*query.split())
    if query != "-":
        expect(page.get_by_role("status")).to_contain_text("を含む諮問はありません。")
    expect(page.get_by_role("link", name="相手方")).to_be_visible()


def test_exactly_what_is_there_is_found(page: Page) -> None:
    """Parts of the documents, of many lengths, and as many that mostly occur nowhere."""
    chance = random.Random(975)  # noqa: S311 - which parts are asked for is no secret
    texts = [block.text for document in DOCUMENTS for block in document.blocks]
    queries = []
    for _ in range(120):
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        part = text[start : start + chance.randint(1, 10)]
        queries += [part, part[::-1]]
    queries = [query for query in queries if query.strip() and fold(query)]
    page.goto(f"{SITE}search/")
    answers = page.evaluate(
        """async (queries) => {
            const { openSearch } = await import("../assets/javascripts/archive-search.js");
            const search = await openSearch(new URL("../", location.href));
            const numbers = [];
            for (const query of queries) numbers.push((await search.search(query)).numbers);
            return numbers;
        }""",
        queries,
    )
    assert answers == [holding(*query.split()) for query in queries]


def test_the_address_says_what_is_asked_and_back_leads_back(page: Page) -> None:
    page.goto(f"{SITE}search/?q=%E7%8A%AC")
    assert shown(page) == holding("犬")
    ask(page, "zoom")
    assert shown(page) == holding("zoom")
    assert page.url == f"{SITE}search/?q=zoom"
    assert page.title() == "「zoom」 - 検索"
    page.go_back()
    expect(page.get_by_role("status")).to_contain_text("「犬」")
    assert shown(page) == holding("犬")
    expect(page.get_by_label("探す言葉")).to_have_value("犬")
    page.go_forward()
    expect(page.get_by_role("status")).to_contain_text("「zoom」")
    assert shown(page) == holding("zoom")


def test_a_result_shows_its_own_words_and_leads_to_the_section(page: Page) -> None:
    page.goto(f"{SITE}search/?q=区アカウント+年代")
    assert shown(page) == [975] == holding("区アカウント", "年代")
    result = page.locator(".archive-result")
    assert set(result.locator("mark").all_inner_texts()) == {"区アカウント", "年代"}
    texts = [block.text for block in DOCUMENTS[0].blocks]
    excerpts = result.locator("li").all_inner_texts()
    assert 1 <= len(excerpts) <= 3
    for excerpt in excerpts:
        assert any(excerpt.strip("…") in text for text in texts)
    result.get_by_role("link").click()
    expect(page).to_have_url(f"{SITE}consultations/975/#s1")


def test_a_match_is_marked_in_the_documents_own_characters(page: Page) -> None:
    page.goto(f"{SITE}search/?q=メールsos")
    assert shown(page) == [981]
    assert "メールＳОＳ" in page.locator("mark").all_inner_texts()


def test_a_failure_is_said_and_can_be_mended(page: Page) -> None:
    page.goto(f"{SITE}search/")
    page.route("**/folding.json", lambda route: route.abort())
    ask(page, "犬")
    expect(page.get_by_role("status")).to_contain_text("検索できませんでした。")
    expect(page.get_by_role("link", name="相手方")).to_be_visible()
    page.unroute("**/folding.json")
    ask(page, "犬")
    expect(page.get_by_role("status")).to_contain_text("「犬」を含む諮問は")


def test_a_part_of_the_index_that_fails_to_load_is_not_taken_for_nothing_found(page: Page) -> None:
    page.goto(f"{SITE}search/")
    page.route("**/index/*", lambda route: route.abort(), times=1)
    ask(page, "犬")
    assert shown(page) == holding("犬")
    page.route("**/pagefind/**", lambda route: route.abort())
    ask(page, "理管")
    expect(page.get_by_role("status")).to_contain_text("検索できませんでした。")


def test_the_browser_folds_as_the_build_does(page: Page) -> None:
    texts = [(ROOT / "content/sources/2022-06-17.txt").read_text(encoding="utf-8")]
    texts += texts[0].splitlines()
    texts += sorted({character for text in texts for character in text})
    texts += ["メールＳОＳ", "1,000,000", "１，２３", "12,3456", "か\u3099 カﾞ ｶﾞ", "ａ　ｂ 　 犬　 c", "㈱㍿№①Ⅳ ﾟ", "Å̧ ǰ"]
    texts += [chr(point) for point in range(0x2000, 0x33FF) if unicodedata.category(chr(point)) != "Cn"]
    page.goto(f"{SITE}search/")
    folded = page.evaluate(
        """async (texts) => {
            const { createFold } = await import("../assets/javascripts/fold.js");
            const fold = createFold(await (await fetch("folding.json")).json());
            return texts.map((text) => fold(text).map(({ character }) => character).join(""));
        }""",
        texts,
    )
    assert [pair for pair in zip(texts, folded, strict=True) if fold(pair[0]) != pair[1]] == []


def test_days_are_shown_with_their_machine_readable_form(page: Page) -> None:
    page.goto(f"{SITE}search/?q=犬")
    expect(page.locator("time").first).to_have_attribute("datetime", dt.date(2022, 6, 17).isoformat())
