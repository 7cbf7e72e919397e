"""The usual form of texts: what readers take for one, and documents write otherwise."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.japanese.fold import fold, fold_for_search
from generator.japanese.legal_forms import BODY_FORM, COMPANY_FORM, SHORT_FORMS
from generator.japanese.variants import in_usual_form, usual_forms, with_whole_forms

ALL = {chr(code) for code in range(0x110000)}
GROUPS = str(usual_forms(ALL)["kanji"]).split()
TEXTS = st.text(alphabet="高髙崎﨑吉𠮷辺邉邊株式会社會㈱()（株財公 aＺ、")


def usual(text: str) -> str:
    return in_usual_form(fold_for_search(text))


@pytest.mark.parametrize(
    "spellings",
    [
        ("高橋", "髙橋", "高槗"),
        ("宮崎", "宮﨑", "宮嵜"),
        ("吉田", "𠮷田"),
        ("渡辺", "渡邊", "渡邉"),
        ("斎藤", "齋藤"),
        ("浜田", "濱田", "濵田"),
        ("桑原", "桒原"),
        ("中島", "中嶋", "中嶌"),
        ("国学院", "國學院"),
        ("戸籍", "戶籍", "⼾籍"),
        ("青い黄と黒", "靑い黃と黑"),
        ("叱る", "𠮟る"),
        ("株式会社見本", "㈱見本", "（株）見本", "(株) 見本", "株式會社見本"),
        ("Zoom株式会社", "ＺＯＯＭ（株）", "Zoom ㈱"),
        ("公益財団法人見本", "(公財)見本"),
        ("一般社団法人 LINE", "（一社）ＬＩＮＥ", "(一社) LINE"),
        ("認定特定非営利活動法人見本", "認定NPO法人見本"),
        ("有限会社見本", "㈲見本"),
        ("財団法人見本", "㈶見本"),
    ],
)
def test_what_is_one_to_a_reader_has_one_usual_form(spellings: tuple[str, ...]) -> None:
    assert len({usual(spelling) for spelling in spellings}) == 1
    assert usual(spellings[0]) == fold_for_search(spellings[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("斉藤", "斎藤"),
        ("作る", "做る"),
        ("世界", "世堺"),
        ("原稿", "原藁"),
        ("肉", "宍"),
        ("株式会社", "有限会社"),
        ("太", "大"),
    ],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert usual(one) != usual(other)


def test_a_kanji_is_in_one_group_and_the_usual_one_can_be_typed_everywhere() -> None:
    every = [kanji for group in GROUPS for kanji in group]
    assert len(every) == len(set(every))
    assert all(group[0].encode("shift_jis") for group in GROUPS)
    assert all(unicodedata.name(kanji).startswith("CJK ") for kanji in every)


def test_folding_leaves_the_variants_apart() -> None:
    assert {fold(kanji) for group in GROUPS for kanji in group} == {kanji for group in GROUPS for kanji in group}


@pytest.mark.parametrize(("kanji", "folded"), [("\ufa19", "神"), ("\ufa1b", "福"), ("\ufa10", "塚"), ("\ufa4e", "祈")])
def test_canonically_equivalent_kanji_are_folded_and_need_no_group(kanji: str, folded: str) -> None:
    assert fold(kanji) == folded
    assert not any(kanji in group for group in GROUPS)


def test_every_short_form_has_one_long_form_that_is_a_legal_form() -> None:
    short = [fold(form) for forms in SHORT_FORMS.values() for form in forms]
    assert len(short) == len(set(short))
    assert all(form in f"{COMPANY_FORM}|{BODY_FORM}".split("|") for form in SHORT_FORMS)


@given(TEXTS)
def test_the_usual_form_is_folded_and_usual(text: str) -> None:
    assert usual(usual(text)) == fold(usual(text)) == usual(text)


@given(TEXTS, TEXTS, TEXTS)
@example("（", "株）見", "本")
@example("", "見本㈱", " Zoom")
def test_what_stands_in_a_text_stands_in_its_usual_form(before: str, part: str, after: str) -> None:
    whole, asked = fold_for_search(before + part + after), fold_for_search(part)
    cuts = [whole.find(asked), whole.find(asked) + len(asked)]
    pieces = [whole[start:end] for start, end in pairwise((0, *cuts, len(whole)))]
    # Where a short form is cut in two, its halves are no short form.
    assume(in_usual_form("".join(pieces)).replace(" ", "") == "".join(map(in_usual_form, pieces)).replace(" ", ""))
    assert usual(part) in usual(before + part + after)


@pytest.mark.parametrize("part", ["営", "非営利", "活動法人", "特定非営利活動法", "会社", "団法人"])
def test_a_part_of_a_long_form_does_not_stand_where_a_short_one_is_written(part: str) -> None:
    for text in ("ＮＰＯ法人見本", "㈱見本", "（一社）見本"):
        assert usual(part) not in with_whole_forms(usual(text))
    assert with_whole_forms(usual("特定非営利活動法人見本")) == with_whole_forms(usual("ＮＰＯ法人見本"))


def test_the_browser_gets_the_part_that_can_matter() -> None:
    assert usual_forms("高い株式会社") == {"kanji": "会會 高髙", "forms": [["(株)", "株式会社", "\U0010ff00"]]}
    assert usual_forms("髙橋") == {"kanji": "橋槗𣘺", "forms": []}
