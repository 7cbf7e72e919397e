"""What a clerk meant by a value that an input method wrote otherwise: 9000 by ９０００, サービス by ｻｰﾋﾞｽ."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from generator.japanese.fold import count_alike, fold

_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―−ー一─━﹣", "-"))
_QUOTES: Final = re.compile("[“”„‟″\"‘’‛′'｢「](.*)[“”„‟″\"‘’‛′'｣」]")
_COMMENT: Final = re.compile("[#＃]")


def in_plain_signs(text: str) -> str:
    """Return ``text``, of a number, a date or a truth value, in the signs of the keyboard, and nothing around it.

    ９，０００ becomes 9000, 2022ー06ー17 2022-06-17, “true” true and １ ＃メモ 1.
    """
    plain = unicodedata.normalize("NFKC", _COMMENT.split(text, maxsplit=1)[0]).strip().translate(_DASHES)
    quoted = _QUOTES.fullmatch(plain)
    plain = (quoted[1] if quoted else plain).strip().lower()
    return re.sub(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", "", plain) if re.fullmatch("[0-9,]+", plain) else plain


def word_alike(text: str, words: Iterable[str]) -> str | None:
    """Return the one of ``words`` that a reader takes ``text`` for."""
    return next((word for word in words if fold(word) == fold(text)), None)


def name_difference(text: str, meant: str) -> str:
    """Return, in Japanese, what in ``text`` is not as in ``meant``: 「９」（U+FF19）は全角の文字です。."""
    if "＃" in text:
        return "「＃」（U+FF03、全角）では、コメントになりません。"
    place = count_alike(text, meant)
    if place == len(text):
        return f"「{text}」の終わりに足りない文字があります。"
    if text[place] == "#":
        return "「#」の前に空白がないので、コメントになりません。"
    letter, after = text[place], text[place + 1 : place + 2]
    if unicodedata.combining(after or " ") and unicodedata.normalize("NFC", letter + after) == meant[place : place + 1]:
        return f"「{meant[place]}」が、2つの文字（U+{ord(letter):04X}とU+{ord(after):04X}）に分かれています。"
    code = f"U+{ord(letter):04X}"
    if letter.isspace():
        return f"空白（{code}）が入っています。"
    return f"「{letter}」（{code}）は{_kind_of(letter)}です。"


def _kind_of(letter: str) -> str:
    if "\uff01" <= letter <= "\uff5e":
        return "全角の文字"
    if "\uff61" <= letter <= "\uff9f":
        return "半角のカタカナ"
    return "大文字" if letter.isascii() and letter.isupper() else "似ていても別の文字"
