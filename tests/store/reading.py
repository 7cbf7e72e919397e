"""Reads YAML as parts of a consultation."""

from typing import Any

from generator.store.decode import Decoded, decode
from generator.store.nodes import read_nodes


def decoded(text: str, shape: Any) -> Decoded[Any]:  # noqa: ANN401 - any part of a consultation
    """What is read of ``text``, with its problems."""
    node, problems = read_nodes("a.yml", text)
    assert problems == ()
    assert node is not None
    return decode("a.yml", node, shape)


def read(text: str, shape: Any) -> Any:  # noqa: ANN401 - any part of a consultation
    """What ``text`` says, which must have no problem."""
    result = decoded(text, shape)
    assert result.problems == ()
    return result.value


def told(text: str, shape: Any) -> list[tuple[int, int, str]]:  # noqa: ANN401 - any part of a consultation
    """Line, column and message of the problems of ``text``."""
    result = decoded(text, shape)
    assert (result.value is None) == bool(result.problems)
    return [(problem.line, problem.column, problem.message) for problem in result.problems]
