"""The form of a text that serves matching, and never replaces the text itself.

The same texts fold alike under every Python and in every browser: both go by one table, made of one version of Unicode
(folding_maker.py), and neither asks its own library about a character. The browser's copy of this file is
``theme/assets/javascripts/fold.js``, also of where each folded character stands in the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from generator.japanese.folding import HANGUL_MARKS, FoldingTable, compose, whole_of

_TABLE: Final = FoldingTable.committed()
_IMAGES: Final = str.maketrans(dict(_TABLE.images))
_MARK: Final = re.compile(f"[{''.join(sorted(HANGUL_MARKS | {pair[1] for pair in _TABLE.pairs}))}]")
# The images of white space are spaces. Long rows of them become one first: looking behind a row from each of its spaces
# takes minutes. A lookbehind before the space would be tried at every character, not only there.
_SPACE_AFTER_ANOTHER: Final = re.compile(" (?<=  ) *")
_SPACE_BESIDE_JAPANESE: Final = re.compile(f" (?:(?=[{_TABLE.japanese}])|(?<=[{_TABLE.japanese}] ))")
_SPACE_AT_AN_END: Final = re.compile("^ +| +$")
_THOUSANDS_SEPARATOR: Final = re.compile(r",(?<=[0-9],)(?=[0-9]{3}(?![0-9]))")
# Documents that write ，． for 、。 write them between Japanese words. Beside Latin letters and digits, a comma or a
# period is part of 3.2, No.3, 5,6 or Inc., and several together are an ellipsis.
_JAPANESE_MARKS: Final = {",": "、", ".": "。"}
_MARK_BETWEEN_JAPANESE: Final = re.compile("[,.](?<![0-9a-z ,.][,.])(?![0-9a-z ,.])")
_TO_JAPANESE_MARKS: Final = str.maketrans(_JAPANESE_MARKS)

# Names and phrases are asked for again and again, in text after text.
_LONGEST_REMEMBERED: Final = 60
_MOST_REMEMBERED: Final = 20_000


def fold(text: str) -> str:
    """Return the matching form of ``text``: equal for spellings a reader takes for one.

    Width, case, look-alikes (Latin, radicals, dashes, middle dots, ，． for 、。), characters that cannot be seen and
    thousands separators no longer differ, and white space beside Japanese characters is gone. Folding is idempotent.
    """
    return _remembered(text) if len(text) <= _LONGEST_REMEMBERED else _fold(text)


def _fold(text: str) -> str:
    plain = text.translate(_IMAGES)
    for space in (_SPACE_AFTER_ANOTHER, _SPACE_BESIDE_JAPANESE):
        plain = space.sub("", plain)
    plain = plain.strip(" ")
    # Only now, because a mark may have stood behind a space that is gone: か ゛. Composing in its turn makes no new
    # room, since a letter with its mark is Japanese exactly if the letter is.
    composed = compose(plain, _TABLE.pairs) if _MARK.search(plain) else plain
    return _with_japanese_marks(_THOUSANDS_SEPARATOR.sub("", composed))


def _with_japanese_marks(folded: str) -> str:
    return _MARK_BETWEEN_JAPANESE.sub(lambda mark: _JAPANESE_MARKS[mark.group()], folded)


_remembered = lru_cache(_MOST_REMEMBERED)(_fold)


def fold_for_search(text: str) -> str:
    """Return the form of ``text`` in which the search compares: folded, with ， and 、, ． and 。 one everywhere.

    What a query is cut out of cannot be seen in it: ，住所 may have stood behind 氏名 or behind ＬＩＮＥ. So every part
    of a text is found in it, unless it is cut at a thousands separator. For evidence 3.2 and 3。2 stay apart.
    """
    return _SPACE_BESIDE_JAPANESE.sub("", fold(text).translate(_TO_JAPANESE_MARKS))


class Span(NamedTuple):
    """A stretch of a text's characters, from ``start`` up to but not including ``end``."""

    start: int
    end: int


@dataclass(frozen=True)
class FoldedText:
    """The matching form of a text, and for each of its characters the stretch of the text that it stands for."""

    text: str
    places: tuple[Span, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the original for which the folded characters from ``start`` up to ``end`` stand."""
        return Span(self.places[start].start, self.places[end - 1].end)

    def index_from(self, place: int) -> int:
        """Return the index of the first folded character that begins at or after ``place`` of the original."""
        return bisect_left(self.places, place, key=lambda span: span.start)


def fold_with_places(text: str) -> FoldedText:
    """Return the matching form of ``text``, as ``fold`` does, with the place of each of its characters in ``text``.

    A character that cannot be seen belongs to the one before it, and a letter with its marks stands where all of them
    stood: marked, they are marked together.
    """
    letters = _replaced(text)
    for dropped in (_SPACE_AFTER_ANOTHER, _SPACE_BESIDE_JAPANESE, _SPACE_AT_AN_END):
        letters = _without(dropped, letters)
    letters = _without(_THOUSANDS_SEPARATOR, _composed(letters))
    return FoldedText(_with_japanese_marks(_text_of(letters)), tuple(place for _, place in letters))


_Letters = list[tuple[str, Span]]


def _replaced(text: str) -> _Letters:
    letters: _Letters = []
    for start, character in enumerate(text):
        image = _IMAGES.get(ord(character), character)
        letters += ((letter, Span(start, start + 1)) for letter in image)
        if not image and letters:
            letter, place = letters[-1]
            letters[-1] = letter, Span(place.start, start + 1)
    return letters


def _without(pattern: re.Pattern[str], letters: _Letters) -> _Letters:
    kept: _Letters = []
    end = 0
    for match in pattern.finditer(_text_of(letters)):
        kept += letters[end : match.start()]
        end = match.end()
    return kept + letters[end:]


def _composed(letters: _Letters) -> _Letters:
    composed: _Letters = []
    for mark, place in letters:
        letter, before = composed[-1] if composed else ("", place)
        whole = whole_of(letter, mark, _TABLE.pairs) if letter else None
        if whole is None:
            composed.append((mark, place))
        else:
            composed[-1] = whole, Span(before.start, place.end)
    return composed


def _text_of(letters: _Letters) -> str:
    return "".join(letter for letter, _ in letters)


def folding_table(characters: Iterable[str] | None = None) -> dict[str, object]:
    """Return the table for the browser's ``createFold``, as JSON.

    Where ``characters`` are given, those that occur in any folded text of a site, it is reduced to what matters there:
    a text folds alike if its folded form consists of them, and else holds some other character too.
    """
    return (_TABLE if characters is None else _TABLE.reduced(characters)).to_json()


def without_space(text: str) -> str:
    """Return ``text`` without any white space: what two renderings of one document have in common."""
    return "".join(text.split())


def count_alike(one: Sequence[object], other: Sequence[object]) -> int:
    """Return how many characters, or other parts, ``one`` and ``other`` begin with together."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (ours, theirs) in pairs if ours != theirs), min(len(one), len(other)))
