"""What a printed name tells of the thing beside its name: legal form, kind of party, the part of the ward."""

import re
from typing import Final

from generator.model.vocabulary import CounterpartyKind, DepartmentKind
from generator.store.source_text import UNSEEN

_TO_HALF_WIDTH: Final = {
    letter: letter - 0xFEE0 for first, last in ("０９", "ＡＺ", "ａｚ") for letter in range(ord(first), ord(last) + 1)
}
_SPACE_BESIDE_JAPANESE: Final = re.compile(r"(?<![!-~]) | (?![!-~])")
# Legal forms under 会社法, 一般社団・財団法人法, 社会福祉法, NPO法 and the acts on single kinds of bodies.
_COMPANY_FORMS: Final = (
    "株式会社",
    "有限会社",
    "合同会社",
    "合資会社",
    "合名会社",
    "相互会社",
    "監査法人",
    "弁護士法人",
    "税理士法人",
    "司法書士法人",
    "行政書士法人",
    "社会保険労務士法人",
    "（株）",
    "(株)",
    "㈱",
    "（有）",
    "(有)",
    "㈲",
)
_BODY_FORMS: Final = (
    "一般社団法人",
    "公益社団法人",
    "一般財団法人",
    "公益財団法人",
    "特定非営利活動法人",
    "認定特定非営利活動法人",
    "認定ＮＰＯ法人",
    "認定NPO法人",
    "ＮＰＯ法人",
    "NPO法人",
    "社会福祉法人",
    "社会医療法人",
    "医療法人社団",
    "医療法人財団",
    "医療法人",
    "学校法人",
    "宗教法人",
    "独立行政法人",
    "地方独立行政法人",
    "国立大学法人",
    "公立大学法人",
    "国立研究開発法人",
    "社団法人",
    "財団法人",
    "管理組合法人",
    "（一社）",
    "（一財）",
    "（公社）",
    "（公財）",
    "（社福）",
    "（福）",
)


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_FORM: Final = re.compile(f"(?P<company>{_any_of(_COMPANY_FORMS)})|(?P<body>{_any_of(_BODY_FORMS)})")
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


def one_line(text: str) -> str:
    """Return ``text`` on one line, without what no eye sees."""
    return " ".join(UNSEEN.sub("", text).split())


def cleaned(name: str) -> str:
    """Return ``name`` on one line, without white space beside Japanese letters."""
    return _SPACE_BESIDE_JAPANESE.sub("", one_line(name))


def half_width(name: str) -> str:
    """Return ``name`` cleaned, with Latin letters and digits in half width, as registries of things write it."""
    return cleaned(name.translate(_TO_HALF_WIDTH))


def without_legal_form(name: str) -> str:
    """Return ``name`` without the words before or after it that say what its bearer is: 公益財団法人日本獣医師会."""
    rest = name
    while True:
        shorter = _without_a_form(rest)
        if shorter in ("", rest):
            return rest
        rest = shorter


def counterparty_kind(printed: str) -> CounterpartyKind:
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


def division_of(department: str) -> str:
    """Return the part of the ward that ``department`` names first: 高齢福祉部 of 高齢福祉部介護保険課."""
    division = _DIVISION.match(department)
    return division.group() if division else department


def department_kind(division: str) -> DepartmentKind:
    """Return the kind of ``division``."""
    return next((kind for word, kind in _DEPARTMENT_KINDS if word in division), DepartmentKind.BUREAU)


def section_of(department: str) -> str:
    """Return the section alone, by which the slugs call a department: 介護保険課 of 高齢福祉部介護保険課."""
    return _LEADING_PARTS.sub("", department)


def _without_a_form(name: str) -> str:
    form = _FORM.match(name)
    if form is not None:
        return name[form.end() :].strip(" 　")
    endings = [each for each in _FORM.finditer(name) if each.end() == len(name)]
    return name[: endings[0].start()].strip(" 　") if endings else name
