"""How names, numbers and the numbers of articles are read aloud, in hiragana, and where the words of a name end.

The words come from SudachiPy and the small edition of its dictionary, which is UniDic's
(https://github.com/WorksApplications/sudachi.rs). What it reads otherwise than wards do, the clerks' own readings in
the registries first of all, is set right here. Every reading remains a guess that a clerk confirms.
"""

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Self

from sudachipy import Dictionary, SplitMode

from generator.japanese.fold import fold
from generator.japanese.radicals import mend_radicals
from generator.kinds.kind import Entry
from generator.model.article_number import ArticleNumber

# What stands where nothing of a name can be read: 読み不明.
UNKNOWN_READING: Final = "よみふめい"

_LONGEST_NAME: Final = 1000
_LEAST_KNOWN: Final = 2
_LONGEST_COMPOUND: Final = 12
# Compounds that the small dictionary takes apart and then reads otherwise than wards do.
_COMPOUNDS: Final = {
    "年月日": "ねんがっぴ",
    "続柄": "つづきがら",
    "世帯主": "せたいぬし",
    "外国人": "がいこくじん",
    "顔写真": "かおじゃしん",
    "日本": "にほん",
    "保健所": "ほけんじょ",
    "相談所": "そうだんじょ",
    "小学校": "しょうがっこう",
    "中学校": "ちゅうがっこう",
    "小・中学校": "しょうちゅうがっこう",
    "株式会社": "かぶしきがいしゃ",
    "有限会社": "ゆうげんがいしゃ",
    "合同会社": "ごうどうがいしゃ",
}
_LETTER_NAMES: Final = (
    "えー びー しー でぃー いー えふ じー えいち あい じぇい けー える えむ えぬ おー ぴー きゅー あーる えす てぃー "
    "ゆー ぶい だぶりゅー えっくす わい ぜっと"
)
_LETTERS: Final = dict(zip(string.ascii_uppercase, _LETTER_NAMES.split(), strict=True))
_KATAKANA_TO_HIRAGANA: Final = {letter: letter - 0x60 for letter in range(ord("ァ"), ord("ヶ") + 1)}
_NUMERAL: Final = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_LATIN: Final = re.compile(r"[A-Za-z]+")
_NOT_KANA: Final = re.compile("[^ぁ-ゖー]")
# What UniDic reads a sign as.
_SIGN: Final = "キゴウ"
_SIGNS: Final = ("補助記号", "空白")
_NOT_NOUNS: Final = ("助詞", "助動詞", "動詞", "補助記号", "空白")
# One-letter nouns that stand alone in a slug (kaigo-hoken-ka), as others do not (yobokai), and prefixes likewise.
_UNITS: Final = frozenset("部課室係局班等犬")
_LOOSE_PREFIXES: Final = frozenset("各全副元前旧新")
_DIGITS: Final = ("れい", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう")
_POWERS: Final = ((1000, "せん"), (100, "ひゃく"), (10, "じゅう"))
_MYRIADS: Final = ((10**8, "おく"), (10**4, "まん"), (1, ""))
_MOST_SPOKEN: Final = 10**12
# Digits and powers that change each other: 三百 is さんびゃく.
_FUSED: Final = {(3, 100): "さんびゃく", (6, 100): "ろっぴゃく", (8, 100): "はっぴゃく"} | {
    (3, 1000): "さんぜん",
    (8, 1000): "はっせん",
}
# A number's last sound before the k of こう (項): 第一項 is だいいっこう.
_BEFORE_K: Final = (("いち", "いっ"), ("ろく", "ろっ"), ("はち", "はっ"), ("じゅう", "じゅっ"), ("ひゃく", "ひゃっ"))


@dataclass(frozen=True)
class Word:
    """A word of a name: as written, its reading (nothing for a sign), and whether a slug joins it to the one before."""

    text: str
    reading: str
    joined: bool = False


@dataclass(frozen=True)
class _Morpheme:
    text: str
    reading: str
    kind: tuple[str, ...]
    known: bool

    @property
    def is_number(self) -> bool:
        return self.kind[1] == "数詞"


def _make_tokenizer() -> Any:  # noqa: ANN401 - SudachiPy publishes no types
    return Dictionary(dict="small").tokenizer(mode=SplitMode.C)


@dataclass(frozen=True)
class NameReader:
    """Reads names. ``known`` are the readings of registered names, by their folded form: they come first."""

    known: Mapping[str, str] = field(default_factory=dict)
    tokenizer: Any = field(default_factory=_make_tokenizer, repr=False, compare=False)

    @classmethod
    def knowing(cls, entries: Iterable[Entry]) -> Self:
        """Return a reader that has learnt the readings of registered names."""
        return cls({fold(entry.name): entry.reading for entry in entries if len(entry.name) >= _LEAST_KNOWN})

    def reading_of(self, name: str) -> str:
        """Return the reading of ``name`` in hiragana; it is never empty, and a guess."""
        return "".join(word.reading for word in self.words(name)) or UNKNOWN_READING

    def words(self, name: str) -> tuple[Word, ...]:
        """Return the words of ``name``, with signs among them."""
        plain = " ".join(unicodedata.normalize("NFKC", mend_radicals(name))[:_LONGEST_NAME].split())
        morphemes = [self._make_morpheme(morpheme) for morpheme in self.tokenizer.tokenize(plain)]
        words: list[Word] = []
        start = 0
        while start < len(morphemes):
            before = morphemes[start - 1] if start else None
            end, compound = self._find_compound(morphemes, start, before)
            words.extend([compound] if compound else [self._make_word(morphemes[start], before)])
            start = end
        return tuple(words)

    def _find_compound(
        self, morphemes: list[_Morpheme], start: int, before: _Morpheme | None
    ) -> tuple[int, Word | None]:
        """Return the end and the word of the longest run from ``start`` whose reading is known to be another."""
        for end in range(min(len(morphemes), start + _LONGEST_COMPOUND), start, -1):
            run = morphemes[start:end]
            text = "".join(morpheme.text for morpheme in run)
            reading = self.known.get(fold(text)) or _COMPOUNDS.get(text)
            if reading and reading != "".join(self._make_word(each, None).reading for each in run):
                return end, Word(text, reading, _is_joined(run[0], before))
        return start + 1, None

    def _make_word(self, morpheme: _Morpheme, before: _Morpheme | None) -> Word:
        reading = self._read(morpheme)
        if morpheme.text == "日" and before and _is_noun(before) and before.text not in ("年", "月"):
            reading = "び"  # 服薬日, 異動日: the day of something
        return Word(morpheme.text, reading, _is_joined(morpheme, before))

    def _make_morpheme(self, morpheme: Any) -> _Morpheme:  # noqa: ANN401 - SudachiPy publishes no types
        kind = tuple(morpheme.part_of_speech())
        return _Morpheme(morpheme.surface(), morpheme.reading_form(), kind, known=not morpheme.is_oov())

    def _read(self, morpheme: _Morpheme) -> str:
        text = morpheme.text
        if _NUMERAL.fullmatch(text):
            return speak_number(text)
        if _LATIN.fullmatch(text) and (len(text) == 1 or not morpheme.known):
            return "".join(_LETTERS[letter] for letter in text.upper())
        if morpheme.kind[0] in _SIGNS and morpheme.reading == _SIGN:
            return ""
        return _to_hiragana("".join(self._spell(morpheme.reading, alone=len(text) == 1)))

    def _spell(self, reading: str, *, alone: bool) -> Iterator[str]:
        """Yield ``reading`` with the letters that were not read, such as rare kanji, each read by itself."""
        for letter in reading:
            upper = letter.upper()
            if _to_hiragana(letter) or alone:
                yield letter
            elif upper in _LETTERS:
                yield _LETTERS[upper]
            else:
                yield "".join(word.reading for word in self.words(letter))


def _to_hiragana(kana: str) -> str:
    return _NOT_KANA.sub("", kana.translate(_KATAKANA_TO_HIRAGANA))


def _is_noun(morpheme: _Morpheme) -> bool:
    return not morpheme.is_number and morpheme.kind[0] not in _NOT_NOUNS


def _is_joined(morpheme: _Morpheme, before: _Morpheme | None) -> bool:
    """Tell whether a slug writes ``morpheme`` and the word before it as one: 心理師 is shinrishi."""
    if before is None or before.kind[0] in (*_SIGNS, "助詞") or morpheme.text.isascii() or before.text.isascii():
        return False
    if before.kind[0] == "接頭辞":
        return before.text not in _LOOSE_PREFIXES
    if morpheme.kind[0] in ("動詞", "助動詞", "接尾辞") and before.kind[0] in ("動詞", "形容詞", "助動詞"):
        return True
    one_letter_noun = len(morpheme.text) == 1 and _is_noun(morpheme) and morpheme.kind[0] != "接頭辞"
    return one_letter_noun and morpheme.text not in _UNITS


def speak_number(numeral: str) -> str:
    """Return the reading of ASCII digits, with or without separators: 1,300 is せんさんびゃく.

    Digits that begin with 0, or are too many, are read one by one, and so are those after a decimal point.
    """
    whole, _, fraction = re.sub("[,，]", "", numeral).partition(".")
    by_digit = whole != str(int(whole)) or int(whole) >= _MOST_SPOKEN
    reading = _speak_digits(whole) if by_digit else _speak_cardinal(int(whole))
    return f"{reading}てん{_speak_digits(fraction)}" if fraction else reading


def speak_article(number: ArticleNumber) -> str:
    """Return the reading of an article's number: 第18条第3号 is だいじゅうはちじょうだいさんごう."""
    reading = f"だい{_speak_cardinal(number.article)}じょう"
    if number.branch:
        reading += f"の{_speak_cardinal(number.branch)}"
    if number.paragraph:
        reading += f"だい{_soften_before_k(_speak_cardinal(number.paragraph))}こう"
    if number.item:
        reading += f"だい{_speak_cardinal(number.item)}ごう"
    return reading


def _speak_digits(digits: str) -> str:
    return "".join(_DIGITS[int(digit)] for digit in digits)


def _speak_cardinal(number: int) -> str:
    if number >= _MOST_SPOKEN:
        return _speak_digits(str(number))
    reading = ""
    for myriad, name in _MYRIADS:
        group = number // myriad % 10**4
        reading += _speak_below_ten_thousand(group) + name if group else ""
    return reading or _DIGITS[0]


def _speak_below_ten_thousand(number: int) -> str:
    reading = ""
    for power, name in _POWERS:
        digit = number // power % 10
        reading += _FUSED.get((digit, power), (_DIGITS[digit] if digit > 1 else "") + name) if digit else ""
    return reading + (_DIGITS[number % 10] if number % 10 else "")


def _soften_before_k(reading: str) -> str:
    for ending, changed in _BEFORE_K:
        if reading.endswith(ending):
            return reading.removesuffix(ending) + changed
    return reading
