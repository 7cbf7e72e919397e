"""How the number of a page is printed on a line of its own: 3, 3/12, - 3 -, 3ページ, P.3, iii."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

_DIGITS: Final = "[0-9]{1,3}"
_ROMAN_DIGITS: Final = "(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})"
_NUMBER: Final = f"({_DIGITS}|{_ROMAN_DIGITS})"
_OF_ALL: Final = rf"\s*(?:/|of)\s*{_DIGITS}"
_DASHES: Final = "[-‐-―−─━ー~〜]+"
_PAGE: Final = "(?:頁|ページ)"
_ALL_PAGES: Final = rf"(?:{_OF_ALL}\s*{_PAGE}|\s*\(全\s*{_DIGITS}\s*{_PAGE}\))?"
_HALF_WIDTH: Final = {letter: letter - 0xFEE0 for letter in range(ord("！"), ord("～") + 1)} | {
    letter: unicodedata.normalize("NFKC", chr(letter)) for letter in (*range(0x2160, 0x216C), *range(0x2170, 0x217C))
}
_BARE: Final = re.compile(_DIGITS)
_ROMAN_VALUES: Final = {"i": 1, "v": 5, "x": 10}


class PageNumberForm(Enum):
    """How a number is printed. The later, the less is anything but a page's number printed so.

    But (3), 1-3 and iii are labels, too.
    """

    BARE = auto()
    OF_ALL = auto()
    DRESSED = auto()
    BRACKETED = auto()
    ADORNED = auto()
    ROMAN = auto()


_PATTERNS: Final = tuple(
    (form, re.compile(pattern, re.IGNORECASE))
    for form, pattern in (
        (PageNumberForm.BARE, f"({_DIGITS})"),
        (PageNumberForm.OF_ALL, f"({_DIGITS}){_OF_ALL}"),
        (PageNumberForm.DRESSED, rf"{_DASHES}\s*{_NUMBER}(?:{_OF_ALL})?\s*{_DASHES}"),
        (PageNumberForm.DRESSED, rf"第?({_DIGITS})(?:{_OF_ALL})?\s*{_PAGE}目?{_ALL_PAGES}"),
        (PageNumberForm.DRESSED, rf"全?{_DIGITS}\s*{_PAGE}?(?:中|のうち)の?\s*第?({_DIGITS})\s*{_PAGE}目?"),
        (PageNumberForm.DRESSED, rf"(?:p\.?|page|{_PAGE})\s*({_DIGITS})(?:{_OF_ALL})?"),
        (PageNumberForm.BRACKETED, rf"[(\[<]({_DIGITS})[)\]>]"),
        (PageNumberForm.ADORNED, rf"[〔【《≪〈・*=]\s*({_DIGITS})\s*[〕】》≫〉・*=]"),
        (PageNumberForm.ADORNED, rf"{_DIGITS}[-‐-―−]({_DIGITS})"),
        (PageNumberForm.ROMAN, f"({_ROMAN_DIGITS})"),
    )
)
_LABELS: Final = (PageNumberForm.BRACKETED, PageNumberForm.ADORNED, PageNumberForm.ROMAN)


@dataclass(frozen=True)
class PageNumber:
    """A number, and how it is printed."""

    number: int
    form: PageNumberForm


def read_page_number(line: str) -> PageNumber | None:
    """Return the number of a page that ``line`` may be, in whatever width; None where it holds anything else."""
    text = line.translate(_HALF_WIDTH).strip()
    for form, pattern in _PATTERNS:
        match = pattern.fullmatch(text)
        if match is not None:
            return PageNumber(_count(match.group(1)), form)
    return None


def is_page_number(line: str) -> bool:
    """Tell whether ``line``, which stands where a page's number may, is one: not (3), 1-3 or iii, which are labels."""
    number = read_page_number(line)
    return number is not None and number.form not in _LABELS


def is_bare_number(line: str) -> bool:
    """Tell whether ``line`` is half-width digits and nothing else: those of headings are printed in full width."""
    return _BARE.fullmatch(line.strip()) is not None


def _count(digits: str) -> int:
    if digits.isdecimal():
        return int(digits)
    values = [_ROMAN_VALUES[letter] for letter in digits.lower()]
    return sum(-one if one < after else one for one, after in zip(values, (*values[1:], 0), strict=True))
