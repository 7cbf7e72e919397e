"""The registries of an archive, as an import finds them and as it adds to them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.archive.names import Names
from generator.model.registry import Registries
from generator.problems import Problem
from generator.store.files import REGISTRIES, read_data, read_file


class RegistriesError(Exception):
    """The registries cannot be read; ``problems`` says why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems, which also are the message."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True)
class RegistryFiles:
    """The registries and the texts of their files, by name. Those named in ``changed`` are to be written."""

    names: Names
    texts: Mapping[str, str]
    changed: frozenset[str] = frozenset()

    def with_text(self, file: str, text: str) -> "RegistryFiles":
        """Return the registries with ``text`` in ``file``. Raises RegistriesError where it cannot be read."""
        stored, problems = read_data(text.encode(), file, REGISTRIES[file])
        if stored is None:
            raise RegistriesError(problems)
        registries = replace(self.names.registries, **{_FIELDS[file]: stored.value})
        return RegistryFiles(Names(registries), {**self.texts, file: text}, self.changed | {file})


_FIELDS = {file: "ordinances" if file == "articles.yml" else file.removesuffix(".yml") for file in REGISTRIES}


def read_registries(content: Path) -> RegistryFiles:
    """Read the registries in the ``content`` folder. Raises RegistriesError where one cannot be read."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for file, shape in REGISTRIES.items():
        stored, found = _read(content / file, f"{content.name}/{file}", shape)
        problems.extend(found)
        values[_FIELDS[file]] = stored.value if stored else ()
    if problems:
        raise RegistriesError(tuple(problems))
    texts = {file: (content / file).read_bytes().decode("utf-8") for file in REGISTRIES}
    return RegistryFiles(Names(Registries(**values)), texts)


def _read(path: Path, name: str, shape: Any) -> Any:  # noqa: ANN401 - what read_file returns
    try:
        return read_file(path, name, shape)
    except OSError as error:
        remedy = "登録のファイルを、この名前で置いてください。"
        return None, (Problem(name, 1, 1, f"ファイルを読めません（{error.strerror}）。", remedy),)
