"""Documents of the same family that the ward could have printed, and what a careful reader finds in each.

``family/NAME.txt`` is the text, ``family/NAME.yml`` the reader's opinion, in the terms of the golden facts. What is
wrong with the files of ``family/refused`` is said in NAME.yml, which also holds or makes their bytes. All content is
made up. As with the golden data: never change an opinion because a program is of another.

The keys of an opinion beside those of the golden facts:

* ``outline``: the headings and, with …, the labels of paragraphs, indented by their nesting. A ``section`` is an
  anchor, or a line of the outline and, after a slash, what follows the anchor of that line.
* ``doubtful``: the fact may as well be held back or stand under a doubt; ``optional``: it may be left out silently.
* ``unknown``: the names that no registry knows. Facts of that name must not stand in the file undoubted.
* ``texts``: the text of sections where the joining of lines is difficult. Spaces between a label and words count.
* ``furniture``: lines that belong to a page and to no document.
* ``public``: words that look like personal data and are an office's own contact, which a clerk registers.
* ``doubts``: for each entry, one of its words must occur in what the import reports.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from tests.importer.opinions import Opinion, opinion

FAMILY: Final = Path(__file__).parent / "family"
NAMES: Final = tuple(sorted(file.stem for file in FAMILY.glob("*.yml")))
REFUSED: Final = tuple(sorted(file.stem for file in (FAMILY / "refused").glob("*.yml")))

Alternatives = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Relative:
    """A document of the family: its file, what it shows, and what a careful reader finds in it."""

    name: str
    about: str
    consultations: tuple[Opinion, ...]
    furniture: tuple[str, ...]
    public: tuple[str, ...]
    doubts: Alternatives

    @property
    def file(self) -> Path:
        return FAMILY / f"{self.name}.txt"

    @property
    def text(self) -> str:
        return self.file.read_text(encoding="utf-8")

    @property
    def words(self) -> str:
        """All characters that an import must not lose: no white space, and nothing that belongs to a page."""
        lines = (line for line in self.text.splitlines() if line.strip() not in self.furniture)
        return "".join("".join(lines).split())


@dataclass(frozen=True)
class Refused:
    """A file that cannot be imported: its name, its bytes, and of each group of words one that must be said."""

    name: str
    about: str
    file_name: str
    data: bytes
    mentions: Alternatives
    or_draft: bool

    def write(self, folder: Path) -> Path:
        """Put the file into ``folder``."""
        path = folder / self.file_name
        path.write_bytes(self.data)
        return path


@cache
def relative(name: str) -> Relative:
    """The document ``name`` of the family."""
    said = _said(FAMILY / f"{name}.yml")
    same = _said(FAMILY / f"{said['same_as']}.yml") if "same_as" in said else {}
    whole = {**same, **said}
    return Relative(
        name=name,
        about=said["about"],
        consultations=tuple(opinion(each) for each in whole["consultations"]),
        furniture=tuple(str(line) for line in whole.get("furniture", ())),
        public=tuple(whole.get("public", ())),
        doubts=_alternatives(whole.get("doubts", ())),
    )


@cache
def refused(name: str) -> Refused:
    """The file ``name`` that is refused."""
    said = _said(FAMILY / "refused" / f"{name}.yml")
    return Refused(
        name=name,
        about=said["about"],
        file_name=said.get("file", f"{name}.txt"),
        data=_data(name, said),
        mentions=_alternatives(said["mentions"]),
        or_draft=said.get("or_draft", False),
    )


def _data(name: str, said: Mapping[str, Any]) -> bytes:
    if "hex" in said:
        return bytes.fromhex(said["hex"])
    if "text" in said:
        text = str(said["text"]) * int(said.get("times", 1))
    else:
        file = FAMILY / f"{said['same_text_as']}.txt" if "same_text_as" in said else FAMILY / "refused" / f"{name}.txt"
        text = file.read_text(encoding="utf-8")
    return text.encode(said.get("encoding", "utf-8"))[: said.get("keep")]


def _alternatives(groups: Any) -> Alternatives:  # noqa: ANN401 - YAML
    return tuple(tuple(str(word) for word in group) for group in groups)


def _said(file: Path) -> dict[str, Any]:
    said: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return said
