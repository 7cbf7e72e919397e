"""From the text of one document to the draft of a consultation: its words whole, the facts found, and the doubts."""

from dataclasses import dataclass, replace

from generator.archive.names import Names
from generator.archive.number_lines import document_number
from generator.importer.document.cutting import Document
from generator.importer.document.lone_labels import with_their_words
from generator.importer.document.paragraphs import paragraphs
from generator.importer.document.structure import structure
from generator.importer.document.title_block import ReadTitleBlock, read_title_block
from generator.importer.document.tree import tree
from generator.importer.facts.found import Doubt, NewName, Registry
from generator.importer.facts.items import ItemReader
from generator.importer.facts.lexicon import Lexicon
from generator.importer.facts.measures import businesses_in
from generator.importer.facts.recognise import recognise
from generator.japanese.eras import era_date
from generator.japanese.fold import fold, without_space
from generator.model.consultation import Consultation, Printed
from generator.model.document import title_block
from generator.model.partial_date import PartialDate

NO_NUMBER = (
    "「諮問第…号」の行がありません。報告など、諮問ではない資料なら、このままで結構です。"
    "諮問なら、「審議資料Ｎｏ．…」の行の後に「諮問第…号」だけの行があるか、確かめてください。"
)
NO_TITLE = "題名がありません。"
NO_DATE = "開催日（「令和４年６月１７日」のような1行）がありません。"
NO_TEXT = "本文がありません。"
NO_DEPARTMENT = "日付の下に所管課がありません。"
UNKNOWN_DEPARTMENT = "所管課「{name}」は登録されていません。"
OUTSIDE = "どの見出しにも属さない文字です。"


@dataclass(frozen=True)
class Draft:
    """A consultation as read, and what a person has to look at."""

    consultation: Consultation
    doubts: tuple[Doubt, ...]


class RefusedError(Exception):
    """A document lacks what no file can do without; the message says to the clerk, in Japanese, what."""


def draft(document: Document, names: Names) -> Draft:
    """Return the draft of ``document``. Raises RefusedError where its number, date, title or text is missing."""
    block = read_title_block(document.body)
    bare = _without_sections(document, block)
    items = ItemReader(Lexicon(names.registries.items), Lexicon(names.registries.subjects))
    built = structure(tree(paragraphs(with_their_words(document.body[block.blocks :]))), items.is_item)
    if not built.sections:
        raise RefusedError(NO_TEXT)
    recognised = recognise(replace(bare, sections=built.sections), names)
    structural = (Doubt(path, message) for path, message in built.doubts)
    doubts = (*_title_doubts(recognised.consultation, names), *structural, *recognised.doubts)
    return Draft(recognised.consultation, tuple(dict.fromkeys(doubts)))


def _without_sections(document: Document, block: ReadTitleBlock) -> Consultation:
    if document.number is None:
        raise RefusedError(NO_NUMBER)
    if not block.title:
        raise RefusedError(NO_TITLE)
    date = era_date(fold(block.date or ""))
    if date is None or date.day is None:
        raise RefusedError(NO_DATE)
    if not block.departments:
        raise RefusedError(NO_DEPARTMENT)
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
    return replace(consultation, printed=_printed(consultation, document, block))


def _printed(consultation: Consultation, document: Document, block: ReadTitleBlock) -> Printed | None:
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


def _title_doubts(consultation: Consultation, names: Names) -> tuple[Doubt, ...]:
    departments = tuple(
        Doubt(("departments", index), UNKNOWN_DEPARTMENT.format(name=name), new=NewName(Registry.DEPARTMENTS, name))
        for index, name in enumerate(consultation.departments)
        if name not in names.departments
    )
    outside = tuple(
        Doubt(("sections", index), OUTSIDE)
        for index, section in enumerate(consultation.sections)
        if section.heading is None and index == 0
    )
    return (*departments, *outside)
