"""Each radical is the kanji that a Japanese reader sees in its place."""

import gzip
import json
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from generator.japanese.fold import fold
from generator.japanese.radicals import RADICALS, SIGNS_PRINTED_ALIKE, mend_radicals

KANGXI = range(0x2F00, 0x2FD6)


@pytest.mark.parametrize(
    ("radicals", "kanji"),
    [
        ("区⺠", "区民"),
        ("⻑い⼾", "長い戸"),
        ("⻄⽇本の⼾籍", "西日本の戸籍"),
        ("⻘⾊申告", "青色申告"),
        ("⻩⾊い⽝", "黄色い犬"),
        ("⿈⾊い⽝", "黃色い犬"),
        ("⾭⿊", "靑黒"),
        ("⻝⾷", "食食"),
        ("⻭⻯⻲⻨⻫⺟", "歯竜亀麦斉母"),
        ("㇐⼀", "一一"),
        ("⽒名‧住所∕電話", "氏名・住所／電話"),
    ],
)
def test_radicals_become_what_a_japanese_reader_sees(radicals: str, kanji: str) -> None:
    assert mend_radicals(radicals) == kanji


def test_nothing_but_radicals_strokes_and_these_signs_is_mended() -> None:
    text = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x20000)]))
    changed = [one for one, other in zip(text, mend_radicals(text), strict=True) if one != other]
    assert changed == sorted(RADICALS | SIGNS_PRINTED_ALIKE)
    assert all(unicodedata.name(radical).startswith(("CJK RADICAL", "KANGXI", "CJK STROKE")) for radical in RADICALS)
    assert {chr(code) for code in KANGXI} <= set(changed)


def test_what_is_mended_is_still_found_as_it_was_written() -> None:
    assert {fold(sign) for sign in SIGNS_PRINTED_ALIKE} == {fold(sign) for sign in SIGNS_PRINTED_ALIKE.values()}
    apart = {radical for radical, kanji in RADICALS.items() if fold(radical) != fold(kanji)}
    assert apart == {"⾭", "⿈"}


def test_no_radical_stands_for_another() -> None:
    assert not set(RADICALS.values()) & RADICALS.keys()
    assert {unicodedata.normalize("NFKC", kanji) for kanji in RADICALS.values()} == set(RADICALS.values())


def test_of_the_kangxi_radicals_two_are_not_what_unicode_decomposes_them_to() -> None:
    others = {(c, RADICALS[c]) for c in map(chr, KANGXI) if RADICALS[c] != unicodedata.normalize("NFKC", c)}
    assert others == {("⼾", "戸"), ("⿊", "黒")}


def test_a_radical_is_the_kanji_that_japanese_fonts_draw_with_its_glyph() -> None:
    """As pdfminer.six carries it: Adobe-Japan1's map from characters to glyphs."""
    data = files("pdfminer").joinpath("cmap/UniJIS2004-UTF32-H.json.gz").read_bytes()
    glyphs = dict(glyphs_of(json.loads(gzip.decompress(data))["CODE2CID"], 0))
    drawn_as = {glyph: letter for letter, glyph in glyphs.items() if unicodedata.name(letter, "").startswith("CJK UNI")}
    shared = {letter: drawn_as[glyphs[letter]] for letter in RADICALS if glyphs.get(letter) in drawn_as}
    assert len(shared) > len(KANGXI)
    others = {letter: kanji for letter, kanji in shared.items() if RADICALS[letter] != kanji}
    assert others == {"⺳": "𦉪"}  # which JIS X 0213 does not hold


def glyphs_of(branch: dict[str, Any], before: int) -> Iterator[tuple[str, int]]:
    for byte, beneath in branch.items():
        code = before * 0x100 + int(byte)
        if isinstance(beneath, dict):
            yield from glyphs_of(beneath, code)
        else:
            yield chr(code), beneath
