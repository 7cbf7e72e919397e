"""Small consultations for the tests of what is read from a whole document."""

import datetime as dt

from generator.archive.record import Record
from generator.model.consultation import Consultation, Section

TITLE = "「見本業務」における外部の電子計算機との回線結合について"


def consultation(*sections: Section, title: str = TITLE, subtitle: str | None = None) -> Consultation:
    return Consultation(
        number=901,
        meeting=dt.date(2022, 6, 17),
        title=title,
        subtitle=subtitle,
        departments=("見本課",),
        sections=sections,
    )


def section(heading: str | None = None, text: str | None = None, *beneath: Section) -> Section:
    return Section(heading=heading, text=text, sections=beneath)


def record(*sections: Section) -> Record:
    return Record(consultation(*sections))
