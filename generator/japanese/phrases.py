"""Where a Japanese heading may break: between phrases (文節)."""

import re
from dataclasses import dataclass, field
from typing import Final

import budoux

# Boundaries that the model, made for newspapers' prose, sometimes sees inside a word of these documents.
_IN_ONE_WORD: Final = re.compile(
    r"[0-9０-９,，]\|[0-9０-９]|[0-9０-９]\|[,，]|[A-Za-zＡ-Ｚａ-ｚ]\|[A-Za-zＡ-Ｚａ-ｚ]|条\|例"
)


@dataclass(frozen=True)
class PhraseBreaker:
    """Finds phrases with BudouX, a small model made for line breaking (https://github.com/google/budoux)."""

    parser: budoux.Parser = field(default_factory=budoux.load_default_japanese_parser)

    def phrases(self, text: str) -> tuple[str, ...]:
        """Return the phrases of ``text``, which joined are ``text`` again; no number, Latin word or 条例 is cut."""
        whole: list[str] = []
        for phrase in self.parser.parse(text) if text else ():
            if whole and _IN_ONE_WORD.search(whole[-1][-1:] + "|" + phrase[:1]):
                whole[-1] += phrase
            else:
                whole.append(phrase)
        return tuple(whole)
