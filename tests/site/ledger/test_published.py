"""Nothing that was published changes in silence: what a clerk is told of an edit, and when nothing is told."""

import datetime as dt
from pathlib import Path

import pytest

from generator.site.ledger.checking import load_and_check
from generator.store.files import LEDGER_FILE
from tests.commands import run_archive
from tests.site.ledger.publishing import CASES, compared, edit, publish_on, published, told

WORDS = "取得してから３０日以内"


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


def test_what_is_withheld_later_cannot_be_guessed_from_the_ledger(tmp_path: Path) -> None:
    content = published(tmp_path)
    published_first = compared(content).before.consultations[984]
    digests = {str(published_first.words), str(published_first.facts)}
    ledger = content / LEDGER_FILE
    assert digests <= set(ledger.read_text(encoding="utf-8").split())
    withheld = run_archive(tmp_path, "withhold", "984", "--words", WORDS, "--reason", "試し", answers="y\n")
    assert withheld.returncode == 0, withheld.stderr
    publish_on(dt.date.max, content)
    text = ledger.read_text(encoding="utf-8")
    assert not digests & set(text.split())
    assert published_first.parts.text not in text
    shown = run_archive(tmp_path, "history", "984").stdout
    assert "黒塗りがありました（前の内容の記録は消しました）" in shown
    assert "訂正" in shown
