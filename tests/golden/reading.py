"""Reads the golden data: what a careful reader wrote down from the source text, without looking at the content."""

from pathlib import Path
from typing import Any

import yaml

_GOLDEN = Path(__file__).parent

NUMBERS = range(975, 986)


def golden_facts(number: int) -> dict[str, Any]:
    """What a reader finds stated in a consultation."""
    facts: dict[str, Any] = yaml.safe_load((_GOLDEN / "facts" / f"{number}.yml").read_text(encoding="utf-8"))
    return facts


def golden_indexes() -> dict[str, Any]:
    """What a reader finds across all consultations."""
    indexes: dict[str, Any] = yaml.safe_load((_GOLDEN / "indexes.yml").read_text(encoding="utf-8"))
    return indexes


def golden_outline(number: int) -> str:
    """The headings and labels of a consultation, indented by their nesting."""
    return (_GOLDEN / "outlines" / f"{number}.txt").read_text(encoding="utf-8")
