"""Counts in a text, and words that only begin like what is counted."""

import pytest

from generator.evidence.counts import COUNTERS, counting_form, counts_in, plain_words, says_yearly
from generator.japanese.fold import fold

OTHER_WORDS = """
世帯主 世帯員 世帯構成 世帯目 世帯票 世帯情報 世帯状況 世帯台帳 世帯番号 件名 件目
人事 人権 人口 人員 人材 人工 人体 人間 人格 人目 人物 人名 人形 人民 人件費 人日 人月 人生 人文 人種 人道 人類 人身
人為 人気 人選 人的 人災 人手 人世帯 名簿 名称 名義 名前 名所 名目 名字 名詞 名寄帳 名刺 名誉 名札 名産
頭目 頭部 頭痛 頭文字 頭書 頭取 頭髪 頭蓋 頭上 頭金 匹敵 匹目
台帳 台紙 台風 台本 台目 台所 台湾 台車 台地 台東区 枚挙 枚目
通知 通信 通報 通帳 通院 通所 通学 通勤 通常 通話 通達 通訳 通園 通称 通路 通行 通算 通貨 通過 通販 通例 通則 通年
通告 通商 通夜 通目 通り 回答 回線 回目 回収 回復 回覧 回付 回避 回転 回路 回想 回送 回帰 回忌 回廊 回顧 回診 回生
"""


def counts(text: str) -> list[tuple[int, bool, str]]:
    folded = fold(counting_form(text))
    return [(count.value, count.approximate, folded[count.start : count.end]) for count in counts_in(folded)]


def test_counts_follow_each_other() -> None:
    text = "①里親登録希望者 約３０件、②里親登録者 １万２千人（年間）"
    assert counts(text) == [(30, True, "30件"), (12_000, False, "1万2千人")]


@pytest.mark.parametrize("word", OTHER_WORDS.split())
def test_a_word_that_begins_like_a_counter_is_none(word: str) -> None:
    assert counts(f"３０{word}") == []


@pytest.mark.parametrize("counter", COUNTERS)
def test_a_counter_counts_but_not_with_its_number(counter: str) -> None:
    assert counts(f"３０{counter}") == [(30, False, f"30{counter}")]
    assert counts(f"３０{counter}数") == []


@pytest.mark.parametrize("text", ["②３０件 名簿\n２ 件数\n３．２ 件数", "①里親 ３０世帯\n②４０世帯"])
def test_the_counting_form_is_as_long_as_the_text_and_says_the_same(text: str) -> None:
    form = counting_form(text)
    assert len(form) == len(text)
    assert not set(plain_words(form)) - set(text)


@pytest.mark.parametrize(
    ("text", "yearly"),
    [
        ("約１０件（年間）", True),
        ("１年間で１０件", True),
        ("５年間で１０件", False),
        ("１１年間", False),
        ("数年間", False),
        ("件数 年間約５００件", True),
        ("（２）件数\n年間約５００件", True),
        ("５\n年間１０件", True),
        ("ここ数年間", False),
        ("利用者数\n年間５０人", True),
    ],
)
def test_a_count_of_several_years_is_not_yearly(text: str, *, yearly: bool) -> None:
    assert says_yearly(fold(counting_form(text))) is yearly
