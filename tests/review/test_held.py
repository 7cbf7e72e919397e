"""What a draft holds back is told among what was found: nobody takes it for missing."""

from pathlib import Path
from typing import Final

import pytest

from generator.review.review_page import render
from generator.review.review_views import ReviewView
from tests.review.content import CONTENT, draft_content, edit, edit_file
from tests.review.reading import reviewed

ARTICLE: Final = "世田谷区個人情報保護条例第18条第3号"
UNKNOWN: Final = {
    # articles
    f"    articles:\n      - {ARTICLE}\n": f"    # 要確認: 登録？\n    # articles:\n    #   - {ARTICLE}\n",
    # subjects
    "    subjects:\n      - 区民等\n": "    # 要確認: 登録？\n    # subjects:\n    #   - 区民等\n",
    # items
    "          - 性別\n": "          # 要確認: 登録？\n          # - 性別\n",
    "          - 意見の内容\n": "          # 要確認: 登録？\n          # - 意見の内容\n",
    # a volume, whose name needs no registering
    "        volumes:\n          - count: 9000\n            approximate: true\n": (
        "        # 要確認: 件数ですか。\n"
        "        # volumes:\n"
        "        #   - count: 9000\n"
        "        #     approximate: true\n"
    ),
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return draft_content(tmp_path)


def found(view: ReviewView) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {finding.label: (finding.values, finding.held) for finding in view.findings}


def unregister(content: Path) -> None:
    edit_file(content / "subjects.yml", {"- name: 区民等\n": "- name: 別の区民\n"})
    edit_file(content / "items.yml", {"- name: 意見の内容\n": "- name: 別の意見\n"})
    edit_file(content / "articles.yml", {"        - name: 第18条第3号\n": "        - name: 第19条第3号\n"})


def test_a_counterparty_that_is_held_back_is_told(content: Path) -> None:
    assert found(reviewed(content))["相手方と役割"] == (
        ("LINE（利用サービス）",),
        ("管理サイト（回線結合の相手方）（確認待ち）",),
    )
    edit_file(content / "counterparties.yml", {"- name: 管理サイト\n": "- name: 別のサイト\n"})
    assert found(reviewed(content))["相手方と役割"][1] == ("管理サイト（回線結合の相手方）（登録待ち）",)


def test_every_kind_that_is_held_back_is_told_and_what_it_waits_for(content: Path) -> None:
    edit(content, UNKNOWN)
    unregister(content)
    view = reviewed(content)
    told = found(view)
    assert told["措置と条項"] == (("回線結合",), ("世田谷区個人情報保護条例第18条第3号（登録待ち）",))
    assert told["対象となる個人"] == ((), ("区民等（登録待ち）",))
    assert told["個人情報の項目"] == (("4項目",), ("ほかに1項目（確認待ち）", "ほかに1項目（登録待ち）"))
    assert told["件数"] == ((), ("約9,000件（確認待ち）",))
    html = render(view)
    assert "書かれていません" not in html
    assert "条項なし" not in html


def test_a_whole_list_that_is_held_back_is_told(content: Path) -> None:
    items = ("氏名", "住所", "性別", "# 要確認: 「年代」は登録された「年代」と同じものですか。\n          - 年代")
    lines = {"        items:\n": "        # 要確認: 登録？\n        # items:\n"}
    lines |= {
        f"          - {item}\n": f"        #   - {item}\n" for item in (*items[:3], "LINEアカウント", "意見の内容")
    }
    lines |= {f"          {items[3]}\n": "        # 要確認: 登録？\n        #   - 年代\n"}
    edit(content, lines)
    assert found(reviewed(content))["個人情報の項目"] == ((), ("6項目（確認待ち）",))


def test_where_nothing_is_held_back_it_is_told_that_nothing_is_written(content: Path) -> None:
    edit(content, {"    subjects:\n      - 区民等\n": ""})
    view = reviewed(content)
    assert found(view)["対象となる個人"] == ((), ())
    assert "書かれていません" in render(view)


def test_what_is_held_back_and_cannot_be_read_hides_nothing_else(content: Path) -> None:
    edit(content, {**UNKNOWN, "    #     role: 回線結合の相手方\n": "    #     rolle: 回線結合の相手方\n"})
    edit(
        content,
        {"      # 要確認: LINE は「利用サービス」でよいですか。\n      - name: LINE\n        role: 利用サービス\n": ""},
    )
    edit(content, {"    counterparties:\n  - heading: ２": "  - heading: ２"})
    view = reviewed(content)
    assert found(view)["相手方と役割"] == ((), ())
    assert found(view)["対象となる個人"] == ((), ("区民等（確認待ち）",))
    html = render(view)
    assert "書かれていません" not in html
    assert "要確認の下の行に書かれているかもしれません" in html


@pytest.mark.parametrize("number", range(975, 986))
def test_a_finished_file_holds_nothing_back(number: int) -> None:
    assert all(held == () for _, held in found(reviewed(CONTENT, number)).values())
