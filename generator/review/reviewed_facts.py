"""The facts of a section as a clerk checks them: each in a few words, with the characters that carry it."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

from generator.archive.citing import cited_as, citing_place
from generator.archive.record import Record
from generator.evidence.finding import FactValue, FiscalYear, Name, Quoted, find
from generator.japanese.fold import Span
from generator.kinds.every_kind import kind_of_party
from generator.kinds.kind import Kind, spellings
from generator.kinds.names import Names
from generator.kinds.registered_item import ITEMS
from generator.kinds.registered_subject import SUBJECTS
from generator.model.consultation import CONTINUES, NONE_WORD, Counterparty, Item, Period, Section
from generator.model.outline import Path, Place
from generator.review.alignment import Text
from generator.site.wording import number_name, period_text, volume_text

# What the keys of a section that list items are called.
_LISTS_OF_ITEMS: Final = {"items": "項目", "added_items": "新たな項目"}


@dataclass(frozen=True)
class ReviewedFact:
    """A fact at ``path`` in the file, under the ``label`` of its kind; ``spans`` are the characters that say it.

    ``section`` is the anchor of the section that says it where ``spans`` cannot, or empty.
    """

    path: Path
    label: str
    text: str
    spans: tuple[Span, ...]
    section: str = ""


@dataclass(frozen=True)
class ReviewedWords:
    """Texts of the document that follow each other. What one of them ends and the next begins says nothing."""

    texts: tuple[Text, ...]

    def find(self, fact: FactValue, start: int = 0) -> Span | None:
        """Return the characters of the document that first say ``fact``, from the one at ``start`` on."""
        found = (_find_in(text, fact, start) for text in self.texts if text.span.end > start)
        return next((span for span in found if span is not None), None)

    def find_next(self, fact: FactValue, start: int) -> Span | None:
        """Return the characters that say ``fact`` from ``start`` on, or the first where none do."""
        return self.find(fact, start) or self.find(fact)

    def spans(self, *facts: FactValue | None) -> tuple[Span, ...]:
        """Return for each of ``facts`` that is said the characters that first say it."""
        found = (self.find(fact) for fact in facts if fact is not None)
        return tuple(span for span in found if span is not None)


def _find_in(text: Text, fact: FactValue, start: int) -> Span | None:
    # For each character of the text how many characters of the document come before it; white space is none of them.
    places = [*accumulate((not character.isspace() for character in text.text), initial=text.span.start)]
    found = find(fact, text.text, bisect_left(places, start))
    return Span(places[found.start], places[found.end]) if found else None


def title_facts(record: Record, names: Names, title: ReviewedWords, document: ReviewedWords) -> Iterator[ReviewedFact]:
    """Yield the facts that the file states of the whole consultation."""
    consultation = record.consultation
    for index, business in enumerate(consultation.businesses):
        yield ReviewedFact(("businesses", index), "業務", business, title.spans(Quoted(business)))
    for index, measure in enumerate(consultation.measures):
        yield ReviewedFact(("measures", index, "type"), "措置", str(measure.type), title.spans(measure.type))
    for path, of_measure, article in consultation.cited_articles():
        place = citing_place((article,), of_measure, record, names)
        of_which = f"{of_measure.type}: " if of_measure and len(consultation.measures) > 1 else ""
        spans = document.spans(cited_as(article, record, names))
        yield ReviewedFact(path, "条項", f"{of_which}{article}", spans, place.anchor if place else "")


def section_facts(record: Record, place: Place, names: Names, words: ReviewedWords) -> Iterator[ReviewedFact]:
    """Yield the facts of the section at ``place``, whose own words are ``words``."""
    section, path = place.section, place.path
    if section.direction is not None:
        yield ReviewedFact((*path, "direction"), "向き", str(section.direction), words.spans(section.direction))
    for index, subject in enumerate(section.subjects):
        spans = words.spans(_name(names, SUBJECTS, subject))
        yield ReviewedFact((*path, "subjects", index), "対象", subject, spans)
    for key, items in (("items", section.items), ("added_items", section.added_items)):
        yield from _items((*path, key), _LISTS_OF_ITEMS[key], items, names, words)
    for index, counterparty in enumerate(section.counterparties):
        spans = words.spans(_party(names, counterparty))
        yield ReviewedFact((*path, "counterparties", index), "相手方", counterparty_text(counterparty), spans)
    yield from _volumes((*path, "volumes"), section, names, words)
    if section.period is not None:
        spans = words.spans(*_parts_of(section.period))
        yield ReviewedFact((*path, "period"), "期間", period_text(section.period), spans)
    for index, reference in enumerate(section.references):
        if reference.section is not None:
            target = record.by_anchor.get(reference.section)
            leads = record.citation(target) if target else f"（{reference.section} という節はありません）"
        else:
            leads = number_name(reference.consultation or 0)
        text = f"「{reference.words}」→ {leads}"
        yield ReviewedFact((*path, "references", index), "参照", text, words.spans(reference.words))


def counterparty_text(counterparty: Counterparty) -> str:
    """Return ``counterparty`` in words: LINE（利用サービス）."""
    return f"{counterparty.name or counterparty.state or ''}（{counterparty.role}）"


def _items(
    path: Path, label: str, items: tuple[Item, ...] | None, names: Names, words: ReviewedWords
) -> Iterator[ReviewedFact]:
    if items == ():
        yield ReviewedFact(path, label, NONE_WORD, words.spans(NONE_WORD))
    reached = 0
    for index, item in enumerate(items or ()):
        spans: list[Span] = []
        for name in (item.name, *item.parts):
            span = words.find_next(_name(names, ITEMS, name), reached)
            if span is not None:
                spans.append(span)
                reached = max(reached, span.end)
        spans += words.spans(_name(names, SUBJECTS, item.subject) if item.subject else None)
        parts = f"（{'、'.join(item.parts)}）" if item.parts else ""
        of_whom = f"［{item.subject}の情報］" if item.subject else ""
        yield ReviewedFact((*path, index), label, f"{item.name}{parts}{of_whom}", tuple(spans))


def _volumes(path: Path, section: Section, names: Names, words: ReviewedWords) -> Iterator[ReviewedFact]:
    reached = 0
    for index, volume in enumerate(section.volumes):
        count = words.find_next(volume, reached)
        reached = count.end if count else reached
        subject = _name(names, SUBJECTS, volume.subject) if volume.subject else None
        year = FiscalYear(volume.fiscal_year, volume.onward) if volume.fiscal_year is not None else None
        spans = (*((count,) if count else ()), *words.spans(subject, year))
        yield ReviewedFact((*path, index), "件数", volume_text(volume), spans)


def _parts_of(period: Period) -> Iterator[FactValue | None]:
    yield from (period.start, period.end)
    yield CONTINUES if period.continues else None
    yield period.repeats


def _party(names: Names, counterparty: Counterparty) -> FactValue | None:
    name = counterparty.name
    return _name(names, kind_of_party(counterparty), name) if name else counterparty.state


def _name(names: Names, kind: Kind[Any], name: str) -> Name:
    """Return ``name`` of ``kind`` in all its spellings: also one not registered yet has its place in the text."""
    entry = names.find(kind, name)
    return Name(spellings(entry) if entry else (name,))
