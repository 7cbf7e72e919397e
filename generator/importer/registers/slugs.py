"""Slugs for names, as the registries write them: tokyo-ikuseien, kanri-site, dx-suishin-tanto-ka.

Hepburn's spelling as passports have it (外務省「ヘボン式ローマ字綴方表」, 旅券法施行規則第5条): long vowels are written
like short ones, and っ doubles the consonant after it, before ch with a t. Only ん differs: it is n before all letters.
"""

import re
from collections.abc import Collection
from typing import Final

from generator.importer.registers.name_readings import UNKNOWN_READING, NameReader, Word
from generator.japanese.kana import is_reading
from generator.kinds.kind import UNDECIDED_SLUG

LONGEST_SLUG: Final = 60

# Borrowed words that the registries write in the language they come from.
_BORROWED: Final = {
    "アプリ": "app",
    "インターネット": "internet",
    "カード": "card",
    "クラウド": "cloud",
    "サービス": "service",
    "サイト": "site",
    "システム": "system",
    "センター": "center",
    "データ": "data",
    "ネットワーク": "network",
    "ポータル": "portal",
    "メール": "mail",
}
_NOT_OF_A_SLUG: Final = re.compile("[^a-z0-9]")
_ROWS: Final = {
    "": "あいうえお",
    "k": "かきくけこ",
    "s": "さしすせそ",
    "t": "たちつてと",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "m": "まみむめも",
    "r": "らりるれろ",
    "g": "がぎぐげご",
    "z": "ざじずぜぞ",
    "d": "だぢづでど",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
}
_IRREGULAR: Final = (
    {"し": "shi", "ち": "chi", "つ": "tsu", "ふ": "fu", "じ": "ji", "ぢ": "ji", "づ": "zu", "ゔ": "vu"}
    | {"や": "ya", "ゆ": "yu", "よ": "yo", "わ": "wa", "ゐ": "i", "ゑ": "e", "を": "o", "ん": "n"}
    | {"ゃ": "ya", "ゅ": "yu", "ょ": "yo", "ゎ": "wa", "ゕ": "ka", "ゖ": "ke"}
    | {"ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o"}
)
_SOUNDS: Final = {
    letter: consonant + vowel
    for consonant, letters in _ROWS.items()
    for letter, vowel in zip(letters, "aiueo", strict=True)
} | _IRREGULAR
_VOWEL_OF_SMALL: Final = dict(zip("ぁぃぅぇぉゃゅょ", "aiueoauo", strict=True))
_SYLLABLE: Final = re.compile("(っ*)([ぁ-ゖ])([ぁぃぅぇぉゃゅょ]?)")
_WITHOUT_Y: Final = ("sh", "ch", "j")
_GLIDES: Final = {"u": "w", "i": "y"}
_LONG: Final = re.compile("o[ou]+|u{2,}")


def make_slug(reader: NameReader, *names: str, taken: Collection[str] = ()) -> str:
    """Return the slug of the first of ``names`` whose own is none of ``taken``, or a numbered one of the last.

    It is the words of the name, or of a reading, in Hepburn's spelling, joined by -.
    """
    wished = [_wish_slug(reader, name) for name in names]
    return next((slug for slug in wished if slug == _number_if_taken(slug, taken)), _number_if_taken(wished[-1], taken))


def _wish_slug(reader: NameReader, name: str) -> str:
    """Return the slug of ``name``, as long as nothing else has it; cut after a word where it is too long.

    In hiragana alone nobody sees where a word ends, and they stay one.
    """
    parts = [romanize(name)] if is_reading(name) else _romanize_words(reader.words(name))
    parts = [part for part in parts if part] or [romanize(UNKNOWN_READING)]
    while len("-".join(parts)) > LONGEST_SLUG and len(parts) > 1:
        parts.pop()
    return "-".join(parts)[:LONGEST_SLUG]


def _romanize_words(words: tuple[Word, ...]) -> list[str]:
    parts: list[str] = []
    for word in words:
        latin = _NOT_OF_A_SLUG.sub("", word.text.lower()) if word.text.isascii() else ""
        part = latin or _BORROWED.get(word.text) or romanize(word.reading)
        if part and word.joined and parts:
            parts[-1] += part
        elif part:
            parts.append(part)
    return parts


def _number_if_taken(slug: str, taken: Collection[str]) -> str:
    number = 1
    numbered = slug
    while numbered in taken or numbered == UNDECIDED_SLUG:
        number += 1
        numbered = f"{slug}-{number}"
    return numbered


def romanize(reading: str) -> str:
    """Return a hiragana ``reading`` in lower-case ASCII letters; what is not hiragana is left out."""
    latin = "".join(_romanize_syllable(*match.groups()) for match in _SYLLABLE.finditer(reading))
    return _LONG.sub(lambda vowels: vowels.group()[0], latin)


def _romanize_syllable(pause: str, letter: str, small: str) -> str:
    sound = _add_small_letter(_SOUNDS.get(letter, ""), small)
    if not pause or sound[:1] in ("", *"aiueon"):
        return sound
    return ("t" if sound.startswith("ch") else sound[0]) + sound


def _add_small_letter(sound: str, small: str) -> str:
    """Return a syllable with the small letter after it: ki and ゃ are kya, fu and ぁ are fa, u and ぇ are we."""
    if not small:
        return sound
    consonant = sound[:-1] or _GLIDES.get(sound, sound)
    y = "y" if small in "ゃゅょ" and len(sound) > 1 and consonant not in _WITHOUT_Y else ""
    return consonant + y + _VOWEL_OF_SMALL[small]
