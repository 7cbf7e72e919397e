"""What the registries leave to be done is told, and kept apart from what is to be done in the file."""

from pathlib import Path
from shutil import copytree
from typing import Final

import pytest

from generator.review.review_page import render
from generator.review.review_views import ReviewView
from tests.review.content import CONTENT, draft_content, edit_file
from tests.review.reading import reviewed

DOUBT: Final = "要確認: 読みと slug を確かめてください。"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The real content, in which nothing is left to be done."""
    return copytree(CONTENT, tmp_path / "content")


def ask(content: Path, file: str, entry: str, indent: str = "") -> None:
    """Set a question above the entry of ``file`` that begins so."""
    line = f"\n{indent}- name: {entry}\n"
    edit_file(content / file, {line: f"\n{indent}# {DOUBT}{line}"})


def listed(view: ReviewView) -> list[tuple[str, str]]:
    return [(entry.name, entry.place.split()[0]) for doubt in view.entry_doubts for entry in doubt.entries]


def test_questions_at_the_names_that_the_file_uses_are_listed(content: Path) -> None:
    ask(content, "items.yml", "性別")
    ask(content, "counterparties.yml", "LINE")
    ask(content, "departments.yml", "政策経営部広報広聴課")
    ask(content, "subjects.yml", "区民等")
    ask(content, "articles.yml", "第18条第3号", " " * 8)
    view = reviewed(content)
    assert listed(view) == [
        ("性別", "content/items.yml"),
        ("LINE", "content/counterparties.yml"),
        ("政策経営部広報広聴課", "content/departments.yml"),
        ("区民等", "content/subjects.yml"),
        ("世田谷区個人情報保護条例第18条第3号", "content/articles.yml"),
    ]
    [doubt] = view.entry_doubts
    assert doubt.message == "読みと slug を確かめてください。"
    assert doubt.entries[0].place == f"content/items.yml {line_of(content / 'items.yml', DOUBT)}行目"
    assert (view.errors, view.warnings, view.doubts) == ((), (), ())
    assert view.verdict == (
        "このファイルに、確かめることは残っていません。登録のファイルに、要確認が5件あります。"
        "左右を見比べて正しければ、次は archive check です。"
    )
    assert not view.is_ready
    html = render(view)
    assert "このファイルに0件、登録に5件" in html
    assert "<title>（要確認5件）" in html


def test_a_name_that_the_file_writes_otherwise_is_used_too(content: Path) -> None:
    edit_file(content / "consultations" / "975.yml", {"- name: LINE\n": "- name: ＬＩＮＥ\n"})
    edit_file(content / "consultations" / "979.yml", {"- name: ダイヤル・サービス\n": "- name: 都委託事業者\n"})
    ask(content, "counterparties.yml", "LINE")
    ask(content, "counterparties.yml", "ダイヤル・サービス")
    assert listed(reviewed(content)) == [("LINE", "content/counterparties.yml")]
    assert ("ダイヤル・サービス", "content/counterparties.yml") in listed(reviewed(content, 979))


def test_a_department_that_is_printed_otherwise_is_shown_with_its_registered_name(content: Path) -> None:
    edit_file(content / "departments.yml", {"- name: 政策経営部広報広聴課\n": "- name: 政策経営部　広報広聴課\n"})
    edit_file(content / "departments.yml", {"- name: ＤＸ推進担当部ＤＸ推進担当課\n": "- name: 技術部DX課\n"})
    alias = "  slug: dx-suishin-tanto-ka\n"
    edit_file(content / "departments.yml", {alias: f"{alias}  aliases:\n    - DX推進担当部DX推進担当課\n"})
    (departments,) = (finding for finding in reviewed(content).findings if finding.label == "所管課")
    assert departments.values == (
        "政策経営部広報広聴課（登録の名前は政策経営部　広報広聴課）",
        "ＤＸ推進担当部ＤＸ推進担当課（登録の名前は技術部DX課）",
    )


def line_of(file: Path, words: str) -> int:
    lines = file.read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def test_questions_at_other_names_are_not(content: Path) -> None:
    ask(content, "items.yml", "整理番号")
    ask(content, "counterparties.yml", "結核予防会")
    ask(content, "articles.yml", "第12条", " " * 8)
    view = reviewed(content)
    assert listed(view) == []
    assert view.is_ready


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  slug: sex\n", "  # 要確認: この語ですか。\n  slug: sex\n"),
        ("  slug: sex\n  category: 基本情報\n", "  slug: sex\n  category: 基本情報\n  # 要確認: 別名は？\n"),
    ],
)
def test_a_question_within_an_entry_is_about_it(content: Path, old: str, new: str) -> None:
    edit_file(content / "items.yml", {old: new})
    assert listed(reviewed(content)) == [("性別", "content/items.yml")]


def test_a_question_about_a_version_is_about_the_articles_in_it(content: Path) -> None:
    edit_file(content / "articles.yml", {"      since: 2022-06-17\n": "      # 要確認: 日\n      since: 2022-06-17\n"})
    assert listed(reviewed(content)) == []
    edit_file(content / "articles.yml", {"    - name: 令和4年": "    # 要確認: 版\n    - name: 令和4年"})
    assert listed(reviewed(content)) == [("世田谷区個人情報保護条例第18条第3号", "content/articles.yml")]


def test_a_registry_that_is_not_there_is_an_error_and_nothing_more(content: Path) -> None:
    ask(content, "counterparties.yml", "LINE")
    (content / "items.yml").unlink()
    view = reviewed(content)
    assert [error.place for kind in view.registry_errors for error in kind.problems] == ["content/items.yml 1行目"]
    assert listed(view) == [("LINE", "content/counterparties.yml")]


def test_many_errors_of_one_kind_are_told_in_one_line_as_errors(content: Path) -> None:
    for number in range(976, 986):
        (content / f"consultations/{number}.yml").unlink()
    source = content / "sources/2022-06-17.txt"
    text = source.read_text(encoding="utf-8")
    source.write_text(text[: text.index("審議資料Ｎｏ．２")], encoding="utf-8")
    view = reviewed(content)
    count = sum(len(kind.problems) for kind in view.registry_errors)
    assert count > 100
    assert [kind.kind for kind in view.registry_errors] == [
        "「…」は、どの諮問でも引かれていません。",
        "「…」は、どの諮問でも使われていません。",
    ]
    assert view.verdict.startswith(
        f"このファイルに、確かめることは残っていません。登録のファイルに、エラーが{count}件あります。"
    )
    assert (view.errors, view.warnings) == ((), ())
    html = render(view)
    assert f'登録のファイルのエラー <span class="count">{count}件' in html
    assert html.count('<details class="kind-of">') == 2
    assert "注意" not in html.split('id="comparison"')[0].split('class="help"')[0]


def test_a_few_errors_are_told_one_by_one(tmp_path: Path) -> None:
    view = reviewed(draft_content(tmp_path))
    assert [(kind.kind, [error.message for error in kind.problems]) for kind in view.registry_errors] == [
        ("", ["「管理サイト」は、どの諮問でも使われていません。"])
    ]
    assert "kind-of" not in render(view)
