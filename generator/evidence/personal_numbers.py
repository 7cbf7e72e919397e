"""Telephone numbers, 個人番号 and bank accounts in a text whose letters are plain (plain_letters.py)."""

import re
from collections.abc import Iterator
from typing import Final

from generator.japanese.fold import Span

# Between two digits of a number: what separates its groups, and the spaces and line breaks that a PDF puts in.
_GAP: Final = r"(?:\s{0,2}[-.()・/=_~〜の局]{0,2}\s{0,12})"
_NO_DIGIT_BEFORE: Final = r"(?<![0-9])(?<![0-9][-.,/])"
_NO_DIGIT_AFTER: Final = r"(?!-?[0-9])"

_TELEPHONE: Final = re.compile(
    rf"(?:{_NO_DIGIT_BEFORE}|(?<=[0-9][)]))[(]?0\s?(?:[256789]\s?0(?:{_GAP}[0-9]){{8}}|[1-9](?:{_GAP}[0-9]){{8}})"
    rf"{_NO_DIGIT_AFTER}"
)
_FROM_ABROAD: Final = re.compile(
    rf"(?:\+\s?8\s?1|{_NO_DIGIT_BEFORE}(?:0?010-?|00)81)\s?-?\s?(?:[(]0[)]|0(?=[1-9]))?(?:{_GAP}[0-9]){{9,10}}{_NO_DIGIT_AFTER}"
)
# Without the number of its area, a number is only known by what stands before it.
_LOCAL: Final = re.compile(
    r"(?:電\s?話|tel|phone|℡|☎|📞|直通|代表|fax|ファックス|ファクス|連\s?絡\s?先)(?:番号)?[\s:.(は・]{0,4}"
    rf"([0-9]{{2,4}}\s?[-.)・局]\s{{0,12}}[0-9]{{4}}){_NO_DIGIT_AFTER}(?!\s?[年件回人名円])"
)
_KANJI_DIGITS: Final = "〇零一二三四五六七八九"
_TO_DIGITS: Final = str.maketrans(_KANJI_DIGITS, "00123456789")
_IN_KANJI: Final = re.compile(rf"[(]?[〇零](?:[-(・)の\s]?[{_KANJI_DIGITS}]){{9,10}}(?![{_KANJI_DIGITS}])")
# A kanji one that was meant for a dash: 03一1234一5678.
_ONE_FOR_A_DASH: Final = re.compile(r"(?<=[0-9])[一〡](?=[0-9])")

# Paid by who is called, or charged at one rate from everywhere (総務省「電気通信番号計画」): never a private person's.
_NO_PERSONS: Final = ("0120", "0570", "0990", "0180", "0170", "0910")
# A mobile number may begin alike, 080-0…, and only the groups tell them apart.
_FREE_OF_ELEVEN: Final = re.compile(r"[^0-9]*0800(?![0-9])")
_COUNTED: Final = re.compile(r"\s?(?:件|号|円|千円|人|名|世帯|台|部|枚|条|%)|[a-z]")
_LAST_GROUP: Final = 4
_JOINED: Final = (7, 8)
_MOST_BREAKS: Final = 2

_TWELVE_DIGITS: Final = re.compile(rf"{_NO_DIGIT_BEFORE}[0-9](?:[\s・/-]{{0,3}}[0-9]){{11}}(?!\s?-?[0-9])")
_MY_NUMBER_GROUPS: Final = ([12], [4, 4, 4], [3, 3, 3, 3], [1] * 12)
_USUAL_IN_LISTS: Final = re.compile("[・/]")
_GOES_ON_BEFORE: Final = re.compile(r"[0-9]\s$")
_MY_NUMBER_LABEL: Final = re.compile(r"(?:個人番号|マイナンバー)(?:カード)?[\s:(はの、=]{0,4}$")

_DEPOSIT: Final = (
    r"(?:(?:普通|当座|貯蓄|納税準備)(?:預金|貯金)?(?:口座)?|[(]?(?:普|当)[):・]|(?<![一-龥])普\s?(?=[0-9])|口\s?座(?:番号)?|預金|振替口座)"
    r"(?:の)?(?:番号|no[.]?|№)?"
)
_ACCOUNT: Final = re.compile(
    rf"{_DEPOSIT}[\s:.,()はの・/、]{{0,5}}(?:no[.]?|№|番号)?[\s:.]{{0,3}}([0-9](?:[\s-]{{0,2}}[0-9]){{5,7}}){_NO_DIGIT_AFTER}"
)
# ゆうちょ銀行: 記号 (five digits) with 番号 (up to eight), and for transfers 00140-1-123456.
_POSTAL: Final = re.compile(
    r"記号(?:番号|・番号)?[\s:(・]{0,4}([01][0-9]{4}\s?[-の・,、)]{0,2}\s{0,12}(?:[0-9]\s?-)?\s?(?:番号)?[\s:(]{0,3}[0-9]{1,8})"
    rf"{_NO_DIGIT_AFTER}|(?:ゆうちょ(?:銀行)?|郵便振替|払込(?:先)?|振替口座|口座番号)[\s:(は・、]{{0,4}}"
    rf"([01][0-9]{{4}}\s?[-の ]\s?(?:[0-9]\s?-\s?)?[0-9]{{1,8}}){_NO_DIGIT_AFTER}"
)
_SEVEN_DIGITS: Final = 7


def find_telephones(plain: str) -> Iterator[Span]:
    """Yield where ``plain`` gives a telephone number that may be a person's, mobile and fixed and IP alike."""
    dashed = _ONE_FOR_A_DASH.sub("-", plain)
    for match in _TELEPHONE.finditer(dashed):
        if _is_telephone(match.group()) and not (match.group().isdigit() and _COUNTED.match(dashed, match.end())):
            yield _without_brackets(dashed, Span(*match.span()))
    yield from (Span(*match.span()) for match in _FROM_ABROAD.finditer(dashed))
    yield from (Span(*match.span(1)) for match in _LOCAL.finditer(dashed))
    for match in _IN_KANJI.finditer(plain):
        if _is_telephone(match.group().translate(_TO_DIGITS)):
            yield Span(*match.span())


def _is_telephone(written: str) -> bool:
    digits = _digits(written)
    if digits.startswith(_NO_PERSONS) or _FREE_OF_ELEVEN.match(written):
        return False
    groups = _groups(written)
    if len(groups) == 1 or (groups and all(group == 1 for group in groups)):
        return True
    return len(groups) > 1 and groups[-1] in (_LAST_GROUP, *_JOINED) and groups[0] > 1


def _groups(written: str) -> list[int]:
    """Return how many digits each group of ``written`` has; none where it is a column of figures, a line each."""
    if written.count("\n") > _MOST_BREAKS:
        return []
    # Where a line was broken inside a group, the group goes on below.
    return [len(group) for group in re.findall("[0-9]+", re.sub(r"\s*\n\s*", "", written))]


def _without_brackets(plain: str, span: Span) -> Span:
    """Return ``span`` without a bracket that is opened in it and not closed, as in (03-1234-5678)."""
    words = plain[span.start : span.end]
    return Span(span.start + 1, span.end) if words.startswith("(") and ")" not in words else span


def find_my_numbers(plain: str) -> Iterator[Span]:
    """Yield where ``plain`` gives a 個人番号: twelve digits, not of a longer number, whose check digit is right."""
    for match in _TWELVE_DIGITS.finditer(plain):
        groups, digits = _groups(match.group()), _digits(match.group())
        if len(set(digits)) == 1 or (
            len(groups) == len(digits) and _GOES_ON_BEFORE.search(plain, max(0, match.start() - 2), match.start())
        ):
            continue
        labelled = _MY_NUMBER_LABEL.search(plain, max(0, match.start() - 20), match.start()) is not None
        alone = groups in _MY_NUMBER_GROUPS and not _USUAL_IN_LISTS.search(match.group())
        if groups and (labelled or alone) and is_my_number(digits):
            yield Span(*match.span())


def is_my_number(digits: str) -> bool:
    """Tell whether the last of twelve ``digits`` checks the others.

    As article 5 of 平成26年総務省令第85号 says: eleven less the remainder by eleven of the sum of each digit, from the
    lowest, times 2 to 7 and then 2 to 6; and 0 where the remainder is 0 or 1.
    """
    *others, check = map(int, digits)
    weights = (2, 3, 4, 5, 6, 7, 2, 3, 4, 5, 6)
    remainder = sum(digit * weight for digit, weight in zip(reversed(others), weights, strict=True)) % 11
    return check == (0 if remainder <= 1 else 11 - remainder)


def find_accounts(plain: str) -> Iterator[Span]:
    """Yield where ``plain`` gives the number of a bank account, after a word that says so."""
    for match in _ACCOUNT.finditer(plain):
        if len(_digits(match.group(1))) == _SEVEN_DIGITS or "口座" in match.group().replace(" ", ""):
            yield Span(*match.span(1))
    yield from (Span(*match.span(match.lastindex or 0)) for match in _POSTAL.finditer(plain))


def _digits(written: str) -> str:
    return "".join(letter for letter in written if letter.isdigit())
