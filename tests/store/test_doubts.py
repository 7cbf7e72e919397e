"""Open questions in a file: comment lines of their own, and nothing that stands in a value."""

from pathlib import Path

import pytest

from generator.kinds.registered_subject import RegisteredSubject
from generator.model.consultation import Section
from generator.store.doubts import DOUBT, Doubt, doubts_in
from generator.store.files import read_file


def test_a_question_stands_above_the_line_that_it_is_about() -> None:
    text = f"heading: １ 題\n{DOUBT}段落の切れ目\ntext: 甲\n"
    assert doubts_in(text) == (Doubt(2, 3, "段落の切れ目", 1),)


def test_the_comment_lines_below_it_belong_to_it() -> None:
    text = f"""items:
  {DOUBT}読み取れない字
  # 資料の3ページ
  #
  - 氏名
  # ただの注
  - 住所
  {DOUBT}一つ目
  {DOUBT}二つ目

  - 電話番号
"""
    assert doubts_in(text) == (Doubt(2, 5, "読み取れない字", 3), Doubt(8, 11, "一つ目", 3), Doubt(9, 11, "二つ目", 3))


@pytest.mark.parametrize(
    ("below", "holds"),
    [
        ("# - 氏名\n- 住所\n", True),
        ("# items:\n#   - 氏名\ntext: 甲\n", True),
        ("# 資料の3ページ\n- 住所\n", False),
        ("- 住所\n", False),
        ("", False),
    ],
)
def test_it_holds_the_facts_that_are_commented_out_right_below_it(below: str, *, holds: bool) -> None:
    (doubt,) = doubts_in(f"{DOUBT}読み取れない字\n{below}")
    assert doubt.holds is holds


def test_its_column_is_that_of_the_first_sign_of_the_comment() -> None:
    assert doubts_in("  # 要確認: 「#」の意味\ntext: 甲\n") == (Doubt(1, 2, "「#」の意味", 3),)


@pytest.mark.parametrize("comment", ["# 要確認：段落", "#要確認: 段落", "  ## 要確認 :段落  "])
def test_it_is_read_as_a_person_may_have_retyped_it(comment: str) -> None:
    (doubt,) = doubts_in(f"{comment}\ntext: 甲\n")
    assert (doubt.line, doubt.about, doubt.message) == (1, 2, "段落")


@pytest.mark.parametrize(
    "text",
    [
        "text: |\n  甲\n  # 要確認: 乙\n\n  # 要確認: 丙\n",
        "text: |\n  甲\n  # 要確認: 乙",
        "text: >\n  甲\n  # 要確認: 乙\n  丙\n  # 要確認: 丁\nheading: 題\n",
        "items:\n  - |-\n    甲\n    # 要確認: 乙\n",
        "text: '甲\n  # 要確認: 乙'\n",
        'text: "甲\n  # 要確認: 乙\n  丙"\n',
        "text: 甲 # 要確認: 乙\n",
        "# 要確認\ntext: 甲\n",
        "# 要確認事項: なし\ntext: 甲\n",
        "text: 甲\n",
        "",
    ],
)
def test_other_lines_are_no_questions(text: str) -> None:
    assert doubts_in(text) == ()


@pytest.mark.parametrize("block", ["|", ">", "|-", "|+"])
def test_a_question_may_stand_right_below_a_block(block: str) -> None:
    text = f"- text: {block}\n    甲\n    # 要確認: 乙\n\n  # 要確認: 丙\n  heading: 題\n# 要確認: 終わり\n"
    assert [(doubt.line, doubt.about, doubt.message) for doubt in doubts_in(text)] == [(5, 6, "丙"), (7, 7, "終わり")]


def test_a_file_is_stored_with_its_questions(tmp_path: Path) -> None:
    path = tmp_path / "1.yml"
    path.write_text(f"{DOUBT}題\nheading: １ 題\n{DOUBT}文\n# 続き\ntext: 甲\nsubjects:\n  - 乙\n", encoding="utf-8")
    stored, problems = read_file(path, "1.yml", Section)
    assert stored is not None
    assert problems == ()
    assert [doubt.message for doubt in stored.doubts] == ["題", "文"]
    doubted = [path for path in (("heading",), ("text",), ("subjects", 0), ("nothing",)) if stored.is_doubted(path)]
    assert doubted == [("heading",), ("text",)]


def test_a_registry_is_stored_with_its_questions(tmp_path: Path) -> None:
    path = tmp_path / "subjects.yml"
    path.write_text(f"- name: 里親\n  {DOUBT}読み\n  reading: さとおや\n  slug: foster\n", encoding="utf-8")
    stored, _ = read_file(path, "subjects.yml", tuple[RegisteredSubject, ...])
    assert stored is not None
    assert stored.doubts == (Doubt(2, 3, "読み", 3),)
    assert stored.is_doubted((0, "reading"))
