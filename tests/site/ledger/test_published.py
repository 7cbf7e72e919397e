"""Nothing that was published changes in silence: what a clerk is told of an edit, and when nothing is told."""

from pathlib import Path

import pytest

from generator.site.ledger.checking import load_and_check
from tests.site.ledger.publishing import CASES, edit, published, told


@pytest.mark.parametrize("case", CASES)
def test_just_the_change_is_told(case: str, tmp_path: Path) -> None:
    content = published(tmp_path)
    edit(case, content)
    found, wanted = load_and_check(content).problems, told(case)
    assert [(each.file, each.line, each.column, each.severity) for each in found] == [each.place for each in wanted], (
        "\n".join(map(str, found))
    )
    for problem, expected in zip(found, wanted, strict=True):
        assert expected.told_by(problem), str(problem)


@pytest.mark.parametrize("case", CASES)
def test_the_same_edit_before_the_first_publication_is_free(case: str, tmp_path: Path) -> None:
    content = published(tmp_path)
    edit(case, content)
    (content / "ledger.yml").unlink()
    (content / "changes.yml").unlink(missing_ok=True)
    problems = load_and_check(content).problems
    assert [each for each in problems if "公開" in each.message] == []
