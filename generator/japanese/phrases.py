"""Where a Japanese heading may break: between phrases (文節)."""

from functools import cache

import budoux


@cache
def phrases(text: str) -> tuple[str, ...]:
    """Return the phrases of ``text``, which joined are ``text`` again.

    The boundaries come from BudouX, a small model made for line breaking (https://github.com/google/budoux).
    """
    return tuple(_parser().parse(text)) if text else ()


@cache
def _parser() -> budoux.Parser:
    return budoux.load_default_japanese_parser()
