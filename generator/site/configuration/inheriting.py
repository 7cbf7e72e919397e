"""From a configuration's file, and those it inherits, to one mapping, merged as MkDocs merges them.

MkDocs lays the file over its parent: keys of mappings one by one, anything else whole
(https://www.mkdocs.org/user-guide/configuration/#configuration-inheritance).
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from generator.problems import Problem
from generator.site.configuration.folders import lies_where_it_may
from generator.site.configuration.placed_values import Place, Placed, Sort, mapping_value
from generator.site.configuration.valued_nodes import ENV_TAG, NodeReader
from generator.store.nodes import read_nodes
from generator.store.source_text import check_yaml_text, read_text

PARENT_KEY: Final = "INHERIT"


def read_merged(file: Path, environment: Mapping[str, str]) -> tuple[Placed, tuple[Problem, ...]]:
    """Return what ``file`` says over what it inherits, and every problem in reading. Raises OSError for ``file``."""
    reader = _Reader(file, environment)
    return reader.merged(file, file.read_bytes(), ()), tuple(reader.problems)


class _Reader:
    def __init__(self, first: Path, environment: Mapping[str, str]) -> None:
        self.problems: list[Problem] = []
        self._first = first
        self._environment = environment

    def merged(self, file: Path, data: bytes, children: tuple[Path, ...]) -> Placed:
        said = self._read(file, data)
        inherited = said.at(PARENT_KEY)
        if inherited is None:
            return said
        own = {key: (said.key_places[key], value) for key, value in said.value.items() if key != PARENT_KEY}
        said = mapping_value(said.place, own)
        parent = self._parent(file, inherited, (*children, file.resolve()))
        return said if parent is None else _lay(said, parent)

    def _read(self, file: Path, data: bytes) -> Placed:
        name = name_of(file)
        nothing = mapping_value(Place(name, 1, 1), {})
        text, problems = read_text(name, data)
        problems = problems or tuple(check_yaml_text(name, text))
        self.problems.extend(problems)
        if problems:
            return nothing
        node, problems = read_nodes(name, text, frozenset({ENV_TAG}))
        self.problems.extend(problems)
        if node is None:
            return nothing
        said = NodeReader(name, self._environment, self.problems).value(node)
        if said.sort is Sort.MAPPING:
            return said
        message = f"設定ファイルは「キー: 値」の形で書きます（ここは{said.sort}です）。"
        self.problems.append(said.place.problem(message, "site_name: … のように、行の始めから書いてください。"))
        return nothing

    def _parent(self, file: Path, inherited: Placed, children: tuple[Path, ...]) -> Placed | None:
        if inherited.sort is Sort.REFUSED:
            return None
        parent = file.parent / inherited.value if inherited.sort is Sort.TEXT and inherited.value.strip() else None
        wrong = ""
        if parent is None:
            wrong = "元にする設定ファイルの名前ではありません。"
        elif not lies_where_it_may(parent, self._first):
            wrong = f"「{inherited.value}」は、このアーカイブのフォルダの外にあります。"
        elif parent.resolve() in children:
            wrong = f"「{inherited.value}」は、このファイル自身を元にしています。"
        if parent is not None and not wrong:
            try:
                return self.merged(parent, parent.read_bytes(), children)
            except OSError as error:
                wrong = f"「{inherited.value}」を読めません（{error.strerror}）。"
        remedy = "このアーカイブの中の設定ファイルを書くか、INHERIT の行を消してください。"
        self.problems.append(inherited.place.problem(f"{PARENT_KEY}: {wrong}", remedy))
        return None


def name_of(file: Path) -> str:
    """Return ``file`` as problems name it: from the folder of the command, where it lies below it."""
    absolute = Path(os.path.normpath(file.absolute()))
    return (absolute.relative_to(Path.cwd()) if absolute.is_relative_to(Path.cwd()) else absolute).as_posix()


def _lay(own: Placed, inherited: Placed) -> Placed:
    if not (own.sort is Sort.MAPPING and inherited.sort is Sort.MAPPING):
        return own
    entries = {key: (inherited.key_places[key], value) for key, value in inherited.value.items()}
    for key, value in own.value.items():
        merged = _lay(value, inherited.value[key]) if key in inherited.value else value
        entries[key] = (own.key_places[key], merged)
    return mapping_value(own.place, entries)
