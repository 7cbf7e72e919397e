"""The facts of a section as a clerk checks them: each in a few words, with the characters that carry it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.archive.record import Record
from generator.kinds.kind import Entry, spellings
from generator.kinds.names import Names
from generator.model.consultation import NONE_WORD, Counterparty, Item, Period, Section
from generator.model.outline import Path, Place
from generator.model.vocabulary import INSIDE_ROLES
from generator.review.alignment import Span
from generator.review.words import FoldedText
from generator.site.wording import CONTINUES, number_name, period_text, volume_text

ITEMS: Final = "項目"
ADDED_ITEMS: Final = "新たな項目"
COUNTERPARTIES: Final = "相手方"
VOLUMES: Final = "件数"
PERIOD: Final = "期間"


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


def title_facts(record: Record, title: FoldedText, document: FoldedText) -> Iterator[ReviewedFact]:
    """Yield the facts that the file states of the whole consultation."""
    consultation = record.consultation
    for index, business in enumerate(consultation.businesses):
        yield ReviewedFact(("businesses", index), "業務", business, _found(title.word((business,))))
    for index, measure in enumerate(consultation.measures):
        cited = record.article_place(measure)
        path: Path = ("measures", index)
        yield ReviewedFact((*path, "type"), "措置", str(measure.type), _found(title.word((measure.type,))))
        for number, article in enumerate(measure.articles):
            said = _found(document.word((str(article),)))
            of_which = f"{measure.type}: " if len(consultation.measures) > 1 else ""
            yield ReviewedFact(
                (*path, "articles", number), "条項", f"{of_which}条例{article}", said, cited.anchor if cited else ""
            )


def section_facts(record: Record, place: Place, names: Names, text: FoldedText) -> Iterator[ReviewedFact]:
    """Yield the facts of the section at ``place``, whose own characters ``text`` holds."""
    section, path = place.section, place.path
    if section.direction is not None:
        said = _found(text.word((section.direction,)))
        yield ReviewedFact((*path, "direction"), "向き", str(section.direction), said)
    for index, subject in enumerate(section.subjects):
        said = _found(text.word(_spellings(names.subjects, subject)))
        yield ReviewedFact((*path, "subjects", index), "対象", subject, said)
    for key, label, items in (("items", ITEMS, section.items), ("added_items", ADDED_ITEMS, section.added_items)):
        yield from _items((*path, key), label, items, names, text)
    for index, counterparty in enumerate(section.counterparties):
        yield _counterparty((*path, "counterparties", index), counterparty, names, text)
    yield from _volumes((*path, "volumes"), section, names, text)
    if section.period is not None:
        yield ReviewedFact(
            (*path, "period"), PERIOD, period_text(section.period), tuple(_said_dates(section.period, text))
        )
    for index, reference in enumerate(section.references):
        said = _found(text.word((reference.words,)))
        if reference.section is not None:
            target = record.by_anchor.get(reference.section)
            leads = record.citation(target) if target else f"（{reference.section} という節はありません）"
        else:
            leads = number_name(reference.consultation or 0)
        yield ReviewedFact((*path, "references", index), "参照", f"「{reference.words}」→ {leads}", said)


def counterparty_text(counterparty: Counterparty) -> str:
    """Return ``counterparty`` in words: LINE（利用サービス）."""
    return f"{counterparty.name or counterparty.state or ''}（{counterparty.role}）"


def _items(
    path: Path, label: str, items: tuple[Item, ...] | None, names: Names, text: FoldedText
) -> Iterator[ReviewedFact]:
    if items == ():
        yield ReviewedFact(path, label, NONE_WORD, _found(text.word((NONE_WORD,))))
    reached = 0
    for index, item in enumerate(items or ()):
        spans: list[Span] = []
        for name in (item.name, *item.parts):
            known = _spellings(names.items, name)
            span = text.word(known, reached) or text.word(known)
            if span is not None:
                spans.append(span)
                reached = max(reached, span.end)
        spans += _found(text.word(_spellings(names.subjects, item.subject))) if item.subject else ()
        words = item.name + (f"（{'、'.join(item.parts)}）" if item.parts else "")
        of_whom = f"［{item.subject}の情報］" if item.subject else ""
        yield ReviewedFact((*path, index), label, words + of_whom, tuple(spans))


def _counterparty(path: Path, counterparty: Counterparty, names: Names, text: FoldedText) -> ReviewedFact:
    registry: Mapping[str, Entry] = names.departments if counterparty.role in INSIDE_ROLES else names.counterparties
    known = _spellings(registry, counterparty.name) if counterparty.name else (counterparty.state or "",)
    return ReviewedFact(path, COUNTERPARTIES, counterparty_text(counterparty), _found(text.word(known)))


def _volumes(path: Path, section: Section, names: Names, text: FoldedText) -> Iterator[ReviewedFact]:
    reached = 0
    for index, volume in enumerate(section.volumes):
        count = text.count(volume, reached) or text.count(volume)
        reached = count.end if count else reached
        subject = text.word(_spellings(names.subjects, volume.subject)) if volume.subject else None
        year = text.fiscal_year(volume.fiscal_year) if volume.fiscal_year is not None else None
        yield ReviewedFact(
            (*path, index), VOLUMES, volume_text(volume), (*_found(count), *_found(subject), *_found(year))
        )


def _said_dates(period: Period, text: FoldedText) -> Iterator[Span]:
    for date in (period.start, period.end):
        yield from _found(text.date(date) if date is not None else None)
    yield from _found(text.word((CONTINUES,)) if period.continues else None)
    yield from _found(text.word((period.repeats,)) if period.repeats else None)


def _spellings(registry: Mapping[str, Entry], name: str) -> tuple[str, ...]:
    """Return what ``name`` may be written as: also one that is not registered yet has its place in the text."""
    return spellings(registry[name]) if name in registry else (name,)


def _found(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span is not None else ()
