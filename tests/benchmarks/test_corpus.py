import datetime as dt
from pathlib import Path

import pytest

from generator.archive.loading import load
from tests.benchmarks.corpus import CONTENT, real_consultations, write_corpus
from tests.benchmarks.oracle import Oracle
from tests.benchmarks.printing import era_date, era_month, fiscal_year
from tests.benchmarks.reading import FACETS

SIZE = 30


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus") / "content"
    write_corpus(folder, SIZE)
    return folder


def test_passes_every_check(content: Path) -> None:
    loaded = load(content)
    assert len(loaded.files) == SIZE
    assert loaded.problems == ()


def test_as_many_as_there_really_are_is_the_real_content(tmp_path: Path) -> None:
    write_corpus(tmp_path / "content", len(real_consultations()))
    assert _files(tmp_path / "content") == _files(CONTENT)


def test_fewer_than_there_really_are_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="registered name"):
        write_corpus(tmp_path / "content", 10)


def test_the_same_seed_gives_the_same_corpus(content: Path, tmp_path: Path) -> None:
    write_corpus(tmp_path / "same", SIZE)
    write_corpus(tmp_path / "other", SIZE, seed=2)
    assert _files(tmp_path / "same") == _files(content)
    assert _files(tmp_path / "other") != _files(content)


def test_every_consultation_differs_and_numbers_ascend_with_the_date(content: Path) -> None:
    trees = real_consultations(content)
    assert len({tree["title"] + tree["subtitle"] for tree in trees}) == SIZE
    days = [dt.date.fromisoformat(tree["meeting"]) for tree in trees]
    assert days == sorted(days)
    assert len(set(days)) > 1
    documents = Oracle(content).documents
    assert len({document.folded for document in documents}) == SIZE


def test_the_facts_vary(content: Path) -> None:
    documents = Oracle(content).documents
    for facet in FACETS:
        assert len({document.values[facet] for document in documents}) > 2, facet


def test_no_file_repeats_another_for_the_most_part(content: Path) -> None:
    paragraphs = [set(document.folded.split("\n")) for document in Oracle(content).documents]
    for index, one in enumerate(paragraphs):
        for other in paragraphs[:index]:
            assert len(one & other) < 0.75 * len(one)


def test_dates_are_printed_in_their_eras() -> None:
    assert era_date(dt.date(2022, 6, 17)) == "令和４年６月１７日"
    assert era_date(dt.date(1989, 1, 20)) == "平成元年１月２０日"
    assert era_month(dt.date(1989, 1, 20)) == "昭和６４年１月"
    assert fiscal_year(2019) == "令和元年度"


def _files(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
