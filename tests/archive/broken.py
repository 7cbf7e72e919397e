"""The broken content of tests/broken: a frozen archive, mistakes made in it, and the problems a clerk must be shown.

``tests/broken/content`` is a copy of the first eleven consultations that no correction in ``content`` touches. The
files beside it hold the cases, by subject: for each its name, the ``edits`` that make the mistake, and the
``problems`` that must be found, and nothing else with them.

An edit names a ``file`` of the archive, which need not exist, and one thing that is done to it:

- ``old`` and ``new``: these words, which stand there just once, become those. Where ``old`` ends with the end of a
  line, whole lines are meant, wherever they are indented.
- ``text``: the file holds this.
- ``encoding``: it is saved in another encoding. ``keep_bytes``: it ends after so many bytes. ``indent``: its lines,
  but for comments, move so many spaces to the right. ``remove``: it is not there.

A ``text`` or a ``new`` may be made of parts: ``text`` with ``times`` repeats one, ``copy`` is the text of another file
of ``tests/broken``.
"""

import textwrap
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from typing import Any, Final

import yaml

from generator.problems import Problem, Severity

BROKEN: Final = Path(__file__).parents[1] / "broken"
FROZEN: Final = BROKEN / "content"


def _read_cases() -> dict[str, dict[str, Any]]:
    cases: dict[str, dict[str, Any]] = {}
    for path in sorted(BROKEN.glob("*.yml")):
        subject: dict[str, dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        assert not cases.keys() & subject.keys(), f"{path.name} names a case as another file does"
        cases |= subject
    return cases


_DESCRIPTIONS: Final = _read_cases()
CASES: Final = sorted(_DESCRIPTIONS)


@dataclass(frozen=True)
class Expected:
    """A problem that must be found; of its message and its remedy a part is enough."""

    file: str
    line: int
    column: int
    message: str
    remedy: str
    severity: Severity

    @property
    def place(self) -> tuple[str, int, int, Severity]:
        return f"content/{self.file}", self.line, self.column, self.severity

    def told_by(self, problem: Problem) -> bool:
        return self.message in problem.message and self.remedy in problem.remedy


def expected(case: str) -> list[Expected]:
    """The problems of ``case``, by file, line and column."""
    problems = [expect(**entry) for entry in _DESCRIPTIONS[case]["problems"]]
    return sorted(problems, key=lambda problem: problem.place)


def edited_files(case: str) -> set[str]:
    """The files of the archive that ``case`` changes, adds or removes."""
    return {edit["file"] for edit in _DESCRIPTIONS[case]["edits"]}


def broken_content(case: str, folder: Path) -> Path:
    """A copy in ``folder`` of the frozen archive with the mistake of ``case``."""
    copy = copytree(FROZEN, folder / "content")
    for edit in _DESCRIPTIONS[case]["edits"]:
        change(copy, **edit)
    return copy


def expect(severity: str = Severity.ERROR, **entry: Any) -> Expected:  # noqa: ANN401 - as the file says
    """A problem as a case describes it."""
    return Expected(severity=Severity(severity), **entry)


def change(content: Path, file: str, **edit: Any) -> None:  # noqa: ANN401 - as the file says
    """Make an edit in the archive ``content``."""
    path = content / file
    match edit:
        case {"old": old, "new": new}:
            path.write_bytes(_replace(path.read_bytes().decode(), old, _text_of(new)).encode())
        case {"text": text}:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(_text_of(text).encode())
        case {"encoding": encoding}:
            path.write_bytes(path.read_bytes().decode().encode(encoding))
        case {"keep_bytes": count}:
            path.write_bytes(path.read_bytes()[:count])
        case {"indent": spaces}:
            text = path.read_bytes().decode()
            path.write_bytes(textwrap.indent(text, " " * spaces, lambda line: not line.startswith("#")).encode())
        case {"remove": True}:
            path.unlink()
        case _:
            message = f"{file}: no edit is {edit}"
            raise ValueError(message)


def _text_of(part: Any) -> str:  # noqa: ANN401 - as the file says
    match part:
        case str():
            return part
        case list():
            return "".join(map(_text_of, part))
        case {"text": text, "times": times}:
            return _text_of(text) * int(times)
        case {"copy": name}:
            return Path(BROKEN, name).read_bytes().decode()
    message = f"{part} is no text"
    raise ValueError(message)


def _replace(text: str, old: str, new: str) -> str:
    if not old.endswith("\n"):
        assert text.count(old) == 1, f"{old!r} stands there {text.count(old)} times"
        return text.replace(old, new)
    # A line's end before and behind: only whole lines are found.
    found = []
    for depth in range(max(len(line) - len(line.lstrip(" ")) for line in text.splitlines()) + 1):
        lines, written = (textwrap.indent(part, " " * depth) for part in (old, new))
        if count := f"\n{text}".count(f"\n{lines}"):
            found.append((count, f"\n{text}".replace(f"\n{lines}", f"\n{written}").removeprefix("\n")))
    assert [count for count, _ in found] == [1], f"{old!r} stands there {sum(count for count, _ in found)} times"
    return found[0][1]
