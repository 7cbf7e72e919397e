"""archive history shows what was published of a consultation, when, and what has changed in it."""

from pathlib import Path

from tests.commands import run_archive
from tests.site.ledger.publishing import NEXT_DAY, edit, publish_on, published

CORRECTED = "count-changed-with-a-correction"
_TOLD = """\
諮問第984号
2026-11-28の公開
  はじめての公開
{when}
  変わった所: ５（２）の言葉、５（２）の件数
  訂正（2026-12-01）: ５（２）の件数「約１０，０００件」を「約２０，０００件」に直した
    理由: 資料を写し間違えていた
"""


def test_what_changed_is_told_by_publication(tmp_path: Path) -> None:
    content = published(tmp_path)
    edit(CORRECTED, content)
    publish_on(NEXT_DAY, content)
    done = run_archive(tmp_path, "history", "984")
    assert (done.returncode, done.stdout) == (0, _TOLD.format(when="2026-12-02の公開"))


def test_what_is_not_published_yet_is_told_as_such(tmp_path: Path) -> None:
    edit(CORRECTED, published(tmp_path))
    done = run_archive(tmp_path, "history", "984")
    assert (done.returncode, done.stdout) == (0, _TOLD.format(when="まだ公開していない変更"))


def test_a_change_without_a_correction_is_told_too(tmp_path: Path) -> None:
    edit("count-changed-in-file-and-source", published(tmp_path))
    done = run_archive(tmp_path, "history", "984")
    assert (done.returncode, done.stdout) == (0, _TOLD.partition("  訂正")[0].format(when="まだ公開していない変更"))


def test_one_that_was_withdrawn_is_told_with_the_reason(tmp_path: Path) -> None:
    content = published(tmp_path)
    (content / "changes.yml").write_text(
        "withdrawn:\n  - address: consultations/964/\n    date: 2026-12-01\n    reason: 引かれなくなった\n",
        encoding="utf-8",
    )
    publish_on(NEXT_DAY, content)
    done = run_archive(tmp_path, "history", "964")
    assert done.stdout == "諮問第964号\n2026-12-02の公開\n  取り下げ（2026-12-01）: 引かれなくなった\n"


def test_a_number_that_is_not_there_is_told(tmp_path: Path) -> None:
    published(tmp_path)
    done = run_archive(tmp_path, "history", "12")
    assert (done.returncode, done.stdout) == (2, "")
    assert "諮問第12号は、公開されたことがなく" in done.stderr


def test_no_number_and_no_content_are_told(tmp_path: Path) -> None:
    for arguments in (("history", "九八四"), ("history", "0"), ("history", "984")):
        done = run_archive(tmp_path, *arguments)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr


def test_the_ledger_is_told_also_where_the_content_has_errors(tmp_path: Path) -> None:
    content = published(tmp_path)
    (content / "consultations/975.yml").write_text("number: [\n", encoding="utf-8")
    done = run_archive(tmp_path, "history", "984")
    assert (done.returncode, done.stdout) == (0, "諮問第984号\n2026-11-28の公開\n  はじめての公開\n")
    assert "まだ公開していない変更は示せません" in done.stderr


def test_a_broken_ledger_is_told(tmp_path: Path) -> None:
    content = published(tmp_path)
    (content / "ledger.yml").write_text("publications:\n", encoding="utf-8")
    done = run_archive(tmp_path, "history", "984")
    assert done.returncode == 1
    assert "台帳" in done.stderr
