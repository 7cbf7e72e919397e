"""What reading a section yields: facts, and what is not sure about them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, Final, Generic, TypeVar

from generator.japanese.private_use import is_legible
from generator.kinds.kind import Kind
from generator.model.consultation import Section
from generator.model.outline import Path, Place

T = TypeVar("T")

UNNAMED: Final = "「{words}」には、読み取れない文字か、選ぶ欄（□☑）が入っているので、事実にしていません。"

_BOXES: Final = frozenset("□☐☑☒")


@dataclass(frozen=True)
class NewName:
    """A name that the registry of its kind does not know, as the document prints it."""

    kind: Kind[Any]
    printed: str


@dataclass(frozen=True)
class DraftDoubt:
    """Something a person has to look at: where, and what (Japanese).

    ``held`` is a fact that is written down, commented out, until it is settled: its name is registered (``new``), or a
    person has seen that it is not merely a guess. Its ``message`` is empty where that of the fact before it in the list
    is about it, too. In the draft's file the doubt becomes a ``Doubt`` of the store.
    """

    path: Path
    message: str
    held: bool = False
    new: NewName | None = None

    def under(self, path: Path) -> "DraftDoubt":
        """Return the doubt as seen from the section at ``path``."""
        return replace(self, path=(*path, *self.path))


@dataclass(frozen=True)
class Found(Generic[T]):
    """Facts of one kind, and the doubts about them, at paths that begin with the facts' place in ``values``."""

    values: tuple[T, ...] = ()
    doubts: tuple[DraftDoubt, ...] = ()


def gather(parts: Iterable[Found[T]]) -> Found[T]:
    """Return all facts of ``parts`` in a row, each doubt at its fact."""
    values: list[T] = []
    doubts: list[DraftDoubt] = []
    for part in parts:
        for doubt in part.doubts:
            first = doubt.path[0] if doubt.path else None
            path = (first + len(values), *doubt.path[1:]) if isinstance(first, int) else doubt.path
            doubts.append(replace(doubt, path=path))
        values.extend(part.values)
    return Found(tuple(values), tuple(doubts))


def drop_repeats(found: Found[T]) -> Found[T]:
    """Return the facts of ``found``, each where it comes first, and the doubts about these."""
    return _keep(found, [place for place, value in enumerate(found.values) if value not in found.values[:place]])


def part_unnamed(found: Found[T]) -> tuple[Found[T], tuple[str, ...]]:
    """Return the facts of ``found`` without those whose words are no name, and these words.

    Of a character that could not be read nobody knows what it is, and boxes to tick stand between several things.
    """
    words = ["".join(_words_of(value)) for value in found.values]
    kept = [place for place, said in enumerate(words) if is_legible(said) and not _BOXES.intersection(said)]
    dropped = tuple(said for place, said in enumerate(words) if place not in kept)
    return (_keep(found, kept) if dropped else found), dropped


def _words_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _words_of(part)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _words_of(getattr(value, each.name))


def _keep(found: Found[T], kept: Sequence[int]) -> Found[T]:
    moved = {old: new for new, old in enumerate(kept)}
    doubts = (
        replace(doubt, path=(moved[int(doubt.path[0])], *doubt.path[1:])) if doubt.path else doubt
        for doubt in found.doubts
        if not doubt.path or doubt.path[0] in moved
    )
    return Found(tuple(found.values[place] for place in kept), tuple(doubts))


@dataclass
class Collected:
    """What is read from the section at ``place``: its facts by their keys, and the doubts, seen from the document."""

    place: Place
    facts: dict[str, Any] = field(default_factory=dict)
    doubts: list[DraftDoubt] = field(default_factory=list)

    @property
    def section(self) -> Section:
        """The section as the document has it."""
        return self.place.section

    def take(self, found: Found[Any], key: str) -> None:
        """Add the facts that were ``found``, if any, under ``key``, and the doubts about them."""
        found, unnamed = part_unnamed(found)
        self.tell(UNNAMED.format(words="」「".join(unnamed)) for _ in unnamed[:1])
        self.doubt(*(doubt.under((key,)) if doubt.path else doubt for doubt in found.doubts))
        if found.values:
            self.facts[key] = found.values

    def take_unless_below(self, found: Found[Any], key: str) -> None:
        """Add what was ``found``, but not where nothing was and the text leads to the sections beneath."""
        if found.values or not self.section.sections:
            self.take(found, key)

    def doubt(self, *doubts: DraftDoubt) -> None:
        """Add ``doubts``; one that is about no fact in particular is about the words."""
        words = ("text",) if self.section.text else ("heading",)
        self.doubts.extend(doubt.under((*self.place.path, *(() if doubt.path else words))) for doubt in doubts)

    def tell(self, messages: Iterable[str]) -> None:
        """Add a doubt about the words for each of ``messages``."""
        self.doubt(*(DraftDoubt((), message) for message in messages))
