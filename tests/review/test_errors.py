"""Nothing that is wrong with the files keeps the review from showing what it can, and saying what is wrong."""

import re
from pathlib import Path
from typing import Final

import pytest

from generator.review.review_draft import stamp_of
from generator.review.review_page import render
from generator.review.serving import NothingToReviewError, Reviewer
from tests.review.content import NUMBER, draft_content, edit
from tests.review.reading import chips, numbers, reviewed, section

ERRORS: Final = 'id="errors"'


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return draft_content(tmp_path)


def test_where_file_and_source_differ_is_told_and_marked(content: Path) -> None:
    edit(content, {"現在、パブリック": "現在パブリック", "速やかに管理サイト": "速やかに管理区サイト"})
    view = reviewed(content)
    assert not view.proof.whole
    assert view.proof.text == "元の文書（全1,635字）と違う所が2か所あります。"
    assert [(each.before[-2:], each.ours, each.theirs, each.source_line) for each in view.proof.differences] == [
        ("現在", "", "、", 25),
        ("管理", "区", "", 139),
    ]
    alone = [run.text for line in section(view, "s1").blocks[2].lines for run in line.runs if run.only_here]
    assert alone == ["、"]
    assert [run.text for run in section(view, "s8-3-2").blocks[0].runs if run.only_here] == ["区"]
    # Everything else has kept its place.
    assert numbers(section(view, "s5-1")) == [[78], [79]]
    assert "元の文書にある「、」" not in view.verdict
    assert len(view.errors) == 1


def test_a_paragraph_that_is_missing_leaves_its_lines_beside_the_one_before(content: Path) -> None:
    edit(content, {"    text: 管理サイト\n": "    text: 別の言葉\n"})
    view = reviewed(content)
    block = section(view, "s2").blocks[1]
    assert block.note == "元の文書に、対応する行が見つかりません。"
    assert numbers(section(view, "s2")) == [[57, 59], []]


def test_an_error_is_told_with_its_line_and_the_last_readable_state_shown(content: Path) -> None:
    reviewer = Reviewer(content, NUMBER)
    assert ERRORS not in reviewer.page()
    edit(content, {"count: 9000": "cuont: 9000"})
    page = reviewer.page()
    assert ERRORS in page
    assert "YAML 57行目" in page
    assert "「cuont」というキーはありません。" in page
    assert "「count」ではありませんか" in page
    assert "最後に読めたとき" in page
    assert "約9,000件" in page
    assert "管理サイト（回線結合の相手方）（確認待ち）" in page
    edit(content, {"cuont: 9000": "count: 9000"})
    assert ERRORS not in reviewer.page()


@pytest.mark.parametrize(
    ("old", "new"),
    [("count: 9000", "cuont: 9000"), ("number: 975\n", "number: 975\n\t: ["), ("subtitle: ", 'subtitle: "')],
)
def test_where_nothing_was_readable_the_source_is_shown(content: Path, old: str, new: str) -> None:
    edit(content, {old: new})
    view = reviewed(content)
    assert view.errors
    assert view.sections == ()
    assert [line.number for line in view.lines][:4] == [1, 5, 8, 9]
    html = render(view)
    assert "元の文書の全" not in html
    assert "上のエラーを直して保存してください" in html


@pytest.mark.parametrize("new", ["subtitle: [", 'subtitle: "', "subtitle: @", "\tsubtitle: "])
def test_the_questions_of_a_file_that_is_no_yaml_are_listed(content: Path, new: str) -> None:
    before = reviewed(content)
    edit(content, {"subtitle: ": new})
    view = reviewed(content)
    assert view.sections == ()
    assert [(doubt.line, doubt.message, doubt.held_back) for doubt in view.doubts] == [
        (doubt.line, doubt.message, doubt.held_back) for doubt in before.doubts
    ]
    assert view.verdict.startswith("このファイルに、エラーが1件、要確認が5件あります。")


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", "諮問".encode("cp932")])
def test_a_file_that_is_no_text_is_told(content: Path, data: bytes) -> None:
    (content / "consultations/975.yml").write_bytes(data)
    view = reviewed(content)
    assert len(view.errors) == 1
    assert view.uncounted == "ファイルが読めないため、要確認は数えられません。"
    html = render(view)
    assert view.uncounted in html
    assert "要確認の行は、このファイルにありません" not in html
    assert ">0件" not in html


def test_a_file_that_is_gone_for_a_moment_is_survived(content: Path) -> None:
    reviewer = Reviewer(content, NUMBER)
    reviewer.page()
    (content / "consultations/975.yml").unlink()
    page = reviewer.page()
    assert "ファイルがないため、最後に読めたときの内容を示しています。" in page
    assert "ファイルがないため、要確認は数えられません。" in page
    assert "残っていません" not in page
    assert "保存された" not in page


def test_a_file_that_is_gone_is_an_error_also_where_no_source_asks_for_it(content: Path) -> None:
    (content / "consultations/975.yml").unlink()
    (content / "sources/2022-06-17.txt").unlink()
    view = reviewed(content)
    assert [(error.place, error.message) for error in view.errors] == [
        ("content/consultations/975.yml", "ファイルがありません。消したか、名前を変えたようです。")
    ]


def test_what_was_last_readable_is_not_taken_for_proven_where_it_was_not(content: Path) -> None:
    edit(content, {"現在、パブリック": "現在パブリック"})
    reviewer = Reviewer(content, NUMBER)
    reviewer.page()
    edit(content, {"count: 9000": "cuont: 9000"})
    assert "違う所が1か所あります" in reviewer.page()


def test_without_a_source_the_result_is_shown_alone(content: Path) -> None:
    (content / "sources/2022-06-17.txt").unlink()
    view = reviewed(content)
    assert "見つからないため" in view.proof.text
    assert chips(section(view, "s5-2")) == {"件数": ["約9,000件"]}
    assert any("元の文書" in error.message for error in view.errors)
    assert not any(run.only_here for part in view.sections for block in part.blocks for run in block.runs)
    html = render(view)
    anchors = [chip.anchor for part in view.sections for facts in part.facts for chip in facts.chips]
    assert all(html.count(f'id="{anchor}"') == 1 for anchor in anchors)


def test_a_source_that_cannot_be_read_is_told(content: Path) -> None:
    source = content / "sources/2022-06-17.txt"
    source.write_bytes(source.read_text(encoding="utf-8").encode("cp932", errors="replace"))
    assert any("Shift_JIS" in error.message for error in reviewed(content).errors)


def test_a_registry_that_cannot_be_read_is_an_error_and_the_facts_are_shown(content: Path) -> None:
    (content / "items.yml").write_text("- name: 氏名\n", encoding="utf-8")
    view = reviewed(content)
    assert view.errors == ()
    assert {error.place for kind in view.registry_errors for error in kind.problems} == {"content/items.yml 1行目"}
    assert "登録のファイルに、エラーが" in view.verdict
    assert not view.is_ready
    assert "氏名" in chips(section(view, "s5-1"))["項目"]


def test_the_problems_of_other_consultations_are_not_shown(content: Path) -> None:
    edit(content, {"document: 2": "document: 3"}, number=976)
    (content / "consultations/985.yml").unlink()
    assert reviewed(content).errors == ()


def test_what_a_document_says_is_never_markup(content: Path) -> None:
    bad = "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;"
    for file in (content / "consultations/975.yml", content / "sources/2022-06-17.txt"):
        text = file.read_text(encoding="utf-8")
        file.write_text(
            text.replace("管理サイト \n", f"{bad}\n").replace("    text: 管理サイト\n", f"    text: '{bad}'\n")
        )
    view = reviewed(content)
    assert view.proof.whole
    html = render(view)
    assert bad not in html
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= len(("source", "result"))
    assert re.findall(r"<script(?![^>]*\ssrc=)|<style|<[^>]*\s(?:style|on[a-z]+)=", html) == []
    assert "&lt;登録&gt;" in html


def test_the_stamp_changes_with_every_file_that_the_page_is_made_of(content: Path) -> None:
    seen = {stamp_of(content, NUMBER)}
    for name in ("consultations/975.yml", "items.yml", "sources/2022-06-17.txt"):
        with (content / name).open("a", encoding="utf-8") as file:
            file.write("\n")
        seen.add(stamp_of(content, NUMBER))
    (content / "consultations/975.yml").unlink()
    seen.add(stamp_of(content, NUMBER))
    assert len(seen) == 5
    with (content / "consultations/976.yml").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert stamp_of(content, NUMBER) in seen


def test_there_is_no_review_of_what_is_not_there(content: Path) -> None:
    with pytest.raises(NothingToReviewError, match=r"content/consultations/1\.yml がありません"):
        Reviewer(content, 1)
