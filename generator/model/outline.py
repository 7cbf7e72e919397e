"""The sections of a consultation in the order of the document, each with its anchor."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.consultation import Consultation, Section
from generator.model.labels import Label, LabelKind, read_label

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
