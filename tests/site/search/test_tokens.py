"""The laws of the tokens: they can be read back, and a phrase of them is found exactly where the text stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.site.search.tokens import BOUNDARY, decode, encode, rooms_for

Areas = Sequence[Sequence[str]]

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# Few characters, so that repetitions, overlaps and accidental matches abound; and all of Unicode beside them.
TEXTS = st.text(alphabet="理管情報a1 \U00020b9f") | st.text()


@dataclass(frozen=True)
class Layout:
    """Documents of as many areas each, laid out in rooms that they fit."""

    documents: list[list[list[str]]]
    rooms: tuple[int, ...]


@st.composite
def layouts(draw: st.DrawFn, spare: int = 4) -> Layout:
    """Some documents, in rooms that have up to ``spare`` positions more than any of them needs."""
    count = draw(st.integers(1, 3))
    areas = st.lists(st.lists(TEXTS, max_size=3), min_size=count, max_size=count)
    documents = draw(st.lists(areas, min_size=1, max_size=3))
    rooms = rooms_for(documents)
    return Layout(documents, tuple(room + draw(st.integers(0, spare)) for room in rooms))


def code(character: str) -> str:
    return "".join(DIGITS[ord(character) // 36**power % 36] for power in (3, 2, 1, 0))


def phrase(text: str) -> list[str]:
    """The tokens a browser asks for: pairs, or threes where the characters are odd in number, at every second one."""
    codes = [code(character) for character in text]
    length = 2 + len(codes) % 2
    return ["".join(codes[start : start + length]) for start in range(0, max(len(codes) - length + 1, 1), 2)]


def positions(wanted: list[str], tokens: list[str]) -> list[int]:
    """Where Pagefind says that the phrase stands."""
    return [start for start in range(len(tokens)) if tokens[start : start + len(wanted)] == wanted]


def area_at(position: int, rooms: Sequence[int]) -> int:
    """The area in which a browser takes a position to lie."""
    return sum(position >= end for end in accumulate(rooms))


def holding(areas: Areas, text: str) -> list[int]:
    return [index for index, area in enumerate(areas) if any(text in block for block in area)]


def part_of(areas: Areas, data: st.DataObject) -> str:
    """Characters that follow one another in a block."""
    blocks = [block for area in areas for block in area if block]
    assume(blocks)
    block = data.draw(st.sampled_from(blocks))
    start = data.draw(st.integers(0, len(block) - 1))
    return block[start : data.draw(st.integers(start + 1, len(block)))]


@given(layouts())
def test_tokens_can_be_read_back(layout: Layout) -> None:
    for areas in layout.documents:
        blocks = tuple(tuple(filter(None, area)) for area in areas)
        assert decode(encode(areas, layout.rooms), layout.rooms) == blocks


@given(layouts())
def test_tokens_are_words_that_pagefind_leaves_alone(layout: Layout) -> None:
    for areas in layout.documents:
        for token in encode(areas, layout.rooms).split(" "):
            assert token == BOUNDARY or re.fullmatch("([0-9a-z]{4}){1,3}", token)


@given(layouts(), TEXTS.filter(bool))
def test_a_phrase_is_found_exactly_where_a_block_holds_the_text(layout: Layout, text: str) -> None:
    for areas in layout.documents:
        found = positions(phrase(text), encode(areas, layout.rooms).split())
        assert bool(found) == bool(holding(areas, text))


@given(layouts(), st.data())
def test_the_first_position_of_any_part_of_a_block_lies_in_the_best_area(layout: Layout, data: st.DataObject) -> None:
    for areas in layout.documents:
        text = part_of(areas, data)
        first, *_ = positions(phrase(text), encode(areas, layout.rooms).split())
        assert area_at(first, layout.rooms) == holding(areas, text)[0]


@given(layouts(), st.data())
def test_the_first_position_of_a_character_lies_in_the_best_area(layout: Layout, data: st.DataObject) -> None:
    for areas in layout.documents:
        character = part_of(areas, data)[0]
        first, *_ = positions([code(character)], encode(areas, layout.rooms).split())
        assert area_at(first, layout.rooms) == holding(areas, character)[0]


@given(layouts(), st.data())
def test_a_phrase_lies_in_just_the_areas_that_hold_it(layout: Layout, data: st.DataObject) -> None:
    for areas in layout.documents:
        text = part_of(areas, data)[-2:] + part_of(areas, data)[:2]
        found = positions(phrase(text), encode(areas, layout.rooms).split())
        assert {area_at(position, layout.rooms) for position in found} == set(holding(areas, text))


@given(layouts(spare=0))
def test_every_room_is_filled_by_one_of_the_documents(layout: Layout) -> None:
    for index, room in enumerate(layout.rooms):
        smaller = (*layout.rooms[:index], room - 1, *layout.rooms[index + 1 :])
        laid_out = [(encode(areas, smaller), encode(areas, layout.rooms)) for areas in layout.documents]
        assert any(one.rstrip(" -") == other.rstrip(" -") for one, other in laid_out)


@given(layouts())
def test_the_lengths_of_documents_are_round(layout: Layout) -> None:
    for areas in layout.documents:
        assert len(encode(areas, layout.rooms).split()) % 1024 == 0


def test_the_layout_of_a_document() -> None:
    areas = [["abc", "b"], [], ["", "cabda"]]
    a, b, c, d = "002p", "002q", "002r", "002s"
    first = [a, b, c, "-", a + b, "-", b + c, "-", a + b + c, "-", "-", b, "-", "-", "-", "-"]
    third = [d, "-", c + a, b + d, "-", a + b, d + a, "-", c + a + b, b + d + a, "-", a + b + d, "-"]
    tokens = [*first, *"--", "-", *"--", *third]
    tokens += ["-"] * (1024 - len(tokens))
    assert encode(areas, (18, 3)).split() == tokens
    assert decode(" ".join(tokens), (18, 3)) == (("abc", "b"), (), ("cabda",))
    assert rooms_for([areas, [["c"] * 4, ["a"], ["b"]]]) == (22, 7)


def test_no_phrase_of_an_odd_number_of_characters_is_found_where_only_its_pairs_stand() -> None:
    [tokens] = [encode([["abxbc"]], ()).split()]
    assert positions(phrase("ab"), tokens)
    assert positions(phrase("bc"), tokens)
    assert not positions(phrase("abc"), tokens)
    assert not positions(phrase("abbc"), tokens)


def tokens_of(letters: str) -> str:
    """Tokens written as the letters they stand for, and padded to a round length."""
    words = [word if word == BOUNDARY else "".join(map(code, word)) for word in letters.split()]
    return " ".join([*words, *[BOUNDARY] * (1024 - len(words))])


def test_what_a_text_can_have_given_is_read() -> None:
    assert decode(tokens_of("a b c - ab - bc - abc - -"), ()) == (("abc",),)
    assert decode(tokens_of("a b - ab - - - - - a - - - -"), (8,)) == (("ab",), ("a",))


@pytest.mark.parametrize(
    ("letters", "rooms"),
    [
        pytest.param("- ab - bc - abc", (), id="no characters"),
        pytest.param("a b - ab - bc - abc", (), id="a character missing"),
        pytest.param("a b c d - ab - bc - abc", (), id="a character too many"),
        pytest.param("a b c c - ab - bc - abc", (), id="a character twice"),
        pytest.param("b a c - ab - bc - abc", (), id="characters in another order"),
        pytest.param("a b c ab - bc - abc", (), id="a boundary missing"),
        pytest.param("a b c - ab - - abc", (), id="a pair missing"),
        pytest.param("a b c - ab - bc -", (), id="threes missing"),
        pytest.param("a b c - ab - ac - abc", (), id="pairs that do not fit"),
        pytest.param("a b c - ab - bc - aac", (), id="threes that do not fit"),
        pytest.param("a b c - bc - ab - abc", (), id="runs in another order"),
        pytest.param("a b c - a b c", (), id="characters for pairs"),
        pytest.param("a b c - abc - ab - bc", (), id="threes for pairs"),
        pytest.param("a b - ab - - - - a - a", (8,), id="a character of an area before"),
        pytest.param("a b - ab - - - - - a", (7,), id="a smaller room"),
        pytest.param("a b - ab - - - - - a", (9,), id="a larger room"),
        pytest.param("a b - ab - - - - - a", (8, 2000), id="an area missing"),
    ],
)
def test_what_no_text_can_have_given_is_refused(letters: str, rooms: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="not the tokens"):
        decode(tokens_of(letters), rooms)


@pytest.mark.parametrize("length", [0, 10, 1023, 1025])
def test_another_length_is_refused(length: int) -> None:
    tokens = tokens_of("a b c - ab - bc - abc - -").split()
    with pytest.raises(ValueError, match="not the tokens"):
        decode(" ".join([*tokens, BOUNDARY][:length]), ())


@pytest.mark.parametrize("word", ["002P", "02p", "002p0", "zzzz", "zzzzzzzz", "zzzzzzzzzzzz", "!", "00_p", "００２ｐ"])
def test_what_is_no_token_is_refused(word: str) -> None:
    tokens = tokens_of("a - a").split()
    for place in range(3):
        damaged = [*tokens[:place], word, *tokens[place + 1 :]]
        with pytest.raises(ValueError, match=r".+"):
            decode(" ".join(damaged), ())
