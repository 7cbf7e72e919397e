"""What the clerk is told of each consultation."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.importer.draft import Drafted, Drafts
from generator.importer.files.reading import LeftOut
from generator.importer.importing import Fate, Imported, import_drafts
from generator.importer.proof import Proof
from generator.importer.summary import list_left_out, summarize
from tests.importer.reading_text import document, drafted

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
        draft = Drafted(document(body), drafted(body))
        return import_drafts(tmp_path, Drafts((draft,)), update=False)[0]

    return importing


def said(result: Imported) -> list[str]:
    return list(summarize(result, "901.yml"))


def test_what_was_found_what_to_look_at_and_the_proof(read: Callable[[str], Imported]) -> None:
    lines = said(read(BODY))
    assert lines[0] == "諮問第901号: 901.yml に書きました"
    found = [line.strip() for line in lines]
    for line in (
        "措置: 外部委託（条例第12条）",
        "対象となる個人: 里親",
        "個人情報の項目（2）: 氏名、住所",
        "件数: 里親 約1,200件（年間）",
        "期間: 2022-07-01 から 2023-03-31 まで",
        "確認すること: 1件",
    ):
        assert line in found
    assert any("「株式会社見本」は登録されていません" in line and line.startswith("901.yml:") for line in found)
    assert found[-1].endswith("字すべてと一致しています。")


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
