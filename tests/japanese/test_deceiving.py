"""Characters that are not what they seem, and those that are."""

import pytest

from generator.japanese.deceiving import Deceit, compose_marks, find_deceivers
from generator.japanese.unseen import UNSEEN, name_unseen


def deceits(text: str) -> list[tuple[int, str, Deceit]]:
    return [(each.place, each.letters, each.deceit) for each in find_deceivers(text)]


@pytest.mark.parametrize(
    "text",
    [
        "葛\U000e0100城",
        "神\ufe00社",
        "、\ufe00",
        "☎\ufe0e",
        "#\ufe0f\u20e3",
        "👨\u200d👩\u200d👧",
        "क\u094d\u200dष",
        "か\u309a",
        "x\u0301",
        "神\ufa19\U000200a2𠮟\U00031350\U0003347f",
        "〓㈱①㋿Ａｱ",
        "メールＳОＳ",
    ],
)
def test_what_writing_needs_deceives_nobody(text: str) -> None:
    assert deceits(text) == []


@pytest.mark.parametrize(
    ("text", "place", "letters", "deceit"),
    [
        ("a\u3164", 1, "\u3164", Deceit.UNSEEN),
        ("a\U000e0041", 1, "\U000e0041", Deceit.UNSEEN),
        ("�", 0, "�", Deceit.LOST),
        ("\ufffc", 0, "\ufffc", Deceit.LOST),
        ("a\ue000", 1, "\ue000", Deceit.PRIVATE),
        ("a\U00100000", 1, "\U00100000", Deceit.PRIVATE),
        ("\u0378", 0, "\u0378", Deceit.UNASSIGNED),
        ("⼾", 0, "⼾", Deceit.LOOK_ALIKE),
        ("か\u3099", 0, "か\u3099", Deceit.DECOMPOSED),
        ("e\u0301", 0, "e\u0301", Deceit.DECOMPOSED),
        ("\u1112\u1161", 0, "\u1112\u1161", Deceit.DECOMPOSED),
        ("漢\u3099", 1, "\u3099", Deceit.STRAY_MARK),
        (" \u0301", 1, "\u0301", Deceit.STRAY_MARK),
        ("か\ufe00", 1, "\ufe00", Deceit.STRAY_SELECTOR),
        ("世\ufe0f田谷", 1, "\ufe0f", Deceit.STRAY_SELECTOR),
        ("\U000e0100葛", 0, "\U000e0100", Deceit.STRAY_SELECTOR),
        ("個\u200d人", 1, "\u200d", Deceit.STRAY_JOINER),
        ("👨\u200d", 1, "\u200d", Deceit.STRAY_JOINER),
    ],
)
def test_what_deceives_is_found(text: str, place: int, letters: str, deceit: Deceit) -> None:
    assert deceits(text) == [(place, letters, deceit)]


def test_a_letter_and_its_mark_become_one_and_nothing_else_changes() -> None:
    assert compose_marks("か\u3099き\u309aは\u309a神\ufa19") == "がき\u309aぱ神\ufa19"


def test_every_unseen_character_has_a_name() -> None:
    names = {name_unseen(letter) for letter in map(chr, range(0x110000)) if UNSEEN.match(letter)}
    assert all("（" in name for name in names)
    assert "U+202E（右から左へ並べる制御文字）" in names
