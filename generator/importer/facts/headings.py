"""What the headings above a section say that holds for it."""

import re
from dataclasses import dataclass, replace
from typing import Final

from generator.archive.record import Record
from generator.importer.document.numbering import label_of
from generator.importer.document.paragraphs import is_annex
from generator.importer.facts.subjects import SubjectReader
from generator.importer.facts.topics import Topic, adds_items, role_of, topic_of
from generator.model.labels import LabelKind
from generator.model.outline import Place
from generator.model.vocabulary import MeasureType, Role

# 個人情報の項目一覧表, 提供する個人情報の項目, No 項目
_TITLE: Final = re.compile(r"(?:\S{1,10}\s)?(?:[^。、：:]{0,20}個人情報の)?項目(?:名|の?一覧表?)?")


@dataclass(frozen=True)
class Above:
    """What the headings of a section and those above it say: of what, in which role, that items are added, whose."""

    topic: Topic | None = None
    role: Role | None = None
    adds: bool = False
    subject: str | None = None


def here(place: Place, above: Above, record: Record, subjects: SubjectReader) -> Above:
    """Return what holds at ``place``, beneath headings that say what is ``above``."""
    heading = place.section.heading
    if heading is None:
        return above
    topic = topic_of(heading) or _topic_of_annex(place)
    subject = subjects.exactly(label_of(heading).words)
    adds = adds_items(heading)
    if topic is None and place.label.kind is not LabelKind.PART:
        return replace(above, subject=subject or above.subject, adds=above.adds or adds)
    role = role_of(heading, _measures_at(place, record)) if topic is Topic.PARTIES else None
    return Above(topic, role, adds, subject)


def is_title(text: str) -> bool:
    """Tell whether ``text`` is the title of a list of items: 個人情報の項目一覧表."""
    return _TITLE.fullmatch(text) is not None


def _topic_of_annex(place: Place) -> Topic | None:
    """Return what an annex is about whose heading is just 【別紙】: its title stands below."""
    titled = is_annex(place.section.heading or "") and is_title(next(iter(place.section.paragraphs), ""))
    return Topic.ITEMS if titled else None


def _measures_at(place: Place, record: Record) -> tuple[MeasureType, ...]:
    measures = record.consultation.measures
    return tuple(each.type for each in measures if each.section is None or place.lies_in(each.section))
