"""Whether a document's words carry a fact: each question is asked of folded text."""

import re
from collections.abc import Iterable
from typing import Final

from generator.japanese.eras import era_date_as_printed, era_month_as_printed, fiscal_year_name
from generator.japanese.fold import fold
from generator.japanese.lists import split_outside_parentheses
from generator.japanese.numerals import numbers_in
from generator.model.article_number import ArticleNumber
from generator.model.consultation import Section, Volume
from generator.model.labels import read_label
from generator.model.partial_date import PartialDate

_ASCII_WORD: Final = "[0-9a-z]"
_CITED_BEFORE: Final = "第[0-9]+条(?:の[0-9]+)?(?:第[0-9]+項)?(?:第[0-9]+号)?(?:、|及び|並びに|又は)"
_COUNTED: Final = re.compile("[0-9.千万億]+(?:件|人|名|世帯|頭|匹|台|枚|通|回)")
_LABELLED_VALUE: Final = re.compile(r"^[^、：:]*[：:]")


def words_of(section: Section) -> str:
    """Return the words of ``section`` itself, without those of the sections beneath it."""
    cells = (cell for column in section.torn_table for cell in (column.column, *column.cells))
    return "\n".join((section.heading or "", section.text or "", *cells))


def says_name(words: str, names: Iterable[str]) -> bool:
    """Tell whether ``words`` hold one of ``names``; LINE is not found inside ONLINE."""
    folded = fold(words)
    return any(re.search(_name_pattern(fold(name)), folded) for name in names)


def says(words: str, phrase: str) -> bool:
    """Tell whether ``words`` hold ``phrase``."""
    return fold(phrase) in fold(words)


def says_article(words: str, article: ArticleNumber) -> bool:
    """Tell whether ``words`` cite ``article`` of the ordinance (条例), and not a longer number or another law.

    It may be one of several: 条例第18条第3項及び第12条.
    """
    pattern = rf"条例(?:\([^)]*\))?(?:{_CITED_BEFORE})*{re.escape(str(article))}(?![0-9]|第[0-9]|の[0-9])"
    return re.search(pattern, fold(words)) is not None


def says_volume(words: str, volume: Volume) -> bool:
    """Tell whether ``words`` hold the count of ``volume``, with 約 before it exactly where it is approximate.

    A number that counts nothing, such as that of a heading or a year, is no count.
    """
    # Folded, the label of ②３０件 would run into its number.
    folded = fold("\n".join(read_label(line).words for line in words.split("\n")))
    return any(
        number == volume.count
        and (folded[:offset].endswith("約") == volume.approximate)
        and _COUNTED.match(folded, offset) is not None
        for number, offset in numbers_in(folded)
    )


def says_fiscal_year(words: str, volume: Volume) -> bool:
    """Tell whether ``words`` name the fiscal year of ``volume``, with 以降 after it exactly where it goes onward."""
    if volume.fiscal_year is None:
        return not volume.onward
    pattern = rf"{re.escape(fold(fiscal_year_name(volume.fiscal_year)))}(以降)?"
    return any(bool(match.group(1)) == volume.onward for match in re.finditer(pattern, fold(words)))


def says_date(words: str, date: PartialDate) -> bool:
    """Tell whether ``words`` name ``date`` in its era; a month without a day is not found in a full date."""
    if date.day is not None:
        return fold(era_date_as_printed(date.first_day())) in fold(words)
    month = fold(era_month_as_printed(date.first_day()))
    return re.search(rf"{re.escape(month)}(?![0-9])", fold(words)) is not None


def enumerations(section: Section) -> tuple[tuple[str, ...], ...]:
    """Return what ``section`` enumerates: each paragraph's parts between 、, and each table column's cells.

    A label such as 「新たな項目：」 before a part is no word of the item and is left off.
    """
    paragraphs = (split_outside_parentheses(_LABELLED_VALUE.sub("", text)) for text in section.paragraphs)
    return (*paragraphs, *(column.cells for column in section.torn_table))


def segment_of(section: Section, names: Iterable[str]) -> str | None:
    """Return the first part that ``section`` enumerates under one of ``names``, in the document's own words.

    A part that is just the name comes before one that holds it: 住所 before 名前・住所が言えるかどうか.
    """
    wanted = tuple(names)
    candidates = [part for parts in enumerations(section) for part in parts]
    exact = (part for part in candidates if any(fold(_head(part)) == fold(name) for name in wanted))
    holding = (part for part in candidates if says_name(part, wanted))
    return next(exact, None) or next(holding, None)


def _head(part: str) -> str:
    return re.split(r"[（(]", part, maxsplit=1)[0]


def _name_pattern(name: str) -> str:
    before = rf"(?<!{_ASCII_WORD})" if re.match(_ASCII_WORD, name) else ""
    after = rf"(?!{_ASCII_WORD})" if re.search(rf"{_ASCII_WORD}$", name) else ""
    return before + re.escape(name) + after
