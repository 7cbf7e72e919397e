"""One consultation is loaded without the others: what is wrong with it is found as in the whole archive."""

from pathlib import Path
from shutil import copytree
from typing import Final

import pytest

from generator.archive.loading import load, load_alone
from generator.problems import Problem
from tests.review.content import CONTENT, edit, edit_file

MISTAKES: Final = {
    "a word left out": (975, {"現在、パブリック": "現在パブリック"}),
    "a count misread": (975, {"count: 9000": "count: 900"}),
    "a name misspelt": (975, {"- name: LINE\n": "- name: ＬＩＮＥＳ\n"}),
    "an item forgotten": (975, {"          - 年代\n": ""}),
    "an article of nowhere": (975, {"条例第18条第3号": "条例第18条第4号"}),
    "a key misspelt": (975, {"count: 9000": "cuont: 9000"}),
    "a question left": (975, {"businesses:\n": "# 要確認: 業務ですか。\nbusinesses:\n"}),
    "a reference in other words": (981, {"words: 第 1 の２のとおり\n": "words: 第１の２のとおり\n"}),
    "another's number": (975, {"number: 975": "number: 976"}),
    "a number of nobody": (975, {"number: 975": "number: 1975"}),
    "another meeting": (975, {"meeting: 2022-06-17": "meeting: 2022-06-18"}),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copytree(CONTENT, tmp_path / "content")


def problems_of(content: Path, number: int) -> tuple[list[Problem], list[Problem]]:
    """The problems in a consultation's file, as found in the whole archive and as found alone."""
    file = f"content/consultations/{number}.yml"
    whole, alone = load(content).problems, load_alone(content, number).problems
    return [problem for problem in whole if problem.file == file], [each for each in alone if each.file == file]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_what_is_wrong_with_a_file_is_found_without_the_others(copy: Path, mistake: str) -> None:
    number, changes = MISTAKES[mistake]
    edit(copy, changes, number)
    whole, alone = problems_of(copy, number)
    assert whole
    assert alone == whole


@pytest.mark.parametrize("number", range(975, 986))
def test_a_consultation_of_a_meeting_without_a_source_is_told_so_each(copy: Path, number: int) -> None:
    (copy / "sources/2022-06-17.txt").unlink()
    [problem] = problems_of(copy, number)[1]
    assert problem.message == "元の文書 content/sources/2022-06-17.txt がありません。"


def test_the_others_are_not_read_as_consultations(copy: Path) -> None:
    before = load_alone(copy, 975)
    for number in range(976, 986):
        with (copy / f"consultations/{number}.yml").open("a", encoding="utf-8") as file:
            file.write("\t: [\n")
    assert load_alone(copy, 975) == before
    assert load(copy).problems


def test_an_entry_is_unused_where_no_file_holds_its_name(copy: Path) -> None:
    edit_file(copy / "counterparties.yml", {"- name: 管理サイト\n": "- name: 誰も使わない名前\n"})
    edit(copy, {"    counterparties:\n      - name: 管理サイト\n        role: 回線結合の相手方\n": ""})
    assert [problem.message for problem in load_alone(copy, 975).problems] == [
        "「誰も使わない名前」は、どの諮問でも使われていません。"
    ]
    other = copy / "consultations/976.yml"
    text = other.read_text(encoding="utf-8")
    other.write_text(f"{text}# 誰も使わない名前\n", encoding="utf-8")
    assert load_alone(copy, 975).problems == ()
    other.write_bytes(text.encode("cp932"))
    assert load_alone(copy, 975).problems == ()


def test_only_the_source_of_the_meeting_is_read_unless_it_does_not_hold_the_document(copy: Path) -> None:
    (copy / "sources/2022-05-01.txt").write_text("審議資料Ｎｏ．１\n諮問第９７０号\n", encoding="utf-8")
    assert set(load_alone(copy, 975).sources.texts) == {"2022-06-17"}
    edit(copy, {"count: 9000": "cuont: 9000"})
    assert load_alone(copy, 975).stored is None
    assert set(load_alone(copy, 975).sources.texts) == {"2022-06-17"}
    edit(copy, {"meeting: 2022-06-17": "meeting: 2022-05-01"})
    assert set(load_alone(copy, 975).sources.texts) == {"2022-05-01", "2022-06-17"}
