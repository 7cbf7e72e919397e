"""``archive import`` as a clerk meets it: run again, with new names, with edits by hand, and when it fails."""

import os
import re
import shutil
from pathlib import Path

import pytest

from generator.archive.loading import load
from generator.problems import has_errors
from tests.commands import run_archive
from tests.importer.family import relative
from tests.importer.importing import empty_archive, import_into
from tests.publishing import ROOT

SOURCE = ROOT / "content" / "sources" / "2022-06-17.txt"
UNKNOWN = relative("unknown-names").file


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return empty_archive(tmp_path)


@pytest.fixture
def one(tmp_path: Path) -> Path:
    """The first consultation of the meeting, alone in a file."""
    file = tmp_path / "975.txt"
    text = SOURCE.read_text(encoding="utf-8")
    file.write_text(text[: text.index("審議資料Ｎｏ．２")], encoding="utf-8")
    return file


def everything(content: Path) -> dict[str, bytes]:
    files = (file for file in content.rglob("*") if file.is_file() and file.name != "lock")
    return {str(file.relative_to(content)): file.read_bytes() for file in files}


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {name for name in {*before, *after} if before.get(name) != after.get(name)}


def answered(content: Path, answer: str, *arguments: str | Path) -> str:
    """Run the import and answer what it asks. Returns what it said."""
    finished = run_archive(content.parent, "import", *map(str, arguments), answers=answer)
    assert "Traceback" not in finished.stderr
    return finished.stderr


def test_the_source_is_kept_as_it_came(content: Path, one: Path) -> None:
    assert import_into(content, one).status == 0
    assert (content / "sources" / "2022-06-17.txt").read_bytes() == one.read_bytes()


def test_the_document_is_kept_in_the_private_folder(content: Path, one: Path) -> None:
    result = import_into(content, one)
    kept = content / ".private/originals/975.txt"
    assert kept.read_bytes() == one.read_bytes()
    assert "読み取った資料の写しを content/.private/originals に置きました（公開されません）。" in result.said
    before = everything(content)
    assert "写し" not in import_into(content, kept).said
    assert everything(content) == before


def test_the_drafts_of_an_earlier_version_tell_what_hands_have_changed(content: Path, one: Path) -> None:
    import_into(content, one)
    (content / ".private/drafts").rename(content / ".drafts")
    file = content / "consultations/975.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("- name: ", "- name:  ", 1), encoding="utf-8")
    assert "控えがない" not in answered(content, "n\n", "--update", one)
    assert set((content / ".private/drafts").iterdir()) == {content / ".private/drafts/975.yml"}
    assert not (content / ".drafts").exists()


@pytest.mark.parametrize("name", ["items.yml", "consultations/975.yml", "sources/2022-06-17.txt", ".private"])
def test_nothing_is_read_through_a_link_or_a_pipe(name: str, content: Path, one: Path) -> None:
    path = content / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    result = import_into(content, one)
    assert result.status == 2
    assert f"content/{name}:1:1: エラー: content に置くものの一覧にないパイプ" in result.said
    assert result.said.endswith("ファイルは1つも書いていません。\n")


def test_what_the_source_lacks_is_added_at_its_end(content: Path, one: Path, tmp_path: Path) -> None:
    import_into(content, one)
    text = SOURCE.read_text(encoding="utf-8")
    second = tmp_path / "976.txt"
    second.write_text(text[text.index("審議資料Ｎｏ．２") : text.index("審議資料Ｎｏ．３")], encoding="utf-8")
    import_into(content, second)
    kept = (content / "sources" / "2022-06-17.txt").read_text(encoding="utf-8")
    assert kept.startswith(one.read_text(encoding="utf-8"))
    assert not has_errors(tuple(p for p in load(content).problems if "consultations" in p.file or "sources" in p.file))


def test_one_consultation_may_come_in_several_files(content: Path, one: Path, tmp_path: Path) -> None:
    text = one.read_text(encoding="utf-8")
    middle = text.index("６ 回線結合の方法")
    parts = [tmp_path / "前半.txt", tmp_path / "後半.txt"]
    for part, words in zip(parts, (text[:middle], text[middle:]), strict=True):
        part.write_text(words, encoding="utf-8")
    import_into(content, one)
    whole = (content / "consultations" / "975.yml").read_text(encoding="utf-8").splitlines()
    shutil.rmtree(content / "consultations")
    shutil.rmtree(content / "sources")
    assert import_into(content, *parts).status == 0
    lines = (content / "consultations" / "975.yml").read_text(encoding="utf-8").splitlines()
    (doubted,) = [at for at, line in enumerate(lines) if "諮問第975号の続き（別紙など）として読みました" in line]
    assert lines[doubted + 1] == "  - heading: ６ 回線結合の方法"
    assert lines[:doubted] + lines[doubted + 1 :] == whole


def test_an_existing_file_is_never_overwritten(content: Path, one: Path) -> None:
    import_into(content, one)
    file = content / "consultations" / "975.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("約９，０００件", "約９，００１件"), encoding="utf-8")
    before = everything(content)
    result = import_into(content, one)
    assert everything(content) == before
    assert "975.yml がすでにあるので、書き換えていません" in result.said
    assert "--update を付けて実行してください" in result.said
    assert "「９，０００" not in result.said
    assert "ファイル「１」" in result.said
    assert result.status == 0


def test_a_new_reading_is_shown_and_asked_about(content: Path) -> None:
    import_into(content, UNKNOWN)
    before = everything(content)
    said = answered(content, "", "--update", "--register", UNKNOWN)
    assert "+    articles:" in said
    assert "書き直しますか" in said
    assert "1120.yml は、書き直しませんでした" in said
    assert changed(before, everything(content)) == {"departments.yml"}  # which the file uses as it is


def test_agreed_to_it_is_written_and_hand_edits_survive(content: Path) -> None:
    import_into(content, UNKNOWN)
    file = content / "consultations" / "1120.yml"
    by_hand = "    # 担当課に電話で確かめた\n    text: 文書による"
    text = file.read_text(encoding="utf-8")
    assert "    text: 文書による" in text
    file.write_text(text.replace("    text: 文書による", by_hand), encoding="utf-8")
    said = answered(content, "y\n", "--update", "--register", UNKNOWN)
    after = file.read_text(encoding="utf-8")
    assert by_hand in after
    assert "要確認" not in after
    assert "          - 見本用具の貸出状況" in after
    assert "すべてと一致しています。" in said
    again = everything(content)
    assert "新しく読み取れたことはありません" in answered(content, "y\n", "--update", "--register", UNKNOWN)
    assert everything(content) == again


def test_lines_changed_by_hand_are_kept_and_told(content: Path) -> None:
    import_into(content, UNKNOWN)
    file = content / "consultations" / "1120.yml"
    text = file.read_text(encoding="utf-8")
    held = "    #   - 世田谷区個人情報保護条例第21条第3項\n"
    assert held in text
    file.write_text(text.replace(held, "    #   - 第99条\n"), encoding="utf-8")
    said = answered(content, "y\n", "--update", "--register", UNKNOWN)
    assert "    #   - 第99条\n" in file.read_text(encoding="utf-8")
    assert "手で直された所なので、次の新しい読み取りは入れていません" in said
    assert "+      - 世田谷区個人情報保護条例第21条第3項" in said


def test_registered_names_carry_an_open_question(content: Path) -> None:
    result = import_into(content, "--register", UNKNOWN)
    assert result.status == 0
    text = (content / "counterparties.yml").read_text(encoding="utf-8")
    assert "推測です" in text[: text.index("- name: 見本緑地協会")].splitlines()[-1]
    mine = [problem for problem in load(content).problems if problem.file.endswith(("1120.yml", "articles.yml"))]
    assert [problem.message for problem in mine if problem.message.startswith("確認が済んでいません")]
    assert not has_errors(tuple(problem for problem in mine if "どの諮問でも" not in problem.message))


def test_without_register_no_registry_is_touched(content: Path) -> None:
    before = everything(content)
    result = import_into(content, UNKNOWN)
    after = everything(content)
    assert {name: after[name] for name in before} == before
    assert "登録されていない名前が9件あります" in result.said
    assert "- {name: 見本緑地協会, reading: みほんりょくちきょうかい, slug: mihon-ryokuchi-kyokai," in result.said


def test_of_a_file_that_stays_as_it_is_only_the_names_it_uses_are_registered(content: Path) -> None:
    import_into(content, UNKNOWN)
    before = everything(content)
    import_into(content, "--register", UNKNOWN)
    assert changed(before, everything(content)) == {"departments.yml"}


def test_facts_that_hands_have_uncommented_are_registered(content: Path) -> None:
    import_into(content, UNKNOWN)
    file = content / "consultations" / "1120.yml"
    schema, *lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    settled = [re.sub("^( *)# ", r"\1", line) for line in lines if "# 要確認" not in line]
    file.write_text(schema + "".join(settled), encoding="utf-8")
    import_into(content, "--update", "--register", UNKNOWN)
    problems = [problem for problem in load(content).problems if problem.file.endswith("1120.yml")]
    assert not has_errors(tuple(problems)), "\n".join(map(str, problems))


def test_a_folder_where_a_file_should_be_leaves_nothing_half_written(content: Path) -> None:
    (content / "sources" / "2022-06-17.txt").mkdir(parents=True)
    before = everything(content)
    result = import_into(content, SOURCE)
    assert result.status == 2
    assert "content/sources/2022-06-17.txt:1:1: エラー" in result.said
    assert result.said.endswith("ファイルは1つも書いていません。\n")
    assert everything(content) == before


@pytest.mark.parametrize("name", ["ない.pdf", "表.xlsx", "古い.doc"])
def test_what_is_no_document_is_told(content: Path, name: str) -> None:
    if name != "ない.pdf":
        (content.parent / name).write_bytes(b"PK")
    result = import_into(content, name)
    assert result.status == 1
    assert name in result.said
    assert result.said.endswith("ファイルは1つも書いていません。\n")


def test_a_broken_registry_is_told_before_anything_is_read(content: Path, one: Path) -> None:
    (content / "items.yml").write_text("- name: 氏名\n  yomi: しめい\n", encoding="utf-8")
    result = import_into(content, one)
    assert result.status == 2
    assert "content/items.yml:2:" in result.said


def test_the_same_number_twice_is_told(content: Path, one: Path) -> None:
    text = one.read_text(encoding="utf-8")
    one.write_text(text + text.replace("審議資料Ｎｏ．１", "審議資料Ｎｏ．２"), encoding="utf-8")
    result = import_into(content, one)
    assert result.status == 1
    assert "諮問第975号は 975.txt の中に2回あったので、後のものは使っていません。" in result.said


def test_the_clerks_guide_shows_what_the_import_says(content: Path) -> None:
    guide = (ROOT / "README.ja.md").read_text(encoding="utf-8")
    shown = guide[guide.index("諮問第984号: content/") :]
    assert shown[: shown.index("```")] in import_into(content, SOURCE).said


def test_a_draft_saved_in_another_encoding_is_told_and_left_alone(content: Path) -> None:
    import_into(content, UNKNOWN)
    file = content / "consultations" / "1120.yml"
    file.write_bytes(file.read_bytes().decode("utf-8").encode("cp932"))
    before = everything(content)
    result = import_into(content, "--update", UNKNOWN)
    assert result.status == 1
    assert "Shift_JIS" in result.said
    assert everything(content) == before


def test_a_source_in_another_encoding_is_told_and_left_alone(content: Path, one: Path) -> None:
    (content / "sources").mkdir()
    (content / "sources" / "2022-06-17.txt").write_bytes("審議資料Ｎｏ．９".encode("cp932"))
    before = everything(content)
    result = import_into(content, one)
    assert result.status == 1
    assert "Shift_JIS" in result.said
    assert everything(content) == before


def test_a_document_that_the_ward_has_replaced_takes_the_place_of_the_old_one(content: Path, one: Path) -> None:
    import_into(content, one)
    text = one.read_text(encoding="utf-8")
    one.write_text(text.replace("約９，０００件", "約９，５００件"), encoding="utf-8")
    told = import_into(content, one)
    assert told.status == 1
    assert "資料が差し替わったのなら、--update を付けて" in told.said
    said = answered(content, "y\ny\n", "--update", one)
    assert "保存してある文字も、この資料のものに替えますか" in said
    assert "約９，５００件" in (content / "sources" / "2022-06-17.txt").read_text(encoding="utf-8")
    mine = [problem for problem in load(content).problems if "consultations" in problem.file]
    assert not has_errors(tuple(mine)), "\n".join(map(str, mine))


def test_a_file_without_a_number_is_read_as_going_on_and_that_is_said(content: Path, one: Path, tmp_path: Path) -> None:
    other = tmp_path / "別の資料.txt"
    other.write_text("そのほかの文書\n", encoding="utf-8")
    said = import_into(content, one, other).said
    assert "別の資料.txt には「諮問第…号」の行がないので、諮問第975号の続き（別紙など）として読みました。" in said


def test_the_same_consultation_in_two_files_is_read_once(content: Path, one: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(one, tmp_path / "写し.txt"))
    result = import_into(content, one, copy, one)
    assert result.status == 1
    assert "諮問第975号は 975.txt にもあったので、写し.txt のものは使っていません。" in result.said
    assert result.said.count("書きました") == 1


def test_the_last_lines_say_how_many_and_what_is_next(content: Path) -> None:
    last = import_into(content, SOURCE).said.splitlines()[-3:]
    assert last[0] == "諮問11件: 新しく書いたもの11件"
    assert last[1] == "確認すること: 3件（第978号 1件、第981号 1件、第984号 1件）、登録されていない名前: 0件"
    assert "archive review 978" in last[2]
    again = import_into(content, SOURCE).said
    assert "諮問第975〜985号の11件は、ファイルがすでにあるので、書き換えていません。" in again
    assert again.count("書き換えていません") == 1


def test_modes_and_line_ends_of_the_files_it_changes_stay(content: Path) -> None:
    import_into(content, UNKNOWN)
    files = [content / name for name in ("consultations/1120.yml", "departments.yml")]
    for file in files:
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
        file.chmod(0o640)
    modes = [file.stat().st_mode for file in files]
    answered(content, "y\n", "--update", "--register", UNKNOWN)
    for file in files:
        lines = file.read_bytes().splitlines(keepends=True)
        assert all(line.endswith(b"\r\n") for line in lines)
    assert [file.stat().st_mode for file in files] == modes
    assert "見本緑地協会" in (content / "counterparties.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["departments.yml", "consultations/1120.yml", ".private/drafts/1120.yml"])
def test_a_read_only_file_is_named_and_nothing_is_written(content: Path, name: str) -> None:
    import_into(content, UNKNOWN)
    (content / name).chmod(0o444)
    before = everything(content)
    said = answered(content, "y\n", "--update", "--register", UNKNOWN)
    assert f"content/{name} は、読み取り専用なので、書けません。" in said
    assert said.endswith("ファイルは1つも書いていません。\n")
    assert everything(content) == before
    (content / name).chmod(0o644)


def test_drafts_of_earlier_versions_move_when_an_import_writes_and_not_before(content: Path) -> None:
    import_into(content, UNKNOWN)
    (content / ".private" / "drafts").rename(content / ".drafts")
    (content / ".drafts" / "7.yml").write_bytes(b"\xff")
    drafts = {name: data for name, data in everything(content).items() if name.startswith(".drafts")}
    (content / "items.yml").chmod(0o444)
    answered(content, "y\n", "--update", "--register", UNKNOWN)
    assert drafts.items() <= everything(content).items()
    (content / "items.yml").chmod(0o644)
    assert "（前に読み取ったときの控えがない" not in answered(content, "y\n", "--update", "--register", UNKNOWN)
    assert not (content / ".drafts").exists()
    assert (content / ".private/drafts/7.yml").read_bytes() == b"\xff"


def test_a_first_reading_that_nobody_can_read_is_as_none(content: Path) -> None:
    import_into(content, UNKNOWN)
    (content / ".private/drafts/1120.yml").write_bytes(b"\xff")
    assert "（前に読み取ったときの控えがない" in answered(content, "n\n", "--update", "--register", UNKNOWN)
