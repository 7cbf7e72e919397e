"""How a consultation is written down: as its YAML file, and as the text a PDF would have given."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any, Final

Tree = dict[str, Any]

_FULL_WIDTH: Final = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_PLAIN_SCALAR: Final = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_ERAS: Final = (("令和", dt.date(2019, 5, 1)), ("平成", dt.date(1989, 1, 8)), ("昭和", dt.date(1926, 12, 25)))
_LINE_WIDTHS: Final = range(36, 44)
_LINES_OF_A_PAGE: Final = 34
_LOOKS_LIKE_A_PAGE_NUMBER: Final = re.compile(r"[0-9]{1,3}")


def full_width(text: str | int) -> str:
    """Return ``text`` with its ASCII characters in full width, as the ward prints them."""
    return str(text).translate(_FULL_WIDTH)


def era_year(day: dt.date) -> str:
    """Return the year of ``day`` as printed: 令和４年."""
    name, first_day = next((name, start) for name, start in _ERAS if day >= start)
    year = day.year - first_day.year + 1
    return f"{name}{'元' if year == 1 else full_width(year)}年"


def era_month(day: dt.date) -> str:
    """Return year and month of ``day`` as printed: 令和４年６月. A month belongs to the era of its first day."""
    return f"{era_year(day.replace(day=1))}{full_width(day.month)}月"


def era_date(day: dt.date) -> str:
    """Return ``day`` as printed: 令和４年６月１７日."""
    return f"{era_year(day)}{full_width(day.month)}月{full_width(day.day)}日"


def fiscal_year(year: int) -> str:
    """Return the fiscal year as printed: 令和４年度. It is named after the era of its second month."""
    return f"{era_year(dt.date(year, 5, 1))}度"


def printed_count(count: int) -> str:
    """Return ``count`` as printed: １，６８０."""
    return full_width(f"{count:,}")


def yaml_text(tree: Tree) -> str:
    """Return ``tree`` as a YAML file; a dumper that knows everything takes twenty times as long."""
    return "".join(_mapping(tree, ""))


def _mapping(tree: Tree, indent: str) -> Iterator[str]:
    for key, value in tree.items():
        if isinstance(value, str | int):
            yield f"{indent}{key}: {_scalar(value)}\n"
        else:
            below = _mapping if isinstance(value, dict) else _sequence
            yield f"{indent}{key}:\n"
            yield from below(value, indent + "  ")


def _sequence(values: list[Any], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, str | int):
            yield f"{indent}- {_scalar(value)}\n"
        else:
            lines = "".join(_mapping(value, indent + "  "))
            yield f"{indent}- {lines[len(indent) + 2 :]}"


def _scalar(value: str | int) -> str:
    text = str(value)
    # A JSON string is a YAML string.
    return text if _PLAIN_SCALAR.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def title_block(tree: Tree) -> list[str]:
    """Return the lines above the first section."""
    subtitle = [f"（{tree['subtitle']}）"] if tree.get("subtitle") else []
    return [
        f"審議資料Ｎｏ．{full_width(tree['document'])}",
        f"諮問第{full_width(tree['number'])}号",
        tree["title"],
        *subtitle,
        era_date(dt.date.fromisoformat(tree["meeting"])),
        *tree["departments"],
    ]


def source_text(trees: list[Tree], random: Random) -> str:
    """Return the text of a meeting as an extraction from its PDF gives it: broken lines, pages and their numbers."""
    lines: list[str] = []
    page = 1
    for tree in trees:
        left = _LINES_OF_A_PAGE
        for line in _broken_lines(tree, random):
            lines.append(line)
            left -= 1
            if left == 0:
                lines.append(f"{page} ")
                page, left = page + 1, _LINES_OF_A_PAGE
        lines.append(f"{page} ")
        page += 1
    return "\n".join(lines) + "\n"


def _broken_lines(tree: Tree, random: Random) -> Iterator[str]:
    width = random.choice(_LINE_WIDTHS)
    first, *rest = [*title_block(tree), *_printed_sections(tree["sections"], random)]
    yield f" {first} "
    for text in rest:
        yield from (f"{line} " for line in _cut(text, width))
        if random.random() < 1 / 2:
            yield ""


def _cut(text: str, width: int) -> list[str]:
    lines = [text[start : start + width] for start in range(0, len(text), width)]
    # Alone on its line, a number out of the text would be taken for a page's.
    return [text] if any(_LOOKS_LIKE_A_PAGE_NUMBER.fullmatch(line.strip()) for line in lines) else lines


def _printed_sections(sections: list[Tree], random: Random) -> Iterator[str]:
    for section in sections:
        if "heading" in section:
            yield section["heading"]
        if "text" in section:
            yield from section["text"].rstrip("\n").split("\n")
        if "torn_table" in section:
            columns = section["torn_table"]
            yield from (column["column"] for column in columns)
            cells = [cell for column in columns for cell in column["cells"]]
            random.shuffle(cells)
            yield from cells
        yield from _printed_sections(section.get("sections", []), random)
