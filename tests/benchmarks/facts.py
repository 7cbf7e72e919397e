"""Facts of a made-up consultation, each with the words of its section that carry it."""

import datetime as dt
import re
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from tests.benchmarks.printing import era_date, era_month, fiscal_year, full_width, printed_count
from tests.benchmarks.vocabulary import Inventor, Names

Tree = dict[str, Any]

LABEL: Final = re.compile(r"^(?:[（(][0-9０-９]+[）)]|[①-⑳]|・)?")
_ADDED: Final = "新たな項目："
_DETAILS: Final = ("（過去１年分）", "（変更の履歴を含む）", "（写しを含む）", "（本人の申出によるもの）")


@dataclass(frozen=True)
class Registered:
    """The registered names and the invented ones."""

    items: Names
    counterparties: Names
    departments: Names
    subjects: Names
    inventor: Inventor


class Facts:
    """Rewrites the sections of one consultation that state facts."""

    def __init__(self, registered: Registered, meeting: dt.date, random: Random) -> None:
        """Settle what has to be the same throughout the document."""
        self._registered = registered
        self._meeting = meeting
        self._random = random
        self._parties: dict[str, str] = {}
        self.departments = registered.departments.several(random.choices((1, 2, 3), (6, 3, 1))[0])

    def items(self, section: Tree) -> None:
        """Give ``section`` another list of items."""
        key = "items" if "items" in section else "added_items"
        if section[key] == "なし" and self._random.random() < 2 / 3:
            return
        names = self._registered.items.several(self._random.randint(4, 14) if key == "items" else 2)
        if "torn_table" in section:
            self._table(section, names)
            return
        if "subjects" in section:
            subject = self._registered.subjects.draw()
            section["subjects"] = [subject]
            section["heading"] = self._label(section["heading"]) + self._registered.subjects.said(subject)
        section[key], words = self._list(names)
        section["text"] = (_ADDED if key == "added_items" else "") + "、".join(words)

    def _list(self, names: list[str]) -> tuple[list[Tree | str], list[str]]:
        said = self._registered.items.said
        if len(names) > 5 and self._random.random() < 1 / 5:
            subject = self._registered.subjects.draw()
            of_subject: list[Tree | str] = [{"name": name, "subject": subject} for name in names[:3]]
            words = f"{self._registered.subjects.said(subject)}の{'・'.join(map(said, names[:3]))}"
            return [*of_subject, *names[3:]], [words, *map(said, names[3:])]
        if len(names) > 6 and self._random.random() < 1 / 5:
            within = {"name": names[3], "parts": names[4:6]}
            words = f"{said(names[3])}（{'、'.join(map(said, names[4:6]))}）"
            return [*names[:3], within, *names[6:]], [*map(said, names[:3]), words, *map(said, names[6:])]
        return list(names), [said(name) + self._detail() for name in names]

    def _detail(self) -> str:
        return self._random.choice(_DETAILS) if self._random.random() < 1 / 20 else ""

    def _table(self, section: Tree, names: list[str]) -> None:
        heads, cells = section["torn_table"]
        section["items"] = list(names)
        cells = {"column": cells["column"], "cells": [self._registered.items.said(name) for name in names]}
        section["torn_table"] = [heads, cells]

    def subjects(self, section: Tree) -> None:
        """Give ``section`` other people."""
        names = self._registered.subjects.several(min(len(section["subjects"]), 2))
        said = "及び".join(map(self._registered.subjects.said, names))
        closing = (
            "",
            f"のうち、{self._registered.inventor.service()}の利用を希望する者",
            f"で、{self._registered.inventor.body()}に申請を行った者",
            f"（令和{full_width(self._random.randint(2, 9))}年度以降に登録した者に限る。）",
        )
        section["subjects"] = names
        section["text"] = self._label(section["text"]) + said + self._random.choice(closing)

    def volumes(self, section: Tree) -> None:
        """Give ``section`` other counts."""
        label = self._label(section["text"])
        lines = []
        for volume in section["volumes"]:
            words, volume["count"] = "", self._count()
            if "subject" in volume:
                volume["subject"] = self._registered.subjects.draw()
                words = f"{self._registered.subjects.said(volume['subject'])} "
            if "fiscal_year" in volume:
                later = "onward" in volume
                volume["fiscal_year"] = self._meeting.year + later
                words = f"{fiscal_year(self._meeting.year + later)}{'以降' if later else ''} "
            about = "約" if self._random.random() < 4 / 5 else ""
            volume.pop("approximate", None)
            volume.update({"approximate": "true"} if about else {})
            lines.append(f"{words}{about}{printed_count(volume['count'])}件{'（年間）' if 'per' in volume else ''}")
        section["text"] = label + "\n".join(lines)

    def _count(self) -> int:
        return self._random.randint(1, 99) * 10 ** self._random.choices((0, 1, 2, 3), (1, 4, 3, 2))[0]

    def period(self, section: Tree) -> None:
        """Give ``section`` another time, soon after the meeting."""
        start = self._meeting + dt.timedelta(days=self._random.randint(14, 120))
        whole_month = self._random.random() < 2 / 3
        stated, words = (
            (start.isoformat()[:7], era_month(start)) if whole_month else (start.isoformat(), era_date(start))
        )
        period = {"start": stated}
        if "end" in section["period"] or self._random.random() < 1 / 10:
            end = start + dt.timedelta(days=self._random.randint(60, 700))
            period["end"] = end.isoformat()[:7]
            section["text"] = f"{words}から{era_month(end)}まで"
        else:
            period["continues"] = "true"
            section["text"] = f"{words}から継続して行う。"
        if "repeats" in section["period"]:
            period["repeats"] = f"概ね{full_width(self._random.randint(2, 9))}年毎に繰り返し実施する"
            section["text"] += f"\n（{period['repeats']}。）"
        section["period"] = period

    def parties(self, section: Tree) -> None:
        """Give ``section``, which names the other side, other parties."""
        if section["counterparties"][0].get("state") or self._random.random() < 1 / 6:
            decided = self._random.random() < 1 / 2
            role = section["counterparties"][0]["role"]
            section["counterparties"] = [{"role": role, "state": "未定"}]
            section["text"] = "未定"
            if not decided:
                return
            section["counterparties"] = [{"name": "", "role": role}]
        count = 1 if len(section["counterparties"]) == 1 else self._random.randint(2, 3)
        operator = any(party["role"] == "運営者" for party in section["counterparties"])
        role = section["counterparties"][0]["role"]
        names = [self._party(role)] if count == 1 else self._registered.counterparties.several(count)
        section["counterparties"] = [{"name": name, "role": role} for name in names]
        section["text"] = "、".join(map(self._registered.counterparties.said, names))
        if operator:
            section["counterparties"][-1]["role"] = "運営者"
            *first, last = map(self._registered.counterparties.said, names)
            section["text"] = f"{'、'.join(first)}（{last}が運営管理）"

    def _party(self, role: str) -> str:
        # The parts of one document mostly speak of one party.
        drawn = self._registered.counterparties.draw()
        known = next(iter(self._parties.values()), drawn)
        self._parties[role] = known if self._random.random() < 4 / 5 else drawn
        return self._parties[role]

    def named_beside(self, section: Tree) -> str:
        """Give ``section`` other services, channels or examples, and return the sentence that names them."""
        names = self._registered.counterparties.several(len(section["counterparties"]))
        roles = self._random.choices(("利用サービス", "連絡経路", "例示"), (5, 2, 2), k=len(names))
        section["counterparties"] = [{"name": name, "role": role} for name, role in zip(names, roles, strict=True)]
        said = "及び".join(map(self._registered.counterparties.said, names))
        purpose = self._registered.inventor.body()
        forms = (
            f"{said}を活用し、{purpose}と連携することとする。",
            f"現在、{said}を通じて受け付けている相談について、{purpose}の協力を得る。",
            f"このため、{said}等を利用したオンラインによる支援を新たに取り入れる。",
        )
        return self._random.choice(forms)

    @staticmethod
    def _label(text: str) -> str:
        match = LABEL.match(text)
        return match.group() if match else ""
