"""The review shows every line of the source beside what was read from it, and every fact with its words."""

import re
from pathlib import Path

import pytest

from generator.review.review_page import render
from tests.review.content import CONTENT, draft_content, edit
from tests.review.reading import chips, numbers, reviewed, section, words


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return draft_content(tmp_path)


# The lines as content/sources/2022-06-17.txt numbers them.
@pytest.mark.parametrize(
    ("number", "anchor", "lines"),
    [
        (975, "document", [[1], [5], [8], [9], [12], [13], [14]]),
        (
            975,
            "s1",
            [[17], [19, 21, 23], [25, 27, 29, 31, 33], [35, 37, 39, 41, 43], [45, 47, 49], [51, 53]],
        ),
        (975, "s5", [[76]]),
        (975, "s5-1", [[78], [79]]),
        (975, "s5-2", [[81], [83]]),
        (981, "p1-s3-1", [[847], [849, 851, 853]]),
    ],
)
def test_each_block_stands_beside_its_lines(number: int, anchor: str, lines: list[list[int]]) -> None:
    assert numbers(section(reviewed(CONTENT, number), anchor)) == lines


@pytest.mark.parametrize("number", range(975, 986))
def test_every_written_line_of_the_source_is_shown_once_and_as_it_stands(number: int) -> None:
    view = reviewed(CONTENT, number)
    shown = [line for part in view.sections for block in part.blocks for line in block.lines]
    source = (CONTENT / "sources/2022-06-17.txt").read_text(encoding="utf-8").split("\n")
    assert len({line.number for line in shown}) == len(shown)
    first, last = min(line.number for line in shown), max(line.number for line in shown)
    assert sorted(line.number for line in shown) == [at for at in range(first, last + 1) if source[at - 1].strip()]
    for line in shown:
        assert words(line.runs).strip() == source[line.number - 1].strip()


@pytest.mark.parametrize("number", range(975, 986))
def test_every_fact_of_a_real_file_leads_to_words_of_its_source(number: int) -> None:
    view = reviewed(CONTENT, number)
    html = render(view)
    found = [chip for part in view.sections for facts in part.facts for chip in facts.chips]
    assert found
    for chip in found:
        assert html.count(f'id="{chip.anchor}"') == 1, chip.text
    assert view.proof.whole
    assert "元の文書から読み取った" in view.proof.text
    assert "字と一致しています" in view.proof.text
    assert view.is_ready
    assert view.verdict == (
        "このファイルに、確かめることは残っていません。左右を見比べて正しければ、次は archive check です。"
    )
    assert not re.search("公開できます|原文|ブラウザー|[0-9]文字", html)


def test_a_page_number_is_shown_and_told_from_the_text() -> None:
    view = reviewed(CONTENT, 981)
    left_out = [line for part in view.sections for block in part.blocks for line in block.lines if line.left_out]
    assert [(words(line.runs), line.left_out) for line in left_out] == [("22", "ページ番号（本文に数えません）")]


def test_the_facts_of_a_section_are_told_in_words() -> None:
    view = reviewed(CONTENT, 976)
    assert chips(section(view, "document")) == {
        "業務": ["里親支援業務"],
        "措置": ["外部委託"],
        "条項": ["世田谷区個人情報保護条例第12条"],
    }
    assert chips(section(view, "s5-2-1")) == {"件数": ["里親登録希望者 約30件（年間）", "里親登録者 約20件（年間）"]}
    assert chips(section(view, "s5-1-1-b2")) == {"向き": ["委託先が本人から収集"], "新たな項目": ["メールアドレス"]}
    assert chips(section(view, "s12")) == {"期間": ["2022年7月（令和4年）から継続して行う"]}
    assert chips(section(reviewed(CONTENT, 981), "p2-s3-1")) == {"参照": ["「第１の３（１）のとおり」→ 第１の３（１）"]}
    assert chips(section(reviewed(CONTENT, 978), "s13")) == {"相手方": ["未定（委託先）"]}


def test_what_was_found_is_told_in_a_few_lines() -> None:
    found = {finding.label: finding.values for finding in reviewed(CONTENT, 981).findings}
    assert found["措置と条項"][0] == "外部提供（世田谷区個人情報保護条例第16条第1項第4号）"
    assert found["相手方と役割"][2:4] == ("社会福祉協議会（外部提供の相手方）", "社会福祉協議会（本人外収集の相手方）")
    assert found["個人情報の項目"] == ("外部提供: 14項目", "本人外収集: 14項目", "回線結合: 14項目")
    assert found["件数"] == ("約10件（年間）", "約5件（年間）", "約15件（年間）")


def test_a_line_that_two_blocks_share_is_told(content: Path) -> None:
    edit(content, {"  - heading: ２ 回線結合の相手方\n": "  - heading: ２ 回線\n    text: 結合の相手方\n"})
    file = content / "consultations/975.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("    text: 管理サイト\n", ""), encoding="utf-8")
    assert section(reviewed(content), "s2").blocks[1].note == "57行目の途中から"


def test_a_table_is_shown_with_its_cells_beside_its_lines() -> None:
    view = section(reviewed(CONTENT.parent / "tests/sites/hyo/content", 21), "s1")
    table = view.blocks[-1]
    shown = [[(cell.rows, cell.columns, *map(words, cell.paragraphs)) for cell in row.cells] for row in table.rows]
    assert shown[0] == [(2, 1, "区分"), (1, 2, "記録する項目")]
    assert shown[3] == [(1, 1, "血圧"), (1, 1, "測定の日ごと", "氏名とともに")]
    assert [row.header for row in table.rows] == [True, True, False, False, False]
    assert words(table.lines[0].runs) == "区分"
