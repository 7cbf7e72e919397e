"""From YAML's nodes to values with places, with those that !ENV takes from the environment.

``!ENV NAME`` is the value of a variable, ``!ENV [NAME, OTHER, default]`` the first that is set, else the last entry, as
MkDocs reads it with pyyaml-env-tag (https://www.mkdocs.org/user-guide/configuration/#environment-variables).
"""

import re
from collections.abc import Mapping
from typing import Final

from generator.problems import Problem
from generator.site.configuration.placed_values import (
    Said,
    Sort,
    Spot,
    mapping_value,
    place_of,
    refused_value,
    scalar_value,
)
from generator.store.nodes import Entries, MappingNode, Node, Scalar

ENV_TAG: Final = "!ENV"
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
# What is named in the configuration is read on the site: who may change the one must not read a workflow's secrets.
_SECRET: Final = re.compile(r"TOKEN|SECRET|PASS|CREDENTIAL|KEY|AUTH|COOKIE|SESSION", re.IGNORECASE)


class NodeReader:
    """Makes values of the nodes of ``file``, and tells what is wrong with its variables."""

    def __init__(self, file: str, environment: Mapping[str, str], problems: list[Problem]) -> None:
        """Take the name of the file for problems, the environment's variables, and what collects the problems."""
        self._problems = problems
        self._file = file
        self._environment = environment

    def value(self, node: Node) -> Said:
        """Return ``node`` with its places."""
        place = place_of(self._file, node.mark)
        if node.tag == ENV_TAG and not isinstance(node, MappingNode):
            return self._from_environment(place, node)
        if node.tag:
            return refused_value(place)
        if isinstance(node, Scalar):
            return scalar_value(place, node.text, plain=node.plain)
        if isinstance(node, Entries):
            return Said(place, Sort.LIST, tuple(map(self.value, node.nodes)), {})
        entries = {key: (place_of(self._file, mark), self.value(child)) for key, (mark, child) in node.nodes.items()}
        return mapping_value(place, entries)

    def _from_environment(self, place: Spot, node: Scalar | Entries) -> Said:
        entries = node.nodes if isinstance(node, Entries) else [node]
        names = entries[:-1] or entries
        wrong = next((name for name in names if not (isinstance(name, Scalar) and _NAME.fullmatch(name.text))), None)
        if wrong is not None or not names:
            message = "!ENV の後は、環境変数の名前（半角の英字、数字、_）です。"
            return self._refuse(place if wrong is None else place_of(self._file, wrong.mark), message)
        for name in (name.text for name in names if isinstance(name, Scalar)):
            if _SECRET.search(name):
                message = f"環境変数 {name} は、秘密の値の名前に見えるため使えません。設定の値はサイトに出ます。"
                return self._refuse(place, message)
            if name in self._environment:
                return scalar_value(place, self._environment[name], plain=True, variable=name)
        if len(entries) > 1:
            return self.value(entries[-1])
        return Said(place, Sort.NOTHING, None, {}, variable=getattr(names[0], "text", ""))

    def _refuse(self, place: Spot, message: str) -> Said:
        remedy = "!ENV SITE_URL のように、または既定の値を添えて !ENV [SITE_URL, 'https://…'] のように書いてください。"
        self._problems.append(place.problem(message, remedy))
        return refused_value(place)
