"""The words before or after a name that say what its bearer is by law, 株式会社 and 公益財団法人, long and short.

They come from 会社法, 一般社団・財団法人法, 社会福祉法, NPO法 and the acts on single kinds of bodies.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from generator.japanese.fold import fold

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

# The long forms, and how they are written short: before or after a name, which alone tells （有） from a word.
SHORT_FORMS: Final[Mapping[str, tuple[str, ...]]] = {
    "株式会社": ("（株）",),
    "有限会社": ("（有）",),
    "合同会社": ("（合）", "（同）"),
    "合資会社": ("（資）",),
    "合名会社": ("（名）",),
    "一般社団法人": ("（一社）",),
    "一般財団法人": ("（一財）",),
    "公益社団法人": ("（公社）",),
    "公益財団法人": ("（公財）",),
    "社団法人": ("（社）",),
    "財団法人": ("（財）",),
    "社会福祉法人": ("（社福）", "（福）"),
    "特定非営利活動法人": ("（特非）", "ＮＰＯ法人"),
    "医療法人": ("（医）",),
    "医療法人社団": ("（医社）",),
    "医療法人財団": ("（医財）",),
    "学校法人": ("（学）",),
    "宗教法人": ("（宗）",),
    "独立行政法人": ("（独）",),
    "地方独立行政法人": ("（地独）",),
    "国立研究開発法人": ("（国研）",),
    "監査法人": ("（監）",),
}


def _match_any(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


# Alternatives of a regular expression, to be put in parentheses; a longer form comes before one it begins with.
COMPANY_FORM: Final = _match_any(_COMPANY_FORMS)
BODY_FORM: Final = _match_any(_BODY_FORMS)
# The same of either, for folded text.
FOLDED_FORM: Final = _match_any({fold(form) for form in (*_COMPANY_FORMS, *_BODY_FORMS)})

_LONG_OF: Final = {fold(short): fold(long) for long, shorts in SHORT_FORMS.items() for short in shorts} | {
    fold(form): fold("特定非営利活動法人") for form in ("認定特定非営利活動法人", "認定ＮＰＯ法人")
}
_ANY_FORM: Final = _match_any({fold(form) for form in (*_COMPANY_FORMS, *_BODY_FORMS)} | set(_LONG_OF))
_BEGINS: Final = re.compile(f"(?:{_ANY_FORM})")
_ENDS: Final = re.compile(f"(?:{_ANY_FORM})$")
_LONGEST_FORM: Final = 20


@dataclass(frozen=True)
class Forms:
    """The legal forms at a name: as they are written ``before`` and ``after`` it, and which they are, in full."""

    before: str
    after: str

    @property
    def meant(self) -> frozenset[str]:
        """The forms in full and folded: （株） is 株式会社."""
        return frozenset(_LONG_OF.get(form, form) for form in (self.before, self.after) if form)


def forms_between(before: str, after: str) -> Forms:
    """Return the legal forms that the folded text ``before`` a name ends with and that ``after`` it begins with."""
    ending, beginning = _ENDS.search(before[-_LONGEST_FORM:]), _BEGINS.match(after)
    return Forms(ending.group() if ending else "", beginning.group() if beginning else "")


def forms_of(names: Iterable[str]) -> frozenset[str]:
    """Return the legal forms, in full and folded, that any of ``names`` begins or ends with."""
    return frozenset(form for name in map(fold, names) for form in forms_between(name, name).meant)
