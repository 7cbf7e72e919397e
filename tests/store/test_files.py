"""A file as it is read: its value, its name in every problem, and nothing of it where there is a problem."""

import pytest

from generator.model.consultation import Section
from generator.problems import Severity
from generator.store.files import read_data

GOOD = "heading: １ 題\nsubjects:\n  - 甲\n  - 乙\n"


def test_what_is_read_carries_the_name_of_its_file() -> None:
    stored, problems = read_data(GOOD.encode(), "content/1.yml", Section)
    assert problems == ()
    assert stored is not None
    assert (stored.value, stored.file) == (Section(heading="１ 題", subjects=("甲", "乙")), "content/1.yml")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"", (1, 1)),
        ("heading: 題\n\ttext: 甲\n".encode(), (2, 1)),
        ("heading: [題\n".encode(), (1, 10)),
        ("headnig: 題\n".encode(), (1, 1)),
        ("heading: 題\nsubjects:\n  - 甲\nsubjects: [乙]\n".encode(), (4, 1)),
    ],
    ids=["empty", "tab", "no YAML", "unknown key", "key twice"],
)
def test_a_problem_names_file_line_and_remedy_and_leaves_no_value(data: bytes, place: tuple[int, int]) -> None:
    stored, problems = read_data(data, "content/1.yml", Section)
    assert stored is None
    assert [(each.file, each.line, each.column, each.severity) for each in problems] == [
        ("content/1.yml", *place, Severity.ERROR)
    ]
    assert all(each.message and each.remedy for each in problems)


def test_a_problem_stands_at_its_part_or_at_the_nearest_part_that_the_file_writes() -> None:
    stored, _ = read_data(GOOD.encode(), "1.yml", Section)
    assert stored is not None
    places = [
        (problem.line, problem.column)
        for path in (("subjects", 1), ("subjects", 5, "name"), ("text",), ())
        for problem in [stored.problem(path, "違います。", "直してください。", Severity.WARNING)]
        if (problem.message, problem.remedy, problem.severity) == ("違います。", "直してください。", Severity.WARNING)
    ]
    assert places == [(4, 5), (3, 3), (1, 1), (1, 1)]
