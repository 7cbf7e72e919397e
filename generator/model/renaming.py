"""A name within a consultation, put in the place of another."""

from dataclasses import replace
from typing import Any

from generator.model.consultation import Counterparty, Item
from generator.model.outline import Path


def rename(value: Any, path: Path, name: str) -> Any:  # noqa: ANN401 - follows the path
    """Return ``value``, where what stands at ``path`` is called ``name``."""
    if not path:
        return replace(value, name=name) if isinstance(value, Item | Counterparty) else name
    first, rest = path[0], path[1:]
    if isinstance(first, int):
        return (*value[:first], rename(value[first], rest, name), *value[first + 1 :])
    return replace(value, **{first: rename(getattr(value, first), rest, name)})
