"""Adds the facts to the sections of a document, each at the words that carry it."""

import re
from dataclasses import replace
from typing import Final

from generator.archive.record import Record
from generator.evidence.finding import Name, find, says, words_of
from generator.importer.facts.absent import doubt_absent
from generator.importer.facts.cross_references import ReferenceReader
from generator.importer.facts.departments import DepartmentReader
from generator.importer.facts.found import Collected, DraftDoubt
from generator.importer.facts.headings import Holding, Topic, direction_of, read_heading, seems_a_direction
from generator.importer.facts.items import ItemLists, ItemReader, says_none
from generator.importer.facts.measures import read_measures
from generator.importer.facts.mentions import Lexicon
from generator.importer.facts.parties import PartyReader
from generator.importer.facts.periods import read_period_section
from generator.importer.facts.precedents import Precedents
from generator.importer.facts.services import add_services
from generator.importer.facts.subjects import SubjectReader
from generator.importer.facts.unticked_boxes import doubt_unticked
from generator.importer.facts.volumes import VolumeReader, strip_count
from generator.japanese.fold import fold
from generator.kinds.kind import Entry, Kind, spellings
from generator.kinds.names import Names
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.kinds.registered_department import DEPARTMENTS
from generator.kinds.registered_item import ITEMS
from generator.kinds.registered_subject import SUBJECTS
from generator.model.consultation import Consultation, Section
from generator.model.outline import Path, Place, outline
from generator.model.renaming import rename
from generator.model.vocabulary import Role

PERHAPS_DIRECTION: Final = "見出しが項目の向きを表すなら、その言い方を確かめて direction に書いてください。"
NO_WORDS: Final = (
    "この見出しの下に文字がないので、何も読み取っていません。見出しの中に書かれていれば、見て書いてください。"
)
IN_A_TABLE: Final = "この節の表からは、何も読み取っていません。見て書いてください。"
ALIAS: Final = "「{alias}」は「{name}」の別名として登録されていますが、この文書に「{name}」という言葉はありません。"

_NO_PRECEDENTS: Final = Precedents()
_BETWEEN_WORDS: Final = re.compile("[ぁ-ん・()\\s]+")

_KINDS_WITH_ALIASES: Final[tuple[Kind[Entry], ...]] = (SUBJECTS, COUNTERPARTIES)


def recognise(
    consultation: Consultation, names: Names, precedents: Precedents = _NO_PRECEDENTS
) -> tuple[Consultation, tuple[DraftDoubt, ...]]:
    """Return ``consultation``, which holds no facts yet, with those that its words state, and the doubts about them."""
    asked = read_measures(consultation, names, precedents)
    consultation = replace(consultation, measures=asked.measures, articles=asked.articles)
    walk = _Walk(consultation, names)
    sections = tuple(
        walk.read(section, ("sections", index), Holding()) for index, section in enumerate(consultation.sections)
    )
    consultation, service_doubts = add_services(replace(consultation, sections=sections), walk.prose, names)
    consultation, alias_doubts = quote_aliases(consultation, names)
    absent, unticked = doubt_absent(consultation, walk.told), doubt_unticked(consultation)
    return consultation, (*asked.doubts, *absent, *walk.doubts, *service_doubts, *alias_doubts, *unticked)


class _Walk:
    """Goes through the sections of a document, each with what the headings above it say."""

    def __init__(self, consultation: Consultation, names: Names) -> None:
        self._record = Record(consultation)
        self._places = {place.path: place for place in self._record.places}
        self._references = ReferenceReader(self._record)
        self._subjects = SubjectReader(Lexicon(names.entries(SUBJECTS)))
        self._items = ItemReader(Lexicon(names.entries(ITEMS)), self._subjects.subjects)
        self._volumes = VolumeReader(self._subjects)
        self._parties = PartyReader(Lexicon(names.entries(COUNTERPARTIES)), self._references)
        self._departments = DepartmentReader(Lexicon(names.entries(DEPARTMENTS)))
        self.doubts: list[DraftDoubt] = []
        self.prose: list[Place] = []
        # The topics under whose headings something is told, if only that there is none or that it stands elsewhere.
        self.told: set[Topic] = set()

    def read(self, section: Section, path: Path, above: Holding) -> Section:
        """Return ``section`` and those beneath it with their facts."""
        into = Collected(self._places[path])
        holds = read_heading(into.place, above, self._record, self._subjects)
        self._read_direction(into, holds)
        into.take(self._references.read(into.place), "references")
        self._read_topic(into, holds)
        silent = not (section.text or section.sections or into.doubts or set(into.facts) - {"direction"})
        if silent and holds.topic not in (None, Topic.PROSE):
            into.doubt(DraftDoubt(("heading",), IN_A_TABLE if section.cells else NO_WORDS))
        self.doubts.extend(into.doubts)
        if holds.topic is not None and (into.doubts or into.facts or any(map(says_none, section.paragraphs))):
            self.told.add(holds.topic)
        if holds.topic in (None, Topic.PROSE):
            self.prose.append(into.place)
        below = tuple(self.read(child, (*path, "sections", i), holds) for i, child in enumerate(section.sections))
        return replace(section, sections=below, **into.facts)

    def _read_direction(self, into: Collected, holds: Holding) -> None:
        heading = into.section.heading
        if heading is None or holds.topic is not Topic.ITEMS:
            return
        direction = direction_of(heading)
        if direction is not None:
            into.facts["direction"] = direction
        elif seems_a_direction(heading):
            into.doubt(DraftDoubt(("heading",), PERHAPS_DIRECTION))

    def _read_topic(self, into: Collected, holds: Holding) -> None:
        paragraphs = into.section.paragraphs
        items = ItemLists(self._items, self._subjects, self._record, into, holds)
        match holds.topic:
            case Topic.ITEMS:
                items.read(paragraphs)
            case Topic.ITEMS_AND_VOLUMES | Topic.SUBJECTS_AND_VOLUMES:
                counted, others = self._volumes.part(paragraphs)
                if holds.topic is Topic.ITEMS_AND_VOLUMES:
                    items.read(others)
                else:
                    self._subjects.read_section(into, (*others, *filter(None, map(strip_count, counted))))
                self._volumes.read_section(into, counted, holds.subject)
            case Topic.VOLUMES:
                self._volumes.read_section(into, paragraphs, holds.subject)
            case Topic.SUBJECTS:
                self._subjects.read_section(into, paragraphs)
            case Topic.PERIOD:
                read_period_section(into)
            case Topic.PARTIES:
                self._parties.read_section(into, holds.role)
            case Topic.HOLDER:
                self._departments.read_section(into, Role.HOLDER)
            case Topic.USER:
                self._departments.read_section(into, Role.USER)


def quote_aliases(consultation: Consultation, names: Names) -> tuple[Consultation, tuple[DraftDoubt, ...]]:
    """Return ``consultation`` in its own words where its document gives a name only by an alias, and a doubt for each.

    Such is 利用者 for 結核の患者. A name is given where each of its words stands somewhere in the document, as 結核 and
    患者 do in 結核患者.
    """
    places = outline(consultation)
    text = "\n".join((consultation.title, consultation.subtitle or "", *(words_of(place.section) for place in places)))
    quoting = consultation
    doubts: list[DraftDoubt] = []
    for kind in _KINDS_WITH_ALIASES:
        ungiven = {entry.name: entry for entry in names.entries(kind) if not _gives(text, entry.name)}
        for place in places:
            for use in (use for use in kind.in_section(place.section) if use.name in ungiven):
                alias = next((alias for alias in ungiven[use.name].aliases if says(alias, text)), use.name)
                printed = _printed(ungiven[use.name], words_of(place.section))
                quoting = rename(quoting, (*place.path, *use.path), printed or use.name)
                message = ALIAS.format(alias=alias, name=use.name)
                # The fact stands in a list of the section, and its name somewhere in it.
                doubts.append(DraftDoubt((*place.path, *use.path[:2]), message, held=True))
    return quoting, tuple(doubts)


def _printed(entry: Entry, words: str) -> str:
    """Return what ``words`` call ``entry``, on one line, or nothing where they do not."""
    said = find(Name(spellings(entry)), words)
    return " ".join(words[said.start : said.end].split()) if said else ""


def _gives(text: str, name: str) -> bool:
    return all(says(word, text) for word in _BETWEEN_WORDS.split(fold(name)) if word)
