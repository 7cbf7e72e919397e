"""What the clerk is told of each consultation."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.disk.changes import FilesRead
from generator.importer.draft import Drafted, Drafts, draft
from generator.importer.files.reading import PAGE_NUMBER, LeftOut
from generator.importer.importing import Fate, Imported, import_drafts
from generator.importer.proof import Proof
from generator.importer.summary import conclude, list_left_out, summarize, summarize_all
from generator.problems import Problem
from tests.importer.facts.cases import NAMES
from tests.importer.reading_text import HEAD, document, drafted

BODY = """\
１ 諮問の趣旨

条例第１２条の規定に基づき諮問する。

２ 対象となる個人の範囲

里親

３ 個人情報の項目

氏名、住所

４ 件数

里親 約１，２００件（年間）

５ 委託の開始時期及び期間

令和４年７月１日から令和５年３月３１日まで

６ 委託先

株式会社見本
"""


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], Imported]:
    def importing(body: str) -> Imported:
        result = Drafted(document(body), drafted(body))
        return import_drafts(tmp_path, Drafts((result,)), FilesRead(), update=False)[0]

    return importing


def said(result: Imported) -> list[str]:
    return list(summarize(result, "901.yml"))


def test_what_was_found_what_to_look_at_and_the_proof(read: Callable[[str], Imported]) -> None:
    lines = said(read(BODY))
    assert lines[0] == "諮問第901号: 901.yml に書きました"
    found = [line.strip() for line in lines]
    for line in (
        "措置: 外部委託（世田谷区個人情報保護条例第12条）",
        "対象となる個人: 里親",
        "個人情報の項目（2）: 氏名、住所",
        "件数: 里親 約1,200件（年間）",
        "期間: 2022年7月1日（令和4年）から2023年3月31日（令和5年）まで",
        "確認すること: 1件",
    ):
        assert line in found
    assert any("「株式会社見本」は登録されていません" in line and line.startswith("901.yml:") for line in found)
    assert found[-1].endswith("字すべてと一致しています。")


@pytest.mark.parametrize(
    ("right", "other", "line"),
    [
        ("里親 約１，２００件（年間）", "令和４年度以降 ３０件", "件数: 令和4年度以降 30件"),
        ("里親 約１，２００件（年間）", "令和４年度 １，２００件", "件数: 令和4年度 1,200件"),
        ("７月１日から令和５年３月３１日まで", "７月１日から", "期間: 2022年7月1日（令和4年）から"),
        (
            "７月１日から令和５年３月３１日まで",
            "７月１日から継続して実施",
            "期間: 2022年7月1日（令和4年）から継続して行う",
        ),
        ("株式会社見本", "未定", "相手方: 未定（委託先）"),
        ("条例第１２条の規定に基づき諮問する。", "諮問する。", "措置: 外部委託（条項なし）"),
    ],
)
def test_each_fact_is_told_in_words(read: Callable[[str], Imported], right: str, other: str, line: str) -> None:
    assert right in BODY
    assert f"    {line}" in said(read(BODY.replace(right, other)))


def test_a_document_without_a_number_of_its_own_is_told(read: Callable[[str], Imported]) -> None:
    result = read(BODY)
    assert "    審議資料の番号: 文書にありません。" not in said(result)
    found = document(BODY, HEAD.replace("審議資料Ｎｏ．１\n\n", ""))
    (unnumbered,) = import_drafts(
        Path("nowhere"), Drafts((Drafted(found, draft(found, NAMES)),)), FilesRead(), update=False
    )
    assert said(unnumbered)[1] == "    審議資料の番号: 文書にありません。"


def test_nothing_to_look_at_is_said_too(read: Callable[[str], Imported]) -> None:
    assert "    確認すること: ありません。" in said(read(BODY.replace("株式会社見本", "未定")))


def test_a_long_list_is_cut_and_counted(read: Callable[[str], Imported]) -> None:
    names = "氏名、住所、性別、年齢、年代、生年月日、電話番号、職業、続柄、勤務先"
    lines = said(read(BODY.replace("氏名、住所", names)))
    assert "    個人情報の項目（10）: 氏名、住所、性別、年齢、年代、生年月日、電話番号、職業、ほか2" in lines


def test_a_file_that_stays_is_told_with_its_proof_only(read: Callable[[str], Imported]) -> None:
    result = replace(read(BODY), fate=Fate.KEPT, text=None, proof=Proof(300, ("「…甲」の後: 元の文書「乙」",)))
    assert said(result) == [
        "諮問第901号: 901.yml がすでにあるので、書き換えていません",
        "    文字: このファイルは、元の文書と1か所で違います。",
        "      「…甲」の後: 元の文書「乙」",
    ]


def test_what_hands_kept_out_is_listed(read: Callable[[str], Imported]) -> None:
    result = replace(read(BODY), kept_out=("-甲", "+乙"))
    assert said(result)[-3:] == [
        "    手で直された所なので、次の新しい読み取りは入れていません（入れるなら、手で書いてください）:",
        "      -甲",
        "      +乙",
    ]


def test_a_refused_document_is_told_by_its_number_or_its_file() -> None:
    refused = Imported(Drafted(document(BODY), reason="本文がありません。"), Fate.REFUSED)
    assert said(refused)[:2] == ["諮問第901号: ファイルを書いていません", "    本文がありません。"]
    assert "手引きの「手で書くとき」" in said(refused)[2]
    nameless = replace(refused, drafted=replace(refused.drafted, document=replace(document(BODY), number_line=None)))
    assert said(nameless)[0] == "文書.txt: ファイルを書いていません"


def numbered(result: Imported, number: str, **changes: Any) -> Imported:  # noqa: ANN401 - as of replace
    """The ``result`` as that of the consultation of ``number`` in full width."""
    found = document(BODY, HEAD.replace("９０１", number))
    return replace(result, drafted=replace(result.drafted, document=found), **changes)


def test_files_that_are_kept_and_right_are_told_in_one_line(read: Callable[[str], Imported]) -> None:
    result = read(BODY)
    kept = [
        numbered(result, number, fate=Fate.KEPT, text=None, proof=Proof(300))
        for number in ("９０５", "９０１", "９０２", "９０７", "９０６")
    ]
    wrong = numbered(result, "９０３", fate=Fate.KEPT, text=None, proof=Proof(300, ("違う",)))
    declined = numbered(result, "９０４", fate=Fate.DECLINED, text=None, proof=Proof(300))
    lines = list(summarize_all((*kept, wrong, declined), str))
    assert lines[-2:] == [
        "諮問第901〜902号、第905〜907号の5件は、ファイルがすでにあるので、書き換えていません。",
        "",
    ]
    assert [line.partition(":")[0] for line in lines if line.startswith("諮問")][:-1] == ["諮問第903号", "諮問第904号"]


def test_one_file_that_is_kept_and_right_is_told_whole(read: Callable[[str], Imported]) -> None:
    result = read(BODY)
    kept = replace(result, fate=Fate.KEPT, text=None)
    new = numbered(result, "９０２")
    assert list(summarize_all((kept, new), lambda each: f"{each.drafted.number}.yml")) == [
        "",
        *summarize(kept, "901.yml"),
        "",
        *summarize(new, "902.yml"),
        "",
    ]


def test_files_that_are_kept_and_right_are_told_in_one_line_from_two_on(read: Callable[[str], Imported]) -> None:
    kept = replace(read(BODY), fate=Fate.KEPT, text=None)
    lines = list(summarize_all((kept, numbered(kept, "９０３")), str))
    assert lines == ["", "諮問第901号、第903号の2件は、ファイルがすでにあるので、書き換えていません。", ""]


def test_the_last_lines_count_what_was_done_and_say_what_is_next(read: Callable[[str], Imported]) -> None:
    doubted, settled = numbered(read(BODY), "９０３"), read(BODY.replace("株式会社見本", "未定"))
    kept = numbered(settled, "９０２", fate=Fate.KEPT, text=None)
    assert list(conclude((settled, doubted, kept), 3)) == [
        "",
        "諮問3件: 新しく書いたもの2件、すでにあって書き換えていないもの1件",
        "確認すること: 1件（第903号 1件）、登録されていない名前: 3件",
        "次に: archive review 903 のように諮問ごとに元の文書と見比べ、archive check で調べてください。",
    ]
    assert "archive review 901 のように" in list(conclude((kept, settled), 0))[-1]
    assert "--update を付けて" in list(conclude((kept,), 0))[-1]
    assert list(conclude((replace(kept, fate=Fate.DECLINED),), 0)) == [
        "",
        "諮問1件: 書き直さなかったもの1件",
        "確認すること: 0件、登録されていない名前: 0件",
    ]


def test_a_kept_file_that_cannot_be_read_is_told_with_its_problems(read: Callable[[str], Imported]) -> None:
    problem = Problem("", 3, 1, "title がありません。", "書いてください。")
    unreadable = replace(read(BODY), fate=Fate.KEPT, text=None, proof=Proof(300, problems=(problem,)))
    assert said(unreadable)[1:] == [
        "    文字: ファイルに書き方の誤りがあるので、元の文書と照らし合わせられません。先に直してください:",
        "      901.yml:3: title がありません。 書いてください。",
    ]


def test_what_was_left_out_is_told_with_its_place_and_the_notes_after_it() -> None:
    left = LeftOut("- 3 -", 2, 40, "ページ番号", "文書.txt")
    drafts = Drafts((), (left,), ("文書.txt: 2ページには文字がありません。",))
    assert list(list_left_out(drafts)) == [
        "どの諮問のファイルにも入れなかった文字:",
        "  文書.txt 2ページ 40行目「- 3 -」: ページ番号",
        "文書.txt: 2ページには文字がありません。",
    ]
    assert list(list_left_out(Drafts(()))) == []


def test_where_a_file_has_no_pages_none_are_named() -> None:
    found = Drafts((), (LeftOut("22", 1, 821, "ページ番号", "文書.txt"),))
    assert list(list_left_out(found))[1] == "  文書.txt 821行目「22」: ページ番号"


def test_what_was_left_out_again_and_again_is_told_once_with_all_its_pages() -> None:
    numbers = [LeftOut(f"- {page} -", page, 40, PAGE_NUMBER, "文書.pdf") for page in (1, 2, 4)]
    heads = [LeftOut("審議会", page, 1, "ページの上に繰り返される文字", "文書.pdf") for page in (1, 2, 3)]
    bare = [LeftOut(text, 1, line, PAGE_NUMBER, "文書.txt") for text, line in (("22", 821), ("26", 960))]
    assert list(list_left_out(Drafts((), (*numbers, *heads, *bare))))[1:] == [
        "  文書.pdf 1〜2、4ページ「- 1 -」「- 2 -」「- 4 -」: ページ番号（3か所）",
        "  文書.pdf 1〜3ページ「審議会」: ページの上に繰り返される文字（3か所）",
        "  文書.txt「22」「26」: ページ番号（2か所）",
    ]


def test_the_proof_says_how_many_lines_of_its_pages_are_not_in_a_file(read: Callable[[str], Imported]) -> None:
    result = read(BODY)
    assert result.proof is not None
    beside = replace(result.proof, left_out=(("ページの上に繰り返される文字", 6), (PAGE_NUMBER, 5)))
    line = said(replace(result, proof=beside))[-1]
    assert line.endswith("入れていないもの（終わりに挙げます）: ページの上に繰り返される文字 6か所、ページ番号 5か所")
