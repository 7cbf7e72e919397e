"""What an import makes of the files that are there."""

from pathlib import Path
from typing import Any

import pytest

from generator.disk.changes import FilesRead
from generator.importer import proof
from generator.importer.draft import Drafted, Drafts, draft
from generator.importer.importing import Fate, Imported, import_drafts, plan_files
from generator.importer.summary import conclude, summarize_all
from generator.store.content_files import write_content
from generator.store.files import read_data
from tests.importer.facts.cases import NAMES
from tests.importer.reading_text import HEAD, document

BODY = "１ 件名\n\n見本"
FILE = "consultations/901.yml"


def held(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "lock")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def drafts_of(body: str, head: str = HEAD) -> Drafts:
    found = document(body, head)
    return Drafts((Drafted(found, draft(found, NAMES)),))


def import_into(content: Path, drafts: Drafts, *, update: bool = False) -> Imported:
    """Import ``drafts`` and write what that makes."""
    return write(content, drafts, update=update)[0]


def write(content: Path, drafts: Drafts, *, update: bool) -> tuple[Imported, ...]:
    read = FilesRead()
    results = import_drafts(content, drafts, read, update=update)
    write_content(content, read.changes({**plan_files(content, results, read, None)[0]}))
    return results


def edit(content: Path, right: str, wrong: str) -> str:
    """Change the consultation's file by hand, and return what it says then."""
    file = content / FILE
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong), encoding="utf-8")
    return file.read_text(encoding="utf-8")


def test_a_new_consultation_has_a_file_a_first_reading_and_a_source(tmp_path: Path) -> None:
    new = import_into(tmp_path, drafts_of(BODY))
    assert (new.fate, new.path, new.text) == (Fate.NEW, tmp_path / FILE, new.read_text)
    assert new.proof is not None
    assert new.proof.holds
    assert set(held(tmp_path)) == {FILE, ".private/drafts/901.yml", "sources/2022-06-17.txt"}
    assert held(tmp_path)[FILE] == held(tmp_path)[".private/drafts/901.yml"] == new.read_text.encode()


def test_a_file_that_is_there_is_kept_and_proven(tmp_path: Path) -> None:
    import_into(tmp_path, drafts_of(BODY))
    edit(tmp_path, "見本", "手本")
    before = held(tmp_path)
    kept = import_into(tmp_path, drafts_of(BODY))
    assert (kept.fate, kept.text) == (Fate.KEPT, None)
    assert kept.proof is not None
    assert not kept.proof.holds
    assert held(tmp_path) == before


def test_a_new_reading_is_brought_into_what_hands_have_edited(tmp_path: Path) -> None:
    import_into(tmp_path, drafts_of(BODY))
    edit(tmp_path, "text: 見本", "# 電話で確かめた\n    text: 見本")
    changed = import_into(tmp_path, drafts_of(f"{BODY}\n\n２ 理由\n\n別の見本"), update=True)
    assert (changed.fate, changed.first_reading_known, changed.kept_out) == (Fate.CHANGED, True, ())
    assert changed.proof is not None
    assert changed.proof.holds
    written = held(tmp_path)
    assert (
        written[FILE]
        == (changed.text or "").encode()
        != written[".private/drafts/901.yml"]
        == changed.read_text.encode()
    )
    assert "# 電話で確かめた" in written[FILE].decode()


def test_a_change_that_the_clerk_declines_leaves_the_file_as_it_is(tmp_path: Path) -> None:
    import_into(tmp_path, drafts_of(BODY))
    changed = import_drafts(tmp_path, drafts_of(BODY.replace("見本", "手本")), FilesRead(), update=True)[0]
    declined = changed.decline()
    assert (declined.fate, declined.text, declined.proof) == (Fate.DECLINED, None, changed.proof_before)
    assert declined.proof is not None
    assert len(declined.proof.differences) == 1
    assert "consultations" not in "".join(map(str, plan_files(tmp_path, (declined,), FilesRead(), None)[0]))


def test_without_a_first_reading_the_whole_difference_is_the_change(tmp_path: Path) -> None:
    import_into(tmp_path, drafts_of(BODY))
    (tmp_path / ".private/drafts" / "901.yml").unlink()
    edit(tmp_path, "text: 見本", "# 電話で確かめた\n    text: 見本")
    changed = import_drafts(tmp_path, drafts_of(BODY), FilesRead(), update=True)[0]
    assert (changed.fate, changed.first_reading_known) == (Fate.CHANGED, False)
    assert changed.text == changed.read_text


def test_where_hands_have_changed_all_that_is_new_the_file_stays_the_same(tmp_path: Path) -> None:
    import_into(tmp_path, drafts_of(BODY))
    edit(tmp_path, "text: 見本", "text: 手本")
    same = import_into(tmp_path, drafts_of(BODY.replace("見本", "別の見本")), update=True)
    assert (same.fate, same.text) == (Fate.SAME, None)
    assert [line.strip("+- ") for line in same.kept_out] == ["text: 見本", "text: 別の見本"]


def test_a_new_reading_that_would_make_a_file_unreadable_stays_out(tmp_path: Path) -> None:
    head = HEAD.replace("（見本の実施）\n\n", "")
    import_into(tmp_path, drafts_of(BODY, head))
    text = edit(tmp_path, "    text: 見本\n", "    text: 見本\nsubtitle: 見本の実施\n")
    same = import_into(tmp_path, drafts_of(BODY), update=True)
    assert (same.fate, same.text) == (Fate.SAME, None)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == text


@pytest.mark.parametrize("update", [False, True])
def test_a_file_that_cannot_be_read_is_kept_with_its_problems(tmp_path: Path, *, update: bool) -> None:
    import_into(tmp_path, drafts_of(BODY))
    edit(tmp_path, "title:", "titel:")
    before = held(tmp_path)
    kept = import_into(tmp_path, drafts_of(BODY.replace("見本", "手本")), update=update)
    assert kept.fate is Fate.KEPT
    assert kept.proof is not None
    assert kept.proof.problems
    assert not kept.proof.holds
    assert held(tmp_path) == before


def test_the_source_of_a_day_that_hands_have_changed_is_left_alone(tmp_path: Path) -> None:
    import_into(tmp_path, drafts_of(BODY))
    (tmp_path / "sources" / "2022-06-17.txt").unlink()
    edit(tmp_path, "meeting: 2022-06-17", "meeting: 2022-06-18")
    import_into(tmp_path, drafts_of(BODY))
    assert not list((tmp_path / "sources").iterdir())


@pytest.mark.parametrize("update", [False, True])
def test_what_an_import_writes_is_parsed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, update: bool) -> None:
    parsed = []

    def parse(data: bytes, *arguments: Any) -> Any:  # noqa: ANN401 - as the function that it stands for
        parsed.append(data)
        return read_data(data, *arguments)

    monkeypatch.setattr(proof, "read_data", parse)
    drafts = drafts_of(BODY)
    if update:
        import_into(tmp_path, drafts)
        parsed.clear()
    results = write(tmp_path, drafts, update=update)
    assert list(summarize_all(results, str))
    assert list(conclude(results, 0))
    assert parsed == [(tmp_path / "consultations" / "901.yml").read_bytes()]
