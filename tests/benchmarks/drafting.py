"""A made-up consultation on the skeleton of a real one: other facts, other names, sentences from several documents."""

import copy
import datetime as dt
from random import Random
from typing import Any, Final

from tests.benchmarks.facts import Facts, Registered
from tests.benchmarks.printing import full_width
from tests.benchmarks.wording import AIM, MEANS, METHOD, PROTECTION, REASON, USE, WHAT, WHOSE, Wording, kind_of

Tree = dict[str, Any]

_PARTY_ROLES: Final = {"委託先", "回線結合の相手方", "外部提供の相手方", "本人外収集の相手方"}
_INSIDE_ROLES: Final = {"保有課", "利用課"}
_SHORT: Final = (
    ("場所について", ("なし", "あり")),
    ("場所", ("委託先の施設", "区の事務室及び委託先の施設", "講座の実施場所", "{body}の施設", "{body}及び区の事務室")),
    ("授受の方法", ("文書による", "口頭及び文書による", "口頭、文書及び電磁的記録媒体による", "{service}による")),
    ("電子計算機を利用した", ("あり", "なし")),
)
_ARTICLE: Final = "{article}の規定に基づき諮問する。"
_FIRST_HELD: Final = 964


class Drafter:
    """Writes made-up consultations."""

    def __init__(self, bases: list[Tree], registered: Registered, wording: Wording, random: Random) -> None:
        """Take the skeletons from ``bases``."""
        self._bases = bases
        self._registered = registered
        self._wording = wording
        self._random = random
        self._invent = registered.inventor

    def draft(self, number: int, document: int, meeting: dt.date, earlier: int | None) -> Tree:
        """Return a consultation; ``earlier`` is the number of one it may refer to."""
        base = copy.deepcopy(self._random.choice(self._bases))
        self._facts = Facts(self._registered, meeting, self._random)
        self._earlier = earlier or _FIRST_HELD
        base["departments"] = self._facts.departments
        self._name_businesses(base)
        base["subtitle"] = self._subtitle()
        self._tree = base
        for section in base["sections"]:
            self._rewrite(section)
        return base | {"number": number, "document": document, "meeting": meeting.isoformat()}

    def _name_businesses(self, base: Tree) -> None:
        for index, business in enumerate(base["businesses"]):
            renamed = self._business()
            while renamed in base["businesses"]:
                renamed = self._business()
            base["title"] = base["title"].replace(f"「{business}」", f"「{renamed}」")
            base["businesses"][index] = renamed

    def _business(self) -> str:
        whose = self._random.sample(WHOSE, self._random.choice((1, 1, 2)))
        return f"{'・'.join(whose)}{self._random.choice(WHAT)}業務"

    def _subtitle(self) -> str:
        means = self._random.choice(
            (self._random.choice(MEANS), self._invent.service(), f"{self._invent.body()}の運営")
        )
        whose = full_width(self._registered.subjects.draw())
        return f"{means}{self._random.choice(USE)}{whose}の{self._random.choice(AIM)}"

    def _rewrite(self, section: Tree) -> None:
        if not self._rewrite_facts(section):
            self._rewrite_words(section)
        for below in section.get("sections", []):
            self._rewrite(below)

    def _rewrite_facts(self, section: Tree) -> bool:
        if "items" in section or "added_items" in section:
            self._facts.items(section)
        elif "volumes" in section:
            self._facts.volumes(section)
        elif "period" in section:
            self._facts.period(section)
        elif "subjects" in section:
            self._facts.subjects(section)
        elif "counterparties" in section:
            self._rewrite_parties(section)
        else:
            return any("section" in reference for reference in section.get("references", []))
        return True

    def _rewrite_parties(self, section: Tree) -> None:
        roles = {party["role"] for party in section["counterparties"]}
        if roles & _INSIDE_ROLES:
            department = self._registered.departments.draw()
            section["counterparties"][0]["name"] = department
            section["text"] = f"{department}：{self._random.choice(self._tree['businesses'])}"
        elif roles & _PARTY_ROLES:
            self._facts.parties(section)
        else:
            self._tell_reason(section, self._facts.named_beside(section))

    def _rewrite_words(self, section: Tree) -> None:
        heading = section.get("heading", "")
        kind = kind_of(heading)
        short = next((choices for words, choices in _SHORT if words in heading), None)
        if kind == REASON:
            self._tell_reason(section, "")
        elif kind == METHOD and section.get("text") and self._random.random() < 1 / 3:
            section["text"] = f"{self._random.choice(MEANS)}による"
        elif kind in (METHOD, PROTECTION):
            self._list_sentences(section, kind)
        elif "趣旨" in heading:
            articles = self._tree["measures"][0]["articles"]
            section["text"] = f"本件は、{self._tree['subtitle']}を行うものであり、{self._cited(articles)}"
        elif "件名" in heading:
            section["text"] = self._tree["subtitle"]
        elif short is not None:
            words = self._random.choice(short)
            section["text"] = words.format(body=self._invent.body(), service=self._invent.service())

    def _tell_reason(self, section: Tree, mention: str) -> None:
        paragraphs = [self._wording.paragraph(REASON) for _ in range(self._random.randint(1, 3))]
        if mention:
            paragraphs.insert(self._random.randrange(len(paragraphs)), mention)
        if "諮問の" in section["heading"]:
            paragraphs += [f"本件は、{self._cited(measure['articles'])}" for measure in self._tree["measures"]]
        section.pop("references", None)
        section.pop("sections", None)
        if self._random.random() < 1 / 8:
            words = f"諮問第{full_width(self._earlier)}号"
            paragraphs.append(f"なお、本件は、{words}の条件の範囲を超えるため、今回諮問するものである。")
            section["references"] = [{"words": words, "consultation": self._earlier}]
        section["text"] = "\n".join(paragraphs)

    def _list_sentences(self, section: Tree, kind: str) -> None:
        first = []
        if "区の" in section["heading"]:
            departments = "及び".join(self._tree["departments"])
            first = [f"区の情報セキュリティ対策基準並びに{departments}の情報セキュリティ実施手順書を遵守する。"]
        sentences = [*first, *(self._wording.sentence(kind) for _ in range(self._random.randint(1, 4 - len(first))))]
        section.pop("text", None)
        section.pop("sections", None)
        if len(sentences) == 1:
            section["text"] = sentences[0]
        else:
            labelled = enumerate(sentences, start=1)
            section["sections"] = [{"text": f"（{full_width(index)}）{sentence}"} for index, sentence in labelled]

    @staticmethod
    def _cited(articles: list[str]) -> str:
        return "".join(_ARTICLE.format(article=full_width(article)) for article in articles)
