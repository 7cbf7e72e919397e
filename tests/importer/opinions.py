"""What a careful reader finds in one consultation of the family, as facts that can be compared."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Any, Final

from generator.model.consultation import Item, Section, Volume
from generator.model.outline import outline
from generator.model.vocabulary import Per
from tests.importer.stated_facts import NONE, Fact, Kind, all_of, item_facts, volume_fact
from tests.model.making import made_up

# Stands in an outline for the words of a paragraph that has a label and no heading.
ELLIPSIS: Final = "…"


class Weight(Enum):
    """How a fact is to be found."""

    CERTAIN = "in the file, and not under a doubt"
    DOUBTFUL = "in the file, with or without a doubt, or held back with one"
    OPTIONAL = "in the file, or not"
    UNKNOWN = "not in the file, unless under a doubt: no registry knows the name"


@dataclass(frozen=True)
class Opinion:
    """One consultation: its sections by anchor, its facts in the terms of ``written_facts``, and its difficult texts.

    ``document`` is None where the text does not say it. ``unknown`` are the names no registry knows, by registry.
    """

    number: int
    document: int | None
    meeting: str
    outline: tuple[tuple[str, str], ...]
    facts: tuple[tuple[Fact, Weight], ...]
    texts: Mapping[str, str]
    unknown: Mapping[str, tuple[str, ...]]

    def weighing(self, *weights: Weight) -> Counter[Fact]:
        """The facts of ``weights``."""
        return Counter(fact for fact, weight in self.facts if weight in weights)


def opinion(said: Mapping[str, Any]) -> Opinion:
    """Read what was ``said`` of a consultation."""
    places = tuple(_places(said["outline"]))
    reader = _Reader(said, {line: anchor for anchor, line in places})
    return Opinion(
        number=said["number"],
        document=said["document"],
        meeting=str(said["meeting"]),
        outline=places,
        facts=tuple(reader.facts()),
        texts=said.get("texts", {}),
        unknown={key: tuple(names) for key, names in said.get("unknown", {}).items()},
    )


def _places(outlined: str) -> Iterator[tuple[str, str]]:
    """Yield anchor and line of each section, from lines indented by two spaces a level."""
    sections = _sections(outlined.rstrip("\n").split("\n"), 0)
    for place in outline(made_up(*sections)):
        yield place.anchor, place.section.heading or ""


def _sections(lines: Sequence[str], depth: int) -> tuple[Section, ...]:
    starts = [index for index, line in enumerate(lines) if len(line) - len(line.lstrip(" ")) == 2 * depth]
    return tuple(
        Section(heading=lines[start].strip(), sections=_sections(lines[start + 1 : end], depth + 1))
        for start, end in pairwise([*starts, len(lines)])
    )


class _Reader:
    def __init__(self, said: Mapping[str, Any], anchors: Mapping[str, str]) -> None:
        self._said = said
        self._anchors = anchors
        self._unknown = {name for names in said.get("unknown", {}).values() for name in names}

    def facts(self) -> Iterator[tuple[Fact, Weight]]:
        yield from self._title_block()
        yield from self._measures()
        for read, key in (
            (self._subjects, "subjects"),
            (self._directions, "directions"),
            (self._directions, "items"),
            (self._items, "items"),
            (self._volumes, "volumes"),
            (self._periods, "periods"),
            (self._parties, "counterparties"),
            (self._references, "references"),
        ):
            for entry in self._said.get(key, ()):
                anchor = self._anchor(entry["section"])
                for fact, names in read(entry, anchor):
                    yield fact, self._weight(entry, names)

    def _title_block(self) -> Iterator[tuple[Fact, Weight]]:
        for kind in (Kind.NUMBER, Kind.DOCUMENT, Kind.MEETING, Kind.TITLE, Kind.SUBTITLE):
            if self._said[str(kind)] is not None:
                yield Fact(kind, "", str(self._said[str(kind)])), Weight.CERTAIN
        for kind, key in ((Kind.DEPARTMENT, "departments"), (Kind.BUSINESS, "businesses")):
            for name in self._said[key]:
                # A department is printed in the title block, whether a registry knows it or not.
                unknown = name in self._unknown
                yield Fact(kind, "", name), Weight.DOUBTFUL if unknown else Weight.CERTAIN

    def _measures(self) -> Iterator[tuple[Fact, Weight]]:
        for measure in self._said["measures"]:
            part = measure.get("section")
            yield Fact(Kind.MEASURE, "", all_of(measure["type"], part)), Weight.CERTAIN
            for article in measure["articles"]:
                fact = Fact(Kind.ARTICLE, "", all_of(measure["type"], part, article))
                yield fact, self._weight(measure, (article,))

    def _weight(self, entry: Mapping[str, Any], names: Sequence[str | None]) -> Weight:
        if any(name in self._unknown for name in names):
            return Weight.UNKNOWN
        if entry.get("optional"):
            return Weight.OPTIONAL
        return Weight.DOUBTFUL if entry.get("doubtful") else Weight.CERTAIN

    def _anchor(self, section: str) -> str:
        line, _, beneath = section.partition("/")
        if line not in self._anchors:
            return section
        return f"{self._anchors[line]}-{beneath}" if beneath else self._anchors[line]

    def _subjects(self, entry: Mapping[str, Any], anchor: str) -> Iterator[tuple[Fact, Sequence[str | None]]]:
        for name in entry["names"]:
            yield Fact(Kind.SUBJECT, anchor, name), (name,)

    def _directions(self, entry: Mapping[str, Any], anchor: str) -> Iterator[tuple[Fact, Sequence[str | None]]]:
        if "direction" in entry:
            yield Fact(Kind.DIRECTION, anchor, entry["direction"]), ()

    def _items(self, entry: Mapping[str, Any], anchor: str) -> Iterator[tuple[Fact, Sequence[str | None]]]:
        subjects = self._said.get("subjects", ())
        whose = "、".join(
            name for each in subjects if self._anchor(each["section"]) == anchor for name in each["names"]
        )
        names = () if entry["names"] == NONE else entry["names"]
        items = tuple(
            Item(name)
            if isinstance(name, str)
            else Item(name["name"], name.get("subject"), tuple(name.get("parts", ())))
            for name in names
        )
        added = "新たな項目" if entry.get("added") else None
        for fact, _ in item_facts(anchor, items, added, entry.get("direction"), whose=whose):
            yield fact, fact.what.split(" | ")[0].split(" › ")

    def _volumes(self, entry: Mapping[str, Any], anchor: str) -> Iterator[tuple[Fact, Sequence[str | None]]]:
        volume = {key: said for key, said in entry.items() if key not in ("section", "doubtful", "per")}
        yield volume_fact(anchor, Volume(**volume, per=Per(entry["per"]) if "per" in entry else None)), ()

    def _periods(self, entry: Mapping[str, Any], anchor: str) -> Iterator[tuple[Fact, Sequence[str | None]]]:
        for key in ("start", "end", "continues", "repeats"):
            if key in entry:
                said = "継続" if key == "continues" else entry[key]
                yield Fact(Kind.DATE, anchor, f"{key} {said}"), ()

    def _parties(self, entry: Mapping[str, Any], anchor: str) -> Iterator[tuple[Fact, Sequence[str | None]]]:
        name, state = entry.get("name"), entry.get("state")
        yield Fact(Kind.COUNTERPARTY, anchor, all_of(entry["role"], name, state)), (name,)

    def _references(self, entry: Mapping[str, Any], anchor: str) -> Iterator[tuple[Fact, Sequence[str | None]]]:
        yield Fact(Kind.REFERENCE, anchor, f"{entry['words']} → {self._anchor(entry['to'])}"), ()
