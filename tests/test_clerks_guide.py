"""The clerk's guide shows real messages: each of them comes from the mistake it explains."""

import re
import shutil
from pathlib import Path

import pytest

from generator.archive.loading import load

GUIDE = Path(__file__).parent.parent / "README.ja.md"
SIXTH_SECTION = """\
  - heading: ６ 回線結合の方法
    text: 区に設置されている電子計算機とインターネット上の管理サイトを、インターネット回線で接続する。
"""
FIRST_SUBJECT = "- name: 児童\n"
# The mistakes the guide explains: a file, what stands in it, and what a clerk might write instead.
MISTAKES = [
    ("consultations/975.yml", "、ＬＩＮＥアカウント、", "、LINEアカウント、"),
    (
        "consultations/975.yml",
        SIXTH_SECTION,
        "",
    ),
    ("consultations/976.yml", "start: 2022-07", "start: 2022-07-01"),
    (
        "subjects.yml",
        FIRST_SUBJECT,
        f"- name: 住民\n  reading: じゅうみん\n  slug: residents-too\n{FIRST_SUBJECT}",
    ),
    ("consultations/975.yml", "          - 年代\n", "          - 年齢\n"),
    ("consultations/975.yml", "          - 年代\n", "          - 年代別\n"),
    ("consultations/975.yml", "          - 年代\n", ""),
    ("consultations/975.yml", "count: 9000", "count: 9,000"),
    ("consultations/975.yml", "items:", "item:"),
    ("consultations/975.yml", "  - heading: ４", "\t- heading: ４"),
    ("consultations/975.yml", "    text: 管理サイト", "   text: 管理サイト"),
    ("consultations/975.yml", "    text: 管理サイト", "    text：管理サイト"),
    (
        "consultations/983.yml",
        "            references:\n              - words: 上記と同項目\n                section: s5-1-b1\n",
        "",
    ),
    ("consultations/983.yml", "section: s5-1-b1", "section: s5-1-1"),
    ("consultations/983.yml", "role: 委託先", "role: 委託業者"),
    (
        "consultations/975.yml",
        "  - 政策経営部広報広聴課\n",
        "  # 要確認: 登録にない所管課です\n  - 政策経営部広報広聴課\n",
    ),
]


@pytest.fixture(scope="module")
def told(content: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Everything the check says about all the mistakes, each made in a copy of its own."""

    def copy() -> Path:
        return Path(shutil.copytree(content, tmp_path_factory.mktemp("archive") / "content"))

    mistaken = [with_mistake(copy(), *mistake) for mistake in MISTAKES]
    folders = (*mistaken, with_the_next_meeting(copy()), saved_as_shift_jis(copy()))
    return "\n".join(str(problem) for folder in folders for problem in load(folder).problems)


def with_mistake(content: Path, file: str, right: str, wrong: str) -> Path:
    text = (content / file).read_text(encoding="utf-8")
    assert right in text
    (content / file).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    return content


def with_the_next_meeting(content: Path) -> Path:
    source = (content / "sources/2022-06-17.txt").read_text(encoding="utf-8")
    [document] = re.findall(r"審議資料Ｎｏ．６.*?(?=\n １ )", source + "\n １ ", flags=re.DOTALL)[:1]
    next_one = document.replace("諮問第９８０号", "諮問第９８６号")
    (content / "sources/2022-09-15.txt").write_text(next_one, encoding="utf-8")
    return content


def saved_as_shift_jis(content: Path) -> Path:
    file = content / "subjects.yml"
    file.write_bytes(file.read_text(encoding="utf-8").encode("cp932"))
    return content


def test_every_message_in_the_guide_is_one_the_check_gives(told: str) -> None:
    shown = [
        block.strip() for block in re.findall(r"```\n(content/.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    ]
    assert len(shown) > len(MISTAKES)
    assert [message for message in shown if message not in told] == []
