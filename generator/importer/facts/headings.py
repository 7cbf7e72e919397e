"""What a heading says of its section and of those beneath it, by the documents' habits."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from generator.archive.record import Record
from generator.evidence.finding import says
from generator.importer.document.printed_labels import is_annex, label_of
from generator.importer.facts.subjects import SubjectReader
from generator.japanese.fold import fold
from generator.model.outline import LabelKind, Place
from generator.model.vocabulary import PARTY_ROLE_OF, Direction, MeasureType, Role


class Topic(Enum):
    """What the facts in a section are."""

    PARTIES = auto()
    HOLDER = auto()
    USER = auto()
    SUBJECTS = auto()
    SUBJECTS_AND_VOLUMES = auto()
    ITEMS = auto()
    VOLUMES = auto()
    ITEMS_AND_VOLUMES = auto()
    PERIOD = auto()
    PROSE = auto()


_PARTY_WORDS: Final = (
    r"相手方|(?:再?委託|提供|収集)先|(?:提供|収集)元|委託する相手|委託業者|(?:委託|受託)(?:予定)?事業者|受託(?:予定)?者"
)
_ABOUT_A_PARTY: Final = "(?:名称|名|所在地|住所|代表者名?)"
# 取り扱わない個人情報の項目, 対象とならない個人: what is not handed on.
_DENIES: Final = re.compile(
    "(?:わ|し|せ|なら|含ま|含め)ない(?:個人|情報|項目|もの|件数)|対象と(?:なら|し)ない|対象外|除外"
)
_SUBJECT_WORDS: Final = "対象となる個人(?!情報)|個人の範囲|対象者(?!数)|対象となる者"
_TOPICS: Final = (
    (Topic.PROSE, _DENIES.pattern),
    (Topic.ITEMS, r"個人情報の(?:内容|種類)$|(?:取り?扱う|提供する|収集する|利用する|記録する|結合する)個人情報$"),
    (Topic.PROSE, r"理由|趣旨|方法|体制|措置|内容$|件名|概要|条件|場所|有無|目的(?!外)|背景|経緯|効果"),
    (Topic.HOLDER, r"^保有(?:する)?(?:課|所管)"),
    (Topic.USER, r"^利用(?:する)?(?:課|所管)"),
    (Topic.SUBJECTS_AND_VOLUMES, f"(?:{_SUBJECT_WORDS})(?!.*項目).*(?:件数|人数|数量)"),
    (Topic.SUBJECTS, _SUBJECT_WORDS),
    (Topic.ITEMS_AND_VOLUMES, r"項目.*(?:件数|人数|数量)"),
    (Topic.VOLUMES, r"件数|人数|対象者数|数量"),
    (Topic.ITEMS, r"項目"),
    (Topic.PERIOD, r"開始の?時期|開始(?:年月)?日|実施(?:時期|期間)|時期及び期間|^(?:期間|時期)$"),
    (Topic.PERIOD, r"(?:委託|結合|提供|利用|収集|契約|履行)の?期間"),
    (Topic.PARTIES, rf"(?:{_PARTY_WORDS})(?:の?{_ABOUT_A_PARTY}(?:(?:及び|・|、){_ABOUT_A_PARTY})*)?(?:\(.*\))?$"),
)
_ROLE_WORDS: Final = (
    (Role.CONTRACTOR, "委託|受託"),
    (Role.CONNECTED_PARTY, "結合"),
    (Role.SOURCE, "収集|提供元"),
    (Role.RECIPIENT, "提供"),
)
# 「新たな項目：」 as in 諮問第976号, 「追加する個人情報の項目」, 「個人情報の項目（追加）」.
_ADDED: Final = re.compile(r"新たな項目|(?:追加|新規)(?:する|の)?(?:個人情報の)?項目|項目\((?:追加|新規)(?:分)?\)")
_WAY: Final = re.compile("(?:区|本人|委託先|以外).{0,6}から.{0,8}(?:提供|収集|取得)")
# 個人情報の項目一覧表, 提供する個人情報の項目, No 項目
_TITLE: Final = re.compile(r"(?:\S{1,10}\s)?(?:[^。、：:]{0,20}個人情報の)?項目(?:名|の?一覧表?)?")


@dataclass(frozen=True)
class Holding:
    """What the headings of a section and those above it say: of what, in which role, that items are added, whose."""

    topic: Topic | None = None
    role: Role | None = None
    adds: bool = False
    subject: str | None = None


def read_heading(place: Place, above: Holding, record: Record, subjects: SubjectReader) -> Holding:
    """Return what holds at ``place``, beneath headings that say what is ``above``."""
    heading = place.section.heading
    if heading is None:
        return above
    topic = topic_of(heading) or _topic_of_annex(place)
    subject = subjects.exactly(label_of(heading).words)
    adds = adds_items(heading)
    if topic is None and place.label.kind is not LabelKind.PART:
        return replace(above, subject=subject or above.subject, adds=above.adds or adds)
    role = role_of(heading, _measures_at(place, record)) if topic is Topic.PARTIES else None
    return Holding(topic, role, adds, subject)


def _topic_of_annex(place: Place) -> Topic | None:
    """Return what an annex is about whose heading is just 【別紙】: its title stands below."""
    titled = is_annex(place.section.heading or "") and is_title_of_items(next(iter(place.section.paragraphs), ""))
    return Topic.ITEMS if titled else None


def _measures_at(place: Place, record: Record) -> tuple[MeasureType, ...]:
    measures = record.consultation.measures
    return tuple(each.type for each in measures if each.section is None or place.lies_in(each.section))


def topic_of(heading: str) -> Topic | None:
    """Return what ``heading`` announces, or None where it says nothing of its own, such as ①被虐待児童."""
    words = fold(label_of(heading).words)
    return next((topic for topic, pattern in _TOPICS if re.search(pattern, words)), None)


def role_of(heading: str, measures: tuple[MeasureType, ...]) -> Role | None:
    """Return the role of the parties under ``heading``; where it only says 相手方, that of the only measure.

    For a 再委託先 there is none: the ward hands it nothing.
    """
    words = fold(label_of(heading).words)
    if "再委託" in words:
        return None
    said = next((role for role, pattern in _ROLE_WORDS if re.search(pattern, words)), None)
    roles = {PARTY_ROLE_OF[measure] for measure in measures if measure in PARTY_ROLE_OF}
    return said or (roles.pop() if len(roles) == 1 else None)


def denies(words: str) -> bool:
    """Tell whether ``words``, a heading or what stands before a list, are about what is not handed on."""
    return _DENIES.search(fold(words)) is not None


def direction_of(heading: str) -> Direction | None:
    """Return the direction that ``heading`` names in the words of the vocabulary."""
    return next((direction for direction in reversed(Direction) if says(direction, heading)), None)


def seems_a_direction(heading: str) -> bool:
    """Tell whether ``heading`` speaks of a direction in other words than those of the vocabulary."""
    return direction_of(heading) is None and _WAY.search(fold(heading)) is not None


def adds_items(words: str) -> bool:
    """Tell whether ``words``, a heading or what stands before a list, say that the items are added."""
    return _ADDED.search(fold(words)) is not None


def is_title_of_items(text: str) -> bool:
    """Tell whether ``text`` is the title of a list of items: 個人情報の項目一覧表."""
    return _TITLE.fullmatch(text) is not None
