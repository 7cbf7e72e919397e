"""The table that folding goes by: read from folding.json, written for the site, reduced to what can matter there.

``folding_maker.py`` makes folding.json and says what stands in it; fold.py and the browser's fold.js both go by it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

FILE: Final = files("generator.japanese") / "folding.json"

# A row of images is a stretch of code points. Short gaps in it are filled, which packs better than many short rows.
_WIDEST_GAP: Final = 8
_LONGEST_ROW: Final = 64

# Characters that folding itself looks at: white space, the comma that may separate thousands, and the period.
_ALWAYS: Final = frozenset(" ,.")

# The arithmetic of Hangul syllables (The Unicode Standard, section 3.12): leading consonants, vowels, and trailing
# consonants with one before the first that stands for none.
_LEADING, _LEADING_COUNT = 0x1100, 19
_VOWEL, _VOWEL_COUNT = 0x1161, 21
_TRAILING, _TRAILING_COUNT = 0x11A7, 28
_SYLLABLE, _SYLLABLE_COUNT = 0xAC00, 19 * 21 * 28
HANGUL_MARKS: Final = frozenset(
    map(chr, [*range(_VOWEL, _VOWEL + _VOWEL_COUNT), *range(_TRAILING + 1, _TRAILING + _TRAILING_COUNT)]),
)


@dataclass(frozen=True)
class FoldingTable:
    """What becomes of characters when a text is folded.

    ``unicode`` is the version of Unicode it was made of. ``japanese`` is what stands between the brackets of a regular
    expression for the characters beside which white space goes. ``images`` holds what takes a character's place, where
    that is not itself; ``pairs`` the letter that another letter and a mark after it become.
    """

    unicode: str
    japanese: str
    images: Mapping[str, str]
    pairs: Mapping[str, str]

    @classmethod
    def committed(cls) -> "FoldingTable":
        """Return the table of folding.json."""
        return cls.from_json(json.loads(FILE.read_text(encoding="ascii")))

    @classmethod
    def from_json(cls, table: Mapping[str, Any]) -> "FoldingTable":
        """Return the table that ``to_json`` has given the form ``table``."""
        rows = ((int(first, 16), images) for first, images in table["images"].items())
        images = {chr(code): image for first, row in rows for code, image in enumerate(row, first) if image is not None}
        return cls(table["unicode"], table["japanese"], images, table["pairs"])

    def to_json(self) -> dict[str, object]:
        """Return the table in the form of folding.json.

        A row of ``images`` stands under its first code point, in hexadecimal digits, and holds the images of that and
        the following code points; null is a character that stays.
        """
        return {
            "unicode": self.unicode,
            "japanese": self.japanese,
            "images": {f"{row[0]:04X}": self._images_in(row) for row in _rows(sorted(map(ord, self.images)))},
            "pairs": {pair: self.pairs[pair] for pair in sorted(self.pairs)},
        }

    def _images_in(self, row: range) -> list[str | None]:
        return [self.images.get(chr(code)) for code in row]

    def reduced(self, characters: Iterable[str]) -> "FoldingTable":
        """Return the part of the table that matters where every folded text consists of ``characters``.

        A text whose folded form consists of them is folded alike. One whose folded form holds another character has
        another character in its reduced form too, so that nothing is found by accident.
        """
        wanted = self._with_parts({*_ALWAYS, *(part for each in characters for part in self.images.get(each, each))})
        images = {source: image for source, image in self.images.items() if wanted.issuperset(image)}
        pairs = {pair: whole for pair, whole in self.pairs.items() if wanted.issuperset(pair)}
        return FoldingTable(self.unicode, self.japanese, images, pairs)

    def _with_parts(self, characters: set[str]) -> set[str]:
        """Return ``characters`` and whatever they can be composed of, however often."""
        parts = set(characters)
        for syllable in characters:
            parts.update(_parts_of_syllable(syllable))
        while more := {part for pair, whole in self.pairs.items() if whole in parts for part in pair} - parts:
            parts |= more
        return parts


def _rows(codes: Iterable[int]) -> Iterator[range]:
    """Yield the stretches of code points that hold ``codes``, which are sorted."""
    row = range(0)
    for code in codes:
        if row and code - row[-1] <= _WIDEST_GAP and code - row[0] < _LONGEST_ROW:
            row = range(row[0], code + 1)
        else:
            if row:
                yield row
            row = range(code, code + 1)
    if row:
        yield row


def compose(text: str, pairs: Mapping[str, str]) -> str:
    """Return ``text`` with each letter and the marks that follow it joined, from left to right, as ``pairs`` say.

    Hangul is joined by arithmetic; there are too many syllables for a table.
    """
    composed: list[str] = []
    for character in text:
        whole = whole_of(composed[-1], character, pairs) if composed else None
        if whole is None:
            composed.append(character)
        else:
            composed[-1] = whole
    return "".join(composed)


def whole_of(letter: str, mark: str, pairs: Mapping[str, str]) -> str | None:
    """Return the letter that ``letter`` and ``mark`` after it become, or None where they stay apart."""
    return _syllable(ord(letter), ord(mark)) if mark in HANGUL_MARKS else pairs.get(letter + mark)


def _syllable(letter: int, mark: int) -> str | None:
    leading, vowel, trailing = letter - _LEADING, mark - _VOWEL, mark - _TRAILING
    if 0 <= leading < _LEADING_COUNT and 0 <= vowel < _VOWEL_COUNT:
        return chr(_SYLLABLE + (leading * _VOWEL_COUNT + vowel) * _TRAILING_COUNT)
    open_syllable = 0 <= letter - _SYLLABLE < _SYLLABLE_COUNT and (letter - _SYLLABLE) % _TRAILING_COUNT == 0
    if open_syllable and 0 < trailing < _TRAILING_COUNT:
        return chr(letter + trailing)
    return None


def _parts_of_syllable(character: str) -> Iterator[str]:
    """Yield the letters of a Hangul syllable, and the open syllable that a closed one is made of."""
    index = ord(character) - _SYLLABLE
    if 0 <= index < _SYLLABLE_COUNT:
        open_index, trailing = divmod(index, _TRAILING_COUNT)
        leading, vowel = divmod(open_index, _VOWEL_COUNT)
        yield from (chr(_LEADING + leading), chr(_VOWEL + vowel))
        if trailing:
            yield from (chr(_SYLLABLE + open_index * _TRAILING_COUNT), chr(_TRAILING + trailing))
