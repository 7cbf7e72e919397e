"""From what was read to drafts: a consultation's words whole, the facts found, and the doubts; or why there is none."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from generator.archive.checks.naming import READERS_NAME
from generator.archive.sources import document_number
from generator.importer.document.cutting import Document, cut
from generator.importer.document.numbered_sections import build_sections, build_tree
from generator.importer.document.paragraphs import join_lines
from generator.importer.document.printed_labels import join_lone_labels
from generator.importer.document.title_block import ReadTitleBlock, find_departments, read_title_block
from generator.importer.document.withheld_again import NotWithheldError, withhold_again
from generator.importer.facts.departments import UNKNOWN_DEPARTMENT
from generator.importer.facts.earlier_decisions import EarlierDecisions
from generator.importer.facts.found import DraftDoubt, NewName
from generator.importer.facts.items import ItemReader
from generator.importer.facts.measures import businesses_in
from generator.importer.facts.mentions import Lexicon
from generator.importer.facts.personal_doubts import doubt_personal
from generator.importer.facts.precedents import Precedents
from generator.importer.facts.recognise import recognise
from generator.importer.files.notes import ReaderNote, group_notes, phrase_notes
from generator.importer.files.reading import LeftOut, Reading
from generator.japanese.eras import era_date
from generator.japanese.fold import fold, without_space
from generator.japanese.private_use import is_legible
from generator.kinds.every_kind import NAME_KINDS
from generator.kinds.names import Names
from generator.kinds.registered_department import DEPARTMENTS
from generator.kinds.registered_item import ITEMS
from generator.kinds.registered_subject import SUBJECTS
from generator.model.consultation import Consultation, Printed
from generator.model.document import title_block
from generator.model.outline import Path
from generator.model.partial_date import PartialDate

NO_NUMBER: Final = (
    "「諮問第…号」の行がありません。報告など、諮問ではない資料なら、このままで結構です。"
    "諮問なら、「審議資料Ｎｏ．…」の行の後に「諮問第…号」だけの行があるか、確かめてください。"
)
NO_TITLE: Final = "題名がありません。"
NO_DATE: Final = "開催日（「令和４年６月１７日」のような1行）がありません。"
NO_TEXT: Final = "本文がありません。"
NO_DEPARTMENT: Final = "日付の下に所管課がありません。"
OUTSIDE: Final = "どの見出しにも属さない文字です。"
PERHAPS_DEPARTMENT: Final = (
    "「{name}」も所管課かもしれません。所管課としては、日付の下に続けて書かれているものだけを読み取っています。"
)
TWICE: Final = "諮問第{number}号は {first} にもあったので、{file} のものは使っていません。"
_NO_DECISIONS: Final = EarlierDecisions()
TWICE_IN_ONE: Final = "諮問第{number}号は {file} の中に2回あったので、後のものは使っていません。"


@dataclass(frozen=True)
class Draft:
    """A consultation as read, and what a person has to look at."""

    consultation: Consultation
    doubts: tuple[DraftDoubt, ...]


class NoDraftError(Exception):
    """A document lacks what no file can do without; the message says to the clerk, in Japanese, what."""


@dataclass(frozen=True)
class Drafted:
    """A document and its draft, or why there is none (Japanese)."""

    document: Document
    draft: Draft | None = None
    reason: str = ""

    @property
    def number(self) -> int | None:
        """The number of the consultation."""
        return self.document.number


@dataclass(frozen=True)
class Drafts:
    """Everything that was read: the documents, what belongs to none of them, and what the readers noticed.

    ``others`` say which papers are no consultations (Japanese).
    """

    drafted: tuple[Drafted, ...]
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def draft_all(
    readings: Iterable[Reading],
    names: Names,
    done: Callable[[int], None] = lambda _count: None,
    precedents: Precedents | None = None,
    decisions: EarlierDecisions = _NO_DECISIONS,
) -> Drafts:
    """Draft every consultation in ``readings``; ``done`` is told, after each, how many are done.

    What a file that is there withholds, by earlier ``decisions``, is withheld in the new reading, too.
    """
    readings = tuple(readings)
    pieces = cut(readings)
    drafted: list[Drafted] = []
    for document in pieces.documents:
        before = next((each for each in drafted if each.draft and each.number == document.number), None)
        drafted.append(
            _refuse_second(document, before) if before else _try_draft(document, names, precedents, decisions)
        )
        done(len(drafted))
    of_pages = (replace(left, file=reading.file) for reading in readings for left in reading.left_out)
    left_out = (*of_pages, *pieces.left_out)
    notes = (*pieces.continuations, *(replace(note, file=each.file) for each in readings for note in each.notes))
    said = tuple(phrase_notes(group) for _, group in group_notes((None, note) for note in notes))
    return Drafts(tuple(drafted), left_out, said, tuple(map(str, pieces.others)))


def _refuse_second(document: Document, before: Drafted) -> Drafted:
    first, file = before.document.files[0], document.files[0]
    told = TWICE_IN_ONE if first == file else TWICE
    return Drafted(document, reason=told.format(number=document.number, first=first, file=file))


def _try_draft(document: Document, names: Names, precedents: Precedents | None, decisions: EarlierDecisions) -> Drafted:
    try:
        held = decisions.file_of(document.number)
        document = withhold_again(document, held) if held is not None and held.withheld else document
        drafted = draft(document, names, precedents)
    except (NoDraftError, NotWithheldError) as refusal:
        return Drafted(document, reason=str(refusal))
    consultation = decisions.carry_over(drafted.consultation)
    personal = tuple(doubt_personal(consultation, decisions.contacts))
    return Drafted(document, Draft(consultation, (*personal, *drafted.doubts)))


def draft(document: Document, names: Names, precedents: Precedents | None = None) -> Draft:
    """Return the draft of ``document``. Raises NoDraftError where its number, date, title or text is missing."""
    block = read_title_block(document.body)
    bare = _read_head(document, block)
    body = (*((block.rest,) if block.rest else ()), *document.body[block.blocks :])
    items = ItemReader(Lexicon(names.entries(ITEMS)), Lexicon(names.entries(SUBJECTS)))
    built = build_sections(build_tree(join_lines(join_lone_labels(body))), items.is_item)
    if not built.sections:
        raise NoDraftError(NO_TEXT)
    consultation, fact_doubts = recognise(replace(bare, sections=built.sections), names, precedents or Precedents())
    structural = (DraftDoubt(path, doubt) for path, doubt in built.doubts if isinstance(doubt, str))
    noted = (
        *_note_head(document, block),
        *((path, note) for path, note in built.doubts if isinstance(note, ReaderNote)),
    )
    notes = (DraftDoubt(path, phrase_notes(group)) for path, group in group_notes(noted))
    doubts = (*_doubt_title_block(consultation, names), *notes, *structural, *fact_doubts)
    return Draft(consultation, tuple(dict.fromkeys(_explain_readers_name(doubt, names) for doubt in doubts)))


def _explain_readers_name(doubt: DraftDoubt, names: Names) -> DraftDoubt:
    """Return ``doubt``, where it waits for a name that readers give to a registered entry, as one about that entry."""
    new = doubt.new
    entry = names.find_by_readers_name(new.kind, new.printed) if new and new.kind in NAME_KINDS else None
    if new is None or entry is None:
        return doubt
    why = READERS_NAME.format(file=new.kind.file, name=entry.name)
    return replace(doubt, message=f"{new.kind.title}「{new.printed}」は、{why}", new=None)


def _note_head(document: Document, block: ReadTitleBlock) -> Iterator[tuple[Path, ReaderNote]]:
    """Yield what the readers noted of the lines above the sections, each at the key that holds their words."""
    for key, line in (("document", document.document_line), ("number", document.number_line)):
        yield from (((key,), note) for note in (line.notes if line else ()))
    for printed in document.body[: block.blocks]:
        words = without_space("".join(printed.texts))
        at = (("departments", at) for at, name in enumerate(block.departments) if name in words or words in name)
        path = next(at, ("title",))
        yield from ((path, note) for note in printed.notes)


def _read_head(document: Document, block: ReadTitleBlock) -> Consultation:
    if document.number is None:
        raise NoDraftError(NO_NUMBER)
    if not block.title:
        raise NoDraftError(NO_TITLE)
    date = era_date(fold(block.date or ""))
    if date is None or date.day is None:
        raise NoDraftError(NO_DATE)
    if not block.departments:
        raise NoDraftError(NO_DEPARTMENT)
    consultation = Consultation(
        number=document.number,
        document=document_number(document.document_line.text) if document.document_line else None,
        meeting=PartialDate(date.year, date.month, date.day).first_day(),
        title=block.title,
        subtitle=block.subtitle[1:-1] if block.subtitle else None,
        departments=block.departments,
        businesses=businesses_in(block.title),
        measures=(),
        sections=(),
    )
    return replace(consultation, printed=_note_unusual_print(consultation, document, block))


def _note_unusual_print(consultation: Consultation, document: Document, block: ReadTitleBlock) -> Printed | None:
    """Return the title block's numbers and date as printed, where they are not set as the documents usually do."""
    usual = title_block(consultation)
    lines = (document.document_line, document.number_line)
    own, number = (without_space(line.text) if line else None for line in lines)
    printed = Printed(
        document=own if own != usual.document else None,
        number=number if number != usual.number else None,
        subtitle=block.subtitle if block.subtitle != usual.subtitle else None,
        date=block.date if block.date != usual.date else None,
    )
    return None if printed == Printed() else printed


def _doubt_title_block(consultation: Consultation, names: Names) -> tuple[DraftDoubt, ...]:
    departments = tuple(
        DraftDoubt(
            ("departments", index),
            UNKNOWN_DEPARTMENT.format(name=name),
            new=NewName(DEPARTMENTS, name) if is_legible(name) else None,
        )
        for index, name in enumerate(consultation.departments)
        if names.find(DEPARTMENTS, name) is None
    )
    first = consultation.sections[0]
    if first.heading is not None:
        return departments
    others = (name for text in first.paragraphs for name in find_departments(text))
    perhaps = (DraftDoubt(("sections", 0), PERHAPS_DEPARTMENT.format(name=name)) for name in others)
    return (*departments, DraftDoubt(("sections", 0), OUTSIDE), *perhaps)
