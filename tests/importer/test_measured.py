"""How much of what a careful reader found the importer finds: from the ward's text, and from files set of the eleven.

The tables are printed at the end of the test run.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pytest

from generator.archive.archive import Archive
from generator.archive.loading import load
from generator.model.consultation import Consultation, Section, TableRow, TornColumn
from generator.problems import Severity, has_errors
from tests.archive.test_golden_indexes import GOLDEN, said_indexes
from tests.golden.reading import NUMBERS
from tests.importer.imported import imported
from tests.importer.importing import Result, import_files
from tests.importer.scoring import Score, Yardstick, details, scores, total
from tests.importer.setting import BARE, DASHED, Annex, Look, Press, packet_html
from tests.importer.setting_word import packet_word
from tests.importer.structure import text_and_structure
from tests.importer.tables import table
from tests.publishing import ROOT

SOURCE: Final = ROOT / "content" / "sources" / "2022-06-17.txt"
ENOUGH: Final = 0.98
LOOKS: Final = {
    "PDF, A4, Mincho, running head and page numbers": Look(number=DASHED, head='"情報公開・個人情報保護審議会"'),
    "PDF, A5, Gothic, letter-spaced lines": Look(
        page="A5", font="Noto Sans CJK JP", size="10pt", margin="18mm", number=BARE, spaced=True
    ),
    "PDF, B5, the annex in two halves side by side": Look(page="B5", spaced=True, annex=Annex.HALVES),
    "PDF, letter landscape, the annex in two columns of text": Look(
        page="letter landscape", annex=Annex.COLUMNS, head='"資料"', number=BARE
    ),
}
TEXT: Final = "the ward's text"
WORD: Final = "Word, the annex as a table"
IN_COLUMNS: Final = "PDF, letter landscape, the annex in two columns of text"


@pytest.fixture(scope="session", params=[TEXT, WORD, *LOOKS])
def result(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Result:
    """An import of the whole meeting: from the text, from Word, or from one of the PDFs."""
    name: str = request.param
    folder = tmp_path_factory.mktemp("import")
    if name == TEXT:
        return import_files(folder, [SOURCE])
    consultations: tuple[Consultation, ...] = request.getfixturevalue("consultations")
    if name == WORD:
        return import_files(folder, [packet_word(consultations, folder / "資料.docx")])
    press: Press = request.getfixturevalue("pdf_press")
    return import_files(folder, [press.set(packet_html(consultations, LOOKS[name]))])


@pytest.fixture
def name(request: pytest.FixtureRequest) -> str:
    return str(request.node.callspec.params["result"])


def test_the_import_succeeds_and_proves_every_text(result: Result) -> None:
    assert result.status == 0
    assert result.said.count("すべてと一致しています。") == len(NUMBERS)
    assert {file.stem for file in result.consultations.iterdir()} == {str(number) for number in NUMBERS}


def test_text_and_structure_need_no_correction(result: Result, name: str) -> None:
    differences = {}
    for number in NUMBERS:
        if (number, name) != (978, IN_COLUMNS):  # there the document itself is another one
            found = imported(result.consultations / f"{number}.yml").record.consultation
            differences[number] = text_and_structure(with_torn_tables(found))
    assert differences == dict.fromkeys(differences, ())


@pytest.mark.parametrize("yardstick", Yardstick, ids=lambda yardstick: yardstick.name)
def test_facts_are_found_and_none_is_invented(
    result: Result, name: str, yardstick: Yardstick, record_property: Callable[[str, object], None]
) -> None:
    found = scores(result.consultations, yardstick)
    if name == IN_COLUMNS:
        found = without_the_annex(found)
    if name == TEXT or yardstick is Yardstick.WRITTEN:
        record_property("measured", f"Import of {name}, against {yardstick.value}:\n{table(found)}")
    everything = total(found)
    assert everything.share >= ENOUGH, "\n".join(details(found))
    assert everything.invented == 0, "\n".join(details(found))


@pytest.mark.parametrize("yardstick", Yardstick, ids=lambda yardstick: yardstick.name)
def test_what_is_not_found_is_reported_as_a_doubt(result: Result, name: str, yardstick: Yardstick) -> None:
    found = scores(result.consultations, yardstick)
    for score in without_the_annex(found) if name == IN_COLUMNS else found:
        assert score.missing <= score.doubted, "\n".join(details([score]))
        for fact in score.missing:
            assert any(
                f"/{score.number}.yml:" in line and fact.what.split(" | ")[0] in line
                for line in result.said.splitlines()
            )


def test_the_check_finds_doubts_and_nothing_else(result: Result) -> None:
    loaded = load(result.content)
    assert not has_errors(loaded.problems), "\n".join(map(str, loaded.problems))
    for problem in loaded.problems:
        assert problem.severity is Severity.WARNING
        assert problem.message.startswith("確認が済んでいません: ")
        assert f"{problem.file}:{problem.line}: {problem.message.removeprefix('確認が済んでいません: ')}" in result.said


def test_the_indexes_are_the_golden_ones(result: Result) -> None:
    archive = load(result.content).archive
    assert isinstance(archive, Archive)
    assert said_indexes(archive) == GOLDEN


def without_the_annex(found: tuple[Score, ...]) -> tuple[Score, ...]:
    """Leave out what hangs on the annex of 978, where it is set as another document than the ward's."""
    return tuple(score for score in found if score.number != 978)


def with_torn_tables(consultation: Consultation) -> Consultation:
    """Tear the tables, whose rows a PDF shows, as the ward's text does."""
    return replace(consultation, sections=tuple(map(_torn, consultation.sections)))


def _torn(section: Section) -> Section:
    sections = tuple(map(_torn, section.sections))
    return replace(section, torn_table=section.torn_table or _columns(section.table), table=(), sections=sections)


def _columns(rows: tuple[TableRow, ...]) -> tuple[TornColumn, ...]:
    """Return the two columns of the annex: its first, whose cells span rows, and its second.

    Where a page ends within such a cell, an empty one goes on after it.
    """
    if not rows:
        return ()
    names = [cell.text for cell in rows[0].cells]
    first = [row.cells[0].text for row in rows if len(row.cells) > 1 and not row.header and row.cells[0].text]
    second = [row.cells[-1].text for row in rows if not row.header]
    return tuple(TornColumn(column, tuple(cells)) for column, cells in zip(names, (first, second), strict=True))
