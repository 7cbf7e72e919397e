"""The committed table is what its maker makes, and holds together: folded texts have nothing left to fold."""

import re
import unicodedata

import pytest

from generator.japanese import folding_maker
from generator.japanese.folding import FILE, FoldingTable
from generator.japanese.folding_maker import DASHES, INVISIBLE, SPACES, UNICODE_VERSION, main, make_table, print_table

TABLE = FoldingTable.committed()


@pytest.fixture(scope="module")
def made() -> FoldingTable:
    return make_table()


def test_the_committed_table_is_what_the_maker_makes(made: FoldingTable) -> None:
    """Later versions of Unicode add characters and leave the others as they are (its stability policies)."""
    same = made if unicodedata.unidata_version == UNICODE_VERSION else without_later_characters(made)
    assert print_table(same) == FILE.read_text(encoding="ascii")


def without_later_characters(made: FoldingTable) -> FoldingTable:
    images = {character: made.images.get(character, character) for character in TABLE.images}
    pairs = {pair: made.pairs.get(pair, "") for pair in TABLE.pairs}
    return FoldingTable(UNICODE_VERSION, made.japanese, images, pairs)


def test_the_maker_refuses_another_version_of_unicode(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = FILE.read_bytes()
    monkeypatch.setattr(folding_maker, "unidata_version", "99.0.0")
    with pytest.raises(SystemExit) as refusal:
        main()
    assert refusal.value.code == "folding.json is made of Unicode 14.0.0, and this Python has 99.0.0."
    assert FILE.read_bytes() == before
    assert capsys.readouterr().out == ""


def test_what_takes_a_characters_place_stays() -> None:
    assert not TABLE.images.keys() & set("".join([*TABLE.images.values(), *TABLE.pairs, *TABLE.pairs.values()]))


def test_what_is_composed_is_never_a_mark() -> None:
    """So composing once, from left to right, leaves nothing to compose."""
    assert not set(TABLE.pairs.values()) & {pair[1] for pair in TABLE.pairs}
    assert {len(whole) for whole in TABLE.pairs.values()} == {1}


def test_a_letter_is_japanese_as_its_parts_are() -> None:
    """So composing changes nothing in where white space goes."""
    japanese = re.compile(f"[{TABLE.japanese}]")
    for pair, whole in TABLE.pairs.items():
        assert {bool(japanese.match(character)) for character in pair + whole} in ({True}, {False})


def test_white_space_of_python_and_of_javascript_becomes_a_space() -> None:
    every = [character for character in map(chr, range(0x110000)) if character.isspace()]
    assert sorted(SPACES) == every
    assert {TABLE.images.get(character, character) for character in SPACES} == {" "}
    assert TABLE.images["\ufeff"] == ""


def test_what_cannot_be_seen_goes() -> None:
    gone = {character for character, image in TABLE.images.items() if not image}
    assert gone == {character for character in map(chr, INVISIBLE) if character in TABLE.images}
    assert gone >= set("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2064\ufe00\ufe0f\U000e0100\U000e01ef")


@pytest.mark.parametrize("dash", DASHES)
def test_dashes_are_dashes_in_unicode_or_drawn_as_one(dash: str) -> None:
    assert unicodedata.category(dash) in {"Pd", "Sm"} or dash in "˗⁃─━➖"
    assert TABLE.images[dash] == "-"


@pytest.mark.parametrize("letter", "ーｰ一゠〜")
def test_what_only_resembles_a_dash_is_none(letter: str) -> None:
    assert TABLE.images.get(letter, letter) != "-"
