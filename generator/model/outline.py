"""The outline of a consultation: its sections in the order of the document, each with its anchor, and their labels.

Labels number a document: 第１ › １ › （１） › ① › ・.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from generator.japanese.numerals import numeral_value
from generator.model.consultation import Consultation, Section

_KANA_LABELS = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ"


class LabelKind(Enum):
    """The kinds of label; the value is what an anchor writes before the number at the top of a document."""

    PART = "p"
    NUMBER = "s"
    BULLET = "b"
    ANNEX = "a"
    NONE = "h"


@dataclass(frozen=True)
class Label:
    """A label as printed, its kind and its number (0 for those that carry none), and the words it leads."""

    kind: LabelKind
    printed: str
    number: int
    words: str


NO_LABEL = Label(LabelKind.NONE, "", 0, "")

# Those of the keyboard, those that Word offers for its lists, and boxes to tick.
_BULLETS = "・○●◎◇◆□■•▪▫◦‣★☆❖❑❒➢➤➔⇨▶▷►✓✔☑☒☐"

_NUMERAL = "[0-9０-９]{1,4}"
_PATTERNS = (
    (LabelKind.PART, re.compile(rf"(第\s?({_NUMERAL}))(?=\s)")),
    (LabelKind.NUMBER, re.compile(rf"(({_NUMERAL})(?:[．.](?!{_NUMERAL})|(?=\s)))")),
    (LabelKind.NUMBER, re.compile(rf"([（(]({_NUMERAL})[）)])")),
    (LabelKind.NUMBER, re.compile(rf"([（(]([{_KANA_LABELS}])[）)])")),
    (LabelKind.NUMBER, re.compile(rf"(({_NUMERAL})[）)])")),
    (LabelKind.NUMBER, re.compile(rf"(([{_KANA_LABELS}])(?:[．.]|(?=\s)))")),
    (LabelKind.NUMBER, re.compile(r"(([①-⑳⑴-⒇]))")),
    (LabelKind.BULLET, re.compile(rf"([{_BULLETS}](?!(?<=■)■))()")),  # several ■ are words that are withheld
    (LabelKind.ANNEX, re.compile(r"(【別紙[^】]*】)()")),
)


def read_label(line: str) -> Label:
    """Return the label that ``line`` (a heading or a paragraph) begins with, and the words after it."""
    for kind, pattern in _PATTERNS:
        match = pattern.match(line)
        if match is not None:
            printed, numeral = match.groups()
            return Label(kind, printed, _number(numeral), line[match.end() :].lstrip())
    return Label(LabelKind.NONE, "", 0, line)


def _number(numeral: str) -> int:
    if not numeral:
        return 0
    return _KANA_LABELS.index(numeral) + 1 if numeral in _KANA_LABELS else numeral_value(numeral)


Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Place:
    """A section where it stands: anchor, label, path in the file, and the anchors above it, outermost first."""

    section: Section
    anchor: str
    label: Label
    path: Path
    above: tuple[str, ...]

    @property
    def depth(self) -> int:
        """How many sections enclose this one."""
        return len(self.above)

    def lies_in(self, anchor: str) -> bool:
        """Tell whether this is the section at ``anchor`` or one beneath it."""
        return anchor == self.anchor or anchor in self.above


def walk_sections(sections: tuple[Section, ...], path: Path = ("sections",)) -> Iterator[tuple[Path, Section]]:
    """Yield every section of ``sections`` and beneath them with its path, in the order of the document."""
    for index, section in enumerate(sections):
        yield (*path, index), section
        yield from walk_sections(section.sections, (*path, index, "sections"))


def outline(consultation: Consultation) -> tuple[Place, ...]:
    """Return every section of ``consultation``, depth first, in the order of the document."""
    return tuple(_places(consultation.sections, ("sections",), ()))


def _places(sections: tuple[Section, ...], path: Path, above: tuple[str, ...]) -> Iterator[Place]:
    seen: Counter[LabelKind] = Counter()
    taken: Counter[str] = Counter()
    for index, section in enumerate(sections):
        label = read_label(section.heading or section.text or "")
        seen[label.kind] += 1
        anchor = _anchor(label, seen[label.kind], above[-1] if above else None)
        taken[anchor] += 1
        if taken[anchor] > 1:  # a slip of the document: two siblings with one number
            anchor = f"{anchor}x{taken[anchor]}"
        place = Place(section, anchor, label, (*path, index), above)
        yield place
        yield from _places(section.sections, (*place.path, "sections"), (*above, anchor))


def _anchor(label: Label, ordinal: int, parent: str | None) -> str:
    number = label.number or ordinal
    if parent is None:
        return f"{label.kind.value}{number}"
    inside_part = parent.startswith(LabelKind.PART.value) and "-" not in parent
    if label.kind is LabelKind.NUMBER and not inside_part:
        return f"{parent}-{number}"
    return f"{parent}-{label.kind.value}{number}"
