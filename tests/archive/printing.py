"""Archives in which a document prints a name otherwise than it is registered: tests/archive/printed_otherwise.yml.

A case names the registry's ``file``, the name that is ``registered`` there, its ``aliases`` if it has any, and what one
document has ``printed`` in its place: the source says it, and so does the consultation's file, in the text and as the
name of the fact. All other documents print what is registered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from typing import Any, Final

import yaml

from generator.archive.archive import Archive
from generator.archive.loading import load
from generator.kinds.every_kind import NAME_KINDS
from generator.kinds.kind import Entry, Kind
from tests.publishing import SITES

_PLAIN: Final = SITES / "mihon" / "content"
# The entry of each registry whose name gives way to the case's, its slug, and a document that uses it.
_TAKEN: Final = {
    "departments.yml": ("教育部中央図書館", "chuo-toshokan", 12),
    "counterparties.yml": ("見本市民活動センター", "center", 13),
    "items.yml": ("氏名", "name", 12),
    "subjects.yml": ("図書館の利用者", "library-users", 12),
}
_DAYS: Final = {12: "2023-02-10", 13: "2023-05-12"}


@dataclass(frozen=True)
class Printed:
    """A case: see above."""

    file: str
    registered: str
    printed: str
    aliases: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind[Entry]:
        """The kind of the registry."""
        return next(kind for kind in NAME_KINDS if kind.file == self.file)

    @property
    def slug(self) -> str:
        """The slug of the entry."""
        return _TAKEN[self.file][1]

    @property
    def number(self) -> int:
        """The number of the consultation whose document prints the name otherwise."""
        return _TAKEN[self.file][2]

    @property
    def users(self) -> tuple[int, ...]:
        """The numbers of the consultations that use the name, whatever it is."""
        archive = load(_PLAIN).archive
        assert archive is not None
        return tuple(record.number for record in archive.records_naming(self.kind)[_TAKEN[self.file][0]])

    def content(self, folder: Path, aliases: Sequence[str] | None = None) -> Path:
        """An archive in ``folder`` in which the case stands, perhaps with other ``aliases``."""
        copy = copytree(_PLAIN, folder / "content")
        taken = _TAKEN[self.file][0]
        for path in (copy / self.file, *copy.glob("consultations/*.yml"), *copy.glob("sources/*.txt")):
            _replace(path, taken, self.registered)
        _replace(copy / self.file, f"slug: {self.slug}\n", f"slug: {self.slug}\n{self._write_aliases(aliases)}")
        for name in (f"consultations/{self.number}.yml", f"sources/{_DAYS[self.number]}.txt"):
            assert self.registered in (copy / name).read_text(encoding="utf-8")
            _replace(copy / name, self.registered, self.printed)
        return copy

    def archive(self, folder: Path) -> Archive:
        """The same, loaded; nothing is wrong with it."""
        loaded = load(self.content(folder))
        assert loaded.problems == ()
        assert loaded.archive is not None
        return loaded.archive

    def _write_aliases(self, aliases: Sequence[str] | None) -> str:
        written = self.aliases if aliases is None else aliases
        return "".join(("  aliases:\n", *(f"    - {alias}\n" for alias in written))) if written else ""


def _replace(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def _read_cases() -> dict[str, Printed]:
    text = Path(__file__).with_name("printed_otherwise.yml").read_text(encoding="utf-8")
    cases: dict[str, dict[str, Any]] = yaml.safe_load(text)
    return {name: Printed(**{**case, "aliases": tuple(case.get("aliases", ()))}) for name, case in cases.items()}


CASES: Final = _read_cases()
