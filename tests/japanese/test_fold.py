"""Folding: spellings a reader takes for one become equal, and nothing else does."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.japanese.fold import DASHES, LOOK_ALIKES, fold, without_space

# All of Unicode, and beside it the characters whose foldings meet.
TEXTS = st.text() | st.text(alphabet="ＬlLОоΟ ＩİıſßΣςﬁ９9，,０0ー－—ｶﾞが゛\u3099　\t\u00a0㍻①゜µ")


@given(TEXTS)
@example("カ゛")  # a space goes, and a mark joins a letter
@example("A \u0308\u309b")  # a mark moves, and stands beside the space
@example("\u1c82")  # a letter folds to one that looks Latin
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_surrounding_space_does_not_matter(text: str) -> None:
    assert fold(f" \n{text}　") == fold(text)


@pytest.mark.parametrize(
    "spellings",
    [
        ("ＬＩＮＥ", "line", "LINE", "ｌｉｎｅ", "Ｌine"),
        ("メールＳОＳネットワーク", "メールSOSネットワーク", "ﾒｰﾙＳＯＳﾈｯﾄﾜｰｸ"),
        ("ＩＳＯ２７００１", "ISO27001", "iso27001"),
        ("約９，０００件", "約9,000件", "約9000件"),
        ("１，２３４，５６７", "1234567"),
        ("第１８条第３号", "第18条第3号"),
        ("第 1 の２のとおり", "第１の２のとおり", "第　１の２のとおり"),
        ("(以下「里親支援業務」という。)", "（以下「里親支援業務」という。）"),
        ("令 和 ４ 年 ６ 月 ７ 日", "令和4年6月7日"),
        ("区 アカウント 管理 ＷＥＢ サイト", "区アカウント管理WEBサイト"),
        ("Ｓｅｃｕｒｉｔｙ　Ｉｎｆｏｒｍａｔｉｏｎ", "security \n information"),
        ("が", "か\u3099", "か゛", "か \u3099"),
        ("①", "1"),
        *((f"2022{dash}06", "2022-06") for dash in DASHES),
    ],
)
def test_spellings_of_one_word_are_equal(spellings: tuple[str, ...]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(("letter", "latin"), LOOK_ALIKES.items())
def test_letters_of_other_scripts_fold_with_the_latin_ones_they_look_like(letter: str, latin: str) -> None:
    assert not letter.isascii()
    assert fold(letter) == fold(latin) == latin.lower()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("か", "が"),
        ("ー", "-"),
        ("サーバ", "サーバー"),
        ("9,00", "900"),
        ("9,0000", "90000"),
        ("氏名、住所", "氏名住所"),
        ("cisco systems", "ciscosystems"),
        ("カ", "か"),
    ],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        (" 　\n", ""),
        ("ＺＯＯＭ等", "zoom等"),
        ("Ａ　Ｂ", "a b"),
        ("５（１）①", "5(1)1"),
        ("9,000,00", "9000,00"),
    ],
)
def test_the_folded_form(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(TEXTS)
def test_without_space_keeps_every_other_character(text: str) -> None:
    bare = without_space(text)
    assert bare == "".join(letter for letter in text if not letter.isspace())
