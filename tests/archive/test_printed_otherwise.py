"""A name that a document prints otherwise than it is registered can be published, and is counted as the registered."""

from dataclasses import replace
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from generator.archive.loading import load, load_alone
from generator.japanese.fold import fold
from generator.store.encode import encode
from generator.store.files import shape_of
from tests.archive.printing import CASES, Printed

FOLDED = {name: case for name, case in CASES.items() if fold(case.printed) == fold(case.registered)}
UNDER_ALIASES = {name: case for name, case in CASES.items() if name not in FOLDED}


def test_every_kind_has_cases_of_both_ways() -> None:
    files = {case.file for case in CASES.values()}
    assert {case.file for case in FOLDED.values()} == {case.file for case in UNDER_ALIASES.values()} == files
    assert files == {"counterparties.yml", "departments.yml", "items.yml", "subjects.yml"}
    assert all(case.printed != case.registered for case in CASES.values())


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_the_registered_one_and_stands_as_it_is_printed(case: Printed, tmp_path: Path) -> None:
    archive = case.archive(tmp_path)
    assert tuple(record.number for record in archive.records_naming(case.kind)[case.registered]) == case.users
    assert case.printed not in archive.records_naming(case.kind)
    record = archive.by_number[case.number]
    assert case.registered in record.names_of(case.kind)
    assert case.printed in archive.as_written(record).names_of(case.kind)


@pytest.mark.parametrize("case", FOLDED.values(), ids=FOLDED)
def test_what_a_reader_takes_for_one_needs_no_alias(case: Printed) -> None:
    assert case.aliases == ()


@pytest.mark.parametrize("case", UNDER_ALIASES.values(), ids=UNDER_ALIASES)
def test_other_words_need_an_alias_and_the_check_says_so(case: Printed, tmp_path: Path) -> None:
    problems = load(case.content(tmp_path, aliases=())).problems
    assert f"{case.kind.title}「{case.printed}」は登録されていません。" in {problem.message for problem in problems}
    assert all("その登録の aliases に書き足してください。" in problem.remedy for problem in problems)
    assert all(problem.file == f"content/consultations/{case.number}.yml" for problem in problems)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_nothing_is_wrong_with_the_consultation_alone(case: Printed, tmp_path: Path) -> None:
    content = case.content(tmp_path)
    assert load_alone(content, case.number).problems == ()
    # Another file may be the only one that uses the name, and print it otherwise.
    other = next(number for number in (14, 13, 12) if number != case.number)
    assert load_alone(content, other).problems == ()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_spelling_of_two_entries_is_told_with_both(case: Printed, tmp_path: Path) -> None:
    archive = case.archive(tmp_path)
    entries: tuple[Any, ...] = archive.names.entries(case.kind)
    other = replace(entries[0], name="別の名前", slug="another", aliases=(case.printed,))
    text = encode((*entries, other), shape_of(case.kind))
    (tmp_path / "content" / case.file).write_text(text, encoding="utf-8")
    (told,) = (each for each in load(tmp_path / "content").problems if "もう1つの登録" in each.message)
    assert told.file == f"content/{case.file}"
    assert "「別の名前」の名前か別名" in told.message
    assert f"もう1つの登録「{case.registered}」" in told.message


def test_the_source_is_still_held_against_the_printed_words(content: Path, tmp_path: Path) -> None:
    copy = copytree(content, tmp_path / "content")
    path = copy / "consultations" / "975.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("  - ＤＸ推進担当部ＤＸ推進担当課\n", "  - DX推進担当部DX推進担当課\n"), encoding="utf-8"
    )
    (problem,) = load(copy).problems
    assert (problem.line, "元の文書と文字が違います。" in problem.message) == (9, True)
