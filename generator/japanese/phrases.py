"""Where a Japanese heading may break: between phrases (文節)."""

from dataclasses import dataclass, field

import budoux


@dataclass(frozen=True)
class PhraseBreaker:
    """Finds phrases with BudouX, a small model made for line breaking (https://github.com/google/budoux)."""

    parser: budoux.Parser = field(default_factory=budoux.load_default_japanese_parser)

    def phrases(self, text: str) -> tuple[str, ...]:
        """Return the phrases of ``text``, which joined are ``text`` again."""
        return tuple(self.parser.parse(text)) if text else ()
