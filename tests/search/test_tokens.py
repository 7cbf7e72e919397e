"""The laws of the tokens: they can be read back, and a phrase of them is found exactly where the text stands."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.tokens import BOUNDARY, decode, encode

# Few characters, so that repetitions, overlaps and accidental matches abound; and all of Unicode beside them.
TEXTS = st.text(alphabet="理管情報a1 \U00020b9f") | st.text()
BLOCKS = st.lists(TEXTS, max_size=5)


def phrase(text: str) -> list[str]:
    """The tokens a browser asks for: bigrams, or the single token of a single character."""
    tokens = encode([text]).split()
    return tokens[: tokens.index(BOUNDARY)]


def stands_in(wanted: list[str], tokens: list[str]) -> bool:
    return any(tokens[start : start + len(wanted)] == wanted for start in range(len(tokens)))


@given(BLOCKS)
def test_tokens_can_be_read_back(blocks: list[str]) -> None:
    assert decode(encode(blocks)) == tuple(blocks)


@given(BLOCKS)
def test_tokens_are_words_that_pagefind_leaves_alone(blocks: list[str]) -> None:
    for token in encode(blocks).split():
        assert token == BOUNDARY or re.fullmatch("([0-9a-z]{4}){1,2}", token)


@given(BLOCKS, TEXTS.filter(bool))
def test_a_phrase_is_found_exactly_where_a_block_holds_the_text(blocks: list[str], text: str) -> None:
    assert stands_in(phrase(text), encode(blocks).split()) == any(text in block for block in blocks)


@given(BLOCKS.filter(any), st.data())
def test_every_part_of_a_block_is_found(blocks: list[str], data: st.DataObject) -> None:
    block = data.draw(st.sampled_from([block for block in blocks if block]))
    start = data.draw(st.integers(0, len(block) - 1))
    end = data.draw(st.integers(start + 1, len(block)))
    assert stands_in(phrase(block[start:end]), encode(blocks).split())


@pytest.mark.parametrize("tokens", ["00aa", "00aa00bb 00cc00dd - 00aa 00bb 00cc 00dd", "00aa00bb - 00aa", "zzzz", "!"])
def test_what_no_text_can_have_given_is_refused(tokens: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        decode(tokens)
