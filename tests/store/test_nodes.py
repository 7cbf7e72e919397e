"""YAML as nodes: what is read, where it stands, and what is refused."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.store.nodes import DEEPEST, Entries, MappingNode, Mark, Node, Scalar, read_nodes
from generator.store.source_text import check_yaml_text, read_text

MISTAKES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("yaml_mistakes.yml").read_text("utf-8"))
# Signs of which every YAML is made, so that near-YAML abounds.
NEAR_YAML = st.text(alphabet="ab犬 \n\n:-,[]{}'\"|>#&*!%?@\\")


def read(text: str) -> Node:
    node, problems = read_nodes("a.yml", text)
    assert problems == ()
    assert node is not None
    return node


def nested(depth: int) -> str:
    return "a: " + "[" * depth + "]" * depth + "\n"


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: repr(mistake["yaml"]))
def test_a_mistake_is_told_in_japanese_where_it_was_made(mistake: dict[str, Any]) -> None:
    _, problems = read_nodes("a.yml", mistake["yaml"])
    told = mistake["told"]
    assert [(problem.file, problem.line, problem.column) for problem in problems] == [
        ("a.yml", told["line"], told["column"])
    ]
    assert told["message"] in problems[0].message
    assert problems[0].remedy


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: repr(mistake["yaml"]))
def test_no_english_is_shown_to_a_clerk(mistake: dict[str, Any]) -> None:
    _, (problem, *_) = read_nodes("a.yml", mistake["yaml"])
    for word in ("while", "expected", "found", "scanning", "parsing"):
        assert word not in problem.message + problem.remedy


@given(NEAR_YAML | st.text())
@example("a: 1\x85b: |\n  c\n")
@example("- |\u2028  a\n")
def test_every_text_is_read_or_refused(text: str) -> None:
    data = text.encode(errors="replace")
    clean, problems = read_text("a.yml", data)
    if not problems and not list(check_yaml_text("a.yml", clean)):
        node, problems = read_nodes("a.yml", clean)
        assert (node is None) <= bool(problems)
        assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)


def test_scalars_stay_text() -> None:
    node = read("a: no\nb: 0012\nc: 12:30\nd: 2022-06-17\ne: '1'\nf:\n")
    assert isinstance(node, MappingNode)
    scalars = {key: scalar for key, (_, scalar) in node.nodes.items() if isinstance(scalar, Scalar)}
    assert {key: (scalar.text, scalar.plain) for key, scalar in scalars.items()} == {
        "a": ("no", True),
        "b": ("0012", True),
        "c": ("12:30", True),
        "d": ("2022-06-17", True),
        "e": ("1", False),
        "f": ("", True),
    }


def test_every_node_knows_its_place() -> None:
    node = read("# 注\n犬:\n  - 名\n  - 色: 黒\n")
    assert isinstance(node, MappingNode)
    assert node.mark == Mark(2, 1)
    key, entries = node.nodes["犬"]
    assert key == Mark(2, 1)
    assert isinstance(entries, Entries)
    assert [entry.mark for entry in entries.nodes] == [Mark(3, 5), Mark(4, 5)]
    inner = entries.nodes[1]
    assert isinstance(inner, MappingNode)
    assert inner.nodes["色"] == (Mark(4, 5), Scalar(Mark(4, 8), "黒", plain=True))


@pytest.mark.parametrize("written", ["|", "|-", "| # 注"])
def test_every_line_of_a_block_knows_its_place(written: str) -> None:
    node = read(f"a: {written}\n\n  甲\n\n    乙\n\nb: 丙\n")
    assert isinstance(node, MappingNode)
    block = node.nodes["a"][1]
    assert isinstance(block, Scalar)
    assert block.line_marks == (Mark(3, 3), Mark(5, 5))


@pytest.mark.parametrize("written", ["a", "'a'", '"a"', "|\n", ">\n  a\n  b"])
def test_other_scalars_have_no_lines(written: str) -> None:
    node = read(f"a: {written}\nb: c\n")
    assert isinstance(node, MappingNode)
    scalar = node.nodes["a"][1]
    assert isinstance(scalar, Scalar)
    assert scalar.line_marks == ()


def test_nesting_has_an_end() -> None:
    assert isinstance(read(nested(DEEPEST)), MappingNode)
    node, (problem,) = read_nodes("a.yml", nested(DEEPEST + 1))
    assert node is None
    assert (problem.line, problem.column) == (1, 4 + DEEPEST)
    assert "入れ子が深すぎます" in problem.message


def test_all_doubled_keys_are_told() -> None:
    node, problems = read_nodes("a.yml", "a: 1\na: 2\nb: 3\nb: 4\n")
    assert [(problem.line, problem.column) for problem in problems] == [(2, 1), (4, 1)]
    assert node is not None
