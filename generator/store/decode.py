"""From YAML nodes to the model. Every problem is found, each at its line and column."""

import datetime as dt
import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final, Generic, TypeVar

from generator.model.article_number import ArticleNumber
from generator.model.outline import Path
from generator.model.partial_date import PartialDate
from generator.problems import Problem
from generator.store.nodes import Entries, Mapping, Mark, Node, Scalar
from generator.store.plain_scalars import is_not_text
from generator.store.shapes import (
    BARE_NAME,
    NONE_WORD,
    WRITTEN,
    is_model,
    is_vocabulary,
    keys,
    list_of,
    optional_of,
    required_keys,
)

T = TypeVar("T")
Marks = dict[Path, Mark]

_ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _full_date(text: str) -> dt.date:
    """Read 2022-06-17 and none of the other forms of ISO 8601."""
    if not _ISO_DATE.fullmatch(text):
        message = f"not a date: {text}"
        raise ValueError(message)
    return dt.date.fromisoformat(text)


_WHOLE_NUMBER: Final = re.compile(r"0|[1-9][0-9]{0,11}")
_READERS: Final[dict[type, Any]] = {
    dt.date: _full_date,
    PartialDate: PartialDate.parse,
    ArticleNumber: ArticleNumber.parse,
}


@dataclass(frozen=True)
class Decoded(Generic[T]):
    """A value read from a file, or None with the problems that kept it from being made; and where its parts stand."""

    value: T | None
    marks: Marks
    problems: tuple[Problem, ...]


def decode(file: str, node: Node, shape: type[T]) -> Decoded[T]:
    """Read ``node`` as ``shape``: a dataclass of the model or a tuple of them."""
    decoder = _Decoder(file)
    value = decoder.value(node, shape, (), "")
    return Decoded(None if decoder.problems else value, decoder.marks, tuple(decoder.problems))


class _Decoder:
    """Collects problems and marks on the way; a value with a problem comes out as None."""

    def __init__(self, file: str) -> None:
        self.problems: list[Problem] = []
        self.marks: Marks = {}
        self._file = file

    def value(self, node: Node, shape: Any, path: Path, key: str) -> Any:  # noqa: ANN401 - follows the shape
        self.marks[path] = node.mark
        inner = optional_of(shape)
        if inner is not None:
            if list_of(inner) is not None and isinstance(node, Scalar) and node.text == NONE_WORD:
                return ()
            return self.value(node, inner, path, key)
        if list_of(shape) is not None:
            return self._list(node, list_of(shape), path, key)
        if is_model(shape):
            return self._model(node, shape, path, key)
        return self._scalar(node, shape, key)

    def _model(self, node: Node, model: type, path: Path, key: str) -> Any:  # noqa: ANN401 - follows the shape
        if model in BARE_NAME and isinstance(node, Scalar):
            name = self._scalar(node, str, key)
            return None if name is None else model(name)
        if not isinstance(node, Mapping):
            wanted = "、".join(keys(model))
            self._report(
                node.mark, f"{_at(key)}「キー: 値」の形で書きます。", f"次のキーを使って書いてください: {wanted}"
            )
            return None
        before = len(self.problems)
        values = {}
        for name, (mark, child) in node.nodes.items():
            if name in keys(model):
                values[name] = self.value(child, keys(model)[name], (*path, name), name)
            else:
                self._report_unknown_key(mark, name, model)
        for name in keys(model):
            if name in required_keys(model) and name not in node.nodes:
                self._report(node.mark, f"{_at(key)}{name} がありません。", f"「{name}: 」の行を書き足してください。")
        return model(**values) if len(self.problems) == before else None

    def _list(self, node: Node, shape: Any, path: Path, key: str) -> Any:  # noqa: ANN401 - follows the shape
        if not isinstance(node, Entries):
            remedy = "1件ごとに改行して「- 」で始めてください。1件だけでも「- 」が要ります。"
            self._report(node.mark, f"{key or 'ファイル全体'}は一覧で書きます。", remedy)
            return None
        if not node.nodes:
            remedy = f"その行を消してください。文書が「なし」と述べているときは {NONE_WORD} と書いてください。"
            self._report(node.mark, f"{_at(key)}一覧が空です。", remedy)
        return tuple(self.value(child, shape, (*path, index), key) for index, child in enumerate(node.nodes))

    def _scalar(self, node: Node, shape: Any, key: str) -> Any:  # noqa: ANN401 - follows the shape
        if not isinstance(node, Scalar):
            self._report(node.mark, f"{_at(key)}値を1つだけ書きます。", "一覧や入れ子をやめ、値を1つ書いてください。")
            return None
        if shape is bool:
            return self._truth(node, key)
        if shape is int:
            return self._whole_number(node, key)
        if shape in WRITTEN:
            return self._written(node, shape, key)
        if is_vocabulary(shape):
            return self._word(node, shape, key)
        return self._text(node, key)

    def _truth(self, node: Scalar, key: str) -> bool | None:
        if node.plain and node.text in ("true", "false"):
            return node.text == "true"
        self._report(
            node.mark,
            f"{_at(key)}「{node.text}」とは書けません。",
            "true（当てはまる）と書くか、当てはまらないなら行ごと消してください。",
        )
        return None

    def _whole_number(self, node: Scalar, key: str) -> int | None:
        if _WHOLE_NUMBER.fullmatch(node.text):
            return int(node.text)
        remedy = "0 で始めず、区切りの , も入れず、半角の数字だけで書いてください（例: 9000）。"
        self._report(node.mark, f"{_at(key)}「{_short(node.text)}」は数として読めません。", remedy)
        return None

    def _written(self, node: Scalar, shape: type, key: str) -> Any:  # noqa: ANN401 - follows the shape
        try:
            return _READERS[shape](node.text)
        except ValueError:
            message = f"{_at(key)}「{_short(node.text)}」は正しい値ではありません。"
            self._report(node.mark, message, f"{WRITTEN[shape]}を書いてください。")
            return None

    def _word(self, node: Scalar, shape: Any, key: str) -> Any:  # noqa: ANN401 - follows the shape
        try:
            return shape(node.text)
        except ValueError:
            words = "、".join(shape)
            self._report(
                node.mark,
                f"{_at(key)}「{_short(node.text)}」は使えない語です。",
                f"次のどれかを書いてください: {words}",
            )
            return None

    def _text(self, node: Scalar, key: str) -> str | None:
        text = "\n".join(filter(None, (line.strip() for line in node.text.split("\n"))))
        if node.plain and is_not_text(node.text):
            written = node.text or "（空）"
            self._report(
                node.mark,
                f"{_at(key)}「{written}」は文字ではなく、数・真偽・日付・空と読まれるおそれがあります。",
                f"文字として書くなら '{node.text}' のように引用符で囲んでください。",
            )
            return None
        if not text:
            self._report(node.mark, f"{_at(key)}値が空です。", "値を書くか、行ごと消してください。")
            return None
        return text

    def _report_unknown_key(self, mark: Mark, name: str, model: type) -> None:
        near = get_close_matches(name, keys(model), n=1)
        remedy = f"「{near[0]}」ではありませんか。" if near else ""
        remedy += f"ここで使えるキー: {'、'.join(keys(model))}"
        self._report(mark, f"「{_short(name)}」というキーはありません。", remedy)

    def _report(self, mark: Mark, message: str, remedy: str) -> None:
        self.problems.append(Problem(self._file, mark.line, mark.column, message, remedy))


def _at(key: str) -> str:
    return f"{key}: " if key else ""


def _short(text: str) -> str:
    most = 40
    return text if len(text) <= most else f"{text[:most]}…"
