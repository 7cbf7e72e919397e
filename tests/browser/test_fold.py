"""The browser folds every text as Python does: the two of them go by one table and share nothing else."""

import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from generator.japanese.fold import fold_for_search as fold
from generator.japanese.fold import fold_with_places, folding_table
from generator.japanese.folding import FoldingTable
from generator.japanese.variants import in_usual_form, usual_forms
from tests.browser.looking import IS_CI

ROOT = Path(__file__).parents[2]
ADDRESS = "https://archive.test/"
SOURCE = (ROOT / "content/sources/2022-06-17.txt").read_text(encoding="utf-8")

BLOCK = 0x1000
BLOCKS = range(0, 0x110000, BLOCK)
# All that the folding knows stands here (the planes of writing, and tags): the rest, which is empty, CI takes besides.
KNOWN_BLOCKS = (*range(0, 0x30000, BLOCK), 0xE0000)
# What a character can stand beside: words that space closes up, letters that take marks, numbers.
NEIGHBOURS = [("漢", "字"), ("か", ""), ("9", "000"), ("a", ""), ("가", "")]

ALL = {chr(point) for point in range(0x110000)}
# Folding for the search takes a comma for 、, beside which there is no white space.
SPACE_BESIDE_A_MARK = re.compile(" (?=[,.])|(?<=[,.]) ")

SCRIPT = """
    import { createFold, foldedText, textOf } from "./fold.js";
    import { createUsual } from "./usual.js";
    const full = await (await fetch("./folding.json")).json();
    window.placesOf = createFold(full);
    window.usualPlacesOf = (text) => createUsual(full.usual)(placesOf(text));
    window.usualTextOf = (text) => textOf(usualPlacesOf(text));
    window.foldsBy = (table) => {
      const fold = table ? createFold(table) : placesOf;
      return (text) => foldedText(fold, text);
    };
    window.charactersOf = (block, size) =>
      Array.from({ length: size }, (_, step) => block + step)
        .filter((point) => point < 0xd800 || point > 0xdfff)
        .map((point) => String.fromCodePoint(point));
    window.digest = async (text) => {
      const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
      return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    };
    document.title = "ready";
"""


@pytest.fixture
def folding(page: Page) -> Page:
    """A page that holds the folding and the full table, and nothing else."""
    files = {
        "": ("text/html", f'<!doctype html><title></title><script type="module">{SCRIPT}</script>'),
        "folding.json": ("application/json", json.dumps({**folding_table(), "usual": usual_forms(ALL)})),
    }
    for name in ("fold.js", "usual.js"):
        files[name] = ("text/javascript", (ROOT / "theme/assets/javascripts" / name).read_text(encoding="utf-8"))

    def serve(route: Route) -> None:
        kind, body = files[route.request.url.removeprefix(ADDRESS)]
        route.fulfill(body=body, content_type=f"{kind}; charset=utf-8")

    page.route("**/*", serve)
    page.goto(ADDRESS)
    page.wait_for_function("document.title === 'ready'")
    return page


def characters_of(block: int) -> Iterator[str]:
    return (chr(point) for point in range(block, block + BLOCK) if not 0xD800 <= point <= 0xDFFF)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def in_the_browser(page: Page, texts: Iterable[str], table: dict[str, object] | None = None) -> list[str]:
    folded: list[str] = page.evaluate("([texts, table]) => texts.map(foldsBy(table))", [list(texts), table])
    return folded


def test_every_character_alone_folds_as_in_python(folding: Page) -> None:
    digests = folding.evaluate(
        """([blocks, size]) => {
            const fold = foldsBy();
            return Promise.all(blocks.map((block) => digest(charactersOf(block, size).map(fold).join("|"))));
        }""",
        [list(BLOCKS), BLOCK],
    )
    expected = [digest("|".join(map(fold, characters_of(block)))) for block in BLOCKS]
    assert differing(folding, [""], [""], zip(BLOCKS, digests, expected, strict=True)) == []


def test_the_known_blocks_hold_all_that_the_folding_knows() -> None:
    table = FoldingTable.committed()
    known = {*table.images, *"".join((*table.pairs, *table.pairs.values(), *table.images.values()))}
    assert {ord(character) // BLOCK * BLOCK for character in known} <= {*KNOWN_BLOCKS}


def test_every_character_beside_others_folds_as_in_python(folding: Page) -> None:
    """One long text for each block: a bar folds to itself, and no rule reaches across it."""
    blocks = BLOCKS if IS_CI else KNOWN_BLOCKS
    digests = folding.evaluate(
        """([blocks, size, neighbours]) => {
            const fold = foldsBy();
            const beside = (character) => neighbours.map(([before, after]) => before + character + after).join("|");
            return Promise.all(blocks.map((block) => digest(fold(charactersOf(block, size).map(beside).join("|")))));
        }""",
        [list(blocks), BLOCK, NEIGHBOURS],
    )
    expected = [digest(fold("|".join(map(beside, characters_of(block))))) for block in blocks]
    before, after = zip(*NEIGHBOURS, strict=True)
    assert differing(folding, before, after, zip(blocks, digests, expected, strict=True)) == []


def beside(character: str) -> str:
    return "|".join(before + character + after for before, after in NEIGHBOURS)


def differing(
    page: Page, before: Iterable[str], after: Iterable[str], found: Iterable[tuple[int, str, str]]
) -> list[tuple[str, str, str]]:
    """The texts of the blocks ``found`` to have two digests, each as the browser and as Python fold it."""
    wrong = [block for block, one, other in found if one != other]
    around = list(zip(before, after, strict=True))
    texts = [first + each + last for block in wrong for each in characters_of(block) for first, last in around]
    pairs = zip(texts, in_the_browser(page, texts), strict=True)
    return [(text, folded, fold(text)) for text, folded in pairs if folded != fold(text)] or [
        (f"U+{block:04X}", "differs", "as a whole") for block in wrong
    ]


def test_the_documents_fold_as_in_python(folding: Page) -> None:
    texts = [SOURCE, *SOURCE.splitlines()]
    assert in_the_browser(folding, texts) == [fold(text) for text in texts]


def random_texts(number: int) -> list[str]:
    chance = random.Random(2022)  # noqa: S311 - nothing here is secret
    table = FoldingTable.committed()
    kinds = [
        "0123456789,",
        "，．、。,.…",
        " \u3000\t",
        "かカｶﾊ漢aoА",
        "\u3099゛ﾞ\u0301\u0308\u0323\u200d\ufe00",
        "ᄀ가각ㄱᅡᆨ",
    ]
    kinds += ["".join(table.images), "".join(table.pairs), "".join(table.pairs.values())]
    return ["".join(chance.choice(chance.choice(kinds)) for _ in range(chance.randint(2, 12))) for _ in range(number)]


def test_texts_in_which_foldings_meet_fold_as_in_python(folding: Page) -> None:
    texts = random_texts(5000)
    assert [pair for pair in zip(texts, in_the_browser(folding, texts), strict=True) if fold(pair[0]) != pair[1]] == []


@pytest.mark.parametrize("characters", [fold(SOURCE), "が가 é1", ""])
def test_the_browser_reads_a_reduced_table(folding: Page, characters: str) -> None:
    texts = [*SOURCE.splitlines(), *random_texts(2000), "か゛", "１，０００", "가", "ＬＩＮＥ", "ÉéЕ\u0301"]
    for text, reduced in zip(texts, in_the_browser(folding, texts, folding_table(characters)), strict=True):
        if set(fold(text)) <= set(characters):
            assert reduced == fold(text)
        else:
            assert not set(reduced) <= set(characters)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("犬", [("犬", "犬")]),
        (" Ｌ 犬", [("l", "Ｌ"), ("犬", "犬")]),
        ("ｶﾞか\u3099", [("ガ", "ｶﾞ"), ("が", "か\u3099")]),
        ("か ゛", [("が", "か ゛")]),
        ("㈱", [("(", "㈱"), ("株", "㈱"), (")", "㈱")]),
        ("a \t b", [("a", "a"), (" ", " "), ("b", "b")]),
        ("9,000", [("9", "9"), ("0", "0"), ("0", "0"), ("0", "0")]),
        ("\u200b葛\U000e0100城", [("葛", "葛\U000e0100"), ("城", "城")]),
        ("⼾\ufe00‧ａ，", [("戸", "⼾\ufe00"), ("・", "‧"), ("a", "ａ"), ("、", "，")]),
        ("𝐀𠮷b", [("a", "𝐀"), ("𠮷", "𠮷"), ("b", "b")]),
    ],
)
def test_every_folded_character_knows_its_place(folding: Page, text: str, places: list[tuple[str, str]]) -> None:
    found: list[list[Any]] = folding.evaluate(
        "(text) => placesOf(text).map(({ character, start, end }) => [character, text.slice(start, end)])", text
    )
    assert [tuple(pair) for pair in found] == places


def test_every_folded_character_has_the_place_it_has_in_python(folding: Page) -> None:
    texts = [*SOURCE.splitlines(), *random_texts(5000)]
    found: list[list[list[Any]]] = folding.evaluate(
        "(texts) => texts.map((text) => placesOf(text).map(({ character, start, end }) => [character, start, end]))",
        texts,
    )
    for text, places in zip(texts, found, strict=True):
        folded = fold_with_places(text)
        spans = [(units_in(text[:start]), units_in(text[:end])) for start, end in folded.places]
        kept = [span for index, span in enumerate(spans) if not SPACE_BESIDE_A_MARK.match(folded.text, index)]
        expected = [[letter, *span] for letter, span in zip(fold(text), kept, strict=True)]
        assert (text, places) == (text, expected)


def test_the_usual_form_is_that_of_python(folding: Page) -> None:
    table = usual_forms(ALL)
    kanji, shorts = str(table["kanji"]), ["㈱", "（公財）", "(公戝)", "ＮＰＯ法人", "(株", "npo", "(社"]
    chance = random.Random(2027)  # noqa: S311 - nothing here is secret
    parts = [*kanji, *shorts, " ", "a", "か", "、"]
    texts = [kanji, *("".join(chance.choices(parts, k=8)) for _ in range(3000))]
    texts += ["".join(chance.choices([*shorts, " ", "a"], k=5)) for _ in range(3000)]
    found = folding.evaluate("(texts) => texts.map(usualTextOf)", texts)
    assert [pair for pair in zip(texts, found, strict=True) if in_usual_form(fold(pair[0])) != pair[1]] == []


def test_a_long_form_stands_where_the_short_one_stood(folding: Page) -> None:
    text = "Ｚ（株） 髙"
    found = folding.evaluate(
        "(text) => usualPlacesOf(text).map(({ character, start, end }) => [character, text.slice(start, end)])", text
    )
    assert found == [["z", "Ｚ"], *([letter, "（株）"] for letter in "株式会社"), ["高", "髙"]]


def units_in(text: str) -> int:
    """How long a text is to JavaScript, which counts code units of UTF-16."""
    return len(text.encode("utf-16-le")) // 2
