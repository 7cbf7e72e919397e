"""Folding: spellings a reader takes for one become equal, and nothing else does."""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.japanese.fold import fold, fold_for_search, fold_with_places, folding_table, without_space
from generator.japanese.folding import FoldingTable
from generator.japanese.folding_maker import DASHES, LOOK_ALIKES, MIDDLE_DOTS
from generator.japanese.radicals import RADICALS

TABLE = FoldingTable.committed()

# All of Unicode, and beside it the characters whose foldings meet.
TEXTS = (
    st.text()
    | st.text(alphabet="ＬlLОоΟ ＩİıſßΣςﬁ９9，,０0ー－—ｶﾞが゛\u3099　\t\u00a0㍻①゜µ")
    | st.text(alphabet="oоο\u0301\u0308\u0323\u0302όϋộё가ㄱᅡᆨᄀ각\u1160\ufe0f\u00ad\u200b か゛")
    | st.text(alphabet="，,、．.。…‧・⼾戸犬か゛aＬ1９０ 　")
)
# No marks: one that is cut off its letter is no part of it.
PIECES = st.text(alphabet="，,、．.。…‧・⼾戸犬aＬ1９０ 　\ufe00\u200b")
CHARACTERS = st.sampled_from(sorted({*TABLE.images, *TABLE.pairs.values(), *"".join(TABLE.pairs)}))


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
        ("ό", "ο\u0301", "ó", "o\u0301", "ό"),
        ("ệ", "e\u0302\u0323", "e\u0323\u0302", "ê\u0323", "Ẹ\u0302"),
        ("각", "가\u11a8", "\u1100\u1161\u11a8", "ㄱㅏ\u11a8"),
        ("葛城", "葛\U000e0100城", "葛\ufe00城", "葛\u200b城", "\ufeff葛城", "葛\u00ad城"),
        ("КОМИТЕТ", "комитет"),
        *((f"a{space}b", "a b") for space in "\t\n\v\f\r\x1c\x1f\x85\u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000"),
        ("10時〜12時", "１０時～１２時", "10時~12時"),
        *((f"2022{dash}06", "2022-06") for dash in DASHES),
        *((f"氏名{dot}住所", "氏名・住所", "氏名 ･ 住所") for dot in MIDDLE_DOTS),
        *((f"a{radical}b", f"a{kanji}b") for radical, kanji in RADICALS.items() if kanji not in "靑黃"),
        ("月／火", "月/火", "月∕火", "月⁄火"),
        ("区⺠", "区民"),
        ("⻑い⼾\ufe00", "長い戸", "⻑ い ⼾"),
        ("⻩⾊い⽝", "⿈⾊い⽝", "黄色い犬"),
        ("⻘い", "⾭い", "青い"),
        ("氏名，住所．", "氏名,住所.", "氏名、住所。", "氏名､住所｡"),
        ("氏名（漢字），住所", "氏名（漢字）、住所"),
        ("約９，０００件，", "約9,000件、"),
        ("㈱見本", "（株）見本", "(株) 見本"),
        ("神︀奈川", "神奈川"),
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
        ("工", "エ"),
        ("一", "-"),
        ("゠", "-"),
        ("10μm", "10mm"),
        ("プラスα", "プラスa"),
        ("3.2件数", "3。2件数"),
        ("No.3", "No。3"),
        ("5,6", "5、6"),
        ("Zoom, Inc.", "Zoom、Inc。"),
        ("戸", "戶"),
        ("高", "髙"),
        ("株式会社", "㈱"),
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
        ("その他…", "その他..."),
        ("．ｘｌｓ，．", ".xls,."),
    ],
)
def test_the_folded_form(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＬＩＮＥ，住所", "line、住所"),
        ("１２条，３条", "12条、3条"),
        ("No.3", "No。3"),
        ("Inc.", "inc。"),
        ("…", "。。。"),
    ],
)
def test_the_search_takes_commas_and_periods_for_japanese_ones_everywhere(one: str, other: str) -> None:
    assert fold_for_search(one) == fold_for_search(other)


@given(PIECES, PIECES, PIECES)
@example("ＬＩＮＥ", "，住所", "")
@example("第３", "．", "２節")
@example("５", "，住所，", "６")
def test_the_search_finds_every_part_of_a_text(before: str, part: str, after: str) -> None:
    """Of a text without thousands separators: ,000 is no part of 1,000, which reads as 1000."""
    text = before + part + after
    assume(not re.search("[0-9],[0-9]{3}", unicodedata.normalize("NFKC", text)))
    assert fold_for_search(part) in fold_for_search(text)


@given(TEXTS)
def test_the_search_folds_as_the_house_does_but_for_these_marks(text: str) -> None:
    folded = fold_for_search(text)
    assert folded == re.sub(" ?([、。]) ?", r"\1", fold(text).replace(",", "、").replace(".", "。"))
    assert fold(folded) == fold_for_search(folded) == folded


@given(TEXTS)
@example("か ゛")  # a mark joins a letter behind a space that goes
@example("\u200b葛\U000e0100\u200b城")  # what cannot be seen belongs to the character before it
@example("㈱\ufe00１，０００ａ　 ｂ")
def test_every_folded_character_knows_its_place(text: str) -> None:
    folded = fold_with_places(text)
    assert folded.text == fold(text)
    assert len(folded.places) == len(folded.text)
    for letter, (start, end) in zip(folded.text, folded.places, strict=True):
        assert 0 <= start < end <= len(text)
        assert letter == " " or fold_for_search(letter) in fold_for_search(text[start:end])


@given(TEXTS)
def test_the_places_of_folded_characters_follow_each_other(text: str) -> None:
    places = fold_with_places(text).places
    for before, after in pairwise(places):
        assert before.end <= after.start or before.start == after.start
        assert before.end <= after.end


@given(TEXTS)
def test_the_place_of_all_folded_characters_folds_to_all_of_them(text: str) -> None:
    folded = fold_with_places(text)
    if folded.text:
        start, end = folded.span(0, len(folded.text))
        assert fold(text[start:end]) == folded.text


@given(TEXTS, st.integers(min_value=0, max_value=30))
def test_the_first_folded_character_from_a_place_on_is_found(text: str, place: int) -> None:
    folded = fold_with_places(text)
    index = folded.index_from(place)
    assert all(span.start < place for span in folded.places[:index])
    assert all(span.start >= place for span in folded.places[index:])


@given(TEXTS)
def test_without_space_keeps_every_other_character(text: str) -> None:
    bare = without_space(text)
    assert bare == "".join(letter for letter in text if not letter.isspace())


@pytest.mark.parametrize("folding", [fold, fold_for_search, lambda text: fold_with_places(text).text])
@pytest.mark.timeout(20)
def test_a_long_row_of_blanks_folds_fast(folding: Callable[[str], str]) -> None:
    # Looked at from each of its blanks anew, this row would take a minute.
    assert folding("a" + " " * 100_000 + "b") == "a b"


@given(TEXTS, TEXTS)
def test_a_bar_keeps_what_stands_before_it_from_what_stands_behind(text: str, other: str) -> None:
    # Whether fold makes ． a 。 depends on white space beside it, which is gone at an end; to the search they are one.
    before, behind = fold_for_search(text), fold_for_search(other)
    assert fold_for_search(f"{text}|{other}") in {f"{before}|{behind}", *with_spaces(before, behind)}


def with_spaces(text: str, other: str) -> set[str]:
    return {f"{text} |{other}", f"{text}| {other}", f"{text} | {other}"}


@given(CHARACTERS)
def test_a_letter_folds_as_its_parts_do(letter: str) -> None:
    assert fold(letter) == fold(unicodedata.normalize("NFD", letter))
    if letter not in RADICALS:
        assert fold(letter) == fold(unicodedata.normalize("NFKD", letter))


def fold_by(table: Mapping[str, Any], text: str) -> str:
    """Fold as the words of the rules say, by a table in the form in which the browser gets it."""
    rows = ((int(first, 16), row) for first, row in table["images"].items())
    images = {chr(first + step): image for first, row in rows for step, image in enumerate(row) if image is not None}
    japanese = f"[{table['japanese']}]"
    plain = "".join(images.get(character, character) for character in text)
    plain = re.sub("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", "", plain).replace(",", "、").replace(".", "。")
    closed = re.sub(rf"(?<={japanese}) +|^ +", "", re.sub(rf" +(?={japanese})| +$", "", plain))
    joined = re.sub(" +", " ", closed)
    place = 1
    while place < len(joined):
        pair = joined[place - 1 : place + 1]
        whole = unicodedata.normalize("NFC", pair) if is_hangul(pair) else table["pairs"].get(pair, pair)
        joined = joined[: place - 1] + whole + joined[place + 1 :]
        place += len(whole) - 1
    return joined


def is_hangul(pair: str) -> bool:
    return re.fullmatch("[\u1100-\u11ff\uac00-\ud7a3]{2}", pair) is not None


@given(TEXTS)
def test_the_table_holds_all_that_folding_needs(text: str) -> None:
    assert fold_by(json.loads(json.dumps(folding_table())), text) == fold_for_search(text)


@given(TEXTS, TEXTS | st.text(CHARACTERS), st.sets(CHARACTERS | st.sampled_from("aoか\u3099\u030109,-")))
@example("１，２３４", "", set())  # the comma goes, and does not occur
@example("く\u3099", "くが", set())  # the parts occur, the whole does not
@example("ЁЕ\u0308", "ë", set())  # the whole occurs, its parts do not
@example("\u1100\u1161\u11a8", "각", set())
@example("Ａ", "", {"Ａ"})  # a character that occurs in no folded text
def test_a_reduced_table_finds_the_same(text: str, other: str, left_out: set[str]) -> None:
    of_both = set(fold_for_search(text + other))
    for characters in (of_both, of_both - left_out, set(other), left_out):
        folded, reduced = fold_for_search(text), fold_by(folding_table(characters), text)
        assert reduced == folded if characters.issuperset(folded) else not characters.issuperset(reduced)


def test_a_reduced_table_is_small() -> None:
    whole, reduced = FoldingTable.from_json(folding_table()), FoldingTable.from_json(folding_table("が犬a1"))
    assert whole == TABLE
    assert len(reduced.images) < len(whole.images) / 5
    assert set(reduced.pairs) == {"か\u3099"}
