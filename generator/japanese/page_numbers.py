"""How the number of a page is printed on a line of its own: 3, 3/12, - 3 -, 3ページ, P.3."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

_DIGITS: Final = "[0-9]{1,3}"
_OF_ALL: Final = rf"\s*/\s*{_DIGITS}"
_DASHES: Final = "[-‐-―−ー~〜]+"
_PAGE: Final = "(?:頁|ページ)"
_HALF_WIDTH: Final = {letter: letter - 0xFEE0 for letter in range(ord("！"), ord("～") + 1)}
_BARE: Final = re.compile(_DIGITS)


class PageNumberForm(Enum):
    """How a number is printed. The later, the less is anything but a page's number printed so; but (3) is a label."""

    BARE = auto()
    OF_ALL = auto()
    DRESSED = auto()
    BRACKETED = auto()


_PATTERNS: Final = (
    (PageNumberForm.BARE, re.compile(f"({_DIGITS})")),
    (PageNumberForm.OF_ALL, re.compile(f"({_DIGITS}){_OF_ALL}")),
    (PageNumberForm.DRESSED, re.compile(rf"{_DASHES}\s*({_DIGITS})\s*{_DASHES}")),
    (PageNumberForm.DRESSED, re.compile(rf"({_DIGITS})(?:{_OF_ALL})?\s*{_PAGE}")),
    (PageNumberForm.DRESSED, re.compile(rf"(?:p\.?|page|{_PAGE})\s*({_DIGITS})(?:{_OF_ALL})?", re.IGNORECASE)),
    (PageNumberForm.BRACKETED, re.compile(rf"[(\[<]({_DIGITS})[)\]>]")),
)


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
            return PageNumber(int(match.group(1)), form)
    return None


def is_page_number(line: str) -> bool:
    """Tell whether ``line``, which stands where a page's number may, is one: not (3), which numbers a section."""
    number = read_page_number(line)
    return number is not None and number.form is not PageNumberForm.BRACKETED


def is_bare_number(line: str) -> bool:
    """Tell whether ``line`` is half-width digits and nothing else: those of headings are printed in full width."""
    return _BARE.fullmatch(line.strip()) is not None
