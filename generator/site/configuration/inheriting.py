"""From a configuration's file, and those it inherits, to one mapping, merged as MkDocs merges them.

MkDocs lays the file over its parent: keys of mappings one by one, anything else whole
(https://www.mkdocs.org/user-guide/configuration/#configuration-inheritance).
"""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from generator.disk.reasons import reason_of
from generator.problems import Problem
from generator.site.configuration.expectations import deny
from generator.site.configuration.folders import lies_where_it_may
from generator.site.configuration.placed_values import Said, Sort, Spot, mapping_value, refused_value
from generator.site.configuration.typed_keys import TYPED_KEYS
from generator.site.configuration.valued_nodes import ENV_TAG, NodeReader
from generator.store.deceits import tell_deceits_in_values
from generator.store.nodes import EMPTY, SEVERAL, Node, read_nodes
from generator.store.source_text import SPLIT, check_yaml_text, read_text
from generator.store.typing_slips import find_slips

PARENT_KEY: Final = "INHERIT"
_MODEL: Final = "公開されているアーカイブの site_config.yml を手本に、「site_name: …」の形で書いてください。"


def read_merged(file: Path, environment: Mapping[str, str]) -> tuple[Said, tuple[Problem, ...]]:
    """Return what ``file`` says over what it inherits, and every problem in reading. Raises OSError for ``file``."""
    reader = _Inheritance(file, environment)
    return reader.merged(file, file.read_bytes(), ()), tuple(reader.problems)


class _Inheritance:
    def __init__(self, first: Path, environment: Mapping[str, str]) -> None:
        self.problems: list[Problem] = []
        self._first = first
        self._environment = environment

    def merged(self, file: Path, data: bytes, children: tuple[Path, ...]) -> Said:
        said = self._read(file, data)
        inherited = said.at(PARENT_KEY)
        parent = self._parent(file, inherited, (*children, file.resolve())) if inherited is not None else None
        if parent is None or parent.sort is Sort.REFUSED:
            return said
        own = {key: (said.key_places[key], value) for key, value in said.value.items() if key != PARENT_KEY}
        return _lay(mapping_value(said.place, own), parent)

    def _read(self, file: Path, data: bytes) -> Said:
        name = name_of(file)
        text, problems = read_text(name, data)
        problems = problems or tuple(check_yaml_text(name, text))
        node = None
        if not problems:
            node, text, problems = _read_mended(name, text)
            problems = (*problems, *(tell_deceits_in_values(name, text, node) if node else ()))
        self.problems.extend(map(_of_a_configuration, problems))
        if node is None:
            return refused_value(Spot(name, 1, 1))
        said = NodeReader(name, self._environment, self.problems).value(node)
        if said.sort in (Sort.MAPPING, Sort.REFUSED):
            return said
        message = f"設定ファイルは「キー: 値」の形で書きます（ここは{said.sort}です）。"
        self.problems.append(said.place.problem(message, _MODEL))
        return refused_value(said.place)

    def _parent(self, file: Path, inherited: Said, children: tuple[Path, ...]) -> Said | None:
        if inherited.sort is Sort.REFUSED:
            return None
        parent = file.parent / inherited.value if inherited.sort is Sort.TEXT and inherited.value.strip() else None
        try:
            wrong = self._why_no_parent(parent, children)
            if parent is not None and not wrong:
                return self.merged(parent, parent.read_bytes(), children)
        except OSError as error:
            wrong = f"読めません（{reason_of(error)}）。"
        remedy = "このアーカイブの中の設定ファイルを書くか、INHERIT の行を消してください。"
        self.problems.append(deny(inherited, PARENT_KEY, wrong, remedy))
        return None

    def _why_no_parent(self, parent: Path | None, children: tuple[Path, ...]) -> str:
        if parent is None:
            return "元にする設定ファイルの名前ではありません。"
        if not lies_where_it_may(parent, self._first):
            return f"「{parent.name}」は、このアーカイブのフォルダの外にあります。"
        if parent.resolve() in children:
            return f"「{parent.name}」は、このファイル自身を元にしています。"
        return "" if parent.is_file() else f"「{parent.name}」というファイルがありません。"


def _of_a_configuration(problem: Problem) -> Problem:
    return replace(problem, remedy=_MODEL) if problem.remedy in (EMPTY, SEVERAL, SPLIT) else problem


def _read_mended(name: str, text: str) -> tuple[Node | None, str, tuple[Problem, ...]]:
    """Return what ``text`` says, the text and the problems; mended where an input method wrote other signs of YAML."""
    tags = frozenset({ENV_TAG})
    node, problems = read_nodes(name, text, tags)
    slips = find_slips(name, text, TYPED_KEYS, broken=node is None)
    if not slips.problems:
        return node, text, problems
    node, problems = read_nodes(name, slips.mended, tags)
    return node, slips.mended, (*slips.problems, *(() if slips.moved else problems))


def name_of(file: Path) -> str:
    """Return ``file`` as problems name it: from the folder of the command, where it lies below it."""
    absolute = Path(os.path.normpath(file.absolute()))
    return (absolute.relative_to(Path.cwd()) if absolute.is_relative_to(Path.cwd()) else absolute).as_posix()


def _lay(own: Said, inherited: Said) -> Said:
    if not (own.sort is Sort.MAPPING and inherited.sort is Sort.MAPPING):
        return own
    entries = {key: (inherited.key_places[key], value) for key, value in inherited.value.items()}
    for key, value in own.value.items():
        merged = _lay(value, inherited.value[key]) if key in inherited.value else value
        entries[key] = (own.key_places[key], merged)
    return mapping_value(own.place, entries)
