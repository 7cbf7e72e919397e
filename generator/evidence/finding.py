"""Whether a document's words carry a fact: each question is asked of folded text."""

import re
from collections.abc import Iterable
from typing import Final

from generator.evidence.citations import cited_articles
from generator.japanese.eras import era_dates, fiscal_years
from generator.japanese.fold import fold
from generator.japanese.lists import split_outside_parentheses
from generator.japanese.numerals import numbers_in
from generator.model.article_number import ArticleNumber
from generator.model.consultation import Section, Volume
from generator.model.labels import read_label
from generator.model.partial_date import PartialDate
from generator.model.tables import lay_out

_ASCII_WORD: Final = "[0-9a-z]"
COUNTED: Final = re.compile("[0-9.千万億]+(?:件|人|名|世帯|頭|匹|台|枚|通|回)")
_LABELLED_VALUE: Final = re.compile(r"^[^、：:]*[：:]")


def words_of(section: Section) -> str:
    """Return the words of ``section`` itself, without those of the sections beneath it."""
    return "\n".join((section.heading or "", section.text or "", *section.cells))


def says_name(words: str, names: Iterable[str]) -> bool:
    """Tell whether ``words`` hold one of ``names``; LINE is not found inside ONLINE."""
    folded = fold(words)
    return any(re.search(name_pattern(fold(name)), folded) for name in names)


def says(words: str, phrase: str) -> bool:
    """Tell whether ``words`` hold ``phrase``."""
    return fold(phrase) in fold(words)


def says_article(words: str, article: ArticleNumber) -> bool:
    """Tell whether ``words`` cite ``article`` of the ordinance (条例), and not a longer number or another law.

    It may be one of several: 条例第18条第3項及び第12条.
    """
    return article in cited_articles(fold(words))


def says_volume(words: str, volume: Volume) -> bool:
    """Tell whether ``words`` hold the count of ``volume``, with 約 before it exactly where it is approximate.

    A number that counts nothing, such as that of a heading or a year, is no count.
    """
    # Folded, the label of ②３０件 would run into its number.
    folded = fold("\n".join(read_label(line).words for line in words.split("\n")))
    return any(
        number == volume.count
        and (folded[:offset].endswith("約") == volume.approximate)
        and COUNTED.match(folded, offset) is not None
        for number, offset in numbers_in(folded)
    )


def says_fiscal_year(words: str, volume: Volume) -> bool:
    """Tell whether ``words`` name the fiscal year of ``volume``, with 以降 after it exactly where it goes onward."""
    if volume.fiscal_year is None:
        return not volume.onward
    folded = fold(words)
    return any(
        year == volume.fiscal_year and folded.startswith("以降", end) == volume.onward
        for year, _, end in fiscal_years(folded)
    )


def says_date(words: str, date: PartialDate) -> bool:
    """Tell whether ``words`` name ``date`` in its era; a month without a day is not found in a full date."""
    said = (date.year, date.month, date.day)
    return any((year, month, day) == said for year, month, day, *_ in era_dates(fold(words)))


def enumerations(section: Section) -> tuple[tuple[str, ...], ...]:
    """Return what ``section`` enumerates: each paragraph's parts between 、, and what stands in each table's columns.

    A label such as 「新たな項目：」 before a part is no word of the item and is left off.
    """
    paragraphs = (split_outside_parentheses(_LABELLED_VALUE.sub("", text)) for text in section.paragraphs)
    return (*paragraphs, *(column.cells for column in section.torn_table), *table_columns(section))


def table_columns(section: Section) -> tuple[tuple[str, ...], ...]:
    """Return what each column of the table of ``section`` enumerates below its headings.

    A cell across several columns, such as 合計, stands for itself. While a cell has no place, nobody knows the columns.
    """
    layout = lay_out(section.table)
    if layout.fault is not None:
        return ()
    columns: dict[tuple[int, ...], list[str]] = {}
    for placed in layout.placed:
        if not section.table[placed.row].header:
            alone = (placed.row,) if placed.cell.columns > 1 else ()
            for paragraph in placed.cell.paragraphs:
                parts = split_outside_parentheses(read_label(paragraph).words)
                columns.setdefault((placed.column, *alone), []).extend(parts)
    return tuple(tuple(columns[key]) for key in sorted(columns) if columns[key])


def segment_of(section: Section, names: Iterable[str]) -> str | None:
    """Return the first part that ``section`` enumerates under one of ``names``, in the document's own words.

    A part that is just the name comes before one that holds it: 住所 before 名前・住所が言えるかどうか.
    """
    wanted = tuple(names)
    candidates = [part for parts in enumerations(section) for part in parts]
    exact = (part for part in candidates if is_just(part, wanted))
    holding = (part for part in candidates if says_name(part, wanted))
    return next(exact, None) or next(holding, None)


def is_just(part: str, names: Iterable[str]) -> bool:
    """Tell whether ``part`` is one of ``names``, apart from what stands in parentheses after it."""
    head = fold(_head(part))
    return any(head == fold(name) for name in names)


def _head(part: str) -> str:
    return re.split(r"[（(]", part, maxsplit=1)[0]


def name_pattern(name: str) -> str:
    """Return the pattern that finds the folded ``name`` in folded text, but not within a longer Latin word."""
    before = rf"(?<!{_ASCII_WORD})" if re.match(_ASCII_WORD, name) else ""
    after = rf"(?!{_ASCII_WORD})" if re.search(rf"{_ASCII_WORD}$", name) else ""
    return before + re.escape(name) + after
