"""Reads the lines above the first section: title, subtitle, date and departments."""

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from generator.importer.document.printed_labels import label_of
from generator.importer.files.reading import Block, Line
from generator.japanese.eras import era_date
from generator.japanese.fold import fold, fold_with_places, without_space
from generator.model.outline import LabelKind

_WEEKDAY: Final = re.compile(r"(?:\([日月火水木金土](?:曜日)?\))?")
_DEPARTMENT_ENDS: Final = re.compile(
    r"(?:課|部|室|局|係|班|所|館|園|校|署|センター|事務局|担当|課長|部長|所長|所副所長|副所長|室長|次長|参事|主幹)$"
)
_DIVISION_ENDS: Final = re.compile("(?:部|局|支所|保健所|児童相談所|センター)$")
# What a subtitle is printed in.
_ENCLOSING: Final = {"（": "）", "(": ")", "〔": "〕", "［": "］", "[": "]", "－": "－", "〜": "〜", "～": "～"}
_SHORTEST_DEPARTMENT: Final = 3
_LONGEST_DEPARTMENT: Final = 40
_FURTHEST_DATE: Final = 25


@dataclass(frozen=True)
class ReadTitleBlock:
    """The title block as read: texts joined over lines, the date without white space, and how many blocks it takes.

    The subtitle has the parentheses that it is printed in.
    """

    title: str
    subtitle: str | None
    date: str | None
    departments: tuple[str, ...]
    blocks: int


def read_title_block(body: tuple[Block, ...]) -> ReadTitleBlock:
    """Read the title block that ``body``, a document without its numbers, begins with."""
    lines = _take_leading_lines(body)
    dated = ((index, *split) for index, line in enumerate(lines) if (split := _split_date(line.text)))
    date_at, date, beside = next(dated, (None, None, ""))
    head = lines[:date_at]
    if date_at is None:
        head = head[: _find_end_of_title(head)]
    title, subtitle = _split_subtitle([line.text for line in head])
    taken = len(head) if date_at is None else date_at + 1
    # Whatever short line stands between date and text is a department: the registries know whether it is one.
    below = list(takewhile(bool, (_read_departments(line.text) for line in lines[taken:])))
    departments = (*_find_departments(beside), *(name for names in below for name in names))
    return ReadTitleBlock(title, subtitle, date, departments, taken + len(below))


def _split_date(line: str) -> tuple[str, str] | None:
    """Return the date that ``line`` begins with, letter-spaced or not, and the departments after it, if any."""
    words = without_space(line)
    folded = fold_with_places(words)
    date = era_date(folded.text)
    if date is None or date.start > 0 or date.day is None:
        return None
    weekday = _WEEKDAY.match(folded.text, date.end)
    end = folded.span(0, weekday.end() if weekday else date.end).end
    rest = words[end:]
    return (words[:end], rest) if not rest or _find_departments(rest) else None


def _take_leading_lines(body: tuple[Block, ...]) -> list[Line]:
    lines: list[Line] = []
    for block in body[:_FURTHEST_DATE]:
        if not isinstance(block, Line) or _begins_body(block.text):
            break
        lines.append(block)
    return lines


def _begins_body(text: str) -> bool:
    """Tell whether ``text`` heads a section: 《…》, 第１, １, 【別紙】; no title looks like that."""
    return text.startswith("《") or label_of(text).kind in (LabelKind.PART, LabelKind.NUMBER, LabelKind.ANNEX)


def _find_end_of_title(lines: list[Line]) -> int:
    """Return how many of ``lines`` are title and subtitle where no date ends them."""
    depth = 0
    for index, line in enumerate(lines):
        depth += line.text.count("（") - line.text.count("）")
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        if fold(line.text).endswith(("について", ")")) and depth <= 0 and not following.startswith(tuple(_ENCLOSING)):
            return index + 1
    return min(1, len(lines))


def _split_subtitle(lines: list[str]) -> tuple[str, str | None]:
    opens = next((index for index, line in enumerate(lines) if index and line.startswith(tuple(_ENCLOSING))), None)
    if opens is not None and _ends_a_title(lines[:opens]) and lines[-1].endswith(_ENCLOSING[lines[opens][0]]):
        return "".join(lines[:opens]), "".join(lines[opens:])
    return "".join(lines), None


def _ends_a_title(lines: list[str]) -> bool:
    joined = "".join(lines)
    return joined.count("「") == joined.count("」") and joined.count("（") == joined.count("）")


def _find_departments(line: str) -> tuple[str, ...]:
    """Return the departments in ``line``, one or several beside each other, or nothing where it is none."""
    parts = _join_divisions(line.split())
    if len(parts) > 1 and all(map(_is_department, parts)):
        return tuple(parts)
    name = without_space(line)
    return (name,) if _is_department(name) else ()


def _join_divisions(parts: list[str]) -> list[str]:
    """Join what a space parts within one department: 子ども・若者部 児童相談支援課."""
    joined: list[str] = []
    for part in parts:
        if joined and len(joined[-1]) > 1 and _DIVISION_ENDS.search(joined[-1]) and not _DIVISION_ENDS.search(part):
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _read_departments(line: str) -> tuple[str, ...]:
    name = without_space(line)
    short = _SHORTEST_DEPARTMENT <= len(name) <= _LONGEST_DEPARTMENT and not re.search("[。、：「]", name)
    return _find_departments(line) or ((name,) if short else ())


def _is_department(name: str) -> bool:
    fits = _SHORTEST_DEPARTMENT <= len(name) <= _LONGEST_DEPARTMENT
    return fits and "。" not in name and _DEPARTMENT_ENDS.search(name) is not None
