"""Labels and marks, told from words that only look like one."""

import pytest

from generator.importer.document.printed_labels import is_annex, is_note, label_of, pieces_of
from generator.model.outline import Label, LabelKind


@pytest.mark.parametrize(
    ("text", "printed", "number", "words"),
    [
        ("第１ 外部提供について", "第１", 1, "外部提供について"),
        ("10 委託先", "10", 10, "委託先"),
        ("３．諮問の趣旨", "３．", 3, "諮問の趣旨"),
        ("（１）がん検診の受診者", "（１）", 1, "がん検診の受診者"),
        ("（２）とりまとめ", "（２）", 2, "とりまとめ"),
        ("③ はがき", "③", 3, "はがき"),
        ("（イ）本人", "（イ）", 2, "本人"),
        ("ア　氏名", "ア", 1, "氏名"),
        ("・氏名", "・", 0, "氏名"),
        ("１ にんしん届", "１", 1, "にんしん届"),
        ("【別紙】 一覧", "【別紙】", 0, "一覧"),
    ],
)
def test_a_label_is_read(text: str, printed: str, number: int, words: str) -> None:
    label = label_of(text)
    assert (label.printed, label.number, label.words) == (printed, number, words)


@pytest.mark.parametrize(
    "text",
    [
        "第１の２のとおり",
        "第１ の２のとおり",
        "（１）のとおり",
        "（３）に掲げる業務は、別途協議する。",
        "（１）及び（２）に係る業務",
        "（２）については、次のとおり",
        "（１）を除く。",
        "（１）から（３）まで",
        "１ に同じ",
        "３ 年間",
        "２４ 時間",
        "12 か月",
        "２０２２年",
        "１，２００件",
        "1.5万件",
        "アの保護者",
        "【別紙】のとおり",
        "【別紙】を参照",
        "【別紙１】 項目一覧表のとおり",
    ],
)
def test_words_that_go_on_a_sentence_have_no_label(text: str) -> None:
    assert label_of(text) == Label(LabelKind.NONE, "", 0, text)


@pytest.mark.parametrize(
    "text", ["※ 令和３年度実績", "※１ 予定", "（注）見込み", "(注1) 見込み", "注：予定", "備考：なし"]
)
def test_a_note_is_told(text: str) -> None:
    assert is_note(text)


@pytest.mark.parametrize("text", ["注意欠陥", "備考欄の記載内容", "（１）氏名", "氏名 ※"])
def test_other_words_are_no_note(text: str) -> None:
    assert not is_note(text)


def test_a_paragraph_may_number_its_pieces_within_its_lines() -> None:
    words = "①受講者（②を除く。） 約１０件　②操作サポーター 約２０件 ③里親"
    assert pieces_of(words) == ("①受講者（②を除く。） 約１０件", "②操作サポーター 約２０件", "③里親")
    assert pieces_of("受講者 ②操作サポーター") == ("受講者 ②操作サポーター",)


@pytest.mark.parametrize(
    "words",
    ["【別紙】", "【別紙１】 項目一覧表", "別紙", "別紙２ 内訳", "（別紙）", "別紙「様式集」", "別紙１「機器構成図」"],
)
def test_an_annex_is_known_by_its_heading(words: str) -> None:
    assert is_annex(words)


@pytest.mark.parametrize(
    "words",
    [
        "別紙のとおり",
        "別紙「項目一覧表」参照",
        "別紙１ 項目一覧表のとおり",
        "別紙は、次のとおりである。",
        "別紙様式により",
    ],
)
def test_words_about_an_annex_head_none(words: str) -> None:
    assert not is_annex(words)
