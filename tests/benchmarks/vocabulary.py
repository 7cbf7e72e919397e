"""The names of a made-up archive: the registered ones, drawn as unevenly as real ones are, and invented ones."""

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any, Final

import yaml

from tests.benchmarks.printing import full_width

Entry = dict[str, Any]

REGISTRIES: Final = ("items", "counterparties", "departments", "subjects", "articles")
# What nearly every list of items begins with.
COMMON_ITEMS: Final = {
    "氏名": 60,
    "住所": 45,
    "生年月日": 25,
    "電話番号": 22,
    "性別": 20,
    "年齢": 10,
    "メールアドレス": 8,
}
_EVENNESS: Final = 2.0
_KANA: Final = (
    "アイウエオカキクケコサシスセソタチツテトナニハヒフヘホマミムメモラリルレロワガグゴザジズダデドバビブボパピプポン"
)
_SYLLABLES: Final = (
    "ka",
    "ro",
    "net",
    "sys",
    "mi",
    "to",
    "link",
    "po",
    "ver",
    "ai",
    "da",
    "ta",
    "co",
    "re",
    "su",
    "nex",
)
_KINDS: Final = ("センター", "協会", "財団", "研究所", "会館", "学園", "事業所", "クリニック", "プラザ", "機構")
_FIRST_ROW: Final = 0xB0
_LAST_ROW: Final = 0xCF
_CELLS: Final = range(0xA1, 0xFF)


def registry(content: Path, name: str) -> list[Entry]:
    """Return the entries of a registry, every scalar as text."""
    text = (content / f"{name}.yml").read_text(encoding="utf-8")
    entries: list[Entry] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - this loader makes nothing but text
    return entries


class Names:
    """Draws registered names, the first of a shuffled order most often, and says them in the documents' spelling."""

    def __init__(self, entries: Sequence[Entry], random: Random, common: dict[str, int] | None = None) -> None:
        """Take the order of ``entries`` from ``random``; ``common`` names have weights of their own."""
        self._random = random
        self._entries = {entry["name"]: entry for entry in entries}
        self._names: list[str] = list(self._entries)
        random.shuffle(self._names)
        given = common or {}
        self._weights = [given.get(name, 20 / (rank + _EVENNESS)) for rank, name in enumerate(self._names)]

    def draw(self) -> str:
        """Return a name."""
        return self._random.choices(self._names, self._weights)[0]

    def several(self, count: int) -> list[str]:
        """Return ``count`` different names, or as many as there are."""
        wanted = min(count, len(self._names))
        drawn: dict[str, None] = {}
        while len(drawn) < wanted:
            drawn[self.draw()] = None
        return list(drawn)

    def said(self, name: str) -> str:
        """Return a spelling of ``name``, mostly the first."""
        aliases: list[str] = self._entries[name].get("aliases", [])
        spelling: str = self._random.choice(aliases) if aliases and self._random.random() < 1 / 3 else name
        return full_width(spelling)


class Inventor:
    """Makes up names as the documents of other years would bring them: places, firms and services."""

    def __init__(self, random: Random) -> None:
        """Rank the kanji that names are made of."""
        self._random = random
        rows = range(_FIRST_ROW, _LAST_ROW + 1)
        self._kanji = [_kanji(row, cell) for row in rows for cell in _CELLS if _kanji(row, cell)]
        random.shuffle(self._kanji)
        self._cumulative: list[float] = []
        total = 0.0
        for rank in range(len(self._kanji)):
            total += 1 / (rank + 30)
            self._cumulative.append(total)

    def body(self) -> str:
        """Return an institution: 瀬川財団."""
        name = "".join(self._random.choices(self._kanji, cum_weights=self._cumulative, k=2))
        return name + self._random.choice(_KINDS)

    def firm(self) -> str:
        """Return a firm: 株式会社ロデミン."""
        name = "".join(self._random.choices(_KANA, k=self._random.randint(3, 5)))
        return f"株式会社{name}" if self._random.random() < 1 / 2 else f"{name}株式会社"

    def service(self) -> str:
        """Return a service with a Latin name: Ｎｅｔｋａｒｏ."""
        name = "".join(self._random.choices(_SYLLABLES, k=self._random.randint(2, 3)))
        return full_width(name.upper() if self._random.random() < 1 / 4 else name.capitalize())

    def name(self) -> str:
        """Return any of these."""
        return self._random.choice((self.body, self.firm, self.service))()


def _kanji(row: int, cell: int) -> str:
    """Return a kanji of the first level of JIS X 0208, or nothing where its table has a gap."""
    letter = bytes((row, cell)).decode("euc_jp", errors="ignore")
    return letter if letter and unicodedata.category(letter) == "Lo" else ""
