"""What a printed name tells of the thing beside its name: legal form, kind of party, part of the ward, category."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from generator.japanese.fold import count_alike
from generator.japanese.legal_forms import BODY_FORM, COMPANY_FORM
from generator.japanese.unseen import UNSEEN
from generator.kinds.registered_item import RegisteredItem
from generator.model.vocabulary import CounterpartyKind, DepartmentKind, ItemCategory

_TO_HALF_WIDTH: Final = {
    letter: letter - 0xFEE0 for first, last in ("０９", "ＡＺ", "ａｚ") for letter in range(ord(first), ord(last) + 1)
}
_SPACE_BESIDE_JAPANESE: Final = re.compile(r"(?<![!-~]) | (?![!-~])")
_FORM: Final = re.compile(f"(?P<company>{COMPANY_FORM})|(?P<body>{BODY_FORM})")
_SERVICE: Final = re.compile(
    "(?:システム|サイト|アプリ|アプリケーション|サービス|ネットワーク|クラウド|ポータル|ツール|データベース|ホームページ)$"
)
_AUTHORITY: Final = re.compile(
    "(?:省|庁|府|都|道|県|市|区|町|村|裁判所|検察庁|警察署|警察|警視庁|消防署|税務署|年金事務所|法務局|労働局|労働基準監督署"
    "|公共職業安定所|ハローワーク|保健所|児童相談所|福祉事務所|教育委員会|地方公共団体|自治体|区市町村|市区町村|市町村)等?$"
)
_BODY: Final = re.compile(
    "(?:会|協会|機構|組合|基金|財団|学園|学院|大学|学校|幼稚園|保育園|病院|診療所|医院|研究所|センター|園|の家|ホーム)等?$"
)
_DIVISION: Final = re.compile(".*?(?:総合支所|支所|保健所|児童相談所|教育委員会事務局|事務局|(?<=.)部)")
_DEPARTMENT_KINDS: Final = (
    ("保健所", DepartmentKind.HEALTH_CENTRE),
    ("児童相談所", DepartmentKind.CHILD_GUIDANCE_CENTRE),
    ("支所", DepartmentKind.GENERAL_BRANCH),
)
_LEADING_PARTS: Final = re.compile(".*(?:部|支所|保健所|児童相談所|センター|事務局)(?=.+(?:課|室|係|館)$)")


def put_on_one_line(text: str) -> str:
    """Return ``text`` on one line, without what no eye sees."""
    return " ".join(filter(None, (UNSEEN.sub("", word) for word in text.split())))


def clean_name(name: str) -> str:
    """Return ``name`` on one line, without white space beside Japanese letters."""
    return _SPACE_BESIDE_JAPANESE.sub("", put_on_one_line(name))


def to_half_width(name: str) -> str:
    """Return ``name`` cleaned, with Latin letters and digits in half width, as registries of things write it."""
    return clean_name(name.translate(_TO_HALF_WIDTH))


def strip_legal_form(name: str) -> str:
    """Return ``name`` without the words before or after it that say what its bearer is: 公益財団法人日本獣医師会."""
    rest = name
    while True:
        shorter = _strip_one_form(rest)
        if shorter in ("", rest):
            return rest
        rest = shorter


def guess_party_kind(printed: str) -> CounterpartyKind:
    """Return what kind of party the words of ``printed`` make likely."""
    form = _FORM.search(printed)
    if form is not None:
        return CounterpartyKind.COMPANY if form.group("company") else CounterpartyKind.BODY
    for ending, kind in (
        (_SERVICE, CounterpartyKind.SERVICE),
        (_AUTHORITY, CounterpartyKind.AUTHORITY),
        (_BODY, CounterpartyKind.BODY),
    ):
        if ending.search(printed):
            return kind
    return CounterpartyKind.COMPANY


def find_division(department: str) -> str:
    """Return the part of the ward that ``department`` names first: 高齢福祉部 of 高齢福祉部介護保険課."""
    division = _DIVISION.match(department)
    return division.group() if division else department


def find_department_kind(division: str) -> DepartmentKind:
    """Return the kind of ``division``."""
    return next((kind for word, kind in _DEPARTMENT_KINDS if word in division), DepartmentKind.BUREAU)


def find_section(department: str) -> str:
    """Return the section alone, by which the slugs call a department: 介護保険課 of 高齢福祉部介護保険課."""
    return _LEADING_PARTS.sub("", department)


def guess_category(name: str, registered: Iterable[RegisteredItem]) -> ItemCategory:
    """Return the category whose items are most like ``name``: in their beginnings, endings and pairs of letters."""
    votes: dict[ItemCategory, int] = defaultdict(int)
    for item in registered:
        votes[item.category] += _count_likeness(name, item.name)
    best = max(votes, key=lambda category: votes[category], default=ItemCategory.OTHER)
    return best if votes[best] else ItemCategory.OTHER


def _strip_one_form(name: str) -> str:
    form = _FORM.match(name)
    if form is not None:
        return name[form.end() :].strip(" 　")
    endings = [each for each in _FORM.finditer(name) if each.end() == len(name)]
    return name[: endings[0].start()].strip(" 　") if endings else name


def _count_likeness(one: str, other: str) -> int:
    ends = count_alike(one, other) + count_alike(one[::-1], other[::-1])
    return ends + len(_pair_letters(one) & _pair_letters(other))


def _pair_letters(name: str) -> set[str]:
    return {name[start : start + 2] for start in range(len(name) - 1)}
