"""Documents of the same family, older or newer, become usable drafts or are refused clearly, and nothing is lost."""

from pathlib import Path

import pytest

from generator.archive.loading import load
from generator.model.document import pieces
from generator.problems import has_errors
from tests.importer.comparing import disagreements
from tests.importer.family import NAMES, REFUSED, refused, relative
from tests.importer.imported import imported
from tests.importer.importing import Result, import_files


@pytest.fixture(scope="module", params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def result(name: str, tmp_path_factory: pytest.TempPathFactory) -> Result:
    return import_files(tmp_path_factory.mktemp("family"), [relative(name).file])


def test_every_consultation_is_drafted(name: str, result: Result) -> None:
    assert result.status == 0, result.said
    wanted = {f"{opinion.number}.yml" for opinion in relative(name).consultations}
    assert {file.name for file in result.consultations.iterdir()} == wanted


def test_the_draft_says_what_a_careful_reader_would(name: str, result: Result) -> None:
    for opinion in relative(name).consultations:
        found = tuple(disagreements(opinion, imported(result.consultations / f"{opinion.number}.yml")))
        assert found == ()


def test_nothing_is_lost(name: str, result: Result) -> None:
    numbers = [opinion.number for opinion in relative(name).consultations]
    drafts = [imported(result.consultations / f"{number}.yml").record.consultation for number in numbers]
    said = "".join(text for draft in drafts for piece in pieces(draft) for text in (piece.text, *piece.cells))
    assert "".join(said.split()) == relative(name).words


def test_what_belongs_to_a_page_is_reported(name: str, result: Result) -> None:
    for line in relative(name).furniture:
        assert f"「{line}」: ページ番号" in result.said


def test_what_is_not_sure_is_said(name: str, result: Result) -> None:
    for words in relative(name).doubts:
        assert any(word in result.said for word in words), result.said


def test_the_check_finds_no_error_in_the_draft(name: str, result: Result) -> None:
    for words in relative(name).public:
        contact = f"- name: 役所の係\n  words:\n    - {words}\n  source: 区のホームページ\n  date: 2022-09-16\n"
        (result.content / "contacts.yml").write_text(contact, encoding="utf-8")
    problems = [problem for problem in load(result.content).problems if "/consultations/" in problem.file]
    assert not has_errors(tuple(problems)), "\n".join(map(str, problems))


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_and_nothing_is_written(name: str, tmp_path: Path) -> None:
    wrong = refused(name)
    result = import_files(tmp_path, [wrong.write(tmp_path)])
    if wrong.or_draft and result.status == 0:
        return
    assert result.status != 0
    for words in wrong.mentions:
        assert any(word in result.said for word in words), result.said
    assert not list(result.content.glob("consultations/*"))
    assert not list(result.content.glob("sources/*"))
