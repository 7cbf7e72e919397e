"""``archive withhold``: the words are nowhere any more, the page says so, and nothing brings them back."""

import shutil
from pathlib import Path
from subprocess import CompletedProcess
from typing import Final

import pytest

from generator.building import build_site
from generator.model.consultation import Consultation
from generator.store.files import read_file
from tests.commands import run_archive
from tests.publishing import ROOT

NUMBER: Final = "０９０－００００－１２３４"
SPLIT: Final = "０９０－００\n００－１２３４"
VOLUME: Final = "約１０，０００件（年間）"
REASON: Final = "個人の電話番号のため"


def telephone_in(folder: Path, *, ledger: bool = False) -> Path:
    """A whole archive in ``folder``, where 984 says a telephone number that a line of the source breaks."""
    content = shutil.copytree(ROOT / "content", folder / "content")
    shutil.copytree(ROOT / "theme", folder / "theme")
    shutil.copy(ROOT / "site_config.yml", folder)
    if not ledger:
        (content / "ledger.yml").unlink(missing_ok=True)
    edit(content / "consultations/984.yml", VOLUME, f"{VOLUME} 電話{NUMBER}まで")
    edit(content / "sources/2022-06-17.txt", VOLUME, f"{VOLUME} 電話{SPLIT}まで")
    return content


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def withhold(folder: Path, *arguments: str, answers: str = "y\n") -> CompletedProcess[str]:
    return run_archive(folder, "withhold", *arguments, answers=answers)


def files_saying(folder: Path, *spellings: str) -> list[str]:
    """The files under ``folder`` in whose text, white space apart, one of ``spellings`` stands."""
    return [
        str(file.relative_to(folder))
        for file in sorted(folder.rglob("*"))
        if file.is_file()
        and any(words in "".join(file.read_bytes().decode("utf-8", "replace").split()) for words in spellings)
    ]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return telephone_in(tmp_path)


def test_the_words_are_in_no_file_of_the_content_and_the_site_nor_of_the_version_before(content: Path) -> None:
    folder = content.parent
    edit(
        content / "consultations/984.yml",
        "sections:",
        f"allowed:\n  - words: {NUMBER}\n    reason: 誤り\n    date: 2022-07-01\nsections:",
    )
    build_site(folder / "site_config.yml", None, strict=True)
    edit(content / "about.md", "#", "#")
    assert files_saying(folder / "site", NUMBER)
    assert withhold(folder, "984", "--words", NUMBER, "--reason", REASON).returncode == 0
    build_site(folder / "site_config.yml", None, strict=True)
    assert files_saying(folder, NUMBER, "090-0000-1234", "００００－１２３４") == []
    assert not (folder / ".site.archive/previous").exists()


def test_file_and_source_still_agree_and_the_file_says_why(content: Path) -> None:
    assert run_archive(content.parent, "check").returncode == 1
    assert withhold(content.parent, "984", "--words", "090-0000-1234", "--reason", REASON).returncode == 0
    checked = run_archive(content.parent, "check")
    assert (checked.returncode, "問題はありません" in checked.stderr) == (0, True)
    assert "13字は非公開（黒塗り）です" in checked.stderr
    stored, _ = read_file(content / "consultations/984.yml", "984.yml", Consultation)
    assert stored is not None
    assert [(entry.words, entry.reason) for entry in stored.value.withheld] == [("■" * 13, REASON)]
    assert "電話■■■■■■\n■■■■■■■まで" in (content / "sources/2022-06-17.txt").read_text(encoding="utf-8")


def test_what_was_published_gets_a_correction_with_it(tmp_path: Path) -> None:
    content = telephone_in(tmp_path, ledger=True)
    assert withhold(tmp_path, "984", "--words", NUMBER, "--reason", REASON).returncode == 0
    text = (content / "consultations/984.yml").read_text(encoding="utf-8")
    assert "corrections:" in text
    assert f"what: 13字を非公開（黒塗り）にしました\n    why: {REASON}" in text


def test_the_words_are_asked_for_and_what_the_guard_found_is_offered(content: Path) -> None:
    finished = withhold(content.parent, "984", answers=f"1\n{REASON}\ny\n")
    assert finished.returncode == 0
    assert f"1: 電話番号「{NUMBER}」" in finished.stderr
    assert files_saying(content, NUMBER) == []


@pytest.mark.parametrize("answers", ["", "\n", "n\n"])
def test_without_a_yes_nothing_is_changed(content: Path, answers: str) -> None:
    before = {file: file.read_bytes() for file in content.rglob("*.*") if file.is_file()}
    finished = withhold(content.parent, "984", "--words", NUMBER, "--reason", REASON, answers=answers)
    assert finished.returncode == 1
    assert {file: file.read_bytes() for file in content.rglob("*.*") if file.is_file()} == before


def test_two_rows_of_one_length_keep_their_own_reasons(content: Path) -> None:
    for words, reason in (("００００", "番号のため"), ("生活保健", "業務のため"), ("１２３４", "番号のため")):
        assert withhold(content.parent, "984", "--words", words, "--reason", reason).returncode == 0, words
    assert run_archive(content.parent, "check").returncode == 0
    built = build_site(content.parent / "site_config.yml", None, strict=False)
    page = (built / "consultations/984/index.html").read_text(encoding="utf-8")
    assert "<li>8字: 番号のため</li>" in page


def test_titles_cells_headings_and_the_answer_can_be_withheld(content: Path) -> None:
    edit(
        content / "consultations/984.yml",
        "sections:",
        "decision:\n  date: 2022-07-01\n  words: |\n    可。\n    東京花子の件を除く。\n  source: 会議録\nsections:",
    )
    for words in (
        "東京花子",
        "犬のマイクロチップ情報登録システムを利用",
        "（２）件数",
        "離されており"[:0] or "ＳＩＥＭ",
    ):
        finished = withhold(content.parent, "984", "--words", words, "--reason", "試し")
        assert finished.returncode == 0, finished.stderr
        assert "984.yml" not in files_saying(content / "consultations", words)
    (content / "consultations/984.yml").read_text(encoding="utf-8").index("■■■■の件を除く。")


def test_cells_of_a_torn_table_can_be_withheld(content: Path) -> None:
    assert withhold(content.parent, "978", "--words", "一時保護所情報", "--reason", "試し").returncode in (0, 1)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("この文書にない文字", "その文字はありません"),
        ("世田谷保健所生活保健課《事業の概要》", "またいで"),
        ("■■■", "2字以上"),
        ("１", "2字以上"),
    ],
)
def test_what_cannot_be_withheld_is_refused_with_the_reason(content: Path, words: str, told: str) -> None:
    before = (content / "consultations/984.yml").read_bytes()
    finished = withhold(content.parent, "984", "--words", words, "--reason", REASON)
    assert (finished.returncode, told in finished.stderr) == (1, True), finished.stderr
    assert "何も変えていません" in finished.stderr
    assert (content / "consultations/984.yml").read_bytes() == before


def test_a_number_without_a_file_is_told(content: Path) -> None:
    assert withhold(content.parent, "12345", "--words", NUMBER, "--reason", REASON).returncode == 2


def test_the_same_words_elsewhere_are_named_and_left(content: Path) -> None:
    edit(content / "consultations/983.yml", "# yaml", f"# {NUMBER}\n# yaml")
    finished = withhold(content.parent, "984", "--words", NUMBER, "--reason", REASON)
    assert "consultations/983.yml:1" in finished.stderr


def test_a_published_name_that_the_ledger_keeps_is_not_to_be_looked_after(tmp_path: Path) -> None:
    telephone_in(tmp_path, ledger=True)
    finished = withhold(tmp_path, "978", "--words", "心理診断情報", "--reason", REASON)
    assert "content/items.yml の読み（reading）と slug は替えていません" in finished.stderr
    assert "台帳（ledger.yml）にも残ります" in finished.stderr
    assert "ledger.yml:" not in finished.stderr


def test_an_update_from_the_original_does_not_bring_the_words_back(content: Path, tmp_path: Path) -> None:
    original = tmp_path / "original.txt"
    text = (content / "sources/2022-06-17.txt").read_text(encoding="utf-8")
    original.write_text(text.replace(SPLIT, NUMBER), encoding="utf-8")
    withhold(content.parent, "984", "--words", NUMBER, "--reason", REASON)
    finished = run_archive(content.parent, "import", "--update", str(original), answers="y\n" * 20)
    assert "Traceback" not in finished.stderr
    assert "うち13字は非公開（黒塗り）です" in finished.stderr
    assert files_saying(content / "consultations", NUMBER) == files_saying(content / "sources", NUMBER) == []
    assert files_saying(content / ".private/drafts", NUMBER) == []


def test_a_new_original_that_spells_the_words_in_another_width_does_not_bring_them_back(
    content: Path, tmp_path: Path
) -> None:
    original = tmp_path / "original.txt"
    text = (content / "sources/2022-06-17.txt").read_text(encoding="utf-8")
    text = text.replace(SPLIT, NUMBER).replace("環境省（環境大臣指定", "環境省（090-0000-1234、環境大臣指定")
    original.write_text(text, encoding="utf-8")
    withhold(content.parent, "984", "--words", NUMBER, "--reason", REASON)
    finished = run_archive(content.parent, "import", "--update", str(original), answers="y\n" * 20)
    assert "うち26字は非公開（黒塗り）です" in finished.stderr
    for kept in ("consultations", "sources", ".private/drafts"):
        assert files_saying(content / kept, NUMBER, "090-0000-1234") == []


def test_an_update_that_no_longer_fits_is_refused(content: Path, tmp_path: Path) -> None:
    original = tmp_path / "original.txt"
    text = (content / "sources/2022-06-17.txt").read_text(encoding="utf-8")
    original.write_text(text.replace(f"{VOLUME} 電話{SPLIT}まで", f"別の言葉{SPLIT}別の言葉"), encoding="utf-8")
    withhold(content.parent, "984", "--words", NUMBER, "--reason", REASON)
    finished = run_archive(content.parent, "import", "--update", str(original), answers="y\n" * 20)
    assert "場所が、この資料の中で分かりません" in finished.stderr
    assert files_saying(content / "consultations", NUMBER) == files_saying(content / "sources", NUMBER) == []
