"""Where a text says what identifies or reaches a private person, so that a person decides before it is published.

Found are values and never the names of items: 「電話番号」 in a list is none, 「電話 03-0000-0000」 is one. Telephone
numbers for which a caller does not pay or that are one everywhere (0120, 0570) and extensions (内線) reach no private
person.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from generator.evidence.personal_numbers import find_accounts, find_my_numbers, find_telephones
from generator.evidence.personal_words import find_birth_dates, find_home_addresses, find_mail_addresses
from generator.evidence.plain_letters import plain_letters
from generator.japanese.fold import Span


class PersonalKind(StrEnum):
    """What personal data are, in the order in which one that overlaps another is taken for what it is."""

    MY_NUMBER = "個人番号"
    ACCOUNT = "口座の番号"
    TELEPHONE = "電話番号"
    MAIL = "メールアドレス"
    BIRTH_DATE = "生年月日"
    ADDRESS = "個人の住所"


@dataclass(frozen=True)
class PersonalData:
    """Personal data in a text: their kind and their characters there, ``words`` as they are written."""

    kind: PersonalKind
    span: Span
    words: str

    @property
    def masked(self) -> str:
        """The first and the last character, and how many they are: a message may be read by others than the clerk."""
        letters = "".join(self.words.split())
        return f"{letters[0]}…{letters[-1]}（{len(letters)}字）"


# Hardly a document says anything like these, and looking for them costs next to nothing.
_AT: Final = re.compile(r"[@＠﹫]|アット|あっと|[aAａＡ][tTｔＴ]?\s?[)\]）］】〉》>＞}｝]")
_SEPARATOR: Final = r"[\s\-‐‑‒–—―−－ーｰ─━.．()（）〔〕<>＜＞・の局一]"
_MANY_DIGITS: Final = re.compile(
    rf"[\d〇零](?:{_SEPARATOR}{{0,4}}[\d〇零一二三四五六七八九]){{5}}|(?<!\d)[0０]\d{{1,4}}[/／=＝_＿~〜～]\d"
)
_DAY_ENDS: Final = r"[\s）)（(、,，]{0,2}(?:に?\s?生(?![活産徒涯命物鮮育])|出生|[男女])"
_BIRTH: Final = re.compile(
    r"(?:生\s?年\s?月\s?日|誕\s?生\s?日)(?:[（(][西和]暦[）)])?[\s：:（(はが・、=＝]{0,6}"
    r"(?:\d{1,4}\s?[年./．／（(\-－‐]|\d{8}|[明大昭平令㋿㍻-㍾]|[MTSHRmtshrＭＴＳＨＲｍｔｓｈｒ]\s?[.．]?\d)"
    rf"|日{_DAY_ENDS}|\d\s?[月./．／\-－‐]\s?\d{{1,2}}{_DAY_ENDS}"
)
_HOUSE: Final = re.compile(
    r"丁\s?目|番\s?地|番\s?[\d一二三四五六七八九十]|[\d一二三四五六七八九十]の[\d一二三四五六七八九十]+の|[\d一二三四五六七八九十]\s?[-‐‑‒–—―−－ー─━]\s?[\d一二三四五六七八九十]"
)
_FINDERS: Final[tuple[tuple[PersonalKind, re.Pattern[str], Callable[[str], Iterator[Span]]], ...]] = (
    (PersonalKind.MY_NUMBER, _MANY_DIGITS, find_my_numbers),
    (PersonalKind.ACCOUNT, _MANY_DIGITS, find_accounts),
    (PersonalKind.TELEPHONE, _MANY_DIGITS, find_telephones),
    (PersonalKind.MAIL, _AT, find_mail_addresses),
    (PersonalKind.BIRTH_DATE, _BIRTH, find_birth_dates),
    (PersonalKind.ADDRESS, _HOUSE, find_home_addresses),
)


def find_personal_data(text: str) -> tuple[PersonalData, ...]:
    """Return the personal data in ``text``, in its order, none within another."""
    hints = {hint for hint in (_MANY_DIGITS, _AT, _BIRTH, _HOUSE) if hint.search(text)}
    if not hints:
        return ()
    plain = plain_letters(text)
    found: list[PersonalData] = []
    for kind, hint, finder in _FINDERS:
        for span in finder(plain) if hint in hints else ():
            if not any(span.start < each.span.end and each.span.start < span.end for each in found):
                found.append(PersonalData(kind, span, text[span.start : span.end]))
    return tuple(sorted(found, key=lambda each: each.span))
