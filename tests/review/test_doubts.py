"""Every open question stands where it belongs, whole, and marks what it is about on both sides."""

from pathlib import Path

import pytest

from generator.review.review_page import render
from generator.review.review_views import DoubtView, ReviewView
from tests.review.content import draft_content, edit
from tests.review.reading import marked, reviewed, section, words


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return draft_content(tmp_path)


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> ReviewView:
    return reviewed(draft_content(tmp_path_factory.mktemp("draft")))


def test_each_question_stands_at_its_place(draft: ReviewView) -> None:
    assert [(doubt.section, doubt.line, doubt.source_line) for doubt in draft.doubts] == [
        ("表題部", 10, 8),
        ("１", 26, 29),
        ("２", 31, 59),
        ("５（１）", 49, 79),
        ("５（２）", 53, 81),
    ]
    notes = {
        part.anchor: [note.ordinal for note in (*part.notes, *(note for block in part.blocks for note in block.notes))]
        for part in draft.sections
    }
    assert {anchor: ordinals for anchor, ordinals in notes.items() if ordinals} == {
        "document": [1],
        "s1": [2],
        "s2": [3],
        "s5-1": [4],
        "s5-2": [5],
    }


def test_a_question_marks_the_fact_and_its_words(draft: ReviewView) -> None:
    [items] = section(draft, "s5-1").facts
    assert [chip.text for chip in items.chips if chip.doubted] == ["年代"]
    doubted = [
        run.text for block in section(draft, "s5-1").blocks for line in block.lines for run in line.runs if run.doubted
    ]
    assert doubted == ["年代"]


def test_facts_that_are_held_back_are_shown_with_their_question(draft: ReviewView) -> None:
    [note] = section(draft, "s2").notes
    assert note.held_back == "counterparties:\n  - name: 管理サイト\n    role: 回線結合の相手方"
    assert "登録" in note.message
    assert marked(section(draft, "s2"), note.mark) == ["管理サイト"]


def test_an_item_that_is_held_back_is_no_question_about_the_next(content: Path) -> None:
    edit(content, {"と同じものですか。\n          - 年代\n": "は登録されていません。\n          # - 年代\n"})
    view = reviewed(content)
    assert [chip.text for chip in section(view, "s5-1").facts[0].chips if chip.doubted] == []
    assert [(note.section, note.held_back) for note in section(view, "s5-1").notes] == [("５（１）", "- 年代")]


def test_a_question_about_a_section_marks_its_beginning_on_both_sides(draft: ReviewView) -> None:
    assert [block.doubts for block in section(draft, "s5-2").blocks] == [(5,), ()]


def test_a_question_about_a_paragraph_marks_the_paragraph(content: Path) -> None:
    edit(content, {"    text: 区アカウントを": "    # 要確認: 段落の切れ目ですか。\n    text: 区アカウントを"})
    assert [block.doubts for block in section(reviewed(content), "s4").blocks] == [(), (4,)]


def test_a_question_at_the_end_of_the_file_is_about_the_last_section(content: Path) -> None:
    edit(content, {"      continues: true\n": "      continues: true\n    # 要確認: 期間はこれだけですか。\n"})
    [*_, last] = reviewed(content).doubts
    assert (last.section, last.message) == ("９", "期間はこれだけですか。")


def test_the_questions_are_not_told_again_as_warnings(draft: ReviewView) -> None:
    assert draft.warnings == ()
    assert draft.errors == ()
    assert draft.verdict == "このファイルに、要確認が5件あります。登録のファイルに、エラーが1件あります。"
    assert not draft.is_ready


def test_two_doubted_departments_have_their_boxes_in_order_each_at_its_own(content: Path) -> None:
    edit(
        content,
        {
            "  - 政策経営部広報広聴課\n": "  # 要確認: 第一\n  - 政策経営部広報広聴課\n",
            "  - ＤＸ推進担当部": "  # 要確認: 第二\n  - ＤＸ推進担当部",
        },
    )
    blocks = section(reviewed(content), "document").blocks
    shown = [(words(block.runs), [(note.ordinal, note.message) for note in block.notes]) for block in blocks]
    assert shown[-2:] == [
        ("政策経営部広報広聴課", [(1, "第一")]),
        ("ＤＸ推進担当部ＤＸ推進担当課", [(2, "第二")]),
    ]


def test_a_question_about_the_first_section_stands_there(content: Path) -> None:
    edit(
        content,
        {"  - heading: １ 回線結合する理由\n": "  # 要確認: 見出しですか。\n  - heading: １ 回線結合する理由\n"},
    )
    assert [block.doubts for block in section(reviewed(content), "s1").blocks[:2]] == [(2,), ()]


def test_how_to_settle_a_question_depends_on_whether_facts_are_held_back(draft: ReviewView) -> None:
    held, *others = sorted(draft.doubts, key=lambda doubt: not doubt.held_back)
    assert "行の初めの「# 」だけを消してください（行ごと消すと" in held.advice
    assert {doubt.advice for doubt in others} == {
        "文書と見比べ、違っていれば直してから、この「# 要確認」の行を消してください。"
    }
    assert [(advice.ordinals, advice.text) for advice in draft.advice] == [
        ("1〜2、4〜5", others[0].advice),
        ("3", held.advice),
    ]
    html = render(draft)
    assert html.count(held.advice) == 2
    assert "下に続く # の行も" not in html


def test_one_way_for_all_questions_names_none_of_them(content: Path) -> None:
    uncomment = {"# counterparties": "counterparties", "#   - name": "  - name", "#     role": "    role"}
    edit(content, uncomment)
    assert [advice.ordinals for advice in reviewed(content).advice] == [""]


def test_the_ways_between_the_questions_end_at_both_ends(draft: ReviewView) -> None:
    def ways(doubt: DoubtView) -> tuple[int, int]:
        return doubt.previous, doubt.next

    assert [ways(doubt) for doubt in draft.doubts] == [(0, 2), (1, 3), (2, 4), (3, 5), (4, 0)]
