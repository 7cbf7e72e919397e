"""The JSON Schema of the files, made from the model, so that an editor completes and checks what a clerk writes.

Written for JSON Schema draft-07, which the YAML language server reads (https://json-schema.org/draft-07).
"""

import datetime as dt
import json
from typing import Any, Final

from generator.model.article_number import ArticleNumber
from generator.model.consultation import NONE_WORD, Consultation
from generator.model.partial_date import PartialDate
from generator.store.descriptions import DESCRIPTIONS
from generator.store.shapes import (
    BARE_KEY,
    MAY_BE_EMPTY,
    WRITTEN,
    is_model,
    is_vocabulary,
    keys,
    list_of,
    optional_of,
    required_keys,
)

Schema = dict[str, Any]

_PATTERNS: Final[dict[type, str]] = {
    dt.date: r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    PartialDate: r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$",
    ArticleNumber: r"^第[1-9][0-9]*条(の[1-9][0-9]*)?(第[1-9][0-9]*項)?(第[1-9][0-9]*号)?$",
}


def schema_text() -> str:
    """Return the schema of a consultation's file as JSON text."""
    return json.dumps(_root(), ensure_ascii=False, indent=2) + "\n"


def _root() -> Schema:
    definitions: dict[str, Schema] = {}
    root = _shape(Consultation, definitions)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "諮問1件のファイル",
        **root,
        "definitions": dict(sorted(definitions.items())),
    }


def _shape(shape: Any, definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401 - follows the shape
    if optional_of(shape) is not None:
        return _optional(optional_of(shape), definitions)
    if list_of(shape) is not None:
        return {"type": "array", "minItems": 1, "items": _shape(list_of(shape), definitions)}
    if is_model(shape):
        return _reference(shape, definitions)
    return _scalar(shape)


def _scalar(shape: Any) -> Schema:  # noqa: ANN401 - follows the shape
    if shape is bool:
        return {"const": True}
    if shape is int:
        return {"type": "integer", "minimum": 0}
    if shape in WRITTEN:
        return {"type": "string", "pattern": _PATTERNS[shape]}
    if is_vocabulary(shape):
        return {"type": "string", "enum": [str(word) for word in shape]}
    return {"type": "string", "minLength": 1}


def _optional(shape: Any, definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401 - follows the shape
    stated = _shape(shape, definitions)
    return {"anyOf": [stated, {"const": NONE_WORD}]} if list_of(shape) is not None else stated


def _reference(model: type, definitions: dict[str, Schema]) -> Schema:
    if model.__name__ not in definitions:
        definitions[model.__name__] = {}  # a section holds sections: the name is taken before its shape is known
        definitions[model.__name__] = _model(model, definitions)
    reference = {"$ref": f"#/definitions/{model.__name__}"}
    if model not in BARE_KEY:
        return reference
    return {"anyOf": [_field(model, BARE_KEY[model], definitions), reference]}


def _model(model: type, definitions: dict[str, Schema]) -> Schema:
    properties = {
        key: {"description": DESCRIPTIONS[model.__name__][key], **_described(_field(model, key, definitions))}
        for key in keys(model)
    }
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [key for key in keys(model) if key in required_keys(model)],
        "properties": properties,
    }


def _field(model: type, key: str, definitions: dict[str, Schema]) -> Schema:
    if (model, key) in MAY_BE_EMPTY:
        return {"type": "string"}
    return _shape(keys(model)[key], definitions)


def _described(shape: Schema) -> Schema:
    # Beside a "$ref" draft-07 ignores every other keyword, and a description would be lost.
    return {"allOf": [shape]} if "$ref" in shape else shape
