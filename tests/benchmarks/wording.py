"""New sentences out of the clauses of the real ones."""

import re
from collections.abc import Iterator
from random import Random
from typing import Any, Final

from tests.benchmarks.printing import full_width
from tests.benchmarks.vocabulary import Inventor, Names

Tree = dict[str, Any]

REASON: Final = "reason"
METHOD: Final = "method"
PROTECTION: Final = "protection"
# What titles and subtitles are put together from.
WHOSE: Final = (
    "高齢者",
    "障害者",
    "児童",
    "里親",
    "子ども家庭",
    "介護保険",
    "広聴",
    "生活保健",
    "結核予防",
    "地域振興",
    "地区カルテ",
    "認知症",
    "感染症",
    "一時保護",
    "ひとり親",
    "母子保健",
)
WHAT: Final = (
    "支援",
    "相談",
    "保健福祉",
    "受付",
    "管理",
    "評価",
    "給付",
    "実態調査",
    "訪問指導",
    "手当",
    "研修",
    "登録",
    "見守り",
    "居住支援",
)
MEANS: Final = (
    "オンライン会議",
    "メール",
    "インターネット回線",
    "スマートフォン",
    "クラウドサービス",
    "電子申請",
    "アンケート調査",
    "チャット",
    "共有サイト",
)
USE: Final = ("を活用した", "を利用した", "による", "に向けた", "に伴う")
AIM: Final = (
    "情報の共有",
    "普及啓発の実施",
    "情報提供",
    "患者の支援事業",
    "状況把握及び分析の実施",
    "運営業務委託",
    "申請・届出受付の実施",
    "第三者評価の実施委託",
    "講座実施業務委託の実施",
)
# Words of a top heading, and what the sentences beneath it speak of.
_KINDS: Final = (
    ("保護管理体制", PROTECTION),
    ("方法", METHOD),
    ("理由", REASON),
    ("委託の内容", REASON),
    ("事業の概要", REASON),
)
_LABEL: Final = re.compile(r"^(?:[（(][0-9０-９]+[）)]|[①-⑳]|・)")
# Words that point elsewhere belong to their document and their place.
_POINTS: Final = re.compile(r"諮問第|のとおり|上記|別紙|条例|以下「|次の")
_SPEAKS_OF: Final = re.compile(
    "管理サイト|会議システム|マイクロチップ情報登録システム|情報共有サイト|「飲みきるミカタ」|「メールＳ[ОＯ]Ｓネットワーク」|都委託事業者|環境省"
    "|社会福祉協議会|関係機関|センター|クラウドサービス提供事業者"
)
_PEOPLE: Final = re.compile(
    "区民等|里親登録者|里親|対象児童|児童|利用者|犬の所有者|受講者|操作サポーター|障害者|行方不明者等|高齢者"
)
_NUMBER: Final = re.compile("[０-９]+")
_SHORTEST: Final = 12


def kind_of(heading: str) -> str | None:
    """Return what the sentences under ``heading`` speak of, or None where they are not to be exchanged."""
    return next((kind for words, kind in _KINDS if words in heading), None)


class Wording:
    """Writes sentences of a kind."""

    def __init__(self, documents: list[Tree], random: Random, subjects: Names, inventor: Inventor) -> None:
        """Take the clauses of ``documents``."""
        self._random = random
        self._subjects = subjects
        self._inventor = inventor
        self._sentences: dict[str, list[list[str]]] = {REASON: [], METHOD: [], PROTECTION: []}
        for document in documents:
            for section in _under_headings(document["sections"]):
                kind = kind_of(section["heading"])
                if kind is not None:
                    self._sentences[kind] += [sentence.split("、") for sentence in _sentences(section)]

    def sentence(self, kind: str) -> str:
        """Return a sentence whose beginning and end mostly come from different ones."""
        pool = self._sentences[kind]
        first, second = self._random.choice(pool), self._random.choice(pool)
        if self._random.random() < 1 / 4:
            return self._renewed("、".join(first))
        head = first[: self._random.randint(1, max(1, len(first) - 1))]
        tail = second[self._random.randrange(len(second)) :]
        middle = [self._random.choice(self._random.choice(pool))] if self._random.random() < 1 / 3 else []
        return self._renewed("、".join([*head, *middle, *tail]).replace("。", "") + "。")

    def paragraph(self, kind: str, most: int = 2) -> str:
        """Return up to ``most`` sentences."""
        return "".join(self.sentence(kind) for _ in range(self._random.randint(1, most)))

    def _renewed(self, text: str) -> str:
        text = _SPEAKS_OF.sub(lambda match: self._either(match.group(), self._inventor.name), text)
        text = _PEOPLE.sub(lambda match: self._either(match.group(), self._person), text)
        return _NUMBER.sub(lambda match: full_width(self._number(match.group())), text)

    def _either(self, word: str, other: Any) -> str:  # noqa: ANN401 - a function without parameters
        renewed: str = other() if self._random.random() < 1 / 2 else word
        return renewed

    def _person(self) -> str:
        return full_width(self._subjects.draw())

    def _number(self, digits: str) -> str:
        low = 10 ** (len(digits) - 1)
        return digits if self._random.random() < 1 / 3 else str(self._random.randrange(low, 10 * low))


def _under_headings(sections: list[Tree]) -> Iterator[Tree]:
    for section in sections:
        if "heading" in section and kind_of(section["heading"]) is not None:
            yield section
        else:
            yield from _under_headings(section.get("sections", []))


def _sentences(section: Tree) -> Iterator[str]:
    for line in section.get("text", "").split("\n"):
        for sentence in re.findall("[^。]+。", _LABEL.sub("", line)):
            if (
                len(sentence) >= _SHORTEST
                and not _POINTS.search(sentence)
                and sentence.count("（") == sentence.count("）")
            ):
                yield sentence
    for below in section.get("sections", []):
        yield from _sentences(below)
