"""Registered names in running text, what stands around them, and what the words enumerate."""

import pytest

from generator.importer.facts.mentions import Lexicon, Mention, label_before, letters_around, parentheses, parts_of
from generator.japanese.fold import fold
from generator.kinds.registered_subject import RegisteredSubject


def lexicon(**names: str) -> Lexicon:
    return Lexicon(
        tuple(
            RegisteredSubject(name=name, reading="よみ", slug="x", aliases=tuple(filter(None, aliases.split())))
            for name, aliases in names.items()
        )
    )


PEOPLE = lexicon(里親="", 里親登録者="", 児童="", LINE="ＬＩＮＥ利用者")


def names(words: str) -> list[str]:
    return [mention.name for mention in PEOPLE.mentions(fold(words))]


def test_the_longest_name_is_read_and_none_twice() -> None:
    assert names("里親登録者及び里親、児童並びに児童") == ["里親登録者", "里親", "児童", "児童"]


def test_latin_names_are_whole_words_in_whatever_width() -> None:
    assert names("ＬＩＮＥで") == ["LINE"]
    assert names("ＯＮＬＩＮＥ、ＬＩＮＥＳ") == []


def test_a_name_is_known_by_its_aliases_and_nothing_else() -> None:
    assert PEOPLE.exactly("ＬＩＮＥ利用者") == "LINE"
    assert PEOPLE.exactly("里 親") == "里親"
    assert PEOPLE.exactly("里親等") is None
    assert PEOPLE.exactly("") is None


def test_an_empty_registry_names_nobody() -> None:
    assert Lexicon(()).mentions("里親") == ()
    assert Lexicon(()).exactly("里親") is None


@pytest.mark.parametrize(
    ("words", "around"),
    [
        ("児童", ("", "")),
        ("当該児童の", ("当該", "")),
        ("児童福祉法", ("", "福祉法")),
        ("要保護児童センター", ("要保護", "センター")),
        ("ＳＯＳ児童", ("sos", "")),
        ("この児童及び保護者", ("", "")),
        ("児童若しくは里親", ("", "")),
        ("「児童」", ("", "")),
    ],
)
def test_letters_that_touch_a_name(words: str, around: tuple[str, str]) -> None:
    folded = fold(words)
    mention = next(each for each in PEOPLE.mentions(folded) if each.name == "児童")
    assert letters_around(folded, mention) == around


def test_another_name_is_no_part_of_the_one_beside_it() -> None:
    folded = fold("里親　児童　里親登録者")
    mentions = PEOPLE.mentions(folded)
    assert mentions[1] == Mention("児童", 2, 4)
    assert letters_around(folded, mentions[1], mentions) == ("", "")


def test_outermost_parentheses_are_found_and_odd_ones_ignored() -> None:
    assert list(parentheses("a)(b(c)d)(e")) == [(2, 8)]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("甲、乙及び丙", ("甲", "乙", "丙")),
        ("甲又は乙若しくは丙並びに丁", ("甲", "乙", "丙", "丁")),
        ("甲（乙及び丙、丁）及び戊", ("甲（乙及び丙、丁）", "戊")),
        ("「甲及び乙」、丙", ("「甲及び乙」", "丙")),
        ("及び甲", ("甲",)),
        ("（甲及び乙", ("（甲及び乙",)),
        ("、", ()),
    ],
)
def test_parts_of_an_enumeration(words: str, parts: tuple[str, ...]) -> None:
    assert parts_of(words) == parts


@pytest.mark.parametrize(
    ("words", "label"),
    [("新たな項目：氏名", "新たな項目"), ("氏名、住所：区内", ""), ("氏名（続柄：父）", ""), ("", "")],
)
def test_the_label_before_a_list(words: str, label: str) -> None:
    assert label_before(words) == label
