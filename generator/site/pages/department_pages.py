"""The pages of departments: by the parts of the ward, with what each asked for and where it holds or uses data."""

from collections.abc import Iterator
from typing import Final

from generator.archive.archive import Archive
from generator.archive.record import Record
from generator.japanese.kana import kana_key
from generator.kinds.registered_department import DEPARTMENTS, RegisteredDepartment
from generator.model.vocabulary import DepartmentKind
from generator.site import addresses
from generator.site.addresses import TITLE_BLOCK_ANCHOR
from generator.site.pages.listing_page import appearance_cards, card, summary_notes
from generator.site.pages.page_parts import CardGroup, Group, IndexEntry, Link, Links, Note, PageView
from generator.site.pages.registry_pages import index_page, name_page, other_names

DEPARTMENT_KIND_HEADINGS: Final = {
    DepartmentKind.BUREAU: "部",
    DepartmentKind.HEALTH_CENTRE: "保健所",
    DepartmentKind.GENERAL_BRANCH: "各総合支所",
    DepartmentKind.CHILD_GUIDANCE_CENTRE: "児童相談所",
}


def department_index(archive: Archive) -> PageView:
    """Return the index of the departments, by kind and division."""
    links = Links(DEPARTMENTS.folder, archive.names)
    entries = sorted(archive.names.entries(DEPARTMENTS), key=lambda entry: kana_key(entry.reading))
    groups = []
    for kind in DepartmentKind:
        of_kind = [entry for entry in entries if entry.kind is kind]
        anchor = kind.name.lower().replace("_", "-")
        divisions = tuple(
            Group(
                division,
                f"{anchor}-{number}",
                tuple(
                    IndexEntry(
                        links.entry(DEPARTMENTS, entry.name),
                        len(archive.of_department(entry)),
                        reading=entry.reading,
                    )
                    for entry in of_kind
                    if entry.division == division
                ),
            )
            for number, division in enumerate(dict.fromkeys(entry.division for entry in of_kind), start=1)
        )
        if divisions:
            groups.append(Group(DEPARTMENT_KIND_HEADINGS[kind], anchor, (), divisions))
    return index_page(DEPARTMENTS.folder, DEPARTMENTS.title, DEPARTMENTS.lead, groups)


def department_pages(archive: Archive) -> Iterator[PageView]:
    """Yield a page for each department."""
    for department in archive.names.entries(DEPARTMENTS):
        links = Links(addresses.entry(DEPARTMENTS, department), archive.names)
        asked = tuple(
            card(record, links, (_printed_otherwise(archive, department, record, links), *summary_notes(record, links)))
            for record in archive.of_department(department)
        )
        inside = tuple(appearance_cards(archive.inside_appearances.get(department.name, ()), links))
        groups = [
            CardGroup("諮問した案件", "asked", asked),
            CardGroup("保有課・利用課として出てくる案件", "inside", inside),
        ]
        shown = [group for group in groups if group.cards]
        yield name_page(DEPARTMENTS, department, shown, other_names(department))


def _printed_otherwise(archive: Archive, department: RegisteredDepartment, record: Record, links: Links) -> Note:
    """Return how the title block of ``record`` prints ``department`` where it is not as it is registered."""
    printed = (
        Link(f"題名の部分「{name}」", links.consultation(record.number, TITLE_BLOCK_ANCHOR))
        for name in archive.as_written(record).consultation.departments
        if name != department.name and archive.names.find(DEPARTMENTS, name) is department
    )
    return Note("文書での書き方", tuple(printed))
