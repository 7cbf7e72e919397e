"""Hiragana in Latin letters, as the addresses of the registries write it: shogai, koho-kocho, kansensho.

Hepburn's spelling as passports have it (外務省「ヘボン式ローマ字綴方表」, 旅券法施行規則第5条): long vowels are written
like short ones, and っ doubles the consonant after it, before ch with a t. Only ん differs: it is n before all letters.
"""

import re
from typing import Final

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


def romanized(reading: str) -> str:
    """Return a hiragana ``reading`` in lower-case ASCII letters; what is not hiragana is left out."""
    latin = "".join(_syllable(*match.groups()) for match in _SYLLABLE.finditer(reading))
    return _LONG.sub(lambda vowels: vowels.group()[0], latin)


def _syllable(pause: str, letter: str, small: str) -> str:
    sound = _with_small(_SOUNDS.get(letter, ""), small)
    if not pause or sound[:1] in ("", *"aiueon"):
        return sound
    return ("t" if sound.startswith("ch") else sound[0]) + sound


def _with_small(sound: str, small: str) -> str:
    """Return a syllable with the small letter after it: ki and ゃ are kya, fu and ぁ are fa, u and ぇ are we."""
    if not small:
        return sound
    consonant = sound[:-1] or _GLIDES.get(sound, sound)
    y = "y" if small in "ゃゅょ" and len(sound) > 1 and consonant not in _WITHOUT_Y else ""
    return consonant + y + _VOWEL_OF_SMALL[small]
