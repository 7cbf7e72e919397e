"""Data subjects (対象となる個人): whose data it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.kinds.kind import Facet, Kind, Use
from generator.model.consultation import Section


@dataclass(frozen=True, kw_only=True)
class RegisteredSubject:
    """People whose data is handled (本人)."""

    name: str
    reading: str
    slug: str
    aliases: tuple[str, ...] = ()
    also_called: tuple[str, ...] = ()


def _in_section(section: Section) -> Iterator[Use]:
    yield from (Use(("subjects", index), name) for index, name in enumerate(section.subjects))
    owners = {
        "items": [item.subject for item in section.items or ()],
        "added_items": [item.subject for item in section.added_items or ()],
        "volumes": [volume.subject for volume in section.volumes],
    }
    for key, subjects in owners.items():
        for index, name in enumerate(subjects):
            if name is not None:
                yield Use((key, index, "subject"), name)


SUBJECTS: Final = Kind(
    file="subjects.yml",
    entry=RegisteredSubject,
    title="対象となる個人",
    folder="subjects/",
    facet=Facet("subject", "対象となる個人", 6),
    about="だれの情報か",
    lead="だれの個人情報についての諮問かで見られます。",
    page_lead="{name}の個人情報についての諮問の一覧です。",
    in_section=_in_section,
    only_of_measures=True,
)
