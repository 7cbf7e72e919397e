"""The words a consultation's file may use. Their values are what the clerk writes and the resident reads."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class MeasureType(StrEnum):
    """What is asked for (措置), in the order of the syllabary (五十音順), as the indexes show it."""

    CONNECTION = "回線結合"
    OUTSOURCING = "外部委託"
    PROVISION = "外部提供"
    COMPUTER_RECORDING = "電子計算機への記録"
    COLLECTION_FROM_OTHERS = "本人外収集"
    OTHER_PURPOSE = "目的外利用"


class Role(StrEnum):
    """What a counterparty is in a consultation."""

    CONTRACTOR = "委託先"
    CONNECTED_PARTY = "回線結合の相手方"
    RECIPIENT = "外部提供の相手方"
    SOURCE = "本人外収集の相手方"
    OPERATOR = "運営者"
    HOLDER = "保有課"
    USER = "利用課"
    SERVICE = "利用サービス"
    CHANNEL = "連絡経路"
    EXAMPLE = "例示"


# Sections of the ward itself: registered as departments, not as counterparties.
INSIDE_ROLES = frozenset({Role.HOLDER, Role.USER})
# The party a measure is about. Others are only named beside it, and no item is said to go to them.
PARTY_ROLE_OF = {
    MeasureType.OUTSOURCING: Role.CONTRACTOR,
    MeasureType.CONNECTION: Role.CONNECTED_PARTY,
    MeasureType.PROVISION: Role.RECIPIENT,
    MeasureType.COLLECTION_FROM_OTHERS: Role.SOURCE,
}
PARTY_ROLES = frozenset(PARTY_ROLE_OF.values())


class PartyState(StrEnum):
    """What is said of a party that is not named."""

    UNDECIDED = "未定"


class Direction(StrEnum):
    """The way items go, as the consultations on outsourcing head their lists."""

    TO_CONTRACTOR = "区から委託先へ提供"
    CONTRACTOR_FROM_PERSON = "委託先が本人から収集"
    OTHERS_TO_CONTRACTOR = "区及び本人以外から委託先へ提供"


class Per(StrEnum):
    """The span of time a volume is counted over."""

    YEAR = "年間"


class CounterpartyKind(StrEnum):
    """What kind of party a counterparty is."""

    COMPANY = "事業者"
    BODY = "法人・団体"
    AUTHORITY = "行政機関"
    SERVICE = "サービス"


class DepartmentKind(StrEnum):
    """The parts of the ward departments belong to, in the order the indexes show them."""

    BUREAU = "部"
    HEALTH_CENTRE = "保健所"
    GENERAL_BRANCH = "総合支所"
    CHILD_GUIDANCE_CENTRE = "児童相談所"


class ItemCategory(StrEnum):
    """What an item tells about a person, in the order the indexes show them."""

    BASIC = "基本情報"
    CONTACT = "連絡先"
    LIFE = "家族・生活"
    HEALTH = "健康・福祉"
    CASE_RECORD = "相談・支援の記録"
    MISSING_PERSON = "行方不明の状況"
    DOG = "犬の登録"
    OTHER = "その他"


class LawKind(StrEnum):
    """What kind of rule a law is, in the order the indexes show them."""

    ORDINANCE = "条例"
    ACT = "法律"
    CABINET_ORDER = "政令"
    MINISTERIAL_ORDER = "省令"
    RULE = "規則"
    REGULATION = "規程"
    GUIDELINE = "要綱"
    OTHER = "その他"


# The words that titles of each kind end in; documents also use them alone.
LAW_WORDS: Final[Mapping[LawKind, tuple[str, ...]]] = {
    LawKind.ORDINANCE: ("条例",),
    LawKind.ACT: ("法律", "法"),
    LawKind.CABINET_ORDER: ("政令", "令"),
    LawKind.MINISTERIAL_ORDER: ("省令", "府令"),
    LawKind.RULE: ("規則", "細則"),
    LawKind.REGULATION: ("規程",),
    LawKind.GUIDELINE: ("要綱", "要領"),
}
