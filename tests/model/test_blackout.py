"""Rows of ■: which are withheld, and why, and which the ward has printed."""

import datetime as dt

import pytest

from generator.model.blackout import BlackRow, black_rows, untold_rows
from generator.model.consultation import Withheld
from generator.model.outline import LabelKind, read_label

DAY = dt.date(2022, 7, 1)


def entries(**reasons: str) -> tuple[Withheld, ...]:
    return tuple(Withheld(words, reason, DAY) for words, reason in reasons.items())


@pytest.mark.parametrize(
    ("text", "told", "rows"),
    [
        ("電話■■■まで", {"■■■": "甲"}, [BlackRow(2, 5, "甲")]),
        ("電話■■■まで", {"電話■■■": "甲"}, [BlackRow(2, 5, "甲")]),
        ("電話■■■■まで", {"■■■": "甲"}, []),
        ("■■■と■■■", {"■■■": "甲"}, [BlackRow(0, 3, "甲"), BlackRow(4, 7, "甲")]),
        ("■■■と■■■", {"■■■": "甲", "と■■■": "乙"}, [BlackRow(0, 3, "甲"), BlackRow(4, 7, "乙")]),
        ("■■ ■■", {"■■ ■■": "甲"}, [BlackRow(0, 2, "甲"), BlackRow(3, 5, "甲")]),
        ("■ 申込方法", {"■■■": "甲"}, []),
        ("文字だけ", {"■■■": "甲"}, []),
    ],
)
def test_a_row_has_the_reason_of_the_entry_that_says_most_of_its_place(
    text: str, told: dict[str, str], rows: list[BlackRow]
) -> None:
    assert list(black_rows(text, entries(**told))) == rows


def test_a_row_that_no_entry_tells_of_is_named_from_three_on() -> None:
    assert untold_rows("■ ■■ ■■■ ■■■■", entries(**{"■■■■": "甲"}), 3) == ((5, 8),)


def test_a_paragraph_that_begins_with_withheld_words_keeps_its_anchor() -> None:
    assert read_label("■ 申込方法").kind is LabelKind.BULLET
    assert read_label("■■■■は、").kind is LabelKind.NONE
