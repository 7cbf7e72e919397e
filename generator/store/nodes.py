"""YAML as a tree of nodes that know where they stand.

Only what a consultation's file needs is accepted: mappings with unique keys, lists and scalars. Anchors, aliases, tags
and several documents in one file are refused, but for the tags that a reader asks for. Scalars stay text: what ``no``,
``0012`` or ``12:30`` means is decided by the field they stand in, never guessed.
"""

from dataclasses import dataclass, field
from typing import Final

import yaml

from generator.problems import Problem
from generator.store.yaml_messages import explain

DEEPEST: Final = 40

EMPTY: Final = "内容を書いてください。要らないファイルなら、消してください。"
SEVERAL: Final = "--- の行を消してください。諮問のファイルなら、1件ごとに1つのファイルに分けてください。"


@dataclass(frozen=True)
class Mark:
    """Line and column of a node, from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Scalar:
    """A scalar: its text, and whether it was written without quotes and not as a block.

    ``line_marks`` says of a block written with 「|」 where each of its lines stands that is not blank. ``last_joined``
    is the last line of a value whose lines YAML joins with spaces, and 0 of every other. ``tag`` is its tag, where a
    reader has asked for tags.
    """

    mark: Mark
    text: str
    plain: bool
    line_marks: tuple[Mark, ...] = ()
    last_joined: int = 0
    tag: str = ""

    @property
    def is_quoted_nothing(self) -> bool:
        """Tell whether it is written as quotes with nothing between them."""
        return not self.plain and not self.text


@dataclass(frozen=True)
class Entries:
    """A list."""

    mark: Mark
    nodes: "list[Node]" = field(default_factory=list)
    tag: str = ""


@dataclass(frozen=True)
class MappingNode:
    """A mapping: for each key its own mark and its node."""

    mark: Mark
    nodes: "dict[str, tuple[Mark, Node]]" = field(default_factory=dict)
    tag: str = ""


Node = Scalar | Entries | MappingNode


class _RefusedError(Exception):
    """Reading cannot go on after this problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_nodes(file: str, text: str, tags: frozenset[str] = frozenset()) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the root node of the YAML in ``text`` and every problem; no node where the YAML cannot be read.

    ``tags`` may stand before scalars and lists. A node keeps its tag, and where any are asked for the reading goes on
    behind one that is refused.
    """
    reader = _Reader(file, text, tags)
    try:
        return reader.document(), tuple(reader.problems)
    except _RefusedError as refusal:
        return None, (*reader.problems, refusal.problem)
    except yaml.MarkedYAMLError as error:
        line, column, message, remedy = explain(error)
        return None, (*reader.problems, Problem(file, line, column, message, remedy))


class _Reader:
    def __init__(self, file: str, text: str, tags: frozenset[str]) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._tags = tags
        self._lines = text.split("\n")
        self._events = yaml.parse(text, Loader=yaml.CSafeLoader)
        self._next = next(self._events)

    def document(self) -> Node | None:
        self._take()  # the start of the stream
        if isinstance(self._next, yaml.StreamEndEvent):
            raise self._refuse(Mark(1, 1), "内容がありません（コメントだけです）。", EMPTY)
        self._take()
        root = self._node(0)
        self._take()
        if not isinstance(self._next, yaml.StreamEndEvent):
            message = "1つのファイルに複数の文書があります（--- で区切られています）。"
            raise self._refuse(_mark(self._next), message, SEVERAL)
        return root

    def _take(self) -> yaml.Event:
        event = self._next
        self._next = next(self._events, event)
        return event

    def _node(self, depth: int) -> Node:
        event = self._take()
        mark = _mark(event)
        if depth > DEEPEST:
            message = f"入れ子が深すぎます（{DEEPEST}段まで）。"
            raise self._refuse(mark, message, "字下げと括弧の対応を確かめてください。")
        if isinstance(event, yaml.AliasEvent):
            message = f"YAMLの別名（*{event.anchor}）は使えません。"
            raise self._refuse(mark, message, "同じ内容でも、その場所にそのまま書いてください。")
        tag = self._tag(event, mark)
        if isinstance(event, yaml.ScalarEvent):
            marks = self._line_marks(event, mark)
            return Scalar(mark, event.value, not event.style, marks, self._last_joined(event, mark), tag)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._entries(mark, depth, tag)
        return self._mapping(mark, depth, tag)

    def _tag(self, event: yaml.Event, mark: Mark) -> str:
        """Return the tag of a node. Refuse one that nobody has asked for, and an anchor."""
        anchor = getattr(event, "anchor", None)
        tag: str = getattr(event, "tag", None) or ""
        if anchor is not None:
            message = f"YAMLのアンカー（&{anchor}）は使えません。"
            raise self._refuse(mark, message, "アンカーを消し、内容をそのまま書いてください。")
        if tag and (tag not in self._tags or isinstance(event, yaml.MappingStartEvent)):
            self._report_tag(tag, mark)
        return tag

    def _report_tag(self, tag: str, mark: Mark) -> None:
        message = f"YAMLのタグ（{tag}）は使えません。"
        remedy = "! で始まる語を消すか、文字として使うなら引用符で囲んでください。"
        if not self._tags:
            raise self._refuse(mark, message, remedy)
        self.problems.append(self._problem(mark, message, remedy))

    def _line_marks(self, event: yaml.ScalarEvent, mark: Mark) -> tuple[Mark, ...]:
        if event.style != "|" or not event.value.strip():
            return ()
        first = mark.line  # counted from 1, this is the line of 「|」; counted from 0, the one after it
        lines = self._lines[first : first + event.value.rstrip("\n").count("\n") + 1]
        return tuple(
            Mark(number, len(line) - len(line.lstrip()) + 1)
            for number, line in enumerate(lines, start=first + 1)
            if line.strip()
        )

    def _last_joined(self, event: yaml.ScalarEvent, mark: Mark) -> int:
        end = event.end_mark
        if event.style == "|" or not end or end.line < mark.line:
            return 0
        lines = self._lines[mark.line - 1 + (event.style == ">") : end.line + bool(end.column)]
        written = [
            number
            for number, line in enumerate(lines, start=end.line + bool(end.column) - len(lines) + 1)
            if line.strip()
        ]
        kept = sum(bool(line.strip()) for line in event.value.split("\n"))
        return written[-1] if len(written) > max(kept, 1) else 0

    def _entries(self, mark: Mark, depth: int, tag: str) -> Entries:
        entries = Entries(mark, tag=tag)
        while not isinstance(self._next, yaml.SequenceEndEvent):
            entries.nodes.append(self._node(depth + 1))
        self._take()
        return entries

    def _mapping(self, mark: Mark, depth: int, tag: str) -> MappingNode:
        mapping = MappingNode(mark, tag=tag)
        while not isinstance(self._next, yaml.MappingEndEvent):
            key = self._node(depth + 1)
            if key.tag in self._tags:
                self._report_tag(key.tag, key.mark)
            if not isinstance(key, Scalar):
                message = "キー（: の左側）に、一覧や入れ子は書けません。"
                raise self._refuse(key.mark, message, "{ や [ を文字として使うなら、引用符で囲んでください。")
            node = self._node(depth + 1)
            if key.text in mapping.nodes:
                first = mapping.nodes[key.text][0]
                message = f"キー「{key.text}」が重なっています（1つ目は{first.line}行目）。"
                self.problems.append(
                    self._problem(key.mark, message, "どちらか一方にまとめ、もう一方を消してください。")
                )
            else:
                mapping.nodes[key.text] = (key.mark, node)
        self._take()
        return mapping

    def _problem(self, mark: Mark, message: str, remedy: str) -> Problem:
        return Problem(self._file, mark.line, mark.column, message, remedy)

    def _refuse(self, mark: Mark, message: str, remedy: str) -> _RefusedError:
        return _RefusedError(self._problem(mark, message, remedy))


def _mark(event: yaml.Event) -> Mark:
    start = event.start_mark
    return Mark(start.line + 1, start.column + 1) if start else Mark(1, 1)
