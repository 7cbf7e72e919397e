"""Makes folding.json: which characters a reader takes for one, by one version of Unicode.

    python -m generator.japanese.folding_maker

A build under a newer Python, and every browser, know other versions of Unicode and would fold other texts. So the
table is made once, under the oldest supported Python, and committed. A character that Unicode has assigned since folds
to itself everywhere.
"""

import json
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from unicodedata import unidata_version

from generator.japanese.folding import FILE, FoldingTable, compose
from generator.japanese.radicals import RADICALS

UNICODE_VERSION: Final = "14.0.0"

# Letters of other scripts that look like Latin ones and that NFKC keeps apart. A Japanese input method offers them
# beside the Latin ones: 諮問第981号 writes メールＳОＳ with a Cyrillic О between two Latin letters. The small вкмнт are
# here so that Cyrillic words do not fall apart by their case. Small Greek letters are themselves (but for the omicron):
# 10 μm are not 10 mm, and プラスα is not プラスa.
LOOK_ALIKES: Final = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеѕіјорсухвкмнтԁһѴѵҮүԚԛԜԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοͿϳɡ",
        "ABESIJKMHOPCTYXaesijopcyxbkmhtdhVvYyQqWwABEZHIKMNOPTYXoJjg",
        strict=True,
    ),
)

# What a reader sees as a horizontal dash: hyphens, en and em dashes and minus signs of every width, also the heavy
# minus ➖, the hyphen bullet ⁃ and the modifier ˗; the two and three em dashes ⸺⸻; and the box drawings ─━, which
# input methods offer and many documents print as a dash. Not here, because they are letters or other signs: the
# long-vowel mark ー and its half-width form, the kanji 一, the katakana double hyphen ゠, the wave dash 〜, the dashes
# of other scripts. The soft hyphen is invisible. Vertical, raised and lowered forms come here through NFKC.
DASHES: Final = "‐‑‒–—―−－﹘﹣˗⁃─━➖⸺⸻"

# The wave dash, and what NFKC makes of the full-width tilde: one key types the one or the other, by the system.
WAVE_DASH, TILDE = "〜", "~"

# What a reader takes for a middle dot (中黒): the characters that Unicode holds to be confusable with it (Unicode
# Technical Standard #39, confusables.txt, U+00B7), but for a letter of Canadian syllabics. What comes out of a PDF file
# and what an input method offers is now ‧ U+2027, now ∙ U+2219, now • U+2022. The half-width ･ comes here through NFKC.
MIDDLE_DOT, MIDDLE_DOTS = "・", "·‧•∙⋅ꞏ⸱᛫𐄁"

# The division slash, which fonts print like ／, and the fraction slash, which NFKC makes of ½.
SLASH, SLASHES = "/", "∕⁄"

# The kanji that radicals are, and for ⾭ and ⿈, which fonts print as 靑 and 黃, those that JIS X 0208 unites with
# these: whoever meets the radical looks for 青 and 黄.
_RADICALS: Final = str.maketrans(RADICALS | {"⾭": "青", "⿈": "黄"})

# All that Python or JavaScript takes for white space, but for U+FEFF, which has no width.
SPACES: Final = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680"
    + "".join(map(chr, range(0x2000, 0x200B)))
    + ("\u2028\u2029\u202f\u205f\u3000")
)

# Default_Ignorable_Code_Point (Unicode Standard Annex #44): the soft hyphen, what has no width, marks of direction,
# invisible operators, fillers, variation selectors and tags. NFKC_Casefold (UAX #31, section 5.1) drops them as well.
INVISIBLE: Final = (
    *(0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFEFF, 0xFFA0),
    *(*range(0x180B, 0x1810), *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)),
    *(*range(0xFE00, 0xFE10), *range(0xFFF0, 0xFFF9), *range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B)),
    *range(0xE0000, 0xE1000),
)

# Kana with the punctuation beside them, and kanji.
JAPANESE: Final = "\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

_PLAIN: Final = str.maketrans(
    LOOK_ALIKES
    | dict.fromkeys(DASHES, "-")
    | dict.fromkeys(MIDDLE_DOTS, MIDDLE_DOT)
    | dict.fromkeys(SLASHES, SLASH)
    | {WAVE_DASH: TILDE}
    | dict.fromkeys(SPACES, " ")
    | {character: "" for character in map(chr, INVISIBLE) if unicodedata.category(character) != "Cn"},
)


def make_table() -> FoldingTable:
    """Return the table by the Unicode of the running Python."""
    pairs = make_pairs()
    images = ((character, image_of(character, pairs)) for character in _characters())
    changed = {character: image for character, image in images if image != character}
    return FoldingTable(unidata_version, JAPANESE, changed, pairs)


def make_pairs() -> dict[str, str]:
    """Return the letter that each folded letter becomes with the mark after it: all that NFC makes one character of.

    A letter with two marks is there in both orders, as in ệ of ê and of ẹ.
    """
    return {
        pair: whole
        for whole in _characters()
        for pair in _pairs_of(unicodedata.normalize("NFD", whole))
        if unicodedata.normalize("NFC", pair) == whole
    }


def _pairs_of(parts: str) -> Iterator[str]:
    # Hangul is composed by arithmetic. A part that folds to something else is never there to be composed.
    if "\u1100" <= parts[0] <= "\u11ff" or _plain(parts) != parts:
        return
    for place, mark in enumerate(parts[1:], 1):
        letter = unicodedata.normalize("NFC", parts[:place] + parts[place + 1 :])
        if len(letter) == 1:
            yield letter + mark


def image_of(character: str, pairs: Mapping[str, str]) -> str:
    """Return what takes the place of ``character`` in a folded text.

    It is taken apart, folded and put together again: a precomposed letter folds as its parts do.
    """
    return compose(_plain(character), pairs)


def _plain(text: str) -> str:
    """Return ``text`` decomposed (NFKD, UAX #15), case-folded, and with the rules above applied, until nothing changes.

    Each rule can make room for another: a letter can fold to one that looks Latin, and a capital to composed letters.
    Radicals come first: NFKD makes ⼾ 戶, and a Japanese reader sees 戸 (radicals.py).
    """
    while True:
        plain = unicodedata.normalize("NFKD", text.translate(_RADICALS)).translate(_PLAIN).casefold()
        if plain == text:
            return plain
        text = plain


def _characters() -> Iterator[str]:
    """Yield every character of Unicode. Surrogates are none."""
    return (chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF)  # noqa: PLR2004


def print_table(table: FoldingTable) -> str:
    """Return ``table`` as the text of folding.json: one row or pair a line, ASCII, so that every change can be read."""
    return _on_lines({name: _printed(part) for name, part in table.to_json().items()}) + "\n"


def _printed(part: object) -> str:
    if isinstance(part, dict):
        return _on_lines({name: json.dumps(entry, separators=(",", ":")) for name, entry in part.items()})
    return json.dumps(part)


def _on_lines(entries: Mapping[str, str]) -> str:
    return "{\n" + ",\n".join(f"{json.dumps(name)}: {entry}" for name, entry in entries.items()) + "\n}"


def main() -> None:
    """Write folding.json, or refuse under a Python that knows another version of Unicode."""
    if unidata_version != UNICODE_VERSION:
        sys.exit(
            f"folding.json is made of Unicode {UNICODE_VERSION}, and this Python has {unidata_version}.",
        )
    Path(__file__).with_name(FILE.name).write_text(print_table(make_table()), encoding="ascii", newline="\n")


if __name__ == "__main__":
    main()
