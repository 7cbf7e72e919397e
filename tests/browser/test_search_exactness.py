"""Exactly what stands in the documents is found: hundreds of their parts, and as many that mostly occur nowhere."""

import random
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

import pytest
from playwright.sync_api import Page

from generator.japanese.fold import fold_for_search
from tests.browser.searching import queried
from tests.browser.truth import Truth
from tests.publishing import Site

PARTS: Final = 300
# What a query says with signs of its own. A part that holds them would ask for something else.
SIGNS: Final = set('"＂“”-－− \u3000')


def parts_of(texts: list[str], seed: int) -> list[str]:
    """Parts of the texts, of many lengths. (,000 alone is not a part of 1,000, which reads as 1000.)"""
    chance = random.Random(seed)  # noqa: S311 - which parts are asked for is no secret
    parts: list[str] = []
    while len(parts) < PARTS:
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        part = text[start : start + chance.randint(1, 12)]
        if fold_for_search(part) and fold_for_search(part) in fold_for_search(text) and not SIGNS & set(part):
            parts.append(part)
    return parts


def differing(page: Page, site: Site, truth: Truth, queries: Iterable[str]) -> list[tuple[str, list[int], set[int]]]:
    """What is asked, found and true, where it differs; the spellings of registered names are left aside."""
    asked = list(queries)
    page.goto(f"{site.url}search/")
    found = queried(page, site, asked, "aliases=off")
    pairs = zip(asked, found, map(truth.holding, asked), strict=True)
    assert all(len(set(numbers)) == len(numbers) for numbers in found)
    return [(query, numbers, held) for query, numbers, held in pairs if set(numbers) != held]


@pytest.mark.parametrize("seed", [975, 985])
def test_every_part_of_a_document_is_found(page: Page, at_root: Site, truth: Truth, seed: int) -> None:
    texts = truth.texts
    parts = parts_of(texts, seed)
    assert all(truth.holding(part) for part in parts)
    assert differing(page, at_root, truth, parts) == []


@pytest.mark.parametrize("seed", [976, 986])
def test_what_does_not_stand_there_is_not_found(page: Page, at_root: Site, truth: Truth, seed: int) -> None:
    texts = truth.texts
    reversed_parts = [part[::-1] for part in parts_of(texts, seed)]
    assert sum(not truth.holding(part) for part in reversed_parts) > PARTS / 2
    assert differing(page, at_root, truth, reversed_parts) == []


def test_no_word_reaches_from_one_block_into_the_next(page: Page, at_root: Site, truth: Truth) -> None:
    joined = [
        one[-2:] + other[:2]
        for blocks in truth.blocks.values()
        for one, other in pairwise(blocks)
        if not SIGNS & set(one[-2:] + other[:2])
    ]
    assert sum(not truth.holding(word) for word in joined) > PARTS
    assert differing(page, at_root, truth, joined) == []


def test_a_change_of_one_character_is_a_change(page: Page, at_root: Site, truth: Truth) -> None:
    """Parts in which one character is taken from elsewhere: close to what stands there, and mostly not it."""
    texts = truth.texts
    chance = random.Random(977)  # noqa: S311 - which characters are exchanged is no secret
    others = parts_of(texts, 978)
    changed = []
    for part, other in zip(parts_of(texts, 979), others, strict=True):
        at = chance.randrange(len(part))
        changed.append(part[:at] + other[0] + part[at + 1 :])
    changed = [part for part in changed if fold_for_search(part)]
    assert differing(page, at_root, truth, changed) == []
