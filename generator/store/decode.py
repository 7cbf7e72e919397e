"""From YAML nodes to the model. Every problem is found, each at its line and column."""

import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final, Generic, TypeVar

from generator.model.consultation import NONE_WORD
from generator.model.outline import Path
from generator.problems import Problem
from generator.store.nodes import Entries, MappingNode, Mark, Node, Scalar
from generator.store.scalars import Unreadable, read_scalar, short
from generator.store.shapes import BARE_KEY, MAY_BE_EMPTY, is_model, keys, list_of, optional_of, required_keys

T = TypeVar("T")
_WIDE_BRACKETS: Final = ("［", "｛", "〔")
Marks = dict[Path, Mark]


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
        if isinstance(node, Scalar):
            self.marks.update({(*path, index): mark for index, mark in enumerate(node.line_marks)})
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
        if model in BARE_KEY and isinstance(node, Scalar):
            text = self._field(node, model, BARE_KEY[model], path, key)
            return None if text is None else model(**{BARE_KEY[model]: text})
        if not isinstance(node, MappingNode) or not node.nodes:
            wanted = "、".join(keys(model))
            self._report(
                node.mark, f"{_at(key)}「キー: 値」の形で書きます。", f"次のキーを使って書いてください: {wanted}"
            )
            return None
        before = len(self.problems)
        values = {}
        meant: set[str | None] = set()
        for name, (mark, child) in node.nodes.items():
            if name in keys(model):
                values[name] = self._field(child, model, name, (*path, name), name)
            else:
                meant.add(self._report_unknown_key(mark, name, model))
        for name in keys(model):
            # Where a key is misspelt, mending it is all that is wanted.
            if name in required_keys(model) and name not in node.nodes and name not in meant:
                self._report(node.mark, f"{_at(key)}{name} がありません。", f"「{name}: 」の行を書き足してください。")
        return model(**values) if len(self.problems) == before else None

    def _field(self, node: Node, model: type, name: str, path: Path, key: str) -> Any:  # noqa: ANN401 - a model's value
        if (model, name) in MAY_BE_EMPTY and isinstance(node, Scalar) and node.is_quoted_nothing:
            self.marks[path] = node.mark
            return ""
        if name in required_keys(model) and isinstance(node, Scalar) and not node.text:
            message = "値がありません。" if node.plain else "値が空です。"
            self._report(node.mark, f"{_at(key)}{message}", "値を書いてください。")
            return None
        return self.value(node, keys(model)[name], path, key)

    def _list(self, node: Node, shape: Any, path: Path, key: str) -> Any:  # noqa: ANN401 - follows the shape
        if not isinstance(node, Entries):
            remedy = "1件ごとに改行して「- 」で始めてください。1件だけでも「- 」が要ります。"
            first = node.text[:1] if isinstance(node, Scalar) else ""
            why = f"「{first}」（U+{ord(first):04X}、全角）では、一覧になりません。" if first in _WIDE_BRACKETS else ""
            self._report(node.mark, f"{key or 'ファイル全体'}は一覧で書きます。{why}", remedy)
            return None
        if not node.nodes:
            remedy = f"その行を消してください。文書が「なし」と述べているときは {NONE_WORD} と書いてください。"
            self._report(node.mark, f"{_at(key)}一覧が空です。", remedy)
        return tuple(self.value(child, shape, (*path, index), key) for index, child in enumerate(node.nodes))

    def _scalar(self, node: Node, shape: Any, key: str) -> Any:  # noqa: ANN401 - follows the shape
        if not isinstance(node, Scalar):
            self._report(node.mark, f"{_at(key)}値を1つだけ書きます。", "一覧や入れ子をやめ、値を1つ書いてください。")
            return None
        value = read_scalar(node, shape)
        if isinstance(value, Unreadable):
            self._report(node.mark, f"{_at(key)}{value.message}", value.remedy)
            return None
        return value

    def _report_unknown_key(self, mark: Mark, name: str, model: type) -> str | None:
        """Report the key ``name`` and return the one it was probably meant to be."""
        plain, colon, _ = unicodedata.normalize("NFKC", name).lower().partition(":")
        near = get_close_matches(plain.strip(), keys(model), n=1)
        remedy = f"「{near[0]}」ではありませんか。" if near else ""
        if near and colon:
            remedy = f"「{near[0]}」の後は、半角の「:」と半角の空白です。"
        remedy += f"ここで使えるキー: {'、'.join(keys(model))}"
        self._report(mark, f"「{short(name)}」というキーはありません。", remedy)
        return near[0] if near else None

    def _report(self, mark: Mark, message: str, remedy: str) -> None:
        self.problems.append(Problem(self._file, mark.line, mark.column, message, remedy))


def _at(key: str) -> str:
    return f"{key}: " if key else ""
