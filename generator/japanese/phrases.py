"""Where a Japanese heading may break: between phrases (文節)."""

import re
from dataclasses import dataclass, field
from typing import Final

import budoux

from generator.japanese.eras import ERA_NAME

# BudouX's model was made of prose with half-width digits: it cuts 第|１８条 and leaves 第18条 whole.
_HALF_WIDTH: Final = str.maketrans("０１２３４５６７８９", "0123456789")
# Boundaries that the model, made for newspapers' prose, sometimes sees inside a word of these documents: ９|，０００,
# ＬＩ|ＮＥ, 条|例, 令和|４年, 件|（年間）.
_IN_ONE_WORD: Final = re.compile(
    r"[0-9０-９,，]\|[0-9０-９]|[0-9０-９]\|[,，]|[A-Za-zＡ-Ｚａ-ｚ]\|[A-Za-zＡ-Ｚａ-ｚ]|条\|例"
    rf"|(?:{ERA_NAME})\|[0-9０-９元]|件\|[（(]年間"
)
# So much on both sides of a boundary tells whether it stands in one word.
_SEEN: Final = 3


@dataclass(frozen=True)
class PhraseBreaker:
    """Finds phrases with BudouX, a small model made for line breaking (https://github.com/google/budoux).

    It remembers what it has found: a site breaks the same headings on many pages.
    """

    parser: budoux.Parser = field(default_factory=budoux.load_default_japanese_parser)
    _found: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def phrases(self, text: str) -> tuple[str, ...]:
        """Return the phrases of ``text``, which joined are ``text`` again; no number, Latin word or 条例 is cut."""
        if text not in self._found:
            self._found[text] = self._break(text)
        return self._found[text]

    def _break(self, text: str) -> tuple[str, ...]:
        whole: list[str] = []
        end = 0
        for seen in self.parser.parse(text.translate(_HALF_WIDTH)) if text else ():
            start, end = end, end + len(seen)
            if whole and _IN_ONE_WORD.search(f"{whole[-1][-_SEEN:]}|{text[start : start + _SEEN]}"):
                whole[-1] += text[start:end]
            else:
                whole.append(text[start:end])
        return tuple(whole)
