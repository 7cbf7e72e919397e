"""An import takes a name that is printed otherwise for the registered one, and proposes no new entry for it."""

from pathlib import Path
from typing import Final

import pytest

from generator.archive.archive import Archive
from generator.archive.checks.naming import check_names_used
from generator.archive.loading import load
from generator.archive.record import Record
from generator.importer.draft import Draft, draft_all
from generator.importer.files.reading import Reading
from generator.kinds.registered_department import DEPARTMENTS
from tests.archive.printing import CASES, Printed
from tests.importer.document.reading import lines

UNDER_ALIASES: Final = [case for case in CASES.values() if case.aliases == (case.printed,)]


def drafted(case: Printed, archive: Archive, folder: Path) -> Draft:
    """The draft of the document that prints the name otherwise."""
    (source,) = (path for path in folder.glob("content/sources/*.txt") if case.printed in path.read_text("utf-8"))
    drafts = draft_all([Reading(source.name, lines(source.read_text("utf-8")))], archive.names)
    (found,) = (each.draft for each in drafts.drafted if each.number == case.number)
    assert found is not None
    return found


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_known(case: Printed, tmp_path: Path) -> None:
    archive = case.archive(tmp_path)
    draft = drafted(case, archive, tmp_path)
    assert [doubt.new.printed for doubt in draft.doubts if doubt.new is not None and doubt.new.kind is case.kind] == []
    stated = [archive.names.find(case.kind, name) for name in case.kind.names_in(draft.consultation)]
    assert case.slug in [entry.slug for entry in stated if entry is not None]
    assert list(check_names_used(Record(draft.consultation), archive.names, [case.kind])) == []


@pytest.mark.parametrize(
    "case", [case for case in CASES.values() if case.kind is DEPARTMENTS], ids=lambda case: str(case.printed)
)
def test_a_department_is_drafted_as_it_is_printed(case: Printed, tmp_path: Path) -> None:
    draft = drafted(case, case.archive(tmp_path), tmp_path)
    # White space within a line of the title block is that of its layout.
    assert draft.consultation.departments == ("".join(case.printed.split()),)


@pytest.mark.parametrize("case", UNDER_ALIASES, ids=lambda case: f"{case.file} {case.printed}")
def test_a_name_that_only_readers_give_is_told_with_its_entry(case: Printed, tmp_path: Path) -> None:
    content = case.content(tmp_path)
    registry = content / case.file
    registry.write_text(registry.read_text("utf-8").replace("  aliases:\n    - ", "  also_called:\n    - "), "utf-8")
    archive = load(content).archive
    assert archive is not None
    draft = drafted(case, archive, tmp_path)
    told = f"{case.file} の「{case.registered}」の also_called にあります。"
    about = [doubt for doubt in draft.doubts if told in doubt.message]
    assert about
    assert {doubt.new for doubt in about} == {None}
    assert case.printed in {"".join(name.split()) for name in case.kind.names_in(draft.consultation)}
