"""The JSON Schema of the files, made from the model, so that an editor completes and checks what a clerk writes.

Written for JSON Schema draft-07, which the YAML language server reads (https://json-schema.org/draft-07).
"""

import datetime as dt
import json
from typing import Any, Final

from generator.model.article_number import LawArticle
from generator.model.consultation import NONE_WORD, Consultation
from generator.model.partial_date import PartialDate
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
    LawArticle: r"^\S*第[1-9][0-9]*条(の[1-9][0-9]*)?(第[1-9][0-9]*項)?(第[1-9][0-9]*号)?$",
}
# What each key of a consultation's file means, in the clerk's words. Editors show them while one writes.
DESCRIPTIONS: Final[dict[str, dict[str, str]]] = {
    "Consultation": {
        "number": "諮問の番号（諮問第975号なら 975）。ファイル名と同じ数字にします。",
        "document": "審議資料の番号（審議資料Ｎｏ．１なら 1）。文書に審議資料の番号の行がなければ書きません。",
        "meeting": "審議会の開催日。2022-06-17 のように書きます。",
        "title": "題名。文書の文字のまま、1行で書きます。",
        "subtitle": "題名の下の括弧書き。外側の（ ）は書きません。",
        "departments": "所管課。文書の順に、印刷されたとおり（字間の空白を除いて）書きます。",
        "businesses": "題名に「」で示された業務。なければ書きません。",
        "measures": "諮問されている措置。",
        "articles": "どの措置の根拠か文書が述べていない条項。措置の根拠と分かる条項は measures の中に書きます。",
        "source_url": "原文書のウェブ上の所在（分かる場合だけ）。",
        "decision": "審議会の答申。公表されたものだけを、出典とともに書きます。諮問文から推測してはいけません。",
        "printed": "題名の上下の行のうち、番号、副題、開催日から作られる形と違う形で印刷されているもの。",
        "corrections": "公開した後で言葉や事実を直したときの記録。公開した訂正は、消さず、書き換えません。",
        "allowed": "個人の情報のように見えて、公開してよいと人が確かめた文字。",
        "withheld": "公開しない文字（黒塗り）。文書では1字ずつ ■ になっています。archive withhold が書きます。",
        "sections": "本文の全体。見出し・段落・箇条・別紙を、文書の順と入れ子のまま書きます。",
    },
    "Measure": {
        "type": "措置の種類。",
        "articles": "根拠の条項。法令の名前から、数字は半角で書きます。文書が条項を引いていなければ書きません。",
        "section": "この措置を述べる部（第１ など）のアンカー（p1 など）。部に分かれていなければ書きません。",
    },
    "Decision": {
        "date": "答申の日。",
        "words": "答申の言葉。原文のまま書きます。",
        "source": "答申の出典（資料名または所在）。",
    },
    "Printed": {
        "document": "審議資料の番号の行（審議資料No.1 など）。審議資料Ｎｏ．１ の形なら書きません。",
        "number": "諮問の番号の行（諮問第975号 など）。諮問第９７５号 の形なら書きません。",
        "subtitle": "題名の下の括弧書きの行。括弧も含めて書きます（(…) や 〔…〕 など）。（…） の形なら書きません。",
        "date": "日付の行（令和4年6月17日 など）。令和４年６月１７日 の形なら書きません。",
    },
    "Correction": {
        "date": "直した日。",
        "what": "何を何に直したか。ページと「訂正と更新」に載ります。",
        "why": "なぜ直したか。",
    },
    "Allowed": {
        "words": "公開してよい文字。文書の文字のまま書きます。",
        "reason": "公開してよい理由。",
        "date": "確かめた日。",
    },
    "Withheld": {
        "words": "■ になっている所。文書の文字のまま、同じ数の ■ がほかにもあるときは前後の言葉も含めて書きます。",
        "reason": "公開しない理由。ページに出ます。",
        "date": "公開しないことにした日。",
    },
    "Section": {
        "heading": "見出し。番号も含めて、文書の文字のまま書きます。",
        "text": "本文。1段落を1行に、文書の文字のまま書きます。",
        "torn_table": "行の対応が失われた表。列ごとに、見出しとセルを書きます。",
        "table": "行の対応が分かる表。上の行から順に書きます。",
        "direction": "この見出しの下の項目の流れる向き。",
        "subjects": "ここで述べられている、対象となる個人（登録名か、文書での書き方）。",
        "items": "個人情報の項目（登録名か、文書での書き方）。文書が「なし」と述べるときは なし と書きます。",
        "added_items": "「新たな項目」として述べられた項目（登録名か、文書での書き方）。「なし」なら なし と書きます。",
        "counterparties": "ここで述べられている相手方とその役割。",
        "volumes": "件数。",
        "period": "開始時期及び期間。",
        "references": "「第１の３（１）のとおり」「別紙…参照」「諮問第９６４号」のように、ほかの所を指す言葉。",
        "sections": "この見出しの下の節。",
    },
    "TornColumn": {
        "column": "列の見出し。",
        "cells": "列のセル。上から順に書きます。",
    },
    "TableRow": {
        "cells": "この行から始まるセル。左から順に書きます。空のセルは '' と書きます。",
        "header": "見出しの行のとき true。",
    },
    "Cell": {
        "text": "セルの文字。文書の文字のまま書きます。空なら '' と書きます。",
        "rows": "縦につながった行の数。1行だけなら書きません。",
        "columns": "横につながった列の数。1列だけなら書きません。",
    },
    "Item": {
        "name": "項目の登録名（items.yml の name）か、文書での書き方。",
        "subject": "文書がこの項目だけについて述べる本人（subjects.yml の name か、文書での書き方）。",
        "parts": "括弧の中に挙げられた項目（登録名か、文書での書き方）。",
    },
    "Counterparty": {
        "name": "相手方の登録名（counterparties.yml の name）か、文書での書き方。保有課・利用課は所管課の名。",
        "role": "この諮問での役割。",
        "state": "相手方が決まっていないときに 未定 と書きます。name は書きません。",
    },
    "Volume": {
        "subject": "この件数が誰についてのものか（subjects.yml の name か、文書での書き方）。",
        "fiscal_year": "年度（令和４年度なら 2022）。",
        "onward": "「以降」とあるとき true。",
        "count": "件数（半角の数字）。",
        "approximate": "「約」「程度」などとあるとき true。",
        "per": "「（年間）」とあるとき 年間。",
    },
    "Period": {
        "start": "開始の日（2022-07-01）。日が書かれていなければ月まで（2022-07）。書かれていなければ書きません。",
        "end": "終了の日または月。書かれていなければ書きません。",
        "continues": "「継続して行う」とあるとき true。",
        "repeats": "繰り返しや更新を述べる言葉。原文のまま書きます。",
    },
    "Reference": {
        "words": "指している言葉。本文の文字のまま書きます。",
        "section": "この文書の中の、指されている節のアンカー（s5-1 など）。",
        "consultation": "指されている諮問の番号。",
    },
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
        key: {"description": DESCRIPTIONS[model.__name__][key], **_describe(_field(model, key, definitions))}
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


def _describe(shape: Schema) -> Schema:
    # Beside a "$ref" draft-07 ignores every other keyword, and a description would be lost.
    return {"allOf": [shape]} if "$ref" in shape else shape
