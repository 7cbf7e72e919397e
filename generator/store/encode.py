"""From the model to YAML in its one canonical form, so that a diff shows what changed and nothing else."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Final

from generator.japanese.unseen import UNSEEN
from generator.model.consultation import NONE_WORD
from generator.store.scalars import is_not_text
from generator.store.shapes import BARE_KEY, defaults, is_model, is_vocabulary, keys, list_of, optional_of

LONGEST_LINE: Final = 100

_INDENT: Final = "  "
_NEEDS_QUOTES: Final = re.compile(r"""[-?:,\[\]{}#&*!|>'"%@`\s]|.*(: | #)|.*[:\s]$""")
_NEEDS_ESCAPES: Final = re.compile(
    r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def encode(value: Any, shape: Any) -> str:  # noqa: ANN401 - follows the shape
    """Return ``value``, of ``shape``, as a YAML document that decodes to an equal value."""
    return "".join(f"{line}\n" for line in _block(value, shape))


def _block(value: Any, shape: Any) -> Iterator[str]:  # noqa: ANN401 - follows the shape
    if list_of(shape) is not None:
        for entry in value:
            yield from _list_entry(entry, list_of(shape))
        return
    model: Any = type(value)
    for key, key_shape in keys(model).items():
        if not _says_nothing(value, key):
            yield from _mapping_entry(key, getattr(value, key), optional_of(key_shape) or key_shape)


def _says_nothing(value: Any, key: str) -> bool:  # noqa: ANN401 - a model's value
    shape: Any = type(value)
    return key in defaults(shape) and getattr(value, key) == defaults(shape)[key]


def _list_entry(value: Any, shape: Any) -> Iterator[str]:  # noqa: ANN401 - follows the shape
    if not is_model(shape) or _is_bare(value):
        yield f"{_INDENT}- {_scalar(getattr(value, BARE_KEY[shape]) if is_model(shape) else value)}"
        return
    for number, line in enumerate(_block(value, shape)):
        yield f"{_INDENT}{_INDENT if number else '- '}{line}" if line else line


def _is_bare(value: Any) -> bool:  # noqa: ANN401 - follows the shape
    shape: Any = type(value)
    return shape in BARE_KEY and all(_says_nothing(value, key) for key in keys(shape) if key != BARE_KEY[shape])


def _mapping_entry(key: str, value: Any, shape: Any) -> Iterator[str]:  # noqa: ANN401 - follows the shape
    if list_of(shape) is not None:
        if value == ():
            yield f"{key}: {NONE_WORD}"
            return
        yield f"{key}:"
        yield from _block(value, shape)
    elif is_model(shape):
        yield f"{key}:"
        yield from (f"{_INDENT}{line}" for line in _block(value, shape))
    elif shape is str and _is_long(key, value):
        yield f"{key}: |"
        yield from (f"{_INDENT}{line}" for line in value.split("\n"))
    else:
        yield f"{key}: {_scalar(value)}"


def _is_long(key: str, text: str) -> bool:
    if _needs_escapes(text.replace("\n", "")):
        return False
    return "\n" in text or len(key) + 2 + len(text) > LONGEST_LINE


def _scalar(value: Any) -> str:  # noqa: ANN401 - follows the shape
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str) or is_vocabulary(type(value)):
        return str(value.value if isinstance(value, StrEnum) else value)
    if _needs_escapes(value):
        return '"' + "".join(map(_escape, value)) + '"'
    if is_not_text(value) or _NEEDS_QUOTES.match(value):
        return "'" + value.replace("'", "''") + "'"
    return value


def _needs_escapes(text: str) -> bool:
    return _NEEDS_ESCAPES.search(text) is not None or UNSEEN.search(text) is not None


def _escape(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    if letter == "\n":
        return "\\n"
    return f"\\U{ord(letter):08x}" if _needs_escapes(letter) else letter
