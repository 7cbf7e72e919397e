"""What looks alike is one; what is the same in other kanji, or a short form, is found and said to be."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from generator.building import build_site
from generator.japanese.fold import fold_for_search
from generator.japanese.variants import in_usual_form, usual_forms, with_whole_forms
from tests.browser.searching import ask, open_search, queried, shown, shown_as_added, shown_as_variants, status
from tests.browser.test_found_words import follow, whole_marks
from tests.publishing import Site, copy_site, served
from tests.sharing import share_folder

# What the documents of the small site todai say here in the place of the lines that begin so.
SAID: Final = {
    "順番が来れば": "区⺠の氏名‧住所を、⻑い⼾の⻄口で聞く。⻩⾊い⽝もいる。髙橋が答える。",
    "順番か\u3099来たら": "区民の氏名・住所を、長い戸の西口で聞く。黄色い犬もいる。高橋が答える。",
    "順番か時刻を": "㈱見本，ＬＩＮＥ，（公財）見本の𠮷田﨑，渡邊．",
    "順番は番号札で": "株式会社見本、ＬＩＮＥ、公益財団法人見本の吉田崎、渡辺。",
    "灯台の案内を改め": "窓口の（株）　Ｚｏｏｍの吉田﨑に伝える。",
}
SWITCH: Final = "登録された別名・読み、字体や略し方の違いでも探す"


@pytest.fixture(scope="session")
def moji(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = share_folder(tmp_path_factory, "moji", build_moji)
    with served(folder / "site") as site:
        yield site


def build_moji(folder: Path) -> None:
    config = copy_site("todai", folder)
    for file in [*config.parent.glob("content/consultations/*.yml"), *config.parent.glob("content/sources/*.txt")]:
        text = file.read_text(encoding="utf-8")
        for words, others in SAID.items():
            text = re.sub(f"{words}.*", others, text)
        file.write_text(text, encoding="utf-8", newline="\n")
    # A radical is a warning, and must be found all the same.
    build_site(config, folder / "site", strict=False)


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("区⺠", {1: "区⺠", 2: "区民"}),
        ("区民", {1: "区⺠", 2: "区民"}),
        ("⻑い⼾", {1: "⻑い⼾", 2: "長い戸"}),
        ("長い戸", {1: "⻑い⼾", 2: "長い戸"}),
        ("長い⼾\ufe00の⻄", {1: "⻑い⼾の⻄", 2: "長い戸の西"}),
        ("氏名‧住所", {1: "氏名‧住所", 2: "氏名・住所"}),
        ("氏名・住所", {1: "氏名‧住所", 2: "氏名・住所"}),
        ("氏名∙住所", {1: "氏名‧住所", 2: "氏名・住所"}),
        ("氏名･住所", {1: "氏名‧住所", 2: "氏名・住所"}),
        ("⻩⾊い⽝", {1: "⻩⾊い⽝", 2: "黄色い犬"}),
        ("⿈⾊い⽝", {1: "⻩⾊い⽝", 2: "黄色い犬"}),
        ("黄色い犬", {1: "⻩⾊い⽝", 2: "黄色い犬"}),
        ("見本,LINE,", {3: "見本，ＬＩＮＥ，", 4: "見本、ＬＩＮＥ、"}),
        (",line、", {3: "，ＬＩＮＥ，", 4: "、ＬＩＮＥ、"}),
    ],
)
def test_look_alikes_are_found_whichever_is_typed_and_marked_as_printed(
    page: Page, moji: Site, query: str, marks: dict[int, str]
) -> None:
    page.goto(f"{moji.url}search/")
    ask(page, query)
    assert sorted(shown(page)) == sorted(marks)
    assert shown_as_added(page) == shown_as_variants(page) == []
    expect(page.locator("[data-search-notes]")).to_be_empty()
    for number, mark in marks.items():
        entry = page.locator(f".archive-result[data-number='{number}']")
        assert "".join(entry.locator("mark").all_text_contents()) == mark
    number, mark = next(iter(marks.items()))
    follow(page, number)
    expect(page.locator("[data-document] mark").first).to_be_attached()
    assert "".join(whole_marks(page)) == mark


@pytest.mark.parametrize(
    ("query", "own", "variants"),
    [
        ("高橋", {2: "高橋"}, {1: "髙橋"}),
        ("髙橋", {1: "髙橋"}, {2: "高橋"}),
        ("吉田崎", {4: "吉田崎"}, {5: "吉田﨑", 3: "𠮷田﨑"}),
        ("吉田﨑", {5: "吉田﨑"}, {4: "吉田崎", 3: "𠮷田﨑"}),
        ("𠮷田崎", {}, {5: "吉田﨑", 4: "吉田崎", 3: "𠮷田﨑"}),
        ("渡邉", {}, {4: "渡辺", 3: "渡邊"}),
        ("株式会社見本", {4: "株式会社見本"}, {3: "㈱見本"}),
        ("㈱見本", {3: "㈱見本"}, {4: "株式会社見本"}),
        ("（株） 見本", {3: "㈱見本"}, {4: "株式会社見本"}),
        ("株式會社", {}, {5: "（株）", 4: "株式会社", 3: "㈱"}),
        ("株式会社Zoom", {}, {5: "（株）　Ｚｏｏｍ"}),
        ("公益財団法人見本の吉田", {4: "公益財団法人見本の吉田"}, {3: "（公財）見本の𠮷田"}),
    ],
)
def test_variants_are_found_marked_and_can_be_left_out(
    page: Page, moji: Site, query: str, own: dict[int, str], variants: dict[int, str]
) -> None:
    words = query.replace(" ", "")
    page.goto(f"{moji.url}search/")
    ask(page, words)
    assert shown(page) == [*own, *variants]
    assert shown_as_variants(page) == [*variants]
    assert shown_as_added(page) == []
    expect(status(page)).to_contain_text(f"うち{len(variants)}件は、字体や略し方の違いで見つかったものです。")
    for number, mark in (own | variants).items():
        entry = page.locator(f".archive-result[data-number='{number}']")
        assert "".join(entry.locator("mark").all_text_contents()) == mark
    note = page.locator("[data-search-notes]")
    expect(note).to_contain_text(f"「{words}」と字体や略し方だけが違う言葉を含む諮問も加えています。")
    note.get_by_role("button", name="加えない").click()
    expect(page.get_by_label(SWITCH)).not_to_be_checked()
    assert shown(page) == [*own]
    expect(note).to_contain_text("諮問は加えていません。")
    page.get_by_label(SWITCH).check()
    assert shown(page) == [*own, *variants]
    follow(page, next(iter(variants)))
    expect(page.locator("[data-document] mark").first).to_be_attached()
    assert "".join(whole_marks(page)) == next(iter(variants.values()))


def test_exactly_what_is_the_same_in_usual_form_is_found(page: Page, moji: Site) -> None:
    """Parts of the documents, some of their kanji exchanged for variants; one cut in （公財） is none."""
    groups = str(usual_forms({chr(code) for code in range(0x110000)})["kanji"]).split()
    variants = {kanji: group for group in groups for kanji in group}
    chance = random.Random(2028)  # noqa: S311 - nothing here is secret
    queries: set[str] = set()
    while len(queries) < 200:
        line = chance.choice([*SAID.values()])
        start = chance.randrange(len(line))
        part = line[start : start + chance.randint(2, 9)]
        query = "".join(chance.choice(variants.get(letter, letter)) for letter in part)
        if fold_for_search(query) and not re.search("[　Ａ-Ｚａ-ｚ]", query):
            queries.add(query)
    asked = sorted(queries)
    files = moji.folder.parent.glob("tests/sites/todai/content/consultations/*.yml")
    texts = {int(file.stem): [*map(fold_for_search, file.read_text(encoding="utf-8").splitlines())] for file in files}
    usual_texts = {number: [with_whole_forms(in_usual_form(line)) for line in lines] for number, lines in texts.items()}

    def holding(word: str, texts: dict[int, list[str]]) -> set[int]:
        return {number for number, lines in texts.items() if any(word in line for line in lines)}

    own = [holding(fold_for_search(query), texts) for query in asked]
    written = [in_usual_form(fold_for_search(query)) for query in asked]
    usual = [holding(word, texts) | holding(with_whole_forms(word), usual_texts) for word in written]
    assert sum(one != other for one, other in zip(own, usual, strict=True)) > len(asked) / 3
    page.goto(f"{moji.url}search/")
    for expected, more in ((own, "aliases=off"), ([one | other for one, other in zip(own, usual, strict=True)], "")):
        found = map(set, queried(page, moji, asked, more))
        assert [pair for pair in zip(asked, found, expected, strict=True) if pair[1] != pair[2]] == []


def test_a_registered_name_is_known_in_other_kanji(page: Page, moji: Site) -> None:
    open_search(page, moji, "q=灯臺協會")
    assert shown(page) == [2, 5]
    expect(page.locator("[data-search-notes]")).to_contain_text("灯台協会")


def test_every_word_of_a_query_may_be_a_variant_and_unwanted_ones_are_not(page: Page, moji: Site) -> None:
    open_search(page, moji, "q=高橋 區民")
    assert shown(page) == shown_as_variants(page) == [2, 1]
    open_search(page, moji, "q=高橋 -髙橋")
    assert shown(page) == [2]


def test_the_box_suggests_in_other_kanji(page: Page, moji: Site) -> None:
    page.goto(f"{moji.url}search/")
    page.get_by_role("combobox", name="検索する言葉").press_sequentially("燈臺業務")
    expect(page.get_by_role("option").filter(has_text="諮問第1号").first).to_be_visible()
