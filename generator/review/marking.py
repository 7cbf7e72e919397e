"""The marks of a document's facts: for each the characters that carry it, in the file and in the source.

Texts are cut into runs at these marks, and at what only one side has.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from generator.archive.record import Record
from generator.evidence.finding import Name
from generator.japanese.fold import Span
from generator.kinds.names import Names
from generator.model.outline import Path
from generator.review.alignment import Alignment, Passage
from generator.review.questions import Question
from generator.review.review_views import Run
from generator.review.reviewed_facts import ReviewedFact, ReviewedWords, section_facts, title_facts
from generator.site.addresses import TITLE_BLOCK_ANCHOR

TITLE_BLOCK: Final = "表題部"
_QUOTED: Final = re.compile("「([^「」]+)」")


@dataclass(frozen=True)
class Marking:
    """What is to be marked of the characters of one side.

    ``facts`` holds the marks of the facts that a character carries, ``anchors`` those of them that begin at it where
    links lead there, ``alone`` the characters that the other side does not have, and ``doubted`` the marks of the
    facts that are in doubt.
    """

    facts: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    anchors: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    alone: frozenset[int] = frozenset()
    doubted: frozenset[str] = frozenset()

    def runs(self, text: str, start: int) -> tuple[Run, ...]:
        """Return ``text`` in runs; its first character that is no white space is the side's at ``start``."""
        return tuple(self._runs(text, start))

    def _runs(self, text: str, start: int) -> Iterator[Run]:
        begun, at, current = 0, start, Run("")
        for position, character in enumerate(text):
            if character.isspace():
                continue
            here = self._run(at)
            at += 1
            if here.anchors or (here.facts, here.only_here) != (current.facts, current.only_here):
                yield from _written_runs(current, text[begun:position])
                begun, current = position, here
        yield from _written_runs(current, text[begun:])

    def _run(self, place: int) -> Run:
        facts = self.facts.get(place, ())
        doubted = not self.doubted.isdisjoint(facts)
        return Run("", facts, self.anchors.get(place, ()), place in self.alone, doubted)


@dataclass(frozen=True)
class MarkedFact:
    """A fact of the section at ``anchor``, under its mark, and whether a question is about it."""

    mark: str
    anchor: str
    fact: ReviewedFact
    doubted: bool


@dataclass(frozen=True)
class MarkedDocument:
    """The facts of a document with their marks; ``questions`` are the open ones, each with what it is about."""

    record: Record
    names: Names
    blocks: tuple[Passage, ...]
    alignment: Alignment | None
    questions: tuple[tuple[Path, Question], ...]

    @cached_property
    def sections(self) -> dict[str, tuple[int, ...]]:
        """The indexes of the blocks of the title block and of each section, by anchor."""
        paths = {place.path: place.anchor for place in self.record.places}
        sections: dict[str, list[int]] = {anchor: [] for anchor in (TITLE_BLOCK_ANCHOR, *paths.values())}
        for index, block in enumerate(self.blocks):
            sections[paths.get(block.piece.path[:-1], TITLE_BLOCK_ANCHOR)].append(index)
        return {anchor: tuple(indexes) for anchor, indexes in sections.items()}

    @cached_property
    def facts(self) -> tuple[MarkedFact, ...]:
        """All facts, in the order of the document."""
        return tuple(
            MarkedFact(f"f{index}", anchor, fact, any(touches(path, fact.path) for path, _ in self.questions))
            for index, (anchor, fact) in enumerate(self._facts(), start=1)
        )

    def name_of(self, anchor: str) -> str:
        """Return how one cites the section at ``anchor``."""
        return TITLE_BLOCK if anchor == TITLE_BLOCK_ANCHOR else self.record.citation(self.record.by_anchor[anchor])

    def anchor_of(self, path: Path) -> str:
        """Return the anchor of the section that ``path`` leads to or into; beside them all, that of the title block."""
        paths = {place.path: place.anchor for place in self.record.places}
        found = (paths[path[:length]] for length in range(len(path), 0, -1) if path[:length] in paths)
        return next(found, TITLE_BLOCK_ANCHOR)

    @cached_property
    def quoted(self) -> tuple[tuple[Span, ...], ...]:
        """For each question where the words in its 「」 stand in the section that it is about."""
        return tuple(
            self._words_of(self.anchor_of(path)).spans(
                *(Name((words,)) for words in _QUOTED.findall(question.doubt.message))
            )
            for path, question in self.questions
        )

    def place_in_source(self, span: Span) -> int | None:
        """Return where the source has the first of the characters of ``span`` that it has at all."""
        return next((place for place in self._positions[span.start : span.end] if place is not None), None)

    @cached_property
    def in_file(self) -> Marking:
        """What is to be marked of the file's characters."""
        alone = {index for index, place in enumerate(self._positions) if place is None}
        anchors = [
            (fact.fact.spans[0].start, fact.mark)
            for fact in self.facts
            if fact.fact.spans and self.place_in_source(fact.fact.spans[0]) is None
        ]
        return Marking(self._carried, _group(anchors), frozenset(alone), self._in_doubt)

    def in_source(self, length: int) -> Marking:
        """Return what is to be marked of the source's ``length`` characters."""
        ours = {place: index for index, place in enumerate(self._positions) if place is not None}
        carried = {place: self._carried[index] for place, index in ours.items() if index in self._carried}
        anchors = [
            (place, fact.mark)
            for fact in self.facts
            if fact.fact.spans and (place := self.place_in_source(fact.fact.spans[0])) is not None
        ]
        return Marking(carried, _group(anchors), frozenset(range(length)) - ours.keys(), self._in_doubt)

    @property
    def _positions(self) -> tuple[int | None, ...]:
        return self.alignment.positions if self.alignment else ()

    @cached_property
    def _carried(self) -> dict[int, tuple[str, ...]]:
        marked = [(fact.mark, fact.fact.spans) for fact in self.facts]
        marked += [(question_mark(ordinal), spans) for ordinal, spans in enumerate(self.quoted, start=1)]
        return _group(
            (place, mark) for mark, spans in marked for span in spans for place in range(span.start, span.end)
        )

    @cached_property
    def _in_doubt(self) -> frozenset[str]:
        facts = (fact.mark for fact in self.facts if fact.doubted)
        return frozenset((*facts, *(question_mark(ordinal) for ordinal in range(1, len(self.questions) + 1))))

    def _facts(self) -> Iterator[tuple[str, ReviewedFact]]:
        title = self._words_of(TITLE_BLOCK_ANCHOR)
        document = ReviewedWords(tuple(text for block in self.blocks for text in block.texts))
        for fact in title_facts(self.record, self.names, title, document):
            yield TITLE_BLOCK_ANCHOR, fact
        for place in self.record.places:
            for fact in section_facts(self.record, place, self.names, self._words_of(place.anchor)):
                yield place.anchor, fact

    def _words_of(self, anchor: str) -> ReviewedWords:
        return ReviewedWords(tuple(text for index in self.sections[anchor] for text in self.blocks[index].texts))


def _written_runs(run: Run, text: str) -> Iterator[Run]:
    # White space after a mark is no part of it.
    marked = text.rstrip() if run.facts or run.only_here else text
    yield from (each for each in (replace(run, text=marked), Run(text[len(marked) :])) if each.text)


def question_mark(ordinal: int) -> str:
    """Return the mark of the words that the question of this ordinal quotes."""
    return f"q{ordinal}"


def touches(question: Path, path: Path) -> bool:
    """Tell whether a question about ``question`` is one about ``path``: not if it is about a whole section."""
    shorter = min(len(question), len(path))
    return question[-2:-1] != ("sections",) and shorter > 0 and question[:shorter] == path[:shorter]


def _group(pairs: Iterable[tuple[int, str]]) -> dict[int, tuple[str, ...]]:
    grouped: dict[int, tuple[str, ...]] = {}
    for place, mark in pairs:
        if mark not in grouped.get(place, ()):
            grouped[place] = (*grouped.get(place, ()), mark)
    return grouped
