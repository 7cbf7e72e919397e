"""The shape of a field, read from the model's type annotations: one reading for decoding, encoding and the schema."""

import datetime as dt
import types
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from generator.model.article_number import ArticleNumber, LawArticle
from generator.model.consultation import Cell, Item
from generator.model.ledger import Digest, Parts, PublishedAddress
from generator.model.partial_date import PartialDate

# Mappings that may be written as one text where they say nothing else, each with the key the text stands for.
BARE_KEY: Final[dict[type, str]] = {Item: "name", Cell: "text", PublishedAddress: "address"}
# Texts that may be empty, which is written ''.
MAY_BE_EMPTY: Final[frozenset[tuple[type, str]]] = frozenset({(Cell, "text")})
# Values written as one piece of text, with the way to read them and what a reader is told they look like.
WRITTEN: Final[dict[type, str]] = {
    dt.date: "2022-06-17 のような年月日",
    PartialDate: "2022-07-01 のような年月日、または 2022-07 のような年月",
    ArticleNumber: "第18条第3号 のような条項（数字は半角）",
    LawArticle: "世田谷区個人情報保護条例第18条第3号 のような条項（数字は半角）",
    Digest: "archive publish が書く64桁の値",
    Parts: "archive publish が書く「部分=8桁の値」の並び",
}


@cache
def keys(model: Any) -> dict[str, Any]:  # noqa: ANN401 - a model's type, which callers know as Any
    """Return the keys a mapping for ``model`` may have, in their order, each with the type of its value."""
    hints = get_type_hints(model)
    return {field.name: hints[field.name] for field in fields(model)}


@cache
def required_keys(model: Any) -> frozenset[str]:  # noqa: ANN401 - as above
    """Return the keys a mapping for ``model`` must have."""
    return frozenset(keys(model)) - frozenset(defaults(model))


@cache
def defaults(model: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    """Return what each key of a mapping for ``model`` says that need not be written."""
    return {field.name: field.default for field in fields(model) if field.default is not MISSING}


def optional_of(shape: Any) -> Any:  # noqa: ANN401 - a type annotation can be of any type
    """Return X where ``shape`` is ``X | None``, else None."""
    if get_origin(shape) in (Union, types.UnionType):
        (inner,) = (part for part in get_args(shape) if part is not type(None))
        return inner
    return None


def list_of(shape: Any) -> Any:  # noqa: ANN401 - a type annotation can be of any type
    """Return X where ``shape`` is ``tuple[X, ...]``, else None."""
    return get_args(shape)[0] if get_origin(shape) is tuple else None


def is_vocabulary(shape: Any) -> bool:  # noqa: ANN401 - a type annotation can be of any type
    """Tell whether ``shape`` is an enumeration of words."""
    return isinstance(shape, type) and issubclass(shape, StrEnum)


def is_model(shape: Any) -> bool:  # noqa: ANN401 - a type annotation can be of any type
    """Tell whether ``shape`` is written as a mapping."""
    return is_dataclass(shape) and shape not in WRITTEN


@cache
def every_key(shape: Any) -> frozenset[str]:  # noqa: ANN401 - as above
    """Return the keys of all mappings that ``shape`` holds, at whatever depth."""
    found: set[str] = set()
    waiting, seen = [shape], set[Any]()
    while waiting:
        part = waiting.pop()
        inner = optional_of(part) or list_of(part)
        if inner is not None:
            waiting.append(inner)
        elif is_model(part) and part not in seen:
            seen.add(part)
            found.update(keys(part))
            waiting.extend(keys(part).values())
    return frozenset(found)
