"""Reads the lines above the first section: title, subtitle, date and departments."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from generator.evidence.no_names import names_nothing
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
# Who is in charge and how to reach them, beside a department or below: 課長 見本太郎, （内線１２３４）, 担当：見本係.
_REACHED: Final = (
    r"[（(【\[]?\s*(?:(?:電\s*話|ＴＥＬ|TEL|tel|Tel|内線|直通|ＦＡＸ|FAX|fax|Fax|ファクス|ファックス"
    r"|(?:[EeＥ][-－]?)?(?:ｍａｉｌ|mail|Mail|メール))(?:番号|アドレス)?(?=[：:.．\s0-9０-９（(])|℡|☎|〒"
    r"|担当者?(?=[：:\s])|(?:お?問い?合わ?せ|連絡)先?(?=[：:\s]))"
)
_POSTS: Final = (
    "(?:担当)?(?:課長|部長|局長|室長|所長|館長|園長|校長|係長|次長|参事|主幹|主査|主任)(?:補佐|代理|事務取扱)?"
)
_KANJI: Final = "[\u4e00-\u9fff々]"
_BESIDE_A_DEPARTMENT: Final = re.compile(
    rf"(?<=\S)\s*(?P<contact>{_REACHED}.*)$"
    rf"|(?<=[課部室局係班所館園校署当ー])\s+(?P<post>{_POSTS}[\s：:]+\S.*)$"
    rf"|(?<=[課係室班長])\s+(?P<person>{_KANJI}{{1,3}}\s?[{_KANJI[1:-1]}ぁ-んァ-ヶ]{{1,4}}|{_KANJI}(?:\s{_KANJI}){{1,4}})$"
)
_CONTACT: Final = re.compile(rf"{_REACHED}|{_POSTS}[\s：:]+\S|(?:所管|担当|主管)(?:課|部署)名?[\s：:]+\S")
# What is no department, though it is a short line below the date: an addressee, a heading, a part of a sentence.
_NO_DEPARTMENT: Final = re.compile(
    r".*(?:様|殿|御中|宛)$|(?:所管|担当|主管)(?:課|部署)(?!長).|(?:[区市町村]長|知事|教育長|会長|委員長)(?!室|公室)|[（(](?!.*[課部室局所係館園][）)]$).*[）)]$|[・○●◎◇◆□■•▪※＊*〈＜<［\[【－-]"
    r"|.*(?:理由|趣旨|目的|概要|相手方|委託先|項目|件数|時期|期間|方法|体制|措置|範囲|経緯|背景|内容|一覧表?|について)$"
    r"|.*(?:する|した|いる|ある|ない|ます|です|こと|ため|もの|とおり|[のをにはがでとへ])$"
)
# What a subtitle is printed in.
_ENCLOSING: Final = {"（": "）", "(": ")", "〔": "〕", "［": "］", "[": "]", "－": "－", "〜": "〜", "～": "～"}
_SHORTEST_DEPARTMENT: Final = 3
_LONGEST_DEPARTMENT: Final = 40
_FURTHEST_DATE: Final = 25


@dataclass(frozen=True)
class ReadTitleBlock:
    """The title block as read: texts joined over lines, the date without white space, and how many blocks it takes.

    The subtitle has the parentheses that it is printed in. ``rest`` is what stands beside the last department, and is
    none: who heads it, a telephone number.
    """

    title: str
    subtitle: str | None
    date: str | None
    departments: tuple[str, ...]
    blocks: int
    rest: Line | None = None


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
    departments, blocks, rest = _read_below(lines[taken:])
    return ReadTitleBlock(title, subtitle, date, (*find_departments(beside), *departments), taken + blocks, rest)


def _read_below(lines: Iterable[Line]) -> tuple[list[str], int, Line | None]:
    """Return the departments that ``lines`` begin with, how many lines that takes, and what is left of the last one.

    Whatever short line stands between date and text is a department: the registries know whether it is one. But who
    heads it, how to reach them, and what stands below is not, and is kept as text.
    """
    departments: list[str] = []
    blocks = 0
    for line in lines:
        beside = _find_beside(line.text)
        names = _read_departments(line.text[: beside.start()] if beside else line.text)
        if not names:
            break
        departments += names
        blocks += 1
        if beside is not None:
            return (
                departments,
                blocks,
                replace(line, text=line.text[beside.start() :].strip(), notes=(), ends_paragraph=True),
            )
    return departments, blocks, None


def _find_beside(text: str) -> re.Match[str] | None:
    beside = _BESIDE_A_DEPARTMENT.search(text)
    is_spaced = all(len(part) == 1 for part in text.split())  # 甲 乙 課 長
    return None if is_spaced or (beside and beside["person"] and _is_department(beside["person"])) else beside


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
    return (words[:end], rest) if not rest or find_departments(rest) else None


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


def find_departments(line: str) -> tuple[str, ...]:
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
    if _CONTACT.match(line):
        return ()
    name = without_space(line)
    short = _SHORTEST_DEPARTMENT <= len(name) <= _LONGEST_DEPARTMENT and not re.search("[。、：:「]", name)
    return find_departments(line) or ((name,) if short and not _names_none(name) else ())


def _names_none(name: str) -> bool:
    return names_nothing(name) or _NO_DEPARTMENT.match(name) is not None


def _is_department(name: str) -> bool:
    fits = _SHORTEST_DEPARTMENT <= len(name) <= _LONGEST_DEPARTMENT
    return (
        fits and not re.search("[。：:]", name) and not _names_none(name) and _DEPARTMENT_ENDS.search(name) is not None
    )
