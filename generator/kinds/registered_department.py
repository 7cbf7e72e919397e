"""Departments of the ward (所管課, and the 保有課 and 利用課 inside it)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.kinds.kind import Facet, Kind, Use
from generator.kinds.registered_counterparty import named_parties
from generator.model.consultation import Consultation, Section
from generator.model.vocabulary import DepartmentKind


@dataclass(frozen=True, kw_only=True)
class RegisteredDepartment:
    """A department under its canonical name, with the part of the ward it belongs to; former names are aliases."""

    name: str
    reading: str
    slug: str
    division: str
    kind: DepartmentKind
    aliases: tuple[str, ...] = ()
    also_called: tuple[str, ...] = ()


def _in_section(section: Section) -> Iterator[Use]:
    return named_parties(section, inside=True)


def _in_title(consultation: Consultation) -> Iterator[Use]:
    yield from (Use(("departments", index), name) for index, name in enumerate(consultation.departments))


DEPARTMENTS: Final = Kind(
    file="departments.yml",
    entry=RegisteredDepartment,
    title="所管課",
    folder="departments/",
    facet=Facet("department", "所管課", 3),
    about="諮問した課",
    lead="諮問した所管課ごとに見られます。書き方の違う名前や前の名前は、1つの名前にまとめています。",
    page_lead="{name}が諮問した案件と、その課が個人情報の保有課・利用課である案件の一覧です。",
    in_section=_in_section,
    in_title=_in_title,
    may_be_new=True,
)
